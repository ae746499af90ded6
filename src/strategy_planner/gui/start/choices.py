"""What else one may begin with: open, bring in, be shown around, or take a template."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from strategy_planner.gui.shell.filing import TEMPLATES, Filing
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.start.card_button import CardButton, row
from strategy_planner.gui.words import Words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message

CHOICES: dict[str, tuple[str, Message, Message]] = {
    "open": (
        "folder-open",
        message("Open a plan"),
        message("A .splan file. It may also be dropped on the window."),
    ),
    "import_json": (
        "folder-input",
        message("Bring in a plan"),
        message("A plan as JSON, from another program or a script"),
    ),
    "tour": (
        "book-open",
        message("Ten minutes around"),
        message("The worked example, step by step"),
    ),
}
"""By the window's action: icon, words, and what they mean."""


class ChoiceButton(CardButton):
    """An action of the window as a card, with its key."""

    def __init__(self, workspace: Workspace, action: QAction, id_: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace, self._action = workspace, action
        self.scale = 1.0
        self._icon, self._text, self._meaning = CHOICES[id_]
        self.sign, self.key = QLabel(self), QLabel(self)
        self.title, self.meaning = Words(self, "heading"), Words(self, "caption")
        self.key.setProperty("role", "caption")
        across = row(self)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.meaning)
        across.addWidget(self.sign)
        across.addLayout(names, 1)
        across.addWidget(self.key)
        for label in (self.sign, self.key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.clicked.connect(action.trigger)
        self.name()

    def name(self) -> None:
        """Words, icon and key, as they now are."""
        language = self._workspace.language
        self.title.setText(self._text.into(language))
        self.meaning.setText(self._meaning.into(language))
        self.meaning.setToolTip(self.meaning.text())
        side = round(18 * self.scale)
        self.sign.setPixmap(icon(self._icon, self._workspace.theme, "accent").pixmap(side, side))
        native = QKeySequence.SequenceFormat.NativeText
        self.key.setText(self._action.shortcut().toString(native))
        self.setAccessibleName(f"{self.title.text()}. {self.meaning.text()}")


class Choices(QWidget):
    """Three cards, and a pill for each template."""

    def __init__(
        self,
        workspace: Workspace,
        filing: Filing,
        actions: Mapping[str, QAction],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.buttons = {id_: ChoiceButton(workspace, actions[id_], id_, self) for id_ in CHOICES}
        self.heading = QLabel(self)
        self.heading.setProperty("role", "section")
        self.templates = {name: QPushButton(self) for name in TEMPLATES}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for button in self.buttons.values():
            column.addWidget(button)
        column.addSpacing(12)
        column.addWidget(self.heading)
        grid = QGridLayout()
        grid.setSpacing(8)
        for index, (name, pill) in enumerate(self.templates.items()):
            pill.setProperty("role", "template")
            pill.setAutoDefault(True)
            pill.clicked.connect(lambda _=False, name=name: filing.begin_from(name))
            grid.addWidget(pill, index // 2, index % 2)
        column.addLayout(grid)
        self.name()

    def set_text_scale(self, scale: float) -> None:
        """Icons grow with the words beside them."""
        for button in self.buttons.values():
            button.scale = scale
        self.name()

    def name(self) -> None:
        """All words, in the language of the window."""
        tr = self._workspace.tr
        for button in self.buttons.values():
            button.name()
        self.heading.setText(tr("Templates"))
        for name, pill in self.templates.items():
            title = TEMPLATES[name].into(self._workspace.language)
            pill.setText(title)
            pill.setAccessibleName(tr("New plan from the template {name}", name=title))
            pill.setToolTip(tr("A frame to write over, with words on what to write in each item"))
