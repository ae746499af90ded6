"""The map in a real window: gestures and keys become edits, and the picture follows them."""

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QInputMethodEvent, QInputMethodQueryEvent, QPaintEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from map_windows import centre, chain, draw, link, node, opened, plan_of, port, press
from strategy_planner.bundled import bundled
from strategy_planner.gui.map import MapView
from strategy_planner.gui.map.items import FrameItem
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    return opened(qtbot, chain())


def compose(view: MapView, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(view.canvas.editor, event)


def test_a_click_selects_and_shift_adds(view: MapView) -> None:
    ground = view.canvas.viewport()
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=centre(view, "a"))
    assert view.workspace.selection == ("a",)
    shift = Qt.KeyboardModifier.ShiftModifier
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, shift, centre(view, "b"))
    assert set(view.workspace.selection) == {"a", "b"}
    QTest.mouseClick(ground, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
    assert view.workspace.selection == ()


def test_a_rubber_band_selects_what_it_touches(view: MapView) -> None:
    boxes = [QRect(centre(view, id_), centre(view, id_)) for id_ in "ab"]
    area = boxes[0].united(boxes[1]).adjusted(-160, -70, 20, 0)
    gesture = draw(view, area.topLeft(), area.bottomRight())
    next(gesture)
    next(gesture, None)
    assert {"a", "b"} <= set(view.workspace.selection)


def test_drawing_a_link_from_the_ring_makes_it_required(view: MapView) -> None:
    gesture = draw(view, port(view, "c"), centre(view, "a"))
    next(gesture)
    assert view.canvas.map_scene.items_by_id["a"].state == "target"
    assert view.canvas.hint.isVisible()
    assert view.canvas.hint.text == "A のために必要"
    next(gesture, None)
    made = [one for one in view.workspace.plan.links.values() if one.prerequisite == "c"]
    assert {one.dependent for one in made} == {"v", "a"}
    assert not view.canvas.hint.isVisible()


def test_a_link_that_would_close_a_circle_is_refused_and_nothing_moves(view: MapView) -> None:
    told: list[object] = []
    view.workspace.refused.connect(told.append)
    before = dict(view.workspace.plan.links)
    gesture = draw(view, port(view, "b"), centre(view, "a"))
    next(gesture)
    states = {id_: item.state for id_, item in view.canvas.map_scene.items_by_id.items()}
    assert states["a"] == "refused"
    assert states["b"] == "lit"
    assert view.canvas.hint.text == "輪になります: B → A → B"
    assert view.canvas.map_scene.links.warned == {"a-b"}
    next(gesture, None)
    assert dict(view.workspace.plan.links) == before
    assert len(told) == 1
    assert view.canvas.map_scene.items_by_id["a"].state == "plain"


def test_escape_gives_up_a_link_that_is_being_drawn(view: MapView) -> None:
    gesture = draw(view, port(view, "c"), centre(view, "a"))
    next(gesture)
    press(view, Qt.Key.Key_Escape)
    next(gesture, None)
    assert len(view.workspace.plan.links) == 3
    assert view.workspace.undo_stack.count() == 0


def test_dragging_pins_an_item_and_undo_lets_it_go(view: MapView) -> None:
    start = centre(view, "c")
    gesture = draw(view, start, start + QPoint(0, 90))
    next(gesture)
    assert view.canvas.map_scene.items_by_id["c"].opacity() == pytest.approx(0.6)
    next(gesture, None)
    assert view.workspace.plan.nodes["c"].pin is not None
    assert centre(view, "c").y() == pytest.approx(start.y() + 90, abs=2)
    press(view, Qt.Key.Key_P)
    assert view.workspace.plan.nodes["c"].pin is None
    view.workspace.undo_stack.undo()
    view.workspace.undo_stack.undo()
    assert view.workspace.plan.nodes["c"].pin is None
    assert centre(view, "c") == start


def test_tab_asks_what_is_needed_and_the_cursor_is_in_the_new_title(view: MapView) -> None:
    view.workspace.select(("a",))
    press(view, Qt.Key.Key_Tab)
    editor = view.canvas.editor
    assert editor.isVisible()
    assert editor.hasFocus()
    QTest.keyClicks(editor, "New")
    press(view, Qt.Key.Key_Return)
    plan = view.workspace.plan
    new = plan.nodes[view.workspace.selection[0]]
    assert new.title == "New"
    assert [one.dependent for one in plan.links_out_of(new.id)] == ["a"]
    items = view.canvas.map_scene.items_by_id
    assert items[new.id].box.right < items["a"].box.x
    assert items[new.id].box.middle == items["a"].box.middle
    assert not editor.isVisible()
    assert view.canvas.hasFocus()


def test_tab_in_a_title_goes_on_backward(view: MapView) -> None:
    view.workspace.select(("a",))
    press(view, Qt.Key.Key_Tab)
    QTest.keyClicks(view.canvas.editor, "First")
    press(view, Qt.Key.Key_Tab)
    QTest.keyClicks(view.canvas.editor, "Second")
    press(view, Qt.Key.Key_Return)
    titles = {one.title: one.id for one in view.workspace.plan.nodes.values()}
    links = {(x.prerequisite, x.dependent) for x in view.workspace.plan.links.values()}
    assert {(titles["First"], "a"), (titles["Second"], titles["First"])} <= links


def test_escape_takes_back_an_item_that_was_never_named(view: MapView) -> None:
    view.workspace.select(("a",))
    press(view, Qt.Key.Key_Tab)
    press(view, Qt.Key.Key_Escape)
    assert len(view.workspace.plan.nodes) == 4
    assert view.workspace.selection == ("a",)
    assert not view.canvas.editor.isVisible()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_F2])
