"""The cells with the keys of a spreadsheet; the column of the names stays at the left."""

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QComboBox, QTableView, QWidget

from strategy_planner.gui.table.bubble import Bubble
from strategy_planner.gui.table.cell import CellPainter
from strategy_planner.gui.table.head import TableHead
from strategy_planner.gui.table.model import TableModel
from strategy_planner.gui.table.names import NameColumn

_KEY, _HELD = Qt.Key, Qt.KeyboardModifier
_ASKS: dict[tuple[Qt.Key, Qt.KeyboardModifier], str] = {
    (_KEY.Key_C, _HELD.ControlModifier): "copy",
    (_KEY.Key_X, _HELD.ControlModifier): "cut",
    (_KEY.Key_V, _HELD.ControlModifier): "paste",
    (_KEY.Key_V, _HELD.ControlModifier | _HELD.ShiftModifier): "paste_list",
    (_KEY.Key_D, _HELD.ControlModifier): "fill_down",
    (_KEY.Key_Delete, _HELD.NoModifier): "clear",
    (_KEY.Key_Backspace, _HELD.NoModifier): "clear",
    (_KEY.Key_Delete, _HELD.ControlModifier): "delete_rows",
    (_KEY.Key_Insert, _HELD.NoModifier): "add_row",
}
_STEPS = {"down": (1, 0), "up": (-1, 0), "next": (0, 1), "previous": (0, -1)}


_OPENING = {
    QAbstractItemView.EditTrigger.AllEditTriggers,
    QAbstractItemView.EditTrigger.DoubleClicked,
    QAbstractItemView.EditTrigger.EditKeyPressed,
    QAbstractItemView.EditTrigger.AnyKeyPressed,
}
"""What opens an editor; Qt also asks for one whenever another cell becomes the current one."""


