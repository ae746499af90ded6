"""The context menu of the outline: what its keys do, in words."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from strategy_planner.gui import clipboard
from strategy_planner.gui.choice_menus import fill_for_selection
from strategy_planner.gui.menu_entry import add_entry

if TYPE_CHECKING:
    from strategy_planner.gui.outline.view import OutlineView


def outline_menu(view: "OutlineView", *, on_item: bool) -> QMenu:
    """For the selected items, or for the ground under them."""
    workspace = view.workspace
    menu, tr = QMenu(view), workspace.tr

    def add(words: str, does: Callable[[], object], picture: str = "", *, can: bool = True) -> None:
        add_entry(menu, workspace.theme, words, does, picture, enabled=can)

    def ask(action: str) -> Callable[[], None]:
        return partial(view.tree.asked.emit, action)

    if on_item:
        if len(workspace.selection) == 1:
            add(tr("What does this need?") + "\tTab", ask("need"), "arrow-left-from-line")
            add(tr("Edit the title") + "\tF2", ask("rename"), "pencil")
        add(tr("New item beside this") + "\tInsert", ask("sibling"), "plus")
        menu.addSeparator()
        fill_for_selection(menu, workspace)
        add(tr("Cut"), partial(clipboard.cut_selected, workspace), "scissors")
        add(tr("Copy"), partial(clipboard.copy_selected, workspace), "copy")
    else:
        add(tr("New action"), partial(view.add_requested.emit, "add_action"), "plus")
        add(tr("New required state"), partial(view.add_requested.emit, "add_state"), "plus")
        add(tr("New vision"), partial(view.add_requested.emit, "add_vision"), "plus")
        menu.addSeparator()
    paste = partial(clipboard.paste_items, workspace)
    add(tr("Paste"), paste, "clipboard-paste", can=clipboard.can_paste())
    if on_item:
        add(tr("Duplicate"), partial(clipboard.duplicate_selected, workspace))
        menu.addSeparator()
        add(tr("Delete") + "\tDel", ask("delete"), "trash-2")
    menu.addSeparator()
    add(tr("Unfold all"), view.tree.expandAll)
    add(tr("Fold all"), view.fold_all, "fold-vertical")
    return menu
