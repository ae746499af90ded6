"""A page of the answers: what is common to all of them."""

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.answers.asking import Asking, Question
from strategy_planner.gui.workspace import Workspace


class AnswerPage(QWidget):
    """Shows the answer to a question as the plan, the language or the colours change.

    A page says what it asks by ``question``, overrides `name` and `show_answer`, and calls `refresh`
    once it is furnished. ``first`` is what gets the keyboard when somebody comes here.
    """

    told = Signal(object)
    """The Message of what was done here, for the notice at the foot of the window."""
    acted = Signal(str)
    """Go to where the selected record can be mended: a part of the inspector, another panel."""

    def __init__(
        self, workspace: Workspace, question: Question, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.answer: Any = None
        """The answer that is shown; None before the first one."""
        self.first: QWidget | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.asking = Asking(workspace, question, self)
        self.asking.answered.connect(self._take)
        self.asking.answered_partly.connect(self._take)
        self.asking.failed.connect(lambda error: self.told.emit(error.message))
        workspace.replaced.connect(self.forget)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)

    def set_text_scale(self, scale: float) -> None:
        """Texts larger or smaller, where the style sheet alone does not see to it."""
        del scale

    def refresh(self) -> None:
        """The words and the answer once more, in the language and colours of the window."""
        self.name()
        if self.answer is not None:
            self.show_answer(self.answer)

    def forget(self) -> None:
        """Another plan stands in the workspace: its answer is still to come."""
        self.answer = None
        self.name()

    def name(self) -> None:
        """Write the words that are there without an answer."""
        raise NotImplementedError

    def show_answer(self, answer: Any) -> None:
        """Show what was worked out."""
        raise NotImplementedError

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The keyboard goes on to where there is something to do, as soon as there is."""
        super().focusInEvent(event)
        self._pass_keyboard_on()

    def _take(self, answer: Any) -> None:
        self.answer = answer
        had_keyboard = self._has_keyboard()
        self.show_answer(answer)
        if had_keyboard and not self._has_keyboard():
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.hasFocus():
            self._pass_keyboard_on()

    def _has_keyboard(self) -> bool:
        focused = self.window().focusWidget()
        return focused is self or (focused is not None and self.isAncestorOf(focused))

    def _pass_keyboard_on(self) -> None:
        if self.first is not None and self.first.isVisible():
            self.first.setFocus(Qt.FocusReason.OtherFocusReason)
