"""A field as a cell of text: every value is read back from what it shows."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import plans
from strategy_planner.language.catalogue import LANGUAGES
from strategy_planner.model import records as r
from strategy_planner.model.cells import Cell, read_cell, show_cell, value_of, write_cells
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import FIELDS, Field, field
from strategy_planner.model.naming import Names
from strategy_planner.model.plan import Plan

DAY = dt.date(2019, 6, 7)


def small() -> Plan:
    return Plan.from_records(
        [
            r.PlanSettings(status_date=DAY, reference_date=DAY),
            r.Organisation(id="o", name="内閣府"),
            r.Node(id="v", kind="vision", number="V-001", title="2030年の社会像"),
            r.Node(id="a", kind="action", number="A-001", title="データ: 基盤"),
            r.Node(id="b", kind="action", number="A-002", title="拠点"),
            r.Choice(id="c", node="v", name="方式: どれか"),
            r.Link(id="l", prerequisite="a", dependent="v", relation="requires", choice="c",
                   option="甲"),
            r.Translation(record="a", field="title", language="en", text="Data platform"),
            r.Translation(record="c:甲", field="option", language="en", text="First"),
        ]
    )  # fmt: skip


@pytest.mark.parametrize(
    ("record", "name", "value"),
    [
        ("node", "kind", "state"),
        ("node", "owner", "o"),
        ("node", "parent", "v"),
        ("node", "duration", "18mo"),
        ("node", "cost", 1234.5),
        ("node", "progress", 0.4),
        ("node", "target", dt.date(2030, 12, 31)),
        ("node", "tags", ("甲", "乙")),
        ("node", "budget", ((2025, 100), (2026, 2.5))),
        ("node", "pin", (12, -80.5)),
        ("kpi", "baseline", (None, 3.4)),
        ("kpi", "target", (dt.date(2030, 12, 31), 92)),
        ("kpi", "execution", True),
        ("link", "choice", ("c", "甲")),
        ("link", "choice", (None, None)),
        ("link", "lag", "-3mo"),
        ("pathway", "chosen", {"c": ("甲",)}),
        ("register", "touches", ("a", "b", "l")),
        ("gate", "opens", (dt.date(2020, 8, 31), dt.date(2021, 8, 31))),
        ("track", "color", "ochre"),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_cell_shows_is_read_back(record: str, name: str, value: Any, language: str) -> None:
    plan, of = small(), field(record, name)
    shown = show_cell(plan, of, value, language)
    assert read_cell(of, shown, Names(plan, language)) == value


@settings(deadline=None, max_examples=60)
@given(plans(), st.sampled_from(LANGUAGES))
def test_texts_and_figures_of_any_plan_are_read_back(plan: Plan, language: str) -> None:
    names = Names(plan, language)
    editors = {"day", "duration", "lag", "number", "integer", "choice"}
    for kind, fields in FIELDS.items():
        for record in plan.records(kind).values():
            for of in (one for one in fields if one.editor in editors):
                value = value_of(plan, record, of, language)
                if value is not None and (of.words is None or value in of.words):
                    shown = show_cell(plan, of, value, language)
                    assert read_cell(of, shown, names) == value


@pytest.mark.parametrize(
    ("of", "text", "said"),
    [
        (field("node", "kind"), "dragon", "is none of"),
        (field("node", "owner"), "nobody", "Nothing in this plan is called"),
        (field("node", "title"), "  ", "cannot be left empty"),
        (field("kpi", "target"), "2030-12-31: 1; 2031-12-31: 2", "one entry only"),
        (field("kpi", "target"), "2030-12-31", "is no number"),
    ],
)
def test_what_says_nothing_known_is_refused(of: Field, text: str, said: str) -> None:
    with pytest.raises(PlanError, match=said):
        read_cell(of, text, Names(small(), "en"))


def test_cells_are_written_as_one_step_in_the_language_shown() -> None:
    plan = small()
    title, cost = field("node", "title"), field("node", "cost")
    change_set = write_cells(
        plan, [Cell(title, "a", "Platform"), Cell(cost, "a", 3), Cell(cost, "b", 4)], "en"
    )
    inverse = plan.apply(change_set)
    assert plan.nodes["a"].title == "データ: 基盤"
    assert plan.translations["a/title/en"].text == "Platform"
    assert [plan.nodes[id_].cost for id_ in "ab"] == [3, 4]
    plan.apply(inverse)
    assert plan == small()
