"""What-ifs: changes that are kept under a name until they are made, or thrown away."""

import dataclasses

from strategy_planner.language import Message, message
from strategy_planner.model.changes import Change, ChangeSet, created, deleted, replaced
from strategy_planner.model.edits import fresh_id
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_changes import field_changes, made
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Draft


def keep_draft(plan: Plan, changes: tuple[Change, ...], name: str, draft: str | None) -> ChangeSet:
    """Keep changes as a what-if, under the id of one that is there already or as a new one.

    Raises PlanError where there is nothing to keep.
    """
    kept = field_changes(ChangeSet(changes, message("What-if")))
    kept = tuple(one for one in kept if one.record != "draft")
    if not kept:
        raise PlanError(message("Nothing was changed, so there is no what-if to keep."))
    before = plan.drafts.get(draft or "")
    after = Draft(
        id=before.id if before else fresh_id(),
        name=name,
        reason=before.reason if before else None,
        changes=kept,
    )
    label = message("Keep the what-if “{name}”", name=name)
    return ChangeSet((created(after) if before is None else replaced(before, after),), label)


def draft_changes(plan: Plan, draft: Draft) -> ChangeSet:
    """What a what-if would change in the plan as it now is; the what-if itself stays."""
    return ChangeSet(made(plan, draft.changes), _label(draft), draft.reason)


def apply_draft(plan: Plan, draft: Draft) -> ChangeSet:
    """Make what a what-if changes, as one step; it is then no what-if any more."""
    change_set = draft_changes(plan, draft)
    return dataclasses.replace(change_set, changes=(*change_set.changes, deleted(draft)))


def discard_draft(draft: Draft) -> ChangeSet:
    """Throw a what-if away."""
    label = message("Throw the what-if “{name}” away", name=draft.name or draft.id)
    return ChangeSet((deleted(draft),), label)


def _label(draft: Draft) -> Message:
    return message("Apply the what-if “{name}”", name=draft.name or draft.id)
