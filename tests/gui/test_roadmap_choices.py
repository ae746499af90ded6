"""The days of the choices on the roadmap: worked out beside the window, painted, and told."""

import datetime as dt
import threading

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from layout.test_roadmap_choices import plan_with_choice
from strategy_planner.analysis.schedule import schedule
from strategy_planner.gui.roadmap import deciding
from strategy_planner.gui.roadmap.canvas import RoadmapCanvas
from strategy_planner.gui.roadmap.speaking import item_words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Gate


@pytest.fixture
def canvas(qtbot: QtBot) -> RoadmapCanvas:
    workspace = Workspace(plan_with_choice())
    workspace.set_language("en")
    made = RoadmapCanvas(workspace)
    workspace.setParent(made)
    qtbot.addWidget(made)
    made.resize(1200, 500)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: bool(made.deciding.choices))
    return made


def star(canvas: RoadmapCanvas) -> float | None:
    return canvas.layout_shown.chart.by_id["s"].placed.geometry.decide


def stands_on(canvas: RoadmapCanvas, day: dt.date) -> bool:
    return star(canvas) == canvas.layout_shown.chart.axis.x(day)


def test_the_star_stands_on_the_roadmap_and_follows_an_edit(
    canvas: RoadmapCanvas, qtbot: QtBot
) -> None:
    assert stands_on(canvas, dt.date(2029, 1, 1))
    work = canvas.workspace
    work.do(set_fields(work.plan, "node", "a", duration="36mo"))
    qtbot.waitUntil(lambda: stands_on(canvas, dt.date(2028, 1, 1)))


def test_an_edit_does_not_wait_for_the_days_of_the_choices(
    canvas: RoadmapCanvas, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, found = threading.Event(), deciding.choice_days

    def held(*args: object) -> object:
        go_on.wait(10)
        return found(*args)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(deciding, "choice_days", held)
    work = canvas.workspace
    before = canvas.layout_shown.chart.by_id["a"].placed.geometry.bar
    work.do(set_fields(work.plan, "node", "a", duration="36mo"))
    assert canvas.layout_shown.chart.by_id["a"].placed.geometry.bar != before
    assert stands_on(canvas, dt.date(2029, 1, 1))
    go_on.set()
    qtbot.waitUntil(lambda: stands_on(canvas, dt.date(2028, 1, 1)))


def test_a_plan_without_choices_has_nothing_to_wait_for(
    canvas: RoadmapCanvas, qtbot: QtBot
) -> None:
    canvas.workspace.open(Plan())
    assert not canvas.deciding.is_busy
    assert not canvas.deciding.choices


def test_the_day_to_decide_is_told_on_arriving_and_where_the_pointer_is(
    canvas: RoadmapCanvas, qtbot: QtBot
) -> None:
    canvas.workspace.select(["s"])
    assert "Decide by 1 Jan 2029" in canvas.accessibleDescription()
    assert "The first option closes on 1 Jan 2026" in canvas.accessibleDescription()
    stop = canvas.stop("s")
    assert stop is not None
    x, y = canvas.view.place(*stop.middle)
    place = canvas.viewport().rect().topLeft()
    place.setX(round(x))
    place.setY(round(y))
    event = QHelpEvent(QEvent.Type.ToolTip, place, canvas.viewport().mapToGlobal(place))
    QApplication.sendEvent(canvas.viewport(), event)
    assert "Decide by 1 Jan 2029" in QToolTip.text()
    QToolTip.hideText()


def test_the_day_to_apply_at_a_gate_is_told_too(qtbot: QtBot) -> None:
    plan = plan_with_choice(Gate(id="g", name="Budget", on=("08-31",), leads="7mo"))
    plan.apply(set_fields(plan, "node", "a", gate="g"))
    words = item_words(plan, schedule(plan), "a", "en")
    assert "Apply to “Budget” by 31 Aug 2019" in words
