"""Both passes over a plan, and what follows from them for each item (SEMANTICS 3, 4)."""

import datetime as dt
import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import msgspec

from strategy_planner.analysis.backward import LateDates, backward_pass
from strategy_planner.analysis.blocking import blockers
from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.forward import EarlyDates, chain_to, forward_pass
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import DONE, NOT_CHOSEN, Network
from strategy_planner.analysis.range_check import Watch, watched
from strategy_planner.analysis.slack import State, free_slacks, missed_aims, states, total_slacks
from strategy_planner.language import message
from strategy_planner.model.creation import today
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Pathway


class ItemDates(msgspec.Struct, frozen=True, gc=False):
    """What the passes say of one item, as `schedule --json` names it (CONTRACT 2).

    Starts are first days; finishes are instants, the first day that is no longer part of the
    item (SEMANTICS 1.1). ``driven_by`` and ``drives`` are link ids.
    """

    number: str | None
    early_start: dt.date | None
    early_finish: dt.date | None
    late_start: dt.date | None
    late_finish: dt.date | None
    total_slack_days: int | None
    free_slack_days: int | None
    state: State
    conditional: bool
    aim_missed_days: int | None
    driven_by: str | None
    drives: str | None


class TargetDates(msgspec.Struct, frozen=True):
    """A promised date: ``target`` is the last day to be met, ``finish`` an instant (4.7)."""

    target: dt.date
    finish: dt.date | None
    slack_days: int | None
    blocked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Both passes of a plan on a status date; dropped items are not in ``items``."""

    status_date: dt.date
    pathway: str | None
    items: dict[str, ItemDates]
    targets: dict[str, TargetDates]
    critical_chain: tuple[str, ...]
    feasible: bool
    network: Network = field(repr=False, compare=False)
    early: EarlyDates = field(repr=False, compare=False)
    late: LateDates = field(repr=False, compare=False)


def schedule(
    plan: Plan, *, status_date: dt.date | None = None, pathway: str | None = None
) -> Schedule:
    """Both passes. ``pathway`` is an id or a name; None takes the active one, if there is one.

    Raises PlanError for an unknown pathway, and for a date that leaves the years that can be
    planned, naming the item (SEMANTICS 1.4).
    """
    day = status_date or plan.settings.status_date or today()
    taken = pathway_named(plan, pathway)
    nodes = [node for node in plan.nodes.values() if not node.is_dropped]
    with watched(nodes) as watch, _collector_resting():
        network = compile_network(plan, day, taken.chosen if taken else {}, watch)
        early = forward_pass(network, watch)
        late = backward_pass(network, watch)
        dormant = _dormant(network, late, watch)
        items = _items(network, early, late, dormant, plan.settings.near_critical_days or 0)
    targets = _targets(plan, network, early)
    return Schedule(
        status_date=day,
        pathway=taken.id if taken else None,
        items=items,
        targets=targets,
        critical_chain=_critical_chain(network, early, targets),
        feasible=all(
            items[id_].state not in {"late", "blocked"} and (dates.slack_days or 0) >= 0
            for id_, dates in targets.items()
        ),
        network=network,
        early=early,
        late=late,
    )


@contextmanager
def _collector_resting() -> Iterator[None]:
    """Without the cycle collector: the passes make many small objects and no cycle, and its
    walks through the whole plan would take half of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def driving_chain(schedule: Schedule, item_id: str) -> tuple[str, ...]:
    """The items along the driving links that end at an item, first cause first (4.6)."""
    network = schedule.network
    chain = chain_to(schedule.early, network.index[item_id])
    return tuple(network.nodes[place].id for place in chain)


def pathway_named(plan: Plan, name: str | None) -> Pathway | None:
    """The pathway of an id or a name; the active one for None."""
    if name is None:
        return next((one for one in plan.pathways.values() if one.active), None)
    if name in plan.pathways:
        return plan.pathways[name]
    named = [one for one in plan.pathways.values() if one.name == name]
    if len(named) == 1:
        return named[0]
    if named:
        raise PlanError(
            message("The name “{name}” fits {count} pathways; give the id.",
                    name=name, count=len(named)),
            tuple(one.id for one in named),
        )  # fmt: skip
    raise PlanError(message("The plan has no pathway “{name}”.", name=name[:80]))


def day_of(instant: int) -> dt.date | None:
    """An instant as a day; None for none."""
    return None if instant >= NEVER else dt.date.fromordinal(instant)


def _items(
    network: Network, early: EarlyDates, late: LateDates, dormant: set[int], threshold: int
) -> dict[str, ItemDates]:
    slacks = total_slacks(network, early, late)
    aims = missed_aims(network, early)
    return {
        node.id: ItemDates(
            node.number,
            early_start,
            early_finish,
            late_start,
            late_finish,
            slack,
            free,
            state,
            conditional,
            aims.get(place),
            None if driver is None else driver[1],
            None if limiter is None or late_finish is None else limiter[1],
        )
        for place, (
            node, early_start, early_finish, late_start, late_finish, slack, free, state,
            conditional, driver, limiter,
        ) in enumerate(zip(
            network.nodes,
            _days(early.start),
            _days(early.finish),
            _days(late.start),
            _days(late.finish),
            slacks,
            free_slacks(network, early),
            states(network, early, slacks, dormant, threshold),
            late.conditional,
            early.driver,
            late.limiter,
            strict=True,
        ))
    }  # fmt: skip


def _days(instants: list[int]) -> list[dt.date | None]:
    day = dt.date.fromordinal
    return [None if instant >= NEVER else day(instant) for instant in instants]


def _dormant(network: Network, late: LateDates, watch: Watch) -> set[int]:
    """What has no limit and would have one if the options not chosen counted (4.5)."""
    if not any(tie[5] == NOT_CHOSEN for ties in network.out_of for tie in ties):
        return set()
    all_options = backward_pass(network, watch, all_options=True)
    return {
        place
        for place, finish in enumerate(late.finish)
        if finish >= NEVER
        and network.limits[place].last >= NEVER
        and late.limiter[place] is None
        and all_options.limiter[place] is not None
    }


def _targets(plan: Plan, network: Network, early: EarlyDates) -> dict[str, TargetDates]:
    """The dated visions and the items with a promised date (4.7)."""
    targets: dict[str, TargetDates] = {}
    for place, limits in enumerate(network.limits):
        if limits.target >= NEVER:
            continue
        finish = early.finish[place]
        is_open = network.phase[place] != DONE and finish < NEVER
        targets[network.nodes[place].id] = TargetDates(
            dt.date.fromordinal(limits.target - 1),
            day_of(finish),
            limits.target - finish if is_open else None,
            _blocked_by(plan, network, early, place),
        )
    return targets


def _blocked_by(plan: Plan, network: Network, early: EarlyDates, place: int) -> tuple[str, ...]:
    if early.finish[place] < NEVER:
        return ()
    found = blockers(network, early, place)
    return tuple(id_ for id_ in (*plan.register, *plan.nodes) if id_ in found)


def _critical_chain(
    network: Network, early: EarlyDates, targets: dict[str, TargetDates]
) -> tuple[str, ...]:
    """The driving chain of the dated vision with the least slack (4.6)."""
    dated = [
        (dates.slack_days, dates.target, id_)
        for id_, dates in targets.items()
        if dates.slack_days is not None and network.nodes[network.index[id_]].kind == "vision"
    ]
    if not dated:
        return ()
    end = network.index[min(dated)[2]]
    return tuple(network.nodes[place].id for place in chain_to(early, end))
