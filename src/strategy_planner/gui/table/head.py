"""The head of the table: names of the columns, how they are sorted, where they are filtered."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QFontMetrics, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QWidget

from strategy_planner.gui.fonts import font
from strategy_planner.gui.table.model import TableModel

_HEIGHT, _PAD = 26, 8


class TableHead(QHeaderView):
    """Sunken, 11/700. A click sorts, a drag moves a column, the menu has the rest."""

    menu_asked = Signal(int, object)
    """A column, and the place on the screen at which its menu is wanted."""

    def __init__(self, model: TableModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.scale = 1.0
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setFirstSectionMovable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(48)

    def set_text_scale(self, scale: float) -> None:
        """A head as high as its words."""
        self.scale = scale
        self.setFixedHeight(round(_HEIGHT * scale))

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(super().sizeHint().width(), round(_HEIGHT * self.scale))

    def paintSection(self, painter: QPainter, rect: QRect, section: int) -> None:
        """One column's head."""
        painter.save()
        self.paint_head(painter, rect, section)
        painter.restore()

    def paint_head(self, painter: QPainter, box: QRect, section: int) -> None:
        """Name, arrow and place in the sorting, funnel where it is filtered."""
        colour = self._model.workspace.theme.colour
        how, column = self._model.arrangement, self._model.columns[section]
        painter.fillRect(box, QColor(colour("sunken")))
        painter.fillRect(QRect(box.left(), box.bottom(), box.width(), 1), QColor(colour("line2")))
        painter.fillRect(QRect(box.right(), box.top(), 1, box.height()), QColor(colour("line")))
        inside = box.adjusted(_PAD, 0, -_PAD, 0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        sort = next((place for place, (key, _) in enumerate(how.sort) if key == column.key), None)
        if sort is not None:
            self._arrow(painter, inside, downward=how.sort[sort][1])
            if len(how.sort) > 1:
                self._order(painter, inside, str(sort + 1))
        if column.key in how.only:
            self._funnel(painter, inside)
        painter.setFont(font(11 * self.scale, 700))
        painter.setPen(QColor(colour("ink2")))
        metrics = QFontMetrics(painter.font())
        words = metrics.elidedText(
            column.label.into(self._model.workspace.language),
            Qt.TextElideMode.ElideRight, inside.width(),
        )  # fmt: skip
        side = Qt.AlignmentFlag.AlignRight if column.is_figure else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inside, side | Qt.AlignmentFlag.AlignVCenter, words)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a column."""
        section = self.logicalIndexAt(event.pos())
        if section >= 0:
            self.menu_asked.emit(section, event.globalPos())

    def _arrow(self, painter: QPainter, box: QRect, *, downward: bool) -> None:
        size = 4.0 * self.scale
        x, y = box.right() - size, box.center().y() + 0.5
        turn = 1 if downward else -1
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._model.workspace.theme.colour("accent")))
        painter.drawPolygon(
            QPolygonF([
                QPointF(x - size, y - turn * size / 2), QPointF(x + size, y - turn * size / 2),
                QPointF(x, y + turn * size * 0.8),
            ])
        )  # fmt: skip
        box.setRight(box.right() - round(size * 2) - 4)

    def _order(self, painter: QPainter, box: QRect, text: str) -> None:
        painter.setFont(font(10 * self.scale, 500))
        painter.setPen(QColor(self._model.workspace.theme.colour("accent")))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)
        box.setRight(box.right() - round(9 * self.scale))

    def _funnel(self, painter: QPainter, box: QRect) -> None:
        size = 9.0 * self.scale
        x, y = box.right() - size, box.center().y() - size / 2 + 0.5
        painter.setPen(QPen(QColor(self._model.workspace.theme.colour("accent")), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((0, 0), (1, 0), (0.62, 0.5), (0.62, 1), (0.38, 0.85), (0.38, 0.5))
        painter.drawPolygon(QPolygonF([QPointF(x + a * size, y + b * size) for a, b in points]))
        box.setRight(round(x) - 4)
