"""All links of the map in one item, and the arcs and words that lie over them."""

from collections.abc import Callable, Iterable
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from strategy_planner.gui.map.items import Look
from strategy_planner.layout.map.draw_links import (
    arc_shapes,
    lit_shapes,
    painting_order,
    pill_shapes,
    route_shapes,
)
from strategy_planner.layout.map.elements import Box, ChoiceArc, LatePill, Route
from strategy_planner.layout.map.far_labels import FarLabel, far_label_shapes

if TYPE_CHECKING:
    from strategy_planner.layout.marks import Shapes

SIMPLE = 0.4
"""Below this scale links are plain lines without ends."""
REACH = 10.0
NEAR = 6.0
"""So many pixels beside a link the pointer still means it."""


class LinksItem(QGraphicsItem):
    """Every link; only those in the part that is painted are drawn."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._extent = QRectF()
        self.routes: tuple[Route, ...] = ()
        self._drawn: list[tuple[QRectF, Route]] = []
        self._lines: dict[str, list[QLineF]] | None = None
        """Plain lines by colour, made when they are first seen from afar."""
        self._shapes: dict[Route, Shapes] = {}
        self.lit: frozenset[str] = frozenset()
        self.warned: frozenset[str] = frozenset()
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
        self._lines = None

    def light(self, links: frozenset[str]) -> None:
        """Make links stand out: those that are selected, and those that fix its dates."""
        if links != self.lit:
            self._repaint(links ^ self.lit)
            self.lit = links

    def warn(self, links: frozenset[str]) -> None:
        """Show links as part of a circle that a new link would close."""
        if links != self.warned:
            self._repaint(links ^ self.warned)
            self.warned = links

    def _repaint(self, links: frozenset[str]) -> None:
        for bounds, route in self._drawn:
            if not links.isdisjoint(route.links):
                self.update(bounds)

    def route_at(self, point: QPointF, scale: float) -> Route | None:
        """The link nearest to a point of the map, the uppermost of several as near."""
        reach = NEAR / max(scale, 0.05)
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        near = [
            (_distance(route, point), route)
            for bounds, route in reversed(self._drawn)
            if bounds.intersects(area)
        ]
        found = min(near, key=lambda one: one[0], default=None)
        return found[1] if found is not None and found[0] <= reach else None

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
        self._paint_lit(painter, exposed)

    def _paint_lit(self, painter: QPainter, exposed: QRectF) -> None:
        if not self.lit and not self.warned:
            return
        for bounds, route in self._drawn:
            if not bounds.intersects(exposed):
                continue
            if not self.warned.isdisjoint(route.links):
                self._look.painter.paint(painter, lit_shapes(route, "late"))
            elif not self.lit.isdisjoint(route.links):
                self._look.painter.paint(painter, lit_shapes(route, "accent"))

    def _paint_simply(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        if self._lines is None:
            self._lines = _plain_lines(route for _, route in self._drawn)
        for colour, lines in self._lines.items():
            pen = QPen(self._look.colour(colour), 2.0 if colour == "late" else 1.0)
            pen.setCosmetic(True)
            painter.setPen(pen)
            painter.drawLines(lines)
        pen = QPen(self._look.colour("accent"), 2.0)
        pen.setCosmetic(True)
        painter.setPen(pen)
        for _, route in self._drawn:
            if not self.lit.isdisjoint(route.links):
                painter.drawPolyline([QPointF(*point) for point in route.points])


def _distance(route: Route, point: QPointF) -> float:
    """How far a point is from a line of level and upright pieces, along the longer of both ways."""
    return min(
        max(
            min(x1, x2) - point.x(), point.x() - max(x1, x2),
            min(y1, y2) - point.y(), point.y() - max(y1, y2), 0.0,
        )
        for (x1, y1), (x2, y2) in pairwise(route.points)
    )  # fmt: skip


class OverlayItem(QGraphicsItem):
    """Arcs over options, and the words on late chains."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._extent = QRectF()
        self.arcs: tuple[ChoiceArc, ...] = ()
        self.pills: tuple[LatePill, ...] = ()
        self.lit: frozenset[str] = frozenset()
        """The choices that are selected."""
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

    def light(self, choices: frozenset[str]) -> None:
        """Let these choices stand out."""
        if choices != self.lit:
            self.lit = choices
            self.update()

    def choice_at(self, point: QPointF) -> str | None:
        """The choice whose words stand at a point of the map."""
        for arc in self.arcs:
            if QRectF(*arc.pill).contains(point):
                return arc.id
        return None

    def pill_of(self, choice: str | None) -> Box | None:
        """Where the words of a choice stand."""
        return next((arc.pill for arc in self.arcs if arc.id == choice), None)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        if option.levelOfDetailFromTransform(painter.worldTransform()) < SIMPLE:
            return
        for arc in self.arcs:
            self._look.painter.paint(painter, arc_shapes(arc, lit=arc.id in self.lit))
        for pill in self.pills:
            self._look.painter.paint(painter, pill_shapes(pill))


class FarLabelsItem(QGraphicsItem):
    """The titles of important items, where the items themselves are too small to carry them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._extent = QRectF()
        self._of: Callable[[float], tuple[FarLabel, ...]] = lambda _scale: ()
        self._labels: tuple[FarLabel, ...] = ()
        self._scale = 0.0
        self.setZValue(2)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)

    def boundingRect(self) -> QRectF:
        return self._extent

    def show_labels(
        self, labels_of: Callable[[float], tuple[FarLabel, ...]], extent: QRectF
    ) -> None:
        """Draw what ``labels_of`` gives for the scale of the view; near by that is nothing."""
        if extent != self._extent:
            self.prepareGeometryChange()
            self._extent = extent
        if self._scale:
            self.update()
        self._of, self._scale = labels_of, 0.0

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if scale >= SIMPLE:
            self._scale = 0.0
            return
        if scale != self._scale:
            self._labels, self._scale = self._of(scale), scale
        exposed = option.exposedRect
        for label in self._labels:
            if exposed.intersects(QRectF(*label.box)):
                self._look.painter.paint(painter, far_label_shapes(label, scale))


def _colour(route: Route) -> str:
    if route.late:
        return "late"
    return "dormant" if route.dormant else "linkWeak" if route.style == "informs" else "link"


def _bounds(route: Route) -> QRectF:
    xs, ys = zip(*route.points, strict=True)
    left, top = min(xs) - REACH, min(ys) - REACH
    return QRectF(left, top, max(xs) + REACH - left, max(ys) + REACH - top)


def _plain_lines(routes: Iterable[Route]) -> dict[str, list[QLineF]]:
    lines: dict[str, list[QLineF]] = {}
    for route in routes:
        own = lines.setdefault(_colour(route), [])
        own += [QLineF(*start, *end) for start, end in pairwise(route.points)]
    return lines
