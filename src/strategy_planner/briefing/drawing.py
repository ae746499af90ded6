"""Painting the shapes of `layout` on a page, and nothing else: the paper's twin of the screen."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from math import hypot
from typing import Any

from reportlab.lib.colors import Color, HexColor

from strategy_planner.briefing.fonts import advances, printable, runs
from strategy_planner.briefing.foreign_words import language_parts
from strategy_planner.layout import shapes as s
from strategy_planner.layout.theme import Theme

_CIRCLE = 0.5523
"""How far the handles of a quarter circle reach, in radii."""


class ShapePainter:
    """Draws shapes on a ReportLab canvas, x to the right and y downward from the page's top."""

    def __init__(self, canvas: Any, height: float, theme: Theme, language: str) -> None:
        self.marks_languages = True
        """Whether words of another language than ``language`` are marked as such."""
        self._canvas = canvas
        self._height = height
        self._theme = theme
        self._language = language
        self._colours: dict[str, Color] = {}

    def paint(self, shapes: Iterable[s.Shape], dx: float = 0.0, dy: float = 0.0) -> None:
        """Draw the shapes from back to front, moved by (dx, dy)."""
        for shape in shapes:
            self._paint_one(shape, dx, dy)

    def words(
        self, x: float, y: float, text: str, size: float, colour: str, weight: s.Weight
    ) -> float:
        """Draw one line of text with its baseline at y; the x behind it."""
        text = printable(text).replace("\n", " ")
        self._canvas.setFillColor(self._colour(colour))
        if not self.marks_languages:
            return self._piece(x, y, text, size, weight)
        for language, part in language_parts(text, self._language):
            if language is not None:
                self._canvas.addLiteral(f"/Span <</Lang ({language})>> BDC")
            x = self._piece(x, y, part, size, weight)
            if language is not None:
                self._canvas.addLiteral("EMC")
        return x

    def _piece(self, x: float, y: float, text: str, size: float, weight: s.Weight) -> float:
        for font, piece in runs(text, weight):
            self._canvas.setFont(font, size)
            self._canvas.drawString(x, self._height - y, piece)
            x += sum(advances(piece, size, weight))
        return x

    def _paint_one(self, shape: s.Shape, dx: float, dy: float) -> None:
        match shape:
            case s.Label():
                self._label(shape, dx, dy)
            case s.Rect():
                outline = _rounded(shape.x + dx, shape.y + dy, shape)
                self._closed(outline, shape.fill, shape.stroke, shape.pattern)
            case s.Polygon():
                moved = [(x + dx, y + dy) for x, y in shape.points]
                self._closed(_lines(moved), shape.fill, shape.stroke, shape.pattern)
            case s.Ellipse():
                outline = _ellipse(shape.x + dx, shape.y + dy, shape.width, shape.height)
                self._closed(outline, shape.fill, shape.stroke, None)
            case s.Polyline():
                moved = [(x + dx, y + dy) for x, y in shape.points]
                self._open(_soft_corners(moved, shape.radius), shape.stroke)
            case s.Arc():
                start, *rest = ((x + dx, y + dy) for x, y in shape.points)
                self._open([(start,), tuple(rest)], shape.stroke)
            case s.Fade():
                self._fade(shape, dx, dy)
            case s.Clip():
                area = s.Rect(shape.x + dx, shape.y + dy, shape.width, shape.height)
                with self._inside(_rounded(area.x, area.y, area)):
                    self.paint(shape.shapes, dx, dy)

    def _label(self, label: s.Label, dx: float, dy: float) -> None:
        x = label.x + dx
        if label.anchor != "start":
            width = sum(advances(printable(label.text), label.size, label.weight))
            x -= width if label.anchor == "end" else width / 2
        self.words(x, label.y + dy, label.text, label.size, label.colour, label.weight)

    def _closed(
        self,
        outline: "_Outline",
        fill: str | None,
        stroke: s.Stroke | None,
        pattern: s.Pattern | None,
    ) -> None:
        if fill is not None:
            self._canvas.setFillColor(self._colour(fill))
            self._canvas.drawPath(self._path(outline, closed=True), stroke=0, fill=1)
        if pattern is not None:
            self._pattern(pattern, outline)
        if stroke is not None:
            self._pen(stroke)
            self._canvas.drawPath(self._path(outline, closed=True), stroke=1, fill=0)

    def _open(self, outline: "_Outline", stroke: s.Stroke) -> None:
        self._pen(stroke)
        self._canvas.drawPath(self._path(outline, closed=False), stroke=1, fill=0)

    def _fade(self, fade: s.Fade, dx: float, dy: float) -> None:
        left, top = fade.x + dx, fade.y + dy
        area = s.Rect(left, top, fade.width, fade.height)
        ends = (self._colour(fade.fill), self._colour(fade.ground))
        with self._inside(_rounded(left, top, area)):
            self._canvas.linearGradient(left, 0, left + fade.width, 0, ends)

    def _pattern(self, pattern: s.Pattern, outline: "_Outline") -> None:
        xs, ys = zip(*(step[-1] for step in outline), strict=True)
        box = (min(xs), min(ys), max(xs), max(ys))
        with self._inside(outline):
            if pattern.kind in {"dots", "check"}:
                self._spots(pattern, box)
            else:
                self._hatch(pattern, box)

    def _hatch(self, pattern: s.Pattern, box: tuple[float, float, float, float]) -> None:
        path = self._canvas.beginPath()
        for x1, y1, x2, y2 in _hatch_lines(pattern.kind, pattern.spacing, box):
            path.moveTo(x1, self._height - y1)
            path.lineTo(x2, self._height - y2)
        self._pen(s.Stroke(pattern.colour, pattern.width))
        self._canvas.drawPath(path, stroke=1, fill=0)

    def _spots(self, pattern: s.Pattern, box: tuple[float, float, float, float]) -> None:
        path, dots = self._canvas.beginPath(), pattern.kind == "dots"
        across, down = (1.0, 0.75) if dots else (1.4, 0.7)
        side = pattern.width * 1.6 if dots else pattern.spacing * 0.7
        left, top, right, bottom = box
        for row, y in enumerate(_steps(top, bottom, pattern.spacing * down)):
            shift = pattern.spacing * across / 2 if row % 2 else 0.0
            for x in _steps(left - shift, right, pattern.spacing * across):
                if dots:
                    path.circle(x + shift, self._height - y, side / 2)
                else:
                    path.rect(x + shift, self._height - y - side, side, side)
        self._canvas.setFillColor(self._colour(pattern.colour))
        self._canvas.drawPath(path, stroke=0, fill=1)

    def _path(self, outline: "_Outline", *, closed: bool) -> Any:
        path, height = self._canvas.beginPath(), self._height
        path.moveTo(outline[0][0][0], height - outline[0][0][1])
        for step in outline[1:]:
            numbers = [number for x, y in step for number in (x, height - y)]
            (path.curveTo if len(step) == 3 else path.lineTo)(*numbers)
        if closed:
            path.close()
        return path

    def _pen(self, stroke: s.Stroke) -> None:
        self._canvas.setStrokeColor(self._colour(stroke.colour))
        self._canvas.setLineWidth(stroke.width)
        self._canvas.setDash(list(stroke.dash))

    def _colour(self, token: str) -> Color:
        if token not in self._colours:
            self._colours[token] = HexColor(self._theme.colour(token))
        return self._colours[token]

    @contextmanager
    def _inside(self, outline: "_Outline") -> Iterator[None]:
        self._canvas.saveState()
        self._canvas.clipPath(self._path(outline, closed=True), stroke=0, fill=0)
        yield
        self._canvas.restoreState()


