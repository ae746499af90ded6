"""A plan compiled for the passes: flat lists over the items, in an order that both can follow.

Items are counted from 0 in the plan's order, dropped ones left out. Instants are day ordinals.
"""

import datetime as dt
from dataclasses import dataclass, field
from typing import NamedTuple

from strategy_planner.analysis.limits import Limits
from strategy_planner.analysis.openings import Openings
from strategy_planner.analysis.spans import Span
from strategy_planner.model.records import Node

FS, SS, FF, SF = range(4)
KINDS = {None: FS, "FS": FS, "SS": SS, "FF": FF, "SF": SF}
WAITING, BEGUN, DONE = range(3)
BOUND, OPEN, NOT_CHOSEN, DEAD = range(4)
"""How a link counts: always; as one of an open choice; not, for the pathway chose otherwise;
not at all, for its option holds a dropped item."""


Tie = tuple[int, int, int, Span, str, int]
"""A requires link: prerequisite, dependent, kind, lag, id, how it counts."""


class Wait(NamedTuple):
    """An obstacle that holds something back until one of its resolvers is done."""

    obstacle: str
    resolvers: tuple[int, ...]
    dropped: tuple[str, ...]


@dataclass(slots=True)
class Option:
    """One way of a choice: all its links, and the obstacles that these wait for."""

    name: str
    ties: list[Tie] = field(default_factory=list)
    waits: list[Wait] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)


class Selection(NamedTuple):
    """A choice as the forward pass sees it: at least ``needed`` of these options.

    ``others`` are those that a pathway did not choose; nothing is asked of them.
    """

    choice: str
    needed: int
    options: list[Option]
    others: list[Option]


class Relief(NamedTuple):
    """An edge from a resolver to what its obstacle holds back."""

    touched: int
    counts: int


class Reaching(NamedTuple):
    """When a KPI comes to the value with which it makes its item true (``reached_at``).

    ``day`` is the first such day, None where it never comes on its present course; it is measured
    where ``is_met``, else forecast, with what actions add where ``is_helped``.
    """

    kpi: str
    node: str
    day: dt.date | None
    is_met: bool
    is_helped: bool


@dataclass(slots=True)
class Network:
    """What the passes read. Lists have one entry for each item.

    ``order`` has prerequisites before dependents, and ``rank`` is each item's place in it.
    ``reachings`` are what the KPIs say where the plan's dates follow them, and ``floors`` the
    earliest finishes that they allow. Networks of one plan share what they have in common; nothing in one is changed once it is read.
    """

    status_date: int
    nodes: list[Node]
    index: dict[str, int]
    phase: list[int]
    length: list[Span]
    limits: list[Limits]
    actual_start: list[int]
    actual_finish: list[int]
    gates: dict[int, Openings]
    into: list[list[Tie]]
    selections: dict[int, list[Selection]]
    waits: dict[int, list[Wait]]
    out_of: list[list[Tie]]
    reliefs: dict[int, list[Relief]]
    order: list[int]
    rank: list[int]
    reachings: tuple[Reaching, ...]
    floors: dict[int, int]

    def tie_key(self, other: int, link: str) -> tuple[str, str, str]:
        """The order among links that say the same: by the other end's number, then id (4.6)."""
        node = self.nodes[other]
        return node.number or "", node.id, link

    def reaching_of(self, node: str) -> Reaching | None:
        """The KPI that decides when an item is true: the last one, measured only where all are."""
        known = [one for one in self.reachings if one.node == node]
        waiting = [one for one in known if not one.is_met]
        decided = [one for one in waiting or known if one.day is not None]
        return max(decided, key=lambda one: one.day or dt.date.min, default=None)

    def needs(self, place: int) -> set[int]:
        """What an item may come to need: by links of any option, and what resolves obstacles."""
        found = {tie[0] for tie in self.into[place]}
        waits = list(self.waits.get(place, ()))
        for selection in self.selections.get(place, ()):
            for option in (*selection.options, *selection.others):
                found.update(tie[0] for tie in option.ties)
                waits += option.waits
        for wait in waits:
            found.update(wait.resolvers)
        return found

    def serves(self, place: int) -> set[int]:
        """What may come to need an item: by links of any option, and as resolver of obstacles."""
        found = {tie[1] for tie in self.out_of[place]}
        found.update(relief.touched for relief in self.reliefs.get(place, ()))
        return found
