"""The outline for Qt follows random edits row by row, as Qt's own rules for models ask."""

from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategies import plans
from strategy_planner.gui.outline.model import OutlineModel
from strategy_planner.gui.outline.tree import ROOT, children_of, steps
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.errors import PlanError


def rows_of(model: OutlineModel, parent: QModelIndex | None = None) -> dict[str, list[str]]:
    """The outline as a view reads it."""
    above = parent or QModelIndex()
    ids = [model.id_at(model.index(row, 0, above)) for row in range(model.rowCount(above))]
    found = {model.id_at(above): ids} if ids else {}
    for row in range(len(ids)):
        found |= rows_of(model, model.index(row, 0, above))
    return found


def expected(workspace: Workspace) -> dict[str, list[str]]:
    return {parent: ids for parent, ids in children_of(workspace.plan).items() if ids}


@settings(max_examples=40, deadline=None)
@given(plans(), st.randoms(use_true_random=False))
def test_the_rows_follow_random_edits(qapp: QApplication, plan, random) -> None:
    workspace = Workspace(plan)
    model = OutlineModel(workspace)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    kept = {id_: QPersistentModelIndex(model.index_of(id_)) for id_ in workspace.plan.nodes}
    for _ in range(6):
        nodes = list(workspace.plan.nodes)
        deed = random.choice(["move", "delete", "add", "undo", "redo"])
        if deed == "undo":
            workspace.undo_stack.undo()
        elif deed == "redo":
            workspace.undo_stack.redo()
        elif deed == "add" or not nodes:
            workspace.do(edits.add_node(workspace.plan, "action", "x"))
        elif deed == "delete":
            chosen = random.sample(nodes, min(len(nodes), 2))
            workspace.do(edits.delete(workspace.plan, chosen))
        else:
            moved, under, before = (random.choice([*nodes, None]) for _ in range(3))
            if moved is not None:
                try:
                    workspace.do(edits.move_in_outline(workspace.plan, moved, under, before))
                except PlanError:
                    continue
        assert rows_of(model) == expected(workspace)
        for id_, index in kept.items():
            assert not index.isValid() or model.id_at(index) == id_
    del tester


def test_what_goes_takes_what_stands_under_it_and_comes_back_before_it() -> None:
    old = {ROOT: ["a", "b"], "a": ["c"], "c": ["d"]}
    new = {ROOT: ["b"], "b": ["a"], "a": ["c"], "c": ["d"]}
    went, *came = steps(old, new)
    assert (went.parent, went.id) == (ROOT, "a")
    assert [(step.parent, step.id) for step in came] == [("b", "a"), ("a", "c"), ("c", "d")]


def test_an_item_deleted_while_its_title_is_written(qtbot: QtBot) -> None:
    workspace = Workspace()
    workspace.do(edits.add_node(workspace.plan, "action", "x"))
    (node_id,) = workspace.plan.nodes
    model = OutlineModel(workspace)
    index = model.index_of(node_id)
    workspace.do(edits.delete(workspace.plan, [node_id]))
    assert model.setData(index, "y") is False
    assert not workspace.plan.nodes
