"""The inspector of several items: what they share, written to all of them at once."""

from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategy_planner.gui.inspector.field_editor import FieldEditor
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message, message_plural
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet, merged
from strategy_planner.model.fields import Field, field
from strategy_planner.model.records import Node, Record

SHARED = ("status", "track", "owner", "tags")
"""The fields that can be written to several items at once."""


class SharedEditor(FieldEditor):
    """One field of several items; where they differ, it says so and shows nothing."""

    def __init__(
        self, workspace: Workspace, shared: Field, ids: tuple[str, ...], parent: QWidget
    ) -> None:
        self._ids = ids
        super().__init__(workspace, shared, ids[0], parent)
        workspace.changed.connect(self.refresh)

    def _nodes(self) -> list[Node]:
        nodes = self.workspace.plan.nodes
        return [nodes[id_] for id_ in self._ids if id_ in nodes]

    def _value(self, record: Record) -> Any:
        del record
        values = [getattr(node, self.field.name) for node in self._nodes()]
        differ = any(value != values[0] for value in values)
        self.meaning.setText(self.workspace.tr("The items differ.") if differ else "")
        self.meaning.setVisible(differ)
        if self.field.name == "tags":
            return tuple(tag for tag in values[0] if all(tag in others for others in values))
        return None if differ else values[0]

    def _change(self, value: Any) -> ChangeSet:
        record = self.record
        shared = set(self._value(record)) if self.field.name == "tags" and record else set()
        sets = []
        for node in self._nodes():
            wanted = value
            if self.field.name == "tags":
                own = [tag for tag in node.tags if tag not in shared]
                wanted = tuple(dict.fromkeys((*own, *value)))
            sets.append(
                edits.set_fields(self.workspace.plan, "node", node.id, **{self.field.name: wanted})
            )
        return merged(sets, message("Edit {count} items", count=len(sets)))


class SeveralPage(QWidget):
    """How many items are selected, and the fields that they can share."""

    def __init__(
        self, workspace: Workspace, ids: tuple[str, ...], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        nodes = tuple(id_ for id_ in ids if id_ in workspace.plan.nodes)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 16)
        column.setSpacing(10)
        count = message_plural("{count} record is selected", "{count} records are selected",
                               len(ids))  # fmt: skip
        self.count = words(count.into(workspace.language), "title", self)
        column.addWidget(self.count)
        self.editors: dict[str, SharedEditor] = {}
        if nodes:
            about = message_plural("What {count} item has", "What {count} items share", len(nodes))
            column.addWidget(words(about.into(workspace.language), "caption", self))
            for name in SHARED:
                self.editors[name] = SharedEditor(workspace, field("node", name), nodes, self)
                column.addWidget(self.editors[name])
        column.addStretch(1)
