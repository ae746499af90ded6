"""Who answers for an item and how far it is, with a line that makes a new organisation its owner."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from strategy_planner.gui.inspector.field_editor import attempt, reason_of
from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.lines import LineInput
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.changes import merged
from strategy_planner.model.fields import field


class PeopleForm(RecordForm):
    """The form, and under it the name of an owner whom the plan does not know yet."""

    def __init__(
        self, workspace: Workspace, node_id: str, parent: QWidget, *, only: Iterable[str]
    ) -> None:
        super().__init__(workspace, "node", node_id, parent, only=only)
        self.new_owner = LineInput(workspace, field("organisation", "name"), self)
        self.new_owner.setPlaceholderText(workspace.tr("Another organisation as the owner"))
        self.new_owner.setAccessibleName(workspace.tr("Another organisation as the owner"))
        self.refusal = words("", "refusal", self)
        self.new_owner.decided.connect(self.add_owner)
        self.new_owner.given_up.connect(self._clear)
        column = self.layout()
        if column is not None:
            column.addWidget(self.new_owner)
            column.addWidget(self.refusal)
        self._clear()

    def turn_to(self, record_id: str) -> None:
        """Show another item."""
        super().turn_to(record_id)
        self._clear()

    def add_owner(self) -> None:
        """Add the organisation and make it the owner, as one step; one that is known is taken."""
        name = self.new_owner.text().strip()
        if not name:
            self._clear()
            return
        plan = self.workspace.plan
        known = [one.id for one in plan.organisations.values() if one.name == name]
        sets = [] if known else [edits.add_record(plan, "organisation", name=name)]
        owner = known[0] if known else sets[0].changes[-1].id
        sets.append(edits.set_fields(plan, "node", self.record_id, owner=owner))
        label = message("Make {organisation} the owner", organisation=name)
        refusal = attempt(self.workspace, merged(sets, label))
        if refusal is None:
            self._clear()
            return
        self.refusal.setStyleSheet(f"color: {self.workspace.theme.colour('late')};")
        self.refusal.setText(reason_of(refusal).into(self.workspace.language))
        self.refusal.show()

    def _clear(self) -> None:
        self.new_owner.put(None)
        self.refusal.hide()
