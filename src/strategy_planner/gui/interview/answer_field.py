"""The one field of the interview, with the switch at its right that says what the answer is."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QPushButton, QWidget

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.interview.keys import asked_by
from strategy_planner.gui.workspace import Workspace

_LEAST_LINE = 320
"""A line that would be narrower beside the switch, at 100 %, has the switch under it."""


class AnswerLine(ComposingLineEdit):
    """A line whose deciding keys are passed on, unless an input method is composing in it."""

    asked = Signal(str)
    """What a key asks for (`keys.ASKED`)."""
    may_link = False
    """Whether Tab has something to link to; otherwise it moves the keyboard on."""

    def event(self, event: QEvent) -> bool:
        """Take the interview's keys before the line, the window and the focus chain do."""
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        asked = asked_by(event)
        if self.is_composing and asked is not None:
            event.accept()
            return True
        if asked is None or self._is_own(asked):
            return super().event(event)
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self.asked.emit(asked)
        return True

    def _is_own(self, asked: str) -> bool:
        """Whether the line itself does what is asked: undo of what was typed, Tab to move on."""
        return (
            (asked == "undo" and self.isUndoAvailable() and bool(self.text()))
            or (asked == "redo" and self.isRedoAvailable() and bool(self.text()))
            or (asked == "link" and not self.may_link)
        )


class AnswerField(QFrame):
    """The line and its switch. Of the switch one side is always lit."""

    switched = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("answer")
        self.line = AnswerLine(self)
        self.sides: list[QPushButton] = []
        self.options: tuple[tuple[str, str], ...] = ()
        self.lit = ""
        """The option that holds."""
        self._scale = 1.0
        self.setFocusProxy(self.line)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(16, 8, 12, 8)
        self._row.setSpacing(8)
        self._row.addWidget(self.line, 1)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._sides.setSpacing(6)
        self._row.addLayout(self._sides)

    def show_options(self, options: tuple[tuple[str, str], ...], lit: str) -> None:
        """What the switch offers, as code and word, and which holds."""
        if options != self.options:
            self.options = options
            for side in self.sides:
                self._sides.removeWidget(side)
                side.hide()
                side.deleteLater()
            self.sides = [self._side(code, word) for code, word in options]
            self.arrange()
        self.light(lit)

    def light(self, lit: str) -> None:
        """Let one option hold."""
        self.lit = lit
        for side, (code, _) in zip(self.sides, self.options, strict=True):
            side.setChecked(code == lit)

    def step(self, by: int) -> None:
        """Let the next or the previous option hold, round and round."""
        codes = [code for code, _ in self.options]
        if codes:
            there = (codes.index(self.lit) + by) % len(codes) if self.lit in codes else 0
            self.light(codes[there])
            self.switched.emit()

    def set_text_scale(self, scale: float) -> None:
        """A larger line; where it is too narrow the switch stands under it."""
        self._scale = scale
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another arrangement."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Switch beside the line, or under it."""
        beside = self.width() - sum(side.sizeHint().width() + 6 for side in self.sides) - 36
        narrow = beside < _LEAST_LINE * self._scale
        down, right = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._row.setDirection(down if narrow else right)

    def _side(self, code: str, word: str) -> QPushButton:
        side = QPushButton(word, self)
        side.setCheckable(True)
        side.setProperty("role", "side")
        side.setAccessibleName(word)
        side.clicked.connect(lambda: self._choose(code))
        self._sides.addWidget(side)
        return side

    def _choose(self, code: str) -> None:
        self.light(code)
        self.switched.emit()
        self.line.setFocus()
