"""Durations, lags and delays of all runs at once, and their sums with instants."""

from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.simulation.calendar_sums import (
    Floats,
    WorkingDays,
    after_months,
    working_days,
)
from strategy_planner.analysis.spans import CalendarSpan, Span
from strategy_planner.calendars.durations import Duration

Family = Literal["d", "wd", "mo"]
DAYS_IN: dict[Family, float] = {"d": 1.0, "wd": 1.4, "mo": 365.2425 / 12}
"""The calendar days of a unit on average, for comparing lengths of different families."""


@dataclass(frozen=True, slots=True)
class Step:
    """An amount of days, working days or months: in every run the same, or one for each."""

    amount: Floats | float
    family: Family
    work: WorkingDays | None = None


Length = tuple[Step, ...]
"""Steps taken one after the other: a duration, then the delays that struck it."""


def step_of(amount: Floats | float, family: Family, country: str | None) -> Step:
    """A step of a family; working days are those of ``country``."""
    return Step(amount, family, working_days(country) if family == "wd" else None)


def length_of(span: Span, country: str | None) -> Length:
    """The length of a duration or a lag of the passes."""
    if isinstance(span, CalendarSpan):
        return (fixed_step(span.duration, country),)
    return (Step(float(span), "d"),) if span else ()


def fixed_step(duration: Duration, country: str | None) -> Step:
    """A duration as written, the same in every run."""
    return step_of(float(duration.amount_in_family), duration.family, country)


def later(instants: Floats, length: Length) -> Floats:
    """Each instant + ``length``."""
    for step in length:
        instants = _moved(instants, step, step.amount)
    return instants


def earlier(instants: Floats, length: Length) -> Floats:
    """Each instant − ``length``."""
    for step in reversed(length):
        instants = _moved(instants, step, -step.amount)
    return instants


def _moved(instants: Floats, step: Step, amount: Floats | float) -> Floats:
    if step.work is not None:
        return step.work.after(instants, amount)
    if step.family == "mo":
        return after_months(instants, amount)
    return instants + amount
