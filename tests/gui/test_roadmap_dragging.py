"""Items carried along the time axis, by the mouse and by keys, in a real window."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from strategy_planner.gui.roadmap.view import RoadmapView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.roadmap import preview
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, PlanSettings, Track

TODAY = dt.date(2019, 6, 7)
LEFT, ALT = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def plan(language: str = "ja") -> Plan:
    def item(id_: str, **fields) -> Node:
        return Node(id=id_, kind="action", number=id_, title=f"Title {id_}", track="t", **fields)

    return Plan.from_records(
        [
            PlanSettings(status_date=TODAY, reference_date=TODAY, language=language),
            Track(id="t", name="Research"),
            Node(id="v", kind="vision", number="V-001", title="Vision", date="2030年"),
            item("A-1", date="2021年度目途"),
            item("A-2", date="2020年度", duration="12mo"),
            item("A-3", duration="24mo"),
            item("A-4", date="2020年度", status="done"),
            item("A-5"),
            Link(id="1", prerequisite="A-2", dependent="A-3", relation="requires"),
            Link(id="2", prerequisite="A-3", dependent="v", relation="requires"),
        ]
    )


@pytest.fixture
def view(qtbot) -> RoadmapView:
    made = RoadmapView(Workspace(plan()))
    made.canvas.workspace.setParent(made)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def spot(view: RoadmapView, item: str, *, end: bool = False) -> QPoint:
    stood = view.canvas.layout_shown.chart.by_id[item]
    bar, shift = stood.placed.geometry.bar, view.canvas.view
    x = bar.right - 1 if end else bar.left + min(6, bar.width / 3)
    return QPoint(round(x - shift.scroll_x), round(stood.centre - shift.scroll_y))


def years_on(view: RoadmapView, place: QPoint, years: int) -> QPoint:
    """The place as far into the period ``years`` later."""
    axis = view.canvas.layout_shown.chart.axis
    day = axis.day(place.x())
    return QPoint(round(axis.x(day.replace(year=day.year + years)) + 1), place.y())


def carry(view: RoadmapView, start: QPoint, goal: QPoint) -> None:
    port = view.canvas.viewport()
    QTest.mousePress(port, LEFT, pos=start)
    QTest.mouseMove(port, (start + goal) / 2)
    QTest.mouseMove(port, goal)
    QApplication.processEvents()


def let_go(view: RoadmapView, place: QPoint) -> None:
    QTest.mouseRelease(view.canvas.viewport(), LEFT, pos=place)


def drag(view: RoadmapView, start: QPoint, goal: QPoint) -> None:
    carry(view, start, goal)
    let_go(view, goal)


def node(view: RoadmapView, item: str) -> Node:
    return view.canvas.workspace.plan.nodes[item]


def test_a_dragged_item_says_what_it_now_means_and_an_aim_stays_an_aim(view) -> None:
    work = view.canvas.workspace
    start = spot(view, "A-1")
    drag(view, start, years_on(view, start, 2))
    assert node(view, "A-1").date == "2023年度目途"
    assert work.undo_stack.count() == 1
    work.undo_stack.undo()
    assert node(view, "A-1").date == "2021年度目途"


def test_other_dates_answer_before_the_mouse_is_released(view) -> None:
    canvas = view.canvas
    heard = []
    canvas.workspace.changed.connect(heard.append)
    start = spot(view, "A-2")
    goal = years_on(view, start, 1)
    carry(view, start, goal)
    shown = canvas.marked().drag
    assert shown.said == "2020年度 → 2021年度"
    assert shown.preview.words["A-3"] == "June 2022 → April 2023"
    now = canvas.layout_shown.chart.by_id["A-3"].placed.geometry.bar
    assert shown.preview.stood["A-3"].placed.geometry.bar.left > now.left
    assert shown.preview.verdict is not None
    assert shown.preview.verdict[1].startswith("In time, with")
    assert heard == []
    assert node(view, "A-2").date == "2020年度"
    let_go(view, goal)
    assert len(heard) == 1
    assert canvas.layout_shown.chart.by_id["A-3"].placed.geometry.bar.left > now.left


def test_the_old_place_and_the_effect_are_painted(view) -> None:
    start = spot(view, "A-2")
    goal = years_on(view, start, 1)
    before = view.canvas.viewport().grab().toImage()
    carry(view, start, goal)
    shown = view.canvas.marked().drag.preview.stood["A-3"]
    place = QPoint(round(shown.placed.geometry.bar.right) - 3, round(shown.centre))
    after = view.canvas.viewport().grab().toImage()
    assert before.pixelColor(place) != after.pixelColor(place)


def test_escape_puts_everything_back(view) -> None:
    start = spot(view, "A-2")
    goal = years_on(view, start, 1)
    carry(view, start, goal)
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    assert view.canvas.marked().drag is None
    let_go(view, goal)
    assert node(view, "A-2").date == "2020年度"
    assert view.canvas.workspace.undo_stack.count() == 0


def test_the_passes_run_once_for_each_period_and_not_for_each_pixel(view, monkeypatch) -> None:
    runs = []
    real = preview.rescheduled

    def counted(*given):
        runs.append(given)
        return real(*given)

    monkeypatch.setattr(preview, "rescheduled", counted)
    start = spot(view, "A-2")
    goal = years_on(view, start, 1)
    port = view.canvas.viewport()
    QTest.mousePress(port, LEFT, pos=start)
    for x in range(start.x(), goal.x() + 1):
        QTest.mouseMove(port, QPoint(x, start.y()))
        QApplication.processEvents()
    assert 1 <= len(runs) <= 2
    let_go(view, goal)


def test_the_end_of_a_duration_changes_the_duration(view, qtbot) -> None:
    start = spot(view, "A-2", end=True)
    pane = view.canvas.viewport()
    QTest.mouseMove(pane, start)
    qtbot.waitUntil(lambda: pane.cursor().shape() == Qt.CursorShape.SizeHorCursor)
    drag(view, start, years_on(view, start, 1))
    assert (node(view, "A-2").date, node(view, "A-2").duration) == ("2020年度", "24mo")


def test_the_precision_is_that_of_the_zoom(view) -> None:
    view.canvas.show_unit("month")
    view.canvas.workspace.select(("A-2",))
    start = spot(view, "A-2")
    axis, shift = view.canvas.layout_shown.chart.axis, view.canvas.view.scroll_x
    day = axis.day(start.x() + shift)
    later = (day.replace(day=1) + dt.timedelta(45)).replace(day=10)
    goal = QPoint(round(axis.x(later) - shift), start.y())
    drag(view, start, goal)
    assert node(view, "A-2").date == "2020年5月"


def test_a_finished_item_is_not_moved_and_says_why(view) -> None:
    told = []
    view.canvas.workspace.refused.connect(told.append)
    start = spot(view, "A-4")
    drag(view, start, years_on(view, start, 1))
    assert node(view, "A-4").date == "2020年度"
    assert "is done" in told[0].message.into("en")


def test_a_click_moves_nothing(view) -> None:
    QTest.mouseClick(view.canvas.viewport(), LEFT, pos=spot(view, "A-2"))
    assert view.canvas.workspace.selection == ("A-2",)
    assert view.canvas.workspace.undo_stack.count() == 0


def test_keys_move_an_item_and_its_end_by_one_period(view) -> None:
    work = view.canvas.workspace
    work.select(("A-1",))
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, ALT)
    assert node(view, "A-1").date == "2022年度目途"
    QTest.keyClick(view.canvas, Qt.Key.Key_Left, ALT)
    assert node(view, "A-1").date == "2021年度目途"
    work.select(("A-2",))
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, ALT | SHIFT)
    assert node(view, "A-2").duration == "24mo"
    assert work.undo_stack.count() == 3


def test_keys_date_an_undated_item_and_move_the_vision(view) -> None:
    work = view.canvas.workspace
    work.select(("A-5",))
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, ALT)
    assert node(view, "A-5").date == "2019年度"
    work.select(("v",))
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, ALT)
    assert node(view, "v").date == "2031年"


def test_the_vision_can_be_dragged_by_its_words(view) -> None:
    canvas = view.canvas
    stop = canvas.stop("v")
    start = QPoint(round(stop.middle[0]) - 4, round(stop.middle[1]))
    carry(view, start, years_on(view, start, -1))
    assert canvas.marked().drag.preview.visions
    let_go(view, years_on(view, start, -1))
    assert node(view, "v").date == "2029年"


def test_a_plan_in_english_is_dated_in_english(qtbot) -> None:
    made = RoadmapView(Workspace(plan("en")))
    made.canvas.workspace.setParent(made)
    qtbot.addWidget(made)
    made.resize(1100, 500)
    with qtbot.waitExposed(made):
        made.show()
    start = spot(made, "A-2")
    drag(made, start, years_on(made, start, 1))
    assert node(made, "A-2").date == "FY2021"


def test_at_the_edge_of_the_window_the_time_moves_on(view, qtbot) -> None:
    canvas = view.canvas
    canvas.show_unit("month")
    canvas.workspace.select(("A-2",))
    before = canvas.view.scroll_x
    start = spot(view, "A-2", end=True)
    carry(view, start, QPoint(canvas.viewport().width() - 4, start.y()))
    qtbot.waitUntil(lambda: canvas.view.scroll_x > before + 200)
    moved = canvas.marked().drag.step[1]
    carried = canvas.layout_shown.chart.axis.day(canvas.viewport().width() - 4 + before)
    begun = canvas.layout_shown.chart.axis.day(start.x() + before)
    assert moved > (carried - begun).days / 31
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    stood = canvas.view.scroll_x
    let_go(view, start)
    assert canvas.view.scroll_x == stood
    assert canvas.workspace.undo_stack.count() == 0


def test_one_of_several_selected_carries_all_in_one_step(view) -> None:
    work, heard = view.canvas.workspace, []
    view.told.connect(heard.append)
    work.select(("A-1", "A-2", "A-4"))
    start = spot(view, "A-2")
    goal = years_on(view, start, 1)
    carry(view, start, goal)
    shown = view.canvas.marked().drag
    assert shown.said == "Move 2 of 3 items　2020年度 → 2021年度"
    assert {"A-1", "A-2", "A-3"} <= set(shown.preview.stood)
    let_go(view, goal)
    assert [node(view, item).date for item in ("A-1", "A-2")] == ["2022年度目途", "2021年度"]
    assert node(view, "A-4").date == "2020年度"
    assert set(work.selection) == {"A-1", "A-2", "A-4"}
    assert [told.into("ja") for told in heard] == ["3件のうち2件を移す"]
    work.undo_stack.undo()
    assert [node(view, item).date for item in ("A-1", "A-2")] == ["2021年度目途", "2020年度"]
    assert work.undo_stack.index() == 0


def test_keys_move_all_that_is_selected(view) -> None:
    work, heard = view.canvas.workspace, []
    view.told.connect(heard.append)
    work.select(("A-2", "A-1"))
    QTest.keyClick(view.canvas, Qt.Key.Key_Right, ALT)
    assert [node(view, item).date for item in ("A-1", "A-2")] == ["2022年度目途", "2021年度"]
    assert [told.into("en") for told in heard] == ["Move 2 items"]
    work.undo_stack.undo()
    assert node(view, "A-1").date == "2021年度目途"


def test_several_are_selected_and_moved_by_keys_alone(view) -> None:
    canvas, work = view.canvas, view.canvas.workspace
    more = SHIFT | Qt.KeyboardModifier.ControlModifier
    stops = [stop.id for stop in canvas.stops]
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    while not {"A-1", "A-2"} <= set(work.selection):
        before = work.selection
        QTest.keyClick(canvas, Qt.Key.Key_Down, more)
        assert len(work.selection) == len(before) + 1 <= len(stops)
    chosen = work.selection
    QTest.keyClick(canvas, Qt.Key.Key_Down, more)
    QTest.keyClick(canvas, Qt.Key.Key_Up, more)
    assert work.selection == chosen
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert [node(view, item).date for item in ("A-1", "A-2")] == ["2022年度目途", "2021年度"]
    assert work.undo_stack.count() == 1


def test_a_click_on_one_of_several_selects_it_alone(view) -> None:
    work = view.canvas.workspace
    work.select(("A-1", "A-2"))
    QTest.mouseClick(view.canvas.viewport(), LEFT, pos=spot(view, "A-2"))
    assert work.selection == ("A-2",)
    assert work.undo_stack.count() == 0


def test_escape_while_carrying_several_keeps_them_selected(view) -> None:
    work = view.canvas.workspace
    work.select(("A-1", "A-2"))
    start = spot(view, "A-2")
    carry(view, start, years_on(view, start, 1))
    QTest.keyClick(view.canvas, Qt.Key.Key_Escape)
    let_go(view, start)
    assert set(work.selection) == {"A-1", "A-2"}
    assert work.undo_stack.count() == 0
