"""A filter is pressed together from pills; every view follows it; it can be kept and cleared."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.analysis.item_filter import EVERYTHING, ItemFilter
from strategy_planner.gui.finding.filter_card import FilterCard
from strategy_planner.gui.map.scene import FADED
from strategy_planner.gui.outline.model import OutlineModel
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def card(example_window: MainWindow, qtbot: QtBot) -> FilterCard:
    example_window.preferences.filters = {}
    example_window.finding.card.disappear()
    example_window.outline.setFocus()
    qtbot.mouseClick(example_window.toolbar.filter, LEFT)
    made = example_window.finding.card
    qtbot.waitUntil(made.isVisible)
    return made


def rows(model: OutlineModel) -> set[str]:
    return set(model._parents)


def press(card: FilterCard, qtbot: QtBot, field: str, value: str) -> None:
    qtbot.mouseClick(card.pills[field, value], LEFT)


def test_pills_narrow_the_outline_and_fade_the_map(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    press(card, qtbot, "kinds", "action")
    press(card, qtbot, "marks", "late")
    assert workspace.filter == ItemFilter(frozenset({"action"}), marks=frozenset({"late"}))
    assert workspace.passing
    assert all(workspace.plan.nodes[id_].kind == "action" for id_ in workspace.passing)
    shown = rows(example_window.outline.model)
    assert workspace.passing < shown, "with what they are part of"
    assert len(shown) < 10
    scene = example_window.map.canvas.map_scene
    faded = {id_ for id_, item in scene.items_by_id.items() if item.opacity() == FADED}
    assert faded
    assert not faded & workspace.passing
    assert card.count.text() == f"{len(workspace.passing)} of 81 items"


def test_the_chip_tells_of_the_filter_and_clears_it(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    chip = example_window.toolbar.chip
    qtbot.waitUntil(lambda: not chip.isVisible())
    press(card, qtbot, "kinds", "vision")
    qtbot.waitUntil(chip.isVisible)
    assert chip.text() == "1 of 81 items"
    assert "Kind: Vision" in chip.toolTip()
    qtbot.mouseClick(chip, LEFT)
    assert example_window.workspace.filter == EVERYTHING
    qtbot.waitUntil(lambda: not chip.isVisible())
    assert len(rows(example_window.outline.model)) == 81


def test_nothing_that_matches_says_so_with_the_way_back(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    press(card, qtbot, "kinds", "vision")
    press(card, qtbot, "statuses", "done")
    unmatched = example_window.outline.unmatched
    assert unmatched.isVisible()
    assert unmatched.words.text() == "No item matches."
    qtbot.mouseClick(unmatched.clear, LEFT)
    assert example_window.outline.tree.isVisible()


def test_keys_open_press_keep_take_and_close(
    example_window: MainWindow, card: FilterCard, qtbot: QtBot
) -> None:
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not card.isVisible()
    assert example_window.outline.tree.hasFocus()
    qtbot.keyClick(
        example_window,
        Qt.Key.Key_F,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    first = QApplication.focusWidget()
    assert first is card.pills["kinds", "vision"]
    qtbot.keyClick(first, Qt.Key.Key_Space)
    wanted = example_window.workspace.filter
    card.kept.line.setFocus()
    qtbot.keyClicks(card.kept.line, "Only the vision")
    qtbot.keyClick(card.kept.line, Qt.Key.Key_Return)
    assert example_window.preferences.filters == {"Only the vision": wanted}
    card.clear.click()
    assert example_window.workspace.passing is None
    name = card.kept.names["Only the vision"]
    name.setFocus()
    qtbot.keyClick(name, Qt.Key.Key_Space)
    assert example_window.workspace.filter == wanted
    card.kept.away["Only the vision"].click()
    assert example_window.preferences.filters == {}


def test_a_click_beside_the_card_closes_it(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(example_window.problems.heading, LEFT, pos=QPoint(2, 2))
    assert not card.isVisible()


def test_edits_move_items_in_and_out_and_what_is_new_stays_in_sight(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    press(card, qtbot, "kinds", "decision")
    decision = next(iter(workspace.passing or ()))
    workspace.do(edits.set_fields(workspace.plan, "node", decision, kind="action"))
    assert decision not in rows(example_window.outline.model)
    workspace.undo_stack.undo()
    assert decision in rows(example_window.outline.model)
    change_set = edits.add_node(workspace.plan, "action", "New")
    workspace.do(change_set)
    assert change_set.changes[-1].id in rows(example_window.outline.model)


def test_what_was_open_in_the_outline_is_open_again_without_the_filter(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    outline = example_window.outline
    area = next(
        id_ for id_, node in example_window.workspace.plan.nodes.items()
        if outline.model.rowCount(outline.model.index_of(id_)) and node.parent
    )  # fmt: skip
    outline.tree.expand(outline.model.index_of(area))
    press(card, qtbot, "kinds", "vision")
    card.clear.click()
    assert outline.tree.isExpanded(outline.model.index_of(area))


def test_another_plan_begins_without_a_filter_and_broken_settings_hold_none(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    press(card, qtbot, "kinds", "vision")
    example_window.workspace.open(example_window.workspace.plan.copy())
    assert example_window.workspace.filter == EVERYTHING
    example_window.preferences._kept.setValue("filters", '{"x": {"kinds": 1}}')
    assert example_window.preferences.filters == {}


def test_the_roadmap_lays_a_veil_over_what_does_not_pass(
    card: FilterCard, example_window: MainWindow, qtbot: QtBot
) -> None:
    example_window.show_view("roadmap")
    canvas = example_window.roadmap.canvas
    before = canvas.grab().toImage()
    assert canvas.marked().faded == ()
    press(card, qtbot, "kinds", "vision")
    card.disappear()
    passing = example_window.workspace.passing or frozenset()
    faded = {stop.id for stop in canvas.marked().faded}
    assert faded
    assert not faded & passing
    assert canvas.grab().toImage() != before
    example_window.show_view("map")
