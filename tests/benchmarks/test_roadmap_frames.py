"""Frames of the roadmap at 1,000 and 10,000 items, against painting what is already there."""

import sys
import time
from collections.abc import Callable
from statistics import median

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from large_plans import large_plan
from strategy_planner.gui.collecting import collect_here
from strategy_planner.gui.roadmap.view import RoadmapView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.edits import set_fields


def milliseconds(work: Callable[[], object], repeats: int) -> float:
    times = []
    for _ in range(repeats):
        start = time.perf_counter()
        work()
        times.append(1000 * (time.perf_counter() - start))
    return median(times)


def shown(qtbot: QtBot, count: int) -> RoadmapView:
    """In a window, with garbage collected between two events as in the program."""
    application = QApplication.instance()
    assert application is not None
    collect_here(application)
    workspace = Workspace(large_plan(count))
    view = RoadmapView(workspace)
    workspace.setParent(view)
    qtbot.addWidget(view)
    view.resize(1140, 800)
    with qtbot.waitExposed(view):
        view.show()
    qtbot.waitUntil(lambda: len(view.canvas.layout_shown.chart.items) > count / 2, timeout=60_000)
    QApplication.processEvents()
    return view


def pan_frame(view: RoadmapView) -> float:
    """A step down and sideways, painted."""
    canvas = view.canvas
    across, down = canvas.horizontalScrollBar(), canvas.verticalScrollBar()

    def step() -> None:
        across.setValue(across.value() + 7)
        down.setValue(down.value() + 23)
        canvas.viewport().repaint()

    down.setValue(down.maximum() // 2)
    return milliseconds(step, 40)


def told(words: str, **figures: float) -> None:
    said = ", ".join(f"{name} {value:.1f} ms" for name, value in figures.items())
    sys.stderr.write(f"\nroadmap, {words}: {said}\n")


@pytest.mark.benchmark
def test_frames_of_a_thousand_items(qtbot: QtBot) -> None:
    view = shown(qtbot, 1_000)
    canvas, work = view.canvas, view.canvas.workspace
    floor = milliseconds(canvas.viewport().repaint, 20)
    fitted = pan_frame(view)
    canvas.show_unit("quarter")
    pan = pan_frame(view)

    def zoom_step() -> None:
        canvas.zoom_by(0.5)
        canvas.viewport().repaint()

    zoom = milliseconds(zoom_step, 6)
    canvas.fit()
    drag = drag_frame(view)

    def edit() -> None:
        turn = work.undo_stack.count()
        work.do(set_fields(work.plan, "node", f"n{turn * 40}", duration=f"{turn + 2}mo"))
        canvas.viewport().repaint()

    edited = milliseconds(edit, 20)
    told("1,000 items", floor=floor, pan=pan, fitted=fitted, zoom=zoom, drag=drag, edit=edited)
    assert max(pan, fitted) <= max(16.0, 3.5 * floor)
    assert drag <= max(16.0, 4.0 * floor)
    assert edited <= max(50.0, 9.0 * floor)


def drag_frame(view: RoadmapView) -> float:
    """Another period under the pointer: both passes, what they change, and the paint."""
    canvas = view.canvas
    canvas.verticalScrollBar().setValue(0)
    stop = next(stop for stop in canvas.stops if stop.y > 60)
    axis, y = canvas.layout_shown.chart.axis, stop.middle[1]
    begun = canvas.layout_shown.chart.by_id[stop.id].placed.geometry.bar.left + 2
    canvas.carrier.take(stop, QPointF(begun, y))
    years = iter([*axis.years[3:23]] * 2)

    def step() -> None:
        x = sum(axis.column(next(years))) / 2
        canvas.carrier.carry(QPointF(x, y))
        QApplication.processEvents()

    step()
    taken = milliseconds(step, 15)
    assert canvas.carrier.drag is not None
    assert canvas.carrier.drag.preview is not None
    canvas.carrier.cancel()
    return taken


@pytest.mark.benchmark
def test_frames_of_ten_thousand_items(qtbot: QtBot) -> None:
    view = shown(qtbot, 10_000)
    canvas = view.canvas

    def look_closely() -> None:
        canvas.show_unit("quarter")
        qtbot.waitUntil(lambda: not canvas.is_busy, timeout=60_000)
        canvas.viewport().repaint()

    look_closely()
    floor = milliseconds(canvas.viewport().repaint, 10)
    pan = pan_frame(view)

    def fit() -> None:
        canvas.fit()
        canvas.viewport().repaint()

    taken = []
    for _ in range(3):
        look_closely()
        taken.append(milliseconds(fit, 1))
    told("10,000 items", floor=floor, pan=pan, fit=median(taken))
    assert pan <= max(33.0, 3.5 * floor)
    assert median(taken) <= max(150.0, 16.0 * floor)
