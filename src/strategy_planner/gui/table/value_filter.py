"""A list of the values of a column, of which those that are ticked are shown."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.table.contents import folded

_WIDTH, _HEIGHT, _ROW = 260, 340, 26


class ValueFilter(QFrame):
    """Opens at a column's head; every tick shows at once, Escape closes."""

    chosen = Signal(object)
    """The texts that stay, or None where all do."""

    def __init__(
        self,
        workspace: Workspace,
        title: str,
        values: list[str],
        only: frozenset[str] | None,
        parent: QWidget,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._workspace = workspace
        tr = workspace.tr
        self.setAccessibleName(tr("Filter by {column}", column=title))
        self.search = ComposingLineEdit(self)
        self.search.setPlaceholderText(tr("Find a value"))
        self.search.setAccessibleName(tr("Find a value"))
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.accessibleName())
        for value in values:
            item = QListWidgetItem(value.partition("\n")[0] or tr("(empty)"), self.list)
            item.setData(Qt.ItemDataRole.UserRole, value)
            item.setToolTip(as_tooltip(value))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            ticked = only is None or value in only
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        heading = QLabel(title, self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setProperty("role", "heading")
        self.all, self.none = QPushButton(tr("Tick all"), self), QPushButton(tr("Tick none"), self)
        row = QHBoxLayout()
        for button in (self.all, self.none):
            button.setProperty("role", "link")
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 8)
        column.setSpacing(6)
        column.addWidget(heading)
        column.addWidget(self.search)
        column.addLayout(row)
        column.addWidget(self.list, 1)
        self.setObjectName("floating")
        self.setStyleSheet(
            f"QFrame#floating {{ background: {workspace.theme.colour('raised')};"
            f" border: 1px solid {workspace.theme.colour('line2')}; }}"
        )
        self.search.textChanged.connect(self._narrow)
        self.all.clicked.connect(lambda: self._tick(Qt.CheckState.Checked))
        self.none.clicked.connect(lambda: self._tick(Qt.CheckState.Unchecked))
        self.list.itemChanged.connect(self._tell)

    def open_at(self, place: QPoint, scale: float) -> None:
        """Show the list with its search ready to be written in."""
        self.list.setStyleSheet(f"QListWidget::item {{ min-height: {round(_ROW * scale)}px; }}")
        self.resize(round(_WIDTH * scale), round(_HEIGHT * scale))
        screen = self.screen().availableGeometry()
        self.move(
            max(screen.left(), min(place.x(), screen.right() - self.width())),
            max(screen.top(), min(place.y(), screen.bottom() - self.height())),
        )
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter in the search goes to the list."""
        if event.key() == Qt.Key.Key_Escape or event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.close()
        else:
            super().keyPressEvent(event)

    def _narrow(self, text: str) -> None:
        wanted = folded(text)
        for item in self._items():
            item.setHidden(wanted not in folded(item.text()))

    def _tick(self, state: Qt.CheckState) -> None:
        self.list.blockSignals(True)
        for item in self._items():
            if not item.isHidden():
                item.setCheckState(state)
        self.list.blockSignals(False)
        self._tell()

    def _tell(self) -> None:
        items = self._items()
        kept = [item for item in items if item.checkState() == Qt.CheckState.Checked]
        texts = frozenset(str(item.data(Qt.ItemDataRole.UserRole)) for item in kept)
        self.chosen.emit(None if len(kept) == len(items) else texts)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]
