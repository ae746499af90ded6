"""The backward interview over the whole window, and the way back to the desk under it."""

from typing import TYPE_CHECKING

from strategy_planner.gui.shell.covering import Covering

if TYPE_CHECKING:
    from strategy_planner.gui.interview.room import InterviewRoom


class Interviewing(Covering["InterviewRoom"]):
    """Covers the window with the interview."""

    def _made(self) -> "InterviewRoom":
        from strategy_planner.gui.interview.room import InterviewRoom

        return InterviewRoom(self._window.workspace, self._window)

    def begin(self) -> None:
        """Cover the window, and ask about the selected item."""
        if self.is_on:
            return
        chosen = self._window.workspace.selection
        self.cover()
        self.room.begin(chosen[0] if chosen else None)
