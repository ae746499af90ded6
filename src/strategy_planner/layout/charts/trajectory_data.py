"""What a KPI's chart shows, read from the plan: times in years, values in the KPI's unit."""

import datetime as dt
import itertools
from dataclasses import dataclass

from strategy_planner.analysis.kpis.forecast import Forecast, measurements_of
from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.analysis.kpis.trajectory import (
    first_day_at,
    is_falling,
    milestones,
    needed,
    year_index,
)
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi, Number
from strategy_planner.model.texts import text_of

Point = tuple[float, float]
"""A time in years (SEMANTICS 7.1) and a value."""
_PARTS = 24


@dataclass(frozen=True, slots=True)
class Trajectory:
    """One KPI. What has no day has None for its time; what is not known is None or empty."""

    name: str
    unit: str
    start_month: int = 4
    status: float | None = None
    baseline: tuple[float | None, float] | None = None
    target: tuple[float | None, float] | None = None
    waypoints: tuple[Point, ...] = ()
    needed: tuple[Point, ...] = ()
    """The line from the baseline to the target, in its shape."""
    measured: tuple[Point, ...] = ()
    trend: tuple[Point, ...] = ()
    """Business as usual from the last known value on."""
    forecast: tuple[Point, ...] = ()
    reached_at: float | None = None
    gap: float | None = None
    """Below 0: behind what was needed on the day of the last known value."""
    needed_then: Point | None = None
    """What was needed on that day."""
    is_falling: bool = False

    @property
    def given(self) -> tuple[float, ...]:
        """The values that a planner gave."""
        ends = (one[1] for one in (self.baseline, self.target) if one is not None)
        level = () if self.reached_at is None else (self.reached_at,)
        points = (value for _, value in (*self.waypoints, *self.measured))
        return (*ends, *points, *level)

    @property
    def is_to_be_set(self) -> bool:
        """Whether there is nothing to draw yet."""
        return not self.given


def trajectory_of(
    plan: Plan, kpi: Kpi, standing: KpiStanding, status: dt.date, language: str
) -> Trajectory:
    """The chart's content of one KPI of a plan."""
    ends = _ends(plan, kpi, standing)
    return Trajectory(
        name=text_of(plan, kpi, "name", language) or kpi.id,
        unit=text_of(plan, kpi, "unit", language) or "",
        start_month=plan.settings.fiscal_year_start or 4,
        status=year_index(status),
        baseline=_timed(kpi.baseline),
        target=_timed(kpi.target),
        waypoints=tuple((year_index(day), float(value)) for day, value in kpi.waypoints),
        needed=_needed_line(kpi),
        measured=tuple(
            (year_index(one.date), float(one.value))
            for one in measurements_of(plan)[kpi.id]
            if one.date is not None and one.value is not None
        ),
        trend=_trend_line(standing.forecast, ends),
        forecast=_forecast_line(standing.forecast, ends),
        reached_at=None if kpi.reached_at is None else float(kpi.reached_at),
        gap=standing.gap,
        needed_then=_needed_then(kpi, standing),
        is_falling=is_falling(kpi),
    )


def _timed(end: tuple[dt.date | None, Number] | None) -> tuple[float | None, float] | None:
    if end is None:
        return None
    day, value = end
    return (None if day is None else year_index(day)), float(value)


def _ends(plan: Plan, kpi: Kpi, standing: KpiStanding) -> float | None:
    """Until when trend and forecast are drawn: the target's day, else the end of the horizon."""
    if kpi.target is not None and kpi.target[0] is not None:
        return year_index(kpi.target[0])
    if plan.settings.horizon_end is not None:
        return year_index(plan.settings.horizon_end)
    return year_index(standing.years[-1].on) if standing.years else None


def _needed_line(kpi: Kpi) -> tuple[Point, ...]:
    corners = milestones(kpi)
    if kpi.shape in {None, "linear"}:
        return tuple(corners)
    line: list[Point] = []
    for start, end in itertools.pairwise(corners):
        line.append(start)
        if kpi.shape == "steps":
            line.append((end[0], start[1]))
            continue
        for part in range(1, _PARTS):
            day = first_day_at(start[0] + (end[0] - start[0]) * part / _PARTS)
            value = None if day is None else needed(kpi, day)
            if day is not None and value is not None:
                line.append((year_index(day), value))
    return (*line, *corners[-1:])


def _trend_line(forecast: Forecast | None, ends: float | None) -> tuple[Point, ...]:
    if forecast is None or ends is None or ends <= forecast.trend.at[0]:
        return ()
    return (forecast.trend.at, (ends, forecast.trend.value(ends)))


def _forecast_line(forecast: Forecast | None, ends: float | None) -> tuple[Point, ...]:
    """Empty where no action adds anything by then: it is the trend."""
    if forecast is None or ends is None or ends <= forecast.trend.at[0]:
        return ()
    if all(one.begins > ends for one in forecast.additions):
        return ()
    starts = forecast.trend.at[0]
    turns = {t for one in forecast.additions for t in (one.begins, one.ends) if starts < t < ends}
    leaps = {one.begins for one in forecast.additions if one.begins == one.ends}
    line: list[Point] = [forecast.trend.at]
    for turn in sorted(turns):
        if turn in leaps:
            before = turn - 1e-6
            line.append((turn, forecast.value(before)))
        line.append((turn, forecast.value(turn)))
    return (*line, (ends, forecast.value(ends)))


def _needed_then(kpi: Kpi, standing: KpiStanding) -> Point | None:
    last = standing.last
    if last is None or last.date is None:
        return None
    value = needed(kpi, last.date)
    return None if value is None else (year_index(last.date), value)
