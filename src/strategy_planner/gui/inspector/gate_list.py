"""The gates of the plan, and the one that is ready-made: the Japanese budget request."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton, QWidget

from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.gate_templates import add_budget_gate, budget_gate


class GateList(RecordList):
    """Gates as rows; as long as the plan has none for the budget request, it can be added."""

    def __init__(
        self,
        workspace: Workspace,
        parent: QWidget | None,
        make: Callable[[], ChangeSet],
        add_words: Message,
    ) -> None:
        super().__init__(
            workspace,
            lambda: list(workspace.plan.gates),
            lambda id_: RecordRow(workspace, "gate", id_),
            parent,
            make=make,
            add_words=add_words,
        )
        self.budget = QPushButton(self)
        self.budget.setProperty("role", "link")
        self.budget.setText(workspace.tr("＋ Add the budget request (by 31 August)"))
        self.budget.clicked.connect(self.add_budget)
        self._column.addWidget(self.budget)
        workspace.changed.connect(self._offer)
        self._offer()

    def _offer(self, change_set: ChangeSet | None = None) -> None:
        del change_set
        self.budget.setVisible(budget_gate(self.workspace.plan) is None)

    def add_budget(self) -> None:
        """Add the gate, unfold it and go to its first field."""
        change_set = add_budget_gate(self.workspace.plan)
        if self.workspace.do(change_set):
            self.go_to(change_set.changes[0].id)
