"""What follows from the plan of an edition, each worked out once, when a page first asks for it.

So every page tells the same figure (SEMANTICS; issue of honesty: one calculation for one export).
"""

from functools import cached_property
from typing import TYPE_CHECKING

from strategy_planner.analysis.budget.by_year import Budget, budget_by_year
from strategy_planner.analysis.decisions.calendar import DecisionCalendar, decision_calendar
from strategy_planner.analysis.kpis.standing import KpiStanding, kpi_standings
from strategy_planner.analysis.pathways.comparison import Comparison, compare_pathways
from strategy_planner.analysis.quality.check import Quality, check_quality
from strategy_planner.analysis.repairs.late_chains import LateChain, late_chains
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.terms import Terms, terms_of
from strategy_planner.model.plan import Plan

if TYPE_CHECKING:
    from strategy_planner.analysis.simulation.simulation import Simulation


class Analyses:
    """The analyses of one plan and schedule."""

    def __init__(self, plan: Plan, schedule: Schedule) -> None:
        self._plan, self._schedule = plan, schedule

    @cached_property
    def late(self) -> tuple[LateChain, ...]:
        """What is too late, with its repairs."""
        return late_chains(self._plan, self._schedule)

    @cached_property
    def calendar(self) -> DecisionCalendar:
        """When each option of each choice closes."""
        return decision_calendar(self._plan, self._schedule)

    @cached_property
    def comparison(self) -> Comparison:
        """The pathways side by side."""
        return compare_pathways(self._plan, self._schedule)

    @cached_property
    def kpis(self) -> dict[str, KpiStanding]:
        """How each KPI stands."""
        return kpi_standings(self._plan, self._schedule)

    @cached_property
    def budget(self) -> Budget:
        """What is known to cost, by fiscal year."""
        return budget_by_year(self._plan, self._schedule)

    @cached_property
    def quality(self) -> Quality:
        """Whether it is a real backcast."""
        return check_quality(self._plan, self._schedule)

    @property
    def terms(self) -> Terms:
        """How the plan is simulated: as its settings say, with the usual runs and seed."""
        return terms_of(self._plan.settings)

    @cached_property
    def simulation(self) -> "Simulation":
        """How sure the targets are."""
        # numpy is loaded for the pack with this page alone
        from strategy_planner.analysis.simulation.simulation import simulate

        return simulate(self._plan, self._schedule, self.terms)
