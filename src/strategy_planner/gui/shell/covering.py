"""A room that covers the whole window for a while, and the way back to the desk under it."""

from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import Qt

from strategy_planner.gui.shell.actions import WHILE_COVERED

if TYPE_CHECKING:
    from strategy_planner.gui.covering_room import CoveringRoom
    from strategy_planner.gui.shell.window import MainWindow


RoomT = TypeVar("RoomT", bound="CoveringRoom")


class Covering(Generic[RoomT]):
    """Covers the window with a room, made when it is first entered."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._room: RoomT | None = None

    def _made(self) -> RoomT:
        """The room, which a subclass makes."""
        raise NotImplementedError

    @property
    def room(self) -> RoomT:
        """The room."""
        if self._room is None:
            self._room = self._made()
            self._room.set_text_scale(self._window.preferences.text_percent / 100)
            self._room.left.connect(self.leave)
            self._window.whole.addWidget(self._room)
        return self._room

    @property
    def is_on(self) -> bool:
        """Whether the room covers the window."""
        return self._room is not None and self._window.whole.currentWidget() is self._room

    def cover(self) -> None:
        """Let the room take the place of everything; few actions are left meanwhile."""
        window = self._window
        for part in (window.menuBar(), window.toolbar, window.status):
            part.hide()
        window.actions_.leave_only(WHILE_COVERED)
        window.whole.setCurrentWidget(self.room)

    def leave(self, item: str = "") -> None:
        """Back to the desk and what was selected there, or to an item."""
        window = self._window
        window.whole.setCurrentWidget(window.docks)
        for part in (window.menuBar(), window.toolbar, window.status):
            part.show()
        window.actions_.leave_only(None)
        window.deeds.refresh()
        if item:
            window.workspace.select([item])
        view = window.views.currentWidget() or window.views
        view.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Another plan stands in the workspace: the room was about the one before."""
        if self.is_on:
            self.leave()

    def set_text_scale(self, scale: float) -> None:
        """Larger texts."""
        if self._room is not None:
            self._room.set_text_scale(scale)
