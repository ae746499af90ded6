"""A list of sentences about items, one of which can be gone to, or some of which be ticked."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QIcon, QKeyEvent, QPainter, QPixmap
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
_PAD_ACROSS, _PAD_DOWN, _GAP = 8, 6, 10
"""What the style sheet leaves around a sentence, and beside a mark."""
_ENDLESS = 1 << 20
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft
_KEY = Qt.ItemDataRole.UserRole
Mark = Callable[[float, float, float], tuple[Shape, ...]]
"""Draws a glyph around a centre (x, y) in a square of a size."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A row: what it says, what it is known by while the list changes, and its mark.

    A heading stands over the rows below it and cannot be chosen.
    """

    text: str
    key: Hashable
    mark: Mark | None = None
    is_tickable: bool = False
    is_heading: bool = False
    spoken: str = ""
    """What is read aloud instead, where the mark says more than the text."""


class TickedRow(QStyledItemDelegate):
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

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        """As high as the sentence becomes in the width of the list: Qt forgets the padding."""
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        view = self.parent()
        assert isinstance(view, QListView)  # noqa: S101 - SentenceList made it
        beside = own.decorationSize.width() + _GAP if not own.icon.isNull() else 0
        if index.data(Qt.ItemDataRole.CheckStateRole) is not None:
            beside += view.style().pixelMetric(QStyle.PixelMetric.PM_IndicatorWidth) + _GAP
        room = view.viewport().width() - beside - 2 * _PAD_ACROSS - _GAP
        around = QRect(0, 0, max(room, 1), _ENDLESS)
        wrapped = own.fontMetrics.boundingRect(around, _WRAPPED, own.text)
        return QSize(room, max(wrapped.height(), own.decorationSize.height()) + 2 * _PAD_DOWN)


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
        self.setItemDelegate(TickedRow(workspace, self))
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
            if sentence.spoken:
                item.setData(Qt.ItemDataRole.AccessibleTextRole, sentence.spoken)
            if sentence.mark is not None:
                item.setIcon(self._icon(sentence.mark))
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if sentence.is_tickable:
                flags |= Qt.ItemFlag.ItemIsUserCheckable
                is_on = sentence.key in ticked
                item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            if sentence.is_heading:
                flags = Qt.ItemFlag.NoItemFlags
                item.setFont(_bold())
            item.setFlags(flags)
            self.addItem(item)
            if sentence.key == current:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def go_to(self, key: Hashable) -> None:
        """Make the row that is known by ``key`` the current one, in sight."""
        for row in range(self.count()):
            if self.item(row).data(_KEY) == key:
                self.setCurrentRow(row)
                self._show_with_heading(row)

    def _show_with_heading(self, row: int) -> None:
        """Bring a row into sight, and with it a heading just above."""
        above = self.item(row - 1) if row else None
        if above is not None and not above.flags():
            self.scrollToItem(above, QListWidget.ScrollHint.PositionAtTop)
        else:
            self.scrollToItem(self.item(row))

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
        if event.key() == Qt.Key.Key_Home:
            self._go_to_first()
        else:
            super().keyPressEvent(event)
        walks = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        enters = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in walks | enters and self.currentRow() >= 0:
            self.chosen.emit(self.currentRow())

    def _go_to_first(self) -> None:
        """Go to the first row that can be chosen: Qt stays where a heading is the first."""
        rows = range(self.count())
        first = next((row for row in rows if self.item(row).flags()), None)
        if first is not None:
            self.setCurrentRow(first)
            self._show_with_heading(first)

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


def _bold() -> QFont:
    """Weight alone, so that size and family stay those of the list."""
    made = QFont()
    made.setBold(True)
    return made
