"""What a right click or the menu key offers on an item, on a link and on the ground."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from strategy_planner.gui import clipboard
from strategy_planner.gui.choice_menus import fill_for_choice, fill_for_selection
from strategy_planner.gui.menu_entry import add_entry
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.map import track_group
from strategy_planner.model import edits
from strategy_planner.model.records import Node, Relation
from strategy_planner.model.texts import text_of, title_of

if TYPE_CHECKING:
    from strategy_planner.gui.map.view import MapView

_RELATIONS: tuple[Relation, ...] = ("requires", "contributes", "enables", "informs")


def menu_for(view: "MapView", meant: str | None) -> QMenu:
    """The menu of an item, a link or a group by its id, or of the ground."""
    menu = QMenu(view)
    menu.setToolTipsVisible(True)
    layout = view.keeper.layout
    frame = layout.frames.get(meant) if layout is not None and meant is not None else None
    if meant in view.workspace.plan.links:
        _fill_for_link(menu, view, meant or "")
        return menu
    if meant in view.workspace.plan.choices:
        fill_for_choice(menu, view.workspace, meant or "")
        return menu
    if frame is not None:
        words = (
            view.workspace.tr("Open the group")
            if frame.folded
            else view.workspace.tr("Fold the group")
        )
        _add(
            menu, view, words, lambda: view.keeper.fold(frame.id, not frame.folded), "fold-vertical"
        )
        menu.addSeparator()
    if meant in view.workspace.plan.nodes:
        _fill_for_item(menu, view)
    else:
        _fill_for_ground(menu, view)
    return menu


def _add(
    menu: QMenu,
    view: "MapView",
    words: str,
    does: Callable[[], object],
    picture: str = "",
    *,
    enabled: bool = True,
) -> None:
    add_entry(menu, view.workspace.theme, words, does, picture, enabled=enabled)


def _fill_for_item(menu: QMenu, view: "MapView") -> None:
    workspace = view.workspace
    tr, plan = workspace.tr, workspace.plan
    nodes = [plan.nodes[id_] for id_ in workspace.selection if id_ in plan.nodes]
    alone, pinned = len(nodes) == 1, any(node.pin is not None for node in nodes)
    if alone:
        _add(
            menu,
            view,
            tr("What does this need?") + "\tTab",
            view.ask_what_is_needed,
            "arrow-left-from-line",
        )
        _add(menu, view, tr("Edit the title") + "\tF2", view.edit_title, "pencil")
        menu.addSeparator()
    else:
        _add(menu, view, tr("Align in a column"), lambda: view.align("column"))
        _add(menu, view, tr("Align in a row"), lambda: view.align("row"))
        menu.addSeparator()
    fill_for_selection(menu, workspace)
    if alone:
        _add(menu, view, tr("Show what is around it") + "\tF", view.scoping.show_focus, "focus")
        _fill_folding(menu, view, nodes[0])
        menu.addSeparator()
    if pinned:
        _add(menu, view, tr("Let the map place it again") + "\tP", view.unpin_selected, "pin-off")
    else:
        _add(menu, view, tr("Pin where it stands"), view.pin_selected, "pin")
    menu.addSeparator()
    _fill_clipboard(menu, view)
    menu.addSeparator()
    _add(menu, view, tr("Delete") + "\tDel", view.delete_selected, "trash-2")


def _fill_folding(menu: QMenu, view: "MapView", node: Node) -> None:
    """Fold the group and the track in which an item stands."""
    workspace, layout = view.workspace, view.keeper.layout
    tr, plan = workspace.tr, workspace.plan
    frames = layout.frames.values() if layout is not None else ()
    group = next((frame for frame in frames if node.id in frame.members), None)
    if group is not None and group.id in plan.nodes:
        words = tr("Fold “{title}”", title=title_of(plan, plan.nodes[group.id], workspace.language))
        _add(menu, view, words, partial(view.keeper.fold, group.id, True), "fold-vertical")
    if node.track is not None and view.keeper.scope.is_whole:
        name = text_of(plan, plan.tracks[node.track], "name", workspace.language) or node.track
        words = tr("Fold the track “{title}”", title=name)
        _add(menu, view, words, partial(view.keeper.fold, track_group(node.track), True))


def _fill_clipboard(menu: QMenu, view: "MapView") -> None:
    workspace = view.workspace
    tr = workspace.tr
    _add(menu, view, tr("Cut"), lambda: clipboard.cut_selected(workspace), "scissors")
    _add(menu, view, tr("Copy"), lambda: clipboard.copy_selected(workspace), "copy")
    _add_paste(menu, view)
    _add(menu, view, tr("Duplicate"), lambda: clipboard.duplicate_selected(workspace), "plus")


def _add_paste(menu: QMenu, view: "MapView") -> None:
    workspace = view.workspace
    _add(
        menu,
        view,
        workspace.tr("Paste"),
        view.paste,
        "clipboard-paste",
        enabled=clipboard.can_paste(),
    )


def _fill_for_link(menu: QMenu, view: "MapView", link_id: str) -> None:
    workspace = view.workspace
    tr, plan = workspace.tr, workspace.plan
    link = plan.links[link_id]
    fill_for_selection(menu, workspace)
    words = {
        "requires": tr("Requires"),
        "contributes": tr("Contributes"),
        "enables": tr("Enables"),
        "informs": tr("Informs"),
    }
    for relation in _RELATIONS:
        action = menu.addAction(words[relation])
        action.setCheckable(True)
        action.setChecked(link.relation == relation)
        action.setEnabled(link.choice is None or relation == "requires")
        action.triggered.connect(partial(_relate, workspace, link_id, relation))
    menu.addSeparator()
    for end in (link.prerequisite, link.dependent):
        words_ = tr("Go to {number}", number=plan.nodes[end].number or "")
        _add(menu, view, words_, partial(view.naming.go_to, end, write=False))
    menu.addSeparator()
    _add(menu, view, tr("Delete") + "\tDel", view.delete_selected, "unlink")


def _relate(workspace: Workspace, link: str, relation: Relation, _checked: bool = False) -> None:
    workspace.do(edits.set_fields(workspace.plan, "link", link, relation=relation))


def _fill_for_ground(menu: QMenu, view: "MapView") -> None:
    tr = view.workspace.tr
    _add(menu, view, tr("New action"), lambda: view.naming.add("action"), "plus")
    _add(menu, view, tr("New required state"), lambda: view.naming.add("state"), "plus")
    _add_paste(menu, view)
    menu.addSeparator()
    _add(menu, view, tr("Select all"), view.select_all)
    _add(menu, view, tr("Show the whole map") + "\t0", view.fit, "maximize")
    _add(menu, view, tr("Tidy the map") + "\tT", view.keeper.tidy)
    _add(menu, view, tr("Storyline") + "\tS", view.scoping.show_story, "route")
    if any(view.keeper.folded.values()):
        _add(menu, view, tr("Open everything that was folded"), view.keeper.unfold)
