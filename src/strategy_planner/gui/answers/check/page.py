"""The page of the quality check: the score and its parts, the rules, who changes what."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QStackedWidget, QWidget

from strategy_planner.analysis.finding import WEIGHTS
from strategy_planner.analysis.quality.check import Outcome, score_of
from strategy_planner.analysis.quality.rule import THEMES, Theme
from strategy_planner.analysis.quality.score_words import score_in_words
from strategy_planner.gui.answers.check.answer import Checked, check
from strategy_planner.gui.answers.check.coverage_view import CoverageView
from strategy_planner.gui.answers.check.rules_view import RulesView, mark_of, weight_of
from strategy_planner.gui.answers.check.switched_off import SwitchedOff
from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.workspace import Workspace

_ALL, _WHY, _COVERAGE, _OFF = "all", "why", "coverage", "off"


class CheckPage(AnswerPage):
    """At the left what the score is made of; beside it what the chosen part says."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, check, parent)
        self.parts = SentenceList(workspace, self)
        self.rules = RulesView(workspace, self)
        self.why = SentenceList(workspace, self)
        self.coverage = CoverageView(workspace, self)
        self.off = SwitchedOff(workspace, self)
        self.empty = QLabel(self)
        self._arrange()
        self.first = self.parts
        self.parts.chosen.connect(self._show_part)
        self.rules.detail.acted.connect(self.acted)
        self.rules.detail.done.connect(self.told)
        self.rules.detail.table_wanted.connect(self._show_table)
        self.off.done.connect(self.told)
        self.asking.busy_changed.connect(self._show_busy)
        self.refresh()

    def _arrange(self) -> None:
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._views = QStackedWidget(self)
        for view in (self.rules, self.why, self.coverage, self.off):
            self._views.addWidget(view)
        self._whole = side_by_side(self, (self.parts, 230), (self._views, 700))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        for part in (self.parts, self.rules, self.why, self.coverage, self.off):
            part.set_text_scale(scale)

    def forget(self) -> None:
        """Nothing of the plan before stays."""
        super().forget()
        for of_before in (self.parts, self.rules.list, self.rules.detail.list, self.off.list):
            of_before.clear()
        self._stack.setCurrentWidget(self.empty)

    def name(self) -> None:
        """The words that are there without an answer."""
        tr = self.workspace.tr
        self.parts.setAccessibleName(tr("What the score is made of"))
        self.why.setAccessibleName(tr("Why this score?"))
        self.empty.setText(tr("Being worked out…"))
        self.rules.name()

    def show_answer(self, answer: Any) -> None:
        """The score, and the part that is looked at."""
        if not answer.quality.outcomes:
            self.empty.setText(
                self.workspace.tr("There is nothing to check yet. Begin with the vision.")
            )
        is_empty = not answer.quality.outcomes and not answer.quality.off
        self._stack.setCurrentWidget(self.empty if is_empty else self._whole)
        self.parts.tell(self._parts(answer))
        if self.parts.current_key() is None:
            self.parts.setCurrentRow(0)
        self._show_part()

    def _parts(self, answer: Checked) -> list[Sentence]:
        tr, quality = self.workspace.tr, answer.quality
        whole = tr("Score {score} of 100", score=quality.score)
        themes = [
            self._theme(theme, outcomes, quality.outcomes)
            for theme, outcomes in quality.by_theme.items()
        ]
        off = tr("Rules switched off: {count}", count=len(quality.off))
        return [
            Sentence(whole, _ALL, mark_of(_worst(quality.outcomes)) if quality.outcomes else None),
            *themes,
            Sentence(tr("Why this score?"), _WHY),
            Sentence(tr("Table: who changes what"), _COVERAGE),
            Sentence(off, _OFF),
        ]

    def _theme(
        self, theme: Theme, outcomes: tuple[Outcome, ...], every: tuple[Outcome, ...]
    ) -> Sentence:
        title = THEMES[theme].into(self.workspace.language)
        share = round(100 * sum(o.weight for o in outcomes) / sum(o.weight for o in every))
        said = self.workspace.tr("{score} of 100, counts {share} %",
                                 score=score_of(outcomes), share=share)  # fmt: skip
        worst = _worst(outcomes)
        spoken = f"{weight_of(worst).into(self.workspace.language)}: {title}, {said}"
        return Sentence(f"{title}\n{said}", theme, mark_of(worst), spoken=spoken)

    def _show_part(self) -> None:
        if self.answer is None:
            return
        part, quality = self.parts.current_key(), self.answer.quality
        views = {_WHY: self.why, _COVERAGE: self.coverage, _OFF: self.off}
        self._views.setCurrentWidget(views.get(str(part), self.rules))
        if part == _COVERAGE:
            self.coverage.show_table(self.answer.coverage)
        elif part == _OFF:
            self.off.show_rules(quality.off)
        elif part == _WHY:
            said = [words.into(self.workspace.language) for words in score_in_words(quality)]
            self.why.tell([Sentence(text, number) for number, text in enumerate(said)])
        else:
            themed = [one for one in quality.outcomes if part in {_ALL, one.rule.theme}]
            # What stands under the problems comes after what only this page tells.
            themed.sort(key=lambda one: one.rule.theme == "dates")
            self.rules.show_outcomes(quality, themed)

    def _show_table(self) -> None:
        self.parts.go_to(_COVERAGE)
        self._show_part()
        self.coverage.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.rules.detail.grow_old()


def _worst(outcomes: tuple[Outcome, ...]) -> Outcome:
    """The heaviest rule that is not kept, if there is one."""
    return min(outcomes, key=lambda one: (one.is_passed, WEIGHTS[one.rule.severity]))
