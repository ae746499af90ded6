"""The parts of a pack, to be ticked and put in order."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from strategy_planner.briefing.parts import PARTS
from strategy_planner.gui.answers.sentences import TickedRow
from strategy_planner.gui.workspace import Workspace

_NAME = Qt.ItemDataRole.UserRole


class PartsList(QListWidget):
    """Ticks by the space bar or a click; order by dragging or by Alt and the arrow keys."""

    changed = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setProperty("role", "parts")
        self.setItemDelegate(TickedRow(workspace, self))
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.itemChanged.connect(lambda _: self.changed.emit())
        self.take(tuple(PARTS))

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the ticked parts in their order."""
        rows = (self.item(row) for row in range(self.count()))
        return tuple(one.data(_NAME) for one in rows if one.checkState() == Qt.CheckState.Checked)

    def take(self, names: Sequence[str]) -> None:
        """Tick these parts, in this order; the others follow."""
        self.blockSignals(True)
        self.clear()
        for name in (*names, *(one for one in PARTS if one not in names)):
            item = QListWidgetItem(PARTS[name].into(self._workspace.language))
            item.setData(_NAME, name)
            item.setFlags(
                Qt.ItemFlag.ItemIsEnabled
                | Qt.ItemFlag.ItemIsSelectable
                | Qt.ItemFlag.ItemIsUserCheckable
                | Qt.ItemFlag.ItemIsDragEnabled
            )
            is_on = name in names
            item.setCheckState(Qt.CheckState.Checked if is_on else Qt.CheckState.Unchecked)
            self.addItem(item)
        self.blockSignals(False)

    def name(self) -> None:
        """The words, in the language of the window."""
        self.blockSignals(True)
        for row in range(self.count()):
            part = PARTS[self.item(row).data(_NAME)]
            self.item(row).setText(part.into(self._workspace.language))
        self.blockSignals(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Another order."""
        super().dropEvent(event)
        self.changed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt with an arrow moves the current part."""
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        if event.modifiers() == Qt.KeyboardModifier.AltModifier and event.key() in steps:
            self._move(steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def _move(self, by: int) -> None:
        row = self.currentRow()
        goal = row + by
        if row < 0 or not 0 <= goal < self.count():
            return
        self.blockSignals(True)
        item = self.takeItem(row)
        self.insertItem(goal, item)
        self.setCurrentRow(goal)
        self.blockSignals(False)
        self.changed.emit()
