"""Changes field by field, in the values of the public JSON, and back (CONTRACT 2)."""

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from strategy_planner.model.changes import Change, ChangeSet, created, deleted, replaced
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RECORD_TYPES, FieldChange, Record


def field_changes(change_set: ChangeSet) -> tuple[FieldChange, ...]:
    """Each changed field, or each record made or deleted, with what it was and what it becomes.

    Several changes of one record count as one; a value that is not set is None.
    """
    ends: dict[tuple[str, str], tuple[Record | None, Record | None]] = {}
    for change in change_set.changes:
        key = (change.record, change.id)
        first = ends[key][0] if key in ends else change.before
        ends[key] = (first, change.after)
    return tuple(
        entry
        for (record, id_), (before, after) in ends.items()
        for entry in _entries(record, id_, before, after)
    )


def difference(before: Plan, after: Plan) -> tuple[Change, ...]:
    """What makes ``after`` of ``before``, record by record; the order of lists does not count."""
    found: list[Change] = []
    for name in RECORD_TYPES:
        old, new = before.records(name), after.records(name)
        for id_, record in old.items():
            other = new.get(id_)
            if other is None:
                found.append(deleted(record))
            elif other is not record and other != record:
                found.append(replaced(record, other))
        found += [created(record) for id_, record in new.items() if id_ not in old]
    return tuple(found)


def made(plan: Plan, changes: Iterable[FieldChange]) -> tuple[Change, ...]:
    """The changes as a plan takes them now: every field gets its ``after``, whatever stood there.

    What the plan has already, and what was to be changed in a record that is gone, is left out.
    Raises msgspec.ValidationError for a value that its field cannot hold.
    """
    found: dict[tuple[str, str], Change] = {}
    for change in changes:
        key = (change.record, change.id)
        held = plan.records(change.record).get(change.id)
        if change.field is None:
            whole = _whole(change, held)
            if whole is not None:
                found[key] = whole
        elif held is not None:
            so_far = found[key].after if key in found else held
            after = _with_field(so_far or held, change)
            found[key] = replaced(held, after)
    return tuple(change for change in found.values() if change.before != change.after)


def overtaken(plan: Plan, changes: Iterable[FieldChange]) -> tuple[FieldChange, ...]:
    """The changes that were made for a plan that has changed since, where they meant it."""
    return tuple(change for change in changes if _is_overtaken(plan, change))


def _is_overtaken(plan: Plan, change: FieldChange) -> bool:
    held = plan.records(change.record).get(change.id)
    if change.field is None:
        now = values_of(held)
        return now not in (change.before, change.after)
    if held is None:
        return True
    now = (values_of(held) or {}).get(change.field)
    return now not in (change.before, change.after)


def values_of(record: Record | None) -> dict[str, Any] | None:
    """A record in the values of the public JSON; what is not set is left out."""
    if record is None:
        return None
    values: dict[str, Any] = msgspec.to_builtins(record)
    return values


def _entries(
    record: str, id_: str, before: Record | None, after: Record | None
) -> Iterator[FieldChange]:
    if before == after:
        return
    old, new = values_of(before), values_of(after)
    if before is None or after is None:
        yield FieldChange(record, id_, None, old, new)
        return
    for field in msgspec.structs.fields(before):
        name = field.encode_name
        one, other = (old or {}).get(name), (new or {}).get(name)
        if one != other:
            yield FieldChange(record, id_, name, one, other)


def _whole(change: FieldChange, held: Record | None) -> Change | None:
    if change.after is None:
        return None if held is None else deleted(held)
    record = msgspec.convert(change.after, RECORD_TYPES[change.record])
    return created(record) if held is None else replaced(held, record)


def _with_field(record: Record, change: FieldChange) -> Record:
    values = values_of(record) or {}
    values.pop(change.field or "", None)
    if change.after is not None:
        values[change.field or ""] = change.after
    return msgspec.convert(values, type(record))
