"""What the quality check offers to do by itself: one edit that a planner then writes on with."""

from collections.abc import Callable

import msgspec

from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, created, replaced
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.numbers import next_number
from strategy_planner.model.plan import Plan

Records = tuple[str, ...]
"""The records that a finding names, as its rule orders them."""


def mend(plan: Plan, rule: str, records: Records) -> ChangeSet | None:
    """The edit that answers a finding of that rule; None where only a planner can.

    What is created has no title yet.
    """
    mending = _MENDINGS.get(rule)
    return mending(plan, records) if mending else None


def _add_means(plan: Plan, records: Records) -> ChangeSet:
    return edits.add_prerequisite(plan, records[0])


def _add_milestone(plan: Plan, records: Records) -> ChangeSet:
    return edits.add_prerequisite(plan, records[0], kind="milestone")


def _add_vision(plan: Plan, _records: Records) -> ChangeSet:
    return edits.add_node(plan, "vision", "")


def _add_to_track(plan: Plan, records: Records) -> ChangeSet:
    return edits.add_node(plan, "action", "", track=records[0])


def _add_signpost(plan: Plan, records: Records) -> ChangeSet:
    return edits.add_record(plan, "register", kind="signpost", title="", touches=records[:1])


def _add_kpi(plan: Plan, records: Records) -> ChangeSet:
    return edits.add_record(plan, "kpi", name="", node=records[0])


def _add_measurement(plan: Plan, records: Records) -> ChangeSet:
    return edits.add_record(plan, "measurement", kpi=records[0])


def _add_review(plan: Plan, _records: Records) -> ChangeSet:
    return edits.add_record(plan, "review")


def _remove_link(plan: Plan, records: Records) -> ChangeSet:
    return edits.delete(plan, records[-1:])


def _renumber(plan: Plan, records: Records) -> ChangeSet:
    """Who came first keeps the number."""
    node = plan.nodes[records[-1]]
    number = next_number(node.kind, plan.numbering)
    return edits.set_fields(plan, "node", node.id, number=number)


def _add_resolver(plan: Plan, records: Records) -> ChangeSet:
    obstacle = plan.register[records[0]]
    added = edits.add_node(plan, "state", "")
    resolved = msgspec.structs.replace(
        obstacle, resolved_by=(*obstacle.resolved_by, added.changes[0].id)
    )
    label = message("Add what resolves {item}", item=item_name(obstacle))
    return ChangeSet((*added.changes, replaced(obstacle, resolved)), label)


def _put_state_between(plan: Plan, records: Records) -> ChangeSet:
    """The old link keeps its reason and its option; it now starts at the new state."""
    action, end, link_id = records
    link = plan.links[link_id]
    added = edits.add_node(plan, "state", "", parent=plan.nodes[action].parent)
    state = added.changes[0].id
    before = r.Link(
        id=edits.fresh_id(), prerequisite=action, dependent=state, relation="requires",
        basis="planner",
    )  # fmt: skip
    changes = (
        *added.changes,
        replaced(link, msgspec.structs.replace(link, prerequisite=state)),
        created(before),
    )
    names = {"item": item_name(plan.nodes[action]), "other": item_name(plan.nodes[end])}
    return ChangeSet(changes, message("Put a state between {item} and {other}", **names))


_MENDINGS: dict[str, Callable[[Plan, Records], ChangeSet]] = {
    "no_vision": _add_vision,
    "vision_without_chain": _add_means,
    "without_means": _add_means,
    "means_insufficient": _add_means,
    "action_without_state": _put_state_between,
    "obstacle_without_resolver": _add_resolver,
    "dropped_requirement": _remove_link,
    "duplicate_number": _renumber,
    "leap_of_years": _add_milestone,
    "silent_track": _add_to_track,
    "assumption_without_signpost": _add_signpost,
    "vision_without_kpi": _add_kpi,
    "kpi_not_measured": _add_measurement,
    "no_review": _add_review,
}
