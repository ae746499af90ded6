"""The days of the choices at each item: what is lost when, and by when to decide."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from strategy_planner.analysis.decisions.calendar import ChoiceDates, decision_calendar
from strategy_planner.analysis.decisions.deadlines import taken_of
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.language import Message, message
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class ChoiceDays:
    """Of the choices at one item: the last days on which each option can be begun in time, and
    the last one to decide; None where none is, or where nothing can be decided any more.

    ``decided``: the pathway has chosen, and could be changed until that day. ``missed``: nobody
    has chosen, and fewer options are left than are needed.
    """

    closings: tuple[dt.date, ...]
    decide_by: dt.date | None
    standing: Literal["open", "decided", "missed"]

    @property
    def sentences(self) -> tuple[Message, ...]:
        """What the days say, for who hovers over the item or hears of it."""
        told: list[Message] = []
        if self.decide_by is not None:
            told.append(_DECIDE[self.standing](self.decide_by))
        if self.closings and self.closings[0] != self.decide_by:
            told.append(message("The first option closes on {day}", day=self.closings[0]))
        return tuple(told)


Choices = Mapping[str, ChoiceDays]
"""By the item at which the choices stand."""
NO_CHOICES: Choices = MappingProxyType({})


_DECIDE = {
    "open": lambda day: message("Decide by {day}", day=day),
    "decided": lambda day: message("The choice can be changed until {day}", day=day),
    "missed": lambda day: message("The choice was to be made by {day}", day=day),
}


def choice_days(plan: Plan, schedule: Schedule) -> Choices:
    """The days of every item with a choice; quick where the plan has none."""
    if not plan.choices:
        return NO_CHOICES
    try:
        calendar = decision_calendar(plan, schedule)
    except PlanError:
        # An option alone leaves the years that can be planned: no reason to draw nothing at all.
        return NO_CHOICES
    found: dict[str, list[ChoiceDates]] = {}
    for one in calendar.choices:
        found.setdefault(one.item, []).append(one)
    days = {item: _together(plan, schedule, choices) for item, choices in found.items()}
    return {item: one for item, one in days.items() if one.closings or one.decide_by}


def _together(plan: Plan, schedule: Schedule, choices: list[ChoiceDates]) -> ChoiceDays:
    """Several choices at one item: whichever has to be made first tells the day."""
    options = (option for choice in choices for option in choice.options)
    closings = {option.closes_on for option in options if option.closes_on is not None}
    today = schedule.status_date
    asked = [choice for choice in choices if taken_of(plan, schedule, choice.choice) is None]
    open_days = [choice.decide_by for choice in asked if choice.decide_by is not None]
    changeable = [
        choice.decide_by
        for choice in choices
        if choice not in asked and choice.decide_by is not None and choice.decide_by >= today
    ]
    closing = tuple(sorted(closings))
    if open_days:
        day = min(open_days)
        return ChoiceDays(closing, day, "missed" if day < today else "open")
    return ChoiceDays(closing, min(changeable, default=None), "decided")
