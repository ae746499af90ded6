"""What the page asks: the items ranked by what a delay of some months would do."""

from dataclasses import dataclass, replace

from strategy_planner.analysis.bottlenecks.ranking import Bottleneck, bottlenecks
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.simulation import Simulation, simulate
from strategy_planner.analysis.simulation.simulation_words import terms_in_words
from strategy_planner.analysis.simulation.terms import terms_of
from strategy_planner.analysis.simulation.uncertainty import read_uncertainty
from strategy_planner.gui.background import Task
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Ranking:
    """The items, the worst first, on the plan and the dates on which they were ranked.

    ``simulation`` is what their criticality rests on; None where no duration is uncertain, or
    while the runs are still made.
    """

    plan: Plan
    today: Schedule
    months: int
    items: tuple[Bottleneck, ...]
    simulation: Simulation | None = None

    def method(self, language: str) -> list[str]:
        """What the figures of the uncertain durations rest on, in words."""
        return terms_in_words(self.simulation.terms, [], language) if self.simulation else []


def ranking(plan: Plan, today: Schedule, task: Task, months: int) -> Ranking:
    """Rank every item that a dated target waits for.

    What is exact is told first; how much the uncertain durations weigh takes a simulation.
    """
    delay = f"{months}mo"
    found = Ranking(plan, today, months, bottlenecks(plan, today, delay, progress=task.advance))
    terms = terms_of(plan.settings)
    if not found.items or not read_uncertainty(plan, today.network, terms.ranges).estimates:
        return found
    task.partly.emit(found)
    runs = simulate(plan, today, terms, task.advance)
    items = bottlenecks(plan, today, delay, runs, task.advance)
    return replace(found, items=items, simulation=runs)
