"""The strip that says that what is shown is a what-if, where it leads, and how to leave it."""

import dataclasses

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from strategy_planner.analysis.verdict import state_of_plan
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message
from strategy_planner.model.changes import ChangeSet, deleted
from strategy_planner.model.drafts import keep_draft
from strategy_planner.model.errors import PlanError


class DraftStrip(QFrame):
    """Stands over everything while a what-if is tried; the answer follows each edit at once."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("draft")
        self.sentence = words("", "heading", self)
        self.answer = words("", "entry", self)
        self.keep, self.make, self.leave = (QPushButton(self) for _ in range(3))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(12)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.answer, 2)
        for button in (self.keep, self.make, self.leave):
            row.addWidget(button)
        self.keep.clicked.connect(self.keep_and_leave)
        self.make.clicked.connect(self._make)
        self.leave.clicked.connect(workspace.leave_draft)
        workspace.drafting_changed.connect(self.refresh)
        workspace.analysed.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Words and answer as things now are; gone while nothing is tried."""
        drafting = self.workspace.drafting
        self.setVisible(drafting is not None)
        if drafting is None:
            return
        tr, language = self.workspace.tr, self.workspace.language
        self.sentence.setText(
            tr("What-if “{name}”: the plan itself stays as it is.", name=drafting.name)
        )
        _, before = state_of_plan(drafting.base, drafting.base_schedule, language)
        _, now = state_of_plan(self.workspace.plan, self.workspace.schedule, language)
        told = message("{old} → {new}", old=before, new=now) if now != before else now
        self.answer.setText(told.into(language))
        self.keep.setText(tr("Keep it and go back"))
        self.make.setText(tr("Apply to the plan"))
        self.leave.setText(tr("Go back without it"))

    def keep_and_leave(self) -> None:
        """Show the plan as it is again, with the what-if kept in it; one without changes is not."""
        drafting = self.workspace.drafting
        if drafting is None:
            return
        changes = self.workspace.leave_draft()
        try:
            kept = keep_draft(self.workspace.plan, changes, drafting.name, drafting.draft)
        except PlanError:
            return
        self.workspace.do(kept)

    def _make(self) -> None:
        drafting = self.workspace.drafting
        if drafting is None:
            return
        changes = self.workspace.leave_draft()
        kept = self.workspace.plan.drafts.get(drafting.draft or "")
        label = message("Apply the what-if “{name}”", name=drafting.name)
        change_set = ChangeSet(changes, label, kept.reason if kept else None)
        if kept is not None:
            change_set = dataclasses.replace(change_set, changes=(*changes, deleted(kept)))
        self.workspace.do(change_set)
