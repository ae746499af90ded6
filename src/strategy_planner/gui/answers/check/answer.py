"""What the page asks: the check of the plan, and who changes what."""

from dataclasses import dataclass

from strategy_planner.analysis.quality.check import Quality, check_quality
from strategy_planner.analysis.quality.coverage_table import CoverageTable, coverage_table
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.background import Task
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Checked:
    """The outcomes of all rules, and the items by owner and kind of change."""

    quality: Quality
    coverage: CoverageTable


def check(plan: Plan, today: Schedule, task: Task) -> Checked:
    """The quality check of the plan as it now is."""
    del task
    return Checked(check_quality(plan, today), coverage_table(plan, today))
