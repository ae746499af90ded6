"""Compiles a plan into the network that the passes read."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from strategy_planner.analysis.choices import hold_back, read_choice, standing_obstacles
from strategy_planner.analysis.limits import FREE, limits_of, window_of
from strategy_planner.analysis.network import BEGUN, BOUND, DONE, KINDS, WAITING, Network
from strategy_planner.analysis.openings import openings
from strategy_planner.analysis.range_check import Watch
from strategy_planner.analysis.spans import span
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node


def compile_network(
    plan: Plan,
    status_date: dt.date,
    chosen: Mapping[str, Iterable[str]],
    watch: Watch,
    within: Collection[str] | None = None,
) -> Network:
    """The network of a plan on a status date, with the options that a pathway has chosen.

    ``within`` names the nodes to look at alone; what one of them needs must be among them.
    """
    nodes = [
        node
        for node in plan.nodes.values()
        if node.status != "dropped" and (within is None or node.id in within)
    ]
    count = len(nodes)
    network = Network(
        status_date=status_date.toordinal(),
        nodes=nodes,
        index={node.id: place for place, node in enumerate(nodes)},
        phase=[WAITING] * count,
        length=[0] * count,
        limits=[FREE] * count,
        actual_start=[0] * count,
        actual_finish=[0] * count,
        gates={},
        into=[[] for _ in nodes],
        selections={},
        waits={},
        out_of=[[] for _ in nodes],
        reliefs={},
        order=[],
    )
    _read_nodes(network, plan, status_date, watch)
    _read_links(network, plan, {key: frozenset(names) for key, names in chosen.items()})
    network.order = _in_order(network)
    return network


def finish_of_done(node: Node, plan: Plan, status_date: dt.date) -> int:
    """The finish of what is done, as an ordinal, recorded or not (SEMANTICS 3.5)."""
    if node.actual_finish is not None:
        return node.actual_finish.toordinal() + 1
    window = window_of(node, plan.settings)
    if window is not None and window.latest is not None and window.latest < status_date:
        return window.latest.toordinal() + 1
    return status_date.toordinal()


def _read_nodes(network: Network, plan: Plan, status_date: dt.date, watch: Watch) -> None:
    settings = plan.settings
    country = settings.holidays
    for place, node in enumerate(network.nodes):
        watch.place = place
        if node.duration is not None:
            network.length[place] = span(node.duration, country)
        if node.status == "done" or node.actual_finish is not None:
            network.phase[place] = DONE
            finish = network.actual_finish[place] = finish_of_done(node, plan, status_date)
            start = node.actual_start
            network.actual_start[place] = finish if start is None else start.toordinal()
            if node.target is not None or (node.kind == "vision" and node.date is not None):
                network.limits[place] = limits_of(node, settings, 0, status_date)
            continue
        if node.actual_start is not None:
            network.phase[place] = BEGUN
            network.actual_start[place] = node.actual_start.toordinal()
        elif node.gate is not None:
            network.gates[place] = openings(plan.gates[node.gate], country)
        if node.date or node.not_before or node.not_after or node.target:
            network.limits[place] = limits_of(node, settings, network.length[place], status_date)


def _read_links(network: Network, plan: Plan, chosen: Mapping[str, frozenset[str]]) -> None:
    index, into, out_of = network.index, network.into, network.out_of
    country = plan.settings.holidays
    touched = standing_obstacles(network, plan)
    by_choice: dict[str, list[Link]] = {}
    for link in plan.links.values():
        end = index.get(link.dependent)
        if end is None or link.relation != "requires":
            continue
        if link.choice is not None:
            by_choice.setdefault(link.choice, []).append(link)
            continue
        start = index.get(link.prerequisite)
        if start is None:
            continue
        lag = 0 if link.lag is None else span(link.lag, country)
        tie = (start, end, KINDS[link.type], lag, link.id, BOUND)
        into[end].append(tie)
        out_of[start].append(tie)
    for choice_id, links in by_choice.items():
        read_choice(
            network, plan.choices[choice_id], links, chosen.get(choice_id), touched, country
        )
    if touched:
        hold_back(network, plan, touched)


def _in_order(network: Network) -> list[int]:
    """Prerequisites before dependents, resolvers before what they free."""
    out_of, reliefs = network.out_of, network.reliefs
    waiting_for = [0] * len(out_of)
    for ties in out_of:
        for tie in ties:
            waiting_for[tie[1]] += 1
    for edges in reliefs.values():
        for edge in edges:
            waiting_for[edge[0]] += 1
    order = [place for place, left in enumerate(waiting_for) if not left]
    for place in order:
        for tie in out_of[place]:
            other = tie[1]
            waiting_for[other] -= 1
            if not waiting_for[other]:
                order.append(other)
        for edge in reliefs.get(place, ()):
            other = edge[0]
            waiting_for[other] -= 1
            if not waiting_for[other]:
                order.append(other)
    return order
