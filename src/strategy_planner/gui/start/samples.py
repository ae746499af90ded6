"""Plans to try the program on: four real ones, and the example that a planner worked on."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from strategy_planner.bundled import bundled
from strategy_planner.gui.shell.filing import SAMPLES
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.start.card_button import CardButton, row
from strategy_planner.gui.start.picture import CardPicture
from strategy_planner.gui.start.plan_card import PlanCard
from strategy_planner.gui.words import Words
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message, message_plural

EXAMPLE = "worked_example"
REAL_PLANS = tuple(name for name in SAMPLES if name != EXAMPLE)


class SampleCard(CardButton):
    """A real plan: its picture, its name, its vision, how large it is and by when."""

    def __init__(self, workspace: Workspace, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.sample = name
        self.card: PlanCard | None = None
        self.picture = CardPicture(workspace, QSize(200, 76), self)
        self.title, self.vision = Words(self, "heading"), Words(self, "caption")
        self.counts, self.year = Words(self, "caption"), Words(self, "caption")
        self.year.setAlignment(Qt.AlignmentFlag.AlignRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 12)
        column.setSpacing(4)
        column.addWidget(self.picture)
        column.addSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.vision)
        foot = QHBoxLayout()
        foot.addWidget(self.counts, 3)
        foot.addWidget(self.year, 2)
        column.addLayout(foot)
        self.name()

    @property
    def path(self) -> str:
        """Where the sample stands."""
        return str(bundled("sample_projects", f"{self.sample}.splan"))

    def show_card(self, card: PlanCard) -> None:
        """Tell what is in it."""
        self.card = card
        self.picture.show_card(card)
        self.name()

    def name(self) -> None:
        """All words, in the language of the window."""
        tr, language, card = self.workspace.tr, self.workspace.language, self.card
        self.title.setText(SAMPLES[self.sample].into(language))
        if card is not None:
            items = message_plural("{count} item", "{count} items", card.items)
            links = message_plural("{count} link", "{count} links", card.links)
            both = message("{items} · {links}", items=items, links=links)
            self.counts.setText(both.into(language))
            self.vision.setText(card.visions.get(language, ""))
            self.vision.setToolTip(card.visions.get(language, ""))
            year = tr("Target {year}", year=card.year) if card.year else tr("No target year")
            self.year.setText(year)
        spoken = (self.title.text(), self.vision.text(), self.counts.text(), self.year.text())
        self.setAccessibleName(", ".join(filter(None, spoken)))


class ExampleCard(CardButton):
    """The worked example, with a word on what it shows."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("role", "example")
        self.workspace = workspace
        self.title, self.meaning = Words(self, "heading"), Words(self, "caption")
        self.scale = 1.0
        self.sign, self.arrow = QLabel(self), QLabel(self)
        across = row(self)
        for sign in (self.sign, self.arrow):
            sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        across.addWidget(self.sign)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.meaning)
        across.addLayout(names, 1)
        across.addWidget(self.arrow)
        self.name()

    def name(self) -> None:
        """All words and icons, in the language and scheme of the window."""
        tr, theme = self.workspace.tr, self.workspace.theme
        self.title.setText(tr("Worked example: the bio strategy with durations, choices and KPIs"))
        self.meaning.setText(
            tr("See a way that is too late and one that is in time. All figures are illustrations.")
        )
        self.meaning.setToolTip(self.meaning.text())
        side = round(18 * self.scale)
        self.sign.setPixmap(icon("lightbulb", theme, "accent").pixmap(side, side))
        self.arrow.setPixmap(icon("chevron-right", theme, "accent").pixmap(side, side))
        self.setAccessibleName(f"{self.title.text()}. {self.meaning.text()}")


class Samples(QWidget):
    """The real plans in two columns, the worked example under them."""

    opened = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.cards = [SampleCard(workspace, name, self) for name in REAL_PLANS]
        self.example = ExampleCard(workspace, self)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(14)
        for index, card in enumerate(self.cards):
            grid.addWidget(card, index // 2, index % 2)
            card.clicked.connect(lambda _=False, name=card.sample: self.opened.emit(name))
        grid.addWidget(self.example, len(self.cards) // 2, 0, 1, 2)
        self.example.clicked.connect(lambda: self.opened.emit(EXAMPLE))

    def set_text_scale(self, scale: float) -> None:
        """Icons grow with the words beside them."""
        self.example.scale = scale
        self.name()

    def name(self) -> None:
        """All words, in the language of the window."""
        for card in self.cards:
            card.name()
        self.example.name()
