"""What a search found, for Qt: the name of each record, and the place where the words stand."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QWidget

from strategy_planner.analysis.folding import words_of
from strategy_planner.analysis.search import Hit
from strategy_planner.gui.inspector.naming import name_of
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model.field_names import FIELD_NAMES
from strategy_planner.model.texts import title_of
from strategy_planner.model.words import LANGUAGES, NODE_KINDS, RECORD_WORDS, REGISTER_KINDS

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


_NAMED = frozenset({"number", "title", "name"})


class HitsModel(QAbstractListModel):
    """The hits in their order."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.hits: list[Hit] = []
        self.words: tuple[str, ...] = ()

    def show_hits(self, query: str, hits: list[Hit]) -> None:
        """Take other hits."""
        self.beginResetModel()
        self.hits, self.words = hits, words_of(query)
        self.endResetModel()

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many there are."""
        return 0 if parent.isValid() else len(self.hits)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name and place in one sentence, for tooltip and speech."""
        hit = self.hits[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self.name(hit)
        if role in {Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole}:
            words = self.workspace.tr(
                "{name}. {place}: {text}",
                name=self.name(hit), place=self.place(hit), text=hit.passage.text,
            )  # fmt: skip
            return as_tooltip(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def name(self, hit: Hit) -> str:
        """The record as a planner calls it."""
        return name_of(self.workspace, hit.id)

    def is_in_name(self, hit: Hit) -> bool:
        """Whether the words stand in the name, as it is shown."""
        return hit.passage.field in _NAMED and hit.passage.text in self.name(hit)

    def place(self, hit: Hit) -> str:
        """The kind of record and the field in which the words stand."""
        language = self.workspace.language
        field = FIELD_NAMES[hit.passage.field]
        if hit.passage.language:
            field = message(
                "{field} ({language})", field=field, language=LANGUAGES[hit.passage.language]
            )
        if self.is_in_name(hit):
            return self._outline_place(hit)
        if hit.kind == "node":
            return field.into(language)
        kind = RECORD_WORDS[hit.kind]
        return message("{record}: {field}", record=kind, field=field).into(language)

    def _outline_place(self, hit: Hit) -> str:
        """What kind of record it is, and under which item it stands."""
        plan, language = self.workspace.plan, self.workspace.language
        node = plan.nodes.get(hit.id)
        entry = plan.register.get(hit.id)
        if entry is not None and entry.kind is not None:
            return REGISTER_KINDS[entry.kind].into(language)
        if node is None:
            return RECORD_WORDS[hit.kind].into(language)
        kind = NODE_KINDS[node.kind].into(language)
        above = plan.nodes.get(node.parent or "")
        return f"{kind} · {title_of(plan, above, language)}" if above else kind
