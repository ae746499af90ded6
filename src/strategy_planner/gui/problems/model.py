"""The findings of the plan for Qt, as a filter lets them through."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.problems.ways import way_out
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message

if TYPE_CHECKING:
    from strategy_planner.analysis.findings import Finding

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
FILTERS: tuple[tuple[str, Message], ...] = (
    ("all", message("All")),
    ("error", message("Too late or blocked")),
    ("warning", message("To watch")),
    ("note", message("To complete")),
)


class ProblemsModel(QAbstractListModel):
    """The findings that a filter lets through."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.filter = "all"
        self.shown: list[Finding] = []

    def refresh(self) -> None:
        """Take the findings as they now are."""
        self.beginResetModel()
        self.shown = [
            finding
            for finding in self.workspace.findings
            if self.filter in {"all", finding.severity}
        ]
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many problems are shown."""
        return 0 if parent.isValid() else len(self.shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The sentence; spoken with its weight."""
        finding = self.shown[index.row()]
        sentence = finding.message.into(self.workspace.language)
        if role == Qt.ItemDataRole.DisplayRole:
            return sentence
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(sentence)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            weight = dict(FILTERS)[finding.severity].into(self.workspace.language)
            action = way_out(finding.rule)[0].into(self.workspace.language)
            return self.workspace.tr(
                "{weight}: {sentence} Enter: {action}",
                weight=weight, sentence=sentence, action=action,
            )  # fmt: skip
        return None

    def item_of(self, index: _Index) -> str:
        """The record that a problem is about; empty for one about the whole plan."""
        items = self.shown[index.row()].items
        return items[0] if items else ""
