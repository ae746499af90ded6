"""The fields of one record, or some of them, as a form that follows the plan."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategy_planner.gui.inspector.field_editor import FieldEditor
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.fields import FIELDS
from strategy_planner.model.references import references

_LISTED = {"track", "organisation", "gate", "choice", "kpi", "baseline", "register"}
"""Kinds whose coming and going changes what can be picked."""


class RecordForm(QWidget):
    """Every field of a record with its editor; it follows edits of the record, undo and redo."""

    def __init__(
        self,
        workspace: Workspace,
        record_name: str,
        record_id: str,
        parent: QWidget | None = None,
        *,
        only: Iterable[str] | None = None,
        without: Iterable[str] = (),
    ) -> None:
        super().__init__(parent)
        self.workspace, self.record_name, self.record_id = workspace, record_name, record_id
        self.editors: dict[str, FieldEditor] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        wanted = None if only is None else set(only)
        left_out = set(without)
        for field in FIELDS[record_name]:
            if field.name in left_out or (wanted is not None and field.name not in wanted):
                continue
            editor = FieldEditor(workspace, field, record_id, self)
            self.editors[field.name] = editor
            column.addWidget(editor)
        workspace.changed.connect(self._follow)
        workspace.theme_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Show all values as they now are."""
        for editor in self.editors.values():
            editor.refresh()

    def turn_to(self, record_id: str) -> None:
        """Show another record of the same kind."""
        self.record_id = record_id
        for editor in self.editors.values():
            editor.turn_to(record_id)

    def _follow(self, change_set: ChangeSet) -> None:
        if any(map(self._concerns, change_set.changes)):
            self.refresh()

    def _concerns(self, change: Change) -> bool:
        if change.record == "translation":
            return change.id.startswith(f"{self.record_id}/") or change.id == self.record_id
        if change.record in _LISTED and (change.before is None or change.after is None):
            return True
        record = self.workspace.plan.records(self.record_name).get(self.record_id)
        named = {reference.id for reference in references(record)} if record else set()
        return change.id in {self.record_id, "settings"} | named
