"""The inspector of several items: what they share, written to all of them at once."""

from collections import Counter
from functools import partial
from typing import Any

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from strategy_planner.gui.choosing import one_of_selected
from strategy_planner.gui.inspector.field_editor import FieldEditor
from strategy_planner.gui.inspector.sections import Build, FoldSection, Memory, column_of, words
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message, message_plural
from strategy_planner.model.cells import Cell, show_cell, value_of, write_cells
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.fields import Field, field
from strategy_planner.model.meant_links import can_be_options
from strategy_planner.model.records import Node, Record

GROUPS: tuple[tuple[str, Message, tuple[str, ...], bool], ...] = (
    ("people", message("Owner and progress"),
     ("owner", "status", "progress", "actual_start", "actual_finish"), True),
    ("classes", message("Classification"),
     ("kind", "track", "parent", "tags", "change_type", "sufficiency"), True),
    ("dates", message("Dates and limits"),
     ("date", "date_read_on", "target", "not_before", "not_after", "gate"), True),
    ("duration", message("Duration"),
     ("duration", "optimistic", "pessimistic", "success"), False),
    ("money", message("Money"), ("cost", "budget"), False),
    ("texts", message("Texts and source"), ("description", "source", "notes"), False),
)  # fmt: skip
"""The foldable groups of the fields that can be written to several items at once: all but the
number, the titles and the place on the map, which are each item's own."""
_MOST_TOLD = 3


class SharedEditor(FieldEditor):
    """One field of several items; where they differ, it says how and shows nothing."""

    def __init__(
        self, workspace: Workspace, shared: Field, ids: tuple[str, ...], parent: QWidget
    ) -> None:
        self._ids = ids
        super().__init__(workspace, shared, ids[0], parent)
        workspace.changed.connect(self.refresh)

    def _nodes(self) -> list[Node]:
        nodes = self.workspace.plan.nodes
        return [nodes[id_] for id_ in self._ids if id_ in nodes]

    def _own(self, node: Node) -> Any:
        return value_of(self.workspace.plan, node, self.field, self.workspace.language)

    def _value(self, record: Record) -> Any:
        del record
        values = [self._own(node) for node in self._nodes()]
        if self.field.editor == "texts":
            return tuple(one for one in values[0] if all(one in others for others in values))
        differ = any(value != values[0] for value in values)
        return self._nothing() if differ else values[0]

    def _nothing(self) -> Any:
        return () if self.field.editor == "rows" and not self.field.single else None

    def _tell_meaning(self) -> None:
        """What the items have each, where they differ; else what a date means."""
        values = [self._own(node) for node in self._nodes()]
        if self.input.is_dirty() or not any(value != values[0] for value in values):
            super()._tell_meaning()
            return
        plan, language = self.workspace.plan, self.workspace.language
        shown = Counter(show_cell(plan, self.field, value, language) or "—" for value in values)
        told = [f"{text[:40]} ×{count}" for text, count in shown.most_common(_MOST_TOLD)]
        more = ["…"] if len(shown) > _MOST_TOLD else []
        self.meaning.setText(
            self.workspace.tr(
                "The items differ: {values}", values=self.workspace.tr(", ").join(told + more)
            )
        )
        self.meaning.setVisible(True)

    def _change(self, value: Any) -> ChangeSet:
        record = self.record
        shared = set(self._value(record)) if self.field.editor == "texts" and record else set()
        nodes = self._nodes()
        cells = []
        for node in nodes:
            wanted = value
            if self.field.editor == "texts":
                own = [one for one in self._own(node) if one not in shared]
                wanted = tuple(dict.fromkeys((*own, *value)))
            cells.append(Cell(self.field, node.id, wanted))
        label = message("Edit {count} items", count=len(nodes))
        return write_cells(self.workspace.plan, cells, self.workspace.language, label)


class SeveralPage(QWidget):
    """How many records are selected, and every field that the items among them can share."""

    def __init__(
        self,
        workspace: Workspace,
        ids: tuple[str, ...],
        memory: Memory,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._nodes = tuple(id_ for id_ in ids if id_ in workspace.plan.nodes)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 16)
        column.setSpacing(10)
        count = message_plural("{count} record is selected", "{count} records are selected",
                               len(ids))  # fmt: skip
        self.count = words(count.into(workspace.language), "title", self)
        column.addWidget(self.count)
        if can_be_options(workspace.plan, ids):
            column.addWidget(self._making())
        self.editors: dict[str, SharedEditor] = {}
        self.sections: dict[str, FoldSection] = {}
        if self._nodes:
            about = message_plural(
                "What {count} item has", "What {count} items share", len(self._nodes)
            )
            column.addWidget(words(about.into(workspace.language), "caption", self))
            for key, heading, fields, is_open in GROUPS:
                section = FoldSection(
                    heading.into(workspace.language), self._form_of(fields), f"several {key}",
                    memory, self, is_open=is_open,
                )  # fmt: skip
                self.sections[key] = section
                column.addWidget(section)
        column.addStretch(1)

    def _making(self) -> QPushButton:
        """What is selected leads into one item: a button that makes a choice of it."""
        button = QPushButton(self.workspace.tr("One of these"), self)
        button.setIcon(icon("split", self.workspace.theme))
        button.clicked.connect(partial(one_of_selected, self.workspace))
        return button

    def _form_of(self, fields: tuple[str, ...]) -> Build:
        def build(parent: QWidget) -> QWidget:
            holder, column = column_of(parent)
            for name in fields:
                editor = SharedEditor(self.workspace, field("node", name), self._nodes, holder)
                self.editors[name] = editor
                column.addWidget(editor)
            return holder

        return build
