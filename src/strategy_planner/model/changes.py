"""Changes: the one form of an edit, an undo, a saved increment, a merge and an import."""

from collections.abc import Iterable
from dataclasses import dataclass

from strategy_planner.language import Message
from strategy_planner.model.records import RECORD_NAMES, Record


@dataclass(frozen=True, slots=True)
class Change:
    """One record before and after; None on one side is creation or deletion.

    ``record`` is the singular of CONTRACT 2 (``node``, ``link``, ...). ``place`` is the position
    in the plan's list at which a created record stands; None puts it last.
    """

    record: str
    id: str
    before: Record | None
    after: Record | None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class ChangeSet:
    """Changes that belong together, in order, with what a history says of them."""

    changes: tuple[Change, ...]
    label: Message
    reason: str | None = None
    decider: str | None = None

    @property
    def ids(self) -> frozenset[str]:
        """The ids of all records that the set touches."""
        return frozenset(change.id for change in self.changes)


def created(record: Record, place: int | None = None) -> Change:
    """The change that brings a record into a plan."""
    return Change(RECORD_NAMES[type(record)], record.key, None, record, place)


def deleted(record: Record) -> Change:
    """The change that takes a record out of a plan."""
    return Change(RECORD_NAMES[type(record)], record.key, record, None)


def replaced(before: Record, after: Record) -> Change:
    """The change of a record's fields; both sides have the same id."""
    return Change(RECORD_NAMES[type(before)], before.key, before, after)


def merged(sets: Iterable[ChangeSet], label: Message) -> ChangeSet:
    """Several sets, one after the other, as one step."""
    return ChangeSet(tuple(change for one in sets for change in one.changes), label)
