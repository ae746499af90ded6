"""The page of what is too late: the chains, the story of the one chosen, and its repairs."""

from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStackedLayout, QVBoxLayout, QWidget

from strategy_planner.analysis.verdict import state_of_plan
from strategy_planner.gui.answers.columns import side_by_side
from strategy_planner.gui.answers.late.answer import Story, stories
from strategy_planner.gui.answers.late.repairing import Repairing
from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.answers.sentences import Sentence, SentenceList
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message
from strategy_planner.layout.marks import severity_mark


class LatePage(AnswerPage):
    """Three columns: who is late, why, what to do."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, stories, parent)
        self.chains = SentenceList(workspace, self)
        self.chain_heading = QLabel(self)
        self.steps = SentenceList(workspace, self)
        self.repairing = Repairing(workspace, self)
        self.empty = QLabel(self)
        self._arrange()
        self.first = self.chains
        self.chains.chosen.connect(self._choose)
        self.steps.chosen.connect(self._go_to)
        self.repairing.done.connect(self._tell_done)
        self.asking.busy_changed.connect(self._show_busy)
        self.refresh()

    def _arrange(self) -> None:
        self.chain_heading.setProperty("role", "heading")
        self.empty.setProperty("role", "empty")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        story = QWidget(self)
        column = QVBoxLayout(story)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.chain_heading)
        column.addWidget(self.steps, 1)
        self._whole = side_by_side(self, (self.chains, 280), (story, 320), (self.repairing, 480))
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._whole)
        self._stack.addWidget(self.empty)
        self._stack.setCurrentWidget(self.empty)

    def set_text_scale(self, scale: float) -> None:
        """Marks as large as the texts."""
        for part in (self.chains, self.steps, self.repairing.list):
            part.set_text_scale(scale)

    def forget(self) -> None:
        """Nothing of the plan before stays, no tick either."""
        super().forget()
        self.chains.clear()
        self._show_story()
        self._stack.setCurrentWidget(self.empty)

    def name(self) -> None:
        """The words that are there without an answer."""
        tr = self.workspace.tr
        self.chain_heading.setText(tr("The chain behind it"))
        self.chains.setAccessibleName(tr("What is too late"))
        self.steps.setAccessibleName(tr("The chain behind it"))
        self.empty.setText(tr("Being worked out…"))
        self.repairing.name()

    def show_answer(self, answer: Any) -> None:
        """The late chains, the worst first."""
        if not answer:
            self.empty.setText(self._all_is_well())
        self._stack.setCurrentWidget(self._whole if answer else self.empty)
        language = self.workspace.language
        mark = partial(severity_mark, "error")
        self.chains.tell(
            [Sentence(story.head.into(language), story.chain.target, mark) for story in answer]
        )
        if answer and self.chains.current_key() is None:
            self.chains.setCurrentRow(self._place_of_selected(answer))
        self._show_story()

    def _all_is_well(self) -> str:
        """Nothing is late; whether that means in time, or that nothing can be said yet."""
        workspace = self.workspace
        _, verdict = state_of_plan(workspace.plan, workspace.schedule, workspace.language)
        return workspace.tr("Nothing is too late.") + "\n" + verdict.into(workspace.language)

    def _place_of_selected(self, answer: tuple[Story, ...]) -> int:
        selected = self.workspace.selection[:1]
        places = (at for at, story in enumerate(answer) if (story.chain.target,) == selected)
        return next(places, 0)

    @property
    def story(self) -> Story | None:
        """The late chain that is looked at."""
        key = self.chains.current_key()
        return next((story for story in self.answer or () if story.chain.target == key), None)

    def _choose(self) -> None:
        self._show_story()
        if self.story is not None:
            self.workspace.select([self.story.chain.target])

    def _show_story(self) -> None:
        story, language = self.story, self.workspace.language
        steps = story.steps if story else ()
        rows = [Sentence(step.message.into(language), step.item) for step in steps]
        if story and not rows:
            rows = [Sentence(story.silence.into(language), story.chain.target)]
        self.steps.tell(rows)
        self.repairing.show_story(story)

    def _go_to(self) -> None:
        self.workspace.select([str(self.steps.current_key())])

    def _tell_done(self, label: Message) -> None:
        # The button that was pressed can no longer keep the keyboard.
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(label)

    def _show_busy(self, is_busy: bool) -> None:
        if is_busy:
            self.repairing.grow_old()
