"""What-ifs: what is kept of a change, and what becomes of it when the plan goes on."""

import pytest
from hypothesis import given

from strategies import plans
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.drafts import apply_draft, discard_draft, draft_changes, keep_draft
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_changes import difference, field_changes, made, overtaken
from strategy_planner.model.plan import Plan

LABEL = edits.message("Change")


def small_plan() -> Plan:
    return Plan.from_records(
        [
            r.Node(id="a", kind="action", title="A", number="A-001", duration="24mo"),
            r.Node(id="v", kind="vision", title="V", number="V-001"),
            r.Link(id="l", prerequisite="a", dependent="v", relation="requires"),
        ]
    )


def kept(plan: Plan, change_set: ChangeSet, name: str = "Faster") -> r.Draft:
    """The what-if of an edit that is not made, kept in the plan."""
    plan.apply(keep_draft(plan, change_set.changes, name, None))
    return list(plan.drafts.values())[-1]


def as_sets(plan: Plan) -> dict[str, dict[str, r.Record]]:
    return {name: dict(plan.records(name)) for name in r.RECORD_TYPES}


@given(plans(), plans())
def test_the_difference_of_two_plans_makes_one_of_the_other(one: Plan, other: Plan) -> None:
    changes = difference(one, other)
    one.apply(ChangeSet(changes, LABEL))
    assert as_sets(one) == as_sets(other)
    assert not difference(one, other)


@given(plans(), plans())
def test_field_by_field_says_the_same_as_whole_records(one: Plan, other: Plan) -> None:
    changes = difference(one, other)
    by_field = field_changes(ChangeSet(changes, LABEL))
    assert not overtaken(one, by_field)
    one.apply(ChangeSet(made(one, by_field), LABEL))
    assert as_sets(one) == as_sets(other)


def test_a_kept_what_if_changes_nothing_and_is_applied_as_one_step() -> None:
    plan = small_plan()
    draft = kept(plan, edits.set_fields(plan, "node", "a", duration="12mo"))
    assert plan.nodes["a"].duration == "24mo"
    undo = plan.apply(apply_draft(plan, draft))
    assert plan.nodes["a"].duration == "12mo"
    assert not plan.drafts
    plan.apply(undo)
    assert plan.nodes["a"].duration == "24mo"
    assert plan.drafts == {draft.id: draft}


def test_other_fields_of_the_same_item_may_change_meanwhile() -> None:
    plan = small_plan()
    draft = kept(plan, edits.set_fields(plan, "node", "a", duration="12mo"))
    plan.apply(edits.set_fields(plan, "node", "a", title="Another title"))
    assert not overtaken(plan, draft.changes)
    plan.apply(apply_draft(plan, draft))
    assert (plan.nodes["a"].title, plan.nodes["a"].duration) == ("Another title", "12mo")


def test_a_field_that_changed_meanwhile_is_told_and_the_what_if_wins() -> None:
    plan = small_plan()
    draft = kept(plan, edits.set_fields(plan, "node", "a", duration="12mo"))
    plan.apply(edits.set_fields(plan, "node", "a", duration="36mo"))
    assert [one.field for one in overtaken(plan, draft.changes)] == ["duration"]
    plan.apply(apply_draft(plan, draft))
    assert plan.nodes["a"].duration == "12mo"


def test_what_would_change_in_an_item_that_is_gone_is_left_out_and_told() -> None:
    plan = small_plan()
    draft = kept(plan, edits.set_fields(plan, "node", "a", duration="12mo"))
    plan.apply(edits.delete(plan, ["a"]))
    assert len(overtaken(plan, draft.changes)) == 1
    assert not draft_changes(plan, draft).changes


def test_a_new_item_with_its_link_comes_with_the_what_if() -> None:
    plan = small_plan()
    other = plan.copy()
    other.apply(edits.add_node(other, "action", "B"))
    new = list(other.nodes)[-1]
    other.apply(edits.connect(other, new, "v"))
    draft = kept(plan, ChangeSet(difference(plan, other), LABEL))
    plan.apply(apply_draft(plan, draft))
    assert plan.nodes[new].title == "B"
    assert plan.graph.has_edge(new, "v")


def test_nothing_is_no_what_if() -> None:
    with pytest.raises(PlanError, match="no what-if to keep"):
        keep_draft(small_plan(), (), "Empty", None)


def test_keeping_it_again_replaces_it_under_its_id() -> None:
    plan = small_plan()
    draft = kept(plan, edits.set_fields(plan, "node", "a", duration="12mo"))
    again = edits.set_fields(plan, "node", "a", duration="6mo")
    plan.apply(keep_draft(plan, again.changes, "Faster still", draft.id))
    (found,) = plan.drafts.values()
    assert (found.id, found.name) == (draft.id, "Faster still")
    plan.apply(discard_draft(found))
    assert not plan.drafts


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (r.FieldChange("nonsense", "a", "title", "A", "B"), "no kind of record"),
        (r.FieldChange("draft", "d", "name", "A", "B"), "no kind of record"),
        (r.FieldChange("node", "a", "nonsense", "A", "B"), "is unknown"),
        (r.FieldChange("node", "a", "title", "A", 7), "Expected"),
        (r.FieldChange("node", "a", None, None, {"id": "b", "kind": "action", "title": "B"}),
         "no record with the id a"),
    ],
)  # fmt: skip
def test_a_what_if_that_no_plan_could_take_is_refused(change: r.FieldChange, words: str) -> None:
    with pytest.raises(PlanError, match=words):
        Plan.from_records([r.Draft(id="d", name="D", changes=(change,))])
