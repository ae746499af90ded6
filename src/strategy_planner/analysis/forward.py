"""The forward pass: the earliest dates, from the status date on (SEMANTICS 3)."""

from collections.abc import Container, Iterable
from dataclasses import dataclass
from heapq import heappop, heappush

from strategy_planner.analysis.limits import ANY_TIME, NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF, FS, SS, Network, Selection, Tie, Wait
from strategy_planner.analysis.range_check import FIRST, LAST, Watch
from strategy_planner.analysis.spans import Span, earlier, later

Cause = tuple[int, str | None]
"""The item that sets a date, and the link through which it does; None for a resolver."""
_Demand = tuple[int, Cause | None]


@dataclass(slots=True)
class EarlyDates:
    """Early start and finish of each item; `NEVER` in both for what is blocked.

    ``driver`` is what sets the early dates: a link with its prerequisite or a resolver; None
    where the item itself, its gate or the status date does (SEMANTICS 4.6).
    """

    start: list[int]
    finish: list[int]
    driver: list[Cause | None]


def forward_pass(network: Network, watch: Watch) -> EarlyDates:
    """Earliest dates of all items, prerequisites first."""
    count = len(network.nodes)
    early = EarlyDates([NEVER] * count, [NEVER] * count, [None] * count)
    for place in network.order:
        _come(network, early, place, watch)
    return early


def forward_again(
    network: Network,
    before: EarlyDates,
    changed: Iterable[int],
    watch: Watch,
    within: Container[int] | None = None,
) -> tuple[EarlyDates, set[int]]:
    """Earliest dates once what is said of some items, or asked of them, has changed.

    Only what the change reaches is computed anew, and of that only what is in ``within`` where it
    is given; everything else is as in ``before``. Also tells whose dates or driver are others.
    """
    more = len(network.nodes) - len(before.start)
    early = EarlyDates(
        before.start + [NEVER] * more, before.finish + [NEVER] * more, before.driver + [None] * more
    )
    order, rank = network.order, network.rank
    ahead = sorted(rank[place] for place in changed)
    seen = set(ahead)
    others: set[int] = set()
    while ahead:
        place = order[heappop(ahead)]
        start, finish, driver = early.start[place], early.finish[place], early.driver[place]
        early.start[place] = early.finish[place] = NEVER
        early.driver[place] = None
        _come(network, early, place, watch)
        if early.start[place] == start and early.finish[place] == finish:
            if early.driver[place] != driver:
                others.add(place)
            continue
        others.add(place)
        after = [tie[1] for tie in network.out_of[place]]
        if place in network.reliefs:
            after += [relief.touched for relief in network.reliefs[place]]
        for other in after:
            at = rank[other]
            if at not in seen and (within is None or other in within):
                seen.add(at)
                heappush(ahead, at)
    return early, others


def _come(network: Network, early: EarlyDates, place: int, watch: Watch) -> None:
    watch.place = place
    phase = network.phase[place]
    if phase == DONE:
        early.start[place] = network.actual_start[place]
        early.finish[place] = network.actual_finish[place]
    elif phase == BEGUN:
        _continue(network, early, place)
    else:
        _begin(network, early, place)
    if place in network.floors and phase != DONE and early.finish[place] < network.floors[place]:
        early.finish[place], early.driver[place] = network.floors[place], None
    start, finish = early.start[place], early.finish[place]
    if finish < NEVER and not FIRST <= start <= finish <= LAST:
        watch.check(start, finish)


def chain_to(early: EarlyDates, place: int) -> tuple[int, ...]:
    """The items along the driving links that end at an item, first cause first (4.6)."""
    chain = [place]
    while (cause := early.driver[chain[-1]]) is not None:
        chain.append(cause[0])
    return tuple(reversed(chain))


def _begin(network: Network, early: EarlyDates, place: int) -> None:
    """Not begun (3.3)."""
    length = network.length[place]
    start, start_by, finish, finish_by = _demands(network, early, place, length)
    if start >= NEVER or finish >= NEVER:
        return
    first = max(network.status_date, network.limits[place].first, start)
    if place in network.gates:
        opening = network.gates[place].first_from(first, network.status_date)
        if opening is None:
            return
        first = opening
    end = later(first, length)
    early.start[place] = first
    if finish > end:
        early.finish[place] = finish
        early.driver[place] = finish_by
    else:
        early.finish[place] = end
        if start == first:
            early.driver[place] = start_by


def _continue(network: Network, early: EarlyDates, place: int) -> None:
    """Begun (3.4): what was asked of its start is history."""
    length = network.length[place]
    _, _, finish, finish_by = _demands(network, early, place, length)
    if finish >= NEVER:
        return
    start = early.start[place] = network.actual_start[place]
    end = later(start, length)
    early.finish[place] = max(network.status_date, end, finish)
    if finish > end and finish >= network.status_date:
        early.driver[place] = finish_by


def _demands(
    network: Network, early: EarlyDates, place: int, length: Span
) -> tuple[int, Cause | None, int, Cause | None]:
    """What all prerequisites together demand of the start and of the finish (3.1, 3.2)."""
    start = finish = ANY_TIME
    start_by: Cause | None = None
    finish_by: Cause | None = None
    starts, finishes = early.start, early.finish
    for tie in network.into[place]:
        other, _, kind, lag, link, _ = tie
        if kind == FS and lag == 0:
            asked = finishes[other]
        else:
            asked, end = demand(tie, starts[other], finishes[other], length)
            if end > finish or (end == finish and _goes_first(network, other, link, finish_by)):
                finish, finish_by = end, (other, link)
        if asked > start or (asked == start and _goes_first(network, other, link, start_by)):
            start, start_by = asked, (other, link)
    if place in network.selections:
        for selection in network.selections[place]:
            chosen_start, chosen_finish = _selection(network, early, selection, length)
            start, start_by = _later_demand(network, (start, start_by), chosen_start)
            finish, finish_by = _later_demand(network, (finish, finish_by), chosen_finish)
    if place in network.waits:
        for wait in network.waits[place]:
            asked_then = resolved(network, early, wait)
            start, start_by = _later_demand(network, (start, start_by), asked_then)
    return start, start_by, finish, finish_by


def demand(tie: Tie, start: int, finish: int, length: Span) -> tuple[int, int]:
    """What a link demands of the start and of the finish of a dependent of ``length`` (3.1)."""
    _, _, kind, lag, _, _ = tie
    if finish >= NEVER:
        return NEVER, NEVER if kind >= FF else ANY_TIME
    if kind == FS:
        return later(finish, lag), ANY_TIME
    if kind == SS:
        return later(start, lag), ANY_TIME
    end = later(finish if kind == FF else start, lag)
    return earlier(end, length), end


def resolved(network: Network, early: EarlyDates, wait: Wait) -> _Demand:
    """When the first resolver of an obstacle is done; never, when there is none (3.7)."""
    if not wait.resolvers:
        return NEVER, None
    first = min(wait.resolvers, key=lambda place: (early.finish[place], network.tie_key(place, "")))
    return early.finish[first], (first, None)


def _selection(
    network: Network, early: EarlyDates, selection: Selection, length: Span
) -> tuple[_Demand, _Demand]:
    """The k-th smallest demand over the options, start and finish each for itself (3.2)."""
    starts: list[_Demand] = []
    finishes: list[_Demand] = []
    for option in selection.options:
        start: _Demand = (NEVER if option.dropped else ANY_TIME, None)
        finish = start
        for tie in option.ties:
            other, link = tie[0], tie[4]
            asked, end = demand(tie, early.start[other], early.finish[other], length)
            start = _later_demand(network, start, (asked, (other, link)))
            finish = _later_demand(network, finish, (end, (other, link)))
        for wait in option.waits:
            start = _later_demand(network, start, resolved(network, early, wait))
        starts.append(start)
        finishes.append(finish)
    return _smallest(network, starts, selection.needed), _smallest(
        network, finishes, selection.needed
    )


def _smallest(network: Network, demands: list[_Demand], needed: int) -> _Demand:
    """The ``needed``-th smallest demand; of equal ones the cause that goes first."""
    ranked = sorted(value for value, _ in demands)
    value = ranked[needed - 1]
    result: _Demand = (value, None)
    for candidate in demands:
        if candidate[0] == value:
            result = _later_demand(network, result, candidate)
    return result


def _later_demand(network: Network, one: _Demand, other: _Demand) -> _Demand:
    """The later of two demands; of equal ones a link goes before a resolver (4.6)."""
    if one[0] != other[0]:
        return one if one[0] > other[0] else other
    cause = other[1]
    if cause is None:
        return one
    if one[1] is None or _precedes(network, cause, one[1]):
        return other
    return one


def _goes_first(network: Network, other: int, link: str, so_far: Cause | None) -> bool:
    return so_far is not None and _precedes(network, (other, link), so_far)


def _precedes(network: Network, cause: Cause, other: Cause) -> bool:
    if (cause[1] is None) != (other[1] is None):
        return other[1] is None
    return network.tie_key(cause[0], cause[1] or "") < network.tie_key(other[0], other[1] or "")