def test_enter_and_f2_write_the_title_and_escape_leaves_it(view: MapView, key: Qt.Key) -> None:
    view.workspace.select(("b",))
    press(view, key)
    assert view.canvas.editor.text() == "項目b"
    QTest.keyClicks(view.canvas.editor, "Other")
    press(view, Qt.Key.Key_Escape)
    assert view.workspace.plan.nodes["b"].title == "項目b"
    press(view, key)
    QTest.keyClicks(view.canvas.editor, "Other")
    press(view, Qt.Key.Key_Return)
    assert view.workspace.plan.nodes["b"].title == "Other"


@pytest.mark.parametrize(
    "key",
    [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Delete],
)
def test_while_text_is_composed_keys_belong_to_the_input_method(view: MapView, key: Qt.Key) -> None:
    view.workspace.select(("b",))
    press(view, Qt.Key.Key_F2)
    editor = view.canvas.editor
    editor.clear()
    compose(view, "けんこう")
    assert editor.is_composing
    press(view, key)
    assert editor.isVisible()
    assert len(view.workspace.plan.nodes) == 4
    assert view.workspace.plan.nodes["b"].title == "項目b"
    compose(view, "", "健康")
    assert not editor.is_composing
    assert editor.text() == "健康"
    press(view, Qt.Key.Key_Return)
    assert view.workspace.plan.nodes["b"].title == "健康"


def test_candidates_appear_at_the_cursor(view: MapView) -> None:
    view.workspace.select(("b",))
    press(view, Qt.Key.Key_F2)
    editor = view.canvas.editor
    compose(view, "", "健康医療")
    query = QInputMethodQueryEvent(
        Qt.InputMethodQuery.ImCursorRectangle | Qt.InputMethodQuery.ImEnabled
    )
    QApplication.sendEvent(editor, query)
    cursor = query.value(Qt.InputMethodQuery.ImCursorRectangle)
    assert query.value(Qt.InputMethodQuery.ImEnabled)
    where = editor.mapTo(view.canvas.viewport(), QPoint(int(cursor.x()), int(cursor.y())))
    assert editor.geometry().adjusted(-8, -8, 8, 8).contains(where)
    assert where.x() > editor.x() + 20


def test_delete_takes_the_item_with_its_links(view: MapView) -> None:
    view.workspace.select(("b",))
    press(view, Qt.Key.Key_Delete)
    assert "b" not in view.workspace.plan.nodes
    assert "b" not in view.canvas.map_scene.items_by_id
    assert set(view.workspace.plan.links) == {"c-v"}
    view.workspace.undo_stack.undo()
    assert "b" in view.canvas.map_scene.items_by_id


def test_arrows_travel_along_links(view: MapView) -> None:
    view.workspace.select(("a",))
    for key, expected in (
        (Qt.Key.Key_Right, "b"),
        (Qt.Key.Key_Right, "v"),
        (Qt.Key.Key_Left, "b"),
        (Qt.Key.Key_Left, "a"),
        (Qt.Key.Key_Right, "b"),
        (Qt.Key.Key_Down, "c"),
        (Qt.Key.Key_Up, "b"),
    ):
        press(view, key)
        assert view.workspace.selection == (expected,)


