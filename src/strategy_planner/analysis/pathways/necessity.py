"""Necessary and no-regret items, exactly, on the AND/OR graph (SEMANTICS 5.3).

Sets of items are bit sets in whole numbers: item ``i`` is bit ``1 << i``. Nothing is enumerated.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from strategy_planner.analysis.forward import EarlyDates, forward_again, forward_pass
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF, Network, Option, Selection, Wait
from strategy_planner.analysis.range_check import Watch

_Sets = list[int | None]
"""For each item all that it cannot come without, itself included; None where it cannot come."""


def necessary(network: Network) -> set[int]:
    """The items without which some target cannot be reached at all.

    ``network`` is compiled with every choice open. Targets and what is done are left out.
    """
    needs = _needs(network)
    found = 0
    for target in targets_of(network):
        found |= needs[target] or 0
    return _without_targets(network, found)


def no_regret(network: Network, watch: Watch) -> set[int]:
    """The items in every way of choosing that reaches every target in time; none if no way does.

    The earliest dates are those of the best way, choice by choice. So an item is in every such
    way if and only if some target comes late or never once the item cannot come. Items that are
    in the same options give the same answer, so that one pass is enough for all of them, and only
    over what comes after the item.
    """
    early = forward_pass(network, watch)
    if not _in_time(network, early):
        return set()
    needs = _needs(network)
    always = 0
    for target in targets_of(network):
        always |= needs[target] or 0
    ways = list(_ways(network, needs))
    alike: dict[frozenset[int], list[int]] = {}
    for item, phase in enumerate(network.phase):
        bit = 1 << item
        if always & bit or phase == DONE:
            continue
        part_of = frozenset(key for key, way in enumerate(ways) if way & bit)
        if part_of:
            alike.setdefault(part_of, []).append(item)
    for items in alike.values():
        without = _without(network, items[0])
        late, _ = forward_again(without, early, items[:1], watch)
        if not _in_time(without, late):
            always |= sum(1 << item for item in items)
    return _without_targets(network, always)


def _ways(network: Network, needs: _Sets) -> Iterator[int]:
    """What each option cannot do without, and each resolver of an obstacle."""
    for place, selections in network.selections.items():
        begun = network.phase[place] == BEGUN
        for selection in selections:
            for option in selection.options:
                yield _of_option(needs, option, begun=begun) or 0
                yield from _resolvers(needs, option.waits)
    for waits in network.waits.values():
        yield from _resolvers(needs, waits)


def _resolvers(needs: _Sets, waits: Iterable[Wait]) -> Iterator[int]:
    for wait in waits:
        yield from (needs[place] or 0 for place in wait.resolvers)


def targets_of(network: Network) -> list[int]:
    """The dated visions and the items with a promised date (4.7)."""
    return [place for place, limits in enumerate(network.limits) if limits.target < NEVER]


def _without_targets(network: Network, items: int) -> set[int]:
    targets = set(targets_of(network))
    return {
        place
        for place, phase in enumerate(network.phase)
        if items >> place & 1 and phase != DONE and place not in targets
    }


def _in_time(network: Network, early: EarlyDates) -> bool:
    return all(
        network.phase[place] == DONE or early.finish[place] <= network.limits[place].target
        for place in targets_of(network)
    )


def _without(network: Network, item: int) -> Network:
    """The same network, in which an item can never come."""
    never = Selection("", 1, [Option("", dropped=[""])], [])
    selections = {**network.selections, item: [*network.selections.get(item, ()), never]}
    return replace(network, selections=selections)


def _needs(network: Network) -> _Sets:
    needs: _Sets = [None] * len(network.nodes)
    for place in network.order:
        needs[place] = _needs_of(network, needs, place)
    return needs


def _needs_of(network: Network, needs: _Sets, place: int) -> int | None:
    phase = network.phase[place]
    if phase == DONE:
        return 0
    begun = phase == BEGUN
    found = 1 << place
    for other, _, kind, *_ in network.into[place]:
        if begun and kind < FF:
            continue
        more = needs[other]
        if more is None:
            return None
        found |= more
    for selection in network.selections.get(place, ()):
        ways = [_of_option(needs, one, begun=begun) for one in selection.options]
        chosen = _in_all_ways(ways, selection.needed)
        if chosen is None:
            return None
        found |= chosen
    if not begun:
        for wait in network.waits.get(place, ()):
            more = _of_wait(needs, wait)
            if more is None:
                return None
            found |= more
    return found


def _of_option(needs: _Sets, option: Option, *, begun: bool) -> int | None:
    if option.dropped:
        return None
    found = 0
    parts = [needs[tie[0]] for tie in option.ties if not begun or tie[2] >= FF]
    parts += [] if begun else [_of_wait(needs, wait) for wait in option.waits]
    for more in parts:
        if more is None:
            return None
        found |= more
    return found


def _of_wait(needs: _Sets, wait: Wait) -> int | None:
    return _in_all_ways([needs[place] for place in wait.resolvers], 1)


def _in_all_ways(ways: Sequence[int | None], needed: int) -> int | None:
    """What at least ``needed`` of ``ways`` cannot do without, however they are taken.

    An item is in that set when fewer than ``needed`` of the ways that are there miss it.
    """
    there = [way for way in ways if way is not None]
    if len(there) < needed:
        return None
    # at_least[k]: the items that are in k or more of the ways so far.
    most = len(there) - needed + 1
    at_least = [0] * (most + 1)
    for way in there:
        for count in range(most, 1, -1):
            at_least[count] |= at_least[count - 1] & way
        at_least[1] |= way
    return at_least[most]
