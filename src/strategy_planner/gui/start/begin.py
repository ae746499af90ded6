"""The first two things of a backcast: the vision, as a state, and by when."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.calendars.coarse import read_date
from strategy_planner.calendars.coarse_date import CoarseDate
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.formatting import show_day
from strategy_planner.gui.composing import DECIDING_KEYS, ComposingLineEdit
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.creation import today


class VisionEdit(QPlainTextEdit):
    """Two lines for one sentence: Enter goes on, but not while an input method composes."""

    decided = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_composing = False
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Take composed text, and know while there is some."""
        self.is_composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def event(self, event: QEvent) -> bool:
        """Enter goes on, and belongs with Tab and Escape to the input method that composes."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if self.is_composing and event.key() in DECIDING_KEYS:
                event.accept()
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                event.accept()
                self.decided.emit()
                return True
        return super().event(event)


class BeginCard(QFrame):
    """Asks for the vision and its year, and says how the date will be read."""

    begun = Signal(str, str)
    """The vision and its date as written; both may be empty but for the vision."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("begin")
        self.heading = QLabel(self)
        self.heading.setProperty("role", "title")
        self.vision_label, self.date_label = QLabel(self), QLabel(self)
        self.vision = VisionEdit(self)
        self.date = ComposingLineEdit(self)
        self.date.setMaxLength(100)
        self.meaning = QLabel(self)
        self.meaning.setWordWrap(True)
        self.meaning.setTextFormat(Qt.TextFormat.PlainText)
        self.button = QPushButton(self)
        self.button.setProperty("primary", True)
        self._arrange()
        self.vision.decided.connect(self.begin)
        self.vision.textChanged.connect(self._look)
        self.date.returnPressed.connect(self.begin)
        self.date.textChanged.connect(self._look)
        self.button.clicked.connect(self.begin)
        self.name()

    def _arrange(self) -> None:
        dates = QHBoxLayout()
        dates.setSpacing(12)
        dates.addWidget(self.date, 2)
        dates.addWidget(self.meaning, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addWidget(self.heading)
        column.addWidget(self.vision_label)
        column.addWidget(self.vision)
        column.addSpacing(4)
        column.addWidget(self.date_label)
        column.addLayout(dates)
        column.addSpacing(8)
        column.addWidget(self.button)
        self.setTabOrder(self.vision, self.date)
        self.setTabOrder(self.date, self.button)

    def set_text_scale(self, scale: float) -> None:
        """Two lines high, whatever the size of the text."""
        self.vision.setFixedHeight(round(58 * scale))

    def name(self) -> None:
        """All words, in the language of the window."""
        tr = self.workspace.tr
        self.heading.setText(tr("Begin with the vision"))
        self.vision_label.setText(tr("What is true then, in one sentence"))
        self.vision.setAccessibleName(tr("What is true then, in one sentence"))
        self.vision.setPlaceholderText(tr("What is true when the vision has come?"))
        self.date_label.setText(tr("By when (may stay open)"))
        self.date.setAccessibleName(tr("By when (may stay open)"))
        self.date.setPlaceholderText(tr("2035"))
        self.button.setText(tr("Make the plan  (Enter)"))
        self._look()

    def begin(self) -> None:
        """Make the plan, unless there is no vision or nobody can read the date."""
        vision = " ".join(self.vision.toPlainText().split())
        if not vision:
            self.vision.setFocus()
        elif self._read() is None and self.date.text().strip():
            self.date.setFocus()
            self.date.selectAll()
        else:
            self.begun.emit(vision, self.date.text().strip())
            self.vision.clear()
            self.date.clear()

    def _read(self) -> CoarseDate | None:
        text = self.date.text().strip()
        try:
            return read_date(text, today()) if text else None
        except CalendarError:
            return None

    def _look(self) -> None:
        tr, language = self.workspace.tr, self.workspace.language
        found = self._read()
        wrong = found is None and bool(self.date.text().strip())
        if wrong:
            said = tr("This cannot be read as a date. Write for example {examples}.",
                      examples=tr("2035, end of FY2030"))  # fmt: skip
        elif found is None:
            said = tr("Without a date no latest dates can be computed yet.")
        elif found.latest is None:
            said = tr("It has no end, so it sets no target.")
        else:
            said = tr("Read as until {day}", day=show_day(found.latest, language))
        self.meaning.setText(said)
        self.meaning.setProperty("role", "wrong" if wrong else "caption")
        self.meaning.style().unpolish(self.meaning)
        self.meaning.style().polish(self.meaning)
        self.button.setEnabled(bool(self.vision.toPlainText().strip()))
        self.button.setToolTip("" if self.button.isEnabled() else tr("Write the vision first."))
