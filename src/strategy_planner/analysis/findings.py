"""The problems of a plan, as the desktop lists them: what a planner should look at, and why."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from strategy_planner.analysis.date_findings import date_findings, target_findings
from strategy_planner.analysis.finding import WEIGHTS, Finding
from strategy_planner.analysis.progress_findings import kpi_findings, progress_findings
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.structure_findings import plan_findings, structure_findings
from strategy_planner.model.changes import Change
from strategy_planner.model.plan import Plan

__all__ = ["Finding", "Found", "findings", "found_after", "found_in"]

_Room = Callable[[Plan, Schedule, str], Iterator[Finding]]
_Own = dict[str, tuple[Finding, ...]]
_ROOMS: tuple[_Room, ...] = (date_findings, structure_findings, progress_findings)
"""What is found of items one by one, which an edit changes only where it reaches."""


@dataclass(frozen=True, slots=True)
class Found:
    """All findings of a plan, heaviest first: by severity, then by days, then in the plan's order.

    ``own`` are those of items one by one, by item, for each of the rooms.
    """

    every: list[Finding]
    own: tuple[_Own, ...]
    has_targets: bool


def findings(plan: Plan, schedule: Schedule) -> list[Finding]:
    """All findings of a plan, heaviest first."""
    return found_in(plan, schedule).every


def found_in(plan: Plan, schedule: Schedule) -> Found:
    """The findings of a plan, all looked for."""
    return _found(
        plan, schedule, tuple(_own(room, plan, schedule, schedule.items) for room in _ROOMS)
    )


def found_after(before: Found, plan: Plan, schedule: Schedule, changes: Sequence[Change]) -> Found:
    """The findings after an edit, looked for where it reaches; ``schedule`` is that after it."""
    stale = _reached(schedule, changes)
    if stale is None or before.has_targets != bool(schedule.targets):
        return found_in(plan, schedule)
    own = []
    for room, held in zip(_ROOMS, before.own, strict=True):
        kept = {id_: found for id_, found in held.items() if id_ not in stale}
        own.append(kept | _own(room, plan, schedule, stale))
    return _found(plan, schedule, tuple(own))


def _own(room: _Room, plan: Plan, schedule: Schedule, ids: Iterable[str]) -> _Own:
    return {id_: found for id_ in ids if (found := tuple(room(plan, schedule, id_)))}


def _found(plan: Plan, schedule: Schedule, own: tuple[_Own, ...]) -> Found:
    place = schedule.network.index.__getitem__
    dates, structure, progress = (
        [one for id_ in sorted(held, key=place) for one in held[id_]] for held in own
    )
    every = [
        *target_findings(plan, schedule),
        *dates,
        *structure,
        *plan_findings(plan, schedule),
        *progress,
        *kpi_findings(plan, schedule),
    ]
    every.sort(key=lambda finding: (WEIGHTS[finding.severity], -_days_late(finding)))
    return Found(every, own, bool(schedule.targets))


def _reached(schedule: Schedule, changes: Sequence[Change]) -> Collection[str] | None:
    """The items of which an edit may change what is found; None where that may be any.

    That are those whose dates it moves and what their chains drive, what needs an item that is
    another now, and, whatever the edit, what waits for a gate: missing it may cost others dearly.
    """
    if schedule.since is None or any(one.record not in {"node", "link"} for one in changes):
        return None
    network, driver = schedule.network, schedule.early.driver
    edited = [network.index[one.id] for one in changes if one.id in network.index]
    reached = {network.index[id_] for id_ in schedule.since}
    reached.update(edited, *(network.serves(place) for place in edited), network.gates)
    ahead = list(reached)
    while ahead:
        place = ahead.pop()
        for other in network.serves(place) - reached:
            cause = driver[other]
            if cause is not None and cause[0] == place:
                reached.add(other)
                ahead.append(other)
    return {network.nodes[place].id for place in reached}


def _days_late(finding: Finding) -> int:
    """How late, for the order; days that are left count the less the more they are."""
    days = finding.days or 0
    return -days if finding.rule == "gate_request" else days
