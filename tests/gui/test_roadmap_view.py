"""The roadmap in a real window: what is painted, and what mouse and keys do."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QFont, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QStackedWidget, QToolButton, QToolTip, QWidget

from strategy_planner.gui.roadmap.drawing import ring_box
from strategy_planner.gui.roadmap.view import RoadmapView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, PlanSettings, Track

TODAY = dt.date(2019, 6, 7)
SETTINGS = PlanSettings(status_date=TODAY, reference_date=TODAY, language="ja")
VISION = Node(id="v", kind="vision", number="V-001", title="Vision", date="2030年")


def link(prerequisite: str, dependent: str, relation="requires") -> Link:
    return Link(
        id=f"{prerequisite}-{dependent}",
        prerequisite=prerequisite,
        dependent=dependent,
        relation=relation,
    )


def action(id_: str, track: str | None = "t1", **fields) -> Node:
    return Node(
        id=id_, kind="action", number=id_.upper(), title=f"Title {id_}", track=track, **fields
    )


def small_plan() -> Plan:
    return Plan.from_records(
        [
            SETTINGS,
            Track(id="t1", name="Research", order=1),
            Track(id="t2", name="Rules", order=2),
            VISION,
            action("a", duration="24mo"),
            action("b", duration="36mo"),
            action("c", "t2", date="2021年度内"),
            action("u", None),
            link("a", "b"),
            link("b", "v"),
        ]
    )


def long_plan() -> Plan:
    items = [action(f"n{index}", date="2022年度内") for index in range(80)]
    return Plan.from_records([SETTINGS, Track(id="t1", name="Research"), VISION, *items])


@pytest.fixture
def show(qtbot):
    def shown(plan: Plan, width=1000, height=400) -> RoadmapView:
        view = RoadmapView(Workspace(plan))
        qtbot.addWidget(view)
        view.resize(width, height)
        with qtbot.waitExposed(view):
            view.show()
        return view

    return shown


def spot(view: RoadmapView, item: str) -> QPoint:
    """The middle of an item's bar in the window."""
    canvas = view.canvas
    x, y, width, height = ring_box(canvas.view, canvas.stop(item))
    shift = canvas.view
    return QPoint(round(x + width / 2 - shift.scroll_x), round(y + height / 2 - shift.scroll_y))


def click(view: RoadmapView, item: str) -> None:
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, item))


def selected(view: RoadmapView) -> tuple[str, ...]:
    return view.canvas.workspace.selection


def press(view: RoadmapView, key: Qt.Key, modifier=Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(view.canvas, key, modifier)


def colour_at(view: RoadmapView, point: QPoint) -> str:
    return view.canvas.viewport().grab().toImage().pixelColor(point).name().upper()


def test_a_click_selects_the_item_under_it_on_every_view(show):
    view = show(small_plan())
    heard = []
    view.canvas.workspace.selection_changed.connect(heard.append)
    click(view, "b")
    assert heard == [("b",)]


def test_ctrl_click_adds_to_the_selection_and_takes_out_again(show):
    view = show(small_plan())
    click(view, "a")
    for expected in (("b", "a"), ("a",)):
        QTest.mouseClick(
            view.canvas.viewport(),
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.ControlModifier,
            spot(view, "b"),
        )
        assert selected(view) == expected


def test_a_double_click_and_enter_and_f2_ask_to_open(show):
    view = show(small_plan())
    asked = []
    view.open_requested.connect(asked.append)
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=spot(view, "a"))
    click(view, "b")
    press(view, Qt.Key.Key_Return)
    press(view, Qt.Key.Key_F2)
    assert asked == ["a", "b", "b"]


def test_the_bar_is_painted_in_its_track_and_the_vision_in_the_accent(show):
    view = show(small_plan())
    layout, theme = view.canvas.layout_shown, view.canvas.workspace.theme
    bar = layout.chart.by_id["b"].placed.geometry.bar
    inside = QPoint(round(bar.right) - 4, spot(view, "b").y())
    assert colour_at(view, inside) == theme.colour("track1.solid").upper()
    wall = QPoint(round(layout.parts.vision_x), spot(view, "b").y())
    assert colour_at(view, wall) == theme.colour("accent").upper()


