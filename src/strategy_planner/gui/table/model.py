"""The table for Qt: rows by id, with headings of groups between and an empty row at the end."""

from collections.abc import Collection
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.table.moves import runs_between
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.table.arrangement import (
    Arrangement,
    Group,
    Row,
    arrange,
    kept_in_place,
)
from strategy_planner.layout.table.columns import Column
from strategy_planner.layout.table.contents import Contents
from strategy_planner.model.cells import show_cell
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.naming import name_of

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
NEW = ""
"""Stands for the id of the empty row at the end, in which a new record is begun."""
_NOTHING = Qt.ItemFlag.NoItemFlags
_STANDING = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_WRITTEN = _STANDING | Qt.ItemFlag.ItemIsEditable
_MANY = 40
"""Runs of coming and going rows beyond which the table is built anew."""


class TableModel(QAbstractTableModel):
    """The records of one kind. It changes nothing: the grid writes through the workspace."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.arrangement = Arrangement()
        self.columns: tuple[Column, ...] = self.arrangement.shown
        self.rows: list[Row] = []
        self.folded: set[str] = set()
        self.draft: dict[str, Any] = {}
        self._all: list[Row] = []
        self._places: dict[str, int] | None = None
        self._contents = Contents(workspace.plan, workspace.schedule, workspace.language)

    @property
    def contents(self) -> Contents:
        """The texts of the cells."""
        return self._contents

    @property
    def kind(self) -> str:
        """The kind of record that the table shows."""
        return self.arrangement.record

    @property
    def count(self) -> int:
        """How many records stand in the table, in folded groups too."""
        return sum(isinstance(row, str) and row != NEW for row in self._all)

    @property
    def rows_unfolded(self) -> list[Row]:
        """The rows in their order, those of folded groups too, without the empty one."""
        return [row for row in self._all if row != NEW]

    def show_arrangement(self, arrangement: Arrangement) -> None:
        """Lay the table out anew."""
        self.beginResetModel()
        if arrangement.record != self.arrangement.record:
            self.draft.clear()
            self.folded.clear()
        self.arrangement, self.columns = arrangement, arrangement.shown
        self._all = self._arranged()
        self.rows = self._unfolded()
        self._places = None
        self.endResetModel()

    def show_plan(self) -> None:
        """Another plan or another language: nothing of before holds."""
        workspace = self.workspace
        self._contents = Contents(workspace.plan, workspace.schedule, workspace.language)
        self.show_arrangement(self.arrangement)

    def follow(self, change_set: ChangeSet) -> None:
        """Show what an edit changed; rows keep their places until they are arranged again."""
        self._contents.forget(change_set, self.workspace.schedule)
        held = self.workspace.plan.records(self.kind)
        coming = {
            change.id
            for change in change_set.changes
            if change.record == self.kind and change.before is None
        }
        going = any(
            change.record == self.kind and change.after is None for change in change_set.changes
        )
        if coming or going:
            self._take_in(coming, held)
        last = self.index(len(self.rows) - 1, len(self.columns) - 1)
        self.dataChanged.emit(self.index(0, 0), last)

    def fold(self, value: str) -> None:
        """Hide what stands under a heading, or show it again."""
        self.folded ^= {value}
        self._replace_rows(self._unfolded())

    def id_at(self, row: int) -> str | None:
        """The record of a row: `NEW` for the empty one, None for a heading or no row."""
        found = self.rows[row] if 0 <= row < len(self.rows) else None
        return found if isinstance(found, str) else None

    def row_of(self, record_id: str) -> int:
        """The row of a record, -1 where it is not shown."""
        if self._places is None:
            self._places = {row: place for place, row in enumerate(self.rows)
                            if isinstance(row, str)}  # fmt: skip
        return self._places.get(record_id, -1)

    def text(self, row: int, column: int) -> str:
        """What stands in a cell."""
        found, of = self.rows[row], self.columns[column]
        if isinstance(found, Group):
            return self.heading(found) if column == 0 else ""
        if found == NEW:
            return self._drafted(of)
        return self._contents.text(self.kind, found, of)

    def heading(self, group: Group) -> str:
        """What a group is called, and how many records it has."""
        return self.workspace.tr(
            "{value} · {count}",
            value=group.value or self.workspace.tr("to be set"),
            count=group.count,
        )

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Headings, records and the empty row."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """The columns chosen."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """What the columns are called."""
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self.columns[section].label.into(self.workspace.language)
        return self._called(section)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tooltip, and what is spoken of a cell."""
        if not index.isValid():
            return None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return self.text(index.row(), index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(self.text(index.row(), index.column()))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.sentence(index.row(), index.column())
        return None

    def sentence(self, row: int, column: int) -> str:
        """What is spoken of a cell: its record, its column and what stands in it."""
        if isinstance(self.rows[row], Group):
            return self.text(row, column)
        tr = self.workspace.tr
        return tr(
            "{row}. {column}: {text}",
            row=self._called(row),
            column=self.columns[column].label.into(self.workspace.language),
            text=self.text(row, column) or tr("empty"),
        )

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Fields can be written; of a heading only its first cell can be stood on."""
        if not index.isValid():
            return _NOTHING
        if isinstance(self.rows[index.row()], Group):
            return _STANDING if index.column() == 0 else _NOTHING
        return _WRITTEN if self.columns[index.column()].is_editable else _STANDING

    def _called(self, row: int) -> str:
        found = self.id_at(row)
        if found is None:
            return ""
        if found == NEW:
            return self.workspace.tr("New row")
        return name_of(self.workspace.plan, found, self.workspace.language)

    def _drafted(self, column: Column) -> str:
        if column.field is None or column.key not in self.draft:
            return ""
        value = self.draft[column.key]
        return show_cell(self.workspace.plan, column.field, value, self.workspace.language)

    def _arranged(self, always: Collection[str] = ()) -> list[Row]:
        within = self.workspace.passing if self.kind == "node" else None
        rows = arrange(self._contents, self.arrangement, always, within)
        return rows if self.kind == "translation" else [*rows, NEW]

    def _take_in(self, coming: set[str], held: Collection[str]) -> None:
        fresh = self._arranged(always=coming) if coming else []
        rows = kept_in_place(self._all, fresh, {*held, NEW})
        groups = {row.value: row for row in fresh if isinstance(row, Group)}
        known = {row.value for row in rows if isinstance(row, Group)}
        if groups.keys() - known:
            rows = fresh  # a value that had no group yet
        self._all = [groups.get(row.value, row) if isinstance(row, Group) else row for row in rows]
        self._replace_rows(self._unfolded())

    def _unfolded(self) -> list[Row]:
        if not self.arrangement.group or not self.folded:
            return list(self._all)
        rows: list[Row] = []
        hidden = False
        for row in self._all:
            if isinstance(row, Group):
                hidden = row.value in self.folded
            if isinstance(row, Group) or not hidden or row == NEW:
                rows.append(row)
        return rows

    def _replace_rows(self, rows: list[Row]) -> None:
        """Tell Qt what comes and goes, so that selection and an open editor stay."""
        self._places = None
        runs = runs_between(self.rows, rows)
        if runs is None or len(runs.going) + len(runs.coming) > _MANY:
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
            return
        for first, last in reversed(runs.going):
            self.beginRemoveRows(QModelIndex(), first, last)
            del self.rows[first : last + 1]
            self._places = None
            self.endRemoveRows()
        for first, last in runs.coming:
            self.beginInsertRows(QModelIndex(), first, last)
            self.rows[first:first] = rows[first : last + 1]
            self._places = None
            self.endInsertRows()
        self.rows = rows
