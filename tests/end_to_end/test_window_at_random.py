"""A restless planner: keys, clicks and actions at random never break the window."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QFileDialog,
    QLineEdit,
    QMessageBox,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.application import prepare
from strategy_planner.gui.map.motion import REDUCED
from strategy_planner.gui.pack import mailing, printing
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json

EXAMPLE = bundled("sample_projects", "worked_example.json")
LEADS_AWAY = {"quit", "new", "open", "import_json", "samples", "pathway", "text_size", "add_item",
              "palette", "templates", "recent", "window", "close", "tour"}  # fmt: skip
WORDS = ("2021年度", "12か月", "abc", "5", "", "2025-03-01", "<b>&")
KEYS = (
    Qt.Key.Key_Tab, Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Up, Qt.Key.Key_Down,
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Insert,
    Qt.Key.Key_Space, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_A, Qt.Key.Key_Backspace,
)  # fmt: skip


@pytest.fixture
def window(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv(REDUCED, "1")
    for dialog in (QMessageBox, QDialog):
        monkeypatch.setattr(dialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(printing, "printer_for", lambda *_: None)
    monkeypatch.setattr(mailing, "open_mail", lambda *_: True)
    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, staticmethod(lambda *_a, **_k: ("", "")))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    prepare(qapp)
    made = MainWindow(Workspace(), Preferences())
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    made.workspace.open(read_plan_json(EXAMPLE.read_bytes()))
    yield made
    made.workspace.leave_draft()
    made.workspace.undo_stack.setClean()
    made.close()
    made.deleteLater()
    # Else the style would be taken from every widget of the window before it goes.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.setStyleSheet("")


class Restless:
    """Does one thing or another to a window."""

    def __init__(self, window: MainWindow, qtbot: QtBot, seed: int) -> None:
        self.window, self.qtbot = window, qtbot
        self.random = random.Random(seed)

    def do_something(self) -> None:
        deeds = (self.act, self.select, self.press, self.press, self.click, self.write)
        self.random.choice(deeds)()
        QApplication.processEvents()

    def act(self) -> None:
        names = [name for name in self.window.actions_.by_id if name not in LEADS_AWAY]
        action = self.window.actions_.by_id[self.random.choice(names)]
        if action.isEnabled():
            action.trigger()

    def select(self) -> None:
        plan = self.window.workspace.plan
        lists = (plan.nodes, plan.links, plan.kpis, plan.register, plan.choices, plan.pathways)
        ids = [id_ for records in lists for id_ in records]
        count = min(len(ids), self.random.choice([0, 1, 1, 1, 2, 3]))
        self.window.workspace.select(self.random.sample(ids, count))

    def press(self) -> None:
        at = QApplication.focusWidget() or self.window
        self.qtbot.keyClick(at, self.random.choice(KEYS))

    def click(self) -> None:
        buttons = [
            button for button in self.window.findChildren(QAbstractButton)
            if button.isVisible() and button.isEnabled() and not _opens_a_menu(button)
            and button is not self.window.toolbar.search  # leads to every action, and away
        ]  # fmt: skip
        self.random.choice(buttons).click()

    def write(self) -> None:
        lines = [line for line in self.window.findChildren(QLineEdit) if line.isVisible()]
        if lines:
            line = self.random.choice(lines)
            line.setFocus()
            line.selectAll()
            written = QInputMethodEvent()
            written.setCommitString(self.random.choice(WORDS))
            QApplication.sendEvent(line, written)
            self.qtbot.keyClick(line, Qt.Key.Key_Return)


def _opens_a_menu(button: QAbstractButton) -> bool:
    """A click on it waits until somebody chooses."""
    return isinstance(button, QToolButton) and button.menu() is not None


@pytest.mark.parametrize("seed", [2, 4])
def test_nothing_breaks_and_everything_can_be_taken_back(
    window: MainWindow, qtbot: QtBot, seed: int
) -> None:
    before = write_plan_json(window.workspace.plan)
    changes: list[object] = []
    window.workspace.changed.connect(changes.append)
    restless = Restless(window, qtbot, seed)
    with qtbot.captureExceptions() as exceptions:
        for _ in range(160):
            restless.do_something()
    assert exceptions == []
    assert changes
    window.workspace.leave_draft()
    stack = window.workspace.undo_stack
    while stack.canUndo():
        stack.undo()
    assert write_plan_json(window.workspace.plan) == before
