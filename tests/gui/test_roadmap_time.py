"""The roadmap's time axis and lanes in a real window: zoom, years, today, selection."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from strategy_planner.gui.roadmap.habits import Habits, read_habits
from strategy_planner.gui.roadmap.view import RoadmapView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.shapes import Label
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, Organisation, PlanSettings, Track

TODAY = dt.date(2019, 6, 7)


def plan() -> Plan:
    return Plan.from_records(
        [
            PlanSettings(status_date=TODAY, reference_date=TODAY, language="ja"),
            Track(id="t", name="Research"),
            Organisation(id="o", name="内閣府"),
            Node(id="v", kind="vision", number="V-001", title="Vision", date="2045年"),
            Node(id="g", kind="area", number="G-001", title="Health", date="2030年度"),
            Node(id="a", kind="action", number="A-001", title="Survey", track="t", owner="o",
                 date="2020年度", duration="12mo"),
            Node(id="b", kind="action", number="A-002", title="Trial", parent="g", duration="6mo"),
            Link(id="ag", prerequisite="a", dependent="g", relation="requires"),
            Link(id="bg", prerequisite="b", dependent="g", relation="requires"),
            Link(id="gv", prerequisite="g", dependent="v", relation="requires"),
        ]
    )  # fmt: skip


@pytest.fixture
def view(qtbot) -> RoadmapView:
    made = RoadmapView(Workspace(plan()))
    made.canvas.workspace.setParent(made)
    qtbot.addWidget(made)
    made.resize(1000, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def header(view: RoadmapView) -> set[str]:
    shapes = view.canvas.layout_shown.parts.header
    return {shape.text for shape in shapes if isinstance(shape, Label)}


def lanes(view: RoadmapView) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stood in view.canvas.layout_shown.chart.items:
        found.setdefault(stood.box.lane.name, []).append(stood.id)
    return found


def pick(box, index: int) -> None:
    """Choose a line of a list by the keyboard."""
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Home)
    for _ in range(index):
        QTest.keyClick(box, Qt.Key.Key_Down)
    if box.currentIndex() == 0:
        box.activated.emit(0)


def test_quarters_and_months_appear_as_their_years_get_room(view: RoadmapView) -> None:
    assert "Q2" not in header(view)
    pick(view.ribbon.units, 1)
    assert {"Q1", "Q2", "Q3", "Q4"} <= header(view)
    assert view.canvas.unit == "quarter"
    pick(view.ribbon.units, 2)
    assert {"Apr", "Dec"} <= header(view)
    assert view.canvas.unit == "month"
    assert view.ribbon.units.currentText() == "Months"
    pick(view.ribbon.units, 0)
    assert view.zoom == 1.0
    assert "Apr" not in header(view)


def test_western_and_era_years_stand_in_two_lines_in_japanese(view: RoadmapView) -> None:
    view.canvas.workspace.set_language("ja")
    assert {"2019", "R元", "2020", "R2"} <= header(view)
    view.canvas.show_unit("month")
    assert {"4月", "12月"} <= header(view)


def test_far_years_stand_in_blocks_and_near_ones_wide_if_wished(view: RoadmapView) -> None:
    axis = view.canvas.layout_shown.chart.axis
    near, far = axis.column(2019), axis.column(2030)
    assert near[1] - near[0] == pytest.approx(1.75 * (far[1] - far[0]))
    wide, blocks = view.ribbon.years.menu().actions()
    wide.trigger()
    axis = view.canvas.layout_shown.chart.axis
    near, far = axis.column(2019), axis.column(2030)
    assert near[1] - near[0] == pytest.approx(far[1] - far[0])
    blocks.trigger()
    assert {"FY2025–2029", "FY2040–2044"} <= header(view)
    assert view.habits == Habits("track", near_wide=False, far_blocks=True)


def test_lanes_stand_for_tracks_owners_or_areas(view: RoadmapView) -> None:
    assert lanes(view) == {"Research": ["a"], "Without a track": ["b"], "Goal areas": ["g"]}
    pick(view.ribbon.lanes, 1)
    assert lanes(view) == {"内閣府": ["a"], "Without an owner": ["b"], "Goal areas": ["g"]}
    pick(view.ribbon.lanes, 2)
    assert {lane: sorted(items) for lane, items in lanes(view).items()} == {
        "Health": ["a", "b", "g"]
    }
    colours = {stood.id: stood.placed.entry.track for stood in view.canvas.layout_shown.chart.items}
    assert colours == {"a": 1, "b": 7, "g": 7}


def test_what_was_chosen_is_remembered_as_text(view: RoadmapView) -> None:
    told: list[Habits] = []
    view.habits_changed.connect(told.append)
    pick(view.ribbon.lanes, 2)
    assert read_habits(told[-1].text()) == Habits("area")
    assert read_habits("nonsense") == Habits()


@pytest.mark.parametrize("by_key", [False, True])
def test_today_selection_and_all_years_are_one_step_away(view: RoadmapView, *, by_key) -> None:
    canvas = view.canvas
    _, _, whole, today, selection = view.ribbon.buttons

    def ask(button: QToolButton, key: Qt.Key) -> None:
        if by_key:
            QTest.keyClick(canvas, key)
        else:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    canvas.workspace.select(("g",))
    ask(selection, Qt.Key.Key_Z)
    axis, shift = canvas.layout_shown.chart.axis, canvas.view.scroll_x
    left, right = axis.column(2030)
    assert canvas.view.lanes <= left - shift
    assert right - shift <= canvas.viewport().width()
    assert canvas.zoom > 4
    ask(today, Qt.Key.Key_T)
    there = canvas.layout_shown.parts.status_x - canvas.view.scroll_x
    assert canvas.view.lanes <= there <= canvas.viewport().width()
    ask(whole, Qt.Key.Key_0)
    assert canvas.zoom == 1.0
    assert not selection.isHidden()


def test_a_long_bar_keeps_its_title_in_sight(view: RoadmapView) -> None:
    from strategy_planner.gui.roadmap.drawing import words_in_sight

    canvas = view.canvas
    canvas.show_unit("month")
    stood = canvas.layout_shown.chart.by_id["a"]
    bar = stood.placed.geometry.bar
    edge = bar.left + 60
    words = words_in_sight(stood, edge, 1.0).placed.wording.words
    assert edge < words.left
    assert words.right < bar.right


def test_a_year_that_is_seen_in_part_says_its_name_there_or_not_at_all(view: RoadmapView) -> None:
    from strategy_planner.gui.roadmap.years_in_sight import years_in_sight

    view.canvas.workspace.set_language("ja")
    view.canvas.show_unit("month")
    layout = view.canvas.layout_shown
    left, right = layout.chart.axis.column(2020)

    def said(first: float) -> list[tuple[str, float]]:
        shapes = years_in_sight(layout.parts.header, layout.chart.axis, first, first + 2000)
        return [(shape.text, shape.x) for shape in shapes if isinstance(shape, Label)]

    def names(first: float) -> dict[str, float]:
        return dict(said(first))

    seen = names((left + right) / 2)
    assert (left + right) / 2 < seen["2020"] < right
    assert seen["2020"] == seen["R2"]
    assert "2020" not in names(right - 4)
    may = next(x for text, x in said(left - 1) if text == "5月" and x > left)
    assert ("5月", may) not in said(may + 2)
    assert ("5月", may) in said(left)


def menu_at(view: RoadmapView, item: str | None, *, by_key: bool = False) -> dict[str, object]:
    """The actions of the context menu by their words, asked for as a planner would."""
    port = view.canvas.viewport()
    place = QPoint(port.width() - 30, port.height() - 60)
    if item is not None:
        stood, shift = view.canvas.layout_shown.chart.by_id[item], view.canvas.view
        x = stood.placed.geometry.bar.left + 3 - shift.scroll_x
        place = QPoint(round(x), round(stood.centre - shift.scroll_y))
    reason = QContextMenuEvent.Reason
    event = QContextMenuEvent(
        reason.Keyboard if by_key else reason.Mouse, place, port.mapToGlobal(place)
    )
    QApplication.sendEvent(port, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    found = {action.text().split("\t")[0]: action for action in menu.actions() if action.text()}
    menu.close()
    return found


def test_a_right_click_selects_and_offers_what_can_be_done(view: RoadmapView) -> None:
    work, asked = view.canvas.workspace, []
    view.asked.connect(asked.append)
    offered = menu_at(view, "a")
    assert work.selection == ("a",)
    offered["Move later"].trigger()
    assert work.plan.nodes["a"].date == "2021年度"
    menu_at(view, "a")["End later"].trigger()
    assert work.plan.nodes["a"].duration == "24mo"
    menu_at(view, "a")["Take the date away"].trigger()
    assert work.plan.nodes["a"].date is None
    menu_at(view, "a")["Why these dates?"].trigger()
    assert asked == ["why"]


def test_the_menu_key_asks_for_what_is_selected_and_the_ground_has_a_menu(view) -> None:
    view.canvas.workspace.select(("b",))
    assert "Take the date away" in menu_at(view, None, by_key=True)
    assert not menu_at(view, None, by_key=True)["Take the date away"].isEnabled()
    view.canvas.workspace.select(())
    assert set(menu_at(view, None)) >= {"New action", "All years", "To the status date"}


def test_each_stop_is_spoken_as_a_sentence_in_both_languages(view: RoadmapView) -> None:
    canvas = view.canvas
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    spoken = []
    for _ in canvas.stops:
        spoken.append(canvas.accessibleDescription())
        QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert len(set(spoken)) == len(canvas.stops)
    first = next(words for words in spoken if words.startswith("A-001 Survey"))
    assert "Date as written: 2020年度" in first
    assert first.endswith("Needed for G-001 Health.")
    canvas.workspace.select(("g",))
    canvas.workspace.set_language("ja")
    assert "必要とするもの：A-001 Survey、A-002 Trial。" in canvas.accessibleDescription()
