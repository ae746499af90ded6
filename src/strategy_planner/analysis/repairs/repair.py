"""A repair: changes of the plan that are offered for a missed date, and what they do for it."""

from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.wording import days_in_words, listed
from strategy_planner.language import Message, message
from strategy_planner.model.changes import ChangeSet

Kind = Literal[
    "shorten", "overlap", "start_now", "other_opening", "take_option", "resolve_obstacle",
    "take_up_again", "drop_condition", "narrow", "combine", "move_target",
]  # fmt: skip

DEPTH: dict[Kind, int] = {
    "shorten": 0,
    "overlap": 0,
    "start_now": 0,
    "other_opening": 0,
    "take_option": 1,
    "resolve_obstacle": 2,
    "take_up_again": 2,
    "drop_condition": 3,
    "narrow": 4,
    "combine": 6,
    "move_target": 7,
}
"""How deep each kind cuts, which comes before by how many days: first what only moves dates
within the plan as it is, then another way, then what has to be brought about from outside, then
what gives up a claim, a part, an estimate; the promise itself last (SEMANTICS 5.4)."""
BEYOND_ESTIMATE = 5
"""The depth of shortening an item below its own optimistic estimate."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """Changes that might repair a date. ``days`` is by how much they change durations, lags and
    dates, in nominal days: the measure of the least change among those that cut equally deep.
    """

    kind: Kind
    items: tuple[str, ...]
    change_set: ChangeSet
    depth: int
    days: float = 0.0


@dataclass(frozen=True, slots=True)
class Repair:
    """A proposal with what the passes say of it.

    ``gains_days`` is by how much the slack grows, None where there was no date at all before;
    ``leaves_days_short`` is what is then still missing, 0 when in time. ``harms`` are the items,
    each with its name, that would miss another date of the plan for it, or miss it by more.
    """

    kind: Kind
    items: tuple[str, ...]
    change_set: ChangeSet
    depth: int
    days: float
    gains_days: int | None
    leaves_days_short: int
    harms: tuple[tuple[str, Message], ...] = ()

    @property
    def message(self) -> Message:
        """What to do and what it leads to, in one sentence; a second one tells whom it harms."""
        if not self.harms:
            return self._effect
        return message(
            "{repair} But then {items} would miss a date, or miss it by more.",
            repair=self._effect,
            items=listed(name for _, name in self.harms),
        )

    @property
    def _effect(self) -> Message:
        said: dict[str, object] = {"repair": self.change_set.label}
        if self.gains_days is None:
            if not self.leaves_days_short:
                return message("{repair}: it can then come, in time.", **said)
            left = days_in_words(self.leaves_days_short)
            return message("{repair}: it can then come, but {left} too late.", **said, left=left)
        if not self.leaves_days_short:
            return message("{repair}: then in time.", **said)
        return message(
            "{repair}: gains {gain}, still {left} short.",
            **said,
            gain=days_in_words(self.gains_days),
            left=days_in_words(self.leaves_days_short),
        )


def rank(repair: Repair) -> tuple[bool, bool, int, bool, int, float]:
    """The order of repairs: what suffices by least change, then what gains most, then the
    promise itself. What harms another date stands behind what does not; those of a rank stay in
    the order of the chain.
    """
    return (
        repair.kind == "move_target",
        repair.leaves_days_short > 0,
        repair.leaves_days_short,
        bool(repair.harms),
        repair.depth,
        repair.days,
    )
