"""Slack, states and missed aims: what lies between the two passes (SEMANTICS 2.2, 4.4, 4.5)."""

from collections.abc import Collection
from typing import Literal

from strategy_planner.analysis.backward import LateDates
from strategy_planner.analysis.forward import EarlyDates
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF, FS, NOT_CHOSEN, SS, Network
from strategy_planner.analysis.spans import later

State = Literal["ok", "critical", "late", "done", "dormant", "unanchored", "blocked"]


def total_slacks(network: Network, early: EarlyDates, late: LateDates) -> list[int | None]:
    """LF − EF in days; None where one of them is missing, and for what is done (4.4)."""
    return [
        None if phase == DONE or finish >= NEVER or last >= NEVER else last - finish
        for phase, finish, last in zip(network.phase, early.finish, late.finish, strict=True)
    ]


def free_slacks(network: Network, early: EarlyDates) -> list[int | None]:
    """By how many days each item can slip before a dependent's early dates do (4.4)."""
    phases, limits = network.phase, network.limits
    slacks: list[int | None] = [None] * len(phases)
    for place, finish in enumerate(early.finish):
        if phases[place] == DONE or finish >= NEVER:
            continue
        room = _room(network, early, place)
        if room >= NEVER:
            last = limits[place].last
            if last >= NEVER:
                continue
            room = last - finish
        slacks[place] = max(0, room)
    return slacks


def _room(network: Network, early: EarlyDates, place: int) -> int:
    """The least distance between what the links demand and when their dependents come."""
    phases, starts, finishes = network.phase, early.start, early.finish
    least = NEVER
    for _, other, kind, lag, _, counts in network.out_of[place]:
        finish = finishes[other]
        if counts >= NOT_CHOSEN or finish >= NEVER:
            continue
        phase = phases[other]
        if phase == DONE or (phase == BEGUN and kind < FF):
            continue
        demanded = finishes[place] if kind in {FS, FF} else starts[place]
        if lag != 0:
            demanded = later(demanded, lag)
        room = (starts[other] if kind <= SS else finish) - demanded
        if room < least:  # noqa: PLR1730 - min() costs a call for each link
            least = room
    return least


def missed_aims(network: Network, early: EarlyDates) -> dict[int, int]:
    """By how many days dates that do not bind are missed, where they are (2.2)."""
    missed: dict[int, int] = {}
    for place, limits in enumerate(network.limits):
        aim = limits.aim
        if aim is None or network.phase[place] == DONE or early.finish[place] >= NEVER:
            continue
        if aim.of_start:
            days = early.start[place] - aim.last_day
        else:
            days = early.finish[place] - (aim.last_day + 1)
        if days > 0:
            missed[place] = days
    return missed


def states(
    network: Network,
    early: EarlyDates,
    slacks: list[int | None],
    dormant: Collection[int],
    near_critical_days: int,
) -> list[State]:
    """The state of each item (4.5); ``dormant`` ones would have late dates in another pathway."""
    found: list[State] = []
    for place, slack in enumerate(slacks):
        state: State
        if network.phase[place] == DONE:
            state = "done"
        elif early.finish[place] >= NEVER:
            state = "blocked"
        elif slack is None:
            state = "dormant" if place in dormant else "unanchored"
        elif slack < 0:
            state = "late"
        else:
            state = "critical" if slack <= near_critical_days else "ok"
        found.append(state)
    return found
