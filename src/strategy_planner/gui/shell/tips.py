"""A quiet strip at the foot: a tip at each first use, once, and the ten minutes around."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message

TIPS: dict[str, Message] = {
    "need": message(
        "Press Tab on an item and write what must be true just before it. "
        "So the plan grows back from the vision."
    ),
    "late": message("Why is it late? F9 tells in words which chain decides, step by step."),
    "roadmap": message(
        "The band behind a bar is its corridor, from the earliest to the latest date. "
        "What is vague is hatched and has no sharp end."
    ),
    "table": message("Paste lines from a spreadsheet or a text: each becomes an item."),
    "undo": message(
        "Ctrl+Z takes back everything, one step at a time, and says what it takes back."
    ),
    "pathway": message(
        "Another pathway answers at once. What is not chosen stays in the plan, drawn dashed."
    ),
}
TOUR: tuple[Message, ...] = (
    message(
        "Is there still time? The status bar and the first problem say it; the red line on the "
        "map is the chain that decides."
    ),
    message("Why? Select A-011 and press F9: both chains in words, each step a link to its item."),
    message(
        "Another way: choose another pathway in the tool bar. The dates answer at once, and what "
        "was not chosen stays, drawn dashed."
    ),
    message(
        "What does this need? Select area ④, which has no means yet, and press Tab. Write what "
        "must be true just before it, and Tab again."
    ),
    message(
        "As written: press Ctrl+2. Committed is solid, an aim ends in an open point, vague is "
        "hatched; the band behind a bar is its corridor."
    ),
    message(
        "Dates in words: write for example “{date}” as the date of an item. The inspector says "
        "what it means while you type.",
        date=message("mid-July 2020"),
    ),
    message("Take it back: Ctrl+Z undoes everything, one step at a time."),
    message(
        "Print it: Ctrl+E writes the briefing pack in either language. It cannot be printed "
        "without saying that the plan is too late."
    ),
)


class TipStrip(QFrame):
    """One tip, or the steps of the tour; takes no focus, and goes when it is closed."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._preferences = preferences
        self._steps: Sequence[Message] = ()
        self._at = 0
        self.setObjectName("tip")
        self.sign, self.words = QLabel(self), QLabel(self)
        self.words.setWordWrap(True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.back, self.next = QPushButton(self), QPushButton(self)
        self.never, self.close_button = QPushButton(self), QPushButton(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 4, 8, 4)
        row.setSpacing(8)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        for button in (self.back, self.next, self.never, self.close_button):
            button.setProperty("role", "link")
            row.addWidget(button)
        self.back.clicked.connect(lambda: self._go(-1))
        self.next.clicked.connect(lambda: self._go(1))
        self.never.clicked.connect(self._never)
        self.close_button.clicked.connect(self.hide)
        workspace.language_changed.connect(self.name)
        workspace.theme_changed.connect(self.name)
        self.hide()

    @property
    def is_tour(self) -> bool:
        """Whether the steps of the tour are shown."""
        return len(self._steps) > 1

    def offer(self, tip: str) -> None:
        """Show a tip, unless it was shown before, tips are off, or something is shown already."""
        preferences = self._preferences
        if self.isVisible() or not preferences.tips or tip in preferences.tips_seen:
            return
        preferences.keep_tip(tip)
        self._show((TIPS[tip],))

    def begin_tour(self) -> None:
        """The steps through the worked example, from the first."""
        self._show(TOUR)

    def _show(self, steps: Sequence[Message]) -> None:
        self._steps, self._at = steps, 0
        self.name()
        self.show()

    def _go(self, by: int) -> None:
        self._at += by
        if self._at >= len(self._steps):
            self.hide()
        else:
            self.name()

    def _never(self) -> None:
        self._preferences.tips = False
        self.hide()

    def name(self) -> None:
        """All words, in the language of the window."""
        if not self._steps:
            return
        tr, language = self.workspace.tr, self.workspace.language
        said = self._steps[self._at].into(language)
        if self.is_tour:
            place = tr("{step} of {steps}", step=self._at + 1, steps=len(self._steps))
            said = f"{place}　{said}" if language == "ja" else f"{place}:  {said}"
        self.words.setText(said)
        self.setAccessibleName(said)
        self.sign.setPixmap(icon("lightbulb", self.workspace.theme, "accent").pixmap(18, 18))
        self.back.setText(tr("Back"))
        self.back.setVisible(self.is_tour and self._at > 0)
        last = self._at == len(self._steps) - 1
        self.next.setText(tr("End") if last else tr("Next"))
        self.next.setVisible(self.is_tour)
        self.never.setText(tr("No more tips"))
        self.never.setVisible(not self.is_tour)
        self.close_button.setText("✕")
        self.close_button.setAccessibleName(tr("Close"))
