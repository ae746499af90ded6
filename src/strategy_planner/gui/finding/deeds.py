"""What the window's actions of finding do."""

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from strategy_planner.gui.shell.window import MainWindow


def finding_deeds(window: "MainWindow") -> "dict[str, Callable[[], object]]":
    """The actions by their ids."""
    return {
        "find": partial(find, window),
        "find_next": partial(step_hit, window, 1),
        "find_previous": partial(step_hit, window, -1),
    }


def find(window: "MainWindow") -> None:
    """Look for words in the whole plan."""
    window.outline.show()
    window.finder.open_panel()
    window.deeds.refresh()


def step_hit(window: "MainWindow", by: int) -> None:
    """Go to the next or the previous place of what was looked for last."""
    if not window.finder.line.text().strip():
        find(window)
    window.finder.step(by)
