"""When an option closes: the last day on which it can still be begun in time (SEMANTICS 5.2)."""

import datetime as dt
from collections.abc import Mapping, Sequence

from strategy_planner.analysis.backward import backward_pass
from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF, WAITING, Network, Option, Tie, Wait
from strategy_planner.analysis.range_check import Watch
from strategy_planner.model.plan import Plan

Chosen = Mapping[str, Sequence[str]]


def options_of(plan: Plan, choice: str) -> list[str]:
    """The names of a choice's options, in the order of the plan's links."""
    names = (link.option for link in plan.links.values() if link.choice == choice)
    return [name for name in dict.fromkeys(names) if name is not None]


def closing_date(
    plan: Plan, status_date: dt.date, chosen: Chosen, choice: str, option: str, watch: Watch
) -> dt.date | None:
    """The earliest late start of what has not begun upstream of an option, with it alone.

    ``chosen`` holds the options of the other choices. None where all of it has begun, where
    nothing limits it, and where a dropped item keeps the option from being met.
    """
    alone = {**chosen, choice: (option,)}
    network = compile_network(plan, status_date, alone, watch)
    place = network.index.get(plan.choices[choice].node)
    if place is None or network.phase[place] == DONE:
        return None
    late = backward_pass(network, watch)
    closes = _closings(network, late.start)
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


def _closings(network: Network, late_start: list[int]) -> list[int]:
    """For each item the earliest late start of it and of all that has not begun upstream."""
    closes = [NEVER] * len(network.nodes)
    for place in network.order:
        phase = network.phase[place]
        if phase == DONE:
            continue
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
        closes[place] = min(found, default=NEVER)
    return closes


def _of_option(closes: list[int], option: Option, *, begun: bool) -> int:
    found = [closes[tie[0]] for tie in option.ties if _asks(tie, begun=begun)]
    if not begun:
        found += [_of_wait(closes, wait) for wait in option.waits]
    return min(found, default=NEVER)


def _of_wait(closes: list[int], wait: Wait) -> int:
    """Of the resolvers of an obstacle any one will do."""
    return max((closes[place] for place in wait.resolvers), default=NEVER)


def _asks(tie: Tie, *, begun: bool) -> bool:
    """Whether a link still asks something of its dependent (SEMANTICS 3.4)."""
    return not begun or tie[2] >= FF
