"""The page of the what-ifs: where each leads, what it changes, and what becomes of it."""

from functools import partial
from typing import Any

import msgspec
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.drafts.answer import standings_now
from strategy_planner.gui.answers.drafts.comparison import Comparison
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.model.change_words import told_of_changes
from strategy_planner.model.drafts import apply_draft, discard_draft, draft_changes
from strategy_planner.model.field_changes import overtaken
from strategy_planner.model.records import Draft


class DraftsPage(AnswerPage):
    """Side by side at the left; at the right the chosen what-if."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, partial(standings_now, workspace), parent)
        self.title = QLineEdit(self)
        self.begin = QPushButton(self)
        self.comparison = Comparison(workspace, self)
        self.heading = words("", "heading", self)
        self.warning = words("", "wrong", self)
        self.changes = SentenceList(workspace, self)
        self.why_heading = words("", "heading", self)
        self.why = SentenceList(workspace, self)
        self.go_on, self.make, self.discard = (QPushButton(self) for _ in range(3))
        self.hint = QLabel(self)
        self.first = self.begin
        self._arrange()
        self.begin.clicked.connect(self._begin)
        self.title.returnPressed.connect(self._begin)
        self.comparison.chosen.connect(self._show_draft)
        self.changes.chosen.connect(lambda _: self._go_to(self.changes))
        self.why.chosen.connect(lambda _: self._go_to(self.why))
        self.go_on.clicked.connect(self._go_on)
        self.make.clicked.connect(self._make)
        self.discard.clicked.connect(self._discard)
        workspace.drafting_changed.connect(self.name)
        workspace.drafting_changed.connect(self.asking.ask)
        self.refresh()

    def _arrange(self) -> None:
        self.begin.setProperty("primary", True)
        self.hint.setProperty("role", "caption")
        self.hint.setWordWrap(True)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.begin)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(12, 8, 12, 8)
        column.addLayout(head)
        column.addWidget(self.comparison, 1)
        foot = QHBoxLayout()
        for button in (self.go_on, self.make, self.discard):
            foot.addWidget(button)
        foot.addStretch(1)
        column = QVBoxLayout(right)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.heading)
        column.addWidget(self.warning)
        column.addWidget(self.hint)
        column.addWidget(self.changes, 1)
        column.addWidget(self.why_heading)
        column.addWidget(self.why, 1)
        column.addLayout(foot)
        whole = side_by_side(self, (left, 620), (right, 420))
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(whole)

    @property
    def draft(self) -> Draft | None:
        """The chosen what-if."""
        return self.workspace.plan.drafts.get(self.comparison.draft or "")

    def name(self) -> None:
        """The words that are there without an answer."""
        tr = self.workspace.tr
        is_trying = self.workspace.drafting is not None
        count = len(self.workspace.plan.drafts) + 1
        self.title.setPlaceholderText(tr("What-if {count}", count=count))
        self.title.setAccessibleName(tr("Name of the what-if"))
        self.begin.setText(tr("Try a what-if"))
        self.begin.setEnabled(not is_trying)
        self.title.setEnabled(not is_trying)
        self.comparison.setAccessibleName(tr("What-ifs side by side"))
        self.changes.setAccessibleName(tr("What it changes"))
        self.why_heading.setText(tr("Why it comes then"))
        self.why.setAccessibleName(tr("Why it comes then"))
        self.go_on.setText(tr("Go on with it"))
        self.make.setText(tr("Apply to the plan"))
        self.discard.setText(tr("Throw away"))
        self._show_draft()

    def show_answer(self, answer: Any) -> None:
        """Where the plan and its what-ifs stand."""
        self.comparison.compare(self.workspace.plan, answer)
        self._show_draft()

    def _show_draft(self) -> None:
        tr, language, plan = self.workspace.tr, self.workspace.language, self.workspace.plan
        draft = self.draft
        self.heading.setText((draft.name or tr("What-if")) if draft else "")
        self.hint.setText(
            ""
            if draft
            else tr(
                "A what-if is tried on a copy: every view shows it, the plan itself stays as it is. "
                "Choose a column to see what a what-if changes."
            )
        )
        self.hint.setVisible(draft is None)
        self.heading.setVisible(draft is not None)
        may = draft is not None and self.workspace.drafting is None
        for button in (self.go_on, self.make, self.discard):
            button.setVisible(draft is not None)
            button.setEnabled(may)
        old = overtaken(plan, draft.changes) if draft else ()
        self.warning.setText(
            message_plural(
                "The plan has changed since in {count} place that this what-if changes; the "
                "what-if would win.",
                "The plan has changed since in {count} places that this what-if changes; the "
                "what-if would win.",
                len(old),
            ).into(language)
        )
        self.warning.setVisible(bool(old))
        self.changes.tell(self._sentences(draft))
        self.changes.setVisible(draft is not None)
        chosen = self.comparison.standing
        steps = chosen.reason if chosen else ()
        self.why.tell([Sentence(step.message.into(language), step.item) for step in steps])
        for part in (self.why_heading, self.why):
            part.setVisible(bool(steps))

    def _sentences(self, draft: Draft | None) -> list[Sentence]:
        if draft is None:
            return []
        plan, language = self.workspace.plan, self.workspace.language
        try:
            change_set = draft_changes(plan, draft)
        except msgspec.ValidationError:
            return []
        return [Sentence(text, id_) for id_, text in told_of_changes(plan, change_set, language)]

    def _go_to(self, told: SentenceList) -> None:
        self.workspace.select([str(told.current_key())])

    def _begin(self) -> None:
        name = self.title.text().strip() or self.title.placeholderText()
        self.title.clear()
        self.workspace.begin_draft(name)

    def _go_on(self) -> None:
        if self.draft is not None:
            self.workspace.begin_draft(self.draft.name or "", self.draft.id)

    def _make(self) -> None:
        if self.draft is not None:
            change_set = apply_draft(self.workspace.plan, self.draft)
            if self.workspace.do(change_set):
                self.told.emit(change_set.label)

    def _discard(self) -> None:
        if self.draft is not None:
            self.workspace.do(discard_draft(self.draft))
