"""The inspector of one record that is no item: its name and its form."""

from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.naming import name_of
from strategy_planner.gui.inspector.options_block import OptionsBlock
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model.choice_words import choice_sentence
from strategy_planner.model.words import RECORD_WORDS


class RecordPage(QWidget):
    """A link, a KPI, an entry of the register and so on, with all its fields."""

    def __init__(
        self, workspace: Workspace, record_name: str, record_id: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace, self.record_id = workspace, record_id
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 12, 16)
        column.setSpacing(10)
        kind = RECORD_WORDS[record_name].into(workspace.language)
        column.addWidget(words(kind, "caption", self))
        self.name = words("", "title", self)
        column.addWidget(self.name)
        is_choice = record_name == "choice"
        if is_choice:
            self.said = words("", "entry", self)
            self.options = OptionsBlock(workspace, record_id, self)
            column.addWidget(self.said)
            column.addWidget(self.options)
        without = ("needed",) if is_choice else ()
        self.form = RecordForm(workspace, record_name, record_id, self, without=without)
        column.addWidget(self.form)
        self.delete = QPushButton(workspace.tr("Delete"), self)
        self.delete.clicked.connect(self._remove)
        self.delete.setVisible(not is_choice)  # it is dissolved among its options
        column.addWidget(self.delete)
        column.addStretch(1)
        workspace.changed.connect(self.refresh)
        self.refresh()

    def part(self, name: str) -> QWidget | None:
        """Where a field is written."""
        return self.form.editors.get(name)

    def refresh(self) -> None:
        """The name as it now is."""
        plan = self.workspace.plan
        if plan.find(self.record_id) is not None:
            self.name.setText(name_of(self.workspace, self.record_id))
        if self.record_id in plan.choices:
            self.said.setText(choice_sentence(plan, self.record_id, self.workspace.language))

    def _remove(self) -> None:
        self.workspace.do(edits.delete(self.workspace.plan, [self.record_id]))
