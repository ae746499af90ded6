"""The outline for Qt: rows by id, repainted and moved by the ids that an edit touched."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from strategy_planner.gui.outline.tree import ROOT, below, children_of, parents_of, steps
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.roadmap.speaking import item_words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.texts import label, text_of

_Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
MIME = "application/x-strategy-planner-item"


class OutlineModel(QAbstractItemModel):
    """The items of the plan under their parents. Column 0 is all there is."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._children = children_of(workspace.plan, workspace.passing)
        self._parents = parents_of(self._children)
        self._keys: dict[str, int] = {}
        self._ids: list[str] = []
        workspace.changed.connect(self._follow)
        workspace.replaced.connect(self._start_anew)
        workspace.filter_changed.connect(self._sift)
        workspace.language_changed.connect(self._repaint)

    def id_at(self, index: _Index) -> str:
        """The id of a row; `ROOT` for no row."""
        return self._ids[index.internalId()] if index.isValid() else ROOT

    def index_of(self, node_id: str) -> QModelIndex:
        """The row of an item; an invalid index where the plan has none."""
        parent = self._parents.get(node_id)
        if parent is None:
            return QModelIndex()
        row = self._children[parent].index(node_id)
        return self.createIndex(row, 0, self._key(node_id))

    def index(self, row: int, column: int, parent: _Index = _NOWHERE) -> QModelIndex:
        """Qt's way to a row."""
        siblings = self._children.get(self.id_at(parent), [])
        if column != 0 or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, self._key(siblings[row]))

    def parent(self, index: _Index = _NOWHERE) -> Any:
        """The row above in the outline."""
        return self.index_of(self._parents.get(self.id_at(index), ROOT))

    def rowCount(self, parent: _Index = _NOWHERE) -> int:
        """How many items stand under one."""
        return len(self._children.get(self.id_at(parent), ()))

    def columnCount(self, parent: _Index = _NOWHERE) -> int:
        """One column."""
        del parent
        return 1

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Title, tooltip and the sentence that is spoken."""
        node_id = self.id_at(index)
        reader = _READERS.get(role)
        if reader is None or node_id not in self.workspace.plan.nodes:
            return None
        return reader(self.workspace, node_id)

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Rename an item."""
        if role != Qt.ItemDataRole.EditRole:
            return False
        plan, language = self.workspace.plan, self.workspace.language
        node_id = self.id_at(index)
        if node_id not in plan.nodes:  # it was deleted while its title was written
            return False
        return self.workspace.do(
            edits.write_text(plan, "node", node_id, "title", str(value), language)
        )

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Every row can be renamed and dragged."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsEditable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemIsDropEnabled
        )

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows move; they are not copied."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """What a dragged row is."""
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        """The id of a dragged row."""
        data = QMimeData()
        data.setData(MIME, self.id_at(indexes[0]).encode())
        return data

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: _Index
    ) -> bool:
        """Move the dragged item to where it was dropped."""
        del action, column
        moved = bytes(data.data(MIME).data()).decode()
        under = self.id_at(parent)
        siblings = self._children.get(under, [])
        before = siblings[row] if 0 <= row < len(siblings) else None
        change_set = edits.move_in_outline(self.workspace.plan, moved, under or None, before)
        self.workspace.do(change_set)
        # The model has moved the row itself; Qt must not remove it as well.
        return False

    def _key(self, node_id: str) -> int:
        key = self._keys.get(node_id)
        if key is None:
            key = self._keys[node_id] = len(self._ids)
            self._ids.append(node_id)
        return key

    def _follow(self, change_set: ChangeSet) -> None:
        is_filtered = self.workspace.passing is not None
        if is_filtered or any(change.record == "node" for change in change_set.changes):
            self._rearrange()
        for change in change_set.changes:
            index = self.index_of(change.id)
            if index.isValid():
                self.dataChanged.emit(index, index)

    def _tree(self) -> dict[str, list[str]]:
        return children_of(self.workspace.plan, self.workspace.passing)

    def _sift(self) -> None:
        """Another filter shows another outline."""
        if self._tree() != self._children:
            self._start_anew()

    def _rearrange(self) -> None:
        for step in steps(self._children, self._tree()):
            above = self.index_of(step.parent)
            here = self._children.setdefault(step.parent, [])
            if step.old is not None:
                self.beginRemoveRows(above, step.old, step.old)
                del here[step.old]
                for id_ in (step.id, *below(self._children, step.id)):
                    self._children.pop(id_, None)
                    del self._parents[id_]
                self.endRemoveRows()
            elif step.new is not None:
                self.beginInsertRows(above, step.new, step.new)
                here.insert(step.new, step.id)
                self._parents[step.id] = step.parent
                self.endInsertRows()

    def _repaint(self) -> None:
        """The words of every row are in another language."""
        last = len(self._children[ROOT]) - 1
        if last >= 0:
            self.dataChanged.emit(self.index(0, 0), self.index(last, 0))

    def _start_anew(self) -> None:
        self.beginResetModel()
        self._children = self._tree()
        self._parents = parents_of(self._children)
        self._keys.clear()
        self._ids.clear()
        self.endResetModel()


def sentence(workspace: Workspace, node_id: str) -> str:
    """What is spoken of an item: number, kind, title, dates, state, what it needs."""
    plan, language = workspace.plan, workspace.language
    words = [*item_words(plan, workspace.schedule, node_id, language)]
    needs = [
        label(plan, link.prerequisite, language)
        for link in plan.links_into(node_id)
        if link.relation == "requires"
    ]
    if needs:
        words.append(workspace.tr("Needs: {items}", items=workspace.tr(", ").join(needs)))
    return workspace.tr(". ").join(words)


def _title(workspace: Workspace, node_id: str) -> str:
    plan = workspace.plan
    return text_of(plan, plan.nodes[node_id], "title", workspace.language) or ""


def _tooltip(workspace: Workspace, node_id: str) -> str:
    return as_tooltip(
        "\n".join(item_words(workspace.plan, workspace.schedule, node_id, workspace.language))
    )


_READERS: dict[int, Callable[[Workspace, str], str]] = {
    Qt.ItemDataRole.DisplayRole: _title,
    Qt.ItemDataRole.EditRole: _title,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
    Qt.ItemDataRole.AccessibleTextRole: sentence,
}
