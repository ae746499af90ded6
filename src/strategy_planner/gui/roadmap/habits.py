"""How a window shows its roadmap: what the lanes stand for, and how far years are drawn."""

from dataclasses import dataclass
from typing import get_args

from strategy_planner.layout.roadmap.options import Grouping


@dataclass(frozen=True, slots=True)
class Habits:
    """What a planner chose for the roadmap of a window; no part of the plan."""

    lanes: Grouping = "track"
    near_wide: bool = True
    far_blocks: bool = False

    def text(self) -> str:
        """As it is remembered between two starts."""
        looks = (("wide", self.near_wide), ("blocks", self.far_blocks))
        return " ".join((self.lanes, *(name for name, is_on in looks if is_on)))


def read_habits(text: str) -> Habits:
    """What was remembered; of an unknown text what is usual."""
    words = text.split()
    lanes: Grouping
    for lanes in get_args(Grouping):
        if words and words[0] == lanes:
            return Habits(lanes, "wide" in words, "blocks" in words)
    return Habits()
