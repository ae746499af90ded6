"""A set of changes in the form of CONTRACT 2: field by field, with the values of the plan's JSON."""

from typing import Any

from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.field_changes import field_changes


def changes_json(change_set: ChangeSet) -> list[dict[str, Any]]:
    """Each changed field, or each record made or deleted, with what it was and what it becomes."""
    return [
        {
            "record": one.record,
            "id": one.id,
            "field": one.field,
            "before": one.before,
            "after": one.after,
        }
        for one in field_changes(change_set)
    ]
