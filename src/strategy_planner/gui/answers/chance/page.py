"""The page of the chances: the targets in a table, the one chosen with its charts beside it."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from strategy_planner.gui.answers.chance.answer import ChanceAnswer, chances
from strategy_planner.gui.answers.chance.detail import TargetDetail
from strategy_planner.gui.answers.chance.rows import HEADS, target_rows
from strategy_planner.gui.answers.chance.settings import RunSettings
from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.figures_table import FiguresTable
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message


class ChancePage(AnswerPage):
    """Shows first figures after a few hundred runs, then better ones while one looks."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(
            workspace,
            lambda plan, today, task: chances(plan, today, task, self.settings.asked),
            parent,
        )
        self._outdated: ChanceAnswer | None = None
        """The answer that is older than the plan."""
        self.table = FiguresTable(workspace, self)
        self.settings = RunSettings(workspace, self)
        self.state = words("", "caption", self)
        self.detail = TargetDetail(workspace, self)
        self.empty = QLabel(self)
        self._arrange()
        self.first = self.table
        self.table.chosen.connect(self._choose)
        self.settings.changed.connect(self.asking.ask)
        self.asking.busy_changed.connect(self._tell_state)
        workspace.analysed.connect(self._grow_old)
        workspace.selection_changed.connect(self._follow)
        self.refresh()

    def _arrange(self) -> None:
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        left = QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 6)
        column.setSpacing(4)
        column.addWidget(self.table, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(8, 0, 8, 0)
        foot.addWidget(self.state)
        foot.addWidget(self.settings)
        column.addLayout(foot)
        self._whole = side_by_side(self, (left, 440), (self.detail, 560))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)

    def set_text_scale(self, scale: float) -> None:
        """Rows as high as their texts."""
        self.table.set_text_scale(scale)

    def forget(self) -> None:
        """Nothing of the plan before stays."""
        super().forget()
        self.table.setRowCount(0)
        self.detail.raising.forget()
        self._stack.setCurrentWidget(self.empty)

    def name(self) -> None:
        """The words that are there without an answer."""
        self.table.setAccessibleName(self.workspace.tr("Chances of the targets"))
        self.empty.setText(self.workspace.tr("Being worked out…"))
        self.settings.name()
        self.detail.name()
        self._tell_state()

    def show_answer(self, answer: Any) -> None:
        """Every target, and the one that is looked at."""
        language = self.workspace.language
        rows = target_rows(answer, language)
        if not rows:
            self.empty.setText(
                self.workspace.tr(
                    "No vision has a date and no item a target; there is nothing to be in time for."
                )
            )
        self._stack.setCurrentWidget(self._whole if rows else self.empty)
        heads = [one.into(language) if isinstance(one, Message) else one for one in HEADS]
        self.table.tell(heads, rows)
        self._show_current()
        self._tell_state()

    def _grow_old(self) -> None:
        """The plan is another one; the figures stay to be seen until there are new ones."""
        self._outdated = self.answer
        self.detail.raising.forget()
        self._tell_state()

    def _tell_state(self) -> None:
        """How many runs the figures rest on, and whether they are about to change."""
        tr, answer = self.workspace.tr, self.answer
        if answer is None:
            self.state.setText("")
            return
        so_far, wanted = answer.found.terms.samples, answer.terms.samples
        if answer is self._outdated:
            text = tr("The plan has changed since; the figures are being renewed.")
        elif self.asking.is_busy:
            text = tr("{done} of {all} runs so far; the figures are being refined.",
                      done=f"{so_far:,}", all=f"{wanted:,}")  # fmt: skip
        else:
            text = " ".join(answer.method(self.workspace.language)[:1])
        self.state.setText(text)

    def _choose(self, key: str) -> None:
        self._show_current()
        self.workspace.select([key])

    def _follow(self, selection: tuple[str, ...]) -> None:
        """A target that is selected elsewhere is looked at."""
        if self.answer is not None and selection and selection[0] in self.answer.found.targets:
            self.table.go_to(selection[0])
            self._show_current()

    def _show_current(self) -> None:
        key = self.table.current_key()
        if self.answer is not None and key in self.answer.found.targets:
            self.detail.show_target(self.answer, key)
