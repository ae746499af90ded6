"""How a place looks: where it is, and the text with what goes and what comes instead."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from strategy_planner.gui.fonts import font
from strategy_planner.gui.painting import ShapePainter, shape_painter
from strategy_planner.gui.replace.places import PlaceList
from strategy_planner.layout.shapes import Weight

ROW, _PAD = 26, 12
_WHERE = 0.36
_AROUND, _SPARED = 14, 4
"""Characters shown before what is replaced; fewer than these are not worth an ellipsis."""


class PlaceRow(QStyledItemDelegate):
    """Where at the left; at the right the old text struck out, the new one bold behind it."""

    text_scale = 1.0
    instead = ""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """Rows of one height."""
        del index
        return QSize(option.rect.width(), round(ROW * self.text_scale))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """One place."""
        model = index.model()
        assert isinstance(model, PlaceList)  # noqa: S101 - the list has no other model
        shapes = shape_painter(model.workspace.theme.scheme)
        box = option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, shapes.colour("accentWeak"))
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), shapes.colour("accent"))
        place = model.places[index.row()]
        width = round(box.width() * _WHERE)
        where = QRect(box.x() + _PAD, box.y(), width - _PAD, box.height())
        _draw(painter, shapes, where, model.where(place), "ink2", self._face())
        rest = QRect(box.x() + width + _PAD, box.y(), box.width() - width - 2 * _PAD, box.height())
        self._change(painter, shapes, rest, place.before, place.spans)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(shapes.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def _change(
        self,
        painter: QPainter,
        shapes: ShapePainter,
        box: QRect,
        text: str,
        spans: tuple[tuple[int, int], ...],
    ) -> None:
        struck = QFont(self._face())
        struck.setStrikeOut(True)
        begin = spans[0][0] - _AROUND
        begin = begin if begin > _SPARED else 0
        parts = [("…" if begin else "", "ink3", self._face())]
        for first, last in spans:
            parts.append((text[begin:first], "ink", self._face()))
            parts.append((text[first:last], "late", struck))
            parts.append((self.instead, "ok", self._face(700)))
            begin = last
        parts.append((text[begin:], "ink", self._face()))
        for words, colour, face in parts:
            width = _draw(painter, shapes, box, " ".join(words.split("\n")), colour, face)
            box.setLeft(box.left() + width)

    def _face(self, weight: Weight = 400) -> QFont:
        return font(12 * self.text_scale, weight)


def _draw(
    painter: QPainter, shapes: ShapePainter, box: QRect, text: str, colour: str, face: QFont
) -> int:
    metrics = QFontMetrics(face)
    width = metrics.horizontalAdvance(text)
    if width > box.width():
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, box.width()))
    painter.setFont(face)
    painter.setPen(shapes.colour(colour))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
    return width
