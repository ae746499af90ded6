"""Repairs that take another way: another option of a choice, another pathway, none."""

import dataclasses
from collections.abc import Iterator

from strategy_planner.analysis.decisions.closing import options_of
from strategy_planner.analysis.repairs.repair import DEPTH, Proposal
from strategy_planner.analysis.repairs.steps import Step
from strategy_planner.analysis.repairs.trial import Trial
from strategy_planner.analysis.schedule import pathway_named
from strategy_planner.analysis.wording import named, option_named, titled
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Pathway


def other_ways(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """Other options where the active pathway has chosen on the chain, and other pathways.

    Where a choice is open, both passes take the best of its options already (SEMANTICS 3.2).
    """
    plan = trial.plan
    active = pathway_named(plan, None)
    if active is None:
        return
    items = {step.item for step in steps}
    for choice in plan.choices.values():
        if choice.node in items and choice.id in active.chosen:
            yield from _other_options(plan, active, choice.id)
    for pathway in plan.pathways.values():
        if pathway.id != active.id:
            label = message("Follow “{item}”", item=titled(plan, pathway.id, "name"))
            yield _way((), edits.activate_pathway(plan, pathway.id), label)
    yield _way((), edits.activate_pathway(plan, None), None)


def _other_options(plan: Plan, active: Pathway, choice: str) -> Iterator[Proposal]:
    """One of the chosen options given up: for another one, or for none where enough are left."""
    chosen = active.chosen[choice]
    others = [name for name in options_of(plan, choice) if name not in chosen]
    for given_up in chosen:
        left = tuple(name for name in chosen if name != given_up)
        said: dict[str, object] = {
            "item": named(plan, plan.choices[choice].node),
            "option": option_named(plan, choice, given_up),
        }
        if len(left) >= plan.choices[choice].effective_needed:
            label = message("At {item}, do without “{option}”", **said)
            yield _choose(plan, active, choice, left, label)
        for other in others:
            instead = tuple(other if name == given_up else name for name in chosen)
            label = message("At {item}, take “{other}” instead of “{option}”",
                            **said, other=option_named(plan, choice, other))  # fmt: skip
            yield _choose(plan, active, choice, instead, label)


def _choose(
    plan: Plan, active: Pathway, choice: str, options: tuple[str, ...], label: Message
) -> Proposal:
    chosen = {**active.chosen, choice: options}
    taken = [
        link.prerequisite
        for link in plan.links.values()
        if link.choice == choice and link.option in set(options) - set(active.chosen[choice])
    ]
    change_set = edits.set_fields(plan, "pathway", active.id, chosen=chosen)
    return _way((plan.choices[choice].node, *taken), change_set, label)


def _way(items: tuple[str, ...], change_set: ChangeSet, label: Message | None) -> Proposal:
    if label is not None:
        change_set = dataclasses.replace(change_set, label=label)
    return Proposal("take_option", items, change_set, DEPTH["take_option"])
