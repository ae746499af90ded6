"""The five questions as steps at the head of the interview; the one that is asked is lit."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from strategy_planner.analysis.interview.walk import QUESTIONS, Question
from strategy_planner.gui.fonts import measure
from strategy_planner.gui.interview.words import STEPS
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.marks import Shapes, ring
from strategy_planner.layout.shapes import Label, Polyline, Stroke, Weight, baseline

_TEXT, _RING, _BAR, _GAP = 12, 22, 14, 8


class Steps(QWidget):
    """Where in the five questions the interview is. Where there is no room, only numbers."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scale = 1.0
        self._asked: Question | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_question(self, asked: Question | None) -> None:
        """Light the question that is asked."""
        self._asked = asked
        if asked in QUESTIONS:
            words = self._workspace.tr(
                "Question {number} of {count}: {question}",
                number=QUESTIONS.index(asked) + 1,
                count=len(QUESTIONS),
                question=STEPS[asked].into(self._workspace.language),
            )
        else:
            words = self._workspace.tr("Questions")
        self.setAccessibleName(words)
        self.update()

    def set_text_scale(self, scale: float) -> None:
        """Larger steps."""
        self._scale = min(scale, 1.6)
        self.setFixedHeight(round(34 * self._scale))
        self.update()

    def sizeHint(self) -> QSize:
        """As much as there is."""
        return QSize(300, round(34 * self._scale))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Numbers in rings, words beside them, bars between."""
        del event
        painter = QPainter(self)
        wordy = next(
            (kind for kind in ("all", "asked") if self._width(kind) <= self.width()), "none"
        )
        x = max(0.0, (self.width() - self._width(wordy)) / 2)
        for place, step in enumerate(QUESTIONS):
            if place:
                x = self._bar(painter, x)
            x = self._step(painter, x, step, self._worded(step, wordy))
        painter.end()

    def _worded(self, step: Question, wordy: str) -> str:
        shown = wordy == "all" or (wordy == "asked" and step == self._asked)
        return STEPS[step].into(self._workspace.language) if shown else ""

    def _width(self, wordy: str) -> float:
        words = [self._worded(step, wordy) for step in QUESTIONS]
        texts = sum(self._text_width(text, 700) for text in words if text)
        return texts + (len(words) * _RING + (len(words) - 1) * (_BAR + 2 * _GAP)) * self._scale

    def _text_width(self, text: str, weight: Weight) -> float:
        return measure(text, _TEXT * self._scale, weight) + 6 * self._scale

    def _bar(self, painter: QPainter, x: float) -> float:
        middle, gap = self.height() / 2, _GAP * self._scale
        end = x + gap + _BAR * self._scale
        line = Polyline(((x + gap, middle), (end, middle)), Stroke("control"))
        shape_painter(self._workspace.theme.scheme).paint(painter, (line,))
        return end + gap

    def _step(self, painter: QPainter, x: float, step: Question, words: str) -> float:
        lit, size, side = step == self._asked, _TEXT * self._scale, _RING * self._scale
        middle = self.height() / 2
        stroke = Stroke("accent" if lit else "control", 1.2)
        number = str(QUESTIONS.index(step) + 1)
        weight: Weight = 700 if lit else 400
        shapes: Shapes = (
            ring(x + side / 2, middle, side - 2, stroke, "accent" if lit else None),
            Label(x + side / 2, baseline(middle, size), number, size,
                  "onAccent" if lit else "ink2", 500, "middle"),
        )  # fmt: skip
        x += side
        if words:
            shapes += (Label(x + 6 * self._scale, baseline(middle, size), words, size,
                             "ink" if lit else "ink2", weight),)  # fmt: skip
            x += self._text_width(words, 700)
        shape_painter(self._workspace.theme.scheme).paint(painter, shapes)
        return x
