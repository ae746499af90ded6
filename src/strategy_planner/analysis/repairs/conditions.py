"""Repairs that give something up: a condition that only helps, or a part of what is aimed at."""

import dataclasses
from collections.abc import Iterator

from strategy_planner.analysis.repairs.repair import DEPTH, Kind, Proposal
from strategy_planner.analysis.repairs.steps import Step
from strategy_planner.analysis.repairs.trial import Trial
from strategy_planner.analysis.wording import named
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link

_AIMED_AT = {"vision", "image", "area", "state", "milestone"}
"""Kinds that are nothing but what they need: one condition at least must stay."""


def dropped_conditions(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """Links of the chain that say “requires” on weak grounds, turned into “contributes”.

    Weak is what the planner claims without a source, or with no or weak evidence. A link of an
    option stays: without it the option would be another one.
    """
    for link in _plain_links(trial, steps):
        if not is_weak(link) or not _may_go(trial.plan, link):
            continue
        label = message(
            "Let {first} only contribute to {second} instead of being required (it is not shown "
            "to be necessary)", **_ends(trial.plan, link),
        )  # fmt: skip
        yield _proposal(trial.plan, "drop_condition", link, label)


def narrowings(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """What is aimed at, without the part of it that is late; another part must be left.

    What somebody does for it is no part of an aim but its means, and cannot be left out so.
    """
    nodes = trial.plan.nodes
    for link in _plain_links(trial, steps):
        ends = {nodes[link.prerequisite].kind, nodes[link.dependent].kind}
        if is_weak(link) or not ends <= _AIMED_AT or not _may_go(trial.plan, link):
            continue
        label = message(
            "Narrow {second}: leave {first} out of what it requires", **_ends(trial.plan, link)
        )
        yield _proposal(trial.plan, "narrow", link, label)


def is_weak(link: Link) -> bool:
    """Whether it is not shown that what the link requires is necessary."""
    return link.evidence in {"none", "weak"} or (
        link.basis == "planner" and link.evidence not in {"moderate", "strong"}
    )


def _plain_links(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Link]:
    """The chain's links outside of choices that cost days; with obstacles one cannot tell yet."""
    for step in steps:
        link = trial.plan.links.get(step.link or "")
        if link is None or link.choice is not None:
            continue
        place = trial.network.index[link.dependent]
        if place in trial.network.waits or trial.without_link(link) < trial.shortage:
            yield link


def _may_go(plan: Plan, link: Link) -> bool:
    """Whether the dependent still says what it is without this link."""
    if plan.nodes[link.dependent].kind not in _AIMED_AT:
        return True
    return any(
        other.relation == "requires"
        and other.id != link.id
        and not plan.nodes[other.prerequisite].is_dropped
        for other in plan.links_into(link.dependent)
    )


def _ends(plan: Plan, link: Link) -> dict[str, object]:
    return {"first": named(plan, link.prerequisite), "second": named(plan, link.dependent)}


def _proposal(plan: Plan, kind: Kind, link: Link, label: Message) -> Proposal:
    change_set = edits.set_fields(
        plan, "link", link.id, relation="contributes", type=None, lag=None
    )
    return Proposal(
        kind,
        (link.prerequisite, link.dependent),
        dataclasses.replace(change_set, label=label),
        DEPTH[kind],
    )
