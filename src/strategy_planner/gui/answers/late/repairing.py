"""The repairs of one late chain: what they would do, one or several together, and making them."""

import dataclasses
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from strategy_planner.analysis.repairs.repair import Repair
from strategy_planner.analysis.repairs.together import Effect, Together, together
from strategy_planner.analysis.wording import days_in_words, named
from strategy_planner.gui.answers.late.answer import Story
from strategy_planner.gui.answers.sentences import Mark, Sentence, SentenceList
from strategy_planner.gui.background import Task
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.layout.marks import check_mark, severity_mark
from strategy_planner.model.errors import PlanError


class Repairing(QWidget):
    """Repairs to tick; under them what those ticked do together, and the button that makes them."""

    done = Signal(object)
    """The label of what was done."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._story: Story | None = None
        self._task: Task | None = None
        self._found: Together | None = None
        self._is_old = False
        self.heading = QLabel(self)
        self.list = SentenceList(workspace, self)
        self.effect = words("", "entry", self)
        self.reason = QLineEdit(self)
        self.decider = QLineEdit(self)
        self.make = QPushButton(self)
        self._arrange()
        self.list.ticked.connect(self._try)
        self.make.clicked.connect(self._make)

    def _arrange(self) -> None:
        self.heading.setProperty("role", "heading")
        self.make.setProperty("primary", True)
        foot = QHBoxLayout()
        foot.addWidget(self.reason, 3)
        foot.addWidget(self.decider, 2)
        foot.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(6)
        column.addWidget(self.heading)
        column.addWidget(self.list, 1)
        column.addWidget(self.effect)
        column.addLayout(foot)

    def name(self) -> None:
        """The words, in the language of the window."""
        tr = self.workspace.tr
        self.heading.setText(tr("What would repair it"))
        self.list.setAccessibleName(tr("What would repair it"))
        self.reason.setPlaceholderText(tr("Reason"))
        self.reason.setAccessibleName(tr("Reason"))
        self.decider.setPlaceholderText(tr("Decided by"))
        self.decider.setAccessibleName(tr("Decided by"))
        self.make.setText(tr("Apply"))
        self._tell()

    def show_story(self, story: Story | None) -> None:
        """The repairs of this chain; what was ticked stays so where it still is offered."""
        self._story, self._is_old = story, False
        language = self.workspace.language
        repairs = story.chain.repairs if story else ()
        self.list.tell(
            [
                Sentence(
                    repair.message.into(language), _key(repair), _mark(repair), is_tickable=True
                )
                for repair in repairs
            ]
        )
        self._try()

    def grow_old(self) -> None:
        """The plan is another one: nothing may be made before its repairs are known."""
        self._is_old = True
        self._tell()

    def _ticked(self) -> list[Repair]:
        keys = set(self.list.ticked_keys())
        repairs = self._story.chain.repairs if self._story else ()
        return [repair for repair in repairs if _key(repair) in keys]

    def _try(self) -> None:
        """See beside the window what the ticked ones do together."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._found = None
        chosen = self._ticked()
        if chosen:
            plan, today = self.workspace.plan.copy(), self.workspace.schedule
            task = self._task = Task(lambda _: together(plan, today, chosen), self)
            task.finished.connect(lambda found: self._take(task, found))
            task.failed.connect(lambda error: self._refuse(task, error))
            task.start()
        self._tell()

    def _take(self, task: Task, found: Together) -> None:
        if task is self._task:
            self._task, self._found = None, found
            self.reason.setText(found.change_set.reason or "")
            self.reason.setCursorPosition(0)
            self._tell()

    def _refuse(self, task: Task, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        if task is self._task:
            self._task = None
            self._tell()
            self.effect.setText(error.message.into(self.workspace.language))

    def _tell(self) -> None:
        may = self._found is not None and not self._is_old
        self.make.setEnabled(may)
        for field in (self.reason, self.decider):
            field.setVisible(may)
        self.effect.setText(self._words())

    def _words(self) -> str:
        tr = self.workspace.tr
        if self._story is None:
            return ""
        if self._is_old or self._task is not None:
            return tr("Being worked out…")
        if self._found is None:
            return tr("Tick what to do. Several repairs can be tried together.")
        language = self.workspace.language
        own = self._found.of(self._story.chain.target)
        others = [one for one in self._found.effects if one is not own]
        told = [_says(self.workspace, one).into(language) for one in (own, *others) if one]
        return "\n".join(told)

    def _make(self) -> None:
        found = self._found
        if found is None:
            return
        change_set = dataclasses.replace(
            found.change_set,
            reason=self.reason.text().strip() or None,
            decider=self.decider.text().strip() or None,
        )
        self.decider.clear()
        if self.workspace.do(change_set):
            self.done.emit(change_set.label)


def _key(repair: Repair) -> tuple[object, ...]:
    return (repair.kind, repair.items, str(repair.change_set.label))


def _mark(repair: Repair) -> Mark:
    """A tick where it suffices, a triangle where it gains something."""
    if repair.leaves_days_short:
        return partial(severity_mark, "warning")
    return partial(check_mark, colour="ok")


def _says(workspace: Workspace, effect: Effect) -> Message:
    item = named(workspace.plan, effect.item)
    said = {"item": item, "before": effect.reached_before, "after": effect.reached_after}
    if effect.short_after is None:
        return message("{item} still cannot come.", item=item)
    if not effect.short_after:
        if effect.reached_before is None:
            return message("{item}: in time, on {after}.", item=item, after=effect.reached_after)
        return message("{item}: {before} → {after}, in time.", **said)
    left = days_in_words(effect.short_after)
    return message("{item}: {before} → {after}, still {left} too late.", **said, left=left)
