"""How a hit looks: the record's name over the passage, with the words marked."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from strategy_planner.analysis.folding import places_of
from strategy_planner.analysis.search import Hit
from strategy_planner.gui.finding.hits_model import HitsModel
from strategy_planner.gui.finding.marked_text import draw_marked
from strategy_planner.gui.fonts import font
from strategy_planner.gui.painting import shape_painter
from strategy_planner.layout.badges import badge_mark
from strategy_planner.layout.kind_shapes import kind_mark
from strategy_planner.layout.marks import Shapes

_Index = QModelIndex | QPersistentModelIndex
_ROW, _LEFT = 44, 12


class HitRow(QStyledItemDelegate):
    """Kind shape and name, and below: the field and what stands in it."""

    def __init__(self, model: HitsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.text_scale = 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """Rows of one height."""
        del index
        return QSize(option.rect.width(), round(_ROW * self.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One hit."""
        model, scale = self._model, self.text_scale
        hit, theme = model.hits[index.row()], model.workspace.theme
        paint, box = shape_painter(theme.scheme), option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, paint.colour("accentWeak"))
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), paint.colour("accent"))
        half = box.height() // 2
        upper = QRect(box.x(), box.y() + round(3 * scale), box.width(), half - round(3 * scale))
        paint.paint(painter, self._mark(hit, box.x() + _LEFT + 7 * scale, upper.center().y() + 0.5))
        left = _LEFT + round(20 * scale)
        upper.adjust(left, 0, -8, 0)
        name = model.name(hit)
        spans = places_of(name, model.words)
        draw_marked(painter, upper, name, spans, font(12 * scale), "ink", theme)
        lower = QRect(upper.x(), box.y() + half, upper.width(), half - round(4 * scale))
        self._passage(painter, hit, lower)
        painter.restore()

    def _passage(self, painter: QPainter, hit: Hit, box: QRect) -> None:
        """Where the words stand, and the text around them."""
        model, face = self._model, font(11 * self.text_scale)
        theme, place = model.workspace.theme, model.place(hit)
        if model.is_in_name(hit):
            draw_marked(painter, box, place, [], face, "ink3", theme)
            return
        metrics = QFontMetrics(face)
        width = min(metrics.horizontalAdvance(place) + 2, box.width() * 2 // 5)
        left = QRect(box.x(), box.y(), width, box.height())
        draw_marked(painter, left, place, [], face, "ink3", theme)
        text, room = hit.passage.text, box.adjusted(width + 8, 0, 0, 0)
        draw_marked(painter, room, text, places_of(text, model.words), face, "ink2", theme)

    def _mark(self, hit: Hit, x: float, y: float) -> Shapes:
        plan, size = self._model.workspace.plan, 14 * self.text_scale
        if hit.kind == "node" and hit.id in plan.nodes:
            node = plan.nodes[hit.id]
            return kind_mark(node.kind, x, y, size, "accent" if node.kind == "vision" else "ink2")
        if hit.kind == "register" and hit.id in plan.register:
            return badge_mark(plan.register[hit.id].kind or "risk", x, y, size)
        if hit.kind == "gate":
            return badge_mark("gate", x, y, size)
        if hit.kind in {"kpi", "measurement"}:
            return badge_mark("kpi", x, y, size)
        return ()
