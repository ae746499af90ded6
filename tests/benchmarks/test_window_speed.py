"""From an edit of a 1,000-item plan to the whole repainted window, with every view in it."""

import sys
import time
from pathlib import Path
from statistics import median

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from large_plans import large_plan
from strategy_planner.analysis.schedule import schedule
from strategy_planner.gui.application import prepare
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits

EDITS = 15


@pytest.mark.benchmark
@pytest.mark.parametrize("view", ["map", "roadmap"])
def test_an_edit_of_a_thousand_items_is_on_screen_at_once(
    view: str, qtbot: QtBot, qapp: QApplication, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    prepare(qapp)
    workspace = Workspace(large_plan(1000))
    window = MainWindow(workspace)
    window.resize(1440, 900)
    window.show_view(view)
    with qtbot.waitExposed(window):
        window.show()
    workspace.select(["n500"])
    qtbot.wait(1500)
    passes, whole = [], []
    for number in range(EDITS):
        start = time.perf_counter()
        schedule(workspace.plan)
        passes.append(time.perf_counter() - start)
        start = time.perf_counter()
        workspace.do(edits.set_fields(workspace.plan, "node", "n500", duration=f"{number + 2}mo"))
        QApplication.processEvents()
        whole.append(time.perf_counter() - start)
    took, floor = median(whole) * 1000, median(passes) * 1000
    with capsys.disabled():
        sys.stdout.write(
            f"\n{view}: edit of 1,000 items to repainted window {took:.0f} ms, "
            f"{took / floor:.1f} × both passes\n"
        )
    workspace.undo_stack.setClean()
    window.close()
    assert took <= 50