_Point = tuple[float, float]
_Outline = list[tuple[_Point, ...]]
"""Steps from corner to corner: one point for a straight step, three (two handles) for a curve."""


def _lines(points: Iterable[_Point]) -> _Outline:
    return [(point,) for point in points]


def _rounded(x: float, y: float, rect: s.Rect) -> _Outline:
    right, bottom = x + rect.width, y + rect.height
    r = min(rect.radius, rect.width / 2, rect.height / 2)
    if r <= 0:
        return _lines([(x, y), (right, y), (right, bottom), (x, bottom)])
    k = r * (1 - _CIRCLE)
    return [
        ((x + r, y),),
        ((right - r, y),),
        ((right - k, y), (right, y + k), (right, y + r)),
        ((right, bottom - r),),
        ((right, bottom - k), (right - k, bottom), (right - r, bottom)),
        ((x + r, bottom),),
        ((x + k, bottom), (x, bottom - k), (x, bottom - r)),
        ((x, y + r),),
        ((x, y + k), (x + k, y), (x + r, y)),
    ]


def _ellipse(x: float, y: float, width: float, height: float) -> _Outline:
    a, b = width / 2, height / 2
    cx, cy, p, q = x + a, y + b, a * _CIRCLE, b * _CIRCLE
    return [
        ((cx + a, cy),),
        ((cx + a, cy + q), (cx + p, cy + b), (cx, cy + b)),
        ((cx - p, cy + b), (cx - a, cy + q), (cx - a, cy)),
        ((cx - a, cy - q), (cx - p, cy - b), (cx, cy - b)),
        ((cx + p, cy - b), (cx + a, cy - q), (cx + a, cy)),
    ]


def _soft_corners(points: list[_Point], radius: float) -> _Outline:
    """The line with each corner rounded by at most half of its shorter side."""
    if not radius or len(points) < 3:
        return _lines(points)
    outline = _lines(points[:1])
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        outline += [(start,), (_between(start, corner), _between(end, corner), end)]
    return [*outline, (points[-1],)]


def _towards(corner: _Point, other: _Point, distance: float) -> _Point:
    length = hypot(other[0] - corner[0], other[1] - corner[1])
    share = min(distance / length, 0.5) if length else 0.0
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def _between(end: _Point, corner: _Point) -> _Point:
    """The cubic handle of a quadratic curve with its handle in the corner."""
    return end[0] + (corner[0] - end[0]) * 2 / 3, end[1] + (corner[1] - end[1]) * 2 / 3


def _hatch_lines(
    kind: s.PatternKind, spacing: float, box: tuple[float, float, float, float]
) -> Iterator[tuple[float, float, float, float]]:
    """The lines of a pattern; they start at a common grid, so that neighbours join."""
    left, top, right, bottom = box
    slant = spacing * 1.42
    if kind in {"diag", "cross"}:
        for x in _steps(left + top, right + bottom, slant):
            yield x - top, top, x - bottom, bottom
    if kind in {"back", "cross"}:
        for x in _steps(left - bottom, right - top, slant):
            yield x + top, top, x + bottom, bottom
    if kind == "vert":
        for x in _steps(left, right, spacing):
            yield x, top, x, bottom
    if kind == "horiz":
        for y in _steps(top, bottom, spacing):
            yield left, y, right, y


def _steps(low: float, high: float, step: float) -> list[float]:
    """The multiples of ``step`` from just below ``low`` to just above ``high``."""
    return [k * step for k in range(int(low // step), int(high // step) + 2)]
