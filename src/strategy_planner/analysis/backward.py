"""The backward pass: the latest dates, from every dated end back (SEMANTICS 4.1 to 4.3)."""

from collections.abc import Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import (
    BEGUN,
    DEAD,
    DONE,
    FF,
    FS,
    NOT_CHOSEN,
    OPEN,
    Network,
)
from strategy_planner.analysis.range_check import FIRST, LAST, Watch
from strategy_planner.analysis.spans import Span, earlier, later

Hold = tuple[int, str | None]
"""The dependent that limits an item, and the link; None for what an obstacle holds back."""
_Limit = tuple[int, Hold | None]


@dataclass(slots=True)
class LateDates:
    """Late start and finish of each item, `NEVER` where there are none.

    ``limiter`` is the dependent that set the latest finish, None where the item's own limit did;
    it is kept where the item's gate has no opening early enough, so that there are no late dates.
    """

    start: list[int]
    finish: list[int]
    conditional: list[bool]
    limiter: list[Hold | None]


def backward_pass(network: Network, watch: Watch, *, all_options: bool = False) -> LateDates:
    """Latest dates of all items, dependents first.

    ``all_options`` counts the options that a pathway did not choose as well (4.5, dormant).
    """
    count = len(network.nodes)
    late = LateDates([NEVER] * count, [NEVER] * count, [False] * count, [None] * count)
    counted = DEAD if all_options else NOT_CHOSEN
    for place in reversed(network.order):
        if network.phase[place] != DONE:
            _leave(network, late, place, counted, watch)
    return late


def backward_again(
    network: Network,
    before: LateDates,
    changed: Iterable[int],
    watch: Watch,
    *,
    all_options: bool = False,
) -> tuple[LateDates, set[int]]:
    """Latest dates once what is said of some items, or what they serve, has changed.

    Only what the change reaches is computed anew; everything else is as in ``before``. Also tells
    whose dates or limiter are others.
    """
    more = len(network.nodes) - len(before.start)
    late = LateDates(
        before.start + [NEVER] * more,
        before.finish + [NEVER] * more,
        before.conditional + [False] * more,
        before.limiter + [None] * more,
    )
    counted = DEAD if all_options else NOT_CHOSEN
    order, rank = network.order, network.rank
    ahead = sorted(-rank[place] for place in changed)
    seen = set(ahead)
    others: set[int] = set()
    while ahead:
        place = order[-heappop(ahead)]
        dates = late.start[place], late.finish[place], late.conditional[place]
        limiter = late.limiter[place]
        late.start[place] = late.finish[place] = NEVER
        late.conditional[place], late.limiter[place] = False, None
        if network.phase[place] != DONE:
            _leave(network, late, place, counted, watch)
        if (late.start[place], late.finish[place], late.conditional[place]) == dates:
            if late.limiter[place] != limiter:
                others.add(place)
            continue
        others.add(place)
        for other in network.needs(place):
            if -rank[other] not in seen:
                seen.add(-rank[other])
                heappush(ahead, -rank[other])
    return late, others


def _leave(network: Network, late: LateDates, place: int, counted: int, watch: Watch) -> None:
    watch.place = place
    finish, limiter, conditional = _limits(network, late, place, counted)
    if finish >= NEVER:
        return
    late.limiter[place] = limiter
    length = network.length[place]
    start = earlier(finish, length)
    if place in network.gates:
        opening = network.gates[place].last_until(start)
        if opening is None:
            return
        finish = later(opening, length)
        start = earlier(finish, length)
    if not FIRST <= start <= finish <= LAST:
        watch.check(start, finish)
    late.start[place], late.finish[place] = start, finish
    if conditional:
        late.conditional[place] = True


def _limits(
    network: Network, late: LateDates, place: int, counted: int
) -> tuple[int, Hold | None, bool]:
    """The earliest unconditional limit, else the earliest conditional one, and who sets it."""
    last, open_ = network.limits[place].last, NEVER
    last_by: Hold | None = None
    open_by: Hold | None = None
    length, phases, starts = network.length[place], network.phase, late.start
    for _, other, kind, lag, link, counts in network.out_of[place]:
        if (
            counts >= counted
            or late.finish[other] >= NEVER
            or (kind < FF and phases[other] == BEGUN)
        ):
            continue
        plain = kind == FS and lag == 0
        value = starts[other] if plain else limit(late, other, kind, lag, length)
        if counts >= OPEN or late.conditional[other]:
            if value < open_:
                open_, open_by = value, (other, link)
            elif value == open_:
                open_by = _first_of(network, open_by, (other, link))
        elif value < last:
            last, last_by = value, (other, link)
        elif value == last:
            last_by = _first_of(network, last_by, (other, link))
    bound: _Limit = last, last_by
    if place in network.reliefs:
        bound, (open_, open_by) = _limits_of_resolver(
            network, late, place, counted, bound, (open_, open_by)
        )
    return (open_, open_by, True) if bound[0] >= NEVER else (*bound, False)


def _limits_of_resolver(
    network: Network, late: LateDates, place: int, counted: int, bound: _Limit, open_: _Limit
) -> tuple[_Limit, _Limit]:
    """The limits once what the item frees from obstacles counts too, finish-start (3.7)."""
    for other, counts in network.reliefs[place]:
        if counts >= counted or late.finish[other] >= NEVER or network.phase[other] == BEGUN:
            continue
        found: _Limit = (late.start[other], (other, None))
        if counts >= OPEN or late.conditional[other]:
            open_ = _earlier(network, open_, found)
        else:
            bound = _earlier(network, bound, found)
    return bound, open_


def limit(late: LateDates, other: int, kind: int, lag: Span, length: Span) -> int:
    """The finish that a link to ``other`` allows an item of ``length`` (4.1)."""
    value = earlier(late.start[other] if kind < FF else late.finish[other], lag)
    return value if kind in {FS, FF} else later(value, length)


def _earlier(network: Network, one: _Limit, other: _Limit) -> _Limit:
    if one[0] != other[0]:
        return one if one[0] < other[0] else other
    return one[0], _first_of(network, one[1], other[1])


def _first_of(network: Network, one: Hold | None, other: Hold | None) -> Hold | None:
    """Which of two equal limits is named: a link before a resolver and an own limit, and among
    links the other end's number, then id (4.6).
    """
    return min(one, other, key=lambda found: _rank(network, found))


def _rank(network: Network, hold: Hold | None) -> tuple[int, tuple[str, str, str]]:
    if hold is None:
        return 2, ("", "", "")
    place, link = hold
    return (1 if link is None else 0), network.tie_key(place, link or "")
