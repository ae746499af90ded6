"""What the page asks: the items ranked by what a delay of some months would do."""

from dataclasses import dataclass

from strategy_planner.analysis.bottlenecks.ranking import Bottleneck, bottlenecks
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.background import Task
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Ranking:
    """The items, the worst first, on the plan and the dates on which they were ranked."""

    plan: Plan
    today: Schedule
    months: int
    items: tuple[Bottleneck, ...]


class _GivenUpError(Exception):
    """Nobody waits for the rank any more."""


def ranking(plan: Plan, today: Schedule, task: Task, months: int) -> Ranking:
    """Rank every item that a dated target waits for."""

    def watch(done: int, count: int) -> None:
        if task.is_cancelled:
            raise _GivenUpError
        task.progressed.emit(done / count)

    try:
        found = bottlenecks(plan, today, f"{months}mo", progress=watch)
    except _GivenUpError:
        found = ()
    return Ranking(plan, today, months, found)
