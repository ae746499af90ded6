"""The menus of a cell and of a column: everything that keys and the head do, in words."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu, QWidget

from strategy_planner.gui.table.ribbon import column_actions
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.layout.table.arrangement import Arrangement
from strategy_planner.layout.table.columns import Column, groupings

Ask = Callable[[str], None]
_CELL: tuple[tuple[str, Message, str], ...] = (
    ("copy", message("Copy cells"), "Ctrl+C"),
    ("paste", message("Paste cells"), "Ctrl+V"),
    ("paste_list", message("Paste a list as items"), "Ctrl+Shift+V"),
    ("fill_down", message("Fill down"), "Ctrl+D"),
    ("clear", message("Clear cells"), "Del"),
    ("", message("-"), ""),
    ("add_row", message("Add row"), "Insert"),
    ("delete_rows", message("Delete rows"), "Ctrl+Del"),
)
_COLUMN: tuple[tuple[str, Message], ...] = (
    ("sort_up", message("Sort upward")),
    ("sort_down", message("Sort downward")),
    ("sort_not", message("Do not sort")),
    ("", message("-")),
    ("filter", message("Filter by value…")),
    ("group", message("Group by this")),
    ("", message("-")),
    ("left", message("Move the column left")),
    ("right", message("Move the column right")),
    ("hide", message("Hide the column")),
)


def cell_menu(
    workspace: Workspace,
    arrangement: Arrangement,
    column: Column,
    parent: QWidget,
    do: Ask,
    with_column: Callable[[str, Column], None],
) -> QMenu:
    """What can be done with the selected cells, and with the column of the current one."""
    menu = QMenu(parent)
    for deed, words, keys in _CELL:
        if not deed:
            menu.addSeparator()
        elif deed != "paste_list" or arrangement.record == "node":
            # The key is the grid's own; here it is only told.
            menu.addAction(f"{words.into(workspace.language)}\t{keys}", _calling(do, deed))
    menu.addSeparator()
    menu.addMenu(column_menu(workspace, arrangement, column, menu, with_column))
    return menu


def column_menu(
    workspace: Workspace,
    arrangement: Arrangement,
    column: Column,
    parent: QWidget,
    do: Callable[[str, Column], None],
) -> QMenu:
    """Sorting, filtering, grouping and placing of one column; which columns are shown."""
    menu = QMenu(workspace.tr("This column"), parent)
    stays = column is arrangement.shown[0]
    for deed, words in _COLUMN:
        if not deed:
            menu.addSeparator()
            continue
        action = menu.addAction(words.into(workspace.language), _switching(do, deed, column))
        if deed in {"left", "right", "hide"}:
            action.setEnabled(not stays)
        elif deed == "group":
            action.setEnabled(column.key in groupings(arrangement.record))
        elif deed == "sort_not":
            action.setEnabled(bool(arrangement.sort))
    shown = menu.addMenu(workspace.tr("Columns shown"))
    for action in column_actions(workspace, arrangement, shown):
        shown.addAction(action)
        action.triggered.connect(_switching(do, f"switch {action.data()}", column))
    return menu


def _calling(do: Ask, deed: str) -> Callable[[], None]:
    return lambda: do(deed)


def _switching(do: Callable[[str, Column], None], deed: str, column: Column) -> Callable[[], None]:
    return lambda: do(deed, column)
