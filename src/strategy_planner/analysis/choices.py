"""Choices and obstacles in the network: what may stand in for what, and what has to wait."""

from collections.abc import Collection, Mapping

from strategy_planner.analysis.network import (
    BOUND,
    DEAD,
    KINDS,
    NOT_CHOSEN,
    OPEN,
    Network,
    Option,
    Relief,
    Selection,
    Wait,
)
from strategy_planner.analysis.spans import span
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Choice, Link, RegisterItem


def standing_obstacles(network: Network, plan: Plan) -> dict[str, list[Wait]]:
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


def hold_back(
    network: Network, plan: Plan, touched: Mapping[str, list[Wait]], within: Collection[int]
) -> None:
    """Obstacles on items of ``within`` and on plain links to them, of which all are needed (3.7)."""
    for record_id, waits in touched.items():
        place = network.index.get(record_id)
        link = plan.links.get(record_id)
        if link is not None and _is_plain(network, link):
            place = network.index.get(link.dependent)
        if place is not None and place in within:
            network.waits.setdefault(place, []).extend(waits)
            for wait in waits:
                _relieve(network, place, wait, BOUND)


def _is_plain(network: Network, link: Link) -> bool:
    """A requires link outside of choices whose prerequisite was not dropped (3.6)."""
    return (
        link.relation == "requires" and link.choice is None and link.prerequisite in network.index
    )


def _relieve(network: Network, place: int, wait: Wait, counts: int) -> None:
    """Edges from the resolvers; with several of them, any one will do (SEMANTICS 4.2)."""
    if counts == BOUND and len(wait.resolvers) > 1:
        counts = OPEN
    for resolver in wait.resolvers:
        network.reliefs.setdefault(resolver, []).append(Relief(place, counts))


def read_choice(
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
    others = [option for name, option in options.items() if chosen and name not in chosen]
    needed = choice.effective_needed if chosen is None else len(taken)
    network.selections.setdefault(end, []).append(Selection(choice.id, needed, taken, others))


def _how_option_counts(
    option: Option, chosen: frozenset[str] | None, needed: int, live: int
) -> int:
    if option.dropped:
        return DEAD
    if chosen is not None:
        return BOUND if option.name in chosen else NOT_CHOSEN
    return OPEN if needed < live else BOUND
