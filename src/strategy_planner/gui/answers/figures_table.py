"""A table of figures: a row for each thing that is asked about, one of which is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace

_KEY = Qt.ItemDataRole.UserRole
_ROW = 28
_NAMES = 0.45
"""The share of a narrow table that the names in its first column take."""
_WIDEST = 220
"""A column of names is no wider, in pixels at 100 %: its tooltip has the whole."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell says; ``colour`` is a token; figures stand at the right."""

    text: str
    colour: str = "ink"
    is_figure: bool = False


@dataclass(frozen=True, slots=True)
class FiguresRow:
    """A row by its key, which stays while the figures change."""

    key: str
    cells: tuple[Cell, ...]


class FiguresTable(QTableWidget):
    """Walking it by the arrow keys, Enter and a click choose a row."""

    chosen = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scale = 1.0
        self.setProperty("role", "figures")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setHighlightSections(False)
        self.cellClicked.connect(lambda row, _: self._choose(row))

    def set_text_scale(self, scale: float) -> None:
        """Rows as high as their texts."""
        self._scale = scale
        self.verticalHeader().setDefaultSectionSize(round(_ROW * scale))
        self._fit()

    def tell(self, heads: Sequence[str], rows: Sequence[FiguresRow]) -> None:
        """Show these rows; the current one stays with its key, else it is the first."""
        current = self.current_key()
        self.blockSignals(True)
        self.setColumnCount(len(heads))
        self.setRowCount(len(rows))
        self.setHorizontalHeaderLabels(list(heads))
        for place, row in enumerate(rows):
            self.setRowHeight(place, round(_ROW * self._scale))
            for column, cell in enumerate(row.cells):
                self.setItem(place, column, self._item(row.key, cell))
        keys = [row.key for row in rows]
        if keys:
            self.setCurrentCell(keys.index(current) if current in keys else 0, 0)
        for column, cell in enumerate(rows[0].cells if rows else ()):
            head = self.horizontalHeaderItem(column)
            if head is not None:
                head.setTextAlignment(_side(cell))
        self.blockSignals(False)
        self._fit()

    def go_to(self, key: str) -> None:
        """Make the row of a key the current one, without choosing it."""
        row = next((row for row in range(self.rowCount()) if self._key(row) == key), None)
        if row is not None:
            self.blockSignals(True)
            self.setCurrentCell(row, 0)
            self.blockSignals(False)
            self.scrollToItem(self.currentItem())

    def current_key(self) -> str:
        """What the current row is known by; empty without one."""
        return self._key(self.currentRow())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow table figures have their room before names."""
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walking and Enter choose."""
        super().keyPressEvent(event)
        walks = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        enters = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in walks | enters and self.currentRow() >= 0:
            self._choose(self.currentRow())

    def _choose(self, row: int) -> None:
        self.chosen.emit(self._key(row))

    def _key(self, row: int) -> str:
        item = self.item(row, 0)
        return "" if item is None else str(item.data(_KEY))

    def _item(self, key: str, cell: Cell) -> QTableWidgetItem:
        item = QTableWidgetItem(cell.text)
        item.setData(_KEY, key)
        item.setToolTip(as_tooltip(cell.text))
        item.setForeground(QColor(self._workspace.theme.colour(cell.colour)))
        item.setTextAlignment(_side(cell))
        return item

    def _fit(self) -> None:
        """Columns as wide as what they say; names give way before figures."""
        self.resizeColumnsToContents()
        widest = round(_WIDEST * self._scale)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), widest))
        if self.columnCount():
            share = max(widest // 2, round(_NAMES * self.viewport().width()))
            self.setColumnWidth(0, min(self.columnWidth(0), share))


def _side(cell: Cell) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if cell.is_figure else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter
