"""A line of text that knows when an input method is composing in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

DECIDING_KEYS = frozenset(
    {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab}
)


class ComposingLineEdit(QLineEdit):
    """While text is composed, Enter, Tab and Escape belong to the input method."""

    is_composing = False

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed text, and know while there is some."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keeps(self, event: QEvent) -> bool:
        """Whether this is a deciding key that now belongs to the input method."""
        return self.is_composing and isinstance(event, QKeyEvent) and event.key() in DECIDING_KEYS

    def event(self, event: QEvent) -> bool:
        """Keep the deciding keys from everybody while text is composed."""
        if self.keeps(event):
            event.accept()
            return True
        return super().event(event)
