"""Which options an open choice commits to: those with the earliest finish (SEMANTICS 6.3)."""

from dataclasses import replace

from strategy_planner.analysis.forward import EarlyDates, demand, resolved
from strategy_planner.analysis.limits import ANY_TIME, NEVER
from strategy_planner.analysis.network import BEGUN, Network, Option, Selection, Wait
from strategy_planner.analysis.range_check import Watch
from strategy_planner.analysis.spans import later


def committed(network: Network, early: EarlyDates, watch: Watch) -> Network:
    """The network in which each open choice has only the options that come first.

    An option comes when it lets the item of its choice finish in the deterministic pass
    ``early``; of options that come at the same time the one with the lower text is taken. An
    obstacle, which is a choice among its resolvers (3.7), keeps the first of them.
    """
    selections = {}
    for place, choices in network.selections.items():
        watch.place = place
        selections[place] = [_commit(network, early, place, choice) for choice in choices]
    waits = {
        place: [_first_resolver(network, early, wait) for wait in held]
        for place, held in network.waits.items()
    }
    return replace(network, selections=selections, waits=waits)


def _commit(network: Network, early: EarlyDates, place: int, choice: Selection) -> Selection:
    options = choice.options
    if len(options) > choice.needed:
        options = sorted(options, key=lambda option: _comes(network, early, place, option))
    return choice._replace(
        options=[
            replace(option, waits=[_first_resolver(network, early, wait) for wait in option.waits])
            for option in options[: choice.needed]
        ]
    )


def _first_resolver(network: Network, early: EarlyDates, wait: Wait) -> Wait:
    _, first = resolved(network, early, wait)
    return wait if first is None else wait._replace(resolvers=(first[0],))


def _comes(network: Network, early: EarlyDates, place: int, option: Option) -> tuple[int, int, str]:
    """When an option alone would let the item finish, and start, then the option's text."""
    length = network.length[place]
    start = finish = NEVER if option.dropped else ANY_TIME
    for tie in option.ties:
        asked, end = demand(tie, early.start[tie[0]], early.finish[tie[0]], length)
        start, finish = max(start, asked), max(finish, end)
    for wait in option.waits:
        start = max(start, resolved(network, early, wait)[0])
    if max(start, finish) >= NEVER:
        return NEVER, NEVER, option.name
    if network.phase[place] == BEGUN or start == ANY_TIME:
        return finish, start, option.name
    return max(later(start, length), finish), start, option.name
