"""The rules that were switched off, with their reasons, and switching them on again."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from strategy_planner.analysis.quality.check import TITLES
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.records import RuleOff
from strategy_planner.model.rules_off import switch_rule_on


class SwitchedOff(QWidget):
    """Each with what it looks for and why it does not apply here."""

    done = Signal(object)
    """The label of what was done."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.meaning = words("", "caption", self)
        self.list = SentenceList(workspace, self)
        self.switch_on = QPushButton(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.meaning)
        column.addWidget(self.list, 1)
        column.addWidget(self.switch_on)
        self.switch_on.setSizePolicy(
            self.switch_on.sizePolicy().Policy.Maximum, self.switch_on.sizePolicy().Policy.Fixed
        )
        self.switch_on.clicked.connect(self._switch_on)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        self.list.set_text_scale(scale)

    def show_rules(self, off: Sequence[RuleOff]) -> None:
        """The rules that are off now."""
        tr, language = self.workspace.tr, self.workspace.language
        self.list.setAccessibleName(tr("Rules switched off"))
        self.meaning.setText(
            tr("These rules do not count in the score. Their reasons are kept with the plan.")
            if off
            else tr("No rule is switched off.")
        )
        self.list.tell(
            [Sentence(f"{_title(one.rule, language)}\n{one.reason}", one.rule) for one in off]
        )
        if off and self.list.current_key() is None:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(off))
        self.switch_on.setText(tr("Switch on again"))
        self.switch_on.setVisible(bool(off))

    def _switch_on(self) -> None:
        rule = str(self.list.current_key())
        change_set = switch_rule_on(self.workspace.plan, rule, TITLES.get(rule, rule))
        if self.workspace.do(change_set):
            self.done.emit(change_set.label)


def _title(rule: str, language: str) -> str:
    return TITLES[rule].into(language) if rule in TITLES else rule
