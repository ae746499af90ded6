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
    SS,
    Network,
)
from strategy_planner.analysis.range_check import Watch
from strategy_planner.analysis.spans import Span, earlier, later

Hold = tuple[int, str | None]
"""The dependent that limits an item, and the link; None for what an obstacle holds back."""


@dataclass(slots=True)
class LateDates:
    """Late start and finish of each item, `NEVER` where there are none.

    ``limiter`` is the dependent that set the late finish, None where the item's own limit did.
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
        bound, bound_by, open_, open_by = _limits(network, late, place, counted)
        conditional = bound >= NEVER
        finish = open_ if conditional else bound
        if finish >= NEVER:
            continue
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
        late.limiter[place] = open_by if conditional else bound_by
    return late


def _limits(
    network: Network, late: LateDates, place: int, counted: int
) -> tuple[int, Hold | None, int, Hold | None]:
    """The earliest unconditional and the earliest conditional limit, and who sets them."""
    bound, open_ = network.limits[place].last, NEVER
    bound_by: Hold | None = None
    open_by: Hold | None = None
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
            if value < open_ or (value == open_ and _precedes(network, other, link, open_by)):
                open_, open_by = value, (other, link)
        elif value < bound or (value == bound and _precedes(network, other, link, bound_by)):
            bound, bound_by = value, (other, link)
    for other, counts in network.reliefs.get(place, ()):
        if counts >= counted or late.finish[other] >= NEVER or phases[other] == BEGUN:
            continue
        value = late.start[other]
        if counts >= OPEN or late.conditional[other]:
            if value < open_ or (value == open_ and open_by is None):
                open_, open_by = value, (other, None)
        elif value < bound or (value == bound and bound_by is None):
            bound, bound_by = value, (other, None)
    return bound, bound_by, open_, open_by


def limit(late: LateDates, other: int, kind: int, lag: Span, length: Span) -> int:
    """The finish that a link to ``other`` allows an item of ``length`` (4.1)."""
    value = earlier(late.start[other] if kind < FF else late.finish[other], lag)
    return value if kind in {FS, FF} else later(value, length)


def _precedes(network: Network, other: int, link: str, so_far: Hold | None) -> bool:
    """A link before an own limit or a resolver; among links by number, then id (4.6)."""
    if so_far is None or so_far[1] is None:
        return True
    return network.tie_key(other, link) < network.tie_key(so_far[0], so_far[1])
