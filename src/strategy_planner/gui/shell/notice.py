"""A quiet notice at the foot of the window: what was refused or done, for a few seconds."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from strategy_planner.gui.shell.foot import place_at_foot
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.records import Node

SECONDS = 6
_WIDEST = 720


class Notice(QFrame):
    """One sentence over the foot of the window; it goes by itself and takes no focus."""

    def __init__(self, workspace: Workspace, parent: QWidget, strip: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._strip = strip
        self.setObjectName("notice")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.undo_button = QPushButton(self)
        self.undo_button.setProperty("role", "link")
        self.undo_button.clicked.connect(self._take_back)
        self._undo: Callable[[], object] | None = None
        self.close_button = QPushButton("✕", self)
        self.close_button.setProperty("role", "link")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.undo_button)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(
        self, words: str, *, kind: str = "refused", undo: Callable[[], object] | None = None
    ) -> None:
        """Show a sentence; ``kind`` is ``refused`` or ``done``, ``undo`` takes back what was done."""
        self._undo = undo
        self.undo_button.setVisible(undo is not None)
        self.undo_button.setText(self.workspace.tr("Undo"))
        self.words.setText(words)
        self.setAccessibleName(words)
        self.close_button.setAccessibleName(self.workspace.tr("Close"))
        self.setProperty("kind", kind)
        self.style().unpolish(self)
        self.style().polish(self)
        self.place()
        self.show()
        self.raise_()
        self._timer.start(SECONDS * 1000)

    def withdraw_undo(self) -> None:
        """Something else was done since: an offer to undo would mean that."""
        if self._undo is not None:
            self._undo = None
            self.hide()

    def _take_back(self) -> None:
        undo, self._undo = self._undo, None
        self.hide()
        if undo is not None:
            undo()

    def place(self) -> None:
        """Stand at the foot of the window."""
        place_at_foot(self, _WIDEST, self._strip)


def takes_away(change_set: ChangeSet) -> bool:
    """Whether an item is gone after it."""
    return any(isinstance(c.before, Node) and c.after is None for c in change_set.changes)
