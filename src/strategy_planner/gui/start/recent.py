"""The plans worked on last: picture, name, state, when saved; those that are gone are told so."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QContextMenuEvent, QDesktopServices, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from strategy_planner.calendars.formatting import show_day
from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.shell.status import Mark
from strategy_planner.gui.start.card_button import CardButton, row
from strategy_planner.gui.start.picture import CardPicture
from strategy_planner.gui.start.plan_card import PlanCard, state_words
from strategy_planner.gui.words import Words
from strategy_planner.gui.workspace import Workspace

SHOWN = 5
"""Plans that are shown at first; all of them on request."""


class RecentRow(QWidget):
    """A plan as one button, and beside it one that takes it out of the list."""

    opened = Signal(str)
    forgotten = Signal(str)

    def __init__(self, workspace: Workspace, path: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.path = path
        self.button = CardButton(self)
        self.button.setProperty("role", "row")
        self.picture = CardPicture(workspace, QSize(56, 38), self.button)
        self.title, self.place = Words(self.button, "heading"), Words(self.button, "caption")
        self.mark = Mark(workspace, self.button)
        self.state, self.saved = Words(self.button), Words(self.button, "caption")
        self.remove = QPushButton(self)
        self.remove.setProperty("role", "link")
        self._card: object = None
        self._saved = 0.0
        self._arrange()
        self.button.clicked.connect(self._act)
        self.remove.clicked.connect(lambda: self.forgotten.emit(self.path))
        self.name()

    def _arrange(self) -> None:
        across = row(self.button)
        across.addWidget(self.picture)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self.title)
        names.addWidget(self.place)
        across.addLayout(names, 5)
        across.addWidget(self.mark)
        across.addWidget(self.state, 3)
        across.addWidget(self.saved, 2)
        self.saved.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self.button, 1)
        line.addWidget(self.remove)

    def set_text_scale(self, scale: float) -> None:
        """Two lines high, the mark as high as the words beside it."""
        self.mark.set_text_scale(scale)
        self.button.setMinimumHeight(round(58 * scale))

    @property
    def is_missing(self) -> bool:
        """Whether the file is not there any more."""
        return self._card == "missing"

    def show_card(self, card: object, saved: float) -> None:
        """Tell what was found out about the file."""
        self._card, self._saved = card, saved
        self.picture.show_card(card if isinstance(card, PlanCard) else None)
        self.name()

    def name(self) -> None:
        """All words, in the language of the window."""
        tr, card = self.workspace.tr, self._card
        title, mark, state = Path(self.path).stem, None, ""
        if isinstance(card, PlanCard):
            title = card.titles.get(self.workspace.language) or title
            mark, state = state_words(card, self.workspace.language)
        elif self.is_missing:
            mark, state = "note", tr("Not found")
        self.title.setText(title)
        self.place.setText(self.path)
        self.mark.show_severity(mark)
        self.state.setText(state)
        self.state.setProperty("role", "wrong" if mark == "error" else "")
        self.state.style().unpolish(self.state)
        self.state.style().polish(self.state)
        self.saved.setText(when(self._saved, self.workspace.language) if self._saved else "")
        self.remove.setText(tr("Remove"))
        self.remove.setAccessibleName(tr("Take {name} out of the list", name=title))
        self.remove.setVisible(self.is_missing)
        spoken = ", ".join(filter(None, (title, state, self.saved.text(), self.path)))
        self.button.setAccessibleName(spoken)
        self.button.setToolTip(self.path)

    def _act(self) -> None:
        if self.is_missing:
            self.remove.setFocus()
        else:
            self.opened.emit(self.path)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete takes the plan out of the list; the file stays."""
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit(self.path)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """What can be done with the plan."""
        self.menu_at(event.globalPos())

    def menu_at(self, place: QPoint) -> None:
        """Open it, show where it lies, or take it out of the list."""
        menu, tr, theme = QMenu(self), self.workspace.tr, self.workspace.theme
        folder = Path(self.path).parent
        there = not self.is_missing
        add_entry(menu, theme, tr("Open"), self._act, "folder-open", enabled=there)
        add_entry(menu, theme, tr("Show its folder"), lambda: show_folder(folder), enabled=there)
        add_entry(menu, theme, tr("Copy its path"), lambda: copy_text(self.path), "copy")
        menu.addSeparator()
        forget = tr("Take out of the list") + "	Del"
        add_entry(menu, theme, forget, lambda: self.forgotten.emit(self.path), "x")
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)


def show_folder(folder: Path) -> None:
    """Open a folder in the system's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def copy_text(text: str) -> None:
    """Put a text on the clipboard."""
    QGuiApplication.clipboard().setText(text)


class RecentPlans(QFrame):
    """The rows, or the sentence that there are none yet."""

    opened = Signal(str)
    forgotten = Signal(str)

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setObjectName("card")
        self.rows: dict[str, RecentRow] = {}
        self.empty = QLabel(self)
        self.empty.setProperty("role", "empty")
        self.empty.setWordWrap(True)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 1, 1, 1)
        self._column.setSpacing(0)
        self._column.addWidget(self.empty)
        self.empty.setMargin(16)

    def show_paths(self, paths: tuple[str, ...], scale: float) -> None:
        """A row for each of these files, in this order."""
        for path in [path for path in self.rows if path not in paths]:
            gone = self.rows.pop(path)
            gone.hide()
            gone.deleteLater()
        for index, path in enumerate(paths):
            if path not in self.rows:
                made = self.rows[path] = RecentRow(self.workspace, path, self)
                made.opened.connect(self.opened)
                made.forgotten.connect(self.forgotten)
            self._column.insertWidget(index, self.rows[path])
            self.rows[path].set_text_scale(scale)
        self.empty.setVisible(not paths)
        self.name()

    def name(self) -> None:
        """All words, in the language of the window."""
        self.empty.setText(
            self.workspace.tr(
                "No recent plans. Write a vision at the left, or open a real plan below."
            )
        )
        for made in self.rows.values():
            made.name()


def when(saved: float, language: str) -> str:
    """A time as people tell it: today's with the hour, others with the day."""
    moment = dt.datetime.fromtimestamp(saved).astimezone()
    now = dt.datetime.now().astimezone()
    if moment.date() == now.date():
        return moment.strftime("%H:%M")
    return show_day(moment.date(), language)
