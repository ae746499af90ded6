"""Seeing a part of the plan on the map, finding the way on it, and coming back."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from map_windows import chain, link, node, opened, plan_of, press
from strategy_planner.bundled import bundled
from strategy_planner.gui.map import MapView
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import edits


@pytest.fixture(autouse=True)
def _still(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")


@pytest.fixture
def view(qtbot: QtBot) -> MapView:
    steps = [link("a", "b"), link("b", "c"), link("c", "v"), link("x", "v")]
    return opened(qtbot, plan_of(*map(node, "abcx"), *steps))


@pytest.fixture
def example(qtbot: QtBot) -> MapView:
    data = bundled("sample_projects", "worked_example.json").read_bytes()
    return opened(qtbot, read_plan_json(data))


def shown(view: MapView) -> set[str]:
    return set(view.canvas.map_scene.items_by_id)


def test_f_shows_what_is_around_an_item_and_escape_everything_again(view: MapView) -> None:
    view.workspace.select(("c",))
    before = view.canvas.place
    press(view, Qt.Key.Key_F)
    assert shown(view) == {"a", "b", "c", "v"}
    bar = view.scoping.bar
    assert bar.isVisible()
    assert "全5件中4件" in bar.sentence.text()
    QTest.mouseClick(bar.up.fewer, Qt.MouseButton.LeftButton)
    assert shown(view) == {"b", "c", "v"}
    QTest.mouseClick(bar.down.fewer, Qt.MouseButton.LeftButton)
    assert shown(view) == {"b", "c"}
    assert not bar.down.fewer.isEnabled()
    press(view, Qt.Key.Key_Escape)
    assert shown(view) == {"a", "b", "c", "x", "v"}
    assert not bar.isVisible()
    assert view.canvas.place == before
    assert view.workspace.selection == ("c",)


def test_the_steps_are_reached_by_keys_and_grow_to_all(view: MapView) -> None:
    view.workspace.select(("c",))
    press(view, Qt.Key.Key_F)
    more = view.scoping.bar.up.more
    more.setFocus()
    for _ in range(8):
        QTest.keyClick(more, Qt.Key.Key_Space)
    assert view.scoping.bar.up.number.text() == "すべて"
    assert more.accessibleName() == "必要とするもの：さらに先まで"


def test_what_is_added_at_the_edge_of_the_focus_is_seen(view: MapView) -> None:
    view.workspace.select(("c",))
    press(view, Qt.Key.Key_F)
    view.workspace.select(("a",))
    press(view, Qt.Key.Key_Tab)
    assert view.canvas.editor.isVisible()
    QTest.keyClicks(view.canvas.editor, "New")
    press(view, Qt.Key.Key_Return)
    assert view.workspace.selection[0] in shown(view)
    assert view.keeper.scope.focus == "c"


def test_when_the_item_in_focus_is_deleted_everything_is_shown(view: MapView) -> None:
    view.workspace.select(("c",))
    press(view, Qt.Key.Key_F)
    press(view, Qt.Key.Key_Delete)
    assert shown(view) == {"a", "b", "x", "v"}
    assert not view.scoping.bar.isVisible()


def test_s_shows_the_storyline(example: MapView) -> None:
    everything = shown(example)
    press(example, Qt.Key.Key_S)
    assert len(shown(example)) < len(everything)
    assert example.scoping.bar.sentence.text().startswith("筋書き")
    assert example.controls.story.isChecked()
    QTest.mouseClick(example.scoping.bar.whole, Qt.MouseButton.LeftButton)
    assert shown(example) == everything


def test_an_edit_in_a_part_stands_on_the_whole_map_too(view: MapView) -> None:
    view.workspace.select(("c",))
    press(view, Qt.Key.Key_F)
    view.workspace.do(edits.set_fields(view.workspace.plan, "node", "b", title="別の題名"))
    press(view, Qt.Key.Key_Escape)
    layout = view.keeper.layout
    assert layout is not None
    assert layout.cards["b"].name == "別の題名"


def test_the_selected_item_lights_the_links_that_fix_its_dates(qtbot: QtBot) -> None:
    items = [node("a", duration="12mo"), node("b", duration="1mo"), node("c"), node("d")]
    steps = [link("a", "c"), link("b", "c"), link("c", "d"), link("d", "v")]
    view = opened(qtbot, plan_of(*items, *steps))
    view.workspace.select(("c",))
    assert view.canvas.map_scene.links.lit == {"a-c", "c-d", "d-v"}
    view.workspace.select(())
    assert not view.canvas.map_scene.links.lit


def test_the_overview_leads_to_what_is_clicked_and_can_be_hidden(example: MapView) -> None:
    example.canvas.set_zoom(1.0)
    stamp = example.minimap
    assert stamp.isVisible()
    goal = QPoint(stamp.width() // 2, stamp.height() // 2)
    QTest.mouseClick(stamp, Qt.MouseButton.LeftButton, pos=goal)
    middle = example.canvas.mapToScene(example.canvas.viewport().rect().center())
    away = middle - stamp.to_map(QPointF(goal))
    assert away.manhattanLength() < 8
    QTest.mouseClick(example.controls.stamp, Qt.MouseButton.LeftButton)
    assert not stamp.isVisible()
    QTest.mouseClick(example.controls.stamp, Qt.MouseButton.LeftButton)
    assert stamp.isVisible()
    example.fit()
    assert not stamp.isVisible()


def test_hidden_links_are_counted_and_shown_on_demand(qtbot: QtBot) -> None:
    plan = chain()
    plan.apply(edits.connect(plan, "a", "v"))
    view = opened(qtbot, plan)
    assert view.controls.links.text() == "ほか1本のつながり"
    QTest.mouseClick(view.controls.links, Qt.MouseButton.LeftButton)
    assert len(view.canvas.map_scene.links.routes) == 4


def test_at_first_the_vision_and_the_whole_late_chain_are_seen(qtbot: QtBot) -> None:
    data = bundled("sample_projects", "worked_example.json").read_bytes()
    view = opened(qtbot, read_plan_json(data))
    seen = view.canvas.mapToScene(view.canvas.viewport().rect()).boundingRect()
    layout = view.keeper.layout
    assert layout is not None
    for id_ in view.workspace.schedule.critical_chain[:-1]:
        box = layout.boxes[id_]
        assert seen.contains(QPointF(box.x, box.middle)), layout.cards[id_].head
    assert seen.contains(QPointF(layout.extent.right, seen.center().y()))


@pytest.mark.parametrize("text", [1.0, 2.0])
@pytest.mark.parametrize("size", [(1200, 800), (900, 500), (700, 400), (500, 300)])
def test_the_overview_keeps_beside_the_controls_or_away(
    example: MapView, size: tuple[int, int], text: float
) -> None:
    example.resize(*size)
    example.set_text_scale(text)
    example.zoom_to_full()
    stamp, bar = example.minimap, example.controls
    room = example.canvas.viewport().rect()
    assert room.contains(bar.geometry())
    assert stamp.isHidden() or not stamp.geometry().intersects(bar.geometry())
    assert stamp.isHidden() or stamp.height() * 5 <= room.height()
    assert bar.stamp.isEnabled() == stamp.has_room


def test_in_a_narrow_map_the_bar_goes_on_in_a_second_line_and_covers_no_item(view: MapView) -> None:
    view.workspace.select(("c",))
    press(view, Qt.Key.Key_F)
    bar = view.scoping.bar
    low = bar.height()
    view.resize(420, 600)
    assert bar.geometry().right() <= view.canvas.viewport().width()
    assert bar.height() > low
    inside = bar.rect()
    for part in (bar.sentence, bar.up, bar.down, bar.whole):
        assert inside.contains(part.mapTo(bar, part.rect().bottomRight()))
    view.fit()
    for item in view.canvas.map_scene.items_by_id.values():
        place = view.canvas.mapFromScene(item.sceneBoundingRect()).boundingRect()
        assert place.top() >= bar.geometry().bottom() - 8
