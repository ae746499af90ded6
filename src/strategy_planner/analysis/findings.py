"""The problems of a plan, as the desktop lists them: what a planner should look at, and why."""

from strategy_planner.analysis.date_findings import date_findings
from strategy_planner.analysis.finding import WEIGHTS, Finding
from strategy_planner.analysis.progress_findings import progress_findings
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.structure_findings import structure_findings
from strategy_planner.model.plan import Plan

__all__ = ["Finding", "findings"]


def findings(plan: Plan, schedule: Schedule) -> list[Finding]:
    """All problems, heaviest first: by severity, then by days, then in the plan's order."""
    found = [
        *date_findings(plan, schedule),
        *structure_findings(plan, schedule),
        *progress_findings(plan, schedule),
    ]
    found.sort(key=lambda finding: (WEIGHTS[finding.severity], -_days_late(finding)))
    return found


def _days_late(finding: Finding) -> int:
    """How late, for the order; days that are left count the less the more they are."""
    days = finding.days or 0
    return -days if finding.rule == "gate_request" else days
