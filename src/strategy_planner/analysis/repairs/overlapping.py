"""Repairs that overlap two items, or shorten the wait between them; the link keeps its type."""

import dataclasses
from collections.abc import Iterator
from itertools import pairwise

from strategy_planner.analysis.repairs.amounts import nominal_days, whole_units
from strategy_planner.analysis.repairs.repair import DEPTH, Proposal
from strategy_planner.analysis.repairs.steps import Step
from strategy_planner.analysis.repairs.trial import Trial, least_step
from strategy_planner.analysis.wording import duration_in_words, named
from strategy_planner.calendars.durations import Duration, Unit, parse_duration
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.records import Link

_WORK = {"action", "decision", "enabler"}
"""Kinds at which somebody works. A state holds only once what it needs is done: it cannot begin
beside it."""


def overlaps(
    trial: Trial, steps: tuple[Step, ...], *, only_enough: bool = False
) -> Iterator[Proposal]:
    """Each link of the chain, with the least change of its lag that is needed or gains most.

    Two pieces of work overlap at most until they begin together; any other wait ends at 0.
    ``only_enough`` leaves out what does not suffice.
    """
    for _, step in pairwise(steps):
        if step.link is None:
            continue
        link = trial.plan.links[step.link]
        yield from _of_least(trial, link, only_enough=only_enough)


def _of_least(trial: Trial, link: Link, *, only_enough: bool) -> Iterator[Proposal]:
    unit, lag = _lag_of(trial, link)

    def after(units: int) -> int:
        return trial.with_lag(link, f"{lag - units}{unit}")

    most = lag - _lowest(trial, link, unit)
    days = nominal_days(1, unit)
    units = least_step(most, trial.shortage, after, days=days, only_enough=only_enough)
    if units:
        yield _proposal(trial, link, Duration(lag, unit), lag - units)


def _lag_of(trial: Trial, link: Link) -> tuple[Unit, int]:
    """Unit and amount of a lag; where there is none, in the unit of what it lies between."""
    if link.lag is not None:
        lag = parse_duration(link.lag, signed=True)
        if lag.amount:
            return lag.unit, lag.amount
    for id_ in (link.prerequisite, link.dependent):
        duration = trial.plan.nodes[id_].duration
        if duration is not None:
            return parse_duration(duration).unit, 0
    return "d", 0


def _lowest(trial: Trial, link: Link, unit: Unit) -> int:
    ends = [trial.plan.nodes[id_] for id_ in (link.prerequisite, link.dependent)]
    if link.effective_type != "FS" or not all(node.kind in _WORK for node in ends):
        return 0
    return -min(whole_units(node.duration, unit) for node in ends)


def _proposal(trial: Trial, link: Link, before: Duration, amount: int) -> Proposal:
    after = Duration(amount, before.unit)
    said: dict[str, object] = {
        "first": named(trial.plan, link.prerequisite),
        "second": named(trial.plan, link.dependent),
        "by": duration_in_words(Duration(before.amount - amount, before.unit)),
        "length": duration_in_words(after),
    }
    if amount == 0:
        label = message("Do without the wait of {by} from {first} to {second}", **said)
    elif amount > 0:
        label = message("Shorten the wait from {first} to {second} by {by}, to {length}", **said)
    elif before.amount < 0:
        label = message("Overlap {first} and {second} by {by} more, by {length} in all", **said)
    else:
        label = message("Overlap {first} and {second} by {length}", **said)
    change_set = edits.set_fields(trial.plan, "link", link.id, lag=after.text)
    return Proposal(
        "overlap",
        (link.prerequisite, link.dependent),
        dataclasses.replace(change_set, label=label),
        DEPTH["overlap"],
        nominal_days(before.amount - amount, before.unit),
    )
