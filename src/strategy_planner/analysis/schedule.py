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
from strategy_planner.analysis.item_dates import ItemDates, Items
from strategy_planner.analysis.kpis.reaching import follows_kpis, reachings_of
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import DONE, Network, Reaching
from strategy_planner.analysis.range_check import watched
from strategy_planner.language import message
from strategy_planner.model.creation import today
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Pathway

__all__ = [
    "ItemDates",
    "Schedule",
    "TargetDates",
    "day_of",
    "driving_chain",
    "pathway_named",
    "schedule",
    "summed_up",
]


class TargetDates(msgspec.Struct, frozen=True):
    """A promised date: ``target`` is the last day to be met, ``finish`` an instant (4.7)."""

    target: dt.date
    finish: dt.date | None
    slack_days: int | None
    blocked_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Schedule:
    """Both passes of a plan on a status date; dropped items are not in ``items``.

    ``all_options`` are the late dates if the options that the pathway did not choose counted too.
    ``since`` are the items of which something may be other than in the schedule before, None where
    that may be all of them.
    """

    status_date: dt.date
    pathway: str | None
    items: Items
    targets: dict[str, TargetDates]
    critical_chain: tuple[str, ...]
    feasible: bool
    network: Network = field(repr=False, compare=False)
    early: EarlyDates = field(repr=False, compare=False)
    late: LateDates = field(repr=False, compare=False)
    all_options: LateDates | None = field(repr=False, compare=False)
    since: frozenset[str] | None = field(default=None, repr=False, compare=False)


def schedule(
    plan: Plan, *, status_date: dt.date | None = None, pathway: str | None = None
) -> Schedule:
    """Both passes. ``pathway`` is an id or a name; None takes the active one, if there is one.

    Raises PlanError for an unknown pathway, and for a date that leaves the years that can be
    planned, naming the item (SEMANTICS 1.4).
    """
    day = status_date or plan.settings.status_date or today()
    taken = pathway_named(plan, pathway)
    found = _passes(plan, day, taken, ())
    if not follows_kpis(plan):
        return found
    reachings = reachings_of(plan, day, found.items)
    return _passes(plan, day, taken, reachings) if reachings else found


def _passes(
    plan: Plan, day: dt.date, taken: Pathway | None, reachings: tuple[Reaching, ...]
) -> Schedule:
    chosen = taken.chosen if taken else {}
    nodes = [node for node in plan.nodes.values() if not node.is_dropped]
    with watched(nodes) as watch, _collector_resting():
        network = compile_network(plan, day, chosen, watch, reachings)
        early = forward_pass(network, watch)
        late = backward_pass(network, watch)
        all_options = backward_pass(network, watch, all_options=True) if chosen else None
    known: list[ItemDates | None] = [None] * len(network.nodes)
    return summed_up(plan, taken, network, early, late, all_options, known)


def summed_up(
    plan: Plan,
    taken: Pathway | None,
    network: Network,
    early: EarlyDates,
    late: LateDates,
    all_options: LateDates | None,
    known: list[ItemDates | None],
    since: frozenset[str] | None = None,
) -> Schedule:
    """The schedule of a plan once the passes are done: its targets and its critical chain.

    ``known`` are the items' dates as far as they were asked for already.
    """
    near_critical_days = plan.settings.near_critical_days or 0
    items = Items(network, early, late, all_options, near_critical_days, known)
    targets = _targets(plan, network, early)
    return Schedule(
        status_date=dt.date.fromordinal(network.status_date),
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
        all_options=all_options,
        since=since,
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
