"""Who changes what, as a small matrix: owners down, kinds of change across."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.quality.coverage_table import CHANGES, Change, CoverageTable
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message, message_plural
from strategy_planner.model.texts import text_of
from strategy_planner.model.words import CHANGE_TYPES

_MOST_NUMBERS = 2
_HEADING = 200
_NOT_SAID = message("Not said")
_NOBODY = message("Nobody")
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CoverageView(QWidget):
    """A cell selects its items on every view; an empty one says so."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.table_of: CoverageTable | None = None
        self.verdict = words("", "entry", self)
        self.table = _Matrix(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.verdict)
        column.addWidget(self.table, 1)
        self.table.cellClicked.connect(self._choose)

    def set_text_scale(self, scale: float) -> None:
        """The column of the owners as wide as the texts."""
        self.table.verticalHeader().setFixedWidth(round(_HEADING * scale))

    def show_table(self, table: CoverageTable) -> None:
        """The matrix as it now is; the place in it stays."""
        self.table_of = table
        place = max(0, self.table.currentRow()), max(0, self.table.currentColumn())
        tr, language = self.workspace.tr, self.workspace.language
        self.table.setAccessibleName(tr("Who changes what"))
        self.table.setColumnCount(len(CHANGES) + 1)
        self.table.setRowCount(len(table.owners))
        kinds = [_change(change).into(language) for change in (*CHANGES, None)]
        self.table.setHorizontalHeaderLabels(kinds)
        self.table.setVerticalHeaderLabels([self._owner(owner) for owner in table.owners])
        for row, owner in enumerate(table.owners):
            for column, change in enumerate((*CHANGES, None)):
                self._fill(row, column, table.of(owner, change))
        self.table.setCurrentCell(min(place[0], len(table.owners) - 1), place[1])
        self.table.setVisible(bool(table.owners))
        self.verdict.setText(self._verdict(table))

    def _fill(self, row: int, column: int, items: tuple[str, ...]) -> None:
        tr, nodes = self.workspace.tr, self.workspace.plan.nodes
        numbers = tr(", ").join(
            nodes[id_].number or "–" for id_ in items[:_MOST_NUMBERS] if id_ in nodes
        )
        more = "…" if len(items) > _MOST_NUMBERS else ""
        count = message_plural("{count} item", "{count} items", len(items))
        text = f"{count.into(self.workspace.language)}\n{numbers}{more}"
        cell = QTableWidgetItem(text if items else _NOBODY.into(self.workspace.language))
        cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
        if not items:
            cell.setForeground(QColor(self.workspace.theme.colour("ink3")))
        self.table.setItem(row, column, cell)

    def _owner(self, owner: str | None) -> str:
        if owner is None:
            return self.workspace.tr("No owner")
        plan = self.workspace.plan
        record = plan.organisations.get(owner)
        name = text_of(plan, record, "name", self.workspace.language) if record else None
        return name or owner

    def _verdict(self, table: CoverageTable) -> str:
        tr, language = self.workspace.tr, self.workspace.language
        if not table.owners:
            return tr("Nothing is to be done or decided yet.")
        missing = [_change(change).into(language) for change in table.empty_changes]
        if missing:
            return tr(
                "Nobody changes: {kinds}. Technology, behaviour and institutions have to change "
                "together.",
                kinds=tr(", ").join(missing),
            )
        return tr("Technology, behaviour and institutions all change. Empty cells may be right.")

    def _choose(self, row: int, column: int) -> None:
        if self.table_of is not None and row >= 0:
            change = (*CHANGES, None)[column]
            self.workspace.select(self.table_of.of(self.table_of.owners[row], change))


def _change(change: Change | None) -> Message:
    return _NOT_SAID if change is None else CHANGE_TYPES[change]


class _Matrix(QTableWidget):
    """Enter and Space choose a cell, as a click does."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "facts")
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setDefaultAlignment(_LEFT)
        owners = self.verticalHeader()
        owners.setDefaultAlignment(_LEFT | Qt.TextFlag.TextWordWrap)
        owners.setFixedWidth(_HEADING)
        owners.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's own keys walk the cells."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.cellClicked.emit(self.currentRow(), self.currentColumn())
        else:
            super().keyPressEvent(event)
