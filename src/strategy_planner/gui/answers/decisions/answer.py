"""What the page asks: the decision calendar as sentences, worked out beside the window."""

from dataclasses import dataclass

from strategy_planner.analysis.decisions.calendar import DecisionCalendar, decision_calendar
from strategy_planner.analysis.decisions.deadline_words import sentence
from strategy_planner.analysis.decisions.deadlines import Deadline, deadlines
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.background import Task
from strategy_planner.language import Message
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Calendar:
    """The deadlines in order, each with its sentence, and the plan that they are read from."""

    plan: Plan
    schedule: Schedule
    dates: DecisionCalendar
    rows: tuple[tuple[Deadline, Message], ...]


def calendar(plan: Plan, schedule: Schedule, task: Task) -> Calendar:
    """Everything that has to be decided, begun or applied for by a day."""
    dates = decision_calendar(plan, schedule)
    rows = []
    for one in deadlines(plan, schedule, dates):
        task.stop_if_cancelled()
        rows.append((one, sentence(plan, schedule, dates, one)))
    return Calendar(plan, schedule, dates, tuple(rows))
