"""The part of a network that some items wait for."""

from collections.abc import Iterable

from strategy_planner.analysis.network import DONE, Network


def upstream_of(network: Network, ends: Iterable[int]) -> list[int]:
    """The items that ``ends`` wait for and they themselves, prerequisites first."""
    wanted = set(ends)
    for place in reversed(network.order):
        if place not in wanted or network.phase[place] == DONE:
            continue
        wanted.update(tie[0] for tie in network.into[place])
        waits = list(network.waits.get(place, ()))
        for selection in network.selections.get(place, ()):
            for option in selection.options:
                wanted.update(tie[0] for tie in option.ties)
                waits += option.waits
        for wait in waits:
            wanted.update(wait.resolvers)
    return [place for place in network.order if place in wanted]
