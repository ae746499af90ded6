"""Ctrl+K reaches every action, item and problem by a few letters; back and forward retrace."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.gui.finding.offers import Offer
from strategy_planner.gui.finding.palette import Palette
from strategy_planner.gui.finding.places import Place, Trail
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def palette(example_window: MainWindow, qtbot: QtBot) -> Palette:
    example_window.finding.palette.disappear()
    example_window.outline.setFocus()
    qtbot.keyClick(example_window, Qt.Key.Key_K, CONTROL)
    made = example_window.finding.palette
    qtbot.waitUntil(made.line.hasFocus)
    return made


def names(palette: Palette, group: str) -> list[str]:
    rows = [row for row in palette.model.rows if isinstance(row, Offer)]
    return [offer.name for offer in rows if offer.group == group]


def test_it_stands_where_it_is_drawn_with_its_three_groups(
    palette: Palette, example_window: MainWindow
) -> None:
    assert palette.width() == 640
    assert palette.y() == 96
    assert palette.line.height() == 48
    headings = [row for row in palette.model.rows if not isinstance(row, Offer)]
    assert headings == ["action", "item", "problem"]
    assert palette.list.sizeHintForRow(1) == 36


def test_enter_selects_an_item(palette: Palette, example_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(palette.line, "a-011")
    assert names(palette, "item")[0].startswith("A-011")
    while (offer := palette.model.offer_at(palette.list.currentIndex().row())) is not None:
        if offer.group == "item":
            break
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert not palette.isVisible()
    chosen = example_window.workspace.selection[0]
    assert example_window.workspace.plan.nodes[chosen].number == "A-011"
    assert example_window.outline.tree.hasFocus()


def test_enter_does_an_action_and_its_keys_stand_beside_it(
    palette: Palette, example_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.keyClicks(palette.line, "roadmap")
    offer = palette.model.offer_at(1)
    assert offer is not None
    assert (offer.name, offer.keys) == ("Roadmap", "Ctrl+2")
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert example_window.views.currentWidget() is example_window.roadmap


def test_every_action_can_be_reached(palette: Palette, example_window: MainWindow) -> None:
    offered = {offer.name for offer in palette._offers if offer.group == "action"}
    for id_, action in example_window.actions_.by_id.items():
        if id_ not in {"palette", *example_window.actions_.submenus}:
            assert action.text().replace("&", "").rstrip("…") in offered
    assert any(name.startswith("Open a sample: ") for name in offered)


def test_what_cannot_be_done_says_why_and_stays(
    palette: Palette, example_window: MainWindow, qtbot: QtBot
) -> None:
    palette.line.setText("edit the title")
    index = palette.model.index(1, 0)
    assert "Select an item first." in index.data(Qt.ItemDataRole.AccessibleTextRole)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert example_window.notice.words.text() == "Select an item first."


def test_a_click_on_a_problem_selects_what_it_is_about(
    palette: Palette, example_window: MainWindow, qtbot: QtBot
) -> None:
    palette.line.setText("cannot come")
    sentence = names(palette, "problem")[0]
    about = next(
        finding.items[0]
        for finding in example_window.workspace.findings
        if finding.message.into("en") == sentence
    )
    row = next(
        place
        for place, offer in enumerate(palette.model.rows)
        if isinstance(offer, Offer) and offer.name == sentence
    )
    palette.list.scrollTo(palette.model.index(row, 0))
    box = palette.list.visualRect(palette.model.index(row, 0))
    qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert example_window.workspace.selection == (about,)


def test_japanese_is_found_in_any_width_and_kana(
    palette: Palette, example_window: MainWindow, qtbot: QtBot
) -> None:
    palette.disappear()
    example_window.workspace.set_language("ja")
    palette.open_palette()
    palette.line.setText("ﾃﾞｰﾀきばん")
    assert names(palette, "item") == []
    palette.line.setText("健データ")
    assert any(name.startswith("A-011 健康医療関連データ") for name in names(palette, "item"))
    palette.line.setText("ろーどまっぷ")
    assert names(palette, "action")[0] == "ロードマップ"


def test_composed_text_keeps_its_keys_and_nothing_that_fits_says_so(
    palette: Palette, qtbot: QtBot
) -> None:
    QApplication.sendEvent(palette.line, QInputMethodEvent("ちず", []))
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert palette.isVisible()
    QApplication.sendEvent(palette.line, QInputMethodEvent())
    palette.line.setText("qqqqq")
    assert palette.empty.isVisible()
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    assert not palette.isVisible()


def test_the_search_field_of_the_tool_bar_opens_it(
    palette: Palette, example_window: MainWindow, qtbot: QtBot
) -> None:
    palette.disappear()
    qtbot.mouseClick(example_window.toolbar.search, Qt.MouseButton.LeftButton)
    assert palette.isVisible()


def test_back_and_forward_retrace_selections_and_views(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    first, second, third = list(workspace.plan.nodes)[:3]
    workspace.select([first])
    workspace.select([second])
    example_window.show_view("roadmap")
    workspace.select([third])
    qtbot.keyClick(example_window, Qt.Key.Key_Left, ALT)
    assert workspace.selection == (second,)
    assert example_window.views.currentWidget() is example_window.roadmap
    qtbot.keyClick(example_window, Qt.Key.Key_Left, ALT)
    assert example_window.views.currentWidget() is example_window.map
    handle, place = example_window.windowHandle(), QPoint(700, 400)
    QTest.mouseClick(handle, Qt.MouseButton.BackButton, pos=place)
    assert workspace.selection == (first,)
    QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, pos=place)
    assert workspace.selection == (second,)
    workspace.select([first, third])
    assert not example_window.actions_.by_id["forward"].isEnabled()
    assert "no place" in example_window.actions_.by_id["forward"].toolTip()


def test_places_of_which_nothing_is_left_are_passed_over(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    leaf = next(
        id_ for id_, node in workspace.plan.nodes.items() if node.number == "A-028"
    )  # fmt: skip
    first, last = list(workspace.plan.nodes)[:2]
    workspace.select([first])
    workspace.select([leaf])
    workspace.select([last])
    workspace.do(edits.delete(workspace.plan, [leaf]))
    example_window.deeds("back")
    assert workspace.selection == (first,)


def test_a_trail_forgets_what_lay_forward() -> None:
    trail = Trail()
    for view in ("a", "b", "b", "c"):
        trail.visit(Place(view, ()))
    assert trail.go(-1) == Place("b", ())
    assert trail.go(-1) == Place("a", ())
    assert trail.go(-1) is None
    trail.visit(Place("d", ()))
    assert not trail.can_go(1)
    assert trail.go(-1) == Place("a", ())


def test_an_entry_of_a_submenu_is_done_though_its_menu_was_filled_anew(
    palette: Palette, example_window: MainWindow, qtbot: QtBot
) -> None:
    palette.line.setText("text size 125")
    example_window.deeds.refresh()
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert example_window.preferences.text_percent == 125
    example_window.preferences.text_percent = 100
    example_window.restyle()


def test_a_narrow_tool_bar_keeps_every_button_and_takes_words_off(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    bar = example_window.toolbar
    buttons = (bar.need, bar.filter, bar.search, bar.export)
    icons_alone = Qt.ToolButtonStyle.ToolButtonIconOnly
    example_window.resize(1000, 800)
    qtbot.waitUntil(lambda: bar.search.toolButtonStyle() == icons_alone)
    qtbot.waitUntil(lambda: all(button.isVisible() for button in buttons))
    assert bar.sizeHint().width() <= bar.width()
    example_window.resize(2200, 900)
    qtbot.waitUntil(lambda: bar.search.toolButtonStyle() != icons_alone)
    example_window.resize(1440, 900)
