"""The value that a KPI needs on its way from the baseline to the target (SEMANTICS 7.1, 7.3)."""

import datetime as dt
from bisect import bisect_right
from calendar import monthrange
from math import ceil, exp, floor

from strategy_planner.calendars.durations import FIRST_YEAR, LAST_YEAR
from strategy_planner.model.records import Kpi

Point = tuple[float, float]
"""A time in years (`year_index`) and a value."""
_STEEPNESS = 10
_SHARP = 1e-9
"""What floating point may add to a time of day 1, in years."""


def year_index(day: dt.date) -> float:
    """The time of a day in years; whole years are exact on 1 January (SEMANTICS 7.1)."""
    days = monthrange(day.year, day.month)[1]
    return day.year + (day.month - 1) / 12 + (day.day - 1) / (12 * days)


def first_day_at(index: float) -> dt.date | None:
    """The first day whose time is not before ``index``; None beyond the years of a plan."""
    if not FIRST_YEAR <= index < LAST_YEAR + 1:
        return None
    year = floor(index + _SHARP)
    months = (index - year) * 12
    month = min(11, max(0, floor(months + 12 * _SHARP)))
    days = monthrange(year, month + 1)[1]
    day = max(0, ceil((months - month) * days - 400 * _SHARP))
    if day < days:
        return dt.date(year, month + 1, day + 1)
    return dt.date(year, month + 1, days) + dt.timedelta(days=1)


def is_falling(kpi: Kpi) -> bool:
    """Whether less is better; where no direction is given, whether the target is lower."""
    if kpi.direction is None and kpi.baseline is not None and kpi.target is not None:
        return kpi.target[1] < kpi.baseline[1]
    return kpi.direction == "down"


def milestones(kpi: Kpi) -> list[Point]:
    """Baseline, waypoints between, target; empty unless both ends have a day."""
    if kpi.baseline is None or kpi.target is None:
        return []
    (first, start), (last, goal) = kpi.baseline, kpi.target
    if first is None or last is None:
        return []
    between = sorted((day, value) for day, value in kpi.waypoints if first < day < last)
    points = [(first, start), *between, (last, goal)]
    return [(year_index(day), float(value)) for day, value in points]


def needed(kpi: Kpi, day: dt.date) -> float | None:
    """The value needed on ``day`` in the KPI's unit; None outside baseline … target."""
    points = milestones(kpi)
    time = year_index(day)
    if not points or not points[0][0] <= time <= points[-1][0]:
        return None
    place = bisect_right(points, time, key=lambda point: point[0]) - 1
    if place == len(points) - 1:
        return points[-1][1]
    return _between(points[place], points[place + 1], time, kpi.shape or "linear")


def _between(start: Point, end: Point, time: float, shape: str) -> float:
    (t0, v0), (t1, v1) = start, end
    share = (time - t0) / (t1 - t0)
    if shape == "steps":
        return v0
    if shape == "compound":
        return float(v0 * (v1 / v0) ** share)
    if shape == "s_curve":
        share = (_logistic(share) - _logistic(0)) / (_logistic(1) - _logistic(0))
    return v0 + (v1 - v0) * share


def _logistic(share: float) -> float:
    return 1 / (1 + exp(-_STEEPNESS * (share - 0.5)))
