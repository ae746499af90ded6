"""How a problem looks in the list: its weight, one sentence, its item and the way there."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from strategy_planner.analysis.findings import Finding
from strategy_planner.gui.fonts import font
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.problems.model import ProblemsModel
from strategy_planner.gui.problems.ways import way_out
from strategy_planner.language import Message
from strategy_planner.layout.marks import severity_mark

_Index = QModelIndex | QPersistentModelIndex
_ROW = 28
_EDGE = 16
_LEAST_NAME = 7
"""Characters of a name, in ems, that say which item is meant."""


class ProblemRow(QStyledItemDelegate):
    """Severity shape, sentence, the item's number."""

    def __init__(self, model: ProblemsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.text_scale = 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        del index
        return QSize(option.rect.width(), round(_ROW * self.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        workspace = self._model.workspace
        paint = shape_painter(workspace.theme.scheme)
        finding = self._model.shown[index.row()]
        box = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, paint.colour("accentWeak"))
            painter.fillRect(QRect(0, box.y(), 3, box.height()), paint.colour("accent"))
        middle = box.center().y() + 0.5
        paint.paint(
            painter,
            severity_mark(
                finding.severity, box.x() + 15 + 7 * self.text_scale, middle, 14 * self.text_scale
            ),
        )
        room = QRect(box.x() + 26, box.y(), box.width() - 26 - _EDGE, box.height())
        painter.setFont(font(12 * self.text_scale, 500))
        painter.setPen(paint.colour("accent"))
        if self._model.item_of(index):
            room = _draw_right(painter, self._action(finding), room)
        painter.setFont(font(11 * self.text_scale))
        painter.setPen(paint.colour("ink3"))
        room = _draw_right(painter, self._number(finding), room)
        painter.setFont(font(12 * self.text_scale, 500 if finding.severity == "error" else 400))
        painter.setPen(paint.colour("ink"))
        room.setLeft(round(room.left() + 14 * self.text_scale))
        sentence = fitted(finding.message, workspace.language, painter.fontMetrics(), room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, sentence)
        painter.restore()

    def is_on_action(self, x: int, index: _Index, box: QRect) -> bool:
        """Whether a click at ``x`` is on the action of a row."""
        action = self._action(self._model.shown[index.row()])
        width = QFontMetrics(font(12 * self.text_scale, 500)).horizontalAdvance(action)
        return bool(self._model.item_of(index)) and x >= box.right() - _EDGE - width - 4

    def _action(self, finding: Finding) -> str:
        return f"{way_out(finding.rule)[0].into(self._model.workspace.language)}  ›"

    def _number(self, finding: Finding) -> str:
        nodes = self._model.workspace.plan.nodes
        return next((nodes[id_].number or "" for id_ in finding.items if id_ in nodes), "")


def _draw_right(painter: QPainter, text: str, room: QRect) -> QRect:
    """A text at the right end of the room; what is left of the room."""
    width = painter.fontMetrics().horizontalAdvance(text)
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
    return room.adjusted(0, 0, -width - 16, 0)


def fitted(sentence: Message, language: str, metrics: QFontMetrics, room: int) -> str:
    """A sentence for a line: where it is too long, its names give way before its verdict."""
    whole = sentence.into(language)
    excess = metrics.horizontalAdvance(whole) - room
    if excess <= 0:
        return whole
    end = Qt.TextElideMode.ElideRight
    names = {
        key: value.into(language)
        for key, value in sentence.values.items()
        if isinstance(value, Message)
    }
    widths = {key: metrics.horizontalAdvance(name) for key, name in names.items()}
    # Widths of parts do not quite add up to the width of the whole.
    excess += 2 * metrics.horizontalAdvance("田")
    share = max(0.0, 1 - excess / (sum(widths.values()) or 1))
    least = _LEAST_NAME * metrics.horizontalAdvance("田")
    shorter = {
        key: metrics.elidedText(name, end, max(least, round(widths[key] * share)))
        for key, name in names.items()
    }
    short = replace(sentence, values={**sentence.values, **shorter})
    return metrics.elidedText(short.into(language), end, room)
