"""When a planner does something for the first time, the tip that belongs to it."""

from typing import TYPE_CHECKING

from strategy_planner.gui.shell.tips import TipStrip

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow


def watch(window: "MainWindow", strip: TipStrip) -> None:
    """Offer tips in a window as things happen in it."""
    workspace = window.workspace

    def selected(ids: tuple[str, ...]) -> None:
        dates = workspace.schedule.items.get(ids[0]) if ids else None
        if dates is None:
            return
        strip.offer("need")
        if dates.state == "late":
            strip.offer("late")

    def viewed() -> None:
        for name in ("roadmap", "table"):
            if window.actions_.by_id[name].isChecked():
                strip.offer(name)

    workspace.selection_changed.connect(selected)
    window.views.currentChanged.connect(viewed)
    workspace.changed.connect(lambda _change: strip.offer("undo"))
    window.toolbar.pathways.activated.connect(lambda _index: strip.offer("pathway"))
