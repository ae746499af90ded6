"""The places in which a text was found, as a list for Qt."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model.naming import name_of
from strategy_planner.model.replacing import Place, record_of
from strategy_planner.model.words import LANGUAGES

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class PlaceList(QAbstractListModel):
    """A row for each place: which record, which field, before and after."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.places: list[Place] = []

    def show_places(self, places: list[Place]) -> None:
        """Other places."""
        self.beginResetModel()
        self.places = places
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """How many places there are."""
        return 0 if parent.isValid() else len(self.places)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What is spoken of a place, and the whole texts as its tooltip."""
        if not index.isValid():
            return None
        place = self.places[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(f"{place.before}\n→\n{place.after}")
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return message(
                "{where}: “{before}” becomes “{after}”",
                where=self.where(place), before=place.before, after=place.after,
            ).into(self.workspace.language)  # fmt: skip
        return None

    def where(self, place: Place) -> str:
        """The record and the field, with the language of a translation."""
        plan, language = self.workspace.plan, self.workspace.language
        name = name_of(plan, record_of(plan, place), language)
        found = plan.translations.get(place.id)
        field = place.field.label if found is None else LANGUAGES.get(found.language)
        return message("{item} · {field}", item=name, field=field or "").into(language)
