"""A gate in the inspector: the budget request by one press, and what missing its day costs."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.gui.inspector.gate_form import GateForm
from strategy_planner.gui.inspector.node_page import NodePage
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan

TODAY = dt.date(2020, 4, 1)


@pytest.fixture
def page(qtbot: QtBot) -> NodePage:
    workspace = Workspace(
        Plan.from_records(
            [
                r.PlanSettings(language="en", status_date=TODAY, reference_date=TODAY),
                r.Node(id="V", kind="vision", number="V-001", title="V", date="by 2023"),
                r.Node(id="A", kind="action", number="A-001", title="Study", duration="24mo"),
                r.Node(id="B", kind="action", number="A-002", title="Trial", duration="6mo"),
                r.Link(id="L", prerequisite="A", dependent="V", relation="requires"),
            ]
        )
    )
    workspace.set_language("en")
    made = NodePage(workspace, "A", {})
    workspace.setParent(made)
    qtbot.addWidget(made)
    made.resize(320, 900)
    with qtbot.waitExposed(made):
        made.show()
    made.sections["dates"].unfold()
    return made


def form_of(page: NodePage) -> GateForm:
    form = page.sections["dates"].body
    assert isinstance(form, GateForm)
    return form


def test_one_press_gives_the_plan_the_gate_and_the_item_to_it_as_one_step(
    page: NodePage, qtbot: QtBot
) -> None:
    form, workspace = form_of(page), page.workspace
    qtbot.mouseClick(form.budget, Qt.MouseButton.LeftButton)
    (gate,) = workspace.plan.gates.values()
    assert (gate.on, gate.leads) == (("08-31",), "7mo")
    assert workspace.plan.nodes["A"].gate == gate.id
    assert workspace.schedule.items["A"].early_start == dt.date(2021, 4, 1)
    assert form.budget.isHidden()
    workspace.undo_stack.undo()
    assert not workspace.plan.gates
    assert form.budget.isVisible()


def test_what_missing_the_day_costs_stands_under_the_gate(page: NodePage, qtbot: QtBot) -> None:
    form, workspace = form_of(page), page.workspace
    form.budget.setFocus()
    qtbot.keyClick(form.budget, Qt.Key.Key_Space)
    assert "has to be applied for by 31 Aug 2020" in form.demand.text()
    assert "Missing it costs 12 months" in form.demand.text()
    workspace.do(set_fields(workspace.plan, "node", "A", gate=None))
    assert form.demand.isHidden()


def test_a_second_item_takes_the_gate_that_the_plan_has(page: NodePage, qtbot: QtBot) -> None:
    workspace = page.workspace
    qtbot.mouseClick(form_of(page).budget, Qt.MouseButton.LeftButton)
    page.turn_to("B")
    assert form_of(page).budget.isVisible()
    qtbot.mouseClick(form_of(page).budget, Qt.MouseButton.LeftButton)
    assert len(workspace.plan.gates) == 1
    assert workspace.plan.nodes["B"].gate == workspace.plan.nodes["A"].gate
