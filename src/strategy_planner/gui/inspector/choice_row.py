"""A choice as a sentence, which unfolds into its options."""

from strategy_planner.gui import choosing
from strategy_planner.gui.inspector.options_block import OptionsBlock
from strategy_planner.gui.inspector.record_row import RecordRow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.choice_words import choice_sentence


class ChoiceRow(RecordRow):
    """Its name, and ``いずれか1つ：…``; unfolded, how many are needed and what options are called."""

    def __init__(self, workspace: Workspace, record_id: str) -> None:
        self.options: OptionsBlock | None = None
        super().__init__(workspace, "choice", record_id, without=("needed",))

    def refresh(self) -> None:
        """Say the choice as it now is."""
        super().refresh()
        plan = self.workspace.plan
        if self.record_id in plan.choices:
            said = choice_sentence(plan, self.record_id, self.workspace.language)
            self.show_words(self.name.text(), said)

    def remove(self) -> None:
        """Dissolve the choice: its links stay required, which can be undone."""
        choosing.dissolve(self.workspace, self.record_id)

    def _fold(self, is_open: bool) -> None:
        if is_open and self.form is None:
            self.options = OptionsBlock(self.workspace, self.record_id, self)
            self.column.addWidget(self.options)
        if self.options is not None:
            self.options.setVisible(is_open)
        super()._fold(is_open)
