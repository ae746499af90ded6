"""How each KPI stands: needed, measured and expected value by fiscal year, progress and grade.

Grades as in the follow-up of Japan's growth strategy (KPIの進捗状況): A, B, F, N (SEMANTICS 7.4).
"""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.kpis.forecast import (
    Forecast,
    additions_to,
    known_on,
    measurements_of,
    reached_on,
    trend_of,
)
from strategy_planner.analysis.kpis.trajectory import is_falling, needed, year_index
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi, Measurement

Grade = Literal["A", "B", "F", "N"]
_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class KpiYear:
    """One fiscal year, taken on its last day; values in the KPI's unit."""

    year: int
    on: dt.date
    needed: float | None
    measured: float | None
    forecast: float | None
    trend: float | None


@dataclass(frozen=True, slots=True)
class KpiStanding:
    """``progress`` and ``elapsed`` are shares, 1 at the target; below 0 the ``gap`` is behind."""

    years: tuple[KpiYear, ...]
    progress: float | None
    elapsed: float | None
    gap: float | None
    grade: Grade
    reaches_target_on: dt.date | None
    last: Measurement | None
    forecast: Forecast | None


def kpi_standings(plan: Plan, schedule: Schedule) -> dict[str, KpiStanding]:
    """Every KPI of a plan on the schedule's status date."""
    by_kpi = measurements_of(plan)
    return {id_: _standing(plan, schedule, kpi, by_kpi[id_]) for id_, kpi in plan.kpis.items()}


def _standing(plan: Plan, schedule: Schedule, kpi: Kpi, measured: list[Measurement]) -> KpiStanding:
    known = known_on(measured, schedule.status_date)
    last = known[-1] if known else None
    trend = trend_of(kpi, known)
    forecast = Forecast(trend, additions_to(plan, schedule.items, kpi.id)) if trend else None
    progress = _progress(kpi, last)
    elapsed = _elapsed(kpi, last)
    return KpiStanding(
        years=_years(plan, kpi, measured, forecast),
        progress=progress,
        elapsed=elapsed,
        gap=_gap(kpi, last),
        grade=_grade(kpi, progress, elapsed),
        reaches_target_on=_reached(kpi, known, forecast),
        last=last,
        forecast=forecast,
    )


def _years(
    plan: Plan, kpi: Kpi, measured: list[Measurement], forecast: Forecast | None
) -> tuple[KpiYear, ...]:
    start_month = plan.settings.fiscal_year_start or 4
    firsts = [one.date for one in measured[:1]] + [kpi.baseline[0] if kpi.baseline else None]
    lasts = [kpi.target[0] if kpi.target else None, plan.settings.horizon_end]
    begins = [fiscal_year(day, start_month) for day in firsts if day is not None]
    ends = [fiscal_year(day, start_month) for day in lasts if day is not None]
    if not begins:
        return ()
    ends = ends or [fiscal_year(one.date, start_month) for one in measured if one.date]
    in_year = {fiscal_year(one.date, start_month): one.value for one in measured if one.date}
    rows = []
    for year in range(min(begins), max([*ends, min(begins)]) + 1):
        on = fiscal_year_bounds(year, start_month)[1] - dt.timedelta(days=1)
        time = year_index(on)
        ahead = forecast is not None and time > forecast.trend.at[0]
        rows.append(
            KpiYear(
                year=year,
                on=on,
                needed=needed(kpi, on),
                measured=in_year.get(year),
                forecast=forecast.value(time) if forecast and ahead else None,
                trend=forecast.trend.value(time) if forecast and ahead else None,
            )
        )
    return tuple(rows)


def _progress(kpi: Kpi, last: Measurement | None) -> float | None:
    if last is None or last.value is None or kpi.target is None or kpi.baseline is None:
        return None
    (day, start), goal = kpi.baseline, kpi.target[1]
    if day is None or goal == start:
        return None
    return (last.value - start) / (goal - start)


def _elapsed(kpi: Kpi, last: Measurement | None) -> float | None:
    if last is None or last.date is None or kpi.target is None or kpi.baseline is None:
        return None
    first, end = kpi.baseline[0], kpi.target[0]
    if first is None or end is None:
        return None
    begins, ends = year_index(first), year_index(end)
    return (year_index(last.date) - begins) / (ends - begins) if ends > begins else None


def _gap(kpi: Kpi, last: Measurement | None) -> float | None:
    """Measured less needed on the day of the measurement, turned round where less is better."""
    if last is None or last.date is None or last.value is None:
        return None
    wanted = needed(kpi, last.date)
    if wanted is None:
        return None
    return wanted - last.value if is_falling(kpi) else last.value - wanted


def _grade(kpi: Kpi, progress: float | None, elapsed: float | None) -> Grade:
    if kpi.execution:
        return "F"
    if progress is None or elapsed is None:
        return "N"
    return "A" if progress >= elapsed - _ROUNDING else "B"


def _reached(kpi: Kpi, known: list[Measurement], forecast: Forecast | None) -> dt.date | None:
    if kpi.target is None:
        return None
    goal, upwards = kpi.target[1], not is_falling(kpi)
    since = None
    for one in reversed(known):
        if one.value is None or (one.value < goal if upwards else one.value > goal):
            break
        since = one.date
    if since is not None or forecast is None:
        return since
    return reached_on(forecast, goal, upwards=upwards)
