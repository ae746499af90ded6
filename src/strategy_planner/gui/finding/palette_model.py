"""The rows of the command palette for Qt: headings of groups, and what they offer."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.finding.offers import GROUPS, Group, Offer
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PaletteModel(QAbstractListModel):
    """Offers under the headings of their groups; headings cannot be chosen."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.rows: list[Offer | Group] = []
        self.query = ""

    def show_offers(self, query: str, offers: list[Offer]) -> None:
        """Take other offers, which come group by group."""
        self.beginResetModel()
        self.query, self.rows = query, []
        for offer in offers:
            if not self.rows or self._group_of(self.rows[-1]) != offer.group:
                self.rows.append(offer.group)
            self.rows.append(offer)
        self.endResetModel()

    def offer_at(self, row: int) -> Offer | None:
        """What a row offers; None for a heading."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, Offer) else None

    def next_row(self, row: int, by: int) -> int:
        """The next row that can be chosen, round at the ends; -1 where there is none."""
        count = len(self.rows)
        for step in range(1, count + 1):
            place = (row + by * step) % count
            if self.offer_at(place) is not None:
                return place
        return -1

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """Headings and offers."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Headings are only read."""
        if self.offer_at(index.row()) is None:
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name; spoken with its place, its keys, or why it cannot be done."""
        offer = self.offer_at(index.row())
        if role not in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.AccessibleTextRole,
            Qt.ItemDataRole.ToolTipRole,
        }:
            return None
        if offer is None:
            return GROUPS[self._group_of(self.rows[index.row()])].into(self.workspace.language)
        if role == Qt.ItemDataRole.DisplayRole:
            return offer.name
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(offer.name)
        parts = (offer.name, offer.beside, offer.keys, offer.lacking)
        return self.workspace.tr(". ").join(part for part in parts if part)

    def _group_of(self, row: Offer | Group) -> Group:
        return row.group if isinstance(row, Offer) else row
