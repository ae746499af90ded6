"""The strip above the table: which list, what is shown of it, grouped by what, one more row."""

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.layout.table.arrangement import Arrangement
from strategy_planner.layout.table.columns import (
    LIST_WORDS,
    RECORDS,
    column_of,
    columns_of,
    groupings,
)

_PAUSE = 120


class FilterLine(ComposingLineEdit):
    """Text that the rows must contain; Enter and Down go to the table, Escape empties it."""

    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that are no text."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down}:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TableRibbon(QFrame):
    """Asks for arrangements; it shows the one that it is told of."""

    list_chosen = Signal(str)
    text_changed = Signal(str)
    group_chosen = Signal(str)
    column_switched = Signal(str)
    row_wanted = Signal()
    cleared = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._arrangement = Arrangement()
        self.setProperty("role", "bar")
        self.lists, self.groups = PickList(workspace, self), PickList(workspace, self)
        for picker in (self.lists, self.groups):
            picker.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.filter = FilterLine(self)
        self.filter.setClearButtonEnabled(False)
        self.filter.setMinimumWidth(120)
        self.filter.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.group_label, self.count = QLabel(self), QLabel(self)
        self.group_label.setBuddy(self.groups)
        self.count.setProperty("role", "caption")
        self.group_label.setProperty("role", "caption")
        self.clear = QPushButton(self)
        self.clear.setProperty("role", "link")
        self.columns, self.add = QToolButton(self), QToolButton(self)
        for button in (self.columns, self.add):
            button.setProperty("framed", True)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.columns.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu = QMenu(self)
        self.columns.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._fill_columns)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange()
        self._connect()

    def show_arrangement(self, arrangement: Arrangement, shown: int, of: int) -> None:
        """Say what the table shows."""
        self._arrangement = arrangement
        self._fill_lists()
        self._fill_groups()
        if self.filter.text().strip() != arrangement.text.strip():
            self.filter.setText(arrangement.text)
        self.clear.setVisible(arrangement.is_filtered)
        self._offer_row(arrangement.record != "translation")
        self.show_count(shown, of)

    def _offer_row(self, possible: bool) -> None:
        tr = self._workspace.tr
        lacking = tr("A translation begins in the inspector of what it translates.")
        self.add.setEnabled(possible)
        self.add.setToolTip(f"{tr('Add row')}  Insert" if possible else lacking)

    def show_count(self, shown: int, of: int) -> None:
        """How many records the table shows, of how many."""
        words = message("{shown} of {count}", shown=shown, count=of)
        text = words.into(self._workspace.language) if shown != of else str(of)
        self.count.setText(text)

    def name(self) -> None:
        """The controls in the language of the window."""
        tr, theme = self._workspace.tr, self._workspace.theme
        self.lists.setAccessibleName(tr("List"))
        self.filter.setPlaceholderText(tr("Filter by text"))
        self.filter.setAccessibleName(tr("Filter by text"))
        self.group_label.setText(tr("Group by"))
        self.groups.setAccessibleName(tr("Group by"))
        self.columns.setText(tr("Columns"))
        self.add.setText(tr("Add row"))
        self.clear.setText(tr("Clear the filter"))
        self.columns.setIcon(icon("columns-3", theme))
        self.add.setIcon(icon("plus", theme))

    def set_text_scale(self, scale: float) -> None:
        """Icons as large as the words beside them."""
        for button in (self.columns, self.add):
            button.setIconSize(QSize(16, 16) * scale)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where one has no room."""
        super().resizeEvent(event)
        wanted = sum(part.sizeHint().width() for part in self._parts) + 24
        line = QBoxLayout.Direction.LeftToRight
        fits = self.width() >= wanted
        self._lines.setDirection(line if fits else QBoxLayout.Direction.TopToBottom)

    def _arrange(self) -> None:
        self._lines = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._lines.setContentsMargins(12, 6, 12, 6)
        self._lines.setSpacing(8)
        self._parts = [QWidget(self), QWidget(self)]
        held = (
            (self.lists, self.filter, self.count, self.clear),
            (self.group_label, self.groups, self.columns, self.add),
        )
        for part, widgets in zip(self._parts, held, strict=True):
            row = QHBoxLayout(part)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(8)
            for widget in widgets:
                row.addWidget(widget, 1 if widget is self.filter else 0)
            self._lines.addWidget(part, 1 if part is self._parts[0] else 0)
        row.addStretch(1)

    def _connect(self) -> None:
        self.lists.activated.connect(lambda _: self.list_chosen.emit(self.lists.currentData()))
        self.groups.activated.connect(lambda _: self.group_chosen.emit(self.groups.currentData()))
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(lambda: self.text_changed.emit(self.filter.text()))
        self.add.clicked.connect(self.row_wanted)
        self.clear.clicked.connect(self.cleared)

    def _fill_lists(self) -> None:
        plan, language = self._workspace.plan, self._workspace.language
        self.lists.clear()
        for record in RECORDS:
            count = len(plan.records(record))
            self.lists.addItem(f"{LIST_WORDS[record].into(language)} {count}", record)
        self.lists.setCurrentIndex(RECORDS.index(self._arrangement.record))

    def _fill_groups(self) -> None:
        record, language = self._arrangement.record, self._workspace.language
        keys = groupings(record)
        self.groups.clear()
        self.groups.addItem(self._workspace.tr("no groups"), "")
        for key in keys:
            self.groups.addItem(column_of(record, key).label.into(language), key)
        self.groups.setCurrentIndex(self.groups.findData(self._arrangement.group))
        self.groups.setEnabled(bool(keys))

    def _fill_columns(self) -> None:
        self.menu.clear()
        for action in column_actions(self._workspace, self._arrangement, self.menu):
            self.menu.addAction(action)
            action.triggered.connect(partial(self._switch, action.data()))

    def _switch(self, key: str) -> None:
        self.column_switched.emit(key)


def column_actions(workspace: Workspace, arrangement: Arrangement, parent: QMenu) -> list[QAction]:
    """A tick for every column but the first, which always stays."""
    shown = {column.key for column in arrangement.shown}
    actions = []
    for column in columns_of(arrangement.record)[1:]:
        action = QAction(column.label.into(workspace.language), parent)
        action.setCheckable(True)
        action.setChecked(column.key in shown)
        action.setData(column.key)
        actions.append(action)
    return actions
