"""A chart in the window: painted, described in a sentence, copied as a picture and as values."""

from collections.abc import Callable
from functools import partial
from math import ceil
from typing import TypeGuard

from PySide6.QtCore import QEvent, QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QHelpEvent,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolTip, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.picture_png import png_of
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.tab_separated import write_block
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.shapes import Measure, Polygon, Rect, Shape
from strategy_planner.model.naming import name_of

Draw = Callable[[str, Measure, ChartOptions], Chart]
"""Draws a chart in a language, with the widths of the surface's texts, in some measures."""
_TEXT = 12
_EDGE = 4


class ChartView(QWidget):
    """As high as its chart is in the width it gets; the texts grow with those around."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.chart: Chart | None = None
        """What is painted; None before something is shown."""
        self._draw: Draw | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.hide()
        workspace.theme_changed.connect(self.update)

    def show_chart(self, name: str, draw: Draw | None) -> None:
        """Show what ``draw`` draws, now and in every other width; None shows nothing."""
        self._draw = draw
        self.setAccessibleName(name)
        self.setVisible(draw is not None)
        self._redraw()

    def sizeHint(self) -> QSize:
        """The size of the chart."""
        return QSize(self.minimumWidth(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In another width the chart is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._redraw()

    def changeEvent(self, event: QEvent) -> None:
        """Larger texts need a larger chart."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._redraw()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The chart, and the focus around it."""
        del event
        if self.chart is None:
            return
        painter, paint = QPainter(self), shape_painter(self.workspace.theme.scheme)
        painter.translate(_EDGE, _EDGE)
        paint.paint(painter, self.chart.picture.shapes)
        painter.resetTransform()
        if self.hasFocus():
            painter.setPen(QPen(paint.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Both ways to take the chart along."""
        menu, tr, theme = QMenu(self), self.workspace.tr, self.workspace.theme
        add_entry(menu, theme, tr("Copy as a picture"), self.copy_picture, "copy")
        add_entry(menu, theme, tr("Copy the values"), self.copy_values)
        items = [id_ for id_ in self._items() if self.workspace.plan.find(id_) is not None]
        if items:
            menu.addSeparator()
        for id_ in items:
            select = partial(self.workspace.select, (id_,))
            name = name_of(self.workspace.plan, id_, self.workspace.language)
            add_entry(menu, theme, tr("Select {item}", item=name), select)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Hovering over what stands for an item names it."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            item = self._item_at(QPointF(event.pos()) - QPointF(_EDGE, _EDGE))
            text = ""
            if item is not None and self.workspace.plan.find(item) is not None:
                text = name_of(self.workspace.plan, item, self.workspace.language)
            QToolTip.showText(event.globalPos(), as_tooltip(text), self)
            return True
        return super().event(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on what stands for an item selects it on every view."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            item = self._item_at(event.position() - QPointF(_EDGE, _EDGE))
            if item is not None:
                self.workspace.select((item,))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The key of copying takes the values along, and the picture for programs that want one."""
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy(picture=True, values=True)
        else:
            super().keyPressEvent(event)

    def copy_picture(self) -> None:
        """Put the chart on the clipboard as it looks."""
        self._copy(picture=True, values=False)

    def copy_values(self) -> None:
        """Put its table on the clipboard, for a spreadsheet."""
        self._copy(picture=False, values=True)

    def _copy(self, *, picture: bool, values: bool) -> None:
        if self.chart is None:
            return
        data = QMimeData()
        if picture:
            data.setImageData(QImage.fromData(png_of(self.chart.picture, self.workspace.theme)))
        if values:
            data.setText(write_block(self.chart.values))
        QGuiApplication.clipboard().setMimeData(data)

    def _items(self) -> list[str]:
        """The items that have shapes here, each once."""
        shapes = self.chart.picture.shapes if self.chart is not None else ()
        found = (getattr(shape, "item", None) for shape in shapes)
        return list(dict.fromkeys(item for item in found if item is not None))

    def _item_at(self, place: QPointF) -> str | None:
        shapes = self.chart.picture.shapes if self.chart is not None else ()
        return next((shape.item for shape in reversed(shapes) if _covers(shape, place)), None)

    def _redraw(self) -> None:
        if self._draw is None:
            self.chart = None
            return
        scale = max(1.0, self.fontInfo().pixelSize() / _TEXT)
        language = self.workspace.language
        options = ChartOptions(max(1.0, self.width() - 2 * _EDGE)).scaled(scale)
        self.chart = self._draw(language, measure, options)
        least = self._draw(language, measure, ChartOptions(1.0).scaled(scale))
        self.setMinimumWidth(ceil(least.picture.width) + 2 * _EDGE)
        self.setFixedHeight(ceil(self.chart.picture.height) + 2 * _EDGE)
        self.setAccessibleDescription(self.chart.sentence)
        self.update()


def _covers(shape: Shape, place: QPointF) -> TypeGuard[Rect | Polygon]:
    """Whether a shape that stands for an item lies under a point."""
    if isinstance(shape, Rect) and shape.item is not None:
        return QRectF(shape.x, shape.y, shape.width, shape.height).contains(place)
    if isinstance(shape, Polygon) and shape.item is not None:
        outline = QPolygonF([QPointF(x, y) for x, y in shape.points])
        return outline.containsPoint(place, Qt.FillRule.OddEvenFill)
    return False
