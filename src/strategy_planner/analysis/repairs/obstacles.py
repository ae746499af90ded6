"""Repairs that take away what stands in the way: obstacles, and items that were given up."""

import dataclasses
from collections.abc import Iterator

from strategy_planner.analysis.blocking import blockers
from strategy_planner.analysis.repairs.repair import DEPTH, Proposal
from strategy_planner.analysis.repairs.steps import Step
from strategy_planner.analysis.repairs.trial import Trial
from strategy_planner.analysis.wording import listed, named, titled
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan


def cleared_obstacles(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """Each obstacle that holds back the chain, cleared by other means than those planned."""
    plan, network = trial.plan, trial.network
    found = blocked_by(trial)
    for step in steps:
        place = network.index[step.item]
        options = [one for chosen in network.selections.get(place, ()) for one in chosen.options]
        found += [wait.obstacle for wait in network.waits.get(place, ())]
        found += [wait.obstacle for option in options for wait in option.waits]
    for id_ in dict.fromkeys(found):
        if id_ in plan.register:
            yield _closed(plan, id_)


def taken_up_again(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """Each dropped item without which the chain cannot come, planned again."""
    del steps
    for id_ in blocked_by(trial):
        if id_ in trial.plan.nodes:
            label = message("Take up {item} again, which was dropped", item=named(trial.plan, id_))
            change_set = edits.set_fields(trial.plan, "node", id_, status="planned")
            yield Proposal(
                "take_up_again",
                (id_,),
                dataclasses.replace(change_set, label=label),
                DEPTH["take_up_again"],
            )


def blocked_by(trial: Trial) -> list[str]:
    """The obstacles and the dropped items that keep the item from coming, in the plan's order."""
    if not trial.is_blocked:
        return []
    found = blockers(trial.network, trial.early, trial.network.index[trial.target])
    return [id_ for id_ in (*trial.plan.register, *trial.plan.nodes) if id_ in found]


def _closed(plan: Plan, id_: str) -> Proposal:
    held = [touched for touched in plan.register[id_].touches if touched in plan.nodes]
    said: dict[str, object] = {"obstacle": titled(plan, id_, "title")}
    resolvers = [one for one in plan.register[id_].resolved_by if one in plan.nodes]
    if resolvers:
        names = listed(named(plan, one) for one in resolvers)
        label = message("Clear the obstacle “{obstacle}” now, without waiting for {items}",
                        **said, items=names)  # fmt: skip
    else:
        label = message("Clear the obstacle “{obstacle}”, which nothing resolves so far", **said)
    change_set = edits.set_fields(plan, "register", id_, state="closed")
    return Proposal(
        "resolve_obstacle",
        tuple(held),
        dataclasses.replace(change_set, label=label),
        DEPTH["resolve_obstacle"],
    )
