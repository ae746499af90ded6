"""Repairs that shorten one item, by exactly the least in the unit of its duration."""

import dataclasses
from collections.abc import Iterator

import msgspec

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.repairs.amounts import nominal_days, units_to_hold
from strategy_planner.analysis.repairs.repair import BEYOND_ESTIMATE, DEPTH, Proposal
from strategy_planner.analysis.repairs.steps import Step
from strategy_planner.analysis.repairs.trial import Trial, least_step
from strategy_planner.analysis.spans import later, span
from strategy_planner.analysis.wording import duration_in_words, named
from strategy_planner.calendars.durations import Duration, parse_duration
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.records import Node


def shortenings(
    trial: Trial, steps: tuple[Step, ...], *, only_enough: bool = False
) -> Iterator[Proposal]:
    """Each item of the chain, shortened by the least that is needed or that gains most.

    No item is shortened below its optimistic duration, to nothing, or to before today.
    ``only_enough`` leaves out what does not suffice.
    """
    for step in steps:
        node = trial.plan.nodes[step.item]
        yield from _of_least(trial, node, _floor(trial, node), only_enough=only_enough)


def beyond_estimates(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """Shortenings below the optimistic duration, which then goes down along with it."""
    for step in steps:
        node = trial.plan.nodes[step.item]
        if node.optimistic is not None:
            bare = msgspec.structs.replace(node, optimistic=None)
            for found in _of_least(trial, node, _floor(trial, bare), only_enough=True):
                if _cuts_estimate(found):
                    yield dataclasses.replace(found, depth=BEYOND_ESTIMATE)


def own_shortenings(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """Each item of the chain, shortened until it is itself in time for the missed date.

    Where another chain is just as late, this alone gains nothing, but with another repair.
    """
    for step in steps:
        node = trial.plan.nodes[step.item]
        place = trial.network.index[step.item]
        allowed, start = trial.allowed[place], trial.early.start[place]
        found = _duration_left(trial, node)
        if found is None or allowed >= NEVER:
            continue
        for amount in range(found.amount - 1, _floor(trial, node) - 1, -1):
            if later(start, span(f"{amount}{found.unit}", trial.plan.settings.holidays)) <= allowed:
                yield _proposal(trial, node, found, amount)
                break


def _of_least(trial: Trial, node: Node, floor: int, *, only_enough: bool) -> Iterator[Proposal]:
    duration = _duration_left(trial, node)
    if duration is None:
        return

    def after(units: int) -> int:
        shorter = f"{duration.amount - units}{duration.unit}"
        return trial.with_node(msgspec.structs.replace(node, duration=shorter))

    most = duration.amount - floor
    days = nominal_days(1, duration.unit)
    units = least_step(most, trial.shortage, after, days=days, only_enough=only_enough)
    if units:
        yield _proposal(trial, node, duration, duration.amount - units)


def _duration_left(trial: Trial, node: Node) -> Duration | None:
    """The duration of an item that takes time and is not done."""
    if node.duration is None or node.is_done or node.id not in trial.network.index:
        return None
    return parse_duration(node.duration)


def _floor(trial: Trial, node: Node) -> int:
    """The shortest duration to think of, in the unit of the item's own."""
    if node.duration is None:
        return 0
    unit = parse_duration(node.duration).unit
    floor = 1
    if node.optimistic is not None:
        floor = max(floor, units_to_hold(parse_duration(node.optimistic), unit))
    if node.actual_start is not None:
        began, today = node.actual_start.toordinal(), trial.status_date.toordinal()
        country = trial.plan.settings.holidays
        while later(began, span(f"{floor}{unit}", country)) <= today:
            floor += 1
            if floor > parse_duration(node.duration).amount:
                break
    return floor


def _proposal(trial: Trial, node: Node, before: Duration, amount: int) -> Proposal:
    after = Duration(amount, before.unit)
    fields = {"duration": after.text}
    said: dict[str, object] = {
        "item": named(trial.plan, node.id),
        "by": duration_in_words(Duration(before.amount - amount, before.unit)),
        "before": duration_in_words(before),
        "after": duration_in_words(after),
    }
    label = message("Shorten {item} by {by}, from {before} to {after}", **said)
    if node.optimistic is not None:
        estimate = parse_duration(node.optimistic)
        if amount < units_to_hold(estimate, before.unit):
            fields["optimistic"] = after.text
            label = message(
                "Shorten {item} by {by}, from {before} to {after}, below its optimistic estimate "
                "of {estimate}",
                **said, estimate=duration_in_words(estimate),
            )  # fmt: skip
    change_set = edits.set_fields(trial.plan, "node", node.id, **fields)
    return Proposal(
        "shorten",
        (node.id,),
        dataclasses.replace(change_set, label=label),
        DEPTH["shorten"],
        nominal_days(before.amount - amount, before.unit),
    )


def _cuts_estimate(proposal: Proposal) -> bool:
    before, after = proposal.change_set.changes[0].before, proposal.change_set.changes[0].after
    return (
        isinstance(before, Node)
        and isinstance(after, Node)
        and (before.optimistic != after.optimistic)
    )
