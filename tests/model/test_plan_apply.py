"""`Plan.apply` is the only way in: it undoes, it refuses whole, and the graph follows the records."""

import pytest

from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change, ChangeSet, created, deleted, replaced
from strategy_planner.model.creation import create_plan
from strategy_planner.model.edits import (
    activate_pathway,
    add_node,
    add_prerequisite,
    connect,
    delete,
    move_in_outline,
    set_fields,
    set_translation,
    write_text,
)
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import label, option_name, text_of


def node(id_: str, kind: r.NodeKind = "action", **fields: object) -> r.Node:
    return r.Node(id=id_, kind=kind, title=f"Item {id_}", **fields)


def requires(id_: str, start: str, end: str, **fields: object) -> r.Link:
    return r.Link(id=id_, prerequisite=start, dependent=end, relation="requires", **fields)


def small_plan() -> Plan:
    """A and B lead to V by a choice; C stands under A in the outline."""
    return create_plan(
        [
            node("V", "vision"),
            node("A"),
            node("B"),
            node("C", parent="A"),
            r.Choice(id="ch", node="V"),
            requires("a", "A", "V", choice="ch", option="first"),
            requires("b", "B", "V", choice="ch", option="second"),
            requires("c", "C", "A"),
            r.Pathway(id="p", name="First", chosen={"ch": ("first",)}, active=True),
            r.Pathway(id="q", name="Both", chosen={"ch": ("first", "second")}),
            r.RegisterItem(id="ob", kind="obstacle", touches=("A", "c"), resolved_by=("B",)),
            r.Translation(record="A", field="title", language="ja", text="項目A"),
            r.Translation(record="ch:first", field="option", language="ja", text="第一案"),
        ]
    )


def assert_graph_equals_records(plan: Plan) -> None:
    assert set(plan.graph) == set(plan.nodes)
    assert {(a, b, key) for a, b, key in plan.graph.edges(keys=True)} == {
        (link.prerequisite, link.dependent, link.id) for link in plan.links.values()
    }


def test_numbers_are_given_one_series_for_each_kind() -> None:
    plan = create_plan([node("x", number="A-007"), node("y"), node("z", "state")])
    assert [n.number for n in plan.nodes.values()] == ["A-007", "A-008", "S-001"]


def test_a_number_is_never_given_twice_even_after_deletion() -> None:
    plan = create_plan([node("x")])
    plan.apply(delete(plan, ["x"]))
    added = add_node(plan, "action", "Next")
    assert added.changes[-1].after.number == "A-002"


def test_a_kind_that_changes_keeps_its_number() -> None:
    plan = create_plan([node("x")])
    plan.apply(set_fields(plan, "node", "x", kind="state"))
    assert plan.nodes["x"].number == "A-001"


def test_missing_days_are_those_of_creation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1559865600")
    settings = create_plan([]).settings
    assert settings.status_date == settings.reference_date
    assert str(settings.status_date) == "2019-06-07"


def test_a_prerequisite_comes_with_its_link_and_undoes_whole() -> None:
    plan = small_plan()
    before = plan.copy()
    change_set = add_prerequisite(plan, "V", "Cheap data")
    inverse = plan.apply(change_set)
    new = change_set.changes[0].after
    assert new.kind == "state"
    assert [link.prerequisite for link in plan.links_into("V")][-1] == new.id
    assert_graph_equals_records(plan)
    plan.apply(inverse)
    assert plan == before
    assert_graph_equals_records(plan)


def test_deleting_takes_along_what_cannot_stand_and_undo_brings_all_back_in_place() -> None:
    plan = small_plan()
    before = plan.copy()
    inverse = plan.apply(delete(plan, ["A"]))
    assert plan.nodes["C"].parent is None
    assert set(plan.links) == {"b"}
    assert plan.pathways["p"].chosen == {}
    assert plan.pathways["q"].chosen == {"ch": ("second",)}
    assert plan.register["ob"].touches == ()
    assert not [t for t in plan.translations.values() if t.record == "A"]
    assert_graph_equals_records(plan)
    plan.apply(inverse)
    assert plan == before
    assert list(plan.nodes) == list(before.nodes)
    assert_graph_equals_records(plan)


