"""Asks in place why a rule does not apply."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QWidget

from strategy_planner.gui.workspace import Workspace


class ReasonLine(QWidget):
    """A field for the reason; without one nothing is switched off. Escape gives up."""

    given = Signal(str)
    given_up = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.field = QLineEdit(self)
        self.switch_off = QPushButton(self)
        self.back = QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(self.switch_off)
        row.addWidget(self.back)
        self.field.textChanged.connect(self._look)
        self.field.returnPressed.connect(self._give)
        self.switch_off.clicked.connect(self._give)
        self.back.clicked.connect(self.given_up)

    def name(self) -> None:
        """The words, in the language of the window."""
        tr = self.workspace.tr
        self.field.setPlaceholderText(tr("Why it does not apply (kept)"))
        self.field.setAccessibleName(tr("Why the rule does not apply"))
        self.switch_off.setText(tr("Switch off"))
        self.back.setText(tr("Cancel"))

    def ask(self) -> None:
        """Begin with an empty field and the keyboard in it."""
        self.field.clear()
        self._look()
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape gives up here, and does not reach the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        self.switch_off.setEnabled(bool(self.field.text().strip()))

    def _give(self) -> None:
        reason = self.field.text().strip()
        if reason:
            self.given.emit(reason)
