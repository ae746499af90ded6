"""The scene of the map: its items follow the layout, and glide to where they now belong."""

from collections.abc import Container, Iterable, Mapping

from PySide6.QtCore import QObject, QPointF, QRectF, QVariantAnimation
from PySide6.QtWidgets import QGraphicsScene

from strategy_planner.gui.map.items import CardItem, FrameItem, Look, MapItem, State, WallItem
from strategy_planner.gui.map.links_item import FarLabelsItem, LinksItem, OverlayItem
from strategy_planner.gui.map.motion import glide, moves, stop
from strategy_planner.layout.map import Box, MapLayout

AROUND = 8000.0
"""How far the map can be moved beyond its items."""
FADED = 0.3
"""How much is left of a card that a filter does not let through."""
MOST_GLIDING = 400
"""More items than this take their new places at once."""


class MapScene(QGraphicsScene):
    """Cards, frames, wall and links of one layout."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.look = Look()
        self.items_by_id: dict[str, MapItem] = {}
        self.links = LinksItem(self.look)
        self.overlay = OverlayItem(self.look)
        self.extent = QRectF()
        self.wall: WallItem | None = None
        """The item of the vision."""
        self._motion: QVariantAnimation | None = None
        self._states: dict[str, State] = {}
        self.addItem(self.links)
        self.addItem(self.overlay)
        self.far_labels = FarLabelsItem(self.look)
        self.addItem(self.far_labels)

    def show_layout(self, layout: MapLayout, *, animate: bool) -> None:
        """Bring all items to what the layout says."""
        stop(self._motion)
        before = {id_: item.pos() for id_, item in self.items_by_id.items()}
        boxes = self._items_of(layout)
        extent = layout.extent
        self.extent = QRectF(extent.x, extent.y, extent.width, extent.height)
        self.setSceneRect(self.extent.adjusted(-AROUND, -AROUND, AROUND, AROUND))
        self.links.show_routes(layout.routes, self.extent.adjusted(-40, -40, 40, 40))
        self.overlay.show_marks(layout.arcs, layout.pills, self.extent.adjusted(-40, -40, 40, 40))
        for id_, box in boxes.items():
            self.items_by_id[id_].setPos(box.x, box.y)
        moved = {
            id_: place
            for id_, place in before.items()
            if id_ in boxes and place != self.items_by_id[id_].pos()
        }
        if animate and moved and len(moved) <= MOST_GLIDING and moves():
            self._glide(moved)

    def _items_of(self, layout: MapLayout) -> dict[str, Box]:
        """Make, change and remove items; gives the places of all."""
        boxes: dict[str, Box] = {}
        for id_, card in layout.cards.items():
            item = self.items_by_id.get(id_)
            if not isinstance(item, CardItem):
                item = CardItem(card, self.look)
                self._replace(id_, item)
            item.show_card(card)
            boxes[id_] = layout.boxes[id_]
        for id_, frame in layout.frames.items():
            group = self.items_by_id.get(id_)
            if not isinstance(group, FrameItem):
                group = FrameItem(frame, self.look)
                self._replace(id_, group)
            group.show_frame(frame)
            boxes[id_] = frame.box
        self.wall = None
        if layout.wall is not None:
            wall = self.items_by_id.get(layout.wall.id)
            if not isinstance(wall, WallItem):
                wall = WallItem(layout.wall, self.look)
                self._replace(layout.wall.id, wall)
            wall.show_wall(layout.wall)
            self.wall = wall
            boxes[layout.wall.id] = layout.wall.box
        for id_ in set(self.items_by_id) - set(boxes):
            self.removeItem(self.items_by_id.pop(id_))
        for id_, box in boxes.items():
            self.items_by_id[id_].place(box)
        return boxes

    def _replace(self, id_: str, item: MapItem) -> None:
        old = self.items_by_id.pop(id_, None)
        if old is not None:
            self.removeItem(old)
        self.items_by_id[id_] = item
        self.addItem(item)

    def _glide(self, start: Mapping[str, QPointF]) -> None:
        ends = {id_: self.items_by_id[id_].pos() for id_ in start}
        motion = glide(self)

        def step(share: float) -> None:
            for id_, begin in start.items():
                item = self.items_by_id.get(id_)
                if item is not None:
                    item.setPos(begin + (ends[id_] - begin) * share)
            self.links.setOpacity(share)
            self.overlay.setOpacity(share)

        motion.valueChanged.connect(step)
        step(0.0)
        self._motion = motion
        motion.start(QVariantAnimation.DeletionPolicy.KeepWhenStopped)

    def finish_motion(self) -> None:
        """Bring everything that still glides to its end."""
        stop(self._motion)
        self._motion = None

    def item_of(self, point: QPointF) -> MapItem | None:
        """The uppermost item at a point: a card before the frame behind it."""
        return next((item for item in self.items(point) if isinstance(item, MapItem)), None)

    def items_in(self, area: QRectF) -> list[str]:
        """The cards whose boxes meet an area."""
        return [
            id_
            for id_, item in self.items_by_id.items()
            if isinstance(item, CardItem) and QRectF(*item.box).intersects(area)
        ]

    def mark(self, selection: Iterable[str], *, focused: bool) -> None:
        """Show the selection; the first of it is what the keyboard is on."""
        chosen = tuple(selection)
        for id_, item in self.items_by_id.items():
            item.mark(selected=id_ in chosen, focused=focused and chosen[:1] == (id_,))

    def stress(self, passing: Container[str] | None) -> None:
        """Let the cards fade that do not pass a filter; None stresses none."""
        for id_, item in self.items_by_id.items():
            if isinstance(item, CardItem):
                item.setOpacity(1.0 if passing is None or id_ in passing else FADED)

    def show_states(self, states: Mapping[str, State]) -> None:
        """Show the answer to a gesture on these items, and on no others."""
        for id_ in set(self._states) | set(states):
            item = self.items_by_id.get(id_)
            if item is not None:
                item.show_state(states.get(id_, "plain"))
        self._states = dict(states)
