"""The whole map as shapes, from back to front."""

from collections.abc import Iterable
from dataclasses import replace

from strategy_planner.layout.map.content import Reading
from strategy_planner.layout.map.draw_cards import card_shapes
from strategy_planner.layout.map.draw_frames import frame_shapes
from strategy_planner.layout.map.draw_links import arc_shapes, pill_shapes, route_shapes
from strategy_planner.layout.map.draw_wall import wall_shapes
from strategy_planner.layout.map.elements import MapLayout, Route
from strategy_planner.layout.shapes import Arc, Clip, Picture, Polygon, Polyline, Shape
from strategy_planner.layout.theme import Theme

MARGIN = 24.0


def map_picture(layout: MapLayout, theme: Theme, reading: Reading) -> Picture:
    """The whole map with a margin, its left upper corner at (0, 0)."""
    extent = layout.extent
    shapes = map_shapes(layout, theme, reading)
    dx, dy = MARGIN - extent.x, MARGIN - extent.y
    return Picture(
        extent.width + 2 * MARGIN,
        extent.height + 2 * MARGIN,
        tuple(moved(shape, dx, dy) for shape in shapes),
    )


def map_shapes(layout: MapLayout, theme: Theme, reading: Reading) -> tuple[Shape, ...]:
    """Frames, links, items, the wall, and words on links, each at its place."""
    return (
        *background_shapes(layout, theme, reading),
        *link_shapes(layout),
        *(
            moved(shape, box.x, box.y)
            for id_, box in layout.boxes.items()
            for shape in card_shapes(layout.cards[id_], theme, reading)
        ),
        *overlay_shapes(layout),
    )


def background_shapes(layout: MapLayout, theme: Theme, reading: Reading) -> tuple[Shape, ...]:
    """Frames and the wall."""
    shapes: list[Shape] = []
    for frame in layout.frames.values():
        shapes += frame_shapes(frame, reading, theme)
    if layout.wall is not None:
        shapes += wall_shapes(layout.wall, reading.language)
    return tuple(shapes)


def painting_order(route: Route) -> int:
    """Ways not chosen lie below, the late chain above."""
    return 2 if route.late else 0 if route.dormant or route.style == "informs" else 1


def link_shapes(layout: MapLayout) -> tuple[Shape, ...]:
    """All links."""
    ordered = sorted(layout.routes, key=painting_order)
    return tuple(shape for route in ordered for shape in route_shapes(route))


def overlay_shapes(layout: MapLayout) -> tuple[Shape, ...]:
    """Arcs over options and the words on late chains."""
    arcs = (shape for arc in layout.arcs for shape in arc_shapes(arc))
    return (*arcs, *(shape for pill in layout.pills for shape in pill_shapes(pill)))


def moved(shape: Shape, dx: float, dy: float) -> Shape:
    """The same shape elsewhere."""
    if isinstance(shape, Polygon | Polyline):
        return replace(shape, points=tuple(_shift(shape.points, dx, dy)))
    if isinstance(shape, Clip):
        inner = tuple(moved(each, dx, dy) for each in shape.shapes)
        return Clip(shape.x + dx, shape.y + dy, shape.width, shape.height, inner)
    if isinstance(shape, Arc):
        first, second, third, fourth = _shift(shape.points, dx, dy)
        return replace(shape, points=(first, second, third, fourth))
    return replace(shape, x=shape.x + dx, y=shape.y + dy)


def _shift(
    points: Iterable[tuple[float, float]], dx: float, dy: float
) -> Iterable[tuple[float, float]]:
    return ((x + dx, y + dy) for x, y in points)
