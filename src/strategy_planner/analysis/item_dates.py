"""What the passes say of each item: dates, slack, state, missed aim (SEMANTICS 2.2, 4.4, 4.5)."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import msgspec

from strategy_planner.analysis.backward import LateDates
from strategy_planner.analysis.forward import EarlyDates
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import BEGUN, DONE, FF, FS, NOT_CHOSEN, SS, Network
from strategy_planner.analysis.spans import later

State = Literal["ok", "critical", "late", "done", "dormant", "unanchored", "blocked"]


class ItemDates(msgspec.Struct, frozen=True, gc=False):
    """What the passes say of one item, as `schedule --json` names it (CONTRACT 2).

    Starts are first days; finishes are instants, the first day that is no longer part of the
    item (SEMANTICS 1.1). ``driven_by`` and ``drives`` are link ids.
    """

    number: str | None
    early_start: dt.date | None
    early_finish: dt.date | None
    late_start: dt.date | None
    late_finish: dt.date | None
    total_slack_days: int | None
    free_slack_days: int | None
    state: State
    conditional: bool
    aim_missed_days: int | None
    driven_by: str | None
    drives: str | None


class Items(Mapping[str, ItemDates]):
    """The dates of each item under its id, in the plan's order.

    An item's dates are told in days, with slack and state, when somebody first asks for them.
    ``all_options`` are the late dates if the options that a pathway did not choose counted too,
    None where it chose none.
    """

    __slots__ = ("_all_options", "_early", "_known", "_late", "_near_critical_days", "_network")

    def __init__(
        self,
        network: Network,
        early: EarlyDates,
        late: LateDates,
        all_options: LateDates | None,
        near_critical_days: int,
        known: list[ItemDates | None],
    ) -> None:
        self._network = network
        self._early = early
        self._late = late
        self._all_options = all_options
        self._near_critical_days = near_critical_days
        self._known = known

    def known_but(self, stale: Iterable[int]) -> list[ItemDates | None]:
        """What was asked for already, without the items at these places, new ones among them."""
        known, count = self._known[:], len(self._known)
        for place in stale:
            if place < count:
                known[place] = None
            else:
                known.append(None)
        return known

    def __getitem__(self, id_: str) -> ItemDates:
        """The dates of an item; KeyError for what is no item or was dropped."""
        place = self._network.index[id_]
        found = self._known[place]
        if found is None:
            found = self._known[place] = self._dates(place)
        return found

    def __iter__(self) -> Iterator[str]:
        return iter(self._network.index)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, id_: object) -> bool:
        return id_ in self._network.index

    def _dates(self, place: int) -> ItemDates:
        day, network, early, late = dt.date.fromordinal, self._network, self._early, self._late
        finish, last = early.finish[place], late.finish[place]
        driver, limiter = early.driver[place], late.limiter[place]
        comes, has_end = finish < NEVER, last < NEVER
        is_awaited = comes and network.phase[place] != DONE
        slack = last - finish if is_awaited and has_end else None
        return ItemDates(
            network.nodes[place].number,
            day(early.start[place]) if comes else None,
            day(finish) if comes else None,
            day(late.start[place]) if has_end else None,
            day(last) if has_end else None,
            slack,
            _free_slack(network, early, place) if is_awaited else None,
            self._state(place, slack),
            late.conditional[place],
            _missed_aim(network, early, place) if is_awaited else None,
            None if driver is None else driver[1],
            limiter[1] if limiter is not None and has_end else None,
        )

    def _state(self, place: int, slack: int | None) -> State:
        """The state of an item (4.5)."""
        if self._network.phase[place] == DONE:
            return "done"
        if self._early.finish[place] >= NEVER:
            return "blocked"
        if slack is None:
            return "dormant" if self._sleeps(place) else "unanchored"
        if slack < 0:
            return "late"
        return "critical" if slack <= self._near_critical_days else "ok"

    def _sleeps(self, place: int) -> bool:
        """Whether what has no limit would have one if the options not chosen counted (4.5)."""
        return (
            self._all_options is not None
            and self._network.limits[place].last >= NEVER
            and self._late.limiter[place] is None
            and self._all_options.limiter[place] is not None
        )


def _free_slack(network: Network, early: EarlyDates, place: int) -> int | None:
    """By how many days an item can slip before a dependent's early dates do (4.4)."""
    room = _room(network, early, place)
    if room >= NEVER:
        last = network.limits[place].last
        if last >= NEVER:
            return None
        room = last - early.finish[place]
    return max(0, room)


def _room(network: Network, early: EarlyDates, place: int) -> int:
    """The least distance between what the links demand and when their dependents come."""
    phases, starts, finishes = network.phase, early.start, early.finish
    mine, least = finishes[place], NEVER
    for _, other, kind, lag, _, counts in network.out_of[place]:
        finish, phase = finishes[other], phases[other]
        if counts >= NOT_CHOSEN or finish >= NEVER or phase == DONE:
            continue
        if kind == FS and lag == 0 and phase != BEGUN:
            room = starts[other] - mine
        elif phase == BEGUN and kind < FF:
            continue
        else:
            demanded = later(mine if kind in {FS, FF} else starts[place], lag)
            room = (starts[other] if kind <= SS else finish) - demanded
        if room < least:  # noqa: PLR1730 - min() costs a call for each link
            least = room
    return least


def _missed_aim(network: Network, early: EarlyDates, place: int) -> int | None:
    """By how many days a date that does not bind is missed, where it is (2.2)."""
    aim = network.limits[place].aim
    if aim is None:
        return None
    if aim.of_start:
        days = early.start[place] - aim.last_day
    else:
        days = early.finish[place] - (aim.last_day + 1)
    return days if days > 0 else None
