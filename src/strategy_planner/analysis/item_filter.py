"""Which items a planner wants to see: conditions that are combined, kept and named."""

from collections.abc import Callable, Iterator

import msgspec

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node

NONE = ""
"""Stands among the values for items that have none: no track, no owner, no status, no tag."""


class ItemFilter(msgspec.Struct, frozen=True, omit_defaults=True):
    """Conditions by field: an item passes that meets all of them.

    Within a field one of the chosen values is enough. ``every`` names the fields of which an item
    has to have all the chosen values: ``tags`` and ``marks``, of which it can have several. An
    empty field asks for nothing. Tracks and owners are meant by their names, so that a kept filter
    serves every plan that has them.
    """

    kinds: frozenset[str] = frozenset()
    tracks: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    statuses: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    """Of ``late`` (too late or blocked) and ``undated`` (no date is written)."""
    every: frozenset[str] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether it lets everything through."""
        return not any(getattr(self, field) for field in FIELDS)

    def switched(self, field: str, value: str) -> "ItemFilter":
        """The filter with one value of a field put in, or taken out."""
        return msgspec.structs.replace(self, **{field: getattr(self, field) ^ {value}})


FIELDS = ("kinds", "tracks", "owners", "statuses", "marks", "tags")
SEVERAL = frozenset({"tags", "marks"})
"""Fields of which one item can have several values."""
EVERYTHING = ItemFilter()


def passing(plan: Plan, schedule: Schedule, wanted: ItemFilter) -> frozenset[str]:
    """The ids of the items that the filter lets through."""
    asked = [(field, getattr(wanted, field)) for field in FIELDS if getattr(wanted, field)]
    return frozenset(
        node.id
        for node in plan.nodes.values()
        if all(
            _meets(_VALUES[field](plan, schedule, node), values, every=field in wanted.every)
            for field, values in asked
        )
    )


def values_in(plan: Plan, schedule: Schedule, field: str) -> dict[str, int]:
    """The values that the items of a plan have in a field, and how many items have each."""
    counted: dict[str, int] = {}
    for node in plan.nodes.values():
        for value in _VALUES[field](plan, schedule, node):
            counted[value] = counted.get(value, 0) + 1
    return counted


def _meets(has: frozenset[str], wanted: frozenset[str], *, every: bool) -> bool:
    return wanted <= has if every else bool(wanted & has)


def _one(value: str | None) -> frozenset[str]:
    return frozenset((value or NONE,))


def _track(plan: Plan, node: Node) -> str | None:
    track = plan.tracks.get(node.track or "")
    return (track.name or track.id) if track else None


def _owner(plan: Plan, node: Node) -> str | None:
    owner = plan.organisations.get(node.owner or "")
    return (owner.name or owner.id) if owner else None


def _marks(schedule: Schedule, node: Node) -> Iterator[str]:
    dates = schedule.items.get(node.id)
    if dates is not None and dates.state in {"late", "blocked"}:
        yield "late"
    if not (node.date or node.target or node.not_before or node.not_after):
        yield "undated"


_VALUES: dict[str, Callable[[Plan, Schedule, Node], frozenset[str]]] = {
    "kinds": lambda _plan, _dates, node: _one(node.kind),
    "tracks": lambda plan, _dates, node: _one(_track(plan, node)),
    "owners": lambda plan, _dates, node: _one(_owner(plan, node)),
    "statuses": lambda _plan, _dates, node: _one(node.status),
    "tags": lambda _plan, _dates, node: frozenset(node.tags or (NONE,)),
    "marks": lambda _plan, dates, node: frozenset(_marks(dates, node)),
}