def test_deleting_the_last_links_of_a_choice_takes_the_choice() -> None:
    plan = small_plan()
    plan.apply(delete(plan, ["a", "b"]))
    assert not plan.choices
    assert plan.pathways["p"].chosen == {}


def test_deleting_an_option_lowers_what_is_needed() -> None:
    plan = small_plan()
    plan.apply(set_fields(plan, "pathway", "p", chosen={"ch": ("first", "second")}))
    plan.apply(set_fields(plan, "choice", "ch", needed=2))
    plan.apply(delete(plan, ["b"]))
    assert plan.choices["ch"].needed == 1


def test_moving_in_the_outline_keeps_children_and_links() -> None:
    plan = small_plan()
    before = plan.copy()
    inverse = plan.apply(move_in_outline(plan, "C", None, before="A"))
    assert list(plan.nodes) == ["V", "C", "A", "B"]
    assert plan.nodes["C"].parent is None
    assert_graph_equals_records(plan)
    plan.apply(inverse)
    assert plan == before


def test_one_pathway_is_active_at_a_time() -> None:
    plan = small_plan()
    inverse = plan.apply(activate_pathway(plan, "q"))
    assert [p.id for p in plan.pathways.values() if p.active] == ["q"]
    plan.apply(inverse)
    plan.apply(activate_pathway(plan, None))
    assert not any(p.active for p in plan.pathways.values())


def test_texts_fall_back_to_what_the_planner_wrote() -> None:
    plan = small_plan()
    assert label(plan, "A", "ja") == "A-001 項目A"
    assert text_of(plan, plan.nodes["B"], "title", "ja") == "Item B"
    assert option_name(plan, "ch", "first", "ja") == "第一案"
    plan.apply(set_translation(plan, "B", "title", "ja", "項目B"))
    assert label(plan, "B", "ja") == "A-002 項目B"
    plan.apply(set_translation(plan, "B", "title", "ja", ""))
    assert label(plan, "B", "ja") == "A-002 Item B"


REFUSED = {
    "a circle": (lambda p: connect(p, "V", "C"), ("V", "C", "A", "V")),
    "an item that needs itself": (lambda p: connect(p, "A", "A"), ("A", "A")),
    "a circle through an obstacle's resolver": (lambda p: connect(p, "A", "B"), ("A", "B", "A")),
    "the same link twice": (
        lambda p: connect(p, "A", "V", choice="ch", option="first"),
        None,
    ),
    "an end that is not there": (
        lambda p: ChangeSet((created(requires("n", "A", "nowhere")),), message("x")),
        ("n",),
    ),
    "an id given to another kind": (
        lambda p: ChangeSet((created(r.Track(id="A")),), message("x")),
        ("A",),
    ),
    "a change of what is no longer so": (
        lambda p: ChangeSet((replaced(node("A"), node("A", "state")),), message("x")),
        ("A",),
    ),
    "a node without its links": (
        lambda p: ChangeSet((deleted(p.nodes["A"]),), message("x")),
        None,
    ),
    "a loop in the outline": (lambda p: set_fields(p, "node", "A", parent="C"), ("A", "C", "A")),
    "an unreadable date": (lambda p: set_fields(p, "node", "A", date="someday maybe"), ("A",)),
    "an unreadable duration": (lambda p: set_fields(p, "node", "A", duration="1 year"), ("A",)),
    "points out of order": (
        lambda p: set_fields(p, "node", "A", optimistic="2y", duration="18mo"),
        ("A",),
    ),
    "points of two families": (
        lambda p: set_fields(p, "node", "A", optimistic="20d", duration="18mo"),
        ("A",),
    ),
    "a chance above one": (lambda p: set_fields(p, "node", "A", success=1.5), ("A",)),
    "more needed than there is": (lambda p: set_fields(p, "choice", "ch", needed=3), ("ch",)),
    "a pathway with too few options": (
        lambda p: set_fields(p, "choice", "ch", needed=2),
        ("p",),
    ),
    "an option that is not there": (
        lambda p: set_fields(p, "pathway", "p", chosen={"ch": ("third",)}),
        ("p",),
    ),
    "a second active pathway": (lambda p: set_fields(p, "pathway", "q", active=True), ("p", "q")),
    "a lag on what only contributes": (
        lambda p: set_fields(p, "link", "c", relation="contributes", lag="2mo"),
        ("c",),
    ),
    "an option without its choice": (lambda p: set_fields(p, "link", "c", option="x"), ("c",)),
    "a choice at another item": (lambda p: set_fields(p, "choice", "ch", node="B"), None),
    "a month that is none": (
        lambda p: set_fields(p, "settings", "settings", fiscal_year_start=13),
        ("settings",),
    ),
    "a number that is too long": (lambda p: set_fields(p, "node", "A", number="A" * 17), ("A",)),
    "half a character": (lambda p: set_fields(p, "node", "A", title="x\ud842"), ("A",)),
    "a gate's day that is none": (
        lambda p: ChangeSet((created(r.Gate(id="g", on=("02-30",))),), message("x")),
        ("g",),
    ),
    "compound growth from nothing": (
        lambda p: ChangeSet(
            (created(r.Kpi(id="k", node="V", shape="compound", baseline=(None, 0))),),
            message("x"),
        ),
        ("k",),
    ),
}


