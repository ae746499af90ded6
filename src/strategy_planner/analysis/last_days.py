"""Instants as the last days that people are shown (SEMANTICS 1.1)."""

import datetime as dt

from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan

_ONE_DAY = dt.timedelta(days=1)


def early_last_day(plan: Plan, schedule: Schedule, node_id: str) -> dt.date | None:
    """The last day of an item at its earliest."""
    item = schedule.items[node_id]
    return last_day(plan, node_id, item.early_start, item.early_finish)


def late_last_day(plan: Plan, schedule: Schedule, node_id: str) -> dt.date | None:
    """The last day of an item at its latest."""
    item = schedule.items[node_id]
    return last_day(plan, node_id, item.late_start, item.late_finish)


def last_day(
    plan: Plan, node_id: str, start: dt.date | None, finish: dt.date | None
) -> dt.date | None:
    """The day before ``finish``; what takes no time stands on its window's first day itself."""
    if finish is None:
        return None
    if start == finish:
        node = plan.nodes[node_id]
        window = window_of(node, plan.settings)
        firsts = {node.not_before, window.earliest if window else None}
        if finish in firsts and not node.is_done:
            return finish
    return finish - _ONE_DAY
