"""Where what a rule asks for is written: a part of the inspector."""

from strategy_planner.gui.problems.ways import way_out
from strategy_planner.model.changes import ChangeSet

_PARTS = {
    "status_after_vision": "date",
    "seeds_push": "needed_by",
    "limit_not_from_vision": "not_after",
    "target_by_trend_alone": "target",
    "sufficiency_not_asked": "sufficiency",
    "link_without_reason": "reason",
    "link_without_basis": "basis",
    "stated_without_source": "basis",
    "link_review_due": "review_on",
    "evidence_on_chain": "evidence",
    "duration_missing": "duration",
    "long_action": "needs",
    "far_date_exact": "date",
    "vague_date_not_reviewed": "date",
    "date_on_closed_day": "not_after",
    "signpost_without_threshold": "threshold",
    "signpost_without_owner": "owner",
    "trigger_due": "state",
    "risk_without_response": "response",
    "entry_touches_nothing": "touches",
    "owner_missing": "owner",
    "change_type_missing": "change_type",
    "kpi_to_be_set": "target",
    "kpi_without_baseline": "baseline",
    "kpi_measures_no_end": "node",
    "measurement_without_source": "source",
}
_FIRST_FIELDS = {"node": "title", "register": "title", "kpi": "name", "measurement": "date",
                 "review": "date"}  # fmt: skip


def part_of(rule: str) -> str:
    """Where a finding of the rule is answered; empty for the top of its record."""
    return _PARTS.get(rule) or way_out(rule)[1]


def part_after(change_set: ChangeSet) -> tuple[str, str] | None:
    """The record that an edit brought, and its field to write on in; None if it brought none."""
    for change in change_set.changes:
        if change.before is None and change.record in _FIRST_FIELDS:
            return change.id, _FIRST_FIELDS[change.record]
    return None
