"""The rules that find something, heaviest first, and what the chosen one finds."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedLayout, QWidget

from strategy_planner.analysis.finding import SEVERITIES
from strategy_planner.analysis.quality.check import Outcome, Quality
from strategy_planner.analysis.quality.score_words import points_in_words
from strategy_planner.gui.answers.check.rule_detail import RuleDetail
from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.sentences import Mark, Sentence, SentenceList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.layout.marks import check_mark, severity_mark


class RulesView(QWidget):
    """Rules at the left; at the right why the chosen one matters, its findings and its fix."""

    chosen = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._outcomes: dict[str, Outcome] = {}
        self._quality: Quality | None = None
        self.list = SentenceList(workspace, self)
        self.detail = RuleDetail(workspace, self)
        self.empty = QLabel(self)
        self._arrange()
        self.list.chosen.connect(self._show_rule)

    def _arrange(self) -> None:
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        around = QScrollArea(self)
        around.setWidgetResizable(True)
        around.setWidget(self.detail)
        around.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        around.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._whole = side_by_side(self, (self.list, 270), (around, 430))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        self.list.set_text_scale(scale)
        self.detail.set_text_scale(scale)

    def name(self) -> None:
        """The words, in the language of the window."""
        tr = self.workspace.tr
        self.list.setAccessibleName(tr("Rules that find something"))
        self.empty.setText(tr("Nothing found here: every rule is kept."))
        self.detail.name()

    def show_outcomes(self, quality: Quality, outcomes: Sequence[Outcome]) -> None:
        """These rules, as far as they find something; the chosen one stays."""
        self._quality = quality
        found = [one for one in outcomes if one.failing]
        self._outcomes = {one.rule.name: one for one in found}
        self._stack.setCurrentWidget(self._whole if found else self.empty)
        self.list.tell([self._sentence(quality, one) for one in found])
        if found and self.list.current_key() is None:
            self.list.setCurrentRow(0)
        self._show_rule()

    def _sentence(self, quality: Quality, one: Outcome) -> Sentence:
        tr = self.workspace.tr
        title = one.rule.title.into(self.workspace.language)
        count = {"failing": len(one.failing), "checked": one.checked}
        if one.is_passed:
            told = tr("{failing} of {checked}, within the limit", **count)
        else:
            told = tr("{failing} of {checked}, −{points} points", **count,
                      points=points_in_words(quality, one))  # fmt: skip
        spoken = f"{weight_of(one).into(self.workspace.language)}: {title}, {told}"
        return Sentence(f"{title}\n{told}", one.rule.name, mark_of(one), spoken=spoken)

    def _show_rule(self) -> None:
        outcome = self._outcomes.get(str(self.list.current_key()))
        self.detail.show_outcome(self._quality, outcome)


def mark_of(one: Outcome) -> Mark:
    """The severity of a rule that is not kept; a tick for one that is."""
    if one.is_passed:
        return partial(check_mark, colour="ok")
    return partial(severity_mark, one.rule.severity)


def weight_of(one: Outcome) -> Message:
    """What the mark says, in a word."""
    return message("Kept") if one.is_passed else SEVERITIES[one.rule.severity]
