"""What is to be placed on a map, and the answer: columns and heights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy_planner.layout.map.structure import Structure

Span = tuple[int, int]
"""The columns that a thing takes, from its right to its left one."""


class Stop(NamedTuple):
    """Where the trunk of ``source`` passes a column, outside (``frame`` None) or in a frame."""

    source: str
    column: int
    frame: str | None
    dormant: bool


Place = str | Stop


@dataclass(slots=True)
class Task:
    """Sizes, pins, weights and the seed of the order, beside the structure and its columns."""

    structure: Structure
    columns: dict[str, int]
    heights: Mapping[str, float]
    bar: Callable[[str, int], float]
    """The height of a frame's title bar when the frame takes so many columns."""
    pins: Mapping[str, float]
    weights: list[float]
    """How much each edge of the structure wants to be straight."""
    seed: Mapping[str, float]
    seeded: bool
    """Whether the seed is an earlier layout, whose order is kept."""
    stood: Mapping[str, int]
    """The columns of the earlier layout."""
    dormant: frozenset[str]
    choices: Mapping[str, str]
    """The choice of each link that belongs to one."""
    anchors: frozenset[str]
    """Places that stand at the wall although nothing links them to it."""
    spans: dict[str, Span] = field(default_factory=dict)


@dataclass(slots=True)
class FramePlace:
    """A frame's columns and heights."""

    first: int
    last: int
    y: float
    bar: float
    height: float


@dataclass(slots=True)
class Placement:
    """Column and top of each card and folded box; frames; the heights of the stops of ways."""

    columns: dict[str, int] = field(default_factory=dict)
    tops: dict[str, float] = field(default_factory=dict)
    frames: dict[str, FramePlace] = field(default_factory=dict)
    stops: dict[Stop, float] = field(default_factory=dict)
    ways: dict[int, list[Stop]] = field(default_factory=dict)
    ports: dict[int, float] = field(default_factory=dict)
    """For each edge the distance of its target port from the middle of the target."""
