"""Find and replace at the foot of the window, by keys: a preview first, then one step to undo."""

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model.replacing import find_places

EXAMPLE = bundled("sample_projects", "worked_example.json")


@pytest.fixture
def window(new_window: MainWindow, qtbot: QtBot) -> MainWindow:
    new_window.workspace.open(read_plan_json(EXAMPLE.read_bytes()))
    qtbot.keyClick(new_window, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    return new_window


def test_places_are_previewed_replaced_one_by_one_and_all_at_once(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel, plan = window.replacing, window.workspace.plan
    qtbot.waitUntil(panel.wanted.hasFocus)
    panel.wanted.setText("データ")
    panel.instead.setText("情報")
    whole = len(find_places(plan, "データ", ""))
    qtbot.waitUntil(lambda: panel.model.rowCount() == whole)
    assert str(whole) in panel.count.text()
    spoken = panel.model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "becomes “情報基盤”" in spoken
    qtbot.keyClick(panel.wanted, Qt.Key.Key_Return)
    assert panel.list.hasFocus()
    qtbot.keyClick(panel.list, Qt.Key.Key_Down)
    assert window.workspace.selection == (panel.model.places[1].id,)
    qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert len(find_places(plan, "データ", "")) == whole - 1
    qtbot.mouseClick(panel.all, Qt.MouseButton.LeftButton)
    assert find_places(plan, "データ", "") == []
    assert not panel.all.isEnabled()
    assert str(whole - 1) in window.notice.words.text()
    assert window.workspace.undo_stack.index() == 2
    window.workspace.undo_stack.undo()
    window.workspace.undo_stack.undo()
    assert panel.model.rowCount() == whole
    qtbot.keyClick(panel.list, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_a_refused_replacement_changes_nothing_and_says_why(
    window: MainWindow, qtbot: QtBot
) -> None:
    panel = window.replacing
    panel.wanted.setText("2030年")
    panel.instead.setText("いつか")
    qtbot.waitUntil(lambda: panel.model.rowCount() > 0)
    qtbot.mouseClick(panel.all, Qt.MouseButton.LeftButton)
    assert window.workspace.undo_stack.index() == 0
    assert window.notice.isVisible()
    assert "いつか" in window.notice.words.text()
