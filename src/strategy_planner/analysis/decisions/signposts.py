"""Signposts: the measures that tell in time that a choice has to be made (DOMAIN 2.5, triggers).

After adaptation tipping points: what is watched is the value at which one must decide, not the
threshold itself, for by then the lead time is gone (Haasnoot et al., Dynamic adaptive policy
pathways, 2013).
"""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass

from strategy_planner.analysis.kpis.forecast import known_on, measurements_of, trend_of
from strategy_planner.analysis.kpis.trajectory import first_day_at, year_index
from strategy_planner.calendars.durations import parse_duration, subtract
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RegisterItem


@dataclass(frozen=True, slots=True)
class Trigger:
    """On a signpost's present trend: when it passes its threshold, the lead time before that,
    and the value that its KPI has on that day.
    """

    signpost: str
    tips_on: dt.date
    decide_by: dt.date
    value_then: float


def signposts_of(plan: Plan, records: Collection[str]) -> tuple[str, ...]:
    """The signposts that touch any of these records and are not closed, in the plan's order."""
    return tuple(
        item.id
        for item in plan.register.values()
        if item.kind == "signpost"
        and item.effective_state != "closed"
        and any(touched in records for touched in item.touches)
    )


def trigger_of(plan: Plan, signpost: RegisterItem, status_date: dt.date) -> Trigger | None:
    """None without KPI, threshold or trend, and where the trend leads away from the threshold."""
    kpi = plan.kpis.get(signpost.kpi or "")
    if kpi is None or signpost.threshold is None:
        return None
    trend = trend_of(kpi, known_on(measurements_of(plan)[kpi.id], status_date))
    if trend is None or not trend.slope:
        return None
    tips = trend.at[0] + (signpost.threshold - trend.at[1]) / trend.slope
    day = first_day_at(tips) if tips >= trend.begins else None
    if day is None:
        return None
    decide = subtract(day, parse_duration(signpost.lead)) if signpost.lead else day
    return Trigger(signpost.id, day, decide, trend.value(year_index(decide)))
