"""The bar at the foot of the window in which a text is found and replaced."""

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.inspector.sections import rule
from strategy_planner.gui.outline.row import painted_palette
from strategy_planner.gui.replace.places import PlaceList
from strategy_planner.gui.replace.row import ROW, PlaceRow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message, message_plural
from strategy_planner.model.errors import PlanError
from strategy_planner.model.replacing import Place, find_places, record_of, replace_places

_PAUSE, _ROWS, _LARGE = 150, 6, 1.5


class ReplacePanel(QFrame):
    """What to find, what to write instead, and every place before and after.

    Nothing is written before a button is pressed; what is written can be undone.
    """

    told = Signal(object)
    """A Message on what was replaced."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.wanted, self.instead = ComposingLineEdit(self), ComposingLineEdit(self)
        self.match_case = QPushButton(self)
        self.match_case.setCheckable(True)
        self.match_case.setProperty("role", "pill")
        self.count = QLabel(self)
        self.count.setProperty("role", "caption")
        self.one, self.all, self.close_button = (QPushButton(self) for _ in range(3))
        self.close_button.setText("✕")
        self.close_button.setProperty("role", "link")
        self.model = PlaceList(workspace, self)
        self.list = QListView(self)
        self.list.setModel(self.model)
        self.row = PlaceRow(self.list)
        self.list.setItemDelegate(self.row)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        painted_palette(self.list)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._arrange()
        self._connect()
        self.name()
        self.set_text_scale(1.0)
        self.hide()

    def open(self) -> None:
        """Show the bar, ready to be written in."""
        self.show()
        self.look()
        self.wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.wanted.selectAll()

    def look(self) -> None:
        """All places as they now are; the current one keeps its place in the list."""
        self._pause.stop()
        row = self.list.currentIndex().row()
        wanted, self.row.instead = self.wanted.text(), self.instead.text()
        self.model.show_places(
            find_places(
                self.workspace.plan,
                wanted,
                self.row.instead,
                match_case=self.match_case.isChecked(),
            )
        )
        places = len(self.model.places)
        found = message_plural("{count} place", "{count} places", places)
        none = message("This text is nowhere in the plan.")
        words = "" if not wanted else (found if places else none).into(self.workspace.language)
        self.count.setText(words)
        self.list.setVisible(bool(places))
        for button in (self.one, self.all):
            button.setEnabled(bool(places))
        if places:
            self.list.setCurrentIndex(self.model.index(min(max(row, 0), places - 1), 0))

    def replace_one(self) -> None:
        """Write the current place."""
        row = self.list.currentIndex().row()
        if 0 <= row < len(self.model.places):
            self._replace([self.model.places[row]])

    def replace_all(self) -> None:
        """Write all places as one step."""
        count = len(self.model.places)
        if count and self._replace(self.model.places):
            self.told.emit(
                message_plural("Replaced in {count} place. Ctrl+Z takes it back.",
                               "Replaced in {count} places. Ctrl+Z takes it back.", count)
            )  # fmt: skip

    def name(self) -> None:
        """The controls in the language of the window."""
        tr = self.workspace.tr
        for line, words in ((self.wanted, tr("Find")), (self.instead, tr("Replace with"))):
            line.setPlaceholderText(words)
            line.setAccessibleName(words)
        self.match_case.setText(tr("Match case"))
        self.one.setText(tr("Replace this one"))
        self.all.setText(tr("Replace all"))
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.setToolTip(tr("Close") + "  Esc")
        self.list.setAccessibleName(tr("Places in which the text was found"))
        self.setAccessibleName(tr("Find and replace"))

    def set_text_scale(self, scale: float) -> None:
        """Rows larger or smaller."""
        self.row.text_scale = scale
        rows = _ROWS if scale < _LARGE else _ROWS // 2
        self.list.setFixedHeight(round(ROW * rows * scale))
        self.list.doItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Enter in the list writes the place, in the lines goes to the list."""
        enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        elif enter and self.list.hasFocus():
            self.replace_one()
        elif enter and self.model.places:
            self.list.setFocus()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """The focus goes back to where the window would have it."""
        super().hideEvent(event)
        self.model.show_places([])

    def _replace(self, places: list[Place]) -> bool:
        try:
            change_set = replace_places(self.workspace.plan, places)
        except PlanError as error:
            self.workspace.refused.emit(error)
            return False
        return self.workspace.do(change_set)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.wanted, 1)
        row.addWidget(self.instead, 1)
        for part in (self.match_case, self.count, self.one, self.all, self.close_button):
            row.addWidget(part)
        row.setContentsMargins(12, 4, 8, 0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(rule(self))
        column.addLayout(row)
        column.addWidget(self.list)
        column.addSpacing(4)

    def _connect(self) -> None:
        workspace = self.workspace
        for line in (self.wanted, self.instead):
            line.textChanged.connect(lambda _: self._pause.start())
        self._pause.timeout.connect(self.look)
        self.match_case.toggled.connect(lambda _: self.look())
        self.one.clicked.connect(self.replace_one)
        self.all.clicked.connect(self.replace_all)
        self.close_button.clicked.connect(self.hide)
        self.list.selectionModel().currentChanged.connect(self._lead)
        workspace.changed.connect(self._follow)
        workspace.replaced.connect(self._follow)
        workspace.language_changed.connect(self._rename)
        workspace.theme_changed.connect(self.list.viewport().update)

    def _lead(self, index: QModelIndex) -> None:
        if index.isValid() and self.list.hasFocus():
            plan = self.workspace.plan
            self.workspace.select([record_of(plan, self.model.places[index.row()])])

    def _follow(self) -> None:
        if self.isVisible():
            self.look()

    def _rename(self) -> None:
        self.name()
        self._follow()
