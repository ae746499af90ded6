"""The start page as a planner meets it: a vision, what was open before, real plans, templates."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.shell.filing import TEMPLATES
from strategy_planner.gui.shell.window import MainWindow

EXAMPLE = bundled("sample_projects", "worked_example.splan")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(new_window: MainWindow) -> MainWindow:
    return new_window


@pytest.fixture
def start(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.show_start()
    qtbot.waitUntil(lambda: all(card.card for card in window.start.samples.cards), timeout=20_000)
    return window


def project(folder: Path, name: str) -> Path:
    return Path(shutil.copy(EXAMPLE, folder / name))


def test_one_begins_with_the_vision_and_its_year(start: MainWindow, qtbot: QtBot) -> None:
    begin = start.start.begin
    assert QApplication.focusWidget() is begin.vision
    assert not begin.button.isEnabled()
    qtbot.keyClicks(begin.vision, "Everybody has clean air")
    qtbot.keyClick(begin.vision, Qt.Key.Key_Tab)
    qtbot.keyClicks(QApplication.focusWidget(), "end of FY2035")
    assert "31 Mar 2036" in begin.meaning.text()
    qtbot.keyClick(begin.date, Qt.Key.Key_Return)
    assert not start.start_is_shown
    assert start.toolbar.isVisible()
    (vision,) = start.workspace.plan.nodes.values()
    assert (vision.title, vision.date) == ("Everybody has clean air", "end of FY2035")
    assert start.workspace.selection == (vision.id,)


def test_a_date_that_nobody_can_read_is_not_taken(start: MainWindow, qtbot: QtBot) -> None:
    begin = start.start.begin
    qtbot.keyClicks(begin.vision, "Everybody has clean air")
    qtbot.keyClicks(begin.date, "when it suits")
    assert begin.meaning.property("role") == "wrong"
    qtbot.keyClick(begin.vision, Qt.Key.Key_Return)
    assert start.start_is_shown
    assert QApplication.focusWidget() is begin.date
    assert start.workspace.plan.nodes == {}


def test_enter_belongs_to_the_input_method_while_it_composes(
    start: MainWindow, qtbot: QtBot
) -> None:
    vision = start.start.begin.vision
    QApplication.sendEvent(vision, QInputMethodEvent("くうき", []))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab):
        qtbot.keyClick(vision, key)
    assert start.start_is_shown
    assert QApplication.focusWidget() is vision
    decided = QInputMethodEvent()
    decided.setCommitString("空気がきれいである")
    QApplication.sendEvent(vision, decided)
    qtbot.keyClick(vision, Qt.Key.Key_Return)
    (node,) = start.workspace.plan.nodes.values()
    assert node.title == "空気がきれいである"


def test_recent_plans_tell_their_state_and_those_gone_are_told_so(
    start: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    late, gone = project(tmp_path, "late.splan"), tmp_path / "gone.splan"
    assert start.start.recent.empty.isVisible()
    for path in (gone, late):
        start.preferences.keep_recent(str(path))
    rows = start.start.recent.rows
    qtbot.waitUntil(lambda: rows[str(late)].state.text() == "11 months too late", timeout=20_000)
    qtbot.waitUntil(lambda: rows[str(gone)].is_missing)
    assert not start.start.recent.empty.isVisible()
    assert rows[str(late)].title.text() == "Bio Strategy 2019 (worked example)"
    assert rows[str(late)].picture.card is not None
    assert rows[str(late)].saved.text()
    assert not rows[str(late)].remove.isVisible()
    qtbot.mouseClick(rows[str(gone)].remove, LEFT)
    assert start.preferences.recent == (str(late),)
    assert list(rows) == [str(late)]


def test_a_recent_plan_opens_with_enter_and_leaves_the_list_with_delete(
    start: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    first, second = project(tmp_path, "first.splan"), project(tmp_path, "second.splan")
    for path in (first, second):
        start.preferences.keep_recent(str(path))
    rows = start.start.recent.rows
    qtbot.keyClick(rows[str(second)].button, Qt.Key.Key_Delete)
    assert start.preferences.recent == (str(first),)
    assert second.exists()
    with qtbot.waitSignal(start.workspace.replaced, timeout=10_000):
        qtbot.keyClick(rows[str(first)].button, Qt.Key.Key_Return)
    assert start.document.path == first
    assert not start.start_is_shown
    assert start.map.isAncestorOf(start.focusWidget())


def test_what_was_found_out_about_a_plan_is_kept_until_it_changes(
    start: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = project(tmp_path, "plan.splan")
    cards = start.start.cards
    with qtbot.waitSignal(cards.found, timeout=20_000):
        cards.ask([str(file)])
    kept = start.preferences.card(str(file))
    assert kept
    with qtbot.assertNotEmitted(cards._read):
        cards.ask([str(file)])
        cards.wait()
    other = bundled("sample_projects", "ai_strategy.splan")
    file.write_bytes(other.read_bytes())
    with qtbot.waitSignal(cards.found, timeout=20_000):
        cards.ask([str(file)])
    assert start.preferences.card(str(file)) != kept


@pytest.mark.parametrize("language", ["ja", "en"])
def test_real_plans_show_what_is_in_them(start: MainWindow, language: str) -> None:
    start.preferences.language_choice = "ja" if language == "ja" else "en"
    bio = start.start.samples.cards[0]
    assert bio.card is not None
    assert str(bio.card.items) in bio.counts.text()
    assert "2030" in bio.year.text()
    assert len(bio.card.boxes) > 20
    for card in start.start.samples.cards:
        assert card.vision.text() in card.accessibleName()
        japanese = any("\u3040" <= character <= "\u9fff" for character in card.vision.text())
        assert japanese == (language == "ja")


def test_a_sample_opens_from_its_card(start: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(start.workspace.replaced, timeout=10_000):
        qtbot.mouseClick(start.start.samples.example, LEFT)
    assert len(start.workspace.plan.nodes) == 81
    assert start.document.path is None


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_opens_from_its_pill(start: MainWindow, qtbot: QtBot, name: str) -> None:
    qtbot.keyClick(start.start.choices.templates[name], Qt.Key.Key_Return)
    plan = start.workspace.plan
    assert len(plan.nodes) >= 9
    assert plan.nodes[start.workspace.selection[0]].kind == "vision"
    assert not start.document.is_modified


def test_every_control_of_the_page_is_reached_by_tab_and_has_a_name(
    start: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    start.preferences.keep_recent(str(project(tmp_path, "plan.splan")))
    qtbot.keyClicks(start.start.begin.vision, "x")
    page = start.start
    reached = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        if focus in reached:
            break
        reached.append(focus)
        qtbot.keyClick(focus, Qt.Key.Key_Tab)
    buttons = [b for b in page.findChildren(QPushButton) if b.isVisible()]
    assert set(buttons) <= set(reached)
    for widget in reached:
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)


def test_the_page_stands_on_one_column_where_it_is_narrow(start: MainWindow, qtbot: QtBot) -> None:
    start.resize(800, 900)
    page = start.start
    qtbot.waitUntil(lambda: page.right.y() > page.left.height())
    qtbot.waitUntil(lambda: page.widget().width() <= page.viewport().width())
