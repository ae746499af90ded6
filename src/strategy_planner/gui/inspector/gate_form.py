"""The limits of an item, with what its gate demands, and the budget request ready-made."""

from collections.abc import Iterable

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

from strategy_planner.analysis.gates.missing import missed_gate
from strategy_planner.analysis.gates.words import gate_in_words
from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.gate_templates import request_budget


class GateForm(RecordForm):
    """The form; under the gate the day to apply and what missing it costs."""

    def __init__(
        self, workspace: Workspace, node_id: str, parent: QWidget, *, only: Iterable[str]
    ) -> None:
        super().__init__(workspace, "node", node_id, parent, only=only)
        self.demand = words("", "entry", self)
        self.budget = QPushButton(self)
        self.budget.setProperty("role", "link")
        self.budget.setText(workspace.tr("＋ Budget request (by 31 August)"))
        self.budget.clicked.connect(self._request)
        column = self.layout()
        if column is not None:
            column.addWidget(self.demand)
            column.addWidget(self.budget)
        workspace.analysed.connect(self._tell)
        self._tell()

    def turn_to(self, record_id: str) -> None:
        """Show another item."""
        super().turn_to(record_id)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while folded."""
        super().showEvent(event)
        self._tell()

    def _tell(self) -> None:
        """The button while there is no gate, else what the gate demands."""
        work, node = self.workspace, self.workspace.plan.nodes.get(self.record_id)
        has_gate = node is not None and node.gate is not None
        self.budget.setVisible(not has_gate)
        if not self.isVisible() and has_gate:
            return
        missed = missed_gate(work.plan, work.schedule, self.record_id) if has_gate else None
        said = gate_in_words(work.plan, missed).into(work.language) if missed else ""
        self.demand.setText(said)
        self.demand.setVisible(bool(said))

    def _request(self) -> None:
        work = self.workspace
        if work.do(request_budget(work.plan, self.record_id)):
            self.editors["gate"].setFocus()
