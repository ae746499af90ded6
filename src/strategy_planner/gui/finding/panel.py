"""Ctrl+F: a line over the outline that finds words anywhere in the plan while they are typed."""

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLabel,
    QListView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from strategy_planner.analysis.search import home_of
from strategy_planner.gui.composing import ComposingLineEdit
from strategy_planner.gui.finding.hit_row import HitRow
from strategy_planner.gui.finding.hits_model import HitsModel
from strategy_planner.gui.finding.searcher import Searcher
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace

_ICON = 16
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: 8,
    Qt.Key.Key_PageUp: -8,
}


class FindLine(ComposingLineEdit):
    """What is looked for; its keys walk the hits below."""

    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows go on, with Shift back; Escape leaves."""
        key = Qt.Key(event.key())
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.stepped.emit(-1 if back else 1)
        elif key in _STEPS:
            self.stepped.emit(_STEPS[key])
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class HitsList(QListView):
    """The hits; a click selects one."""

    clicked_on = Signal(QModelIndex)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click selects."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.clicked_on.emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walking the list selects."""
        super().keyPressEvent(event)
        walking = {*_STEPS, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if Qt.Key(event.key()) in walking and self.currentIndex().isValid():
            self.clicked_on.emit(self.currentIndex())


class FindPanel(QWidget):
    """Line, count, ways to the next and the previous hit, and the hits as they are found."""

    found = Signal(str, str)
    """A hit was selected: its record and the field in which the words stand."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.searcher = Searcher(workspace, self)
        self.model = HitsModel(workspace, self)
        self.line, self.list = FindLine(self), HitsList(self)
        self.count, self.empty = QLabel(self), QLabel(self)
        self.back, self.on, self.leave = (QToolButton(self) for _ in range(3))
        self._row = HitRow(self.model, self.list)
        self._from: QWidget | None = None
        self._arrange()
        self.line.textChanged.connect(self.refresh)
        self.line.stepped.connect(self.step)
        self.line.left.connect(self.close_panel)
        self.list.clicked_on.connect(self._select)
        self.back.clicked.connect(lambda: self.step(-1))
        self.on.clicked.connect(lambda: self.step(1))
        self.leave.clicked.connect(self.close_panel)
        self.searcher.ready.connect(self._search_again)
        workspace.language_changed.connect(self._name)
        workspace.theme_changed.connect(self._name)
        self._name()
        self.hide()

    def open_panel(self) -> None:
        """Show the line and take the keyboard; what is written in it can be typed over."""
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._from = focus
        self.show()
        self.searcher.prepare()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def close_panel(self) -> None:
        """Go back to where the keyboard was."""
        self.hide()
        if self._from is not None and isValid(self._from) and self._from.isVisible():
            self._from.setFocus(Qt.FocusReason.OtherFocusReason)

    def step(self, by: int) -> None:
        """Select a hit further on or back; after the last comes the first."""
        self.searcher.prepare()
        if not self.model.hits:
            self.refresh()
        count = self.model.rowCount()
        if not count:
            return
        here = self.list.currentIndex().row()
        row = min(by, 0) if here < 0 and abs(by) == 1 else here + by
        if abs(by) > 1:
            row = max(0, min(count - 1, row))
        index = self.model.index(row % count if here >= 0 or by < 0 else 0, 0)
        self.list.setCurrentIndex(index)
        self.list.scrollTo(index)
        self._select(index)

    def refresh(self) -> None:
        """Find what is written now."""
        query = self.line.text()
        self.model.show_hits(query, self.searcher.find(query, self.workspace.language))
        self._tell()

    def set_text_scale(self, scale: float) -> None:
        """Rows and their texts larger or smaller."""
        self._row.text_scale = scale
        for button in (self.back, self.on, self.leave):
            button.setIconSize(QSize(_ICON, _ICON) * scale)
        self.list.doItemsLayout()

    def _search_again(self) -> None:
        """The plan is another: keep the place in the hits where its record is still found."""
        if not self.isVisible():
            if self.model.hits:
                self.model.show_hits("", [])
            return
        self.searcher.prepare()
        row = self.list.currentIndex().row()
        here = self.model.hits[row].id if 0 <= row < len(self.model.hits) else ""
        self.refresh()
        for place, hit in enumerate(self.model.hits):
            if hit.id == here:
                self.list.setCurrentIndex(self.model.index(place, 0))
                self._tell()
                return

    def _select(self, index: QModelIndex) -> None:
        hit = self.model.hits[index.row()]
        self.workspace.select(home_of(self.workspace.plan, hit))
        self.found.emit(hit.id, hit.passage.field)
        self._tell()

    def _tell(self) -> None:
        tr, count = self.workspace.tr, self.model.rowCount()
        row = self.list.currentIndex().row() + 1
        words = tr("{place} of {count}", place=row, count=count) if row else f"{count}"
        self.count.setText(words if self.line.text().strip() else "")
        self.count.setAccessibleName(tr("{count} found", count=count))
        is_lost = bool(self.line.text().strip()) and not count and self.searcher.is_ready
        self.empty.setVisible(is_lost)
        self.list.setVisible(not is_lost)
        for button in (self.back, self.on):
            button.setEnabled(count > 0)

    def _arrange(self) -> None:
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list.setModel(self.model)
        self.list.setItemDelegate(self._row)
        self.list.setUniformItemSizes(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.count.setProperty("role", "caption")
        self.empty.setProperty("role", "empty")
        self.empty.setWordWrap(True)
        self.empty.setTextFormat(Qt.TextFormat.PlainText)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.count, 1)
        for button in (self.back, self.on, self.leave):
            button.setProperty("role", "link")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            below.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(4)
        column.addWidget(self.line)
        column.addLayout(below)
        column.addWidget(self.list, 1)
        column.addWidget(self.empty, 1)

    def _name(self) -> None:
        tr, theme = self.workspace.tr, self.workspace.theme
        self.line.setPlaceholderText(tr("Find in the plan"))
        self.line.setAccessibleName(tr("Find in the plan"))
        self.line.setAccessibleDescription(
            tr("Enter goes to the next hit, Shift+Enter to the previous, Escape leaves.")
        )
        self.list.setAccessibleName(tr("What was found"))
        self.empty.setText(tr("Nothing in this plan has these words."))
        for button, name, words in (
            (self.back, "chevron-up", tr("Previous hit  Shift+F3")),
            (self.on, "chevron-down", tr("Next hit  F3")),
            (self.leave, "x", tr("Close  Esc")),
        ):
            button.setIcon(icon(name, theme))
            button.setToolTip(words)
            button.setAccessibleName(words.split("  ")[0])
        self._tell()
