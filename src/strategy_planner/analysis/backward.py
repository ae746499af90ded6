"""The backward pass: the latest dates, from every dated end back (SEMANTICS 4.1 to 4.3)."""

from dataclasses import dataclass

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
from strategy_planner.analysis.range_check import Watch
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
        if network.phase[place] == DONE:
            continue
        watch.place = place
        bound, open_ = _limits(network, late, place, counted)
        conditional = bound[0] >= NEVER
        finish, limiter = open_ if conditional else bound
        if finish >= NEVER:
            continue
        late.limiter[place] = limiter
        length = network.length[place]
        start = earlier(finish, length)
        gate = network.gates.get(place)
        if gate is not None:
            opening = gate.last_until(start)
            if opening is None:
                continue
            finish = later(opening, length)
            start = earlier(finish, length)
        watch.check(start, finish)
        late.start[place], late.finish[place] = start, finish
        late.conditional[place] = conditional
    return late


def _limits(network: Network, late: LateDates, place: int, counted: int) -> tuple[_Limit, _Limit]:
    """The earliest unconditional and the earliest conditional limit, each with who sets it."""
    bound: _Limit = (network.limits[place].last, None)
    open_: _Limit = (NEVER, None)
    length, phases = network.length[place], network.phase
    for _, other, kind, lag, link, counts in network.out_of[place]:
        if counts >= counted or late.finish[other] >= NEVER:
            continue
        if phases[other] == BEGUN and kind < FF:
            continue
        if kind == FS and lag == 0:
            value = late.start[other]
        else:
            value = limit(late, other, kind, lag, length)
        if counts >= OPEN or late.conditional[other]:
            if value <= open_[0]:
                open_ = _earlier(network, open_, (value, (other, link)))
        elif value <= bound[0]:
            bound = _earlier(network, bound, (value, (other, link)))
    if place in network.reliefs:
        return _limits_of_resolver(network, late, place, counted, bound, open_)
    return bound, open_


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
    """The earlier of two limits; of equal ones a link goes before a resolver and an own limit,
    and among links the other end's number, then id (4.6).
    """
    if one[0] != other[0]:
        return one if one[0] < other[0] else other
    return min(one, other, key=lambda found: _rank(network, found[1]))


def _rank(network: Network, hold: Hold | None) -> tuple[int, tuple[str, str, str]]:
    if hold is None:
        return 2, ("", "", "")
    place, link = hold
    return (1 if link is None else 0), network.tie_key(place, link or "")
