"""The network of a changed plan, made from the one before where the changes touched it."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import replace

from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.network import Network, Option, Tie, Wait
from strategy_planner.analysis.range_check import Watch
from strategy_planner.analysis.repairs.needs import Needs
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change
from strategy_planner.model.plan import Plan


def touched_items(plan: Plan, changes: Iterable[Change]) -> set[str] | None:
    """The items whose own dates, or what is asked of them, the changes touch.

    None where the changes bring items into the network or take them out of it.
    """
    found: set[str] = set()
    for change in changes:
        for record in (change.before, change.after):
            match record:
                case r.Node():
                    found.add(record.id)
                case r.Link():
                    found.add(record.dependent)
                case r.Pathway():
                    found.update(choice.node for choice in plan.choices.values())
                case r.Gate():
                    found.update(one.id for one in plan.nodes.values() if one.gate == record.id)
                case r.RegisterItem():
                    found.update(_held_back(plan, record))
                case _:
                    pass
        if _comes_or_goes(change):
            return None
    return found


def recompiled(
    network: Network,
    plan: Plan,
    chosen: Mapping[str, Iterable[str]],
    touched: set[str],
    needs: Needs,
    watch: Watch,
) -> Network:
    """The network for the forward pass, once ``touched`` are read anew from the plan.

    What lies on the way back, the links out of each item, is left as it was: it may name links
    that do not count any more.
    """
    near = touched.union(*(needs.get(id_, ()) for id_ in touched))
    day = dt.date.fromordinal(network.status_date)
    part = compile_network(plan, day, chosen, watch, near)
    new = replace(
        network,
        length=network.length[:],
        limits=network.limits[:],
        gates=dict(network.gates),
        into=network.into[:],
        selections=dict(network.selections),
        waits=dict(network.waits),
    )
    places = [network.index[node.id] for node in part.nodes]
    for id_ in touched:
        if id_ in part.index:
            _take_over(new, part, places, part.index[id_])
    return new


def _take_over(network: Network, part: Network, places: list[int], here: int) -> None:
    """Read one item from the network of a part; ``places`` are those of the part's items."""
    place = places[here]
    network.length[place], network.limits[place] = part.length[here], part.limits[here]
    network.into[place] = _ties(part.into[here], places)
    network.gates.pop(place, None)
    if here in part.gates:
        network.gates[place] = part.gates[here]
    network.selections.pop(place, None)
    if here in part.selections:
        network.selections[place] = [
            selection._replace(options=[_option(option, places) for option in selection.options])
            for selection in part.selections[here]
        ]
    network.waits.pop(place, None)
    if here in part.waits:
        network.waits[place] = _waits(part.waits[here], places)


def _option(option: Option, places: list[int]) -> Option:
    return replace(option, ties=_ties(option.ties, places), waits=_waits(option.waits, places))


def _ties(ties: list[Tie], places: list[int]) -> list[Tie]:
    return [(places[tie[0]], places[tie[1]], *tie[2:]) for tie in ties]


def _waits(waits: list[Wait], places: list[int]) -> list[Wait]:
    return [wait._replace(resolvers=tuple(places[one] for one in wait.resolvers)) for wait in waits]


def _held_back(plan: Plan, item: r.RegisterItem) -> Iterable[str]:
    for id_ in item.touches:
        if id_ in plan.nodes:
            yield id_
        elif id_ in plan.links:
            yield plan.links[id_].dependent


def _comes_or_goes(change: Change) -> bool:
    if change.record != "node":
        return change.record == "settings"
    ends = (change.before, change.after)
    return len({isinstance(one, r.Node) and not one.is_dropped for one in ends}) > 1