def test_the_dark_scheme_is_painted_at_once(show):
    view = show(small_plan())
    ground = QPoint(view.canvas.viewport().width() - 20, 200)
    view.canvas.workspace.set_scheme("dark")
    assert QColor(colour_at(view, ground)).lightness() < 60


def test_arrows_travel_through_items_vision_and_undated(show):
    view = show(small_plan())
    click(view, "a")
    visited = []
    for _ in range(4):
        press(view, Qt.Key.Key_Down)
        visited += selected(view)
    assert visited == ["b", "c", "v", "u"]
    press(view, Qt.Key.Key_Up)
    assert selected(view) == ("v",)
    press(view, Qt.Key.Key_Home)
    assert selected(view) == ("a",)
    press(view, Qt.Key.Key_End)
    assert selected(view) == ("u",)


def test_ctrl_arrows_follow_links(show):
    view = show(small_plan())
    ctrl = Qt.KeyboardModifier.ControlModifier
    click(view, "b")
    press(view, Qt.Key.Key_Left, ctrl)
    assert selected(view) == ("a",)
    press(view, Qt.Key.Key_Right, ctrl)
    press(view, Qt.Key.Key_Right, ctrl)
    assert selected(view) == ("v",)


def test_the_chain_that_drives_an_item_is_selected_by_a_key(show):
    view = show(small_plan())
    click(view, "b")
    press(view, Qt.Key.Key_C)
    assert selected(view) == ("b", "a", "v")
    assert [route.link for route in view.canvas.layout_shown.routes] == ["a-b"]


def test_the_selected_item_shows_what_drives_it_and_is_ringed(show):
    view = show(small_plan())
    before = view.canvas.viewport().grab().toImage()
    click(view, "b")
    assert [route.link for route in view.canvas.layout_shown.routes] == ["a-b"]
    x, y, _, _ = ring_box(view.canvas.view, view.canvas.stop("b"))
    ring = QPoint(round(x) + 10, round(y) - 3)
    painted, ground = QColor(colour_at(view, ring)), before.pixelColor(ring)
    assert painted.hslHue() == pytest.approx(QColor("#2A4FB8").hslHue(), abs=6)
    assert painted.lightness() < ground.lightness() - 60


def test_the_selection_of_another_view_is_brought_into_sight(show):
    view = show(long_plan())
    view.canvas.workspace.select(("n79",))
    assert view.canvas.verticalScrollBar().value() > 0
    box = view.canvas.viewport().rect()
    assert box.contains(spot(view, "n79"))


def test_the_header_stays_when_scrolled_down_and_lanes_when_moved_sideways(show):
    view = show(long_plan())
    canvas = view.canvas
    top = canvas.viewport().grab().toImage()
    canvas.verticalScrollBar().setValue(300)
    moved = canvas.viewport().grab().toImage()
    header = canvas.view.header
    assert _strip(top, 0, 0, 900, int(header) - 2) == _strip(moved, 0, 0, 900, int(header) - 2)
    canvas.zoom_by(6)
    canvas.horizontalScrollBar().setValue(500)
    lanes = int(canvas.view.lanes)
    band = canvas.viewport().grab().toImage()
    below = int(canvas.view.header)
    assert _strip(band, 0, below, 8, 200) == _strip(moved, 0, int(header), 8, 200)
    assert canvas.view.point(lanes - 5, 200) is None


def _strip(image, x, y, width, height):
    return image.copy(x, y, width, height)


def test_ctrl_wheel_zooms_about_the_pointer_and_keys_zoom_and_fit(show):
    view = show(small_plan())
    canvas = view.canvas
    place = QPointF(600, 200)
    day = canvas.layout_shown.chart.axis.day(600)
    event = QWheelEvent(
        place,
        canvas.viewport().mapToGlobal(place),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ControlModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas.viewport(), event)
    assert canvas.zoom > 1.5
    after = canvas.layout_shown.chart.axis.day(600 + canvas.horizontalScrollBar().value())
    assert abs((after - day).days) < 5
    press(view, Qt.Key.Key_0)
    assert canvas.zoom == 1.0
    assert canvas.horizontalScrollBar().maximum() == 0
    press(view, Qt.Key.Key_Plus)
    press(view, Qt.Key.Key_Minus)
    assert canvas.zoom == 1.0


