"""Amounts of one unit, and what they are in nominal days, to compare changes of all units."""

import math

from strategy_planner.calendars.durations import Duration, Unit, parse_duration

NOMINAL_DAYS: dict[Unit, float] = {"d": 1, "wd": 7 / 5, "w": 7, "mo": 365.2425 / 12, "y": 365.2425}


def nominal_days(amount: int, unit: Unit) -> float:
    """About how many days an amount of a unit is."""
    return amount * NOMINAL_DAYS[unit]


def whole_units(text: str | None, unit: Unit) -> int:
    """How many whole units of another kind a duration has; 0 for none."""
    if text is None:
        return 0
    duration = parse_duration(text)
    if duration.unit == unit:
        return duration.amount
    return int(nominal_days(duration.amount, duration.unit) / NOMINAL_DAYS[unit] + 1e-9)


def units_to_hold(duration: Duration, unit: Unit) -> int:
    """The least number of units that is not shorter than a duration of the same family."""
    if duration.unit == unit:
        return duration.amount
    exact = {("mo", "y"): 1 / 12, ("y", "mo"): 12, ("d", "w"): 1 / 7, ("w", "d"): 7}
    return math.ceil(duration.amount * exact[duration.unit, unit] - 1e-9)
