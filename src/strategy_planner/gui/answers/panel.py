"""The panel of answers: a tab for each question, and the page of the one that is asked."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.gui.answers.page import AnswerPage
from strategy_planner.gui.answers.pages import OFFERS
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace

_ICON, _GAP = 16, 8


class AnswersPanel(QWidget):
    """Stands between the views and the problems; while it is hidden nothing is worked out."""

    closed = Signal(bool)
    """It was put away; whether the keyboard was in it, which now needs another place."""
    filled = Signal(bool)
    """The panel takes the views' place, or gives it back."""
    told = Signal(object)
    """The Message of what was done on a page."""
    acted = Signal(str)
    """The part of the inspector, or the panel, to which a page sends the planner."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.pages: dict[str, AnswerPage] = {}
        """The pages that were looked at, by their ids."""
        self._scale = 1.0
        self.tabs = QTabBar(self)
        self.busy = QLabel(self)
        self.fill = QPushButton(self)
        self.close_button = QPushButton("✕", self)
        self.stack = QStackedWidget(self)
        self._arrange()
        self.tabs.currentChanged.connect(self._turn)
        self.fill.toggled.connect(self._fill)
        self.close_button.clicked.connect(self.put_away)
        workspace.language_changed.connect(self.name)
        workspace.theme_changed.connect(self.name)
        self.name()

    def _arrange(self) -> None:
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        for _ in OFFERS:
            self.tabs.addTab("")
        self.busy.setProperty("role", "caption")
        self.fill.setCheckable(True)
        for button in (self.fill, self.close_button):
            button.setProperty("role", "link")
        bar = QWidget(self)
        bar.setProperty("role", "bar")
        row = QHBoxLayout(bar)
        row.setContentsMargins(_GAP, 2, _GAP, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.tabs, 1)
        row.addWidget(self.busy)
        row.addWidget(self.fill)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(bar)
        column.addWidget(self.stack, 1)

    def show_page(self, id_: str) -> AnswerPage:
        """Bring the page of a question to the front."""
        place = next(place for place, offer in enumerate(OFFERS) if offer.id == id_)
        self.tabs.setCurrentIndex(place)
        self._turn(place)
        self.show()
        return self._page(place)

    @property
    def shown_page(self) -> str:
        """The id of the page in front; empty before one was asked for."""
        here = self.stack.currentWidget()
        return next((id_ for id_, page in self.pages.items() if page is here), "")

    def set_text_scale(self, scale: float) -> None:
        """Texts and icons larger or smaller."""
        self._scale = scale
        self.tabs.setIconSize(QSize(_ICON, _ICON) * scale)
        for page in self.pages.values():
            page.set_text_scale(scale)

    def name(self) -> None:
        """The words, in the language of the window."""
        tr, language = self.workspace.tr, self.workspace.language
        for place, offer in enumerate(OFFERS):
            self.tabs.setTabText(place, offer.title.into(language).replace("&", "&&"))
        self.tabs.setAccessibleName(tr("Analysis"))
        self.busy.setText(tr("Being worked out…"))
        self.fill.setText(tr("Show the view again") if self.fill.isChecked() else tr("Fill"))
        self.close_button.setAccessibleName(tr("Close"))
        self.close_button.setToolTip(tr("Close"))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, with icons or without."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Icons where all tabs have room with them; the words say enough."""
        for place, offer in enumerate(OFFERS):
            self.tabs.setTabIcon(place, QIcon(icon(offer.icon, self.workspace.theme)))
        beside = (self.busy, self.fill, self.close_button)
        kept = sum(part.sizeHint().width() + _GAP for part in beside) + 2 * _GAP
        last = self.tabs.tabRect(self.tabs.count() - 1)
        if last.right() - self.tabs.tabRect(0).left() > self.width() - kept:
            for place in range(self.tabs.count()):
                self.tabs.setTabIcon(place, QIcon())

    def put_away(self) -> None:
        """Give the views their place back."""
        had_keyboard = self.isAncestorOf(self.window().focusWidget() or self.window())
        self.fill.setChecked(False)
        self.hide()
        self.closed.emit(had_keyboard)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where nothing in it wants the key, puts it away."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            super().keyPressEvent(event)

    def _page(self, place: int) -> AnswerPage:
        offer = OFFERS[place]
        if offer.id not in self.pages:
            page = self.pages[offer.id] = offer.make(self.workspace)
            page.set_text_scale(self._scale)
            page.told.connect(self.told)
            page.acted.connect(self.acted)
            page.asking.busy_changed.connect(self._show_busy)
            self.stack.addWidget(page)
        return self.pages[offer.id]

    def _turn(self, place: int) -> None:
        page = self._page(place)
        self.stack.setCurrentWidget(page)
        self.setFocusProxy(page)
        self._show_busy()

    def _show_busy(self) -> None:
        page = self.stack.currentWidget()
        is_busy = isinstance(page, AnswerPage) and page.asking.is_busy
        # The place stays, so that the tabs do not move.
        self.busy.setEnabled(is_busy)
        self.busy.setVisible(is_busy)

    def _fill(self, filled: bool) -> None:
        self.name()
        self.filled.emit(filled)
