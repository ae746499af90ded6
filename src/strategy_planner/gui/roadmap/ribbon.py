"""The strip above the roadmap: lanes, scale and where to look at the left, the legend right."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from strategy_planner.calendars.periods import Unit
from strategy_planner.gui.fonts import font
from strategy_planner.gui.pick_list import PickList
from strategy_planner.gui.roadmap.habits import Habits
from strategy_planner.gui.roadmap.legend_strip import LegendStrip
from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message
from strategy_planner.layout.roadmap.options import Grouping
from strategy_planner.layout.theme import Theme

_BUTTON_HEIGHT, _ICON = 28, 16
_LANES: tuple[tuple[Grouping, Message], ...] = (
    ("track", message("Tracks")),
    ("owner", message("Owners")),
    ("area", message("Areas")),
)
_UNITS: tuple[tuple[Unit, Message], ...] = (
    ("fiscal_year", message("Fiscal years")),
    ("quarter", message("Quarters")),
    ("month", message("Months")),
)
_BUTTONS: tuple[tuple[str, Message, str], ...] = (
    ("zoom-out", message("Narrower years"), "-"),
    ("zoom-in", message("Wider years"), "+"),
    ("maximize", message("All years"), "0"),
    ("calendar-clock", message("To the status date"), "T"),
    ("focus", message("Zoom to the selection"), "Z"),
)


def ribbon_style(theme: Theme) -> str:
    """The look of the strip and of the advice under it."""
    c = theme.colour
    return (
        f"QFrame#ribbon {{ background: {c('surface')}; border-bottom: 1px solid {c('line2')}; }}"
        f"QFrame#ribbon QLabel {{ color: {c('ink3')}; }}"
        f"QToolButton {{ border: 1px solid {c('control')}; border-radius: 6px; padding: 0 5px;"
        f" color: {c('ink2')}; background: {c('surface')}; }}"
        f"QToolButton:hover {{ background: {c('accentWeak')}; border-color: {c('accent')}; }}"
        f"QToolButton:focus {{ border: 2px dashed {c('accent')}; padding: 0 4px; }}"
        f"QToolButton:disabled {{ color: {c('disabled')}; border-color: {c('line2')}; }}"
        "QToolButton::menu-indicator { image: none; }"
        f"QFrame#advice {{ background: {c('accentWeak')};"
        f" border-bottom: 1px solid {c('accentLine')}; }}"
        f"QFrame#advice QLabel {{ color: {c('ink')}; background: transparent; }}"
        "QFrame#advice QToolButton { padding: 0 9px; }"
    )


class RoadmapRibbon(QFrame):
    """What the lanes stand for, the scale of time, where to look; the legend takes the rest."""

    narrower = Signal()
    wider = Signal()
    whole = Signal()
    today = Signal()
    selection = Signal()
    unit_asked = Signal(str)
    """A Unit: the years are to be read in it."""
    habits_asked = Signal(object)
    """Other Habits."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._habits = Habits()
        self.setObjectName("ribbon")
        self._captions = (QLabel(self), QLabel(self))
        self.lanes, self.units = PickList(workspace, self), PickList(workspace, self)
        self.years = QToolButton(self)
        self._near = self._toggle(
            lambda on: Habits(self._habits.lanes, on, self._habits.far_blocks)
        )
        self._far = self._toggle(lambda on: Habits(self._habits.lanes, self._habits.near_wide, on))
        self.buttons = tuple(QToolButton(self) for _ in _BUTTONS)
        self._legend = LegendStrip(workspace, self)
        self._arrange()
        asked = (self.narrower, self.wider, self.whole, self.today, self.selection)
        for button, signal in zip(self.buttons, asked, strict=True):
            button.clicked.connect(signal)
        self.lanes.activated.connect(self._ask_for_lanes)
        self.units.activated.connect(lambda index: self.unit_asked.emit(_UNITS[index][0]))
        workspace.language_changed.connect(self.name)
        workspace.theme_changed.connect(self.recolour)
        self.name()
        self.recolour()
        self.set_text_scale(1.0)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(4)
        for caption, pick in zip(self._captions, (self.lanes, self.units), strict=True):
            pick.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            pick.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            caption.setBuddy(pick)
            row.addWidget(caption)
            row.addWidget(pick)
            row.addSpacing(4)
        menu = QMenu(self.years)
        menu.addActions([self._near, self._far])
        self.years.setMenu(menu)
        self.years.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        for button in (self.years, *self.buttons):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            row.addWidget(button)
        row.addSpacing(8)
        row.addWidget(self._legend, 1)

    def _toggle(self, habits: Callable[[bool], Habits]) -> QAction:
        action = QAction(self)
        action.setCheckable(True)
        action.triggered.connect(lambda on: self.habits_asked.emit(habits(on)))
        return action

    def _ask_for_lanes(self, index: int) -> None:
        lanes = _LANES[index][0]
        self.habits_asked.emit(Habits(lanes, self._habits.near_wide, self._habits.far_blocks))

    def name(self) -> None:
        """Say everything in the language of the window."""
        tr, language = self._workspace.tr, self._workspace.language
        parts = ((self.lanes, _LANES, tr("Lanes")), (self.units, _UNITS, tr("Scale")))
        for caption, (pick, choices, name) in zip(self._captions, parts, strict=True):
            caption.setText(name)
            pick.setAccessibleName(name)
            index = max(pick.currentIndex(), 0)
            pick.clear()
            pick.addItems([words.into(language) for _, words in choices])
            pick.setCurrentIndex(index)
        self.years.setAccessibleName(tr("How years are drawn"))
        self.years.setToolTip(tr("How years are drawn"))
        self._near.setText(tr("Near years wide"))
        self._far.setText(tr("Far years in blocks of five"))
        for button, (_, words, key) in zip(self.buttons, _BUTTONS, strict=True):
            button.setToolTip(f"{words.into(language)}  {key}")
            button.setAccessibleName(words.into(language))

    def recolour(self) -> None:
        """The icons in the colours of the scheme."""
        theme = self._workspace.theme
        self.years.setIcon(icon("fold-vertical", theme))
        for button, (name, _, _) in zip(self.buttons, _BUTTONS, strict=True):
            button.setIcon(icon(name, theme))

    def set_text_scale(self, scale: float) -> None:
        """Buttons and signs larger or smaller."""
        for caption in self._captions:
            caption.setFont(font(11 * scale))
        for pick in (self.lanes, self.units):
            pick.setFont(font(12 * scale, 500))
            pick.setMinimumHeight(round(_BUTTON_HEIGHT * scale))
        for button in (self.years, *self.buttons):
            button.setIconSize(QSize(_ICON, _ICON) * scale)
            button.setMinimumSize(QSize(_BUTTON_HEIGHT, _BUTTON_HEIGHT) * scale)
        self._legend.scale = scale
        self._legend.updateGeometry()
        self._legend.update()

    def show_state(self, habits: Habits, unit: Unit, *, widened: bool, selected: bool) -> None:
        """What the roadmap now shows: its habits and unit, and which buttons would do anything."""
        self._habits = habits
        self.lanes.setCurrentIndex([lanes for lanes, _ in _LANES].index(habits.lanes))
        self.units.setCurrentIndex([each for each, _ in _UNITS].index(unit))
        self._near.setChecked(habits.near_wide)
        self._far.setChecked(habits.far_blocks)
        narrower, _, whole, today, selection = self.buttons
        for button in (narrower, whole, today):
            button.setEnabled(widened)
        selection.setEnabled(selected)
