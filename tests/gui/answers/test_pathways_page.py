"""The page of the pathways: side by side, chosen and named in the table, and what always holds."""

import datetime as dt
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.pathways.page import PathwaysPage
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan


@pytest.fixture
def page(example_window: MainWindow, qtbot: QtBot) -> Iterator[PathwaysPage]:
    example_window.answering.show("pathways")
    assert example_window.answering.panel is not None
    found = example_window.answering.panel.pages["pathways"]
    assert isinstance(found, PathwaysPage)
    qtbot.waitUntil(lambda: not found.asking.is_busy)
    yield found
    example_window.answering.panel.put_away()


def said(page: PathwaysPage, row: str, pathway: str) -> str:
    keys = [one.key for one in page.table.rows]
    item = page.table.item(keys.index(row), page.table.ids.index(pathway))
    assert item is not None
    return item.text()


def at(page: PathwaysPage, row: str, pathway: str) -> None:
    keys = [one.key for one in page.table.rows]
    page.table.setCurrentCell(keys.index(row), page.table.ids.index(pathway))
    page.table.setFocus()


def pick(menu: QMenu | None, words: str) -> None:
    assert menu is not None
    menu.hide()
    next(one for one in menu.actions() if one.text() == words).trigger()


def test_every_pathway_is_told_with_what_it_leads_to(page: PathwaysPage) -> None:
    assert page.table.ids == ["PW-NEW", "PW-OLD", "PW-CIRCLE"]
    assert said(page, "finish", "PW-OLD") == "6 Dec 2030"
    assert said(page, "slack", "PW-NEW") == "11 months short"
    assert said(page, "cost", "PW-OLD") == "50,640 million yen"
    assert said(page, "chance", "PW-OLD") == "18% (±0.4 points)"
    assert said(page, "late", "PW-OLD") == "None"
    assert said(page, "late", "PW-NEW").startswith("6: V-001")
    assert said(page, "CH-DATA", "PW-NEW") == "Build anew (closed)"
    assert "10,000 runs" in page.ground.text()


def test_another_pathway_is_followed_by_a_key_and_undone(page: PathwaysPage, qtbot: QtBot) -> None:
    at(page, "follow", "PW-OLD")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    assert page.workspace.plan.pathways["PW-OLD"].active
    assert said(page, "follow", "PW-OLD") == "● Followed now"
    assert said(page, "follow", "PW-NEW") == "Follow it"
    page.workspace.undo_stack.undo()
    assert said(page, "follow", "PW-NEW") == "● Followed now"


def test_a_choice_is_made_in_its_cell_and_left_open_again(page: PathwaysPage, qtbot: QtBot) -> None:
    at(page, "CH-MATERIAL", "PW-OLD")
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    assert page.table.menu is not None
    ticked = [one.text() for one in page.table.menu.actions() if one.isChecked()]
    assert ticked == ["Marine-biodegradable + Plant-based"]
    pick(page.table.menu, "Plant-based + Waste-based")
    chosen = page.workspace.plan.pathways["PW-OLD"].chosen
    assert chosen["CH-MATERIAL"] == ("植物由来", "廃棄物由来")
    assert said(page, "CH-MATERIAL", "PW-OLD") == "Plant-based + Waste-based (closed)"
    qtbot.waitUntil(lambda: said(page, "slack", "PW-OLD") == "5 months short")
    qtbot.keyClick(page.table, Qt.Key.Key_Space)
    pick(page.table.menu, "Leave it open")
    assert said(page, "CH-MATERIAL", "PW-OLD") == "Left open"


def test_a_pathway_is_named_after_what_is_chosen_duplicated_and_deleted(
    page: PathwaysPage, qtbot: QtBot
) -> None:
    plan = page.workspace.plan
    qtbot.mouseClick(page.new, Qt.MouseButton.LeftButton)
    new = page.table.ids[-1]
    assert plan.pathways[new].chosen == plan.pathways["PW-NEW"].chosen
    assert plan.pathways[new].active
    field = page.table.findChild(QLineEdit)
    assert field is not None
    QTest.keyClicks(field, "Third way")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: said(page, "name", new) == "Third way")
    at(page, "name", "PW-OLD")
    qtbot.mouseClick(page.duplicate, Qt.MouseButton.LeftButton)
    copied = page.table.ids[-1]
    assert plan.pathways[copied].chosen == plan.pathways["PW-OLD"].chosen
    at(page, "slack", copied)
    qtbot.keyClick(page.table, Qt.Key.Key_Delete)
    assert copied not in plan.pathways
    page.workspace.undo_stack.undo()
    assert plan.pathways[copied].active


