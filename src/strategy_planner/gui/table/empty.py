"""What stands in the table when no row passes the filter."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget


class EmptyNotice(QWidget):
    """That no row passes the filter, and the way back."""

    cleared = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setProperty("role", "empty")
        self.clear = QPushButton(self)
        self.clear.setProperty("role", "link")
        self.clear.clicked.connect(self.cleared)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 40, 24, 24)
        for part in (self._words, self.clear):
            column.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)

    def name(self, words: str, clear: str) -> None:
        """Say it in the language of the window."""
        self._words.setText(words)
        self.clear.setText(clear)
