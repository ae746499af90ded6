"""Moving over the map and seeing the whole of it, at 1,000 and at 10,000 items."""

import sys
import time
from collections.abc import Callable
from functools import partial
from statistics import median

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from large_plans import large_plan
from strategy_planner.gui.map import MapView
from strategy_planner.gui.workspace import Workspace

READING = 0.75
FRAMES = 40


def milliseconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


@pytest.mark.benchmark
@pytest.mark.parametrize(("count", "limit"), [(1000, 16.0), (10_000, 33.0)])
def test_a_frame_while_moving_and_the_whole_map(
    count: int, limit: float, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")
    workspace = Workspace(large_plan(count))
    view = MapView(workspace)
    workspace.setParent(view)
    qtbot.addWidget(view)
    view.resize(1200, 760)
    with qtbot.waitExposed(view):
        view.show()
    stall = 0.0
    while view.keeper.is_busy:
        stall = max(stall, milliseconds(QApplication.processEvents))
    view.canvas.set_zoom(READING)
    view.canvas.viewport().repaint()

    def frame(step: int) -> None:
        view.canvas.move_by(step, step // 3)
        view.canvas.viewport().repaint()

    steps = [12] * (FRAMES // 2) + [-12] * (FRAMES // 2)
    times = [milliseconds(partial(frame, step)) for step in steps]

    def whole() -> None:
        view.fit()
        view.canvas.viewport().repaint()

    fits = [milliseconds(whole) for _ in range(3)]
    sys.stderr.write(
        f"\n{count} items: a frame while moving {median(times):.0f} ms, the whole map "
        f"{median(fits):.0f} ms, longest stall while it was laid out {stall:.0f} ms\n"
    )
    assert median(times) <= limit
    assert median(fits) <= 150.0
