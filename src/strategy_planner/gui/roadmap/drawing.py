"""Painting what of a roadmap is visible: chart, fixed header and lanes, foot, selection."""

from collections.abc import Container, Iterable
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from strategy_planner.gui.painting import ShapePainter
from strategy_planner.gui.roadmap.drag_marks import (
    as_previewed,
    effect_chips,
    period_under,
    places_before,
    pointer_chip,
)
from strategy_planner.gui.roadmap.dragging import Drag
from strategy_planner.gui.roadmap.stops import Stop
from strategy_planner.gui.roadmap.viewport import Viewport
from strategy_planner.gui.roadmap.years_in_sight import years_in_sight
from strategy_planner.language import message_plural
from strategy_planner.layout.roadmap.chart import Stood
from strategy_planner.layout.roadmap.header import MARK_HALF, status_head
from strategy_planner.layout.roadmap.links import route_shapes
from strategy_planner.layout.roadmap.spans import Span
from strategy_planner.layout.shapes import Label, Polyline, Rect, Shape, Stroke, baseline

_RING = 3.0
_VEIL = 0.7
_WIDEST = 120.0
"""Half the width of the longest word of the header at 200 %, in pixels."""


@dataclass(frozen=True, slots=True)
class Marked:
    """What is marked besides: the selection (current first), the focus, the pointer, a drop."""

    selected: tuple[Stop, ...] = ()
    focused: bool = False
    hover: Stop | None = None
    drag: Drag | None = None
    """What is being carried."""
    faded: tuple[Stop, ...] = ()
    """What a filter does not let through."""

    def only(self, ids: Container[str]) -> "Marked":
        """What is marked among some."""
        hover = self.hover if self.hover is not None and self.hover.id in ids else None
        kept = tuple(stop for stop in self.selected if stop.id in ids)
        first = bool(kept) and kept[0] == self.selected[0]
        faded = tuple(stop for stop in self.faded if stop.id in ids)
        return Marked(kept, self.focused and first, hover, faded=faded)


def paint_roadmap(
    painter: QPainter, brush: ShapePainter, view: Viewport, marked: Marked, dirty: QRectF
) -> None:
    """Paint the part of the window that is ``dirty``."""
    options = view.layout.parts.options
    painter.fillRect(dirty, brush.colour(options.ground))
    body = QRectF(view.lanes, view.header, view.width, view.below_y - view.header)
    _within(painter, body.intersected(dirty), -view.scroll_x, -view.scroll_y)
    tray = {box.id for box in view.layout.tray}
    brush.paint(painter, _body(view, marked, dirty))
    _fade(painter, brush, [stop for stop in marked.faded if stop.id not in tray], options.ground)
    painter.restore()
    column = QRectF(0, view.header, view.lanes, view.below_y - view.header)
    _within(painter, column.intersected(dirty), 0, -view.scroll_y)
    brush.paint(painter, view.layout.lane_headers(view.scroll_y + view.header))
    painter.restore()
    below = QRectF(0, view.below_y, view.width, view.height)
    if below.intersects(dirty):
        _within(painter, below.intersected(dirty), 0, -view.scroll_y)
        inside = marked.only(tray)
        brush.paint(painter, (*view.layout.below(), *_rings(view, inside)))
        _fade(painter, brush, inside.faded, options.ground)
        painter.restore()
    _paint_foot(painter, brush, view, dirty)
    _paint_header(painter, brush, view, dirty)
    if marked.drag is not None:
        brush.paint(painter, pointer_chip(view, marked.drag))


def _fade(painter: QPainter, brush: ShapePainter, stops: Iterable[Stop], ground: str) -> None:
    """Lay a veil over what a filter does not let through."""
    painter.setOpacity(_VEIL)
    veils = [Rect(stop.x, stop.y, stop.width, stop.height, ground) for stop in stops]
    brush.paint(painter, veils)
    painter.setOpacity(1.0)


def _within(painter: QPainter, area: QRectF, dx: float, dy: float) -> None:
    """Begin painting in an area of the window, in the picture's coordinates."""
    painter.save()
    painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
    painter.translate(dx, dy)


def _body(view: Viewport, marked: Marked, dirty: QRectF) -> list[Shape]:
    """The shapes of the chart between header and lower edge, from back to front."""
    layout, chart, options = view.layout, view.layout.chart, view.layout.parts.options
    standing = view.rows_between(dirty.top(), dirty.bottom())
    current = marked.selected[0].id if marked.selected else None
    shapes: list[Shape] = _across(layout.ground(), view.scroll_x + view.lanes, view)
    drag = marked.drag
    shapes += period_under(view, drag) if drag is not None else ()
    items = [stood for stood in as_previewed(standing, drag) if view.shows(stood)]
    if current in chart.by_id:
        shapes.append(_row(view, current))
    top, bottom = dirty.top() + view.scroll_y, dirty.bottom() + view.scroll_y
    ways = [route for route in layout.routes if route.meets(top, bottom)]
    shapes += route_shapes(ways, options)
    grounds = {current: "accentWeak"}
    for stood in items:
        shapes += chart.bar_of(stood, grounds.get(stood.id))
    shapes += layout.walls()
    shapes += places_before(view, drag) if drag is not None else ()
    edge = view.scroll_x + view.lanes
    for stood in items:
        in_sight = words_in_sight(stood, edge, options.unit)
        shapes += chart.words_of(in_sight, ways, grounds.get(stood.id))
    if dirty.bottom() + view.scroll_y > layout.foot_top:
        shapes += layout.foot
    shapes += _rings(view, marked)
    return [*shapes, *effect_chips(view, items, drag)] if drag is not None else shapes


