"""The card of the filter: pills for each field, and the filters that were kept."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from strategy_planner.analysis.item_filter import EVERYTHING, FIELDS, SEVERAL
from strategy_planner.gui.finding.filter_words import FIELD_WORDS, offered, value_words
from strategy_planner.gui.finding.kept_filters import KeptFilters
from strategy_planner.gui.finding.overlay import Overlay
from strategy_planner.gui.flow_layout import FlowLayout
from strategy_planner.gui.paging import show_page
from strategy_planner.gui.plain_text import as_menu_text
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.tick_box import TickBox
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message, message_plural

_WIDE, _HIGH, _MARGIN = 440, 560, 12


class FilterCard(Overlay):
    """What is pressed narrows every view at once; nothing has to be confirmed."""

    def __init__(self, workspace: Workspace, preferences: Preferences, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace, self.preferences = workspace, preferences
        self.pills: dict[tuple[str, str], QPushButton] = {}
        self.every: dict[str, TickBox] = {}
        self.count = QLabel(self)
        self.clear = QPushButton(self)
        self.clear.setProperty("role", "link")
        self.kept = KeptFilters(workspace, preferences, self)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scale = 1.0
        self._arrange()
        self.clear.clicked.connect(lambda: workspace.set_filter(EVERYTHING))
        workspace.filter_changed.connect(self.refresh)

    def open_under(self, place: QPoint) -> None:
        """Open with the values that the plan has now, at a place of the window."""
        self._fill()
        self.refresh()
        window = self.parentWidget()
        if window is None:
            return
        wide = min(round(_WIDE * self._scale), window.width() - 2 * _MARGIN)
        high = min(round(_HIGH * self._scale), window.height() - place.y() - 2 * _MARGIN)
        self.resize(wide, high)
        self.move(min(place.x(), window.width() - wide - _MARGIN), place.y())
        self.appear(next(iter(self.pills.values()), self.clear))

    def set_text_scale(self, scale: float) -> None:
        """A larger card for larger texts."""
        self._scale = scale

    def refresh(self) -> None:
        """What is pressed, and how many items pass."""
        if self.isHidden() and not self.pills:
            return
        workspace, wanted = self.workspace, self.workspace.filter
        for (field, value), pill in self.pills.items():
            pill.setChecked(value in getattr(wanted, field))
        for field, box in self.every.items():
            box.setChecked(field in wanted.every)
        whole = len(workspace.plan.nodes)
        shown = whole if workspace.passing is None else len(workspace.passing)
        items = message_plural("{count} item", "{count} items", whole)
        passed = message("{shown} of {items}", shown=shown, items=items)
        self.count.setText(passed.into(workspace.language))
        self.clear.setEnabled(not wanted.is_empty)
        self.kept.refresh()

    def _arrange(self) -> None:
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(8)
        column.addWidget(self._area, 1)
        column.addLayout(foot)
        column.addWidget(self.kept)

    def _fill(self) -> None:
        """The fields with the values of the plan as it now is."""
        tr = self.workspace.tr
        self.setAccessibleName(tr("Filter"))
        self.clear.setText(tr("Clear the filter"))
        self.pills.clear()
        self.every.clear()
        page = QWidget()
        page.setProperty("role", "raised")
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(6)
        for field in FIELDS:
            values = offered(self.workspace, field)
            if values and set(values) != {""}:
                column.addLayout(self._heading(field, page))
                column.addWidget(self._pills_of(field, values, page))
        column.addStretch(1)
        show_page(self._area, page)

    def _heading(self, field: str, page: QWidget) -> QHBoxLayout:
        row = QHBoxLayout()
        name = QLabel(FIELD_WORDS[field].into(self.workspace.language), page)
        name.setProperty("role", "caption")
        row.addWidget(name, 1)
        if field in SEVERAL:
            box = self.every[field] = TickBox(self.workspace, page)
            box.setText(self.workspace.tr("All of them"))
            box.clicked.connect(self._switching("every", field))
            row.addWidget(box)
        return row

    def _pills_of(self, field: str, values: dict[str, int], page: QWidget) -> QWidget:
        holder = QWidget(page)
        flow = FlowLayout(holder)
        for value, count in values.items():
            words = value_words(self.workspace, field, value)
            pill = QPushButton(as_menu_text(f"{words} {count}"), holder)
            pill.setCheckable(True)
            pill.setProperty("role", "pill")
            pill.clicked.connect(self._switching(field, value))
            flow.addWidget(pill)
            self.pills[field, value] = pill
        return holder

    def _switching(self, field: str, value: str) -> Callable[[], None]:
        return partial(self._switch, field, value)

    def _switch(self, field: str, value: str, _checked: bool = False) -> None:
        self.workspace.set_filter(self.workspace.filter.switched(field, value))
