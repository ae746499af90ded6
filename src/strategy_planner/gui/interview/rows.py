"""A list of rows as tall as what stands in it, for keys and pointer."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from strategy_planner.gui.interview.row import Row
from strategy_planner.gui.interview.row_shapes import Look, row_height, row_shapes
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace

_ROW = Qt.ItemDataRole.UserRole


class Rows(QListWidget):
    """Rows that can be chosen; ``taken`` says which one was, by Enter or by a click."""

    taken = Signal(str)

    def __init__(
        self, workspace: Workspace, parent: QWidget, look: Look = "line", *, scrolls: bool = False
    ) -> None:
        super().__init__(parent)
        self._scrolls = scrolls
        self.keeps_choice = True
        """Whether a row stays chosen when the keyboard goes elsewhere."""
        self.shown: list[Row] = []
        """The rows, from above."""
        self.delegate = _RowDelegate(workspace, look, self)
        self.setItemDelegate(self.delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setTabKeyNavigation(False)
        self.viewport().setMouseTracking(True)
        if not scrolls:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.itemClicked.connect(self._click)

    def set_text_scale(self, scale: float) -> None:
        """Larger rows."""
        self.delegate.scale = scale
        self._settle()

    def look_like(self, look: Look) -> None:
        """Cards, lines or steps."""
        self.delegate.look = look

    def show_rows(self, rows: Sequence[Row], chosen: str = "") -> None:
        """Show these rows, with one chosen."""
        if list(rows) == self.shown:
            self.choose(chosen)
            return
        self.clear()
        self.shown = list(rows)
        for row in self.shown:
            item = QListWidgetItem(row.spoken)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.spoken)
            if not row.id:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.addItem(item)
            if row.id and row.id == chosen:
                self.setCurrentItem(item)
        self._settle()

    @property
    def chosen(self) -> str:
        """The id of the chosen row, empty where none is."""
        row: Row | None = self.currentIndex().data(_ROW)
        return "" if row is None else row.id

    def choose(self, id_: str) -> None:
        """Choose a row by its id; none for the empty id."""
        places = [place for place, row in enumerate(self.shown) if id_ and row.id == id_]
        self.setCurrentRow(places[0] if places else -1)
        if places:
            self.scrollToItem(self.item(places[0]))

    def step(self, by: int) -> None:
        """Choose the next or the previous row that can be chosen; beyond the ends stands none."""
        ids = ["", *(row.id for row in self.shown if row.id)]
        here = ids.index(self.chosen) if self.chosen in ids else 0
        self.choose(ids[(here + by) % len(ids)])

    def _click(self, item: QListWidgetItem) -> None:
        row: Row = item.data(_ROW)
        if row.id:
            self.taken.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is chosen; arrows pass over what cannot be."""
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if plain == Qt.KeyboardModifier.NoModifier:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen:
                self.taken.emit(self.chosen)
                return
            if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
                self.step(1 if event.key() == Qt.Key.Key_Down else -1)
                return
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A row is chosen by who comes with Tab, and by nobody who only passes."""
        chosen = self.currentRow()
        super().focusInEvent(event)
        if event.reason() not in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.setCurrentRow(chosen)
        elif self.currentRow() < 0 or not self.chosen:
            self.step(1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes elsewhere."""
        super().focusOutEvent(event)
        if not self.keeps_choice:
            self.setCurrentRow(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self._settle()

    def sizeHint(self) -> QSize:
        """As tall as the rows."""
        return QSize(self.width(), self._height())

    def minimumSizeHint(self) -> QSize:
        """All rows, but where the list scrolls by itself."""
        return QSize(0, 60 if self._scrolls else self._height())

    def _height(self) -> int:
        width = self.viewport().width()
        return sum(self.delegate.height(row, width) for row in self.shown)

    def _settle(self) -> None:
        self.scheduleDelayedItemsLayout()
        if not self._scrolls:
            self.setFixedHeight(self._height())
        self.viewport().update()


class _RowDelegate(QStyledItemDelegate):
    """Paints rows from their shapes."""

    def __init__(self, workspace: Workspace, look: Look, view: Rows) -> None:
        super().__init__(view)
        self._workspace, self.look, self._view = workspace, look, view
        self.scale = 1.0

    def height(self, row: Row, width: int) -> int:
        """The height of a row in a width."""
        return round(row_height(row, width, self.scale, self.look))

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As tall as the row's lines."""
        del option
        width = self._view.viewport().width()
        return QSize(width, self.height(index.data(_ROW), width))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """The row, chosen, focused or under the pointer."""
        view, row = self._view, index.data(_ROW)
        chosen = bool(row.id) and view.currentRow() == index.row()
        hovered = bool(row.id) and option.rect.contains(
            view.viewport().mapFromGlobal(view.cursor().pos())
        )
        rows = view.shown
        joins = (
            index.row() > 0 and rows[index.row() - 1].joined,
            index.row() + 1 < len(rows) and rows[index.row() + 1].joined,
        )
        painter.save()
        painter.translate(option.rect.topLeft())
        shape_painter(self._workspace.theme.scheme).paint(
            painter,
            row_shapes(
                row,
                option.rect.width(),
                self.scale,
                self.look,
                chosen=chosen,
                focused=chosen and view.hasFocus(),
                hovered=hovered,
                joins=joins,
            ),
        )
        painter.restore()
