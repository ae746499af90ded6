"""The panel of answers in the window: made when it is first asked for, under the views."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from strategy_planner.gui.answers.pages import OFFERS

if TYPE_CHECKING:
    from strategy_planner.gui.answers.panel import AnswersPanel
    from strategy_planner.gui.shell.window import MainWindow

_PART = "answers"


class Answering(QObject):
    """Shows a question's page, puts the panel away, and remembers which was open."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.panel: AnswersPanel | None = None
        """None until it is first asked for."""
        self._folded_problems = False

    @property
    def is_shown(self) -> bool:
        """Whether the panel stands under the views."""
        return self.panel is not None and not self.panel.isHidden()

    def show(self, page: str) -> None:
        """Bring the page of a question to the front, with the keyboard."""
        was_shown = self.is_shown
        panel = self._made()
        if not was_shown:
            self._make_room()
        panel.show_page(page).setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._window.deeds.refresh()

    def toggle(self) -> None:
        """Show the page that was open last, or put the panel away."""
        if self.is_shown and self.panel is not None:
            self.panel.put_away()
            return
        self.show((self.panel and self.panel.shown_page) or self._kept() or OFFERS[0].id)

    def set_text_scale(self, scale: float) -> None:
        """Texts larger or smaller."""
        if self.panel is not None:
            self.panel.set_text_scale(scale)

    def keep(self) -> None:
        """Remember which page is open."""
        if self.panel is not None:
            state = self.panel.shown_page if self.is_shown else "hidden"
            self._window.preferences.keep_shown(_PART, state)

    def restore(self) -> None:
        """Open the page that was open when the last window was left."""
        kept = self._kept()
        if kept:
            self._make_room()
            self._made().show_page(kept)

    def _kept(self) -> str:
        kept = self._window.preferences.shown(_PART)
        return kept if any(offer.id == kept for offer in OFFERS) else ""

    def _made(self) -> "AnswersPanel":
        if self.panel is None:
            from strategy_planner.gui.answers.panel import AnswersPanel

            window = self._window
            self.panel = AnswersPanel(window.workspace, window)
            self.panel.hide()
            self.panel.set_text_scale(window.preferences.text_percent / 100)
            self.panel.told.connect(window.tell)
            self.panel.acted.connect(window.deeds.mend)
            self.panel.closed.connect(self._give_room_back)
            self.panel.filled.connect(window.docks.fill_centre)
            window.docks.add_answers(self.panel)
        return self.panel

    def _make_room(self) -> None:
        """The problems keep their heading while the panel needs their place."""
        fold = self._window.problems.fold
        if not fold.isChecked():
            fold.setChecked(True)
            self._folded_problems = True

    def _give_room_back(self, had_keyboard: bool) -> None:
        if self._folded_problems:
            self._window.problems.fold.setChecked(False)
            self._folded_problems = False
        if had_keyboard:
            self._window.docks.give_view_keyboard()
        self._window.deeds.refresh()
