"""What the page asks: the pathways side by side, exactly at once, then the chance of each."""

import dataclasses
import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from strategy_planner.analysis.pathways.comparison import Comparison, compare_pathways
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.terms import Terms, terms_of
from strategy_planner.gui.background import Task
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Outlook:
    """The comparison of a plan, and the runs on which its chances rest; None while they are worked
    out. ``plan`` is a copy: the plan of the window may have gone on since.

    ``closed`` holds the options that have closed, as (choice, option), with their last day.
    """

    plan: Plan
    today: Schedule
    comparison: Comparison
    closed: Mapping[tuple[str, str], dt.date]
    terms: Terms | None


def outlook(plan: Plan, today: Schedule, task: Task) -> Outlook:
    """Everything that is exact is told first; the simulation takes some tenths of a second."""
    comparison = compare_pathways(plan, today)
    past = comparison.calendar.closed_before(today.status_date)
    closed = {(option.choice, option.option): day for option, day in past.items()}
    exact = Outlook(plan, today, comparison, closed, None)
    if not plan.pathways or not today.targets:
        return exact
    task.partly.emit(exact)
    from strategy_planner.analysis.simulation.simulation import pathway_chances

    terms = terms_of(plan.settings)
    chances = pathway_chances(plan, today.status_date, terms, task.advance)
    pathways = tuple(
        dataclasses.replace(one, chance=chances.get(one.id)) for one in comparison.pathways
    )
    known = dataclasses.replace(comparison, pathways=pathways)
    return Outlook(plan, today, known, closed, terms)
