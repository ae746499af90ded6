"""The view in which a window, and each plan's file, was left."""

from typing import TYPE_CHECKING

from shiboken6 import isValid

from strategy_planner.gui.shell.actions import VIEWS

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow


def follow(window: "MainWindow") -> None:
    """Show a window in the view in which the last one was left, and remember its own."""
    kept = window.preferences.view()
    window.show_view(kept if kept in VIEWS else "map")

    def keep() -> None:
        if not (isValid(window) and window.isVisible()):
            return  # a window that dies lets go of one view after the other
        window.preferences.keep_view(window.shown_view)
        if window.document.path is not None:
            window.preferences.keep_view(window.shown_view, _path(window))

    def show() -> None:
        kept = window.preferences.view(_path(window)) if window.document.path else ""
        if kept in VIEWS and kept != window.shown_view:
            window.show_view(kept)

    window.views.currentChanged.connect(keep)
    window.document.saved.connect(keep)
    window.workspace.replaced.connect(show)


def _path(window: "MainWindow") -> str:
    return str(window.document.path.absolute()) if window.document.path else ""
