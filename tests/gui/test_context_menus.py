"""Menus where a planner expects one: what keys and buttons do, in words, at the place itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from strategy_planner.gui.shell.window import MainWindow


@pytest.fixture
def window(example_window: MainWindow) -> Iterator[MainWindow]:
    yield example_window
    for menu in example_window.findChildren(QMenu):
        menu.close()


def menu_of(qtbot: QtBot, widget: QWidget, place: QPoint) -> QMenu:
    """The menu that the right button, or the menu key, opens at a place of a widget."""
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, place, widget.mapToGlobal(place)
    )  # fmt: skip
    QApplication.sendEvent(widget, event)
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def choose(qtbot: QtBot, menu: QMenu, words: str) -> None:
    action = next(one for one in menu.actions() if one.text().split("\t")[0] == words)
    assert action.isEnabled()
    window = menu.parentWidget().window()
    menu.close()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    action.trigger()


def id_of(window: MainWindow, number: str) -> str:
    nodes = window.workspace.plan.nodes.values()
    return next(node.id for node in nodes if node.number == number)


def test_the_outline_offers_what_its_keys_do(window: MainWindow, qtbot: QtBot) -> None:
    workspace, tree = window.workspace, window.outline.tree
    workspace.select([id_of(window, "A-011")])
    here = tree.visualRect(window.outline.model.index_of(id_of(window, "A-011"))).center()
    menu = menu_of(qtbot, tree.viewport(), here)
    words = [action.text() for action in menu.actions() if action.text()]
    assert words[:3] == ["What does this need?\tTab", "Edit the title\tF2",
                         "New item beside this\tInsert"]  # fmt: skip
    choose(qtbot, menu, "Delete")
    assert id_of_or_none(window, "A-011") is None
    workspace.undo_stack.undo()
    menu = menu_of(qtbot, tree.viewport(), here)
    choose(qtbot, menu, "Duplicate")
    assert workspace.selection != (id_of(window, "A-011"),)
    workspace.undo_stack.undo()


def id_of_or_none(window: MainWindow, number: str) -> str | None:
    nodes = window.workspace.plan.nodes.values()
    return next((node.id for node in nodes if node.number == number), None)


def test_a_problem_offers_its_way_out_its_items_and_its_sentence(
    window: MainWindow, qtbot: QtBot
) -> None:
    problems = window.problems
    index = problems.model.index(0, 0)
    here = problems.list.visualRect(index).center()
    finding = problems.model.shown[0]
    choose(qtbot, menu_of(qtbot, problems.list.viewport(), here), "Copy the sentence")
    assert QGuiApplication.clipboard().text() == finding.message.into("en")
    choose(qtbot, menu_of(qtbot, problems.list.viewport(), here), "Select the item")
    assert window.workspace.selection == (finding.items[0],)
    choose(qtbot, menu_of(qtbot, problems.list.viewport(), here), "Select all that it names")
    assert set(window.workspace.selection) == set(finding.items)


def test_a_row_of_the_inspector_is_edited_left_and_deleted_by_its_menu(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = window.workspace
    workspace.select([id_of(window, "A-011")])
    link, row = next(iter(window.inspector.page.needs.list.rows.items()))
    choose(qtbot, menu_of(qtbot, row.name, QPoint(4, 4)), "Write the reason")
    assert row.reason.input.hasFocus()
    choose(qtbot, menu_of(qtbot, row.name, QPoint(4, 4)), "Edit")
    assert row.form.isVisible()
    choose(qtbot, menu_of(qtbot, row.name, QPoint(4, 4)), "Delete")
    assert link not in workspace.plan.links
    workspace.undo_stack.undo()
    row = window.inspector.page.needs.list.rows[link]
    choose(qtbot, menu_of(qtbot, row, QPoint(4, 4)), "Show on its own")
    assert workspace.selection == (link,)


def test_the_menu_of_the_ground_adds_items(window: MainWindow, qtbot: QtBot) -> None:
    workspace, tree = window.workspace, window.outline.tree
    tree.collapseAll()
    ground = QPoint(40, tree.viewport().height() - 4)
    assert not tree.indexAt(ground).isValid()
    count = len(workspace.plan.nodes)
    choose(qtbot, menu_of(qtbot, tree.viewport(), ground), "New required state")
    assert len(workspace.plan.nodes) == count + 1
    assert workspace.plan.nodes[workspace.selection[0]].kind == "state"
