"""What the page asks: where the plan stands as it is, and with each what-if."""

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.what_if import Standing, standing, standings, with_chances
from strategy_planner.gui.background import Task
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.plan import Plan

SAMPLES = 2_000
"""Runs for each chance: enough to tell what-ifs apart, few enough to wait for."""
TRIED = ""
"""The id under which what is being tried stands in the answer."""


def standings_now(
    workspace: Workspace, plan: Plan, today: Schedule, task: Task
) -> tuple[Standing, ...]:
    """The plan as it is, its what-ifs, and last what is being tried; first without chances."""
    drafting = workspace.drafting
    base, base_today = (drafting.base, drafting.base_schedule) if drafting else (plan, today)
    base = base.copy()
    kept = [
        one
        for one in standings(base, base_today)
        if not drafting or one.draft != drafting.draft or one.draft is None
    ]
    tried = [standing(plan, today, TRIED)] if drafting else []
    task.partly.emit((*kept, *tried))
    return (
        *with_chances(base, kept, lambda one, then: _chances(one, then, task)),
        *with_chances(plan, tried, lambda one, then: _chances(one, then, task)),
    )


def _chances(plan: Plan, today: Schedule, task: Task) -> dict[str, float]:
    # numpy is loaded for this alone
    from strategy_planner.analysis.simulation.simulation import simulate
    from strategy_planner.analysis.simulation.terms import terms_of

    terms = terms_of(plan.settings, samples=SAMPLES)
    found = simulate(plan, today, terms, task.advance)
    if found.uncertainty.is_none:
        return {}
    return {id_: chances.chance_by_target for id_, chances in found.targets.items()}
