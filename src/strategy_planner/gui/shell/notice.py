"""A quiet notice at the foot of the window: what was refused or done, for a few seconds."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from strategy_planner.gui.shell.foot import place_at_foot
from strategy_planner.gui.workspace import Workspace

SECONDS = 6
_WIDEST = 720


class Notice(QFrame):
    """One sentence over the foot of the window; it goes by itself and takes no focus."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("notice")
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.close_button = QPushButton("✕", self)
        self.close_button.setProperty("role", "link")
        self.close_button.clicked.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 6, 6)
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def show_words(self, words: str, *, kind: str = "refused") -> None:
        """Show a sentence; ``kind`` is ``refused`` or ``done``."""
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

    def place(self) -> None:
        """Stand at the foot of the window."""
        place_at_foot(self, _WIDEST)