def test_keys_and_wheel_zoom_and_move(view: MapView) -> None:
    press(view, Qt.Key.Key_1)
    assert view.zoom == 1.0
    press(view, Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(1.2)
    press(view, Qt.Key.Key_Minus)
    assert view.zoom == pytest.approx(1.0)
    pointer = centre(view, "a")
    point = view.canvas.mapToScene(pointer)
    wheel(view, pointer, 240, Qt.KeyboardModifier.ControlModifier)
    assert view.zoom == pytest.approx(1.44)
    moved = view.canvas.mapFromScene(point) - pointer
    assert moved.manhattanLength() <= 3
    before = view.canvas.mapToScene(QPoint(0, 0))
    wheel(view, pointer, -120, Qt.KeyboardModifier.NoModifier)
    assert view.canvas.mapToScene(QPoint(0, 0)).y() > before.y()
    press(view, Qt.Key.Key_0)
    seen = view.canvas.mapToScene(view.canvas.viewport().rect()).boundingRect()
    assert seen.contains(view.canvas.map_scene.extent)


def wheel(view: MapView, pos: QPoint, turn: int, keys: Qt.KeyboardModifier) -> None:
    ground = view.canvas.viewport()
    event = QWheelEvent(
        QPointF(pos),
        QPointF(ground.mapToGlobal(pos)),
        QPoint(),
        QPoint(0, turn),
        Qt.MouseButton.NoButton,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(ground, event)


def test_space_and_the_middle_button_move_the_map(view: MapView) -> None:
    ground, canvas = view.canvas.viewport(), view.canvas
    before = canvas.mapToScene(QPoint(0, 0))
    QTest.mousePress(ground, Qt.MouseButton.MiddleButton, pos=QPoint(200, 200))
    QTest.mouseMove(ground, QPoint(260, 240))
    QTest.mouseRelease(ground, Qt.MouseButton.MiddleButton, pos=QPoint(260, 240))
    after = canvas.mapToScene(QPoint(0, 0))
    assert (before - after).x() * view.zoom == pytest.approx(60, abs=2)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    QTest.mousePress(ground, Qt.MouseButton.LeftButton, pos=QPoint(260, 240))
    QTest.mouseMove(ground, QPoint(200, 200))
    QTest.mouseRelease(ground, Qt.MouseButton.LeftButton, pos=QPoint(200, 200))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert (canvas.mapToScene(QPoint(0, 0)) - before).manhattanLength() < 4
    assert view.workspace.selection == ()


def test_a_click_on_the_chevron_folds_a_group(qtbot: QtBot) -> None:
    view = opened(
        qtbot,
        plan_of(
            node("g", "area"),
            node("a", parent="g"),
            node("b", parent="g"),
            link("a", "b"),
            link("b", "v"),
        ),
    )
    frame = view.canvas.map_scene.items_by_id["g"]
    assert isinstance(frame, FrameItem)
    at = view.canvas.mapFromScene(frame.mapToScene(QPointF(13, 17)))
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "a" not in view.canvas.map_scene.items_by_id
    frame = view.canvas.map_scene.items_by_id["g"]
    at = view.canvas.mapFromScene(frame.mapToScene(QPointF(60, 17)))
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert "a" in view.canvas.map_scene.items_by_id


def test_an_empty_plan_begins_with_the_vision(qtbot: QtBot) -> None:
    view = opened(qtbot, Plan())
    assert view.empty.isVisible()
    view.empty.button.click()
    QTest.keyClicks(view.canvas.editor, "Vision 2040")
    press(view, Qt.Key.Key_Return)
    visions = [one for one in view.workspace.plan.nodes.values() if one.kind == "vision"]
    assert [one.title for one in visions] == ["Vision 2040"]
    assert "Tab" in view.empty.sentence.text()
    view.empty.button.click()
    QTest.keyClicks(view.canvas.editor, "Needed")
    press(view, Qt.Key.Key_Return)
    assert not view.empty.isVisible()
    wall = view.canvas.map_scene.wall
    assert wall is not None
    assert wall.id == visions[0].id


def test_a_map_in_another_language_writes_the_translation(qtbot: QtBot) -> None:
    view = opened(qtbot, chain(), "en")
    assert "Target 31 Dec 2030" in view.ribbon.texts
    view.workspace.select(("a",))
    view.edit_title()
    QTest.keyClicks(view.canvas.editor, "Platform")
    press(view, Qt.Key.Key_Return)
    assert view.workspace.plan.nodes["a"].title == "項目a"
    assert view.workspace.plan.translations["a/title/en"].text == "Platform"
    layout = view.keeper.layout
    assert layout is not None
    assert layout.cards["a"].name == "Platform"


def test_those_who_hear_the_map_are_told_what_is_selected(view: MapView) -> None:
    assert view.canvas.accessibleName() == "地図"
    view.workspace.select(("a",))
    told = view.canvas.accessibleDescription()
    assert "施策" in told
    assert "A 項目a" in told
    assert "余裕" in told
    view.workspace.set_language("en")
    assert view.canvas.accessibleName() == "Map"


def test_each_stop_of_the_travel_says_what_ties_it_to_the_last_one(view: MapView) -> None:
    view.workspace.select(("b",))
    press(view, Qt.Key.Key_Left)
    assert "B のために必要" in view.canvas.accessibleDescription()
    press(view, Qt.Key.Key_Right)
    assert "A を必要とする" in view.canvas.accessibleDescription()
    press(view, Qt.Key.Key_Right)
    assert "ビジョン" in view.canvas.accessibleDescription()


def test_only_what_changed_is_painted_again(view: MapView, qtbot: QtBot) -> None:
    painted: list[QRect] = []
    original = view.canvas.paintEvent

    def watched(event: QPaintEvent) -> None:
        painted.append(event.region().boundingRect())
        original(event)

    view.canvas.paintEvent = watched  # type: ignore[method-assign] # only to look on
    QApplication.processEvents()
    painted.clear()
    view.workspace.do(edits.set_fields(view.workspace.plan, "node", "c", title="別の題"))
    qtbot.waitUntil(lambda: bool(painted))
    elsewhere = QRect(centre(view, "a"), centre(view, "a")).adjusted(-60, -20, 60, 20)
    assert all(not area.intersects(elsewhere) for area in painted)
    assert any(area.contains(centre(view, "c")) for area in painted)


def test_while_hidden_nothing_is_laid_out_and_showing_catches_up(view: MapView) -> None:
    layout = view.keeper.layout
    view.hide()
    view.workspace.do(edits.add_prerequisite(view.workspace.plan, "c", "新しい条件"))
    assert view.keeper.layout is layout
    view.show()
    assert view.keeper.layout is not layout
    assert len(view.canvas.map_scene.items_by_id) == 5


def test_what_moves_glides_to_its_place(
    view: MapView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("STRATEGY_PLANNER_REDUCED_MOTION")
    scene = view.canvas.map_scene
    start = scene.items_by_id["a"].pos()
    view.workspace.do(edits.connect(view.workspace.plan, "c", "a"))
    layout = view.keeper.layout
    assert layout is not None
    goal = QPointF(layout.boxes["c"].x, layout.boxes["c"].y)
    assert scene.items_by_id["c"].pos() != goal
    qtbot.waitUntil(lambda: scene.items_by_id["c"].pos() == goal)
    assert scene.items_by_id["a"].pos() == QPointF(layout.boxes["a"].x, layout.boxes["a"].y)
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")
    view.workspace.undo_stack.undo()
    assert scene.items_by_id["a"].pos() == start


def test_a_large_plan_is_laid_out_beside_the_window(qtbot: QtBot) -> None:
    nodes = [node(f"n{i}") for i in range(1600)]
    links = [link(f"n{i}", f"n{i + 40}") for i in range(1560)]
    view = opened(qtbot, plan_of(*nodes, *links, *(link(f"n{i}", "v") for i in range(1560, 1600))))
    assert view.keeper.is_busy
    qtbot.waitUntil(lambda: not view.keeper.is_busy, timeout=60_000)
    assert len(view.canvas.map_scene.items_by_id) == 1601
    view.workspace.select(("n0",))
    view.ask_what_is_needed()
    new = view.workspace.selection[0]
    assert new in view.canvas.map_scene.items_by_id
    assert view.keeper.is_busy
    QTest.keyClicks(view.canvas.editor, "New")
    press(view, Qt.Key.Key_Return)
    assert view.workspace.plan.nodes[new].title == "New"
    qtbot.waitUntil(lambda: not view.keeper.is_busy, timeout=60_000)
    layout = view.keeper.layout
    assert layout is not None
    assert layout.boxes[new].middle == layout.boxes["n0"].middle


def test_selecting_elsewhere_brings_the_item_into_view(view: MapView) -> None:
    view.canvas.set_zoom(3.0)
    view.canvas.clearFocus()
    view.workspace.select(("a",))
    assert view.canvas.viewport().rect().contains(centre(view, "a"))


def test_a_search_from_the_map_brings_what_it_found_into_view(view: MapView) -> None:
    view.canvas.setFocus()
    view.canvas.set_zoom(3.0)
    view.workspace.select(("b",))
    for item in ("a", "v"):
        view.workspace.select((item,))
        assert view.canvas.shows(item)


def test_words_grow_to_two_hundred_percent(view: MapView) -> None:
    before = view.controls.width(), view.ribbon.height()
    view.set_text_scale(2.0)
    assert view.controls.width() > before[0]
    assert view.ribbon.height() > before[1]
    assert view.zoom >= 1.5
    assert view.canvas.viewport().rect().contains(view.controls.geometry())


def test_another_plan_and_another_scheme_are_shown_at_once(view: MapView) -> None:
    data = bundled("sample_projects", "worked_example.json").read_bytes()
    view.workspace.open(read_plan_json(data))
    view.workspace.set_scheme("dark")
    layout = view.keeper.layout
    assert layout is not None
    assert len(layout.cards) > 50
    assert set(layout.boxes) <= set(view.canvas.map_scene.items_by_id)
    picture = view.canvas.grab().toImage()
    assert picture.pixelColor(2, 2).lightness() < 60
