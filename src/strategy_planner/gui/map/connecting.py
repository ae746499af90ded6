"""Drawing a link from the edge of an item: to another item, or to the ground for a new one."""

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsPathItem

from strategy_planner.gui.map.items import MapItem, Side, State
from strategy_planner.model import edits
from strategy_planner.model.cycles import find_cycle

if TYPE_CHECKING:
    from strategy_planner.gui.map.canvas import MapCanvas

NEW_FROM = 60
"""Pixels from the ring on which dropping on the ground makes a new item."""


class Connect:
    """From the right ring of an item to what needs it, from the left one to what it needs."""

    def __init__(self, canvas: "MapCanvas", source: MapItem, side: Side) -> None:
        self._canvas = canvas
        self._source = source
        self._side: Side = side
        self._target: MapItem | None = None
        self._line = QGraphicsPathItem()
        pen = QPen(canvas.look.colour("accent"), 2.0)
        pen.setCosmetic(True)
        self._line.setPen(pen)
        self._line.setZValue(4)
        canvas.map_scene.addItem(self._line)

    def move(self, view_pos: QPoint) -> None:
        """Draw the link to the pointer and answer what dropping it there would do."""
        canvas = self._canvas
        point = canvas.mapToScene(view_pos)
        self._draw_to(point)
        item = canvas.map_scene.item_of(point)
        target = item if item is not None and item.id in canvas.workspace.plan.nodes else None
        if target is not None:
            if target is not self._target:
                self._target = None if target is self._source else target
                self._answer()
            return
        self._target = None
        self._answer_on_ground(view_pos, item)

    def finish(self, view_pos: QPoint) -> None:
        """Make the link, or the item; where the rules refuse it, nothing moves and it is told.

        A mere click beside the ring means the link that begins there.
        """
        self.move(view_pos)
        target, on_ground = self._target, self._is_new_at(view_pos)
        canvas = self._canvas
        item = canvas.map_scene.item_of(canvas.mapToScene(view_pos))
        self.cancel()
        if target is not None:
            canvas.workspace.do(edits.connect(canvas.workspace.plan, *self._ends(target)))
        elif item is None and on_ground:
            canvas.new_asked.emit(self._source.id, self._side)
        elif item is None and (links := canvas.links_at(view_pos)):
            canvas.workspace.select(links)

    def cancel(self) -> None:
        """Take the line away."""
        self._canvas.map_scene.show_states({})
        self._canvas.map_scene.links.warn(frozenset())
        self._canvas.hint.hide()
        if self._line.scene() is not None:
            self._canvas.map_scene.removeItem(self._line)

    def _ends(self, target: MapItem) -> tuple[str, str]:
        """Prerequisite and dependent."""
        ends = self._source.id, target.id
        return ends if self._side == "right" else (ends[1], ends[0])

    def _draw_to(self, point: QPointF) -> None:
        start = self._source.mapToScene(self._source.port_at(self._side))
        forward = 1.0 if self._side == "right" else -1.0
        reach = forward * max(40.0, min(120.0, forward * (point.x() - start.x()) / 2))
        path = QPainterPath(start)
        path.cubicTo(
            QPointF(start.x() + reach, start.y()), QPointF(point.x() - reach, point.y()), point
        )
        self._line.setPath(path)

    def _is_new_at(self, view_pos: QPoint) -> bool:
        start = self._canvas.mapFromScene(self._source.mapToScene(self._source.port_at(self._side)))
        return (view_pos - start).manhattanLength() >= NEW_FROM

    def _answer_on_ground(self, view_pos: QPoint, item: MapItem | None) -> None:
        canvas = self._canvas
        canvas.map_scene.show_states({})
        canvas.map_scene.links.warn(frozenset())
        if item is not None or not self._is_new_at(view_pos):
            canvas.hint.hide()
            return
        workspace = canvas.workspace
        number = workspace.plan.nodes[self._source.id].number or ""
        if self._side == "right":
            words = workspace.tr("New item that needs {number}", number=number)
        else:
            words = workspace.tr("New item, needed for {number}", number=number)
        canvas.hint.offer_at(words, view_pos)

    def _answer(self) -> None:
        canvas, target = self._canvas, self._target
        if target is None:
            canvas.map_scene.show_states({})
            canvas.map_scene.links.warn(frozenset())
            canvas.hint.hide()
            return
        workspace, ends = canvas.workspace, self._ends(target)
        cycle = find_cycle(workspace.plan, [ends])
        states: dict[str, State] = dict.fromkeys(cycle, "lit")
        states[target.id] = "refused" if cycle else "target"
        canvas.map_scene.show_states(states)
        canvas.map_scene.links.warn(self._links_along(cycle))
        if cycle:
            names = (workspace.plan.nodes[id_].number or id_ for id_ in cycle)
            words = workspace.tr("This would close a circle")
            canvas.hint.refuse(f"{words}: {' → '.join(names)}", target)
        else:
            number = workspace.plan.nodes[ends[1]].number or ""
            canvas.hint.offer(workspace.tr("Needed for {number}", number=number), target)

    def _links_along(self, cycle: tuple[str, ...]) -> frozenset[str]:
        """The links that are there already of the circle that would be closed."""
        plan, steps = self._canvas.workspace.plan, set(pairwise(cycle))
        return frozenset(
            link.id
            for id_ in cycle
            for link in plan.links_out_of(id_)
            if (link.prerequisite, link.dependent) in steps
        )
