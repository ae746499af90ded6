"""Links that say nothing new: a chain that is shown says the same (transitive reduction)."""

from collections.abc import Iterable
from graphlib import CycleError, TopologicalSorter

from strategy_planner.model.records import Link

Ends = tuple[str, str]


def says_order_only(link: Link) -> bool:
    """Whether a link claims no more than a chain would: no choice, no lag, finish to start."""
    plain = link.effective_type == "FS" and link.lag in {None, "0d"}
    return link.relation == "requires" and plain and link.choice is None


def implied(steps: Iterable[Ends], asked: Iterable[Ends]) -> set[Ends]:
    """Those pairs ``asked`` between which two or more ``steps`` lead from the one to the other.

    Sets are kept as the bits of whole numbers, which is quick for thousands of items. Where the
    steps run in a circle (folded groups may), nothing is implied.
    """
    after: dict[str, set[str]] = {}
    for start, end in steps:
        after.setdefault(start, set()).add(end)
    try:
        order = list(TopologicalSorter(after).static_order())
    except CycleError:
        return set()
    bit = {place: 1 << index for index, place in enumerate(order)}
    reach: dict[str, int] = {}
    for place in order:  # what comes after a place stands before it in this order
        reach[place] = bit[place]
        for following in after.get(place, ()):
            reach[place] |= reach[following]
    return {
        (start, end)
        for start, end in set(asked)
        if start in after
        and end in bit
        and any(reach[middle] & bit[end] for middle in after[start] if middle != end)
    }