def _across(shapes: Iterable[Shape], left: float, view: Viewport) -> list[Shape]:
    """The shapes without the lines and words that stand left or right of the window."""
    first, last = left - _WIDEST, left + view.width + _WIDEST
    return [
        shape
        for shape in shapes
        if not (isinstance(shape, Label) and not first < shape.x < last)
        and not (isinstance(shape, Polyline) and not _meets(shape, first, last))
    ]


def _meets(line: Polyline, first: float, last: float) -> bool:
    places = [x for x, _ in line.points]
    return min(places) < last and max(places) > first


def words_in_sight(stood: Stood, edge: float, unit: float) -> Stood:
    """The item with its title moved along its bar or corridor, where these begin left of the
    window.
    """
    placed = stood.placed
    words, where = placed.wording.words, placed.geometry
    ends = {"inside": where.bar.right, "corridor": where.stop}
    end = ends.get(placed.wording.side)
    if end is None or placed.wording.pill or words.left >= edge:
        return stood
    left = min(edge + 6 * unit, end - words.width - 6 * unit)
    if left <= words.left:
        return stood
    moved = replace(placed.wording, words=Span(left, left + words.width))
    return replace(stood, placed=replace(placed, wording=moved))


def _row(view: Viewport, item: str) -> Rect:
    """The row of the selected item, shaded."""
    chart, options = view.layout.chart, view.layout.parts.options
    centre = chart.by_id[item].centre
    return Rect(
        chart.axis.left,
        centre - options.row / 2 + 1,
        chart.axis.right - chart.axis.left,
        options.row - 2,
        "accentWeak",
    )


def _rings(view: Viewport, marked: Marked) -> list[Shape]:
    """Selection solid, focus dashed outside of it, the pointer thin (VISUAL 7)."""
    rings: list[Shape] = []
    if marked.hover is not None and marked.hover not in marked.selected:
        rings.append(_ring(view, marked.hover, 1.0, Stroke("accentLine", 1.0)))
    rings += [_ring(view, stop, _RING, Stroke("accent", 2.0)) for stop in marked.selected]
    if marked.focused and marked.selected:
        dashes = Stroke("accent", 2.0, (4.0, 3.0))
        rings.append(_ring(view, marked.selected[0], _RING + 4, dashes))
    return rings


def _ring(view: Viewport, stop: Stop, gap: float, stroke: Stroke) -> Rect:
    x, y, width, height = ring_box(view, stop)
    return Rect(x - gap, y - gap, width + 2 * gap, height + 2 * gap, None, stroke, radius=3 + gap)


def ring_box(view: Viewport, stop: Stop) -> tuple[float, float, float, float]:
    """The box around which an item's rings stand: its bar, else all of it."""
    stood = view.layout.chart.by_id.get(stop.id)
    if stood is None:
        return stop.x, stop.y, stop.width, stop.height
    bar, options = stood.placed.geometry.bar, view.layout.parts.options
    return bar.left, stood.centre - options.bar / 2, bar.width, options.bar


def _paint_foot(painter: QPainter, brush: ShapePainter, view: Viewport, dirty: QRectF) -> None:
    """The words of the lines on the lower edge, where the chart goes on below it."""
    if not view.foot_floats:
        return
    strip = QRectF(0, view.foot_y, view.width, view.foot_height)
    if not strip.intersects(dirty):
        return
    layout, options = view.layout, view.layout.parts.options
    top = layout.foot_top
    _within(painter, strip.intersected(dirty), 0, view.foot_y - top)
    rule = Polyline(((0, top + 0.5), (view.width, top + 0.5)), Stroke("line2"))
    brush.paint(painter, (Rect(0, top, view.width, view.foot_height + 1, options.ground), rule))
    if layout.tray:
        text = message_plural(
            "{count} item without a date", "{count} items without a date", len(layout.tray)
        ).into(layout.parts.language)
        centre = baseline(top + view.foot_height / 2, options.text)
        brush.paint(painter, (Label(16 * options.unit, centre, text, options.text, "ink2"),))
    left = view.lanes - _overhang(view)
    painter.setClipRect(
        QRectF(left, top, view.width, view.foot_height), Qt.ClipOperation.IntersectClip
    )
    painter.translate(-view.scroll_x, 0)
    brush.paint(painter, layout.foot)
    painter.restore()


def _paint_header(painter: QPainter, brush: ShapePainter, view: Viewport, dirty: QRectF) -> None:
    """The years, which follow sideways only, and the corner, which never moves."""
    layout = view.layout
    years = QRectF(view.lanes, 0, view.width, view.header)
    _within(painter, years.intersected(dirty), -view.scroll_x, 0)
    first, last = view.scroll_x + view.lanes, view.scroll_x + view.width
    near = _across(layout.parts.header, first, view)
    brush.paint(painter, years_in_sight(near, layout.chart.axis, first, last))
    painter.restore()
    corner = QRectF(0, 0, view.lanes, view.header)
    _within(painter, corner.intersected(dirty), 0, 0)
    brush.paint(painter, _across(layout.parts.header, 0, view))
    painter.restore()
    left = view.lanes - _overhang(view)
    head = QRectF(left, 0, view.width - left, view.header)
    _within(painter, head.intersected(dirty), -view.scroll_x, 0)
    brush.paint(painter, status_head(layout.parts.status_x, layout.parts.options))
    painter.restore()


def _overhang(view: Viewport) -> float:
    """How far the mark of a line at the left end of the axis stands out of the chart."""
    mark = MARK_HALF * view.layout.parts.options.unit + 1
    return mark if view.scroll_x == 0 else 0.0
