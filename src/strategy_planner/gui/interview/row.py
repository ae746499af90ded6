"""A row of the interview's lists: what is written in it, before it is painted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from strategy_planner.layout.marks import Shapes

Mark = Callable[[float, float, float], Shapes]
"""Draws a mark around a point (x, y) in a size."""
Tone = Literal["plain", "late", "ok"]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list: marks, title, what stands below it and at its right end.

    ``id`` is what choosing the row names, empty for a row that cannot be chosen. ``joined`` rows
    belong with the next: alternatives in one bracket, steps with an arrow between them. ``said`` is
    what a mark says to those who hear the row.
    """

    id: str
    title: str
    head: str = ""
    below: tuple[str, ...] = ()
    right: str = ""
    key: str = ""
    mark: Mark | None = None
    right_mark: Mark | None = None
    tone: Tone = "plain"
    heading: bool = False
    here: bool = False
    joined: bool = False
    said: str = ""

    @property
    def spoken(self) -> str:
        """Everything that the row says, as one sentence."""
        said = " ".join(filter(None, (self.head, self.title)))
        return ". ".join(filter(None, (said, *self.below, self.right, self.said)))
