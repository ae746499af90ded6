"""From an answer in an interview about a 1,000-item plan to the repainted screen."""

import sys
import time
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from large_plans import large_plan
from strategy_planner.analysis.schedule import schedule
from strategy_planner.gui.application import prepare
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace

ANSWERS = 15


@pytest.mark.benchmark
def test_an_answer_among_a_thousand_items_is_on_screen_at_once(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    prepare(qapp)
    workspace = Workspace(large_plan(1000))
    window = MainWindow(workspace)
    window.resize(1440, 900)
    window.show()
    qtbot.waitUntil(window.isVisible)
    workspace.select(["n5"])
    window.interviewing.begin()
    qtbot.wait(1000)
    line = window.interviewing.room.page.field.line
    passes, whole = [], []
    for number in range(ANSWERS):
        start = time.perf_counter()
        schedule(workspace.plan)
        passes.append(time.perf_counter() - start)
        line.setText(f"データ基盤の新しい答え{number}")
        QApplication.processEvents()
        start = time.perf_counter()
        qtbot.keyClick(line, Qt.Key.Key_Return)
        window.repaint()
        whole.append(time.perf_counter() - start)
    took, floor = median(whole) * 1000, median(passes) * 1000
    with capsys.disabled():
        sys.stdout.write(
            f"\ninterview: answer among 1,000 items to repainted window {took:.0f} ms, "
            f"{took / floor:.1f} × both passes\n"
        )
    workspace.undo_stack.setClean()
    window.close()
    assert took <= 50
