"""The middle of the interview: the question, one field, what is known already, the answers."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from strategy_planner.gui.interview.answer_field import AnswerField
from strategy_planner.gui.interview.broken_label import BrokenLabel
from strategy_planner.gui.interview.keys import ANYWHERE, asked_by
from strategy_planner.gui.interview.look import LARGEST_QUESTION, column_edge
from strategy_planner.gui.interview.row import Row
from strategy_planner.gui.interview.rows import Rows
from strategy_planner.gui.workspace import Workspace


class QuestionPage(QScrollArea):
    """Places the parts of a question; what they show and do is said by the room."""

    next_asked = Signal()

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("middle")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.about = BrokenLabel(13, 500, "accent", self)
        self.lead = BrokenLabel(22, 400, "ink2", self)
        self.question = BrokenLabel(30, 700, "ink", self)
        self.field = AnswerField(workspace, self)
        self.told = QLabel(self)
        self.known_words = QLabel(self)
        self.known = Rows(workspace, self)
        self.known.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.known_box = QFrame(self)
        self.answers_words = QLabel(self)
        self.answers_note = QLabel(self)
        self.answers = Rows(workspace, self, "card")
        self.following = Rows(workspace, self)
        self.following.taken.connect(lambda _: self.next_asked.emit())
        self._scale = 1.0
        self._place()

    def _place(self) -> None:
        for words in (self.told, self.known_words, self.answers_words, self.answers_note):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.answers_words.setProperty("role", "heading")
        for note in (self.known_words, self.answers_note):
            note.setProperty("role", "caption")
        self._fill_known()
        heads = QHBoxLayout()
        heads.addWidget(self.answers_words)
        heads.addWidget(self.answers_note)
        heads.addStretch(1)
        foot = QFrame(self)
        foot.setObjectName("next")
        inside = QVBoxLayout(foot)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.addWidget(self.following)
        page = QWidget(self)
        page.setObjectName("question")
        self._column = QVBoxLayout(page)
        self._column.setSpacing(6)
        for part in (self.about, self.lead, self.question):
            self._column.addWidget(part)
        self._column.addSpacing(6)
        self._column.addWidget(self.field)
        self._column.addWidget(self.told)
        self._column.addWidget(self.known_box)
        self._column.addSpacing(10)
        self._column.addLayout(heads)
        self._column.addWidget(self.answers)
        self._column.addSpacing(8)
        self._column.addWidget(foot)
        self._column.addStretch(1)
        self.setWidget(page)

    def _fill_known(self) -> None:
        self.known_box.setObjectName("known")
        inside = QVBoxLayout(self.known_box)
        inside.setContentsMargins(6, 6, 6, 6)
        inside.setSpacing(2)
        inside.addWidget(self.known_words)
        inside.addWidget(self.known)
        self.known_words.setContentsMargins(10, 2, 0, 0)
        self.known_box.hide()

    def settle(self, scale: float) -> None:
        """Colours and sizes of the words."""
        theme = self.workspace.theme
        self.about.settle(theme.colour("accent"), scale)
        self.lead.settle(theme.colour("ink2"), scale, LARGEST_QUESTION - 12)
        self.question.settle(theme.colour("ink"), scale, LARGEST_QUESTION)
        self.field.set_text_scale(scale)
        for rows in (self.known, self.answers, self.following):
            rows.set_text_scale(scale)
        self._scale = scale
        self._arrange()

    def tell(self, words: str, role: str = "meaning") -> None:
        """A sentence under the field: what was refused (``refusal``), or what is meant."""
        self.told.setProperty("role", role)
        self.told.style().unpolish(self.told)
        self.told.style().polish(self.told)
        self.told.setText(words)
        self.told.setVisible(bool(words))
        self.field.line.setAccessibleDescription(words)

    def suggest(self, rows: list[Row]) -> None:
        """Show what the plan has already under a name like the one that is written."""
        self.known.show_rows(rows, rows[0].id if rows else "")
        self.known_box.setVisible(bool(rows))
        self.field.line.may_link = bool(rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the interview's keys to the room: scrolling would take Alt and an arrow too."""
        if asked_by(event) in ANYWHERE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A column in the middle that is never too wide to read."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        edge = column_edge(self.viewport().width(), self._scale)
        top = max(16, min(56, (self.viewport().height() - 560) // 3))
        self._column.setContentsMargins(edge, top, edge, 20)
