"""Inputs of text: one line, several lines, and a date that tells what it means."""

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QCompleter, QPlainTextEdit, QWidget

from strategy_planner.gui.composing import DECIDING_KEYS, ComposingLineEdit
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.cells import read_cell, show_cell
from strategy_planner.model.fields import Field
from strategy_planner.model.naming import Names
from strategy_planner.model.reading import read, show

PASSING = frozenset({Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason})
"""Ways of losing the focus that are no leaving: a menu over the field, another window."""

_NONE = Qt.KeyboardModifier.NoModifier


class LineInput(ComposingLineEdit):
    """One line: Enter and leaving decide, Escape gives up what was typed."""

    decided = Signal()
    given_up = Signal()

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._field = workspace, field

    def put(self, value: Any) -> None:
        """Show a value."""
        text = self._shown(value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        self.setToolTip(as_tooltip(text))
        self.setModified(False)

    def _shown(self, value: Any) -> str:
        return show(self._field, value, self._workspace.language)

    def take(self) -> Any:
        """The value that is written; PlanError where it is none."""
        return read(self._field, self.text(), self._workspace.plan)

    def is_dirty(self) -> bool:
        """Whether something was typed since the value was put."""
        return self.isModified()

    def offer(self, completer: QCompleter) -> None:
        """Offer completions; taking one decides."""
        self.setCompleter(completer)
        completer.activated.connect(self._take_offer, Qt.ConnectionType.QueuedConnection)

    def _take_offer(self, text: str) -> None:
        """The completer has put its text in by now, which Qt does not count as written."""
        self.setText(text)
        self.setModified(True)
        self.decided.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter decides, Escape gives up."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if self.is_dirty():
                self.decided.emit()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving decides."""
        super().focusOutEvent(event)
        if self.isModified() and event.reason() not in PASSING:
            self.decided.emit()


class RangesInput(LineInput):
    """Quick ranges in one line, which names tracks of the plan; an empty one shows how."""

    def put(self, value: Any) -> None:
        """Show the ranges."""
        super().put(value)
        self.setPlaceholderText(self._workspace.tr("Research=-20%,+80%; *=0%,+50%"))

    def _shown(self, value: Any) -> str:
        workspace = self._workspace
        return show_cell(workspace.plan, self._field, value, workspace.language)

    def take(self) -> Any:
        """The value that is written; PlanError where it is none."""
        workspace = self._workspace
        return read_cell(self._field, self.text(), Names(workspace.plan, workspace.language))


class TextInput(QPlainTextEdit):
    """Text that wraps and is as high as it needs to be.

    In a title Enter decides; in other texts it is a new line, and Ctrl+Enter or leaving decides.
    """

    decided = Signal()
    given_up = Signal()
    LEAST_LINES, MOST_LINES = 2, 14
    enter_decides = False

    def __init__(self, workspace: Workspace, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace, self._field = workspace, field
        self._composing = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(1)
        self.document().setModified(False)  # the margin counted as an edit
        if field.editor == "title":
            self.LEAST_LINES, self.enter_decides = 1, True
            self.setProperty("role", "title")
        self.textChanged.connect(self._fit)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._settle)

    def put(self, value: Any) -> None:
        """Show a text."""
        text = show(self._field, value, self._workspace.language)
        if text != self.toPlainText():
            self.setPlainText(text)
        self.document().setModified(False)
        self._fit()

    def take(self) -> Any:
        """The text as written; a title is one paragraph."""
        text = self.toPlainText()
        if self._field.editor == "title":
            text = " ".join(text.split())
        return read(self._field, text, self._workspace.plan)

    def is_dirty(self) -> bool:
        """Whether something was typed since the text was put."""
        return self.document().isModified()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Know while text is composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Enter, Tab and Escape belong to the input method while text is composed."""
        if self._composing and isinstance(event, QKeyEvent) and event.key() in DECIDING_KEYS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter decides or breaks the line, Escape gives up."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        plain = event.modifiers() in {_NONE, Qt.KeyboardModifier.KeypadModifier}
        if enter and (held or (self.enter_decides and plain)):
            if self.is_dirty():
                self.decided.emit()
        elif event.key() == Qt.Key.Key_Escape and self.is_dirty():
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving decides."""
        super().focusOutEvent(event)
        if self.is_dirty() and event.reason() not in PASSING:
            self.decided.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._fit()
        self._settling.start()

    def _settle(self) -> None:
        """Wrap once more: Qt keeps the old lines when the height changes amid a change of width."""
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._fit()

    def _fit(self) -> None:
        line = self.fontMetrics().lineSpacing() + 1
        first = self.blockBoundingGeometry(self.document().firstBlock())
        last = self.blockBoundingGeometry(self.document().lastBlock())
        written = round(last.bottom() - first.top())
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        if written > self.MOST_LINES * line:
            policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(policy)
        margins = self.contentsMargins()
        room = max(self.LEAST_LINES * line, min(self.MOST_LINES * line, written))
        height = room + margins.top() + margins.bottom() + 6
        if height != self.height():
            self.setFixedHeight(height)
