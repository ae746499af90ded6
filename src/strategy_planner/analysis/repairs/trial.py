"""Tries changes on a private copy of a plan, and tells how many days a date is then missed by."""

import datetime as dt
import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cached_property

from strategy_planner.analysis.backward import backward_pass
from strategy_planner.analysis.forward import EarlyDates, forward_again
from strategy_planner.analysis.limits import FREE, NEVER, limits_of
from strategy_planner.analysis.network import Network, Tie
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.repairs.needs import Needs, upstream
from strategy_planner.analysis.rescheduling import early_after
from strategy_planner.analysis.spans import Span, span
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node


class Trial:
    """A plan in which one item misses a limit of its own, on the plan's active pathway.

    ``plan`` belongs to the trial: changes are made in it and taken back. Only the dates
    of the item and of all that it may come to need are kept up to date. ``shortage`` is the days
    by which the item ends after its limit, `NEVER` where it cannot come.
    """

    def __init__(
        self,
        plan: Plan,
        network: Network,
        early: EarlyDates,
        target: str,
        needs: Needs,
        within: frozenset[int] | None = None,
    ) -> None:
        self.plan = plan
        self.network = network
        self.early = early
        self.target = target
        self.place = network.index[target]
        self.shortage = _shortage(network, early, self.place)
        self._needs = needs
        self._within = _upstream(network, target, needs) if within is None else within

    @property
    def status_date(self) -> dt.date:
        """The day from which everything is computed."""
        return dt.date.fromordinal(self.network.status_date)

    @property
    def is_blocked(self) -> bool:
        """Whether the item has no date at all."""
        return self.shortage >= NEVER

    @contextmanager
    def made(self, change_set: ChangeSet) -> Iterator["Trial | None"]:
        """The trial once the changes are made in the plan, as long as the context lasts.

        None where the plan refuses them, and where dates would leave the years of SEMANTICS 1.4.
        """
        try:
            undo = self.plan.apply(change_set)
        except PlanError:
            yield None
            return
        try:
            yield self._computed_anew(change_set)
        finally:
            self.plan.apply(undo)

    def after(self, change_set: ChangeSet) -> int:
        """The shortage once the changes are made; `NEVER` where they cannot be."""
        with self.made(change_set) as then:
            return NEVER if then is None else then.shortage

    def with_node(self, node: Node) -> int:
        """The shortage if an item that is not done had this duration and these dates."""
        place = self.network.index[node.id]
        settings = self.plan.settings
        length = span(node.duration, settings.holidays) if node.duration else 0
        lengths, limits = self.network.length[:], self.network.limits[:]
        lengths[place] = length
        limits[place] = limits_of(node, settings, length, self.status_date)
        return self._reckoned(replace(self.network, length=lengths, limits=limits), place)

    def with_lag(self, link: Link, lag: str) -> int:
        """The shortage if a link had this lag."""
        place = self.network.index[link.dependent]
        length = span(lag, self.plan.settings.holidays)
        return self._reckoned(_relagged(self.network, place, link.id, length), place)

    def without_link(self, link: Link) -> int:
        """The shortage if a link outside of choices asked nothing."""
        place = self.network.index[link.dependent]
        into = self.network.into[:]
        into[place] = [tie for tie in into[place] if tie[4] != link.id]
        return self._reckoned(replace(self.network, into=into), place)

    def without_gate(self, place: int) -> EarlyDates:
        """The early dates of one item if it did not have to wait for its gate."""
        gates = {key: gate for key, gate in self.network.gates.items() if key != place}
        with watched(self.network.nodes) as watch:
            network = replace(self.network, gates=gates)
            return forward_again(network, self.early, [place], watch, {place})[0]

    @cached_property
    def allowed(self) -> list[int]:
        """The latest finish of each item with which the missed limit would be kept (4.1)."""
        limits = [FREE] * len(self.network.nodes)
        limits[self.place] = self.network.limits[self.place]
        with watched(self.network.nodes) as watch:
            return backward_pass(replace(self.network, limits=limits), watch).finish

    def _reckoned(self, network: Network, place: int) -> int:
        try:
            with watched(network.nodes) as watch:
                early, _ = forward_again(network, self.early, [place], watch, self._within)
        except PlanError:
            return NEVER
        return _shortage(network, early, self.place)

    def _computed_anew(self, change_set: ChangeSet) -> "Trial | None":
        try:
            network, early = early_after(
                self.network, self.early, self.plan, change_set.changes, self._within
            )
        except PlanError:
            return None
        within = self._within if network.index is self.network.index else None
        return Trial(self.plan, network, early, self.target, self._needs, within)


def _upstream(network: Network, target: str, needs: Needs) -> frozenset[int]:
    """The places of the target and of all that it may come to need."""
    index = network.index
    return frozenset(index[id_] for id_ in upstream(needs, target) if id_ in index)


def _shortage(network: Network, early: EarlyDates, place: int) -> int:
    finish = early.finish[place]
    return NEVER if finish >= NEVER else finish - network.limits[place].last


def least_step(
    most: int,
    shortage: int,
    after: Callable[[int], int],
    *,
    days: float = 1.0,
    only_enough: bool = False,
) -> int:
    """The least whole step, up to ``most``, that gains as much as is needed or can be had.

    ``after`` tells the shortage after a step; a longer one never leaves more. A unit is about
    ``days`` long, and mostly gains as many: so that is tried first. 0 where the longest step gains nothing, with
    ``only_enough`` also where it leaves something short.
    """
    least = after(most) if most > 0 else shortage
    if least >= shortage or (only_enough and least > 0):
        return 0
    goal, low, high = max(0, least), 0, most
    guess = math.ceil((shortage - goal) / days) if shortage < NEVER else 0
    likely = [guess, guess - 1, guess + 1]
    while high - low > 1:
        middle = next((step for step in likely if low < step < high), (low + high) // 2)
        if after(middle) <= goal:
            high = middle
        else:
            low = middle
    return high


def _relagged(network: Network, place: int, link: str, lag: Span) -> Network:
    """The network with another lag on a link into ``place``."""

    def again(ties: list[Tie]) -> list[Tie]:
        return [(*tie[:3], lag, *tie[4:]) if tie[4] == link else tie for tie in ties]

    into = network.into[:]
    into[place] = again(into[place])
    selections = dict(network.selections)
    if place in selections:
        selections[place] = [
            selection._replace(
                options=[replace(option, ties=again(option.ties)) for option in selection.options]
            )
            for selection in selections[place]
        ]
    return replace(network, into=into, selections=selections)
