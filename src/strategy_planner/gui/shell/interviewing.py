"""The backward interview over the whole window, and the way back to the desk under it."""

from typing import TYPE_CHECKING

from strategy_planner.gui.shell.covering import cover, uncover

if TYPE_CHECKING:
    from strategy_planner.gui.interview.room import InterviewRoom
    from strategy_planner.gui.shell.window import MainWindow


class Interviewing:
    """Covers the window with the interview, made when it is first held."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._room: InterviewRoom | None = None

    @property
    def room(self) -> "InterviewRoom":
        """The room of the interview."""
        if self._room is None:
            from strategy_planner.gui.interview.room import InterviewRoom

            self._room = InterviewRoom(self._window.workspace, self._window)
            self._room.set_text_scale(self._window.preferences.text_percent / 100)
            self._room.left.connect(self.leave)
            self._window.whole.addWidget(self._room)
        return self._room

    @property
    def is_on(self) -> bool:
        """Whether the interview covers the window."""
        return self._room is not None and self._window.whole.currentWidget() is self._room

    def begin(self) -> None:
        """Cover the window, and ask about the selected item."""
        if self.is_on:
            return
        window, room = self._window, self.room
        chosen = window.workspace.selection
        cover(window, room)
        room.begin(chosen[0] if chosen else None)

    def leave(self, item: str = "") -> None:
        """Back to the desk and what was selected there, or to an item."""
        uncover(self._window, item)

    def end(self) -> None:
        """Another plan stands in the workspace: the interview was about the one before."""
        if self.is_on:
            self.leave()

    def set_text_scale(self, scale: float) -> None:
        """Larger texts."""
        if self._room is not None:
            self._room.set_text_scale(scale)
