"""Blocks of cells: what was copied from a place and is pasted there changes nothing."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import plans
from strategy_planner.interchange.tab_separated import read_block, write_block
from strategy_planner.language.catalogue import LANGUAGES
from strategy_planner.model import records as r
from strategy_planner.model.blocks import (
    Target,
    add_outline,
    add_rows,
    clear,
    fill_down,
    new_records,
    paste,
)
from strategy_planner.model.cells import show_cell, value_of
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import FIELDS, field
from strategy_planner.model.plan import Plan

EXACT = {"day", "date", "duration", "lag", "number", "integer", "reference"}
PLAIN = st.text("甲乙丙 abc", min_size=1, max_size=6).map(str.strip).filter(bool)


@settings(deadline=None, max_examples=60)
@given(plans(texts=PLAIN), st.sampled_from(sorted(FIELDS)), st.sampled_from(LANGUAGES))
def test_a_copied_block_pasted_on_itself_changes_nothing(
    plan: Plan, kind: str, language: str
) -> None:
    ids = tuple(plan.records(kind))
    fields = tuple(one for one in FIELDS[kind] if one.editor in EXACT - {"reference"})
    if kind in {"settings", "translation"} or not ids or not fields:
        return
    block = [
        [
            show_cell(plan, of, value_of(plan, plan.records(kind)[id_], of, language), language)
            for of in fields
        ]
        for id_ in ids
    ]
    copied = read_block(write_block(block))
    assert paste(plan, Target(kind, ids, fields, {}), copied, language).changes == ()


def small() -> Plan:
    return Plan.from_records(
        [
            r.Organisation(id="o", name="内閣府"),
            *(
                r.Node(id=id_, kind="action", number=f"A-00{place}", title=id_, owner=owner)
                for place, (id_, owner) in enumerate((("a", "o"), ("b", None), ("c", None)), 1)
            ),
        ]
    )


def test_new_rows_are_numbered_on_and_take_over_what_they_do_not_say() -> None:
    plan = small()
    target = Target("node", (), (field("node", "title"), field("node", "kind")), {"owner": "o"})
    plan.apply(paste(plan, target, [["d", ""], ["e", "State to reach"], ["f", "Action"]], "en"))
    new = list(plan.nodes.values())[3:]
    assert [(one.number, one.kind, one.owner) for one in new] == [
        ("A-004", "action", "o"), ("S-001", "state", "o"), ("A-005", "action", "o"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ([["x", "action"], ["", "action"]], r"Row 2, column “Title”.*cannot be left empty"),
        ([["x", "action"], ["y", "dragon"]], r"Row 2, column “Kind”.*is none of"),
        ([["x", "action", "z"]], "3 columns"),
        ([], "nothing to paste"),
    ],
)
def test_a_block_that_does_not_fit_is_refused_in_one_sentence(
    block: list[list[str]], said: str
) -> None:
    target = Target("node", ("a",), (field("node", "title"), field("node", "kind")), {})
    with pytest.raises(PlanError, match=said):
        paste(small(), target, block, "en")


def test_a_link_needs_both_its_ends() -> None:
    target = Target("link", (), (field("link", "prerequisite"), field("link", "dependent")), {})
    with pytest.raises(PlanError, match="column “Dependent”"):
        paste(small(), target, [["A-001", ""]], "en")
    plan = small()
    plan.apply(paste(plan, target, [["A-001", "A-002"], ["b", "c"]], "en"))
    assert [(one.prerequisite, one.dependent) for one in plan.links.values()] == [
        ("a", "b"), ("b", "c"),
    ]  # fmt: skip


def test_fill_down_and_clear_are_one_step_each() -> None:
    plan = small()
    owner = field("node", "owner")
    back = plan.apply(fill_down(plan, ["a", "b", "c"], [owner], "en"))
    assert {node.owner for node in plan.nodes.values()} == {"o"}
    plan.apply(back)
    assert plan == small()
    plan.apply(clear(plan, ["a", "b"], [owner], "en"))
    assert {node.owner for node in plan.nodes.values()} == {None}
    with pytest.raises(PlanError, match="cannot be left empty"):
        clear(plan, ["a"], [field("node", "title")], "en")


def test_an_outline_and_a_draft_become_records() -> None:
    plan = small()
    plan.apply(add_outline(plan, [("甲", None), ("乙", 0), ("丙", None)], {"parent": "a"}))
    first, second, third = list(plan.nodes.values())[3:]
    assert (first.parent, second.parent, third.parent) == ("a", first.id, "a")
    plan.apply(add_rows(plan, "kpi", [{"name": "指標"}]))
    assert [kpi.name for kpi in plan.kpis.values()] == ["指標"]
    with pytest.raises(PlanError, match="Item"):
        new_records(plan, "choice", [{"name": "方式"}], {})
