"""Where a KPI is heading: business as usual, and what actions add to it (SEMANTICS 7.5)."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from strategy_planner.analysis.item_dates import ItemDates
from strategy_planner.analysis.kpis.trajectory import Point, first_day_at, year_index
from strategy_planner.calendars.durations import add, parse_duration
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi, Measurement


@dataclass(frozen=True, slots=True)
class Trend:
    """Business as usual: a line through ``at``, by ``slope`` units of the KPI a year.

    ``begins`` is the time in years of the first value that is known.
    """

    at: Point
    slope: float
    begins: float

    def value(self, time: float) -> float:
        """What the line says at a time in years."""
        return self.at[1] + self.slope * (time - self.at[0])


@dataclass(frozen=True, slots=True)
class Addition:
    """What one action adds: ``amount`` in the KPI's unit, evenly between two times in years."""

    contribution: str
    node: str
    amount: float
    begins: float
    ends: float

    def value(self, time: float) -> float:
        """What has been added by a time."""
        if time >= self.ends:
            return self.amount
        if time <= self.begins:
            return 0.0
        return self.amount * (time - self.begins) / (self.ends - self.begins)


@dataclass(frozen=True, slots=True)
class Forecast:
    """Trend and additions. What was added before the last measurement is in it already."""

    trend: Trend
    additions: tuple[Addition, ...]

    def added(self, addition: Addition, time: float) -> float:
        """What an action adds between the last known value and ``time``."""
        return addition.value(time) - addition.value(self.trend.at[0])

    def value(self, time: float) -> float:
        """The value that is to be expected at a time in years."""
        return self.trend.value(time) + sum(self.added(one, time) for one in self.additions)


def trend_of(kpi: Kpi, measured: Sequence[Measurement]) -> Trend | None:
    """The line from the baseline through the last of ``measured``, which are in order of time.

    Without a baseline through the last two; with one value alone it stays level; None without
    any value that has a day.
    """
    values = [
        (year_index(one.date), float(one.value))
        for one in measured
        if one.date is not None and one.value is not None
    ]
    first = kpi.baseline
    if first is not None and first[0] is not None:
        values = [(year_index(first[0]), float(first[1])), *values[-1:]]
    if not values:
        return None
    (t0, v0), (t1, v1) = values[-2:] if len(values) > 1 else (values[0], values[0])
    return Trend((t1, v1), (v1 - v0) / (t1 - t0) if t1 > t0 else 0.0, values[0][0])


def measurements_of(plan: Plan) -> dict[str, list[Measurement]]:
    """The measurements of each KPI that have a day and a value, in order of time."""
    by_kpi: dict[str, list[Measurement]] = {id_: [] for id_ in plan.kpis}
    for one in plan.measurements.values():
        if one.kpi in by_kpi and one.date is not None and one.value is not None:
            by_kpi[one.kpi].append(one)
    for measured in by_kpi.values():
        measured.sort(key=lambda one: one.date or dt.date.min)
    return by_kpi


def known_on(measured: Sequence[Measurement], day: dt.date) -> list[Measurement]:
    """Those of ``measured`` that are not after a day."""
    return [one for one in measured if one.date is not None and one.date <= day]


def additions_to(plan: Plan, items: Mapping[str, ItemDates], kpi: str) -> tuple[Addition, ...]:
    """What the actions of a plan add to a KPI, from their forecast dates (the early finish).

    What cannot come or is not chosen in the pathway adds nothing.
    """
    found = []
    for one in plan.contributions.values():
        dates = items.get(one.node or "")
        if one.kpi != kpi or one.node is None or dates is None or not one.amount:
            continue
        if dates.early_finish is None or dates.state == "dormant":
            continue
        ends = dates.early_finish
        if one.ramp is not None:
            ends = add(ends, parse_duration(one.ramp))
        begins = year_index(dates.early_finish)
        found.append(Addition(one.id, one.node, float(one.amount), begins, year_index(ends)))
    return tuple(found)


def reached_on(forecast: Forecast, goal: float, *, upwards: bool) -> dt.date | None:
    """The first day from the last known value on, on which the forecast reaches ``goal``.

    None where it never does within the years of a plan. Between the days on which an action
    begins or ends to add, the forecast is a line; where one adds at once, it leaps.
    """
    start = forecast.trend.at[0]
    turns = sorted(
        {start, *(t for one in forecast.additions for t in (one.begins, one.ends) if t > start)}
    )

    def lacks(value: float) -> bool:
        return value < goal - _SMALL if upwards else value > goal + _SMALL

    for turn, following in zip(turns, [*turns[1:], None], strict=True):
        value = forecast.value(turn)
        if not lacks(value):
            return first_day_at(turn)
        slope = _slope_after(forecast, turn)
        if slope > 0 if upwards else slope < 0:
            meets = turn + (goal - value) / slope
            if following is None or meets < following:
                return first_day_at(meets)
    return None


_SMALL = 1e-9


def _slope_after(forecast: Forecast, time: float) -> float:
    ramps = (one for one in forecast.additions if one.begins <= time < one.ends)
    return forecast.trend.slope + sum(one.amount / (one.ends - one.begins) for one in ramps)
