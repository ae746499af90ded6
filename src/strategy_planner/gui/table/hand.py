"""What a planner does with the cells that are selected: each is one edit, or one text to copy."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from strategy_planner.gui import clipboard
from strategy_planner.gui.inspector.field_editor import attempt
from strategy_planner.gui.table.grid import Grid
from strategy_planner.gui.table.model import NEW, TableModel
from strategy_planner.interchange.tab_separated import read_block, write_block
from strategy_planner.interchange.text_outline import looks_like_outline, read_outline
from strategy_planner.language import message_plural
from strategy_planner.model import blocks, edits
from strategy_planner.model.cells import Cell, write_cells
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import Field

if TYPE_CHECKING:
    from strategy_planner.model.changes import ChangeSet

_FROM_NEIGHBOUR: Mapping[str, tuple[str, ...]] = {
    "node": ("kind", "parent", "track"),
    "link": (),
    "choice": ("node",),
    "kpi": ("node",),
    "measurement": ("kpi",),
    "contribution": ("node", "kpi"),
    "register": ("kind",),
}
"""What a new row takes over from the row that it is added under."""


class Hand(QObject):
    """Copies, pastes, fills, clears, adds and deletes; every edit can be undone."""

    told = Signal(object)
    """A Message on what was done that is not seen at once."""

    def __init__(self, grid: Grid, model: TableModel, parent: QObject) -> None:
        super().__init__(parent)
        self._grid, self._model, self._workspace = grid, model, model.workspace
        self._fresh = -1
        self._begun = ""

    def do(self, deed: str) -> None:
        """Carry out a deed by its name."""
        getattr(self, deed)()

    def write(self, record_id: str, field: Field, value: Any) -> PlanError | None:
        """Write one cell; the empty row becomes a record as soon as it says enough."""
        self._fresh = -1
        if record_id == NEW:
            return self._begin(field, value)
        plan, language = self._workspace.plan, self._workspace.language
        return attempt(
            self._workspace, write_cells(plan, [Cell(field, record_id, value)], language)
        )

    def copy(self) -> None:
        """The selected cells as a block that spreadsheets take."""
        rows, columns = self._grid.block()
        rows = [row for row in rows if self._model.id_at(row) != NEW]
        if not rows:
            return
        chosen = self._grid.selectionModel()
        block = [
            [
                self._model.text(row, column)
                if chosen.isSelected(self._model.index(row, column))
                else ""
                for column in columns
            ]
            for row in rows
        ]
        QApplication.clipboard().setText(write_block(block))

    def cut(self) -> None:
        """Copy, then clear."""
        self.copy()
        self.clear()

    def paste(self) -> None:
        """The block of the clipboard from the first selected cell on; a list on the empty row."""
        text = QApplication.clipboard().text()
        rows, columns = self._grid.block()
        if not text.strip() or not rows:
            return
        first = self._model.id_at(rows[0])
        if first == NEW and self._model.kind == "node" and clipboard.holds_items():
            clipboard.paste_items(self._workspace)
            return
        if first == NEW and self._model.kind == "node" and looks_like_outline(text):
            self.paste_list()
            return
        block = read_block(text)
        if len(block) == 1 and len(block[0]) == 1 and first != NEW:
            self._fill(block[0][0], rows, columns)
            return
        self._do(lambda: blocks.paste(
            self._workspace.plan, self._target(rows[0], columns[0], len(block)), block,
            self._workspace.language,
        ))  # fmt: skip

    def paste_list(self) -> None:
        """The lines of the clipboard as new items; indentation and bullets make the outline."""
        lines = read_outline(QApplication.clipboard().text())
        if not lines or self._model.kind != "node":
            return
        if self._do(lambda: blocks.add_outline(self._workspace.plan, lines, self._defaults())):
            self.told.emit(
                message_plural("Made {count} item from the list. Ctrl+Z takes it back.",
                               "Made {count} items from the list. Ctrl+Z takes them back.",
                               len(lines))
            )  # fmt: skip

    def fill_down(self) -> None:
        """The first selected row into those below; a single row takes what stands above it."""
        rows, columns = self._grid.block()
        ids = [self._model.id_at(row) for row in rows]
        if len(ids) == 1:
            ids.insert(0, self._above(rows[0]))
        kept = [id_ for id_ in ids if id_]
        fields = self._fields(columns)
        if len(kept) > 1 and fields:
            plan, language = self._workspace.plan, self._workspace.language
            self._do(lambda: blocks.fill_down(plan, kept, fields, language))

    def clear(self) -> None:
        """Nothing into the selected cells."""
        rows, columns = self._grid.block()
        ids = [id_ for row in rows if (id_ := self._model.id_at(row))]
        if not ids and self._model.draft:
            self._model.draft.clear()
            self._grid.viewport().update()
            return
        fields = self._fields(columns)
        if ids and fields:
            plan, language = self._workspace.plan, self._workspace.language
            self._do(lambda: blocks.clear(plan, ids, fields, language))

    def delete_rows(self) -> None:
        """Delete the records of the selected rows, with all that cannot stand without them."""
        rows, _ = self._grid.block()
        ids = [id_ for row in rows if (id_ := self._model.id_at(row))]
        if ids:
            here = self._grid.currentIndex()
            self._do(lambda: edits.delete(self._workspace.plan, ids))
            last = max(0, min(rows[0], self._model.rowCount() - 1))
            self._grid.stand_on(last, max(0, here.column()))

    def add_row(self) -> None:
        """A new record like the current one, its name ready to be written.

        Where a record needs more than a table can guess, the empty row is where it is begun.
        """
        kind = self._model.kind
        values = self._defaults() | ({"title": ""} if kind == "node" else {})
        missing = [name for name in blocks.lacking(kind, values) if name != "title"]
        if missing or kind == "translation":
            column = next(
                (place for place, of in enumerate(self._model.columns) if of.key in missing), 0
            )
            self._grid.stand_on(self._model.rowCount() - 1, column)
            return
        plan = self._workspace.plan
        if kind == "node":
            title, item_kind = values.pop("title"), values.pop("kind", "action")
            made = edits.add_node(plan, item_kind, title, **values)
        else:
            made = edits.add_record(plan, kind, **values)
        if self._do(lambda: made):
            columns = self._model.columns
            first = next((place for place, of in enumerate(columns) if of.is_editable), 0)
            self._go_to(made.changes[-1].id, first, edit=True)
            self._fresh = self._workspace.undo_stack.index()

    def follow_begun(self) -> None:
        """Stand on the record that the empty row has just become."""
        begun, self._begun = self._begun, ""
        if begun:
            self._go_to(begun, self._grid.currentIndex().column())

    def give_up(self) -> None:
        """A new row whose name was given up at once was not meant."""
        stack, fresh = self._workspace.undo_stack, self._fresh
        self._fresh = -1
        if stack.index() == fresh:
            stack.undo()

    def fold(self) -> None:
        """Fold the group of the current heading, or unfold it."""
        row = self._grid.currentIndex().row()
        group = self._model.rows[row] if 0 <= row < len(self._model.rows) else ""
        if not isinstance(group, str):
            self._model.fold(group.value)
            self._grid.stand_on(row, 0)

    def _fill(self, text: str, rows: list[int], columns: list[int]) -> None:
        """One copied cell into all selected ones."""
        block = [[text] * len(columns) for _ in rows]
        ids = tuple(id_ for row in rows if (id_ := self._model.id_at(row)))
        fields = tuple(self._model.columns[column].field for column in columns)
        target = blocks.Target(self._model.kind, ids, fields, {}, makes_records=False)
        plan, language = self._workspace.plan, self._workspace.language
        self._do(lambda: blocks.paste(plan, target, block[: len(ids)], language))

    def _target(self, row: int, column: int, height: int) -> blocks.Target:
        ids = [id_ for place in range(row, self._model.rowCount())
               if (id_ := self._model.id_at(place))]  # fmt: skip
        fields = tuple(of.field for of in self._model.columns[column:])
        defaults = {} if self._model.kind != "node" else self._defaults()
        makes = self._model.kind != "translation"
        return blocks.Target(self._model.kind, tuple(ids[:height]), fields, defaults, makes)

    def _begin(self, field: Field, value: Any) -> PlanError | None:
        """Keep what is written in the empty row, and make the record once it says enough."""
        draft, kind = self._model.draft, self._model.kind
        if value in (None, "", (), (None, None)):
            draft.pop(field.name, None)
            return None
        draft[field.name] = value
        if blocks.lacking(kind, draft):
            return None
        try:
            made = blocks.add_rows(self._workspace.plan, kind, [draft])
        except PlanError as error:
            return error
        refusal = attempt(self._workspace, made)
        if refusal is None:
            draft.clear()
            self._begun = made.changes[-1].id
        return refusal

    def _defaults(self) -> dict[str, Any]:
        """What a new record takes over from the current row, else from the selected item."""
        kind = self._model.kind
        here = self._model.id_at(self._grid.currentIndex().row())
        chosen = self._workspace.selection[:1]
        record_id = here or (chosen[0] if chosen else "")
        record = self._workspace.plan.records(kind).get(record_id)
        names = _FROM_NEIGHBOUR.get(kind, ())
        if record is None:
            on_item = "node" in names and record_id in self._workspace.plan.nodes
            return {"node": record_id} if on_item else {}
        taken = {name: getattr(record, name) for name in names}
        if taken.get("kind") == "vision":
            return {}
        return {name: value for name, value in taken.items() if value is not None}

    def _fields(self, columns: list[int]) -> list[Field]:
        fields = (self._model.columns[column].field for column in columns)
        return [field for field in fields if field is not None]

    def _above(self, row: int) -> str | None:
        for place in range(row - 1, -1, -1):
            id_ = self._model.id_at(place)
            if id_:
                return id_
        return None

    def _go_to(self, record_id: str, column: int = 0, *, edit: bool = False) -> None:
        row = self._model.row_of(record_id)
        if row >= 0:
            self._grid.stand_on(row, max(0, column), edit=edit)

    def _do(self, make: Any) -> bool:
        """Apply an edit that may be refused while it is made, or by the rules."""
        try:
            made: ChangeSet = make()
        except PlanError as error:
            self._workspace.refused.emit(error)
            return False
        return self._workspace.do(made)
