"""A room that covers the whole window for a while, and the way back to the desk under it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from strategy_planner.gui.shell.actions import WHILE_COVERED

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow


def cover(window: "MainWindow", room: QWidget) -> None:
    """Let a room take the place of everything; few actions are left meanwhile."""
    for part in (window.menuBar(), window.toolbar, window.status):
        part.hide()
    window.actions_.leave_only(WHILE_COVERED)
    window.whole.setCurrentWidget(room)


def uncover(window: "MainWindow", item: str = "") -> None:
    """Back to the desk and what was selected there, or to an item."""
    window.whole.setCurrentWidget(window.docks)
    for part in (window.menuBar(), window.toolbar, window.status):
        part.show()
    window.actions_.leave_only(None)
    window.deeds.refresh()
    if item:
        window.workspace.select([item])
    window.docks.give_view_keyboard()
