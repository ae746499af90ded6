"""The table of 1,000 and 10,000 items: panning, editing, sorting and filtering on the screen."""

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from random import Random
from statistics import median

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from large_plans import large_plan
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.table.view import TableView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits


def milliseconds(work: Callable[[], object], repeats: int = 9) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        QApplication.processEvents()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


@pytest.mark.benchmark
@pytest.mark.parametrize("count", [1000, 10000])
def test_the_table_answers_at_once(
    qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory, count: int
) -> None:
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    workspace = Workspace(large_plan(count))
    alone = Workspace(workspace.plan.copy())
    view = TableView(workspace, Preferences())
    workspace.setParent(view)
    qtbot.addWidget(view)
    view.resize(1000, 640)
    with qtbot.waitExposed(view):
        view.show()
    random, bar = Random(2), view.grid.verticalScrollBar()

    def lengthen(of: Workspace) -> None:
        id_ = f"n{random.randrange(count - 2)}"
        months = f"{random.randint(1, 20)}mo"
        of.do(edits.set_fields(of.plan, "node", id_, duration=months))

    def filter_by(text: str) -> None:
        view.arrange(replace(view.arrangement, text=text))

    floor = milliseconds(lambda: lengthen(alone)) + milliseconds(view.grid.viewport().repaint)
    pan = milliseconds(lambda: bar.setValue(bar.value() + 137), 30)
    edit = milliseconds(lambda: lengthen(workspace))
    down = iter([True, False] * 9)
    sort = milliseconds(
        lambda: view.arrange(replace(view.arrangement, sort=(("slack", next(down)),)))
    )
    words = iter(["拠点", "拠点の", "国際", "国際標準", "人", "人材", "制", "制度", "支援"])
    filtered = milliseconds(lambda: filter_by(next(words)))
    sys.stderr.write(
        f"\ntable of {count:,} items: pan {pan:.1f} ms, edit {edit:.0f} ms (passes and repainting "
        f"alone {floor:.0f} ms), sort {sort:.0f} ms, filter {filtered:.0f} ms\n"
    )
    if count == 1000:
        assert pan <= 16.0
        assert edit <= max(50.0, 2.0 * floor)
    assert edit <= 2.5 * floor
    assert max(sort, filtered) <= 1.5 * count / 10 + 50
