"""When KPIs make what they measure true, once the plan's dates follow its KPIs.

A KPI's forecast is its present trend and what actions add to it (SEMANTICS 7.5). What they add
begins with their early dates, which may wait for a KPI in their turn; to avoid the circle, these
are the early dates of passes that look at no KPI.
"""

import datetime as dt
from collections.abc import Mapping, Sequence

from strategy_planner.analysis.item_dates import ItemDates
from strategy_planner.analysis.kpis.forecast import (
    Forecast,
    additions_to,
    known_on,
    measurements_of,
    reached_on,
    trend_of,
)
from strategy_planner.analysis.kpis.trajectory import is_falling
from strategy_planner.analysis.network import Reaching
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi, Measurement


def follows_kpis(plan: Plan) -> bool:
    """Whether the planner lets dates follow the KPIs, and any KPI says when it is reached."""
    return plan.settings.kpi_dates is True and any(
        kpi.reached_at is not None for kpi in plan.kpis.values()
    )


def reachings_of(
    plan: Plan, status_date: dt.date, items: Mapping[str, ItemDates]
) -> tuple[Reaching, ...]:
    """When each KPI of an item that is not done comes to its ``reached_at``.

    ``items`` are the dates of passes that look at no KPI.
    """
    by_kpi = measurements_of(plan)
    found = []
    for kpi in plan.kpis.values():
        dates = items.get(kpi.node or "")
        if kpi.node is None or kpi.reached_at is None or dates is None or dates.state == "done":
            continue
        known = known_on(by_kpi[kpi.id], status_date)
        found.append(_reaching(plan, kpi, kpi.node, known, items))
    return tuple(found)


def _reaching(
    plan: Plan, kpi: Kpi, node: str, known: Sequence[Measurement], items: Mapping[str, ItemDates]
) -> Reaching:
    goal, upwards = float(kpi.reached_at or 0), not is_falling(kpi)
    last = known[-1] if known else None
    if last is not None and last.date is not None and last.value is not None:
        value = float(last.value)
        if value >= goal if upwards else value <= goal:
            return Reaching(kpi.id, node, last.date, is_met=True, is_helped=False)
    trend = trend_of(kpi, known)
    if trend is None:
        return Reaching(kpi.id, node, None, is_met=False, is_helped=False)
    additions = additions_to(plan, items, kpi.id)
    day = reached_on(Forecast(trend, additions), goal, upwards=upwards)
    return Reaching(kpi.id, node, day, is_met=False, is_helped=bool(additions))
