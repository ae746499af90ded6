"""The first column, which stays at the left while the others are scrolled under it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.table.cell import CellPainter
from strategy_planner.gui.table.model import TableModel

if TYPE_CHECKING:
    from strategy_planner.gui.table.grid import Grid


class NameColumn(QWidget):
    """A picture of the first column over the scrolled grid; only there while it is scrolled.

    It has no place in the tab order and nothing to say: the cells are the grid's own.
    """

    def __init__(self, grid: "Grid", model: TableModel, painter: CellPainter) -> None:
        super().__init__(grid)
        self._grid, self._model, self._painter = grid, model, painter
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def place(self) -> None:
        """Over the first column and its head, where they are scrolled away."""
        grid = self._grid
        if grid.horizontalScrollBar().value() <= 0:
            self.hide()
            return
        area = grid.viewport().geometry()
        top = grid.head.geometry().top()
        self.setGeometry(area.left(), top, grid.columnWidth(0), area.bottom() - top + 1)
        self.show()
        self.raise_()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The head and the rows in sight."""
        del event
        grid, painter = self._grid, QPainter(self)
        shapes = shape_painter(self._model.workspace.theme.scheme)
        head = grid.head.height()
        self._painter.begin(self.devicePixelRatioF())
        current, chosen = grid.currentIndex(), grid.selectionModel()
        painter.setClipRect(0, head, self.width(), self.height() - head)
        row = max(0, grid.rowAt(0))
        while row < self._model.rowCount():
            top = grid.rowViewportPosition(row) + head
            if top > self.height():
                break
            index = self._model.index(row, 0)
            box = QRect(0, top, self.width(), grid.rowHeight(row))
            painter.fillRect(box, shapes.colour("surface"))
            painter.fillRect(0, box.bottom(), box.width(), 1, shapes.colour("grid"))
            self._painter.paint_cell(
                painter, box.adjusted(0, 0, -1, -1), row, 0,
                is_selected=chosen.isSelected(index),
                has_focus=current == index and grid.hasFocus(),
            )  # fmt: skip
            row += 1
        painter.setClipping(False)
        grid.head.paint_head(painter, QRect(0, 0, self.width(), head), 0)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), shapes.colour("line2"))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Stand on a name, or sort by it; Shift and Ctrl select as in the grid."""
        grid = self._grid
        if event.position().y() < grid.head.height():
            if event.button() == Qt.MouseButton.LeftButton:
                grid.head.sectionClicked.emit(0)
            return
        grid.setFocus(Qt.FocusReason.MouseFocusReason)
        row = self._row_at(event.position().toPoint())
        if row >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._choose(row, event.modifiers())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragging selects names."""
        row = self._row_at(event.position().toPoint())
        if row >= 0 and event.buttons() & Qt.MouseButton.LeftButton:
            self._choose(row, Qt.KeyboardModifier.ShiftModifier)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write a name; fold a heading."""
        row = self._row_at(event.position().toPoint())
        if row >= 0 and self._model.id_at(row) is None:
            self._grid.asked.emit("fold")
        elif row >= 0:
            self._grid.stand_on(row, 0, edit=True)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of a name."""
        row = self._row_at(event.pos())
        if row >= 0:
            if not self._grid.selectionModel().isSelected(self._model.index(row, 0)):
                self._grid.stand_on(row, 0)
            self._grid.menu_asked.emit(event.globalPos())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the grid."""
        QApplication.sendEvent(self._grid.viewport(), event)

    def _row_at(self, place: QPoint) -> int:
        return self._grid.rowAt(place.y() - self._grid.head.height())

    def _choose(self, row: int, held: Qt.KeyboardModifier) -> None:
        flags = QItemSelectionModel.SelectionFlag
        index, chosen = self._model.index(row, 0), self._grid.selectionModel()
        if held & Qt.KeyboardModifier.ShiftModifier and self._grid.currentIndex().isValid():
            first, last = sorted((self._grid.currentIndex().row(), row))
            selection = QItemSelection(self._model.index(first, 0), self._model.index(last, 0))
            chosen.select(selection, flags.ClearAndSelect)
        elif held & Qt.KeyboardModifier.ControlModifier:
            chosen.setCurrentIndex(index, flags.Toggle)
        else:
            chosen.setCurrentIndex(index, flags.ClearAndSelect)
