"""A number of months, written or stepped by the arrow keys."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

_MOST, _STEP = 600, 6


class MonthsField(QLineEdit):
    """What is no number of months from 1 to 600 changes nothing, and is given up on leaving."""

    changed = Signal(int)

    def __init__(self, months: int, parent: QWidget | None = None) -> None:
        super().__init__(str(months), parent)
        self.months = months
        self.setValidator(QIntValidator(1, _MOST, self))
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textChanged.connect(self._read)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down go half a year further or back."""
        steps = {Qt.Key.Key_Up: _STEP, Qt.Key.Key_Down: -_STEP}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.setText(str(min(_MOST, max(1, self.months + step))))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the months that hold."""
        super().focusOutEvent(event)
        self.setText(str(self.months))

    def _read(self) -> None:
        if self.hasAcceptableInput() and int(self.text()) != self.months:
            self.months = int(self.text())
            self.changed.emit(self.months)
