"""A label that breaks its words where they are read, Japanese as well as English."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from strategy_planner.gui.fonts import font, measure
from strategy_planner.layout.shapes import Weight
from strategy_planner.layout.text_breaking import break_title


class BrokenLabel(QLabel):
    """Plain text in the lines that `break_title` finds for the width."""

    def __init__(self, size: int, weight: Weight, token: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._size, self._weight = size, weight
        self._drawn_size = size
        self._words = ""
        self.token = token
        """The colour of the text, as a token of the theme."""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def say(self, words: str) -> None:
        """Show other words."""
        self._words = words
        self.setAccessibleName(words)
        self._break()

    def settle(self, colour: str, scale: float, most: int = 200) -> None:
        """Take a colour and a scale; the text grows to ``most`` pixels."""
        self._drawn_size = min(round(self._size * scale), max(most, self._size))
        self.setStyleSheet(
            f"font-size: {self._drawn_size}px; font-weight: {self._weight}; color: {colour};"
        )
        self.setFont(font(self._drawn_size, self._weight))
        self._break()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._break()

    def minimumSizeHint(self) -> QSize:
        """As high as its lines; as narrow as wished."""
        return QSize(0, self.sizeHint().height())

    def _break(self) -> None:
        width = max(60, self.width() - 4)
        lines = break_title(self._words, measure, self._drawn_size, self._weight, width)
        self.setText("\n".join(lines))
