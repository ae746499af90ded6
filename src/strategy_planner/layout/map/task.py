"""What is to be placed on a map, and the answer: columns and heights."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from strategy_planner.layout.map.elements import Stop
from strategy_planner.layout.map.structure import Structure

Span = tuple[int, int]
"""The columns that a thing takes, from its right to its left one."""


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
    """Whether the seed is an earlier layout, whose places are kept."""
    stopped: Mapping[Stop, float]
    """The heights of the stops of ways in the earlier layout."""
    layers: Mapping[str, int]
    """The columns of the earlier layout within each part that hung together."""
    stood: Mapping[str, int]
    """The columns of the earlier layout."""
    dormant: frozenset[str]
    choices: Mapping[str, str]
    """The choice of each link that belongs to one."""
    anchors: frozenset[str]
    """Places that stand at the wall although nothing links them to it."""
    spans: dict[str, Span] = field(default_factory=dict)

    def is_known(self, place: Place) -> bool:
        """Whether a place stood in the same column in the earlier layout."""
        if not self.seeded:
            return False
        if isinstance(place, Stop):
            return place in self.stopped
        column = self.spans[place][0] if place in self.spans else self.columns[place]
        return self.layers.get(place) == column


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
