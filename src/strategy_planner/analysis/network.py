"""A plan compiled for the passes: flat lists over the items, in an order that both can follow.

Items are counted from 0 in the plan's order, dropped ones left out. Instants are day ordinals.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy_planner.analysis.limits import FREE, Limits, limits_of, window_of
from strategy_planner.analysis.openings import Openings, openings
from strategy_planner.analysis.range_check import Watch
from strategy_planner.analysis.spans import Span, span
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Choice, Link, Node, RegisterItem

FS, SS, FF, SF = range(4)
KINDS = {None: FS, "FS": FS, "SS": SS, "FF": FF, "SF": SF}
WAITING, BEGUN, DONE = range(3)
BOUND, OPEN, NOT_CHOSEN, DEAD = range(4)
"""How a link counts: always; as one of an open choice; not, for the pathway chose otherwise;
not at all, for its option holds a dropped item."""


Tie = tuple[int, int, int, Span, str, int]
"""A requires link: prerequisite, dependent, kind, lag, id, how it counts."""


class Wait(NamedTuple):
    """An obstacle that holds something back until one of its resolvers is done."""

    obstacle: str
    resolvers: tuple[int, ...]
    dropped: tuple[str, ...]


@dataclass(slots=True)
class Option:
    """One way of a choice: all its links, and the obstacles that these wait for."""

    name: str
    ties: list[Tie] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


class Selection(NamedTuple):
    """A choice as the forward pass sees it: at least ``needed`` of these options."""

    choice: str
    needed: int
    options: list[Option]


class Relief(NamedTuple):
    """An edge from a resolver to what its obstacle holds back."""

    touched: int
    counts: int


@dataclass(slots=True)
class Network:
    """What the passes read. Lists have one entry for each item."""

    status_date: int
    nodes: list[Node]
    index: dict[str, int]
    phase: list[int]
    length: list[Span]
    limits: list[Limits]
    actual_start: list[int]
    actual_finish: list[int]
    gates: dict[int, Openings]
    into: list[list[Tie]]
    selections: dict[int, list[Selection]]
    waits: dict[int, list[Wait]]
    out_of: list[list[Tie]]
    reliefs: dict[int, list[Relief]]
    order: list[int]

    def tie_key(self, other: int, link: str) -> tuple[str, str, str]:
        """The order among links that say the same: by the other end's number, then id (4.6)."""
        node = self.nodes[other]
        return node.number or "", node.id, link


def compile_network(
    plan: Plan, status_date: dt.date, chosen: Mapping[str, Iterable[str]], watch: Watch
) -> Network:
    """The network of a plan on a status date, with the options that a pathway has chosen."""
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
    touched = _touched(network, plan)
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
        _read_choice(
            network, plan.choices[choice_id], links, chosen.get(choice_id), touched, country
        )
    if touched:
        _hold_back(network, touched)


def _touched(network: Network, plan: Plan) -> dict[str, list[Wait]]:
    """The obstacles that still stand, by the record that each of them touches (3.7)."""
    touched: dict[str, list[Wait]] = {}
    for item in plan.register.values():
        if item.blocks:
            wait = _wait(network, item)
            for record_id in dict.fromkeys(item.touches):
                touched.setdefault(record_id, []).append(wait)
    return touched


def _wait(network: Network, item: RegisterItem) -> Wait:
    resolvers = dict.fromkeys(item.resolved_by)
    return Wait(
        item.id,
        tuple(network.index[id_] for id_ in resolvers if id_ in network.index),
        tuple(id_ for id_ in resolvers if id_ not in network.index),
    )


def _hold_back(network: Network, touched: Mapping[str, list[Wait]]) -> None:
    """Obstacles on items and on plain links, of which all are needed (3.7)."""
    for place, node in enumerate(network.nodes):
        found = [
            *touched.get(node.id, ()),
            *(wait for tie in network.into[place] for wait in touched.get(tie[4], ())),
        ]
        if found:
            network.waits[place] = found
        for wait in found:
            _relieve(network, place, wait, BOUND)


def _relieve(network: Network, place: int, wait: Wait, counts: int) -> None:
    """Edges from the resolvers; with several of them, any one will do (SEMANTICS 4.2)."""
    if counts == BOUND and len(wait.resolvers) > 1:
        counts = OPEN
    for resolver in wait.resolvers:
        network.reliefs.setdefault(resolver, []).append(Relief(place, counts))


def _read_choice(
    network: Network,
    choice: Choice,
    links: list[Link],
    chosen: frozenset[str] | None,
    touched: Mapping[str, list[Wait]],
    country: str | None,
) -> None:
    """A choice's options, and how its links count (SEMANTICS 3.2, 3.6, 4.2)."""
    end = network.index[choice.node]
    options: dict[str, Option] = {}
    for link in links:
        name = link.option or ""
        option = options.setdefault(name, Option(name))
        start = network.index.get(link.prerequisite)
        if start is None:
            option.dropped.append(link.prerequisite)
            continue
        lag = 0 if link.lag is None else span(link.lag, country)
        option.ties.append((start, end, KINDS[link.type], lag, link.id, OPEN))
        option.waits.extend(touched.get(link.id, ()))
    live = sum(not option.dropped for option in options.values())
    for option in options.values():
        counts = _how_option_counts(option, chosen, choice.effective_needed, live)
        for tie in option.ties:
            network.out_of[tie[0]].append((*tie[:5], counts))
        for wait in option.waits:
            _relieve(network, end, wait, counts)
    taken = [option for option in options.values() if chosen is None or option.name in chosen]
    needed = choice.effective_needed if chosen is None else len(taken)
    network.selections.setdefault(end, []).append(Selection(choice.id, needed, taken))


def _how_option_counts(
    option: Option, chosen: frozenset[str] | None, needed: int, live: int
) -> int:
    if option.dropped:
        return DEAD
    if chosen is not None:
        return BOUND if option.name in chosen else NOT_CHOSEN
    return OPEN if needed < live else BOUND


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
