"""The plan: its records and their graph, which change together and only through `Plan.apply`."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, cast

import networkx as nx

from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.numbers import highest_numbers
from strategy_planner.model.rules import (
    check_all,
    check_changes,
    check_every_reference,
    check_references,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    Graph = nx.MultiDiGraph[str]


class Plan:
    """A vision and what it needs, as records under their ids and as a graph.

    Nothing mutates a plan beside `apply`. The views that the properties return are read only and
    follow the plan.
    """

    def __init__(self) -> None:
        self._lists: dict[str, dict[str, r.Record]] = {name: {} for name in r.RECORD_TYPES}
        self._lists["settings"]["settings"] = r.PlanSettings()
        self._views = {name: MappingProxyType(held) for name, held in self._lists.items()}
        self._list_of: dict[str, str] = {"settings": "settings"}
        self._graph: Graph | None = nx.MultiDiGraph()
        self._numbering: dict[str, int] = {}

    @classmethod
    def from_records(
        cls, records: Iterable[r.Record], numbering: Mapping[str, int] | None = None
    ) -> "Plan":
        """A plan of these records, in their order.

        ``numbering`` is the highest number ever given for each letter, where a file remembers
        more than its nodes show. Raises PlanError for the first rule that is broken.
        """
        plan = cls()
        plan._numbering.update(numbering or {})
        for record in records:
            name = r.RECORD_NAMES[type(record)]
            if name == "settings":
                plan._lists[name]["settings"] = record
                continue
            if record.key in plan._list_of:
                raise PlanError(
                    message(
                        "The id {id} is given to two records; an id is unique in a plan.",
                        id=record.key,
                    ),
                    (record.key,),
                )
            plan._insert(name, record, None)
            if isinstance(record, r.Node):
                highest_numbers(record, plan._numbering)
        check_every_reference(plan)
        plan._graph = None
        check_all(plan)
        return plan

    def apply(self, change_set: ChangeSet) -> ChangeSet:
        """Make the changes and return the set that takes them back.

        Raises PlanError, with the ids to point at, when a change does not fit the plan or breaks
        a rule; the plan is then as it was.
        """
        numbering = dict(self._numbering)
        undo: list[Change] = []
        try:
            for change in change_set.changes:
                inverse = self._swap(change)
                undo.append(inverse)
            check_references(self, change_set.changes)
            self._redraw(change_set.changes)
            check_changes(self, change_set.changes)
        except PlanError:
            for inverse in reversed(undo):
                self._swap(inverse)
            self._redraw(undo)
            self._numbering = numbering
            raise
        return ChangeSet(
            tuple(reversed(undo)), change_set.label, change_set.reason, change_set.decider
        )

    def copy(self) -> "Plan":
        """An independent plan of the same records, to try something on, or to read elsewhere.

        Records are immutable and shared; the graph is drawn by whoever first asks for it, so that
        the window hands a plan of 10,000 items to another thread within a frame.
        """
        other = Plan()
        for name, held in self._lists.items():
            other._lists[name].update(held)
        other._list_of = dict(self._list_of)
        other._graph = None
        other._numbering = dict(self._numbering)
        return other

    def __eq__(self, other: object) -> bool:
        """Equal records in equal order; what numbers were once given does not count."""
        if not isinstance(other, Plan):
            return NotImplemented
        return all(
            list(held.items()) == list(other.records(name).items())
            for name, held in self._lists.items()
        )

    __hash__ = None  # type: ignore[assignment] # a plan changes, so it cannot be a key

    def find(self, record_id: str) -> tuple[str, r.Record] | None:
        """The kind and the record of an id, None where the plan has no such id."""
        name = self._list_of.get(record_id)
        return None if name is None else (name, self._lists[name][record_id])

    def records(self, name: str) -> Mapping[str, r.Record]:
        """The records of a kind (``node``, ``link``, ...) by id, in the plan's order."""
        return self._views[name]

    def every_record(self) -> "Iterable[r.Record]":
        """All records, settings first, kind by kind in the order of the public JSON."""
        for held in self._lists.values():
            yield from held.values()

    @property
    def settings(self) -> r.PlanSettings:
        """What holds for the whole plan."""
        return cast("r.PlanSettings", self._lists["settings"]["settings"])

    @property
    def tracks(self) -> Mapping[str, r.Track]:
        return cast("Mapping[str, r.Track]", self._views["track"])

    @property
    def organisations(self) -> Mapping[str, r.Organisation]:
        return cast("Mapping[str, r.Organisation]", self._views["organisation"])

    @property
    def nodes(self) -> Mapping[str, r.Node]:
        return cast("Mapping[str, r.Node]", self._views["node"])

    @property
    def links(self) -> Mapping[str, r.Link]:
        return cast("Mapping[str, r.Link]", self._views["link"])

    @property
    def choices(self) -> Mapping[str, r.Choice]:
        return cast("Mapping[str, r.Choice]", self._views["choice"])

    @property
    def pathways(self) -> Mapping[str, r.Pathway]:
        return cast("Mapping[str, r.Pathway]", self._views["pathway"])

    @property
    def kpis(self) -> Mapping[str, r.Kpi]:
        return cast("Mapping[str, r.Kpi]", self._views["kpi"])

    @property
    def measurements(self) -> Mapping[str, r.Measurement]:
        return cast("Mapping[str, r.Measurement]", self._views["measurement"])

    @property
    def contributions(self) -> Mapping[str, r.Contribution]:
        return cast("Mapping[str, r.Contribution]", self._views["contribution"])

    @property
    def register(self) -> Mapping[str, r.RegisterItem]:
        return cast("Mapping[str, r.RegisterItem]", self._views["register"])

    @property
    def gates(self) -> Mapping[str, r.Gate]:
        return cast("Mapping[str, r.Gate]", self._views["gate"])

    @property
    def reviews(self) -> Mapping[str, r.Review]:
        return cast("Mapping[str, r.Review]", self._views["review"])

    @property
    def baselines(self) -> Mapping[str, r.Baseline]:
        return cast("Mapping[str, r.Baseline]", self._views["baseline"])

    @property
    def drafts(self) -> Mapping[str, r.Draft]:
        return cast("Mapping[str, r.Draft]", self._views["draft"])

    @property
    def translations(self) -> Mapping[str, r.Translation]:
        return cast("Mapping[str, r.Translation]", self._views["translation"])

    @property
    def graph(self) -> "Graph":
        """Nodes and links, prerequisite → dependent, each edge under its link's id."""
        if self._graph is None:
            self._graph = _drawn(self)
        return self._graph

    @property
    def numbering(self) -> Mapping[str, int]:
        """The highest number ever given for each letter; never taken back (CONTRACT 3)."""
        return MappingProxyType(self._numbering)

    def links_into(self, node_id: str) -> "Sequence[r.Link]":
        """The links by which a node depends on others, of every relation."""
        return [self.links[key] for _, _, key in self.graph.in_edges(node_id, keys=True)]

    def links_out_of(self, node_id: str) -> "Sequence[r.Link]":
        """The links by which others depend on a node, of every relation."""
        return [self.links[key] for _, _, key in self.graph.out_edges(node_id, keys=True)]

    def _swap(self, change: Change) -> Change:
        """Make one change of the records, unchecked but for its fit, and return its inverse."""
        name, before, after = change.record, change.before, change.after
        held = self._lists[name].get(change.id)
        if held != before or (held is None and change.id in self._list_of):
            raise PlanError(
                message(
                    "The record {id} is no longer as it was when this change was made.",
                    id=change.id,
                ),
                (change.id,),
            )
        place = None
        if after is None:
            place = self._remove(name, change.id)
        elif before is None:
            self._insert(name, after, change.place)
        else:
            self._lists[name][change.id] = after
        if isinstance(after, r.Node):
            highest_numbers(after, self._numbering)
        return Change(name, change.id, after, before, place)

    def _insert(self, name: str, record: r.Record, place: int | None) -> None:
        held = self._lists[name]
        if place is None or place >= len(held):
            held[record.key] = record
        else:
            ordered = list(held.items())
            ordered.insert(place, (record.key, record))
            held.clear()
            held.update(ordered)
        self._list_of[record.key] = name

    def _remove(self, name: str, record_id: str) -> int:
        held = self._lists[name]
        place = list(held).index(record_id)
        del held[record_id], self._list_of[record_id]
        return place

    def _redraw(self, changes: "Iterable[Change]") -> None:
        """Make the graph equal the records again where ``changes`` touched them."""
        touched = [change for change in changes if change.record in {"node", "link"}]
        graph = self.graph
        for change in touched:
            for link in (change.before, change.after):
                if isinstance(link, r.Link) and graph.has_edge(*_edge(link)):
                    graph.remove_edge(*_edge(link))
        for change in touched:
            if change.record == "node":
                if change.id in self.nodes:
                    graph.add_node(change.id)
                elif change.id in graph:
                    graph.remove_node(change.id)
        for change in touched:
            link = self.links.get(change.id)
            if link is not None:
                graph.add_edge(*_edge(link))


def _drawn(plan: Plan) -> "Graph":
    """The graph of a plan's records, in their order."""
    graph: Graph = nx.MultiDiGraph()
    graph.add_nodes_from(plan.nodes)
    for link in plan.links.values():
        graph.add_edge(*_edge(link))
    return graph


def _edge(link: r.Link) -> tuple[str, str, str]:
    return link.prerequisite, link.dependent, link.id
