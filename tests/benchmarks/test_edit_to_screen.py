"""From an edit of a 1,000-item plan to the repainted map, against a floor of the same run."""

import sys
import time
from collections.abc import Callable
from random import Random
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from large_plans import large_plan
from strategy_planner.gui.fonts import measure
from strategy_planner.gui.map import MapView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.map import map_layout
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan


def milliseconds(
    work: Callable[[], object], repeats: int = 5, before: Callable[[], object] = lambda: None
) -> float:
    times = []
    for _ in range(repeats):
        before()
        start = time.perf_counter()
        work()
        times.append((time.perf_counter() - start) * 1000)
    return median(times)


def shown(qtbot: QtBot, plan: Plan) -> MapView:
    workspace = Workspace(plan)
    view = MapView(workspace)
    workspace.setParent(view)
    qtbot.addWidget(view)
    view.resize(1200, 760)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: not view.keeper.is_busy, timeout=60_000)
    view.zoom_to_full()
    QApplication.processEvents()
    return view


@pytest.mark.benchmark
def test_edit_to_repainted_screen(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")
    plan = large_plan(1000)
    alone = Workspace(plan.copy())
    view = shown(qtbot, plan)
    random = Random(2)

    def lengthen(workspace: Workspace) -> None:
        id_ = f"n{random.randrange(900)}"
        length = f"{random.randint(1, 20)}mo"
        workspace.do(edits.set_fields(workspace.plan, "node", id_, duration=length))

    def on_screen(edit: Callable[[], object]) -> Callable[[], None]:
        def run() -> None:
            edit()
            view.canvas.viewport().repaint()
            QApplication.processEvents()

        return run

    def add() -> None:
        id_ = f"n{random.randrange(900)}"
        view.workspace.do(edits.add_prerequisite(view.workspace.plan, id_, "新しい条件"))

    floor = milliseconds(lambda: lengthen(alone)) + milliseconds(view.canvas.viewport().repaint)

    def rest() -> None:
        qtbot.waitUntil(lambda: not view.keeper.is_busy)

    changed = milliseconds(on_screen(lambda: lengthen(view.workspace)), 9, rest)
    added = milliseconds(on_screen(add), 5, rest)
    sys.stderr.write(
        f"\nedit to screen, 1,000 items: {changed:.0f} ms, with a new item {added:.0f} ms; "
        f"floor (passes and repainting) {floor:.0f} ms\n"
    )
    assert max(changed, added) <= max(50.0, 4.0 * floor)


@pytest.mark.benchmark
def test_layout_of_a_thousand_items() -> None:
    plan = large_plan(1000)
    workspace = Workspace(plan)

    def lay_out() -> None:
        map_layout(plan, workspace.schedule, "ja", measure)

    lay_out()
    took = milliseconds(lay_out, 3)
    floor = milliseconds(lambda: sorted(plan.nodes.values(), key=lambda node: node.title))
    sys.stderr.write(f"\nlayout of 1,000 items: {took:.0f} ms (floor: sorting {floor:.1f} ms)\n")
    assert took <= 500.0
