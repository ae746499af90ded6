"""The head of the interview: what this is, which question is asked, the way out."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from strategy_planner.analysis.interview.walk import Question
from strategy_planner.gui.interview.steps import Steps
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.texts import text_of

_ICON, _TITLE_SHOWN = 20, 1200


class Head(QFrame):
    """One line over the whole window."""

    left = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("head")
        self.picture, self.name, self.plan = QLabel(self), QLabel(self), QLabel(self)
        self.steps = Steps(workspace, self)
        self.leave = QPushButton(self)
        self.name.setProperty("role", "name")
        self.plan.setProperty("role", "caption")
        self.plan.setTextFormat(Qt.TextFormat.PlainText)
        self.leave.clicked.connect(self.left)
        row = QHBoxLayout(self)
        row.setContentsMargins(18, 9, 18, 9)
        row.setSpacing(10)
        for part in (self.picture, self.name, self.plan):
            row.addWidget(part)
        row.addWidget(self.steps, 1)
        row.addWidget(self.leave)

    def show_question(self, asked: Question | None) -> None:
        """The question that is asked, and the words around it in the window's language."""
        workspace, tr = self.workspace, self.workspace.tr
        self.name.setText(tr("Backward interview"))
        title = text_of(workspace.plan, workspace.plan.settings, "title", workspace.language)
        self.plan.setText(title or tr("New plan"))
        end = tr("Leave the interview") if asked is None else tr("End the interview")
        self.leave.setText(f"{end}  Esc")
        self.leave.setAccessibleName(end)
        self.steps.show_question(asked)

    def settle(self, scale: float, width: int) -> None:
        """Colours and sizes; the plan's title goes first where there is no room."""
        side = round(_ICON * min(scale, 1.6))
        drawn = icon("message-circle-question-mark", self.workspace.theme, "accent")
        self.picture.setPixmap(drawn.pixmap(QSize(side, side)))
        self.plan.setVisible(width > _TITLE_SHOWN * min(scale, 1.6))
        self.steps.set_text_scale(scale)
