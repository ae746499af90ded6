"""The lines of a KPI over time: needed, as usual, expected, measured."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from strategy_planner.analysis.kpis.forecast import measurements_of
from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.analysis.kpis.trajectory import first_day_at, needed, year_index
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi

Line = tuple[tuple[dt.date, float], ...]
"""Days and values in the KPI's unit, in order of time."""


@dataclass(frozen=True, slots=True)
class KpiLines:
    """Each line is empty where nothing is known of it.

    ``needed`` is the trajectory from the baseline to the target; ``business_as_usual`` the trend
    from the first known value to the last year of the KPI; ``expected`` the forecast with what
    the actions add, from the last known value on; ``measured`` every measurement.
    """

    needed: Line
    business_as_usual: Line
    expected: Line
    measured: Line


def lines_of(plan: Plan, kpi: Kpi, standing: KpiStanding) -> KpiLines:
    """The lines, told at the first day of each month and at each bend."""
    measured = tuple(
        (one.date, float(one.value))
        for one in measurements_of(plan)[kpi.id]
        if one.date is not None and one.value is not None
    )
    return KpiLines(_needed(kpi), _trend(standing), _expected(standing), measured)


def _needed(kpi: Kpi) -> Line:
    if kpi.baseline is None or kpi.target is None:
        return ()
    first, last = kpi.baseline[0], kpi.target[0]
    if first is None or last is None or first >= last:
        return ()
    bends = {first, last, *(day for day, _ in kpi.waypoints if first < day < last)}
    days = sorted(bends.union(_months(first, last)))
    return tuple((day, value) for day in days if (value := needed(kpi, day)) is not None)


def _trend(standing: KpiStanding) -> Line:
    if standing.forecast is None or not standing.years:
        return ()
    trend = standing.forecast.trend
    first, last = first_day_at(trend.begins), standing.years[-1].on
    if first is None or first >= last:
        return ()
    return tuple((day, trend.value(year_index(day))) for day in (first, last))


def _expected(standing: KpiStanding) -> Line:
    if standing.forecast is None or not standing.years:
        return ()
    forecast, last = standing.forecast, standing.years[-1].on
    first = first_day_at(forecast.trend.at[0])
    if first is None or first >= last:
        return ()
    turns = (first_day_at(t) for one in forecast.additions for t in (one.begins, one.ends))
    bends = {first, last, *(day for day in turns if day is not None and first < day < last)}
    days = sorted(bends.union(_months(first, last)))
    return tuple((day, forecast.value(year_index(day))) for day in days)


def _months(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    """The first days of the months between two days."""
    for month in range(first.year * 12 + first.month, last.year * 12 + last.month):
        yield dt.date(month // 12, month % 12 + 1, 1)