@pytest.mark.parametrize("what", REFUSED)
def test_a_refused_change_names_the_item_and_leaves_the_plan_as_it_was(what: str) -> None:
    make, ids = REFUSED[what]
    plan = small_plan()
    before = plan.copy()
    with pytest.raises(PlanError) as refusal:
        plan.apply(make(plan))
    assert plan == before
    assert dict(plan.numbering) == dict(before.numbering)
    assert_graph_equals_records(plan)
    if ids is not None:
        assert refusal.value.ids == ids
    assert "{" not in str(refusal.value)
    assert refusal.value.message.into("ja") != str(refusal.value)


def test_a_set_is_refused_whole_when_its_last_change_is_wrong() -> None:
    plan = small_plan()
    before = plan.copy()
    good = add_node(plan, "action", "Good").changes[0]
    with pytest.raises(PlanError):
        plan.apply(
            ChangeSet((good, Change("link", "zz", None, requires("zz", "A", "A"))), message("x"))
        )
    assert plan == before
    assert_graph_equals_records(plan)


def test_informs_may_run_in_circles() -> None:
    plan = small_plan()
    plan.apply(connect(plan, "V", "C", "informs"))
    assert_graph_equals_records(plan)


def test_a_plan_of_records_with_a_circle_is_refused() -> None:
    with pytest.raises(PlanError) as refusal:
        create_plan([node("A"), node("B"), requires("x", "A", "B"), requires("y", "B", "A")])
    assert refusal.value.ids[0] == refusal.value.ids[-1]
    assert set(refusal.value.ids) == {"A", "B"}


def test_a_title_written_in_another_language_keeps_the_one_that_stands():
    plan = Plan.from_records(
        [r.PlanSettings(language="ja"), r.Node(id="n", kind="action", title="調査")]
    )
    plan.apply(write_text(plan, "node", "n", "title", "Survey", "en"))
    assert plan.nodes["n"].title == "調査"
    assert plan.translations["n/title/en"].text == "Survey"
    plan.apply(write_text(plan, "node", "n", "title", "予備調査", "ja"))
    assert plan.nodes["n"].title == "予備調査"


def test_a_copy_shares_the_records_and_goes_its_own_way() -> None:
    plan = small_plan()
    copy = plan.copy()
    assert copy == plan
    pairs = zip(plan.every_record(), copy.every_record(), strict=True)
    assert all(mine is theirs for mine, theirs in pairs)
    inverse = copy.apply(delete(copy, ["B"]))
    assert "B" in plan.nodes
    assert_graph_equals_records(plan)
    assert_graph_equals_records(copy)
    copy.apply(inverse)
    assert copy == plan
    assert_graph_equals_records(copy)
    with pytest.raises(PlanError):
        plan.copy().apply(ChangeSet((created(requires("z", "V", "A")),), message("Connect")))
