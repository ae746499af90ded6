"""Find and replace at the foot of the window, by keys: a preview first, then one step to undo."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.application import prepare
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model.replacing import find_places

EXAMPLE = bundled("sample_projects", "worked_example.json")


@pytest.fixture
def window(
    qapp: QApplication, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    prepare(qapp)
    made = MainWindow(Workspace(read_plan_json(EXAMPLE.read_bytes())), Preferences())
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    qtbot.keyClick(made, Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    yield made
    made.workspace.undo_stack.setClean()
    made.close()
    made.deleteLater()
    qapp.setStyleSheet("")


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
