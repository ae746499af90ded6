"""The windows of the program: which shows what, the next one, and leaving them all."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt

from strategy_planner.gui.shell.preferences import Preferences

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow

_STEP = 32
"""How far a new window stands from the one before, right and down."""


class Windows(QObject):
    """All open windows, the oldest first. They share the preferences and nothing else."""

    def __init__(self, preferences: Preferences) -> None:
        super().__init__(preferences)
        self.preferences = preferences
        self.all: list[MainWindow] = []
        self._is_quitting = False

    def open(self, beside: "MainWindow") -> "MainWindow":
        """A new window, empty, a step away from another."""
        from strategy_planner.gui.shell.window import MainWindow
        from strategy_planner.gui.workspace import Workspace

        window = MainWindow(Workspace(), self.preferences, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if not beside.isMaximized():
            window.resize(beside.size())
            window.move(beside.pos() + QPoint(_STEP, _STEP))
        window.show()
        window.activateWindow()
        return window

    def showing(self, path: Path) -> "MainWindow | None":
        """The window in which a file is open already."""
        wanted = _true_path(path)
        for window in self.all:
            shown = window.document.path if window.is_furnished else None
            if shown is not None and _true_path(shown) == wanted:
                return window
        return None

    def quit(self) -> None:
        """Close every window; each asks for its own plan, and one that stays keeps the rest."""
        self._is_quitting = True
        if len(self.all) > 1:
            self.all[-1].bring_forward()
        if self.all:
            self.all[-1].close()

    def stay(self) -> None:
        """Somebody went back instead of leaving."""
        self._is_quitting = False

    def let_go(self, window: "MainWindow") -> None:
        """A window was closed; the next one follows where all are to."""
        if window in self.all:
            self.all.remove(window)
        if self._is_quitting:
            self.quit()


def _true_path(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path.absolute()
