"""The right dock: what is selected, with every field, written in place."""

from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from strategy_planner.gui.inspector.field_editor import FieldEditor
from strategy_planner.gui.inspector.node_page import NodePage
from strategy_planner.gui.inspector.plan_page import PlanPage
from strategy_planner.gui.inspector.record_page import RecordPage
from strategy_planner.gui.inspector.several_page import SeveralPage
from strategy_planner.gui.inspector.tab_order import order_tabs
from strategy_planner.gui.paging import show_page
from strategy_planner.gui.workspace import Workspace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from strategy_planner.storage.history import HistoryEntry

LEAST, USUAL, MOST = 260, 296, 420
"""Widths of the panel in pixels (VISUAL 8)."""
_SHEET = Template("""
QWidget#page { background: $surface; }
QPlainTextEdit[role="title"] { font-size: ${title}px; font-weight: 700; border: 1px solid transparent;
    padding: 2px 0; }
QPlainTextEdit[role="title"]:hover { border: 1px solid $control; }
QPlainTextEdit[role="title"]:focus { border: 2px solid $accent; padding: 1px 0; }
QPushButton[role="link"] { text-align: left; }
QLabel[role="number"] { color: $ink2; font-weight: 500; }
QLabel[role="chip"] { border: 1px solid $control; border-radius: 4px; padding: 0 5px;
    font-size: ${small}px; max-height: ${chip}px; color: $ink2; }
""")


class InspectorPanel(QWidget):
    """Shows the selected item, link or record, several items together, or else the plan."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.setProperty("role", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(LEAST)
        self.setMaximumWidth(MOST)
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.area)
        self.page: QWidget | None = None
        self._memory: dict[str, bool] = {}
        self._chain: tuple[str, ...] = ()
        self.past: Callable[[], Iterable[HistoryEntry]] = tuple
        """Where the history of an item is read."""
        self._is_behind = True
        self._text_scale = 1.0
        self._ordering = QTimer(self, singleShot=True, interval=0)
        self._ordering.timeout.connect(self._order_tabs)
        workspace.selection_changed.connect(self._follow)
        workspace.replaced.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.restyle)
        self.restyle()
        self.refresh()

    def refresh(self) -> None:
        """Show what is selected; while the panel is hidden, that waits until it is seen."""
        if not self.isVisible():
            self._is_behind = True
            return
        self._is_behind = False
        self._finish_writing()
        self.setAccessibleName(self.workspace.tr("Inspector"))
        page = self._page()
        page.setObjectName("page")
        page.setMinimumWidth(0)
        show_page(self.area, page)
        self.page = page
        page.installEventFilter(self)
        order_tabs(page)

    def _follow(self, selection: tuple[str, ...]) -> None:
        """Show what is selected now, in the page that is there where it can."""
        page, plan = self.page, self.workspace.plan
        if isinstance(page, NodePage) and selection == self._chain and len(selection) > 1:
            return
        self._chain = ()
        is_item = len(selection) == 1 and selection[0] in plan.nodes
        if self._is_behind or not self.isVisible() or not isinstance(page, NodePage) or not is_item:
            self.refresh()
            return
        self._finish_writing()
        page.turn_to(selection[0])
        self.area.verticalScrollBar().setValue(0)

    def restyle(self) -> None:
        """Take the colours of the scheme."""
        colours = self.workspace.theme.colours
        named = {name: value for name, value in colours.items() if name.isidentifier()}
        sizes = {
            "title": round(14 * self._text_scale),
            "small": round(11 * self._text_scale),
            "chip": round(17 * self._text_scale),
        }
        self.setStyleSheet(_SHEET.substitute(named, **sizes))

    def set_text_scale(self, scale: float) -> None:
        """Title and chips larger or smaller; the other texts follow the window."""
        self._text_scale = scale
        self.restyle()

    def focus_first(self) -> None:
        """Take the keyboard: to the first control of what is shown."""
        page = self.page
        if page is not None:
            page.setFocus(Qt.FocusReason.ShortcutFocusReason)
            page.focusNextPrevChild(True)

    def reach(self, part: str) -> None:
        """Take the keyboard to a part of what is shown: ``why``, ``needs``, ``needed_by``, a field."""
        page = self.page
        if part == "why":
            self.tell_why()
        elif isinstance(page, NodePage | RecordPage):
            place = page.part(part)
            if place is not None:
                place.setFocus(Qt.FocusReason.ShortcutFocusReason)
                QTimer.singleShot(0, place, lambda: self.area.ensureWidgetVisible(place))

    def reveal(self, record_id: str, field: str) -> None:
        """Unfold and scroll to where a record of the item shown stands, or one of its fields."""
        page = self.page
        if not isinstance(page, NodePage):
            return
        if record_id == page.node_id:
            place = None if field in {"number", "title"} else page.part(field)
        else:
            place = page.row_of(record_id)
        if place is not None:
            QTimer.singleShot(0, place, lambda: self.area.ensureWidgetVisible(place))

    def tell_why(self) -> None:
        """Open the chains behind the dates of the selected item."""
        if isinstance(self.page, NodePage):
            self.page.dates.tell_why()
            self.page.dates.why.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what was selected while the panel was hidden."""
        super().showEvent(event)
        if self._is_behind:
            self.refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """What is unfolded takes its place in the way of the Tab key."""
        if event.type() == QEvent.Type.LayoutRequest and watched is self.page:
            self._ordering.start()
        return super().eventFilter(watched, event)

    def _order_tabs(self) -> None:
        if self.page is not None:
            order_tabs(self.page)

    def _page(self) -> QWidget:
        workspace, selection = self.workspace, self.workspace.selection
        if len(selection) > 1:
            return SeveralPage(workspace, selection, self._memory)
        found = workspace.plan.find(selection[0]) if selection else None
        if found is None or found[0] == "settings":
            return PlanPage(workspace, self._memory)
        if found[0] == "node":
            return self._node_page(selection[0])
        return RecordPage(workspace, found[0], selection[0])

    def _node_page(self, node_id: str) -> NodePage:
        page = NodePage(self.workspace, node_id, self._memory, past=self._read_past)
        page.dates.chain_told.connect(self._select_chain)
        return page

    def _read_past(self) -> "Iterable[HistoryEntry]":
        return self.past()

    def _select_chain(self, chain: tuple[str, ...]) -> None:
        """The chain that is told in words is selected on every view, and the page stays."""
        self._chain = chain
        self.workspace.select(chain)

    def _finish_writing(self) -> None:
        """What is half written belongs to what was selected until now."""
        if self.page is None:
            return
        for editor in self.page.findChildren(FieldEditor):
            if editor.input.is_dirty() and editor.record is not None:
                refusal = editor.commit()
                if refusal is not None:  # the field is about to go: its window has to tell
                    self.workspace.refused.emit(refusal)