def test_late_items_are_listed_and_selected(page: PathwaysPage, qtbot: QtBot) -> None:
    at(page, "late", "PW-NEW")
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    pick(page.table.menu, "Select all of them")
    assert len(page.workspace.selection) == 6
    assert "A-011" in {page.workspace.plan.nodes[id_].number for id_ in page.workspace.selection}


def test_what_holds_whichever_is_taken_is_listed_and_selected(
    page: PathwaysPage, qtbot: QtBot
) -> None:
    whatever = page.whatever
    assert whatever.pick.itemText(0) == "No-regret items  49"
    assert whatever.list.item(0).text().startswith("A-010")
    assert "The first 3" in whatever.meaning.text()
    whatever.list.setFocus()
    whatever.list.setCurrentRow(1)
    qtbot.keyClick(whatever.list, Qt.Key.Key_Return)
    assert page.workspace.selection == ("A-121",)
    whatever.pick.setCurrentIndex(2)
    whatever.pick.activated.emit(2)
    assert whatever.list.count() == 2
    assert "closed on 1 Jul 2018" in whatever.list.item(0).text()
    whatever.list.setCurrentRow(1)
    qtbot.keyClick(whatever.list, Qt.Key.Key_Return)
    assert page.workspace.selection == ("A-123",)


def test_without_a_choice_it_says_how_to_make_one(page: PathwaysPage, qtbot: QtBot) -> None:
    workspace = page.workspace
    workspace.do(edits.delete(workspace.plan, [*workspace.plan.pathways]))
    assert "No pathway is named yet" in page.ground.text()
    workspace.open(Plan())
    assert page.empty.isVisible()
    with qtbot.waitSignal(workspace.refused):
        qtbot.mouseClick(page.empty_deed, Qt.MouseButton.LeftButton)


def test_the_chances_come_after_what_is_exact(
    page: PathwaysPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    from strategy_planner.analysis.simulation import simulation

    held, simulate = threading.Event(), simulation.pathway_chances

    def wait(*args: object) -> object:
        assert held.wait(20)
        return simulate(*args)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(simulation, "pathway_chances", wait)
    workspace = page.workspace
    late = dt.date(2029, 1, 1)
    assert workspace.do(edits.set_fields(workspace.plan, "node", "A-16", not_before=late))
    try:
        qtbot.waitUntil(lambda: page.answer is not None and page.answer.terms is None)
        assert said(page, "chance", "PW-OLD") == "…"
        assert said(page, "slack", "PW-OLD") != "25 days of slack"
    finally:
        held.set()
    qtbot.waitUntil(lambda: "points" in said(page, "chance", "PW-OLD"))


def test_the_pathways_are_seen_as_a_picture_and_as_the_table_again(
    page: PathwaysPage, qtbot: QtBot
) -> None:
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton)
    assert page.chart.isVisible()
    assert not page.table.isVisible()
    assert page.chart.accessibleDescription().startswith("3 pathways; in time:")
    page.workspace.do(edits.activate_pathway(page.workspace.plan, "PW-OLD"))
    page.workspace.do(edits.delete(page.workspace.plan, ["PW-CIRCLE"]))
    qtbot.waitUntil(lambda: page.chart.accessibleDescription().startswith("2 pathways"))
    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()
    assert not page.chart.isVisible()


def test_a_command_names_a_pathway_where_its_name_is_written(
    example_window: MainWindow, page: PathwaysPage
) -> None:
    page.picture.setChecked(True)
    example_window.actions_.by_id["name_pathway"].trigger()
    assert len(page.table.ids) == 4
    assert page.table.isVisible()
    assert page.table.findChild(QLineEdit) is not None
