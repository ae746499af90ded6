"""What the page asks: many runs of the plan, worked out beside the window and refined meanwhile."""

import time
from dataclasses import dataclass

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.simulation import Simulation, refining
from strategy_planner.analysis.simulation.simulation_words import terms_in_words
from strategy_planner.analysis.simulation.terms import SAMPLES, SEED, Terms, terms_of
from strategy_planner.gui.background import Task
from strategy_planner.model.plan import Plan

REST_S = 0.5
_NAP_S = 0.02


@dataclass(frozen=True, slots=True)
class Asked:
    """How many runs from which seed; the rest of the terms are the plan's."""

    samples: int = SAMPLES
    seed: int = SEED

    def terms(self, plan: Plan) -> Terms:
        """The terms of a plan's simulation."""
        return terms_of(plan.settings, samples=self.samples, seed=self.seed)


@dataclass(frozen=True, slots=True)
class ChanceAnswer:
    """What the runs of a plan, which nobody changes any more, came to so far."""

    plan: Plan
    today: Schedule
    terms: Terms
    """Those asked for; `found` tells how many runs it rests on."""
    found: Simulation

    def method(self, language: str) -> list[str]:
        """What the figures rest on, in words."""
        known = [] if self.found.uncertainty.is_none else self.found.targets.values()
        return terms_in_words(self.found.terms, [one.chance_by_target for one in known], language)


def _rest(task: Task) -> None:
    """Between two looks the window has the processor to itself: somebody may be typing."""
    ends = time.monotonic() + REST_S
    while time.monotonic() < ends:
        task.stop_if_cancelled()
        time.sleep(_NAP_S)


def chances(plan: Plan, today: Schedule, task: Task, asked: Asked) -> ChanceAnswer | None:
    """The chances after all runs; after some of them, the task tells what they came to so far."""
    terms = asked.terms(plan)
    answer = None
    for found in refining(plan, today, terms, task.advance):
        answer = ChanceAnswer(plan, today, terms, found)
        if found.terms.samples < terms.samples:
            task.partly.emit(answer)
            _rest(task)
    return answer
