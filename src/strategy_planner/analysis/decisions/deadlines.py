"""The decision calendar as one list by day: what to choose, to begin, to decide, to apply for."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.decisions.calendar import ChoiceDates, DecisionCalendar, OptionDates
from strategy_planner.analysis.last_days import late_last_day
from strategy_planner.analysis.schedule import ItemDates, Schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node

DeadlineKind = Literal["choice", "option", "item", "gate", "last_gate", "signpost"]
"""A choice to be made, an option that closes, an item of kind decision, the next day to apply
at a gate and the last one that is in time, and a signpost on its trend.
"""
_ORDER: tuple[DeadlineKind, ...] = ("choice", "item", "signpost", "option", "gate", "last_gate")
WARNING_DAYS = 90
"""Fewer days than this are told as a warning."""


@dataclass(frozen=True, slots=True)
class Deadline:
    """Something that has to have been done by the end of ``day``, the last one for it.

    ``item`` is the item that it stands at; ``record`` is the choice, gate or signpost that it is
    about, None for an item of kind decision. ``is_open`` says that the day still matters: that
    nobody has chosen otherwise or has begun. ``is_first_loss`` marks the first option of a choice
    that is lost.
    """

    kind: DeadlineKind
    item: str
    day: dt.date | None
    days_left: int | None
    is_open: bool
    record: str | None = None
    option: OptionDates | None = None
    is_first_loss: bool = False

    @property
    def key(self) -> tuple[str, ...]:
        """What it is known by while its day moves."""
        name = self.option.option if self.option is not None else ""
        return (self.kind, self.item, self.record or "", name)

    @property
    def is_missed(self) -> bool:
        """Whether the day has passed and it still was open."""
        return self.is_open and self.days_left is not None and self.days_left < 0

    @property
    def is_near(self) -> bool:
        """Whether few days are left."""
        return self.is_open and self.days_left is not None and 0 <= self.days_left < WARNING_DAYS


def deadlines(plan: Plan, schedule: Schedule, calendar: DecisionCalendar) -> tuple[Deadline, ...]:
    """Everything with a last day, in the order of the days; what has none comes last."""
    found = [
        *(one for choice in calendar.choices for one in _of_choice(plan, schedule, choice)),
        *_of_items(plan, schedule),
        *_of_gates(plan, schedule),
        *_of_signposts(schedule, calendar),
    ]
    last = dt.date.max
    return tuple(sorted(found, key=lambda one: (one.day or last, _ORDER.index(one.kind))))


def _of_choice(plan: Plan, schedule: Schedule, choice: ChoiceDates) -> Iterator[Deadline]:
    taken = taken_of(plan, schedule, choice.choice)
    has_begun = all(option.state == "begun" for option in choice.options)
    yield _deadline(
        schedule,
        "choice",
        choice.item,
        choice.decide_by,
        choice.choice,
        is_open=taken is None and not has_begun,
    )
    first = min(choice.options, key=lambda one: one.closes_on or dt.date.max, default=None)
    for option in choice.options:
        is_wanted = taken is None or option.option in taken
        yield Deadline(
            "option",
            choice.item,
            option.closes_on,
            option.days_left,
            is_open=is_wanted and option.closes_on is not None,
            record=choice.choice,
            option=option,
            is_first_loss=option is first and taken is None and len(choice.options) > 1,
        )


def taken_of(plan: Plan, schedule: Schedule, choice: str) -> tuple[str, ...] | None:
    """The options that the schedule's pathway takes; None where it leaves the choice open."""
    pathway = plan.pathways.get(schedule.pathway or "")
    return None if pathway is None else pathway.chosen.get(choice)


def _of_items(plan: Plan, schedule: Schedule) -> Iterator[Deadline]:
    """The items of kind decision that are not done."""
    for id_, dates in schedule.items.items():
        if plan.nodes[id_].kind == "decision" and dates.state not in {"done", "dormant"}:
            day = late_last_day(plan, schedule, id_)
            yield _deadline(schedule, "item", id_, day, None, is_open=True)


def _of_gates(plan: Plan, schedule: Schedule) -> Iterator[Deadline]:
    """The day to apply that the early dates count on, and the last one that is in time."""
    for id_, dates in schedule.items.items():
        node = plan.nodes[id_]
        if node.gate is None or not _waits(node, dates):
            continue
        early = apply_by(schedule, id_, dates.early_start)
        late = apply_by(schedule, id_, dates.late_start)
        if early is not None:
            yield _deadline(schedule, "gate", id_, early, node.gate, is_open=True)
        if late is not None and late != early:
            yield _deadline(schedule, "last_gate", id_, late, node.gate, is_open=True)


def _waits(node: Node, dates: ItemDates) -> bool:
    return not node.has_begun and not node.is_done and dates.state not in {"done", "dormant"}


def apply_by(schedule: Schedule, item: str, start: dt.date | None) -> dt.date | None:
    """The last day to apply at an item's gate for a start on ``start``."""
    windows = schedule.network.gates.get(schedule.network.index[item])
    if windows is None or start is None:
        return None
    return dt.date.fromordinal(windows.apply_by(start.toordinal()))


def _of_signposts(schedule: Schedule, calendar: DecisionCalendar) -> Iterator[Deadline]:
    """The days on which a trend has to be acted on, at the item of the choice that it tells of."""
    for trigger in calendar.triggers:
        at = next(one for one in calendar.options if trigger.signpost in one.signposts)
        yield _deadline(
            schedule, "signpost", at.item, trigger.decide_by, trigger.signpost, is_open=True
        )


def _deadline(
    schedule: Schedule,
    kind: DeadlineKind,
    item: str,
    day: dt.date | None,
    record: str | None,
    *,
    is_open: bool,
) -> Deadline:
    left = None if day is None else (day - schedule.status_date).days
    return Deadline(kind, item, day, left, is_open, record)
