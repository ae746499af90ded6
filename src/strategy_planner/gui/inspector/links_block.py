"""What an item needs, or what needs it: the links as sentences, and a line to add one."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from strategy_planner.gui.inspector.combos import RecordInput
from strategy_planner.gui.inspector.field_editor import attempt, reason_of
from strategy_planner.gui.inspector.link_row import End, LinkRow
from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.errors import PlanError
from strategy_planner.model.fields import Field


class LinksBlock(QWidget):
    """The links at one side of an item; ``other`` is the end at which the other items stand."""

    def __init__(self, workspace: Workspace, node_id: str, other: End, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.node_id, self.other = workspace, node_id, other
        self.list = RecordList(
            workspace, self._links, lambda id_: LinkRow(workspace, id_, other), self
        )
        self.line = RecordInput(workspace, Field("node", "reference", of="node"), self)
        self.refusal = words("", "refusal", self)
        self.refusal.hide()
        tr = workspace.tr
        heading = words(
            tr("What it needs") if other == "prerequisite" else tr("What needs it"),
            "heading", self,
        )  # fmt: skip
        heading.setBuddy(self.line)
        self.line.setPlaceholderText(tr("Add by number or title"))
        self.line.setAccessibleName(tr("Add to {field}", field=heading.text()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        for part in (heading, self.list, self.line, self.refusal):
            column.addWidget(part)
        self.line.decided.connect(self.connect_item)
        self.line.given_up.connect(self._clear)

    def turn_to(self, node_id: str) -> None:
        """Show another item's links."""
        self.node_id = node_id
        self._clear()
        self.list.refresh()

    def connect_item(self) -> None:
        """Link the item that the line names."""
        if not self.line.text().strip():
            self._clear()
            return
        try:
            found = self.line.take()
            ends = (found, self.node_id)
            if self.other == "dependent":
                ends = (self.node_id, found)
            refusal = attempt(self.workspace, edits.connect(self.workspace.plan, *ends))
        except PlanError as error:
            refusal = error
        if refusal is None:
            self._clear()
            return
        self.refusal.setStyleSheet(f"color: {self.workspace.theme.colour('late')};")
        self.refusal.setText(reason_of(refusal).into(self.workspace.language))
        self.refusal.show()

    def _links(self) -> list[str]:
        plan = self.workspace.plan
        if self.node_id not in plan.nodes:
            return []
        into = self.other == "prerequisite"
        links = plan.links_into(self.node_id) if into else plan.links_out_of(self.node_id)
        return [link.id for link in links]

    def _clear(self) -> None:
        self.line.put(None)
        self.refusal.hide()
