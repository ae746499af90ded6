"""What a right click or the menu key offers on an item of the roadmap, and on its ground."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.layout.roadmap.moving import can_stretch
from strategy_planner.layout.roadmap.moving_together import carried
from strategy_planner.model.edits import set_fields

if TYPE_CHECKING:
    from strategy_planner.gui.roadmap.canvas import RoadmapCanvas


def menu_for(canvas: "RoadmapCanvas", item: str | None) -> QMenu:
    """The menu of an item, which is selected, or of the ground."""
    menu = QMenu(canvas)
    if item is not None and item in canvas.workspace.plan.nodes:
        _fill_for_item(menu, canvas, item)
        menu.addSeparator()
    else:
        tr = canvas.workspace.tr
        _add(menu, canvas, tr("New action"), lambda: canvas.asked.emit("add_action"), "plus")
        menu.addSeparator()
    _fill_for_looking(menu, canvas)
    return menu


def _add(
    menu: QMenu,
    canvas: "RoadmapCanvas",
    words: str,
    does: Callable[[], object],
    picture: str = "",
    *,
    enabled: bool = True,
) -> None:
    add_entry(menu, canvas.workspace.theme, words, does, picture, enabled=enabled)


def _fill_for_item(menu: QMenu, canvas: "RoadmapCanvas", item: str) -> None:
    work = canvas.workspace
    tr, plan, result = work.tr, work.plan, work.schedule

    def ask(action: str) -> Callable[[], object]:
        return lambda: canvas.asked.emit(action)

    def carry(count: int, *, end: bool) -> Callable[[], object]:
        return lambda: canvas.carrier.by_keys(item, count, end=end)

    _add(menu, canvas, tr("What does this need?"), ask("need"), "arrow-left-from-line")
    _add(menu, canvas, tr("Edit the title") + "\tF2", ask("rename"), "pencil")
    _add(menu, canvas, tr("Why these dates?") + "\tF9", ask("why"), "circle-question-mark")
    _add(menu, canvas, tr("Select the chain that drives it") + "\tC", canvas.select_chain, "route")
    menu.addSeparator()
    moves, ends = bool(carried(plan, result, work.selection)), can_stretch(plan, result, item)
    _add(menu, canvas, tr("Move later") + "\tAlt+→", carry(1, end=False), enabled=moves)
    _add(menu, canvas, tr("Move earlier") + "\tAlt+←", carry(-1, end=False), enabled=moves)
    later, earlier = carry(1, end=True), carry(-1, end=True)
    _add(menu, canvas, tr("End later") + "\tAlt+Shift+→", later, enabled=ends)
    _add(menu, canvas, tr("End earlier") + "\tAlt+Shift+←", earlier, enabled=ends)
    _add(
        menu,
        canvas,
        tr("Take the date away"),
        lambda: work.do(set_fields(work.plan, "node", item, date=None)),
        enabled=plan.nodes[item].date is not None,
    )
    menu.addSeparator()
    _add(menu, canvas, tr("Delete") + "\tDel", ask("delete"), "trash-2")


def _fill_for_looking(menu: QMenu, canvas: "RoadmapCanvas") -> None:
    tr = canvas.workspace.tr
    by_id = canvas.layout_shown.chart.by_id
    chosen = any(item in by_id for item in canvas.workspace.selection)
    selection = tr("Zoom to the selection") + "\tZ"
    _add(menu, canvas, selection, canvas.zoom_to_selection, "focus", enabled=chosen)
    _add(menu, canvas, tr("To the status date") + "\tT", canvas.go_to_today, "calendar-clock")
    _add(menu, canvas, tr("All years") + "\t0", canvas.fit, "maximize")
