"""Room in a bar: where there is too little, words give way to icons, the least needed first."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QToolBar

Saving = Callable[[bool], None]
"""Shortens a part of the bar, or shows it whole again."""


class Room(QObject):
    """Shortens parts of a bar one after the other until it fits its window."""

    def __init__(self, bar: QToolBar, savings: Sequence[Saving]) -> None:
        super().__init__(bar)
        self._bar, self._savings = bar, savings
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.make)

    def make_soon(self) -> None:
        """Once whatever happens now has happened."""
        self._later.start()

    def make(self) -> None:
        """Shorten as little as is needed."""
        for save in self._savings:
            save(False)
        for save in self._savings:
            if self._bar.sizeHint().width() <= self._bar.width():
                return
            save(True)
