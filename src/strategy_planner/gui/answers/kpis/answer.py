"""What the page asks: how every KPI stands, worked out beside the window."""

from dataclasses import dataclass

from strategy_planner.analysis.kpis.standing import KpiStanding, kpi_standings
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.background import Task
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class KpiAnswer:
    """The KPIs of a plan that nobody changes any more, and how each stands."""

    plan: Plan
    today: Schedule
    standings: dict[str, KpiStanding]


def standings(plan: Plan, today: Schedule, task: Task) -> KpiAnswer:
    """How every KPI stands on the status date."""
    del task
    return KpiAnswer(plan, today, kpi_standings(plan, today))
