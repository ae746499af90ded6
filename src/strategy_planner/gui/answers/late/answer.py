"""What the page asks: the late chains with their stories, worked out beside the window."""

from dataclasses import dataclass

from strategy_planner.analysis.chains import Step, why
from strategy_planner.analysis.repairs.late_chains import LateChain, late_chains, late_in_words
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.background import Task
from strategy_planner.language import Message
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Story:
    """A late chain, the sentence that says it, and its steps in words."""

    chain: LateChain
    head: Message
    steps: tuple[Step, ...]
    silence: Message
    """Why there are no steps, where there are none."""


def stories(plan: Plan, today: Schedule, task: Task) -> tuple[Story, ...]:
    """Every late chain of the plan, the worst first."""
    del task
    found = []
    for chain in late_chains(plan, today):
        early = why(plan, today, chain.target).early
        found.append(Story(chain, late_in_words(plan, chain), early.steps, early.text))
    return tuple(found)
