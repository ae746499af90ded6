"""The strip of fiscal years over the calendar: its marks lead to the rows of the list."""

from collections.abc import Hashable, Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from strategy_planner.gui.answers.decisions.answer import Calendar
from strategy_planner.gui.answers.decisions.rows import mark_of
from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.decisions.strip import Dated, Strip, decision_strip


class CalendarStrip(QWidget):
    """A picture of the list below, which says the same in words and is walked by the keyboard."""

    chosen = Signal(object)
    """The key of the deadline whose mark was pressed."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._answer: Calendar | None = None
        self._scale = 1.0
        self._current: Hashable | None = None
        self.strip: Strip | None = None
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_answer(self, answer: Calendar) -> None:
        """The deadlines that have a day."""
        self._answer = answer
        self._lay_out()

    def set_current(self, key: Hashable | None) -> None:
        """Frame the mark of a deadline."""
        self._current = key
        self.update()

    def set_text_scale(self, scale: float) -> None:
        """Years and marks larger or smaller."""
        self._scale = scale
        self._lay_out()

    def _dated(self) -> Sequence[Dated]:
        rows = self._answer.rows if self._answer is not None else ()
        return [(one.key, one.day, mark_of(one)) for one, _ in rows if one.day is not None]

    def _lay_out(self) -> None:
        answer = self._answer
        if answer is None:
            return
        month = answer.plan.settings.fiscal_year_start or 4
        day, width = answer.schedule.status_date, float(max(self.width(), 1))
        language = self._workspace.language
        self.strip = decision_strip(
            self._dated(), day, month, width, language, measure, self._scale
        )
        self.setFixedHeight(round(self.strip.height))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The years fill the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the strip."""
        del event
        if self.strip is None:
            return
        painter = QPainter(self)
        shapes = self.strip.shapes(self._current)
        shape_painter(self._workspace.theme.scheme).paint(painter, shapes)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the deadline whose mark is pressed."""
        key = self._at(event.position().x(), event.position().y())
        if key is not None:
            self.chosen.emit(key)

    def event(self, event: QEvent) -> bool:
        """The sentence of the mark under the pointer."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            key = self._at(event.pos().x(), event.pos().y())
            rows = self._answer.rows if self._answer is not None else ()
            said = (words for one, words in rows if one.key == key)
            language = self._workspace.language
            text = next((words.into(language) for words in said), "")
            QToolTip.showText(event.globalPos(), as_tooltip(text) if text else "", self)
            return True
        return super().event(event)

    def _at(self, x: float, y: float) -> Hashable | None:
        return self.strip.at(x, y) if self.strip is not None else None
