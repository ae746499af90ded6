"""An entry of a context menu: its words, its icon in the colours of the window, what it does."""

from collections.abc import Callable

from PySide6.QtWidgets import QMenu

from strategy_planner.gui.plain_text import as_menu_text
from strategy_planner.gui.shell.icons import icon
from strategy_planner.layout.theme import Theme


def add_entry(
    menu: QMenu,
    theme: Theme,
    words: str,
    does: Callable[[], object],
    picture: str = "",
    *,
    enabled: bool = True,
) -> None:
    """Put one more entry at the end of a menu; ``picture`` is the name of an icon."""
    action = menu.addAction(as_menu_text(words))
    if picture:
        action.setIcon(icon(picture, theme))
    action.setEnabled(enabled)

    def run(_checked: bool = False) -> None:
        does()

    action.triggered.connect(run)
