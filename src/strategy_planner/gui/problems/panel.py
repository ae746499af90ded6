"""The problems of the plan in the bottom dock: one sentence each, and the way to its item."""

import datetime as dt

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.problems.model import FILTERS, ProblemsModel
from strategy_planner.gui.problems.row import ProblemRow
from strategy_planner.gui.problems.ways import way_out
from strategy_planner.gui.workspace import Workspace


class ProblemsList(QListView):
    """Choosing a row selects its item; its action goes to where it can be mended."""

    chosen = Signal(QModelIndex)
    acted = Signal(QModelIndex)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click chooses; a click on the action does it."""
        super().mouseReleaseEvent(event)
        place = event.position().toPoint()
        index = self.indexAt(place)
        row = self.itemDelegate()
        if not index.isValid() or not isinstance(row, ProblemRow):
            return
        self.chosen.emit(index)
        if row.is_on_action(place.x(), index, self.visualRect(index)):
            self.acted.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walking the list chooses; Enter does what the row offers."""
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and index.isValid():
            self.chosen.emit(index)
            self.acted.emit(index)
            return
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down} and self.currentIndex().isValid():
            self.chosen.emit(self.currentIndex())


class ProblemsPanel(QWidget):
    """Heading with filters over the list; folded, only the heading is left."""

    folded = Signal(bool)
    acted = Signal(str)
    """The way out of a problem was taken: the part of the inspector to go to."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.model = ProblemsModel(workspace, self)
        self.list = ProblemsList(self)
        self.empty = QLabel(self)
        self.heading = QLabel(self)
        self.fold = QPushButton(self)
        self.pills = {key: QPushButton(self) for key, _ in FILTERS}
        self._row = ProblemRow(self.model, self.list)
        self._arrange()
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._go_to)
        self.list.acted.connect(self._mend)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        self.fold.toggled.connect(self._fold)
        workspace.analysed.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.list.viewport().update)
        self.refresh()

    def set_text_scale(self, scale: float) -> None:
        """Rows and their texts larger or smaller."""
        self._row.text_scale = scale
        self.list.doItemsLayout()

    def refresh(self) -> None:
        """Show the findings and words as they now are."""
        tr, findings = self.workspace.tr, self.workspace.findings
        self.model.refresh()
        self.heading.setText(tr("Problems"))
        for key, name in FILTERS:
            count = sum(key in {"all", finding.severity} for finding in findings)
            self.pills[key].setText(f"{name.into(self.workspace.language)} {count}")
            self.pills[key].setEnabled(key == "all" or bool(count))
        self.list.setAccessibleName(tr("Problems of the plan"))
        self.fold.setText(tr("Unfold") if self.fold.isChecked() else tr("Fold"))
        self.empty.setText(
            tr(
                "Nothing found. ({count} items checked, {time})",
                count=len(self.workspace.plan.nodes),
                time=dt.datetime.now().astimezone().strftime("%H:%M"),
            )
        )
        self._stack.setCurrentWidget(self.list if self.model.shown else self.empty)

    def _arrange(self) -> None:
        self.heading.setProperty("role", "heading")
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._row)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.fold.setCheckable(True)
        self.fold.setProperty("role", "link")
        bar = QWidget(self)
        row = QHBoxLayout(bar)
        row.setContentsMargins(12, 3, 12, 3)
        row.setSpacing(8)
        row.addWidget(self.heading)
        group = QButtonGroup(self)
        for key, pill in self.pills.items():
            pill.setCheckable(True)
            pill.setProperty("role", "pill")
            pill.setChecked(key == "all")
            group.addButton(pill)
            pill.clicked.connect(lambda _=False, key=key: self._filter(key))
            row.addWidget(pill)
        row.addStretch(1)
        row.addWidget(self.fold)
        self._body = QWidget(self)
        self._stack = QStackedLayout(self._body)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self._body, 1)

    def step(self, by: int) -> None:
        """Go to the next problem, or the one before; from the last to the first."""
        count = self.model.rowCount()
        if count:
            row = self.list.currentIndex().row()
            index = self.model.index((row + by) % count if row >= 0 else min(by, 0) % count, 0)
            self.list.setCurrentIndex(index)
            self._go_to(index)

    def _filter(self, key: str) -> None:
        self.model.filter = key
        self.refresh()

    def _fold(self, folded: bool) -> None:
        self._body.setVisible(not folded)
        self.refresh()
        self.folded.emit(folded)

    def _mend(self, index: QModelIndex) -> None:
        self.acted.emit(way_out(self.model.shown[index.row()].rule)[1])

    def _open_menu(self, place: QPoint) -> None:
        from strategy_planner.gui.problems.menu import problem_menu

        index = self.list.indexAt(place)
        if index.isValid():
            menu = problem_menu(self.model, index, self.list, self._go_to, self._choose_and_mend)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.popup(self.list.viewport().mapToGlobal(place))

    def _choose_and_mend(self, index: QModelIndex) -> None:
        self._go_to(index)
        self._mend(index)

    def _go_to(self, index: QModelIndex) -> None:
        item = self.model.item_of(index)
        if item:
            self.workspace.select([item])
