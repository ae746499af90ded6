"""A list of sentences about items, one of which can be gone to, or some of which be ticked."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.tick_box import draw_tick
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.shapes import Shape

_ICON = 16
_KEY = Qt.ItemDataRole.UserRole
Mark = Callable[[float, float, float], tuple[Shape, ...]]
"""Draws a glyph around a centre (x, y) in a square of a size."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row: what it says, what it is known by while the list changes, and its mark."""

    text: str
    key: Hashable
    mark: Mark | None = None
    is_tickable: bool = False


class _Row(QStyledItemDelegate):
    """A row with the tick that the style sheet leaves out."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        """As Qt does, then the tick."""
        super().paint(painter, option, index)
        if index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked.value:
            own = QStyleOptionViewItem(option)
            self.initStyleOption(own, index)
            view = self.parent()
            if isinstance(view, QWidget):
                part = QStyle.SubElement.SE_ItemViewItemCheckIndicator
                painter.save()
                draw_tick(painter, view.style().subElementRect(part, own, view), self._workspace)
                painter.restore()


class SentenceList(QListWidget):
    """Wraps its sentences. Enter, a click, and walking by the arrow keys choose a row."""

    chosen = Signal(int)
    ticked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._scale = 1.0
        self.setWordWrap(True)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("role", "sentences")
        self.setItemDelegate(_Row(workspace, self))
        self.itemClicked.connect(lambda item: self.chosen.emit(self.row(item)))
        self.itemChanged.connect(lambda _: self.ticked.emit())

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        self._scale = scale
        self.setIconSize(QSize(_ICON, _ICON) * scale)

    def tell(self, sentences: Sequence[Sentence]) -> None:
        """Show these rows; the current one, and the ticks, stay with their keys."""
        current, ticked = self.current_key(), set(self.ticked_keys())
        self.blockSignals(True)
        self.clear()
        for sentence in sentences:
            item = QListWidgetItem(sentence.text)
            item.setData(_KEY, sentence.key)
            if sentence.mark is not None:
                item.setIcon(self._icon(sentence.mark))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if sentence.is_tickable:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                is_on = sentence.key in ticked
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            item.setFlags(flags)
            self.addItem(item)
            if sentence.key == current:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def current_key(self) -> Hashable | None:
        """What the current row is known by; None while none is."""
        item = self.currentItem()
        found: Hashable | None = item.data(_KEY) if item else None
        return found

    def ticked_keys(self) -> list[Hashable]:
        """What the ticked rows are known by, from the top."""
        rows = (self.item(row) for row in range(self.count()))
        return [item.data(_KEY) for item in rows if item.checkState() == Qt.CheckState.Checked]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walking and Enter choose."""
        super().keyPressEvent(event)
        walks = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        enters = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in walks | enters and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())

    def _icon(self, mark: Mark) -> QIcon:
        side = round(_ICON * self._scale * self.devicePixelRatioF())
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shapes = mark(side / 2, side / 2, side * 0.83)
        shape_painter(self._workspace.theme.scheme).paint(painter, shapes)
        painter.end()
        return QIcon(pixmap)
