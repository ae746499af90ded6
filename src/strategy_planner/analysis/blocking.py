"""What keeps a blocked item from coming: obstacles and dropped items (SEMANTICS 3.7, 4.7)."""

from collections.abc import Iterable, Iterator

from strategy_planner.analysis.forward import EarlyDates
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, FF, Network, Option, Tie, Wait


def blockers(network: Network, early: EarlyDates, place: int) -> set[str]:
    """The ids of the unresolved obstacles and dropped items behind a blocked item."""
    found: set[str] = set()
    seen = {place}
    ahead = [place]
    while ahead:
        here = ahead.pop()
        for cause in _causes(network, early, here):
            if isinstance(cause, str):
                found.add(cause)
            elif cause not in seen:
                seen.add(cause)
                ahead.append(cause)
    return found


def blocked_chain(network: Network, early: EarlyDates, place: int) -> tuple[int, ...]:
    """A way from what is blocked by itself to a blocked item, first cause first.

    Where several ways lead there, the one over the lowest numbers.
    """
    chain = [place]
    while True:
        causes = set(_causes(network, early, chain[-1]))
        places = [cause for cause in causes if isinstance(cause, int)]
        if len(places) < len(causes) or not places:
            return tuple(reversed(chain))
        chain.append(min(places, key=lambda one: network.tie_key(one, "")))


def _causes(network: Network, early: EarlyDates, place: int) -> Iterator[str | int]:
    """Ids that block an item by themselves, and the blocked items that it waits for.

    What has begun waits only with its finish (SEMANTICS 3.4, 3.7).
    """
    begun = network.phase[place] == BEGUN
    yield from _blocked_among(early, network.into[place], begun=begun)
    if not begun:
        yield from _from_waits(early, network.waits.get(place, ()))
    for selection in network.selections.get(place, ()):
        stuck = [option for option in selection.options if _is_stuck(early, option, begun=begun)]
        if len(selection.options) - len(stuck) < selection.needed:
            for option in stuck:
                yield from option.dropped
                yield from _blocked_among(early, option.ties, begun=begun)
                if not begun:
                    yield from _from_waits(early, option.waits)


def _is_stuck(early: EarlyDates, option: Option, *, begun: bool) -> bool:
    return (
        bool(option.dropped)
        or bool(_blocked_among(early, option.ties, begun=begun))
        or (not begun and any(_is_unresolved(early, wait) for wait in option.waits))
    )


def _blocked_among(early: EarlyDates, ties: Iterable[Tie], *, begun: bool) -> list[int]:
    return [
        place
        for place, _, kind, *_ in ties
        if early.finish[place] >= NEVER and (kind >= FF or not begun)
    ]


def _is_unresolved(early: EarlyDates, wait: Wait) -> bool:
    return all(early.finish[place] >= NEVER for place in wait.resolvers)


def _from_waits(early: EarlyDates, waits: Iterable[Wait]) -> Iterator[str | int]:
    for wait in waits:
        if _is_unresolved(early, wait):
            yield wait.obstacle
            yield from wait.dropped
            yield from wait.resolvers
