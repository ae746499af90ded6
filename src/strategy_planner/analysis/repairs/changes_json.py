"""A set of changes in the form of CONTRACT 2: field by field, with the values of the plan's JSON."""

from collections.abc import Iterator
from typing import Any

import msgspec

from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.records import Record


def changes_json(change_set: ChangeSet) -> list[dict[str, Any]]:
    """Each changed field, or each record made or deleted, with what it was and what it becomes.

    Several changes of one record count as one; a value that is not set is None.
    """
    ends: dict[tuple[str, str], tuple[Record | None, Record | None]] = {}
    for change in change_set.changes:
        key = (change.record, change.id)
        first = ends[key][0] if key in ends else change.before
        ends[key] = (first, change.after)
    return [
        entry
        for (record, id_), (before, after) in ends.items()
        for entry in _entries(record, id_, before, after)
    ]


def _entries(
    record: str, id_: str, before: Record | None, after: Record | None
) -> Iterator[dict[str, Any]]:
    if before == after:
        return
    said = {"record": record, "id": id_}
    old, new = _values(before), _values(after)
    if before is None or after is None:
        yield {**said, "field": None, "before": old, "after": new}
        return
    for field in msgspec.structs.fields(before):
        name = field.encode_name
        one, other = (old or {}).get(name), (new or {}).get(name)
        if one != other:
            yield {**said, "field": name, "before": one, "after": other}


def _values(record: Record | None) -> dict[str, Any] | None:
    if record is None:
        return None
    values: dict[str, Any] = msgspec.to_builtins(record)
    return values
