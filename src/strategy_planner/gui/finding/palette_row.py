"""How an offer of the command palette looks: icon, name, place, and its keys at the right."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from strategy_planner.analysis.fuzzy import fitting_places
from strategy_planner.gui.finding.marked_text import draw_marked
from strategy_planner.gui.finding.offers import Offer
from strategy_planner.gui.finding.palette_model import PaletteModel
from strategy_planner.gui.fonts import font
from strategy_planner.gui.painting import ShapePainter, shape_painter
from strategy_planner.gui.shell.icons import icon
from strategy_planner.layout.kind_shapes import kind_mark
from strategy_planner.layout.marks import severity_mark

_Index = QModelIndex | QPersistentModelIndex
_ROW, _HEADING, _EDGE = 36, 26, 14


class PaletteRow(QStyledItemDelegate):
    """36 high; the heading of a group 26."""

    def __init__(self, model: PaletteModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.text_scale = 1.0

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        """A heading is lower than an offer."""
        high = _ROW if self._model.offer_at(index.row()) else _HEADING
        return QSize(option.rect.width(), round(high * self.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """One row."""
        theme, scale = self._model.workspace.theme, self.text_scale
        paint, box = shape_painter(theme.scheme), option.rect
        offer = self._model.offer_at(index.row())
        painter.save()
        room = box.adjusted(_EDGE, 0, -_EDGE, 0)
        if offer is None:
            words = str(index.data())
            draw_marked(painter, room, words, [], font(11 * scale), "ink3", theme)
            painter.restore()
            return
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, paint.colour("accentWeak"))
            painter.fillRect(QRect(box.x(), box.y(), 3, box.height()), paint.colour("accent"))
        self._icon(painter, paint, offer, room)
        room.adjust(round(28 * scale), 0, 0, 0)
        self._texts(painter, offer, room)
        painter.restore()

    def _texts(self, painter: QPainter, offer: Offer, room: QRect) -> None:
        theme, small = self._model.workspace.theme, font(11 * self.text_scale)
        metrics = QFontMetrics(small)
        end = offer.lacking or offer.keys
        if end:
            width = min(metrics.horizontalAdvance(end) + 2, room.width() // 2)
            right = QRect(room.right() - width, room.y(), width + 1, room.height())
            draw_marked(painter, right, end, [], small, "ink3" if offer.lacking else "ink2", theme)
            room = room.adjusted(0, 0, -width - 12, 0)
        face = font(12 * self.text_scale)
        marks = fitting_places(self._model.query, offer.name)
        bold = font(12 * self.text_scale, 700)
        needed = QFontMetrics(bold if marks else face).horizontalAdvance(offer.name) + 12
        name = QRect(room.x(), room.y(), min(needed, room.width()), room.height())
        colour = "disabled" if offer.lacking else "ink"
        draw_marked(painter, name, offer.name, marks, face, colour, theme)
        rest = room.adjusted(name.width(), 0, 0, 0)
        if offer.beside and rest.width() > metrics.horizontalAdvance("…"):
            draw_marked(painter, rest, offer.beside, [], small, "ink3", theme)

    def _icon(self, painter: QPainter, paint: ShapePainter, offer: Offer, room: QRect) -> None:
        size = 16 * self.text_scale
        x, y = room.x() + size / 2, room.center().y() + 0.5
        if offer.group == "item":
            colour = "accent" if offer.icon == "vision" else "ink2"
            paint.paint(painter, kind_mark(offer.icon, x, y, size - 2, colour))  # type: ignore[arg-type] # an item's icon is its kind
        elif offer.group == "problem":
            paint.paint(painter, severity_mark(offer.icon, x, y, size - 2))  # type: ignore[arg-type] # a problem's icon is its severity
        elif offer.icon:
            side = round(size)
            place = QRect(room.x(), round(y - size / 2), side, side)
            drawn = icon(offer.icon, self._model.workspace.theme)
            drawn.paint(painter, place, Qt.AlignmentFlag.AlignCenter)
