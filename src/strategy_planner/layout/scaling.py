"""Shapes larger or smaller, with their texts."""

from collections.abc import Iterable
from dataclasses import replace

from strategy_planner.layout.shapes import (
    Arc,
    Clip,
    Ellipse,
    Fade,
    Label,
    Pattern,
    Picture,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
)


def scaled(picture: Picture, factor: float) -> Picture:
    """The same picture, so many times as large."""
    if factor == 1.0:
        return picture
    shapes = _all(picture.shapes, factor)
    return Picture(picture.width * factor, picture.height * factor, shapes)


def _all(shapes: Iterable[Shape], by: float) -> tuple[Shape, ...]:
    return tuple(_scaled(shape, by) for shape in shapes)


def _scaled(shape: Shape, by: float) -> Shape:
    match shape:
        case Label():
            return replace(shape, x=shape.x * by, y=shape.y * by, size=shape.size * by)
        case Polyline():
            points = tuple((x * by, y * by) for x, y in shape.points)
            return replace(
                shape, points=points, stroke=_line(shape.stroke, by), radius=shape.radius * by
            )
        case Polygon():
            points = tuple((x * by, y * by) for x, y in shape.points)
            return replace(
                shape,
                points=points,
                stroke=_edge(shape.stroke, by),
                pattern=_hatch(shape.pattern, by),
            )
        case Arc():
            start, first, second, end = ((x * by, y * by) for x, y in shape.points)
            return replace(
                shape, points=(start, first, second, end), stroke=_line(shape.stroke, by)
            )
        case _:
            return _box(shape, by)


def _box(shape: Rect | Ellipse | Fade | Clip, by: float) -> Shape:
    larger = replace(
        shape, x=shape.x * by, y=shape.y * by, width=shape.width * by, height=shape.height * by
    )
    match larger:
        case Rect():
            return replace(
                larger,
                stroke=_edge(larger.stroke, by),
                pattern=_hatch(larger.pattern, by),
                radius=larger.radius * by,
            )
        case Ellipse():
            return replace(larger, stroke=_edge(larger.stroke, by))
        case Clip():
            return replace(larger, shapes=_all(larger.shapes, by))
        case _:
            return larger


def _line(stroke: Stroke, by: float) -> Stroke:
    return replace(stroke, width=stroke.width * by, dash=tuple(part * by for part in stroke.dash))


def _edge(stroke: Stroke | None, by: float) -> Stroke | None:
    return None if stroke is None else _line(stroke, by)


def _hatch(pattern: Pattern | None, by: float) -> Pattern | None:
    if pattern is None:
        return None
    return replace(pattern, spacing=pattern.spacing * by, width=pattern.width * by)
