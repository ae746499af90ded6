"""A card that is pressed as a whole: a button with words and a picture on it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget


class CardButton(QPushButton):
    """As large as what lies on it; everything on it lets the pointer through."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAutoDefault(True)

    def sizeHint(self) -> QSize:
        """What the layout needs."""
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.totalSizeHint()

    def minimumSizeHint(self) -> QSize:
        """No narrower than the layout allows."""
        layout = self.layout()
        return super().minimumSizeHint() if layout is None else layout.totalMinimumSize()


def row(parent: QWidget, margin: int = 14, spacing: int = 14) -> QHBoxLayout:
    """The row in which a card's contents stand."""
    made = QHBoxLayout(parent)
    made.setContentsMargins(margin, 10, margin, 10)
    made.setSpacing(spacing)
    return made
