"""Repairs that let the first cause of a chain start earlier: its own first day, its gate."""

import dataclasses
import datetime as dt
from collections.abc import Iterator

import msgspec

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import WAITING
from strategy_planner.analysis.repairs.repair import DEPTH, Proposal
from strategy_planner.analysis.repairs.steps import Step
from strategy_planner.analysis.repairs.trial import Trial, least_step
from strategy_planner.analysis.spans import Span, later, span
from strategy_planner.analysis.wording import named, titled
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.records import Gate, Node

_DAYS_AHEAD = 3 * 366
"""How far beyond the first day of use an extra opening is looked for."""


def earlier_starts(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """The first day before which the chain's first item may not start, moved by the least that
    is needed; a date as written that holds it back, taken away.
    """
    node = trial.plan.nodes[steps[0].item]
    place = trial.network.index[node.id]
    start, today = trial.early.start[place], trial.status_date.toordinal()
    if trial.network.phase[place] != WAITING or not today < start < NEVER:
        return
    if node.not_before is not None and today < node.not_before.toordinal():
        yield from _moved(trial, node, node.not_before)
    if node.date is not None and node.id != trial.target:
        label = message("Start {item} without waiting for its date as written, “{date}”",
                        item=named(trial.plan, node.id), date=node.date)  # fmt: skip
        change_set = edits.set_fields(trial.plan, "node", node.id, date=None)
        yield Proposal(
            "start_now",
            (node.id,),
            dataclasses.replace(change_set, label=label),
            DEPTH["narrow"],
        )


def extra_openings(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """For each item of the chain that waits for its gate: one more opening, with the latest day
    to apply that still helps as much as can be.
    """
    for step in steps:
        place = trial.network.index[step.item]
        openings, node = trial.network.gates.get(place), trial.plan.nodes[step.item]
        if openings is None or node.gate is None:
            continue
        ready = trial.without_gate(place).start[place]
        if ready < trial.early.start[place]:
            yield from _opened(trial, node, trial.plan.gates[node.gate], ready)


def _moved(trial: Trial, node: Node, first: dt.date) -> Iterator[Proposal]:
    def after(days: int) -> int:
        day = first - dt.timedelta(days=days)
        return trial.with_node(msgspec.structs.replace(node, not_before=day))

    days = least_step((first - trial.status_date).days, trial.shortage, after)
    if not days:
        return
    day = first - dt.timedelta(days=days)
    said: dict[str, object] = {"item": named(trial.plan, node.id), "before": first, "day": day}
    if day == trial.status_date:
        label = message("Start {item} now instead of not before {before}", **said)
        change_set = edits.set_fields(trial.plan, "node", node.id, not_before=None)
    else:
        label = message("Let {item} start from {day} on instead of from {before}", **said)
        change_set = edits.set_fields(trial.plan, "node", node.id, not_before=day)
    yield Proposal(
        "start_now",
        (node.id,),
        dataclasses.replace(change_set, label=label),
        DEPTH["start_now"],
        days,
    )


def _opened(trial: Trial, node: Node, gate: Gate, ready: int) -> Iterator[Proposal]:
    """Of the days to apply from today on, the first that is of use gains most; then later ones
    as long as they gain as much as is needed, or as the first.
    """
    country = trial.plan.settings.holidays
    wait = span(gate.leads, country) if gate.leads else 0
    try:
        first = _first_of_use(trial.status_date.toordinal(), wait, ready)
    except CalendarError:
        return
    least = trial.after(_with_opening(trial, gate, first))
    if least >= trial.shortage:
        return
    goal, low, high = max(0, least), first, first + _DAYS_AHEAD
    while high - low > 1:
        middle = (low + high) // 2
        if trial.after(_with_opening(trial, gate, middle)) <= goal:
            low = middle
        else:
            high = middle
    label = message(
        "Get an extra opening of “{gate}”, to be applied for by {day}, so that {item} can start "
        "on {begins}",
        gate=titled(trial.plan, gate.id, "name"), day=dt.date.fromordinal(low),
        item=named(trial.plan, node.id), begins=dt.date.fromordinal(later(low + 1, wait)),
    )  # fmt: skip
    yield Proposal(
        "other_opening",
        (node.id,),
        dataclasses.replace(_with_opening(trial, gate, low), label=label),
        DEPTH["other_opening"],
    )


def _first_of_use(today: int, wait: Span, ready: int) -> int:
    """The first day to apply from today on with which work may start when all else is ready."""
    day = today
    while (missing := ready - later(day + 1, wait)) > 0:
        # A month is cut to its end by 3 days at most, a run of holidays is shorter than a month.
        day += max(1, missing - 31)
    return day


def _with_opening(trial: Trial, gate: Gate, day: int) -> ChangeSet:
    opens = tuple(sorted({*gate.opens, dt.date.fromordinal(day)}))
    return edits.set_fields(trial.plan, "gate", gate.id, opens=opens)
