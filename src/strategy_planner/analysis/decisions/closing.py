"""When an option closes: the last day on which it can still be begun in time (SEMANTICS 5.2)."""

import datetime as dt
from collections.abc import Sequence
from heapq import heappop, heappush

from strategy_planner.analysis.backward import backward_again
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF, WAITING, Network, Option, Tie, Wait
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.recompilation import recompiled
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan


def options_of(plan: Plan, choice: str) -> list[str]:
    """The names of a choice's options, in the order of the plan's links."""
    names = (link.option for link in plan.links.values() if link.choice == choice)
    return [name for name in dict.fromkeys(names) if name is not None]


def closing_date(
    plan: Plan, today: Schedule, base: Sequence[int], choice: str, option: str
) -> dt.date | None:
    """The earliest late start of what has not begun upstream of an option, with it alone.

    ``base`` are the `closings` of ``today``, whose pathway holds for the other choices. None where
    all of it has begun, where nothing limits it, and where a dropped item keeps the option from
    being met. Only what lies upstream of the choice has other late dates then.
    """
    place = today.network.index.get(plan.choices[choice].node)
    if place is None or today.network.phase[place] == DONE:
        return None
    pathway = plan.pathways.get(today.pathway or "")
    alone = {**(pathway.chosen if pathway else {}), choice: (option,)}
    with watched(today.network.nodes) as watch:
        network = recompiled(today.network, plan, alone, {plan.choices[choice].node}, watch)
        late, others = backward_again(network, today.late, network.needs(place), watch)
    closes = _closings_again(network, late.start, base, others, place)
    begun = network.phase[place] == BEGUN
    for selection in network.selections.get(place, ()):
        for one in selection.options:
            if selection.choice == choice and not one.dropped:
                found = _of_option(closes, one, begun=begun)
                return None if found >= NEVER else dt.date.fromordinal(found)
    return None


def kept_until(closings: Sequence[dt.date | None], needed: int) -> dt.date | None:
    """The latest day with which ``needed`` of the options can still be kept; None: any day."""
    ranked = sorted((day.toordinal() if day else NEVER for day in closings), reverse=True)
    if len(ranked) < needed or ranked[needed - 1] >= NEVER:
        return None
    return dt.date.fromordinal(ranked[needed - 1])


def closings(network: Network, late_start: Sequence[int]) -> list[int]:
    """For each item the earliest late start of it and of all that has not begun upstream."""
    closes = [NEVER] * len(network.nodes)
    for place in network.order:
        closes[place] = _closing(network, late_start, closes, place)
    return closes


def _closings_again(
    network: Network, late_start: Sequence[int], base: Sequence[int], changed: set[int], end: int
) -> list[int]:
    """The closings of what lies before ``end``, once the late starts of some items are others."""
    closes = list(base)
    order, rank = network.order, network.rank
    ahead = sorted(rank[place] for place in changed)
    seen = set(ahead)
    while ahead:
        place = order[heappop(ahead)]
        found = _closing(network, late_start, closes, place)
        if found == closes[place]:
            continue
        closes[place] = found
        for other in network.serves(place):
            if rank[other] < rank[end] and rank[other] not in seen:
                seen.add(rank[other])
                heappush(ahead, rank[other])
    return closes


def _closing(network: Network, late_start: Sequence[int], closes: Sequence[int], place: int) -> int:
    phase = network.phase[place]
    if phase == DONE:
        return NEVER
    begun = phase == BEGUN
    found = [late_start[place]] if phase == WAITING else []
    found += [closes[tie[0]] for tie in network.into[place] if _asks(tie, begun=begun)]
    for selection in network.selections.get(place, ()):
        live = [one for one in selection.options if not one.dropped]
        ranked = sorted((_of_option(closes, one, begun=begun) for one in live), reverse=True)
        if len(ranked) >= selection.needed:
            found.append(ranked[selection.needed - 1])
    if not begun:
        found += [_of_wait(closes, wait) for wait in network.waits.get(place, ())]
    return min(found, default=NEVER)


def _of_option(closes: Sequence[int], option: Option, *, begun: bool) -> int:
    found = [closes[tie[0]] for tie in option.ties if _asks(tie, begun=begun)]
    if not begun:
        found += [_of_wait(closes, wait) for wait in option.waits]
    return min(found, default=NEVER)


def _of_wait(closes: Sequence[int], wait: Wait) -> int:
    """Of the resolvers of an obstacle any one will do."""
    return max((closes[place] for place in wait.resolvers), default=NEVER)


def _asks(tie: Tie, *, begun: bool) -> bool:
    """Whether a link still asks something of its dependent (SEMANTICS 3.4)."""
    return not begun or tie[2] >= FF