def test_free_ground_is_dragged_to_pan(show):
    view = show(long_plan())
    port = view.canvas.viewport()
    start = QPoint(230, 250)
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, start - QPoint(0, 80))
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=start - QPoint(0, 80))
    assert view.canvas.verticalScrollBar().value() == 80
    assert selected(view) == ()


def test_an_undated_item_put_on_a_year_is_dated_and_can_be_undone(show):
    view = show(small_plan())
    canvas, work = view.canvas, view.canvas.workspace
    left, right = canvas.layout_shown.chart.axis.column(2023)
    start, goal = spot(view, "u"), QPoint(round((left + right) / 2), 70)
    port = canvas.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port, (start + goal) / 2)
    QTest.mouseMove(port, goal)
    QTest.mouseRelease(port, Qt.MouseButton.LeftButton, pos=goal)
    assert work.plan.nodes["u"].date == "2023年度"
    assert "u" in canvas.layout_shown.chart.by_id
    work.undo_stack.undo()
    assert work.plan.nodes["u"].date is None
    assert "u" not in canvas.layout_shown.chart.by_id


def test_a_click_on_an_undated_item_alone_dates_nothing(show):
    view = show(small_plan())
    click(view, "u")
    assert selected(view) == ("u",)
    assert view.canvas.workspace.plan.nodes["u"].date is None


def test_an_edit_moves_the_bar_and_repaints_only_its_rows(show, monkeypatch):
    view = show(small_plan())
    canvas = view.canvas
    before = canvas.layout_shown.chart.by_id["c"].placed.geometry.bar
    QApplication.processEvents()
    painted = []
    monkeypatch.setattr(
        "strategy_planner.gui.roadmap.surface.paint_roadmap",
        lambda *given: painted.append(given[-1]),
    )
    canvas.workspace.do(set_fields(canvas.workspace.plan, "node", "c", date="2022年度内"))
    QApplication.processEvents()
    after = canvas.layout_shown.chart.by_id["c"].placed.geometry.bar
    assert after.right > before.right
    assert painted
    assert all(area.height() < 60 for area in painted)


def test_a_hidden_roadmap_does_no_work_and_catches_up_when_shown(show):
    view = show(small_plan())
    before = view.canvas.layout_shown
    view.hide()
    work = view.canvas.workspace
    work.do(set_fields(work.plan, "node", "c", date="2024年度内"))
    assert view.canvas.layout_shown is before
    view.show()
    assert view.canvas.layout_shown is not before


def test_the_language_changes_at_once(show):
    view = show(small_plan())
    view.canvas.workspace.set_language("ja")
    assert view.canvas.accessibleName() == "ロードマップ"
    assert "基準日 2019年6月7日" in {word.text for word in view.canvas.layout_shown.parts.foot}
    names = [button.accessibleName() for button in view.ribbon.buttons]
    assert names[:3] == ["年の幅を狭く", "年の幅を広く", "全期間"]
    assert view.ribbon.lanes.accessibleName() == "レーン"


def test_what_is_selected_is_told_with_its_exact_days(show):
    view = show(small_plan())
    click(view, "b")
    told = view.canvas.accessibleDescription().split(". ")
    assert told[0] == "B Title b"
    assert "Earliest: 7 Jun 2021 to 6 Jun 2024" in told
    assert any(line.startswith("Slack ") for line in told)
    assert told[-2:] == ["Needs A Title a", "Needed for V-001 Vision."]


def test_the_tooltip_has_the_exact_days(show):
    view = show(small_plan())
    place = spot(view, "c")
    port = view.canvas.viewport()
    QApplication.sendEvent(port, QHelpEvent(QEvent.Type.ToolTip, place, port.mapToGlobal(place)))
    lines = QToolTip.text().splitlines()
    QToolTip.hideText()
    assert lines[0] == "C Title c"
    assert lines[1].startswith("Date as written: 2021年度内 (")
    assert "Latest: 31 Mar 2022" in lines


