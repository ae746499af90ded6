"""The start page: at the left what one begins with, at the right what there is already."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.shell.filing import Filing
from strategy_planner.gui.shell.icons import picture
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.start.begin import BeginCard
from strategy_planner.gui.start.cards import Cards
from strategy_planner.gui.start.choices import Choices
from strategy_planner.gui.start.plan_card import PlanCard
from strategy_planner.gui.start.recent import SHOWN, RecentPlans
from strategy_planner.gui.start.samples import Samples
from strategy_planner.gui.words import Words
from strategy_planner.gui.workspace import Workspace

_LEFT, _GAP, _WIDEST = 352, 56, 1176
_SIDE_BY_SIDE = 980
"""Below this width, at 100 %, the right column stands under the left one."""


class StartPage(QScrollArea):
    """Shown where a window holds no plan."""

    def __init__(
        self,
        workspace: Workspace,
        filing: Filing,
        actions: Mapping[str, QAction],
        preferences: Preferences,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self._filing = filing
        self._preferences = preferences
        self._scale = 1.0
        self._shows_all = False
        self.cards = Cards(preferences, self)
        self.begin = BeginCard(workspace, self)
        self.choices = Choices(workspace, filing, actions, self)
        self.recent = RecentPlans(workspace, self)
        self.samples = Samples(workspace, self)
        self.headings = {name: QLabel(self) for name in ("name", "purpose", "recent", "real")}
        self.headings["facts"] = Words(self)
        self.all = QPushButton(self)
        self.all.setProperty("role", "link")
        self._arrange()
        self._connect()
        self.name()

    def _connect(self) -> None:
        self.begin.begun.connect(self._filing.begin)
        self.recent.opened.connect(lambda path: self._filing.open_file(Path(path)))
        self.recent.forgotten.connect(self._preferences.forget_recent)
        self.samples.opened.connect(self._filing.open_sample)
        self.all.clicked.connect(self._show_all)
        self.cards.found.connect(self._show_card)
        self._preferences.changed.connect(self._follow)
        self.workspace.language_changed.connect(self.name)
        self.workspace.theme_changed.connect(self.name)

    def _arrange(self) -> None:
        for name, label in self.headings.items():
            caption = name in {"purpose", "facts"}
            label.setProperty(
                "role", "caption" if caption else "brand" if name == "name" else "section"
            )
        self.left, self.right = QWidget(self), QWidget(self)
        left, right = QVBoxLayout(self.left), QVBoxLayout(self.right)
        for column in (left, right):
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(12)
        left.addLayout(self._brand())
        left.addSpacing(12)
        left.addWidget(self.begin)
        left.addSpacing(8)
        left.addWidget(self.choices)
        left.addStretch(1)
        recent = QHBoxLayout()
        recent.addWidget(self.headings["recent"], 1)
        recent.addWidget(self.all)
        right.addLayout(recent)
        right.addWidget(self.recent)
        right.addSpacing(20)
        right.addLayout(self._line(self.headings["real"], self.headings["facts"]))
        right.addWidget(self.samples)
        right.addStretch(1)
        content = QWidget(self)
        content.setObjectName("start")
        outer = QHBoxLayout(content)
        outer.setContentsMargins(24, 40, 24, 32)
        self.columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.columns.setSpacing(_GAP)
        self.columns.addWidget(self.left)
        self.columns.addWidget(self.right, 1)
        self.holder = QWidget(content)
        self.holder.setLayout(self.columns)
        outer.addStretch(1)
        outer.addWidget(self.holder, 1000)
        outer.addStretch(1)
        self.setWidget(content)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.set_text_scale(1.0)

    def _brand(self) -> QHBoxLayout:
        line, names = QHBoxLayout(), QVBoxLayout()
        sign = QLabel(self)
        sign.setPixmap(picture("strategy-planner").pixmap(44, 44))
        names.setSpacing(0)
        names.addWidget(self.headings["name"])
        names.addWidget(self.headings["purpose"])
        line.setSpacing(14)
        line.addWidget(sign)
        line.addLayout(names, 1)
        return line

    def _line(self, first: QWidget, last: QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(14)
        line.addWidget(first)
        line.addWidget(last, 1)
        return line

    def set_text_scale(self, scale: float) -> None:
        """Columns wide enough for larger texts."""
        self._scale = scale
        for part in (self.begin, self.choices, self.samples):
            part.set_text_scale(scale)
        self.holder.setMaximumWidth(round(_WIDEST * scale))
        self._fit()
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One column where there is no room for two."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        beside = self.width() >= _SIDE_BY_SIDE * self._scale
        way = QBoxLayout.Direction
        self.columns.setDirection(way.LeftToRight if beside else way.TopToBottom)
        if beside:
            self.left.setFixedWidth(round(_LEFT * self._scale))
        else:
            self.left.setMinimumWidth(0)
            self.left.setMaximumWidth(16_777_215)

    def refresh(self) -> None:
        """The recent plans as they are now; what is told of each follows."""
        recent = self._preferences.recent
        shown = recent if self._shows_all else recent[:SHOWN]
        self.recent.show_paths(shown, self._scale)
        self.all.setVisible(len(recent) > len(shown))
        if self.isVisible():
            self.cards.ask([*shown, *(card.path for card in self.samples.cards)])

    def _show_all(self) -> None:
        self._shows_all = True
        self.refresh()

    def _follow(self, name: str) -> None:
        if name == "recent":
            self.refresh()

    def _show_card(self, path: str, card: object, saved: float) -> None:
        if path in self.recent.rows:
            self.recent.rows[path].show_card(card, saved)
        for sample in self.samples.cards:
            if sample.path == path and isinstance(card, PlanCard):
                sample.show_card(card)

    def name(self) -> None:
        """All words, in the language of the window."""
        tr = self.workspace.tr
        texts = {
            "name": "Strategy Planner",
            "purpose": tr("From the vision back to today"),
            "recent": tr("Recent plans"),
            "real": tr("Try a real plan"),
            "facts": tr(
                "Made from government documents of 2019. What they do not say stays empty."
            ),
        }
        for name, text in texts.items():
            self.headings[name].setText(text)
        self.all.setText(tr("Show all"))
        for part in (self.begin, self.choices, self.recent, self.samples):
            part.name()
