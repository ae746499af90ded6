"""Ctrl+F: words are found while they are typed, and the hits are walked by keys and by mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics, QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from large_plans import large_plan
from strategy_planner.gui.finding.marked_text import cut_around
from strategy_planner.gui.finding.panel import FindPanel
from strategy_planner.gui.fonts import font
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits

SHIFT, CONTROL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def finder(example_window: MainWindow, qtbot: QtBot) -> FindPanel:
    panel = example_window.finding.panel
    panel.line.clear()
    panel.close_panel()
    example_window.outline.setFocus()
    qtbot.keyClick(example_window, Qt.Key.Key_F, CONTROL)
    qtbot.waitUntil(panel.line.hasFocus)
    return panel


def number(window: MainWindow) -> str | None:
    return window.workspace.plan.nodes[window.workspace.selection[0]].number


def test_hits_come_while_typing_and_enter_selects_them_on_every_view(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(finder.line, "a-01")
    assert finder.model.rowCount() > 5
    qtbot.keyClicks(finder.line, "1")
    assert finder.model.rowCount() == 1
    assert example_window.workspace.selection == ()
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    assert number(example_window) == "A-011"
    assert finder.count.text() == "1 of 1"
    assert example_window.outline.model.id_at(
        example_window.outline.tree.currentIndex()
    ) == example_window.workspace.selection[0]  # fmt: skip


def test_the_keys_go_on_and_back_and_round(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(finder.line, "health")
    count = finder.model.rowCount()
    assert count > 3
    rows = []
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, SHIFT),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier),
    ):
        qtbot.keyClick(finder.line, key, modifier)
        rows.append(finder.list.currentIndex().row())
    assert rows == [0, 1, 0, count - 1, max(0, count - 9)]


def test_f3_walks_the_hits_from_anywhere_in_the_window(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(finder.line, "health")
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert not finder.isVisible()
    assert example_window.outline.tree.hasFocus()
    qtbot.keyClick(example_window, Qt.Key.Key_F3)
    first = example_window.workspace.selection
    qtbot.keyClick(example_window, Qt.Key.Key_F3)
    second = example_window.workspace.selection
    qtbot.keyClick(example_window, Qt.Key.Key_F3, SHIFT)
    assert first != second
    assert example_window.workspace.selection == first


def test_a_click_on_a_hit_selects_it(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(finder.line, "health")
    box = finder.list.visualRect(finder.model.index(1, 0))
    qtbot.mouseClick(finder.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    hit = finder.model.hits[1]
    assert example_window.workspace.selection == (hit.id,)


def test_hits_follow_edits_and_undo_and_keep_their_place(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    qtbot.keyClicks(finder.line, "health")
    finder.step(1)
    finder.step(1)
    here, before = finder.model.hits[1].id, finder.model.rowCount()
    survey = next(id_ for id_, node in workspace.plan.nodes.items() if node.number == "A-028")
    workspace.do(edits.set_fields(workspace.plan, "node", survey, notes="healthy"))
    assert finder.model.rowCount() == before + 1
    assert finder.model.hits[finder.list.currentIndex().row()].id == here
    workspace.undo_stack.undo()
    assert finder.model.rowCount() == before


def test_the_place_of_a_hit_is_said_and_nothing_found_is_said_too(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(finder.line, "inferred")
    spoken = finder.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Internal notes (English): " in spoken
    finder.line.setText("nowhere in here")
    assert finder.empty.isVisible()
    example_window.workspace.set_language("ja")
    assert finder.empty.text() == "この言葉はこの計画のどこにもありません。"


def test_composed_text_keeps_enter_and_escape(finder: FindPanel, qtbot: QtBot) -> None:
    QApplication.sendEvent(finder.line, QInputMethodEvent("きばん", []))
    qtbot.keyClick(finder.line, Qt.Key.Key_Return)
    qtbot.keyClick(finder.line, Qt.Key.Key_Escape)
    assert finder.isVisible()
    committed = QInputMethodEvent()
    committed.setCommitString("基盤")
    QApplication.sendEvent(finder.line, committed)
    assert finder.model.rowCount() > 3


def test_ten_thousand_items_are_read_beside_the_window(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    finder.line.clear()
    with qtbot.waitSignal(finder.searcher.ready, timeout=20_000):
        example_window.workspace.open(large_plan(4000))
    qtbot.waitUntil(lambda: finder.searcher.is_ready, timeout=20_000)
    finder.line.setText("人材")
    assert finder.model.rowCount() > 100


def test_a_long_text_is_cut_so_that_its_first_mark_is_seen(qapp: QApplication) -> None:
    metrics = QFontMetrics(font(12))
    text = "0123456789" * 10 + "here"
    line, spans = cut_around(text, [(100, 104)], metrics, metrics.horizontalAdvance("0" * 20))
    assert line.startswith("…")
    start, end = spans[0]
    assert line[start:end] == "here"


def test_a_hit_is_unfolded_where_it_stands_in_the_inspector(
    finder: FindPanel, example_window: MainWindow, qtbot: QtBot
) -> None:
    plan = example_window.workspace.plan
    kpi = next(one for one in plan.kpis.values() if one.node and one.name)
    finder.line.setText(str(kpi.name))
    place = next(n for n, hit in enumerate(finder.model.hits) if hit.id == kpi.id)
    for _ in range(place + 1):
        finder.step(1)
    assert example_window.workspace.selection == (kpi.node,)
    row = example_window.inspector.page.sections["kpi"].body.rows[kpi.id]
    assert row.form is not None
    assert row.form.isVisible()
    finder.line.setText("Place in the outline")
    finder.step(1)
    texts = example_window.inspector.page.sections["texts"]
    assert texts.head.isChecked()
    assert not texts.body.editors["notes"].input.hasFocus()