def test_the_words_of_the_vision_stay_at_the_lower_edge_and_select_it(show):
    view = show(long_plan())
    canvas = view.canvas
    assert canvas.view.foot_floats
    x = canvas.layout_shown.parts.vision_x
    place = QPoint(round(x) - 4, round(canvas.view.foot_y + canvas.view.foot_height / 2))
    QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert selected(view) == ("v",)


def test_larger_text_makes_larger_rows(show):
    view = show(small_plan())
    row = view.canvas.layout_shown.parts.options.row
    font = QFont(view.font())
    font.setPixelSize(24)
    view.setFont(font)
    assert view.canvas.layout_shown.parts.options.row == 2 * row


def test_the_text_scale_of_the_window_is_followed(show):
    view = show(small_plan())
    row, button = view.canvas.layout_shown.parts.options.row, view.ribbon.findChild(QToolButton)
    before = button.sizeHint().height()
    view.set_text_scale(2.0)
    assert view.canvas.layout_shown.parts.options.row == 2 * row
    assert button.sizeHint().height() > 1.4 * before


@pytest.mark.parametrize(
    ("records", "words"),
    [
        ([VISION], "Nothing leads to the vision yet."),
        ([VISION, action("u", None)], "No item has a date yet."),
        (
            [Node(id="v", kind="vision", title="V"), action("a", None, date="2020年度")],
            "The vision has no date",
        ),
        ([VISION, action("a", None, date="2020年度")], "No chain leads to the vision of 2030"),
    ],
)
def test_a_roadmap_that_says_little_says_why_and_what_to_do(show, records, words):
    view = show(Plan.from_records([SETTINGS, *records]))
    assert view.advice.isVisible()
    assert words in view.advice.sentence.text()


def test_advice_goes_when_a_chain_reaches_the_vision(show):
    view = show(small_plan())
    assert not view.advice.isVisible()


def test_advice_leads_to_the_vision(show):
    view = show(Plan.from_records([SETTINGS, VISION, action("a", None, date="2020年度")]))
    QTest.mouseClick(view.advice.button, Qt.MouseButton.LeftButton)
    assert selected(view) == ("v",)


def test_the_ribbon_widens_narrows_and_shows_all_years(show):
    view = show(small_plan())
    told = []
    view.zoom_changed.connect(told.append)
    narrower, wider, whole, _, _ = view.ribbon.buttons
    assert not narrower.isEnabled()
    QTest.mouseClick(wider, Qt.MouseButton.LeftButton)
    QTest.mouseClick(wider, Qt.MouseButton.LeftButton)
    QTest.mouseClick(narrower, Qt.MouseButton.LeftButton)
    assert view.canvas.zoom == pytest.approx(1.25)
    QTest.mouseClick(whole, Qt.MouseButton.LeftButton)
    assert view.zoom == 1.0
    assert told == [pytest.approx(zoom) for zoom in (1.25, 1.5625, 1.25, 1.0)]


def test_an_empty_plan_and_another_plan_are_shown(show):
    view = show(Plan())
    view.canvas.workspace.open(small_plan())
    assert len(view.canvas.layout_shown.chart.items) == 3
    view.canvas.workspace.open(Plan())
    assert view.canvas.layout_shown.chart.items == ()


def test_a_roadmap_that_comes_into_a_standing_window_shows_and_names_what_is_selected(qtbot):
    window, work = QStackedWidget(), Workspace(long_plan())
    qtbot.addWidget(window)
    work.setParent(window)
    window.addWidget(QWidget())
    window.resize(900, 500)
    with qtbot.waitExposed(window):
        window.show()
    work.select(("n79",))
    view = RoadmapView(work)
    window.addWidget(view)
    window.setCurrentWidget(view)
    assert view.canvas.accessibleName() == "Roadmap"
    assert view.canvas.verticalScrollBar().value() > 0
