"""The days of the choices, worked out beside the window: they take longer than a frame."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from strategy_planner.analysis.decisions.choice_days import NO_CHOICES, Choices, choice_days
from strategy_planner.gui.answers.asking import Asking
from strategy_planner.gui.workspace import Workspace


class Deciding(Asking):
    """Asks while the roadmap is seen and the plan has choices."""

    moved = Signal()
    """The days are other ones."""

    def __init__(self, workspace: Workspace, roadmap: QWidget) -> None:
        super().__init__(
            workspace,
            lambda plan, schedule, _task: choice_days(plan, schedule),
            roadmap,
            applies=lambda plan: bool(plan.choices),
        )
        self._known: Choices = NO_CHOICES
        self.answered.connect(self._take)

    @property
    def choices(self) -> Choices:
        """The days of the choices, as far as they are known."""
        return self._known if self._workspace.plan.choices else NO_CHOICES

    def _take(self, choices: Choices) -> None:
        if choices != self._known:
            self._known = choices
            self.moved.emit()
