"""The network of a changed plan, made from the one before where the changes touched it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from strategy_planner.analysis.compilation import Chosen, put_in_order, read_links, read_nodes
from strategy_planner.analysis.limits import FREE
from strategy_planner.analysis.network import WAITING, Network
from strategy_planner.analysis.range_check import Watch
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change
from strategy_planner.model.plan import Plan

_SETTINGS_READ = (
    "status_date", "reference_date", "fiscal_year_start", "conventions", "holidays",
    "near_critical_days",
    "kpi_dates",
)  # fmt: skip
"""The settings that the passes read; the others change no date."""


def touched_items(plan: Plan, changes: Iterable[Change]) -> set[str] | None:
    """The items of which the changes say something, or ask something else, new ones included.

    ``plan`` is as it is after the changes. None where they reach everything: other settings,
    items that go, or come between others.
    """
    found: set[str] = set()
    for change in changes:
        if _reaches_everything(change):
            return None
        for record in (change.before, change.after):
            if record is not None:
                found.update(_touched_by(plan, record))
    return {id_ for id_ in found if id_ in plan.nodes and not plan.nodes[id_].is_dropped}


def added_items(network: Network, plan: Plan, touched: Collection[str]) -> list[r.Node]:
    """The touched items that the network does not have yet, in the plan's order."""
    added = {id_ for id_ in touched if id_ not in network.index}
    return [node for node in plan.nodes.values() if node.id in added] if added else []


def recompiled(
    network: Network, plan: Plan, chosen: Chosen, touched: Collection[str], watch: Watch
) -> Network:
    """The network once ``touched``, as `touched_items` tells them, are read anew from the plan."""
    new = _copy(network, added_items(network, plan, touched))
    places = {new.index[id_] for id_ in touched}
    links = [link for id_ in touched for link in plan.links_into(id_)]
    _forget(new, network, places, {new.index.get(link.prerequisite) for link in links})
    for place in places:
        new.nodes[place] = plan.nodes[new.nodes[place].id]
    read_nodes(new, plan, places, watch)
    read_links(new, plan, links, chosen, places)
    rank = new.rank
    if any(rank[other] > rank[place] for place in places for other in new.needs(place)):
        put_in_order(new)
    return new


def _copy(network: Network, added: list[r.Node]) -> Network:
    """A network that can be changed without the first one, with room for added items."""
    count, more = len(network.nodes), len(added)
    index = network.index
    if added:
        index = {**index, **{node.id: count + at for at, node in enumerate(added)}}
    last = range(count, count + more)
    return replace(
        network,
        nodes=network.nodes + added,
        index=index,
        phase=network.phase + [WAITING] * more,
        length=network.length + [0] * more,
        limits=network.limits + [FREE] * more,
        actual_start=network.actual_start + [0] * more,
        actual_finish=network.actual_finish + [0] * more,
        gates=dict(network.gates),
        into=network.into + [[] for _ in last],
        selections=dict(network.selections),
        waits=dict(network.waits),
        floors=dict(network.floors),
        out_of=network.out_of + [[] for _ in last],
        order=[*network.order, *last],
        rank=[*network.rank, *last],
    )


def _forget(new: Network, before: Network, places: set[int], starts: set[int | None]) -> None:
    """Make what leads to these places unread, in lists of its own.

    ``starts`` are where the links that are to be read begin; their lists are copied as well.
    """
    near = {place for place in starts if place is not None}
    for place in places:
        if place < len(before.nodes):
            near |= before.needs(place)
        new.phase[place], new.length[place], new.limits[place] = WAITING, 0, FREE
        new.into[place] = []
        for held in (new.gates, new.selections, new.waits, new.floors):
            held.pop(place, None)
    for place in near:
        new.out_of[place] = [tie for tie in new.out_of[place] if tie[1] not in places]
    new.reliefs = {
        place: kept
        for place, reliefs in before.reliefs.items()
        if (kept := [one for one in reliefs if one.touched not in places])
    }


def _touched_by(plan: Plan, record: r.Record) -> Iterator[str]:
    match record:
        case r.Node():
            yield record.id
        case r.Link(relation="requires"):
            yield record.dependent
        case r.Choice():
            yield record.node
        case r.Pathway():
            yield from (choice.node for choice in plan.choices.values())
        case r.Gate():
            yield from (one.id for one in plan.nodes.values() if one.gate == record.id)
        case r.RegisterItem():
            for id_ in record.touches:
                link = plan.links.get(id_)
                yield id_ if link is None else link.dependent
        case _:
            pass


def _reaches_everything(change: Change) -> bool:
    before, after = change.before, change.after
    if change.record == "settings":
        return any(getattr(before, name) != getattr(after, name) for name in _SETTINGS_READ)
    if change.record != "node":
        return False
    stood = isinstance(before, r.Node) and not before.is_dropped
    stands = isinstance(after, r.Node) and not after.is_dropped
    if stood != stands:
        return before is not None or change.place is not None
    return False
