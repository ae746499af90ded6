"""A line of text with the words that were looked for marked, cut around the first of them."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from strategy_planner.layout.theme import Theme

Spans = list[tuple[int, int]]
_BEFORE = 10
"""Characters that are kept before the first mark where a text is too long for its line."""


def draw_marked(
    painter: QPainter, box: QRect, text: str, spans: Spans, face: QFont, colour: str, theme: Theme
) -> None:
    """Draw ``text`` in one line of ``box``; marks are bold on a ground of their own."""
    bold = QFont(face)
    bold.setWeight(QFont.Weight.Bold)
    line, marks = cut_around(text.replace("\n", " "), spans, QFontMetrics(bold), box.width())
    x = float(box.left())
    for part, is_marked in _parts(line, marks):
        metrics = QFontMetrics(bold if is_marked else face)
        room = box.right() + 1 - x
        if room <= 0:
            return
        shown = metrics.elidedText(part, Qt.TextElideMode.ElideRight, int(room))
        width = metrics.horizontalAdvance(shown)
        area = QRectF(x, box.top(), width, box.height())
        if is_marked:
            high = metrics.ascent() + 2
            ground = QRectF(x, box.center().y() - high / 2, width, high)
            painter.fillRect(ground, QColor(theme.colour("warnWeak")))
        painter.setFont(bold if is_marked else face)
        painter.setPen(QColor(theme.colour("ink" if is_marked else colour)))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
        x += width


def cut_around(
    text: str, spans: Spans, metrics: QFontMetrics, room: int
) -> tuple[str, Spans]:  # fmt: skip
    """The text from a little before its first mark on, where it would not be seen otherwise."""
    if not spans or metrics.horizontalAdvance(text[: spans[0][1]]) <= room:
        return text, spans
    start = max(0, spans[0][0] - _BEFORE)
    moved = 1 - start
    return "…" + text[start:], [(first + moved, last + moved) for first, last in spans]


def _parts(text: str, spans: Spans) -> list[tuple[str, bool]]:
    parts: list[tuple[str, bool]] = []
    place = 0
    for start, end in spans:
        parts += [(text[place:start], False), (text[start:end], True)]
        place = end
    return [part for part in (*parts, (text[place:], False)) if part[0]]
