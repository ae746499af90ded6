"""All links of the map in one item, and the arcs and words that lie over them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from strategy_planner.gui.map.items import Look
from strategy_planner.layout.map.draw_links import (
    arc_shapes,
    painting_order,
    pill_shapes,
    route_shapes,
)
from strategy_planner.layout.map.elements import ChoiceArc, LatePill, Route

if TYPE_CHECKING:
    from strategy_planner.layout.marks import Shapes

SIMPLE = 0.4
"""Below this scale links are plain lines without ends."""
REACH = 10.0


class LinksItem(QGraphicsItem):
    """Every link; only those in the part that is painted are drawn."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._extent = QRectF()
        self.routes: tuple[Route, ...] = ()
        self._drawn: list[tuple[QRectF, Route]] = []
        self._lines: dict[str, list[QLineF]] = {}
        self._shapes: dict[Route, Shapes] = {}
        self.setZValue(-1)
        # Only so does Qt say which part of an item is to be painted.
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return self._extent

    def show_routes(self, routes: tuple[Route, ...], extent: QRectF) -> None:
        """Draw these links; where only a few differ, only their places are painted again."""
        if extent != self._extent:
            self.prepareGeometryChange()
            self._extent = extent
        old, self.routes = self.routes, routes
        if len(old) == len(routes):
            changed = [(a, b) for a, b in zip(old, routes, strict=True) if a is not b and a != b]
            if not changed:
                return
            for before, after in changed:
                self.update(_bounds(before).united(_bounds(after)))
        else:
            self.update()
        self._drawn = [(_bounds(route), route) for route in sorted(routes, key=painting_order)]
        self._shapes.clear()
        self._lines = {}
        for _, route in self._drawn:
            lines = self._lines.setdefault(_colour(route), [])
            for (x1, y1), (x2, y2) in zip(route.points, route.points[1:], strict=False):
                lines.append(QLineF(x1, y1, x2, y2))

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if scale < SIMPLE:
            self._paint_simply(painter)
            return
        exposed = option.exposedRect
        for bounds, route in self._drawn:
            if bounds.intersects(exposed):
                shapes = self._shapes.get(route)
                if shapes is None:
                    shapes = self._shapes[route] = route_shapes(route)
                self._look.painter.paint(painter, shapes)

    def _paint_simply(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        for colour, lines in self._lines.items():
            pen = QPen(self._look.colour(colour), 2.0 if colour == "late" else 1.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(lines)


class OverlayItem(QGraphicsItem):
    """Arcs over options, and the words on late chains."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._extent = QRectF()
        self.arcs: tuple[ChoiceArc, ...] = ()
        self.pills: tuple[LatePill, ...] = ()
        self.setZValue(2)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)

    def boundingRect(self) -> QRectF:
        return self._extent

    def show_marks(
        self, arcs: tuple[ChoiceArc, ...], pills: tuple[LatePill, ...], extent: QRectF
    ) -> None:
        """Draw these arcs and pills."""
        if extent != self._extent:
            self.prepareGeometryChange()
            self._extent = extent
        if (arcs, pills) != (self.arcs, self.pills):
            self.arcs, self.pills = arcs, pills
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        if option.levelOfDetailFromTransform(painter.worldTransform()) < SIMPLE:
            return
        for arc in self.arcs:
            self._look.painter.paint(painter, arc_shapes(arc))
        for pill in self.pills:
            self._look.painter.paint(painter, pill_shapes(pill))


def _colour(route: Route) -> str:
    if route.late:
        return "late"
    return "dormant" if route.dormant else "linkWeak" if route.style == "informs" else "link"


def _bounds(route: Route) -> QRectF:
    xs = [x for x, _ in route.points]
    ys = [y for _, y in route.points]
    bounds = QRectF(min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys))
    return bounds.adjusted(-REACH, -REACH, REACH, REACH)
