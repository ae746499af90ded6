"""Editing on the map by pointer, keys and menu: new items, links, places, cut, copy and paste."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QSettings, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from map_windows import centre, chain, draw, link, node, opened, plan_of, port, press
from strategy_planner.bundled import bundled
from strategy_planner.gui.clipboard import MIME
from strategy_planner.gui.map import MapView
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model.plan import Plan

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def _still(qapp: QApplication, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(tmp_path))
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")
    yield
    qapp.setStyleSheet("")


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    return opened(qtbot, chain())


def ask_menu(view: MapView, pos: QPoint) -> dict[str, object]:
    """The menu at a place: what each line triggers, by its words."""
    ground = view.canvas.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, pos, ground.mapToGlobal(pos))
    QApplication.sendEvent(ground, event)
    assert view.menu is not None
    view.menu.hide()
    return {action.text().split("\t")[0]: action for action in view.menu.actions()}


def on_link(view: MapView, id_: str) -> QPoint:
    route = next(one for one in view.canvas.map_scene.links.routes if id_ in one.links)
    (x1, y1), (x2, y2) = route.points[0], route.points[1]
    return view.canvas.mapFromScene(QPointF((x1 + x2) / 2, (y1 + y2) / 2))


def test_dropping_a_link_on_the_ground_makes_what_needs_the_item(view: MapView) -> None:
    start = port(view, "a")
    end = QPoint(start.x() + 40, view.canvas.viewport().height() - 40)
    gesture = draw(view, start, end)
    next(gesture)
    assert view.canvas.hint.text == "A を必要とする新しい項目"
    next(gesture, None)
    assert view.canvas.editor.isVisible()
    QTest.keyClicks(view.canvas.editor, "Standard")
    press(view, Qt.Key.Key_Return)
    plan = view.workspace.plan
    new = plan.nodes[view.workspace.selection[0]]
    assert (new.title, new.kind) == ("Standard", "state")
    assert [one.prerequisite for one in plan.links_into(new.id)] == ["a"]
    view.workspace.undo_stack.undo()
    view.workspace.undo_stack.undo()
    assert len(plan.nodes) == 4


def test_from_the_left_ring_the_new_item_is_what_is_needed(view: MapView) -> None:
    start = port(view, "c", "left")
    gesture = draw(view, start, start + QPoint(-30, 120))
    next(gesture)
    next(gesture, None)
    press(view, Qt.Key.Key_Escape)
    assert len(view.workspace.plan.nodes) == 4
    gesture = draw(view, port(view, "c", "left"), centre(view, "a"))
    next(gesture)
    assert view.canvas.hint.text == "C のために必要"
    next(gesture, None)
    assert [one.prerequisite for one in view.workspace.plan.links_into("c")] == ["a"]


def test_a_short_pull_makes_nothing(view: MapView) -> None:
    start = port(view, "c")
    gesture = draw(view, start, start + QPoint(20, 10))
    next(gesture)
    next(gesture, None)
    assert view.workspace.undo_stack.count() == 0


def test_a_click_on_a_link_selects_it_and_delete_takes_it(view: MapView) -> None:
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=on_link(view, "a-b"))
    assert view.workspace.selection == ("a-b",)
    assert view.canvas.map_scene.links.lit == {"a-b"}
    press(view, Qt.Key.Key_Delete)
    assert "a-b" not in view.workspace.plan.links
    assert set(view.workspace.plan.nodes) == {"v", "a", "b", "c"}


def test_the_menu_of_a_link_changes_its_relation(view: MapView) -> None:
    menu = ask_menu(view, on_link(view, "a-b"))
    menu["参考になる"].trigger()  # type: ignore[attr-defined] # a QAction
    assert view.workspace.plan.links["a-b"].relation == "informs"
    view.workspace.undo_stack.undo()
    assert view.workspace.plan.links["a-b"].relation == "requires"


def test_the_menu_key_opens_the_menu_of_the_selected_item(view: MapView) -> None:
    view.workspace.select(("a",))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    QApplication.sendEvent(view.canvas, event)
    assert view.menu is not None
    view.menu.hide()
    words = [action.text().split("\t")[0] for action in view.menu.actions()]
    assert {"何が必要か", "この位置に固定する", "複製", "削除"} <= set(words)


def test_the_menu_of_the_ground_adds_an_item_to_be_named(view: MapView) -> None:
    menu = ask_menu(view, QPoint(20, 20))
    menu["新しい施策"].trigger()  # type: ignore[attr-defined] # a QAction
    QTest.keyClicks(view.canvas.editor, "Found")
    press(view, Qt.Key.Key_Return)
    assert "Found" in {one.title for one in view.workspace.plan.nodes.values()}


def test_items_are_aligned_in_a_column_and_in_a_row(qtbot: QtBot) -> None:
    view = opened(qtbot, plan_of(node("a"), node("b"), node("c"), link("a", "b"), link("b", "v")))
    layout = view.keeper.layout
    assert layout is not None
    view.workspace.select(("b", "a"))
    view.align("column")
    boxes = view.keeper.layout.boxes  # type: ignore[union-attr] # laid out above
    assert boxes["a"].x == boxes["b"].x
    assert boxes["b"].y == layout.boxes["b"].y
    assert not boxes["a"].y < boxes["b"].bottom <= boxes["a"].bottom
    view.align("row")
    boxes = view.keeper.layout.boxes  # type: ignore[union-attr] # laid out above
    assert boxes["a"].middle == boxes["b"].middle
    assert boxes["a"].right < boxes["b"].x
    view.workspace.undo_stack.undo()
    view.workspace.undo_stack.undo()
    assert all(one.pin is None for one in view.workspace.plan.nodes.values())


def window_on(qtbot: QtBot, plan: Plan) -> MainWindow:
    window = MainWindow(Workspace(plan), Preferences())
    window.workspace.set_language("ja")
    qtbot.addWidget(window)
    window.show()
    take_keyboard(qtbot, window)
    return window


def take_keyboard(qtbot: QtBot, window: MainWindow) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.map.canvas.setFocus()


def example_window(qtbot: QtBot) -> MainWindow:
    data = bundled("sample_projects", "worked_example.json").read_bytes()
    return window_on(qtbot, read_plan_json(data))


def test_copied_items_are_pasted_into_another_window_as_new_ones(qtbot: QtBot) -> None:
    window = example_window(qtbot)
    numbers = ("A-009", "A-011")
    chosen = [one.id for one in window.workspace.plan.nodes.values() if one.number in numbers]
    window.workspace.select(chosen)
    QTest.keyClick(window.map.canvas, Qt.Key.Key_C, CTRL)
    clip = QGuiApplication.clipboard()
    assert clip.mimeData().hasFormat(MIME)
    assert clip.text().splitlines()[0].startswith("A-009 データ基盤の全体設計")
    other = window_on(qtbot, Plan())
    QTest.keyClick(other.map.canvas, Qt.Key.Key_V, CTRL)
    plan = other.workspace.plan
    assert len(plan.nodes) == 2
    assert len(plan.links) == 1
    assert not set(plan.nodes) & set(chosen)
    assert set(other.workspace.selection) == set(plan.nodes)
    other.workspace.undo_stack.undo()
    assert not plan.nodes


def test_cut_and_duplicate_by_keys_and_their_undo(qtbot: QtBot) -> None:
    window = example_window(qtbot)
    plan = window.workspace.plan
    before = plan.copy()
    chosen = next(one.id for one in plan.nodes.values() if one.number == "A-011")
    window.workspace.select((chosen,))
    QTest.keyClick(window.map.canvas, Qt.Key.Key_D, CTRL)
    assert len(plan.nodes) == len(before.nodes) + 1
    window.workspace.select((chosen,))
    QTest.keyClick(window.map.canvas, Qt.Key.Key_X, CTRL)
    assert chosen not in plan.nodes
    window.workspace.undo_stack.undo()
    window.workspace.undo_stack.undo()
    assert plan == before


def test_lines_of_a_mail_become_items_in_their_outline(qtbot: QtBot) -> None:
    window = example_window(qtbot)
    plan = window.workspace.plan
    before = plan.copy()
    QGuiApplication.clipboard().setText("・制度を整える\r\n　　・法案を出す\r\n\r\n・人材を育てる")
    assert window.actions_.by_id["paste"].isEnabled()
    QTest.keyClick(window.map.canvas, Qt.Key.Key_V, CTRL)
    new = [plan.nodes[id_] for id_ in window.workspace.selection]
    assert [node.title for node in new] == ["制度を整える", "法案を出す", "人材を育てる"]
    assert [node.parent for node in new] == [None, new[0].id, None]
    layout = window.map.keeper.layout
    assert layout is not None
    assert all(layout.box_of(node.id) is not None for node in new)
    seen = window.map.minimap.seen
    box = layout.box_of(new[0].id)
    assert box is not None
    assert seen.contains(box.x, box.y)
    window.workspace.undo_stack.undo()
    assert plan == before


def test_rows_of_a_spreadsheet_become_items_by_their_first_cells(qtbot: QtBot) -> None:
    window = window_on(qtbot, Plan())
    QGuiApplication.clipboard().setText('第1の柱\t2030\n\t施策\t担当\n"二行の\n題名"\t3\n')
    QTest.keyClick(window.map.canvas, Qt.Key.Key_V, CTRL)
    plan = window.workspace.plan
    titles = {node.title: node for node in plan.nodes.values()}
    assert list(titles) == ["第1の柱", "施策", "二行の 題名"]
    assert titles["施策"].parent == titles["第1の柱"].id
    window.workspace.undo_stack.undo()
    assert not plan.nodes


def test_a_picture_on_the_clipboard_is_not_pasted(qtbot: QtBot) -> None:
    window = example_window(qtbot)
    picture = QMimeData()
    picture.setData("image/png", b"a picture")
    QGuiApplication.clipboard().setMimeData(picture)
    assert not window.actions_.by_id["paste"].isEnabled()
    count = len(window.workspace.plan.nodes)
    QTest.keyClick(window.map.canvas, Qt.Key.Key_V, CTRL)
    assert len(window.workspace.plan.nodes) == count
