"""All that finds things in one window; what is rarely used is made when it is first asked for."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from strategy_planner.analysis.item_filter import EVERYTHING
from strategy_planner.gui.finding.navigator import Navigator
from strategy_planner.gui.finding.panel import FindPanel
from strategy_planner.gui.shell.actions import VIEWS

if TYPE_CHECKING:
    from collections.abc import Callable

    from strategy_planner.gui.finding.filter_card import FilterCard
    from strategy_planner.gui.finding.palette import Palette
    from strategy_planner.gui.shell.window import MainWindow


class Finding(QObject):
    """The find panel, the filter's card, the palette and the places visited."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.panel = FindPanel(window.workspace, window)
        window.outline.host(self.panel)
        self.panel.found.connect(window.inspector.reveal)
        self.navigator = Navigator(
            window.workspace, window.views, self._view_shown, window.show_view, window
        )
        self.navigator.moved.connect(self.refresh)
        self.navigator.asked.connect(self._ask)
        window.workspace.filter_changed.connect(self.refresh)
        self._card: FilterCard | None = None
        self._palette: Palette | None = None

    @property
    def card(self) -> "FilterCard":
        """The card of the filter."""
        if self._card is None:
            from strategy_planner.gui.finding.filter_card import FilterCard

            window = self._window
            self._card = FilterCard(window.workspace, window.preferences, window)
            self._card.set_text_scale(window.preferences.text_percent / 100)
        return self._card

    @property
    def palette(self) -> "Palette":
        """The command palette."""
        if self._palette is None:
            from strategy_planner.gui.finding.palette import Palette

            window = self._window
            self._palette = Palette(window.workspace, window.actions_, window)
            self._palette.set_text_scale(window.preferences.text_percent / 100)
            self._palette.told.connect(window.notice.show_words)
        return self._palette

    def set_text_scale(self, scale: float) -> None:
        """Everything that is there larger or smaller."""
        for part in (self.panel, self._card, self._palette):
            if part is not None:
                part.set_text_scale(scale)

    def deeds(self) -> "dict[str, Callable[[], object]]":
        """What the window's actions of finding do, by their ids."""
        return {
            "find": self.find,
            "find_next": partial(self._step, 1),
            "find_previous": partial(self._step, -1),
            "palette": self._open_palette,
            "filter": self._open_card,
            "clear_filter": partial(self._window.workspace.set_filter, EVERYTHING),
            "back": lambda: self.navigator.go(-1),
            "forward": lambda: self.navigator.go(1),
        }

    def find(self) -> None:
        """Look for words in the whole plan."""
        self._window.outline.show()
        self.panel.open_panel()
        self._window.deeds.refresh()

    def refresh(self) -> None:
        """Enable what can be done now."""
        actions = self._window.actions_.by_id
        actions["back"].setEnabled(self.navigator.trail.can_go(-1))
        actions["forward"].setEnabled(self.navigator.trail.can_go(1))
        actions["clear_filter"].setEnabled(not self._window.workspace.filter.is_empty)
        self._window.actions_.explain()

    def _step(self, by: int) -> None:
        if not self.panel.line.text().strip():
            self.find()
        self.panel.step(by)

    def _ask(self, step: int) -> None:
        """By the action, which rests while something else has the window."""
        self._window.actions_.by_id["back" if step < 0 else "forward"].trigger()

    def _open_palette(self) -> None:
        self.palette.open_palette()

    def _open_card(self) -> None:
        if self.card.isVisible():
            self.card.disappear()
            return
        button = self._window.toolbar.filter
        under = button.mapTo(self._window, QPoint(0, button.height() + 6))
        self.card.open_under(under)

    def _view_shown(self) -> str:
        actions = self._window.actions_
        return next((name for name in VIEWS if actions.by_id[name].isChecked()), "map")