class Grid(QTableView):
    """A table view that asks for what is done with cells; it changes no plan itself."""

    asked = Signal(str)
    """A deed that a key asks for."""
    menu_asked = Signal(object)
    """The place on the screen at which the menu of the current cell is wanted."""

    def __init__(self, model: TableModel, painter: CellPainter, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._painter = model, painter
        self.head = TableHead(model, self)
        self.setHorizontalHeader(self.head)
        self.setModel(model)
        self.bubble = Bubble(model.workspace, self.viewport())
        self.names = NameColumn(self, model, painter)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(self.verticalHeader().ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(16)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.horizontalScrollBar().valueChanged.connect(self.names.place)
        self.verticalScrollBar().valueChanged.connect(self.names.update)
        self.head.sectionResized.connect(self.names.place)
        self.selectionModel().selectionChanged.connect(self.names.update)
        model.dataChanged.connect(self.names.update)
        model.modelReset.connect(self.names.place)

    def recolour(self) -> None:
        """The hairlines between the cells, which the view itself draws."""
        self.setStyleSheet(
            f"QTableView {{ gridline-color: {self._model.workspace.theme.colour('grid')}; }}"
        )

    def set_text_scale(self, scale: float) -> None:
        """Rows and texts larger or smaller."""
        self._painter.scale = self.bubble.scale = scale
        self.verticalHeader().setDefaultSectionSize(self._painter.size().height())
        self.head.set_text_scale(scale)
        self.names.place()

    def stand_on(self, row: int, column: int, *, edit: bool = False) -> None:
        """Make a cell the current and only selected one."""
        index = self._model.index(row, column)
        self.selectionModel().setCurrentIndex(
            index, QItemSelectionModel.SelectionFlag.ClearAndSelect
        )
        if edit and self._model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.edit(index)

    def step(self, way: str) -> None:
        """Go on from the current cell; ``next`` and ``previous`` turn at the ends of a row."""
        here = self.currentIndex()
        down, right = _STEPS[way]
        row, column = here.row() + down, here.column() + right
        last = self._model.columnCount() - 1
        if column > last or column < 0:
            row, column = row + right, 0 if column > last else last
        while self._model.id_at(row) is None and 0 <= row < self._model.rowCount():
            row += down or right
        if 0 <= row < self._model.rowCount():
            self.stand_on(row, column)

    def block(self) -> tuple[list[int], list[int]]:
        """The rows and the columns of the selected cells; headings are left out."""
        rows: set[int] = set()
        columns: set[int] = set()
        for part in self.selectionModel().selection().toList():
            rows.update(range(part.top(), part.bottom() + 1))
            columns.update(range(part.left(), part.right() + 1))
        return (
            sorted(row for row in rows if self._model.id_at(row) is not None),
            sorted(columns),
        )

    def select_rows(self, rows: list[int]) -> None:
        """Select whole rows, the first of them the current one."""
        selection = QItemSelection()
        last = self._model.columnCount() - 1
        for row in rows:
            selection.select(self._model.index(row, 0), self._model.index(row, last))
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection, flags.ClearAndSelect)
        if rows:
            column = max(0, self.currentIndex().column())
            self.selectionModel().setCurrentIndex(
                self._model.index(rows[0], column), flags.NoUpdate
            )

    def event(self, event: QEvent) -> bool:
        """The keys of the grid are not the window's while the grid has the focus."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (_asked(event) or event.key() == Qt.Key.Key_F2)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes down, Shift+Space takes the row, Ctrl+Space the column, letters write."""
        if self.state() == QAbstractItemView.State.EditingState:
            event.accept()
            return
        asked = _asked(event)
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        on_heading = self._model.id_at(self.currentIndex().row()) is None
        if asked:
            self.asked.emit(asked)
        elif on_heading and (enter or event.key() == Qt.Key.Key_Space):
            self.asked.emit("fold")
        elif enter and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.step("up" if shift else "down")
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == _HELD.ShiftModifier:
            self.select_rows(self.block()[0])
        elif event.key() == Qt.Key.Key_Space and event.modifiers() == _HELD.ControlModifier:
            self._select_columns()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def scrollTo(
        self,
        index: QModelIndex | QPersistentModelIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Show a cell; the names stand at the left in any case and cover nothing."""
        across = self.horizontalScrollBar()
        value = across.value()
        super().scrollTo(index, hint)
        if index.column() == 0:
            across.setValue(value)
            return
        covered = self.columnWidth(0) - self.visualRect(index).left()
        if covered > 0 and across.value() > 0:
            across.setValue(across.value() - covered)

    def edit(self, index: QModelIndex, *args: object) -> bool:  # type: ignore[override] # Qt's two forms
        """Open the editor; a name is written in its own column."""
        asked = not args or args[0] in _OPENING
        if asked and index.column() == 0 and self.horizontalScrollBar().value():
            self.horizontalScrollBar().setValue(0)
        opened = bool(super().edit(index, *args))
        picking = not args or args[0] != QAbstractItemView.EditTrigger.AnyKeyPressed
        editor = self.focusWidget()
        if opened and picking and isinstance(editor, QComboBox):
            QTimer.singleShot(0, editor, editor.showPopup)
        return opened

    def keyboardSearch(self, search: str) -> None:
        """Letters write; where nothing can be written they do nothing."""

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A heading folds; a cell is edited."""
        if self._model.id_at(self.indexAt(event.position().toPoint()).row()) is None:
            self.asked.emit("fold")
            return
        super().mouseDoubleClickEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the cell under the pointer, or of the current one by the menu key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            box = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(box.bottomLeft()))
            return
        index = self.indexAt(event.pos())
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.stand_on(index.row(), index.column())
        self.menu_asked.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The cells, with the lanes as they now are."""
        self._painter.begin(self.devicePixelRatioF())
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The names stay as high as the grid."""
        super().resizeEvent(event)
        self.names.place()

    def _select_columns(self) -> None:
        _, columns = self.block()
        selection = QItemSelection()
        last = self._model.rowCount() - 1
        for column in columns:
            selection.select(self._model.index(0, column), self._model.index(last, column))
        self.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _asked(event: QKeyEvent) -> str:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return _ASKS.get((Qt.Key(event.key()), held), "")
