"""Glyphs of the maps, lists and charts as shapes: severities and the marks of a roadmap.

Each is drawn around its centre (cx, cy) in a square of ``size``. Colours are tokens; ``ground`` is
what shows through a glyph. Screen and paper draw the same ones (VISUAL 5 and 9).
"""

from math import cos, pi, sin
from typing import Literal

from strategy_planner.layout.shapes import (
    Ellipse,
    Polygon,
    Polyline,
    Shape,
    Stroke,
)

Severity = Literal["error", "warning", "note"]
Shapes = tuple[Shape, ...]
Points = tuple[tuple[float, float], ...]


def octagon(cx: float, cy: float, size: float) -> Points:
    """The corners of an octagon that stands on an edge."""
    radius = size / 2 * 1.06
    return tuple(
        (cx + radius * cos(pi / 8 + k * pi / 4), cy + radius * sin(pi / 8 + k * pi / 4))
        for k in range(8)
    )


def triangle(cx: float, cy: float, size: float, *, down: bool = False) -> Points:
    """The corners of a triangle that points up, or down."""
    turn = -1 if down else 1
    return (
        (cx, cy - turn * size * 0.5),
        (cx + size * 0.54, cy + turn * size * 0.44),
        (cx - size * 0.54, cy + turn * size * 0.44),
    )


def severity_mark(
    severity: Severity, cx: float, cy: float, size: float, ground: str = "surface"
) -> Shapes:
    """Octagon ! for an error, triangle ! for a warning, diamond with a stroke for a note."""
    if severity == "error":
        bang = exclamation(cx, cy, size, ground)
        return (Polygon(octagon(cx, cy, size), fill="late"), *bang)
    if severity == "warning":
        bang = exclamation(cx, cy + size * 0.09, size * 0.82, ground)
        return (Polygon(triangle(cx, cy, size), fill="warn"), *bang)
    line = Stroke("ink2", size * 0.1)
    stroke = Polyline(((cx - size * 0.2, cy), (cx + size * 0.2, cy)), line)
    return (Polygon(diamond_points(cx, cy, size), stroke=line), stroke)


def refusal_mark(cx: float, cy: float, size: float) -> Shapes:
    """A ring with a bar: this cannot be done."""
    line, reach = Stroke("late", size * 0.13), size * 0.3
    bar = Polyline(((cx - reach, cy - reach), (cx + reach, cy + reach)), line)
    return (ring(cx, cy, size * 0.86, line), bar)


def missing_means_mark(cx: float, cy: float, size: float, colour: str = "ink3") -> Shapes:
    """A dotted ring: nothing brings this state about yet."""
    dash = size * 0.11
    return (ring(cx, cy, size * 0.8, Stroke(colour, size * 0.12, (dash, dash * 1.6))),)


def check_mark(cx: float, cy: float, size: float, colour: str) -> Shapes:
    """A tick: done."""
    points = (
        (cx - size * 0.34, cy),
        (cx - size * 0.08, cy + size * 0.26),
        (cx + size * 0.36, cy - size * 0.26),
    )
    return (Polyline(points, Stroke(colour, size * 0.14)),)


def cross_mark(cx: float, cy: float, size: float, colour: str) -> Shapes:
    """Two strokes that cross: broken."""
    reach, line = size * 0.28, Stroke(colour, size * 0.13)
    return (
        Polyline(((cx - reach, cy - reach), (cx + reach, cy + reach)), line),
        Polyline(((cx - reach, cy + reach), (cx + reach, cy - reach)), line),
    )


def diamond_points(cx: float, cy: float, size: float) -> Points:
    """The corners of a square that stands on a corner."""
    half = size / 2
    return ((cx, cy - half), (cx + half, cy), (cx, cy + half), (cx - half, cy))


def milestone_mark(
    cx: float, cy: float, size: float, fill: str | None, stroke: Stroke | None = None
) -> Shapes:
    """◆ a milestone, or a state without a length."""
    return (Polygon(diamond_points(cx, cy, size), fill, stroke),)


def decision_mark(
    cx: float, cy: float, size: float, fill: str | None, stroke: Stroke | None = None
) -> Shapes:
    """★ a decision."""
    outer = size * 0.56
    points = tuple(
        (cx + r * sin(pi * k / 5), cy + size * 0.04 - r * cos(pi * k / 5))
        for k in range(10)
        for r in (outer if k % 2 == 0 else outer * 0.42,)
    )
    return (Polygon(points, fill, stroke),)


def closing_mark(cx: float, cy: float, size: float, colour: str = "ink2") -> Shapes:
    """An upright that stops a short line: from this day on an option is lost."""
    line, reach = Stroke(colour, size * 0.13), size * 0.38
    stop = Polyline(((cx, cy - reach), (cx, cy + reach)), line)
    return (stop, Polyline(((cx - reach, cy), (cx, cy)), line))


def review_mark(cx: float, cy: float, size: float, ground: str = "surface") -> Shapes:
    """△ a review."""
    return (Polygon(triangle(cx, cy, size * 0.92), ground, Stroke("ink2", size * 0.1)),)


def gate_mark(cx: float, cy: float, size: float, ground: str = "surface") -> Shapes:
    """▽ a window that opens only at times."""
    points = triangle(cx, cy, size * 0.88, down=True)
    return (Polygon(points, ground, Stroke("warn", size * 0.13)),)


def ring(cx: float, cy: float, size: float, stroke: Stroke, fill: str | None = None) -> Ellipse:
    """A circle."""
    return Ellipse(cx - size / 2, cy - size / 2, size, size, fill, stroke)


def exclamation(cx: float, cy: float, size: float, colour: str) -> Shapes:
    """The stroke and the dot of a warning."""
    dot = size * 0.15
    bar = Polyline(((cx, cy - size * 0.27), (cx, cy + size * 0.08)), Stroke(colour, size * 0.13))
    return (bar, Ellipse(cx - dot / 2, cy + size * 0.26 - dot / 2, dot, dot, colour))
