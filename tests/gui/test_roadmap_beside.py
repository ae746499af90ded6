"""A large plan is laid out beside the window; what is at hand is shown at once."""

from collections.abc import Iterator
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from large_plans import large_plan
from strategy_planner.gui.roadmap import beside
from strategy_planner.gui.roadmap.view import RoadmapView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.edits import set_fields


@pytest.fixture
def leave(monkeypatch) -> Iterator[Event]:
    """No layout is made while this is cleared, however fast the machine is."""
    leave, lay_out = Event(), beside.roadmap_parts
    leave.set()

    def when_it_may(*given: object) -> object:
        leave.wait(10)
        return lay_out(*given)

    monkeypatch.setattr(beside, "roadmap_parts", when_it_may)
    yield leave
    leave.set()


@pytest.fixture
def view(qtbot, monkeypatch, leave) -> RoadmapView:
    monkeypatch.setattr(beside, "LARGE", 20)
    leave.clear()
    made = RoadmapView(Workspace(large_plan(60)))
    made.canvas.workspace.setParent(made)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def settle(qtbot, view: RoadmapView, leave: Event) -> None:
    leave.set()
    qtbot.waitUntil(lambda: not view.canvas.is_busy)


def test_the_window_shows_first_that_it_is_at_work_and_then_the_plan(qtbot, view, leave) -> None:
    assert view.canvas.is_busy
    assert "Laying out 60 items" in view.advice.sentence.text()
    settle(qtbot, view, leave)
    assert len(view.canvas.layout_shown.chart.items) == 59
    assert not view.advice.isVisible()


def test_an_edit_keeps_the_old_picture_until_the_new_one_is_ready(qtbot, view, leave) -> None:
    settle(qtbot, view, leave)
    canvas, work = view.canvas, view.canvas.workspace
    before = canvas.layout_shown
    work.do(set_fields(work.plan, "node", "n3", duration="90mo"))
    assert canvas.layout_shown is before
    assert canvas.is_busy
    settle(qtbot, view, leave)
    bars = [
        layout.chart.by_id["n3"].placed.geometry.bar.width
        for layout in (before, canvas.layout_shown)
    ]
    assert bars[1] > bars[0]


def test_all_years_come_back_at_once(qtbot, view, leave) -> None:
    settle(qtbot, view, leave)
    QTest.keyClick(view.canvas, Qt.Key.Key_Plus)
    assert view.canvas.is_busy
    settle(qtbot, view, leave)
    wide = view.canvas.layout_shown.width
    QTest.keyClick(view.canvas, Qt.Key.Key_0)
    assert not view.canvas.is_busy
    assert view.canvas.layout_shown.width < wide


def test_of_two_layouts_asked_for_the_later_is_shown(qtbot, view, leave) -> None:
    settle(qtbot, view, leave)
    work = view.canvas.workspace
    for months in (30, 80):
        work.do(set_fields(work.plan, "node", "n3", duration=f"{months}mo"))
    settle(qtbot, view, leave)
    bar = view.canvas.layout_shown.chart.by_id["n3"].placed.entry
    assert bar.finish == work.schedule.items["n3"].early_finish
