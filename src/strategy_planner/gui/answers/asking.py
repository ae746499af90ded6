"""The answer to one question about the plan, worked out beside the window while it is seen."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.background import Task
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

Question = Callable[[Plan, Schedule, Task], Any]
"""Works out an answer on another thread, from a copy of the plan that nobody else has; it calls
the task's ``advance`` where it takes long, and may tell what it knows by its ``partly``."""

AFTER_MS = 40
"""The views paint an edit before the answer to it is worked out."""


class Asking(QObject):
    """Asks anew after each edit while its page can be seen, and once it is seen again."""

    answered = Signal(object)
    answered_partly = Signal(object)
    """An answer so far; the whole one follows."""
    failed = Signal(object)
    """The PlanError for which there is no answer."""
    busy_changed = Signal(bool)
    progressed = Signal(float)

    def __init__(
        self,
        workspace: Workspace,
        question: Question,
        page: QWidget,
        applies: Callable[[Plan], bool] = lambda _: True,
    ) -> None:
        """``applies`` says of a plan whether there is anything to be asked at all."""
        super().__init__(page)
        self._applies = applies
        self._workspace, self._question, self._page = workspace, question, page
        self._task: Task | None = None
        self._is_due = True
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._begin)
        page.installEventFilter(self)
        workspace.analysed.connect(self.ask)

    @property
    def is_busy(self) -> bool:
        """Whether what is shown may be older than the plan."""
        return self._is_due or self._task is not None

    def ask_for(self, question: Question) -> None:
        """Ask another question from now on."""
        self._question = question
        self.ask()

    def ask(self) -> None:
        """The plan, or the question, is another one; an answer under way is given up."""
        self.give_up()
        self._is_due = self._applies(self._workspace.plan)
        if self._is_due and self._page.isVisible():
            self.busy_changed.emit(True)
            self._soon.start()

    def give_up(self) -> None:
        """Let the work that is under way come to nothing."""
        self._soon.stop()
        if self._task is not None:
            self._task.cancel()
            self._task = None
            self.busy_changed.emit(False)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Once the page is seen, catch up."""
        if event.type() == QEvent.Type.Show and self._is_due:
            self.ask()
        return super().eventFilter(watched, event)

    def _begin(self) -> None:
        if not self._page.isVisible():
            return
        self._is_due = False
        plan, schedule, question = (
            self._workspace.plan.copy(),
            self._workspace.schedule,
            self._question,
        )
        task = self._task = Task(lambda task: question(plan, schedule, task), self)
        task.partly.connect(lambda answer: self._pass_on(task, self.answered_partly, answer))
        task.progressed.connect(lambda share: self._pass_on(task, self.progressed, share))
        task.finished.connect(lambda answer: self._end(task, self.answered, answer))
        task.failed.connect(lambda error: self._fail(task, error))
        task.start()

    def _pass_on(self, task: Task, signal: Any, value: object) -> None:
        """What comes of an older question, or after the window has gone, is of no use."""
        if task is self._task and isValid(self):
            signal.emit(value)

    def _end(self, task: Task, signal: Any, value: object) -> None:
        if task is self._task:
            self._task = None
            signal.emit(value)
            self.busy_changed.emit(self.is_busy)

    def _fail(self, task: Task, error: Exception) -> None:
        if task is not self._task:
            return
        if not isinstance(error, PlanError):
            self._task = None
            raise error
        self._end(task, self.failed, error)
