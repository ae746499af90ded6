"""Choices on the map: made of selected links, changed at the words of their arc, by hand and by key."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from map_windows import link, node, opened, plan_of, press
from strategy_planner.gui.choice_menus import MOST_WAYS, fill_ways
from strategy_planner.gui.choosing import name_pathway, one_of_selected
from strategy_planner.gui.inspector.record_page import RecordPage
from strategy_planner.gui.map import MapView
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

CTRL = Qt.KeyboardModifier.ControlModifier


def ways() -> Plan:
    return plan_of(
        *map(node, "abc"), node("s", "state"), *(link(one, "s") for one in "abc"), link("s", "v")
    )


@pytest.fixture
def view(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> MapView:
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")
    made = opened(qtbot, ways())
    made.zoom_to_full()
    made.canvas.show_item("s")
    return made


def beside(view: MapView, id_: str) -> QPoint:
    """On the line of a link, where it leaves its source."""
    route = next(one for one in view.canvas.map_scene.links.routes if id_ in one.links)
    (x1, y1), (x2, _) = route.points[:2]
    return view.canvas.mapFromScene(QPointF(x1 + (x2 - x1) / 4, y1))


def click(
    view: MapView, pos: QPoint, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, keys, pos)


def menu(view: MapView) -> QMenu:
    assert view.menu is not None
    view.menu.hide()
    return view.menu


def entries(of: QMenu) -> list[str]:
    return [action.text().split("\t")[0] for action in of.actions() if action.text()]


def ask(view: MapView, pos: QPoint) -> QMenu:
    ground = view.canvas.viewport()
    reason = QContextMenuEvent.Reason.Mouse
    QApplication.sendEvent(ground, QContextMenuEvent(reason, pos, ground.mapToGlobal(pos)))
    return menu(view)


def pick(of: QMenu, words: str) -> None:
    next(one for one in of.actions() if one.text().split("\t")[0] == words).trigger()


def options(view: MapView) -> set[str]:
    links = view.workspace.plan.links.values()
    return {one.prerequisite for one in links if one.option is not None}


def test_two_links_picked_with_ctrl_are_one_of_these_by_a_key_and_undone(view: MapView) -> None:
    click(view, beside(view, "a-s"), CTRL)
    click(view, beside(view, "b-s"), CTRL)
    assert set(view.workspace.selection) == {"a-s", "b-s"}
    press(view, Qt.Key.Key_O)
    (choice,) = view.workspace.plan.choices
    assert options(view) == {"a", "b"}
    assert view.workspace.selection == (choice,)
    (arc,) = view.canvas.map_scene.overlay.arcs
    assert (arc.id, arc.text) == (choice, "いずれか1つ")
    assert view.canvas.map_scene.overlay.lit == {choice}
    assert view.canvas.accessibleDescription() == "いずれか1つ：項目a／項目b"
    view.workspace.undo_stack.undo()
    assert not view.workspace.plan.choices
    assert not view.canvas.map_scene.overlay.arcs


def test_a_plain_click_close_to_an_item_means_the_link_there(view: MapView) -> None:
    click(view, beside(view, "c-s"))
    assert view.workspace.selection == ("c-s",)
    assert view.workspace.undo_stack.count() == 0


def test_ctrl_takes_a_link_out_of_the_selection_again(view: MapView) -> None:
    click(view, beside(view, "a-s"), CTRL)
    click(view, beside(view, "b-s"), CTRL)
    click(view, beside(view, "a-s"), CTRL)
    assert view.workspace.selection == ("b-s",)


def test_the_words_of_the_arc_say_how_many_are_needed_and_change_it(view: MapView) -> None:
    view.workspace.select(["a", "b", "c", "s"])
    pick(
        ask(
            view,
            view.canvas.mapFromScene(
                view.canvas.map_scene.items_by_id["s"].sceneBoundingRect().center()
            ),
        ),
        "このうち2つ",
    )
    (choice,) = view.workspace.plan.choices
    (arc,) = view.canvas.map_scene.overlay.arcs
    assert arc.text == "3つのうち2つ"
    view.workspace.select(())
    click(view, view.canvas.mapFromScene(QPointF(arc.pill.x + 9, arc.pill.middle)))
    assert view.workspace.selection == (choice,)
    offered = menu(view)
    assert entries(offered)[:3] == ["いずれか1つ", "3つのうち2つ", "3つすべて"]
    assert [one.isChecked() for one in offered.actions()[:3]] == [False, True, False]
    pick(offered, "いずれか1つ")
    assert view.workspace.plan.choices[choice].needed == 1
    press(view, Qt.Key.Key_Return)
    pick(menu(view), "選択をやめる")
    assert not view.workspace.plan.choices


def test_links_are_joined_in_one_option_taken_apart_and_out_by_the_menu(view: MapView) -> None:
    view.workspace.select(["a", "b", "c", "s"])
    press(view, Qt.Key.Key_O)
    view.workspace.select(["b-s", "c-s"])
    pick(ask(view, beside(view, "b-s")), "1つの選択肢にまとめる")
    plan = view.workspace.plan
    assert plan.links["b-s"].option == plan.links["c-s"].option == "項目b"
    view.workspace.select(["b-s"])
    pick(ask(view, beside(view, "b-s")), "「項目b」のつながりを別々の選択肢にする")
    assert plan.links["c-s"].option == "項目c"
    pick(ask(view, beside(view, "b-s")), "選択から外す")
    assert options(view) == {"a", "c"}


def test_a_pathway_takes_an_option_from_the_menu_of_its_item(view: MapView) -> None:
    view.workspace.select(["a", "b", "s"])
    press(view, Qt.Key.Key_O)
    (choice,) = view.workspace.plan.choices
    records = [*view.workspace.plan.every_record(), r.Pathway(id="p", name="P", active=True)]
    view.workspace.open(Plan.from_records(records))
    view.workspace.select(["b"])
    pick(ask(view, beside(view, "b-s")), "経路「P」で「項目b」を選ぶ")
    assert view.workspace.plan.pathways["p"].chosen == {choice: ("項目b",)}
    dormant = [one.links for one in view.canvas.map_scene.links.routes if one.dormant]
    assert dormant == [("a-s",)]


def test_what_makes_no_choice_is_refused_in_words(view: MapView, qtbot: QtBot) -> None:
    view.workspace.select(["a-s", "s-v"])
    with qtbot.waitSignal(view.workspace.refused) as refused:
        press(view, Qt.Key.Key_O)
    error = refused.args[0] if refused.args else None
    assert isinstance(error, PlanError)
    assert "S" in error.message.into("ja")
    assert not view.workspace.plan.choices


def test_the_choices_of_an_item_are_reached_by_keys_alone(example_window: MainWindow) -> None:
    window = example_window
    window.workspace.select(["S-121"])
    window.map.canvas.setFocus()
    ground = window.map.canvas.viewport()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(ground, QContextMenuEvent(reason, QPoint(), QPoint()))
    offered = menu(window.map)
    inner = next(one for one in offered.actions() if one.text().startswith("2 of 3"))
    nested = inner.menu()
    assert isinstance(nested, QMenu)
    pick(nested, "any 1")
    assert window.workspace.plan.choices["CH-MATERIAL"].needed == 1


def test_the_window_makes_a_choice_of_what_the_outline_selects(example_window: MainWindow) -> None:
    window = example_window
    before = set(window.workspace.plan.choices)
    window.workspace.select(["S-111", "S-112", "MA-1"])
    assert window.actions_.by_id["one_of"].isEnabled()
    window.actions_.by_id["one_of"].trigger()
    (new,) = set(window.workspace.plan.choices) - before
    assert window.workspace.plan.choices[new].node == "MA-1"
    window.actions_.by_id["take_out"].trigger()
    assert set(window.workspace.plan.choices) == before


def test_deleting_a_choice_leaves_its_links_required(view: MapView) -> None:
    view.workspace.select(["a", "b", "s"])
    press(view, Qt.Key.Key_O)
    press(view, Qt.Key.Key_Delete)
    assert not view.workspace.plan.choices
    assert {"a-s", "b-s"} <= set(view.workspace.plan.links)


def test_the_inspector_says_a_choice_and_calls_its_options(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    window = example_window
    window.workspace.select(["CH-MATERIAL"])
    page = window.inspector.page
    assert isinstance(page, RecordPage)
    assert page.said.text().startswith("2 of 3: ")
    name = page.options.names["植物由来"]
    name.selectAll()
    QTest.keyClicks(name, "From plants")
    QTest.keyClick(name, Qt.Key.Key_Return)
    plan = window.workspace.plan
    assert plan.translations["CH-MATERIAL:植物由来/option/en"].text == "From plants"
    page.options.needed.setCurrentIndex(2)
    page.options.needed.activated.emit(2)
    assert plan.choices["CH-MATERIAL"].needed == 3
    assert all("CH-MATERIAL" not in one.chosen for one in plan.pathways.values())


def test_several_items_with_one_end_offer_a_choice_in_the_inspector(
    example_window: MainWindow,
) -> None:
    window = example_window
    window.workspace.select(["S-111", "S-112"])
    page = window.inspector.page
    assert page is not None
    button = next(one for one in page.findChildren(QPushButton) if one.text() == "One of these")
    button.click()
    assert window.workspace.plan.choices[window.workspace.selection[0]].node == "MA-1"
    page = window.inspector.page
    assert isinstance(page, RecordPage)
    window.workspace.select(["S-111", "S-101"])
    assert window.inspector.page is not None
    words = [one.text() for one in window.inspector.page.findChildren(QPushButton)]
    assert "One of these" not in words


def test_a_choice_is_made_with_the_keyboard_alone(view: MapView) -> None:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    view.go_to("a")
    press(view, Qt.Key.Key_Down, both)
    press(view, Qt.Key.Key_Down, both)
    assert view.workspace.selection == ("c", "b", "a")
    press(view, Qt.Key.Key_Up, both)
    assert view.workspace.selection == ("b", "a")
    press(view, Qt.Key.Key_O)
    assert options(view) == {"a", "b"}
    press(view, Qt.Key.Key_Return)
    pick(menu(view), "2つすべて")
    (choice,) = view.workspace.plan.choices.values()
    assert choice.needed == 2


def test_the_outline_offers_the_same(example_window: MainWindow) -> None:
    from strategy_planner.gui.outline.menu import outline_menu

    window = example_window
    window.workspace.select(["S-111", "S-112"])
    offered = outline_menu(window.outline, on_item=True)
    pick(offered, "One of these")
    assert window.workspace.plan.choices[window.workspace.selection[0]].node == "MA-1"
    offered.deleteLater()


def test_an_item_is_told_with_its_choice_and_as_an_option(view: MapView) -> None:
    view.workspace.select(["a", "b", "s"])
    press(view, Qt.Key.Key_O)
    view.go_to("s")
    assert view.canvas.accessibleDescription().endswith("いずれか1つ：項目a／項目b")
    view.go_to("a")
    assert view.canvas.accessibleDescription().endswith("「「項目s」の手段」の選択肢「項目a」")


def test_more_ways_than_a_menu_holds_are_told(qtbot: QtBot) -> None:
    letters = "abcdefghij"
    plan = plan_of(
        *map(node, letters),
        node("s", "state"),
        *(link(one, "s") for one in letters),
        link("s", "v"),
    )
    view = opened(qtbot, plan)
    workspace = view.workspace
    workspace.select(["s", *letters])
    one_of_selected(workspace, 5)
    (choice,) = workspace.plan.choices
    pathway = name_pathway(workspace)
    offered = QMenu()
    qtbot.addWidget(offered)
    fill_ways(offered, workspace, pathway or "", choice)
    assert len(entries(offered)) == MOST_WAYS + 2
    assert entries(offered)[-2].startswith("ほかにも")
