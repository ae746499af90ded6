"""Shapes put elsewhere."""

from collections.abc import Iterable
from dataclasses import replace

from strategy_planner.layout.shapes import Arc, Clip, Polygon, Polyline, Shape

_Points = tuple[tuple[float, float], ...]


def moved(shapes: Iterable[Shape], dx: float, dy: float) -> tuple[Shape, ...]:
    """The same shapes, each moved by (dx, dy)."""
    return tuple(_moved(shape, dx, dy) for shape in shapes)


def _moved(shape: Shape, dx: float, dy: float) -> Shape:
    match shape:
        case Polygon() | Polyline():
            return replace(shape, points=_points(shape.points, dx, dy))
        case Arc():
            start, first, second, end = _points(shape.points, dx, dy)
            return replace(shape, points=(start, first, second, end))
        case Clip():
            inside = moved(shape.shapes, dx, dy)
            return replace(shape, x=shape.x + dx, y=shape.y + dy, shapes=inside)
        case _:
            return replace(shape, x=shape.x + dx, y=shape.y + dy)


def _points(points: _Points, dx: float, dy: float) -> _Points:
    return tuple((x + dx, y + dy) for x, y in points)
