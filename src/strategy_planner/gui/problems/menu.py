"""The context menu of a problem: its way out, its item, its sentence for a mail."""

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QListView, QMenu

from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.problems.model import ProblemsModel
from strategy_planner.gui.problems.ways import way_out


def problem_menu(
    model: ProblemsModel,
    index: QModelIndex,
    parent: QListView,
    select: Callable[[QModelIndex], None],
    act: Callable[[QModelIndex], None],
) -> QMenu:
    """What can be done about the problem of a row."""
    workspace = model.workspace
    menu, tr, theme = QMenu(parent), workspace.tr, workspace.theme
    finding = model.shown[index.row()]
    words, part = way_out(finding.rule)
    if part:
        add_entry(
            menu, theme, words.into(workspace.language) + "\tEnter", lambda: act(index), "wrench"
        )
    if finding.items:
        add_entry(menu, theme, tr("Select the item"), lambda: select(index))
        if len(finding.items) > 1:
            every = finding.items
            add_entry(menu, theme, tr("Select all that it names"), lambda: workspace.select(every))
    menu.addSeparator()
    sentence = str(index.data(Qt.ItemDataRole.DisplayRole))
    clipboard = QGuiApplication.clipboard()
    add_entry(menu, theme, tr("Copy the sentence"), lambda: clipboard.setText(sentence), "copy")
    return menu
