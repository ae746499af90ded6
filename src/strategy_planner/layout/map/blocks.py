"""What is stacked in columns, and what ties it together."""

from dataclasses import dataclass


@dataclass(slots=True)
class Block:
    """A thing that takes the columns ``first`` to ``last`` (larger is further left)."""

    height: float
    first: int
    last: int
    y: float = 0.0
    margin: float = 5.0
    pinned: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A piece of a link between two blocks, with the ports' distance from their tops."""

    left: int
    right: int
    left_port: float
    right_port: float
    weight: float


@dataclass(frozen=True, slots=True)
class Pull:
    """A port that wants to be at a height, because of something outside; it decides order only."""

    block: int
    port: float
    y: float
    weight: float
