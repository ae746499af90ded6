"""Compiles a plan into the network that the passes read."""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping

from strategy_planner.analysis.choices import hold_back, read_choice, standing_obstacles
from strategy_planner.analysis.limits import FREE, limits_of, window_of
from strategy_planner.analysis.network import (
    BEGUN,
    BOUND,
    DONE,
    FS,
    KINDS,
    WAITING,
    Network,
    Reaching,
    Tie,
)
from strategy_planner.analysis.openings import openings
from strategy_planner.analysis.range_check import Watch
from strategy_planner.analysis.spans import span
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node

Chosen = Mapping[str, Collection[str]]
"""The options that a pathway has chosen, by choice."""


def compile_network(
    plan: Plan,
    status_date: dt.date,
    chosen: Chosen,
    watch: Watch,
    reachings: tuple[Reaching, ...] = (),
) -> Network:
    """The network of a plan on a status date, with the options that a pathway has chosen.

    ``reachings`` are when KPIs make items true, where the plan's dates follow its KPIs.
    """
    nodes = [node for node in plan.nodes.values() if node.status != "dropped"]
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
        rank=[],
        reachings=reachings,
        floors={},
    )
    everywhere = range(count)
    read_nodes(network, plan, everywhere, watch)
    read_links(network, plan, plan.links.values(), chosen, everywhere)
    put_in_order(network)
    return network


def finish_of_done(node: Node, plan: Plan, status_date: dt.date) -> int:
    """The finish of what is done, as an ordinal, recorded or not (SEMANTICS 3.5)."""
    if node.actual_finish is not None:
        return node.actual_finish.toordinal() + 1
    window = window_of(node, plan.settings)
    if window is not None and window.latest is not None and window.latest < status_date:
        return window.latest.toordinal() + 1
    return status_date.toordinal()


def read_nodes(network: Network, plan: Plan, places: Iterable[int], watch: Watch) -> None:
    """Read what the nodes at these places say of themselves; nothing was read of them yet."""
    settings, nodes, lengths = plan.settings, network.nodes, network.length
    country, status_date = settings.holidays, dt.date.fromordinal(network.status_date)
    measured = {one.node for one in network.reachings}
    for place in places:
        node = nodes[place]
        watch.place = place
        duration = node.duration
        if duration is not None:
            lengths[place] = span(duration, country)
        if node.status == "done" or node.actual_finish is not None:
            _read_done(network, plan, place, finish_of_done(node, plan, status_date))
            continue
        reaching = network.reaching_of(node.id) if node.id in measured else None
        if reaching is not None and reaching.day is not None:
            finish = reaching.day.toordinal() + 1
            if reaching.is_met:
                _read_done(network, plan, place, finish)
                continue
            network.floors[place] = finish
        if node.actual_start is not None:
            network.phase[place] = BEGUN
            network.actual_start[place] = node.actual_start.toordinal()
        elif node.gate is not None:
            network.gates[place] = openings(plan.gates[node.gate], country)
        if node.date or node.not_before or node.not_after or node.target:
            network.limits[place] = limits_of(node, settings, lengths[place], status_date)


def _read_done(network: Network, plan: Plan, place: int, finish: int) -> None:
    node = network.nodes[place]
    network.phase[place] = DONE
    network.actual_finish[place] = finish
    start = node.actual_start
    network.actual_start[place] = finish if start is None else start.toordinal()
    if node.target is not None or (node.kind == "vision" and node.date is not None):
        day = dt.date.fromordinal(network.status_date)
        network.limits[place] = limits_of(node, plan.settings, 0, day)


def read_links(
    network: Network, plan: Plan, links: Iterable[Link], chosen: Chosen, places: Collection[int]
) -> None:
    """Read what is asked of the items at these places: all the links to them, their obstacles."""
    index, into, out_of = network.index, network.into, network.out_of
    country = plan.settings.holidays
    touched = standing_obstacles(network, plan)
    by_choice: dict[str, list[Link]] = {}
    for link in links:
        if link.relation != "requires":
            continue
        if link.choice is not None:
            by_choice.setdefault(link.choice, []).append(link)
            continue
        end, start = index.get(link.dependent), index.get(link.prerequisite)
        if end is None or start is None:
            continue
        kind, lag = link.type, link.lag
        tie: Tie = (
            start,
            end,
            FS if kind is None else KINDS[kind],
            0 if lag is None else span(lag, country),
            link.id,
            BOUND,
        )
        into[end].append(tie)
        out_of[start].append(tie)
    for choice_id, its_links in by_choice.items():
        choice = plan.choices[choice_id]
        if choice.node in index:
            names = frozenset(chosen[choice_id]) if choice_id in chosen else None
            read_choice(network, choice, its_links, names, touched, country)
    if touched:
        hold_back(network, plan, touched, places)


def put_in_order(network: Network) -> None:
    """Prerequisites before dependents, resolvers before what they free."""
    out_of, reliefs = network.out_of, network.reliefs
    waiting_for = _waiting_for(network)
    order = [place for place, left in enumerate(waiting_for) if not left]
    for place in order:
        for tie in out_of[place]:
            other = tie[1]
            left = waiting_for[other] = waiting_for[other] - 1
            if not left:
                order.append(other)
        if place in reliefs:
            for other, _ in reliefs[place]:
                waiting_for[other] -= 1
                if not waiting_for[other]:
                    order.append(other)
    network.order = order
    network.rank = rank = [0] * len(order)
    for at, place in enumerate(order):
        rank[place] = at


def _waiting_for(network: Network) -> list[int]:
    """How many links and resolvers each item waits for."""
    found = [len(ties) for ties in network.into]
    for place, selections in network.selections.items():
        for one in selections:
            found[place] += sum(len(option.ties) for option in (*one.options, *one.others))
    for edges in network.reliefs.values():
        for edge in edges:
            found[edge.touched] += 1
    return found
