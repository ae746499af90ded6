"""Slack, states and missed aims: what lies between the two passes (SEMANTICS 2.2, 4.4, 4.5)."""

from typing import Literal

from strategy_planner.analysis.backward import LateDates
from strategy_planner.analysis.forward import EarlyDates
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF, FS, NOT_CHOSEN, SS, Network
from strategy_planner.analysis.spans import later

State = Literal["ok", "critical", "late", "done", "dormant", "unanchored", "blocked"]


def total_slack(network: Network, early: EarlyDates, late: LateDates, place: int) -> int | None:
    """LF − EF in days; None where one of them is missing, and for what is done (4.4)."""
    if network.phase[place] == DONE:
        return None
    finish, last = early.finish[place], late.finish[place]
    return None if finish >= NEVER or last >= NEVER else last - finish


def free_slack(network: Network, early: EarlyDates, place: int) -> int | None:
    """By how many days an item can slip before a dependent's early dates do (4.4)."""
    phases = network.phase
    start, finish = early.start[place], early.finish[place]
    if phases[place] == DONE or finish >= NEVER:
        return None
    least = NEVER
    for other, kind, lag, _, counts in network.out_of[place]:
        phase = phases[other]
        if counts >= NOT_CHOSEN or phase == DONE or early.finish[other] >= NEVER:
            continue
        if phase == BEGUN and kind < FF:
            continue
        demanded = finish if kind in {FS, FF} else start
        if lag != 0:
            demanded = later(demanded, lag)
        room = (early.start[other] if kind <= SS else early.finish[other]) - demanded
        least = min(least, room)
    if least >= NEVER:
        last = network.limits[place].last
        if last >= NEVER:
            return None
        least = last - finish
    return max(0, least)


def missed_aim(network: Network, early: EarlyDates, place: int) -> int | None:
    """By how many days a date that does not bind is missed; None where it is kept (2.2)."""
    aim = network.limits[place].aim
    if aim is None or network.phase[place] == DONE or early.finish[place] >= NEVER:
        return None
    if aim.of_start:
        missed = early.start[place] - aim.last_day
    else:
        missed = early.finish[place] - (aim.last_day + 1)
    return missed if missed > 0 else None


def state_of(
    network: Network,
    early: EarlyDates,
    slack: int | None,
    place: int,
    *,
    dormant: bool,
    threshold: int,
) -> State:
    """The state of an item; ``dormant``: it would have late dates in another pathway (4.5)."""
    if network.phase[place] == DONE:
        return "done"
    if early.finish[place] >= NEVER:
        return "blocked"
    if slack is None:
        return "dormant" if dormant else "unanchored"
    if slack < 0:
        return "late"
    return "critical" if slack <= threshold else "ok"
