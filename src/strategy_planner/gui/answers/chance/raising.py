"""What would raise the chance of a target most: asked by a button, worked out beside the window."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from strategy_planner.analysis.simulation.raising import Raising, what_raises_most
from strategy_planner.gui.answers.chance.answer import ChanceAnswer
from strategy_planner.gui.answers.chance.drawing import raising_of
from strategy_planner.gui.background import Task
from strategy_planner.gui.charts.view import ChartView
from strategy_planner.gui.inspector.sections import words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.charts.bars import bars_chart
from strategy_planner.model.errors import PlanError

_WHOLE = 1_000


class RaisingPart(QWidget):
    """A button, while it works a bar with a way to stop, then the bars of what was found."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._answer: ChanceAnswer | None = None
        self._target = ""
        self._task: Task | None = None
        self.found: Raising | None = None
        self.ask = QPushButton(self)
        self.bar = QProgressBar(self)
        self.stop = QPushButton(self)
        self.said = words("", "entry", self)
        self.chart = ChartView(workspace, self)
        self._arrange()
        self.ask.clicked.connect(self.begin)
        self.stop.clicked.connect(self.give_up)

    def _arrange(self) -> None:
        self.bar.setTextVisible(False)
        self.bar.setMaximum(_WHOLE)
        row = QHBoxLayout()
        row.addWidget(self.ask)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addWidget(self.chart, 0, Qt.AlignmentFlag.AlignTop)
        self._show_work(working=False)

    @property
    def is_busy(self) -> bool:
        """Whether it is at work."""
        return self._task is not None

    def name(self) -> None:
        """The words, in the language of the window."""
        tr = self.workspace.tr
        self.ask.setText(tr("What would raise the chance most?"))
        self.stop.setText(tr("Stop"))
        self.bar.setAccessibleName(tr("What would raise the chance most?"))
        self._tell()

    def turn_to(self, answer: ChanceAnswer, target: str) -> None:
        """Another target, or other runs; what was found for others is let go."""
        same = self._answer is not None and self._answer.plan is answer.plan
        same = same and self._target == target
        self._answer, self._target = answer, target
        if not same:
            self.forget()
        self.ask.setEnabled(not answer.found.uncertainty.is_none)

    def forget(self) -> None:
        """The plan is another one."""
        self.give_up()
        self.found = None
        self._tell()

    def begin(self) -> None:
        """Try each uncertain item made certain, beside the window."""
        answer, target = self._answer, self._target
        if answer is None or self._task is not None:
            return

        def work(task: Task) -> Raising | None:
            plan = answer.plan.copy()
            return what_raises_most(plan, answer.today, answer.terms, target, task.advance)

        task = self._task = Task(work, self)
        task.progressed.connect(lambda share: self.bar.setValue(round(_WHOLE * share)))
        task.finished.connect(lambda found: self._take(task, found))
        task.failed.connect(lambda error: self._refuse(task, error))
        self.found = None
        self._show_work(working=True)
        self._tell()
        task.start()

    def give_up(self) -> None:
        """Stop."""
        if self._task is not None:
            self._task.cancel()
            self._task = None
        self._show_work(working=False)

    def _take(self, task: Task, found: Raising | None) -> None:
        if task is self._task:
            self._task, self.found = None, found
            self._show_work(working=False)
            self._tell()
            if found is None:
                self._say(self.workspace.tr("This target is reached; there is no chance to raise."))

    def _refuse(self, task: Task, error: Exception) -> None:
        if not isinstance(error, PlanError):
            raise error
        if task is self._task:
            self.give_up()
            self._say(error.message.into(self.workspace.language))

    def _say(self, text: str) -> None:
        self.said.setText(text)
        self.said.setVisible(bool(text))

    def _show_work(self, *, working: bool) -> None:
        self.bar.setValue(0)
        self.bar.setVisible(working)
        self.stop.setVisible(working)
        self.ask.setVisible(not working)

    def _tell(self) -> None:
        found, answer, language = self.found, self._answer, self.workspace.language
        self._say("")
        if found is None or answer is None:
            self.chart.show_chart("", None)
            return
        bars = raising_of(answer.plan, found, language)
        self._say(bars.sentence)
        if not bars.bars:
            self._say(
                self.workspace.tr("Nothing alone, made certain, raises the chance noticeably.")
            )
        self.chart.show_chart(bars.sentence, partial(bars_chart, bars) if bars.bars else None)
