"""The map with its ribbon and controls, as one widget of the window."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from strategy_planner.gui.choosing import delete_selected, one_of_selected
from strategy_planner.gui.clipboard import paste_items
from strategy_planner.gui.fonts import measure
from strategy_planner.gui.map.canvas import MapCanvas
from strategy_planner.gui.map.controls import EmptyState, ViewControls
from strategy_planner.gui.map.layout_keeper import LayoutKeeper
from strategy_planner.gui.map.menus import menu_for
from strategy_planner.gui.map.minimap import Minimap
from strategy_planner.gui.map.naming import Naming
from strategy_planner.gui.map.ribbon import Ribbon
from strategy_planner.gui.map.scoping import BAR_MARGIN, Scoping
from strategy_planner.gui.map.speaking import item_in_words
from strategy_planner.gui.map.spoken_stops import spoken_stops
from strategy_planner.gui.map.travel import Direction, first_item, neighbour
from strategy_planner.gui.map.viewport import READABLE, STEP
from strategy_planner.gui.painted_stops import focus_on_stop, tell_stops
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import message_plural
from strategy_planner.layout.map import (
    Line,
    MapLayout,
    aligned,
    driving_links,
    far_labels,
    pin_for,
)
from strategy_planner.layout.map.elements import WALL_WIDTH
from strategy_planner.model import edits
from strategy_planner.model.changes import merged
from strategy_planner.model.choice_words import choice_sentence

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class MapView(QWidget):
    """Shows the workspace's plan as a map, and turns gestures into edits of it."""

    zoom_changed = Signal(float)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.keeper = LayoutKeeper(workspace, self)
        self.ribbon = Ribbon(workspace, self)
        self.canvas = MapCanvas(workspace, self.keeper, self)
        self.controls = ViewControls(workspace, self.canvas)
        self.scoping = Scoping(workspace, self.canvas, self.controls)
        self.naming = Naming(workspace, self.canvas)
        self.minimap = Minimap(self.canvas)
        self.empty = EmptyState(workspace, self.canvas)
        self._new_plan = False
        self._told: str | None = None
        """The item that was told last."""
        self.menu: QMenu | None = None
        """The menu that was asked for last."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ribbon)
        column.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)
        tell_stops(self.canvas, spoken_stops(self.canvas))
        self._connect()
        self._name()

    def _connect(self) -> None:
        workspace, canvas = self.workspace, self.canvas
        workspace.selection_changed.connect(self._show_selection)
        workspace.replaced.connect(self._start_anew)
        workspace.language_changed.connect(self._name)
        workspace.theme_changed.connect(self._recolour)
        self.keeper.laid_out.connect(self._show_layout)
        self.keeper.laid_out.connect(self._stress)
        workspace.filter_changed.connect(self._stress)
        canvas.asked.connect(self._act)
        canvas.travelled.connect(self._travel)
        canvas.extended.connect(self._extend)
        canvas.zoom_changed.connect(self.zoom_changed)
        canvas.zoom_changed.connect(self.controls.show_zoom)
        canvas.title_asked.connect(self.naming.edit_title)
        canvas.fold_asked.connect(self.keeper.fold)
        canvas.placed.connect(self._pin)
        canvas.new_asked.connect(self.naming.add_at_end)
        canvas.menu_asked.connect(self._show_menu)
        self.controls.asked.connect(self._act)
        self.controls.all_links.connect(self.keeper.show_all_links)
        self.controls.overview.connect(self._show_overview)
        self.minimap.shown_changed.connect(self._arrange)
        self.empty.asked.connect(self._begin)

    def _stress(self) -> None:
        self.canvas.map_scene.stress(self.workspace.passing)

    @property
    def zoom(self) -> float:
        """The scale of the map; 1 is 100 %."""
        return self.canvas.zoom

    def fit(self) -> None:
        """Show the whole map."""
        self.canvas.fit()

    def zoom_in(self) -> None:
        """Larger by a step."""
        self.canvas.set_zoom(self.canvas.zoom * STEP)

    def zoom_out(self) -> None:
        """Smaller by a step."""
        self.canvas.set_zoom(self.canvas.zoom / STEP)

    def zoom_to_full(self) -> None:
        """100 %."""
        self.canvas.set_zoom(1.0)

    def set_text_scale(self, scale: float) -> None:
        """Larger words around the map, and a larger map to begin with."""
        self.ribbon.set_text_scale(scale)
        self.controls.set_text_scale(scale)
        self.empty.set_text_scale(scale)
        self.scoping.bar.set_text_scale(scale)
        if abs(self.canvas.readable - READABLE * scale) > 0.01:
            self.canvas.readable = READABLE * scale
            self.canvas.set_zoom(max(self.canvas.zoom, self.canvas.readable))
        self._arrange()

    def ask_what_is_needed(self) -> None:
        """What does the selected item need? A new item at its left, ready to be named."""
        self.naming.ask_what_is_needed()

    def edit_title(self) -> None:
        """Write the title of the selected item where it stands; of a choice, open what it offers."""
        chosen = self.workspace.selection[:1]
        if chosen and chosen[0] in self.workspace.plan.choices:
            corner = self.canvas.place_of_choice(chosen[0])
            self._show_menu(self.canvas.viewport().mapToGlobal(corner), chosen[0])
            return
        self.naming.edit_title()

    def delete_selected(self) -> None:
        """Delete what is selected, with its links."""
        delete_selected(self.workspace)

    def select_all(self) -> None:
        """Select every item that is shown."""
        layout = self.keeper.layout
        if layout is not None:
            self.workspace.select(layout.boxes)

    def paste(self) -> None:
        """Add what is on the clipboard, and bring it into view."""
        if paste_items(self.workspace):
            first = self.workspace.selection[0]
            self.keeper.show_item(first)
            self.canvas.show_item(first)

    def unpin_selected(self) -> None:
        """Let the layout place the selected items again."""
        self._pin(dict.fromkeys(self.workspace.selection))

    def pin_selected(self) -> None:
        """Keep the selected items where they stand."""
        layout = self.keeper.layout
        if layout is not None:
            shown = [id_ for id_ in self.workspace.selection if id_ in layout.boxes]
            self._pin(
                {id_: pin_for(layout, layout.boxes[id_].x, layout.boxes[id_].y) for id_ in shown}
            )

    def align(self, line: Line) -> None:
        """Put the selected items in one line with the first of them, and pin them there."""
        layout = self.keeper.layout
        if layout is not None:
            self._pin(aligned(layout, self.workspace.selection, line))

    def _pin(self, pins: "Mapping[str, tuple[float, float] | None]") -> None:
        plan = self.workspace.plan
        sets = [
            edits.set_fields(plan, "node", id_, pin=pin)
            for id_, pin in pins.items()
            if id_ in plan.nodes
        ]
        changed = [change_set for change_set in sets if change_set.changes]
        if len(changed) == 1:
            self.workspace.do(changed[0])
        elif changed:
            words = message_plural("Place {count} item", "Place {count} items", len(changed))
            self.workspace.do(merged(changed, words))

    def _show_menu(self, where: QPoint, meant: str | None) -> None:
        self.menu = menu_for(self, meant)
        self.menu.popup(where)

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up before being seen."""
        self.keeper.wake()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Do nothing while not being seen."""
        self.keeper.sleep()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the controls in their corner."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        room = self.canvas.viewport().rect()
        self.controls.fit_into(room.width() - 24)
        self.controls.move(12, room.height() - self.controls.height() - 12)
        self.scoping.fit_into(room.width() - 2 * BAR_MARGIN)
        self.scoping.bar.move(BAR_MARGIN, BAR_MARGIN)
        wall = 12
        if self.canvas.map_scene.wall is not None:
            wall = round(48 + WALL_WIDTH * max(1.0, self.canvas.readable))
        beside = room.width() - wall - self.controls.geometry().right() - 12
        self.minimap.fit_into(beside, room.height())
        self.minimap.move(
            room.width() - wall - self.minimap.width(), room.height() - self.minimap.height() - 12
        )
        self.controls.offer_overview(self.minimap.has_room)
        self.empty.settle(room)

    def _act(self, action: str) -> None:
        if self.canvas.editor.isVisible():
            return
        actions: dict[str, Callable[[], None]] = {
            "need": self.ask_what_is_needed,
            "title": self.edit_title,
            "delete": self.delete_selected,
            "unpin": self.unpin_selected,
            "larger": self.zoom_in,
            "smaller": self.zoom_out,
            "fit": self.fit,
            "full": self.zoom_to_full,
            "vision": self._to_vision,
            "nothing": self.scoping.let_go,
            "tidy": self.keeper.tidy,
            "story": self.scoping.show_story,
            "focus": self.scoping.show_focus,
            "one_of": partial(one_of_selected, self.workspace),
        }
        actions[action]()

    def _show_overview(self, wanted: bool) -> None:
        self.minimap.wanted = wanted
        self.minimap.follow()

    def _begin(self) -> None:
        """The one action of an empty map: write the vision, or what it needs."""
        vision = next(
            (node.id for node in self.workspace.plan.nodes.values() if node.kind == "vision"), None
        )
        if vision is not None:
            self.workspace.select((vision,))
            self.ask_what_is_needed()
            return
        self.naming.add("vision")

    def go_to(self, node: str) -> None:
        """Select an item and bring it into view."""
        self.naming.go_to(node, write=False)

    def _to_vision(self) -> None:
        layout = self.keeper.layout
        first = first_item(layout) if layout is not None else None
        if first is not None:
            self.naming.go_to(first, write=False)

    def _travel(self, direction: Direction) -> None:
        layout, here = self.keeper.layout, self.canvas.current
        there = neighbour(layout, here, direction) if layout and here else None
        if there is not None and there in self.workspace.plan.nodes:
            self.naming.go_to(there, write=False)

    def _extend(self, direction: Direction) -> None:
        """Go on to the next item, with what is selected; back over one, let go of it."""
        layout, here, chosen = self.keeper.layout, self.canvas.current, self.workspace.selection
        there = neighbour(layout, here, direction) if layout and here else None
        if there is None or there not in self.workspace.plan.nodes:
            return
        kept = chosen[1:] if there in chosen else chosen
        self.workspace.select((there, *(id_ for id_ in kept if id_ != there)))
        self.canvas.show_item(there)

    def _start_anew(self) -> None:
        self._new_plan = True
        self.naming.forget()

    def _show_layout(self, layout: MapLayout, moved: bool) -> None:
        scene = self.canvas.map_scene
        animate = moved and not self._new_plan and bool(scene.items_by_id)
        first = self._new_plan or not scene.items_by_id
        scene.show_layout(layout, animate=animate)
        scene.mark(self.workspace.selection, focused=self.canvas.hasFocus())
        scene.far_labels.show_labels(
            partial(far_labels, layout, self.workspace.schedule, measure), scene.extent
        )
        self._light()
        self.controls.show_hidden(layout.hidden_links, self.keeper.all_links)
        self.empty.setVisible(not layout.cards and not layout.frames)
        self.minimap.show_layout(layout)
        self._new_plan = False
        self.scoping.show_where()
        if first:
            self.canvas.show_first()
        elif self.scoping.refit:
            self.canvas.fit()
        self.scoping.refit = False
        self._arrange()
        self.naming.settle()

    def _show_selection(self, selection: tuple[str, ...]) -> None:
        self.canvas.map_scene.mark(selection, focused=self.canvas.hasFocus())
        self._light()
        self.controls.show_scope(self.keeper.scope, on_item=self.canvas.current is not None)
        if selection and (not self.canvas.hasFocus() or self._is_led_away(selection)):
            self.canvas.show_item(selection[0])
        self._describe()

    def _is_led_away(self, selection: tuple[str, ...]) -> bool:
        """Whether a search, a page or going back selected what the map does not show.

        What the mouse picks in the map is in view, and must not move under it.
        """
        return len(selection) == 1 and not self.canvas.shows(selection[0])

    def _light(self) -> None:
        """Let the selected links stand out, and those that fix the dates of the selected item."""
        workspace, here = self.workspace, self.canvas.current
        plan, picked = workspace.plan, set(workspace.selection)
        self.canvas.map_scene.overlay.light(frozenset(picked & plan.choices.keys()))
        chosen = {id_ for id_, link in plan.links.items() if picked & {id_, link.choice}}
        if here is not None and len(workspace.selection) == 1:
            chosen |= driving_links(workspace.plan, workspace.schedule, here)
        self.canvas.map_scene.links.light(frozenset(chosen))

    def _name(self) -> None:
        tr = self.workspace.tr
        self.canvas.setAccessibleName(tr("Map"))
        self.setAccessibleName(tr("Map"))
        self.canvas.recolour()
        self.controls.name()
        self.empty.name()
        self.scoping.bar.name()
        self._describe()

    def _describe(self) -> None:
        """Tell those who hear the map what is selected; the outline tells the rest."""
        node, workspace = self.canvas.current, self.workspace
        text = workspace.tr("Nothing is selected")
        if node is not None:
            layout = self.keeper.layout
            text = item_in_words(workspace.plan, layout, node, self._told, workspace.language)
        elif workspace.selection[:1] and workspace.selection[0] in workspace.plan.choices:
            text = choice_sentence(workspace.plan, workspace.selection[0], workspace.language)
        self.canvas.setAccessibleDescription(text)
        if node != self._told:
            focus_on_stop(self.canvas)
        self._told = node

    def _recolour(self) -> None:
        self.canvas.recolour()
        self.controls.recolour()
        self.scoping.bar.recolour()
        self.minimap.recolour()
        self.empty.recolour()
