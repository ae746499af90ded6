"""The end of the interview: what is still open, each entry a way to go on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from strategy_planner.analysis.interview.open_ends import OpenEnds
from strategy_planner.gui.interview.broken_label import BrokenLabel
from strategy_planner.gui.interview.look import LARGEST_QUESTION, column_edge
from strategy_planner.gui.interview.rows import Rows
from strategy_planner.gui.interview.side_rows import open_rows
from strategy_planner.gui.workspace import Workspace


class ClosingPage(QWidget):
    """A list of everything that nobody has answered yet."""

    continued = Signal(str)
    shown = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("question")
        self._scale = 1.0
        self.title = BrokenLabel(30, 700, "ink", self)
        self.sentence = BrokenLabel(14, 400, "ink2", self)
        self.rows = Rows(workspace, self, scrolls=True)
        self.go_on, self.show_there = QPushButton(self), QPushButton(self)
        self.go_on.setProperty("primary", True)
        buttons = QHBoxLayout()
        buttons.addWidget(self.go_on)
        buttons.addWidget(self.show_there)
        buttons.addStretch(1)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(10)
        for part in (self.title, self.sentence):
            self._column.addWidget(part)
        self._column.addWidget(self.rows, 1)
        self._column.addLayout(buttons)
        self.setFocusProxy(self.rows)
        self.rows.taken.connect(self.continued)
        self.go_on.clicked.connect(lambda: self.continued.emit(self.rows.chosen))
        self.show_there.clicked.connect(lambda: self.shown.emit(self.rows.chosen))

    def show_ends(self, ends: OpenEnds) -> None:
        """List what is open now, the same entry chosen as before."""
        tr, chosen = self.workspace.tr, self.rows.chosen
        self.title.say(tr("What is still open"))
        self.sentence.say(
            tr("Choose an entry to go on with the interview there, or show it in the plan.")
            if ends.count
            else tr("Nothing is open: all goals have means, all obstacles an answer.")
        )
        rows = open_rows(self.workspace, ends)
        ids = [row.id for row in rows if row.id]
        self.rows.show_rows(rows, chosen if chosen in ids else ids[0] if ids else "")
        self.rows.setAccessibleName(tr("What is still open"))
        self.go_on.setText(tr("Go on from here"))
        self.show_there.setText(tr("Show in the plan"))
        for button in (self.go_on, self.show_there):
            button.setEnabled(bool(ids))

    def settle(self, scale: float) -> None:
        """Colours and sizes of the words."""
        theme = self.workspace.theme
        self.title.settle(theme.colour("ink"), scale, LARGEST_QUESTION)
        self.sentence.settle(theme.colour("ink2"), scale)
        self.rows.set_text_scale(scale)
        self._scale = scale
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column in the middle that is never too wide to read."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        edge = column_edge(self.width(), self._scale)
        self._column.setContentsMargins(edge, max(16, min(56, self.height() // 14)), edge, 20)
