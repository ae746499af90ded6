"""A picture as SVG 1.1: the same drawing as on screen and paper, its text as text.

Fonts are named and not embedded: whoever opens the file without Noto Sans JP sees the nearest
family that a system brings for Japanese, set to the width that each text was given room for.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from math import hypot
from xml.sax.saxutils import escape

from strategy_planner.layout import shapes as s
from strategy_planner.layout.theme import Theme

FAMILIES = (
    "Noto Sans JP", "Noto Sans CJK JP", "Yu Gothic UI", "Hiragino Sans", "Meiryo", "Noto Sans",
)  # fmt: skip
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML 1.0 document can hold."""
_Point = tuple[float, float]


def svg_of(picture: s.Picture, theme: Theme, measure: s.Measure, title: str, language: str) -> str:
    """The SVG document of a picture; ``title`` is what a screen reader says of it."""
    drawing = _Drawing(theme, measure)
    body = drawing.written(picture.shapes)
    width, height = _number(picture.width), _number(picture.height)
    families = ", ".join(f"'{name}'" for name in FAMILIES)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<svg xmlns="http://www.w3.org/2000/svg" version="1.1" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}" xml:lang="{language}" role="img" '
        f'font-family="{families}, sans-serif">\n'
        f"<title>{_text(title)}</title>\n"
        + "".join(["<defs>\n", *drawing.definitions, "</defs>\n"])
        + "\n".join(body)
        + "\n</svg>\n"
    )


class _Drawing:
    """The elements of one document, with the patterns and clips that they name."""

    def __init__(self, theme: Theme, measure: s.Measure) -> None:
        self._theme = theme
        self._measure = measure
        self._names: dict[tuple[object, ...], str] = {}
        self.definitions: list[str] = []

    def written(self, shapes: Iterable[s.Shape]) -> list[str]:
        return [element for shape in shapes for element in self._elements(shape)]

    def _elements(self, shape: s.Shape) -> Iterator[str]:
        match shape:
            case s.Label():
                yield self._label(shape)
            case s.Rect():
                yield from self._closed(_rect(shape), shape.fill, shape.pattern, shape.stroke)
            case s.Polygon():
                outline = f'<path d="{_line(shape.points)}Z"'
                yield from self._closed(outline, shape.fill, shape.pattern, shape.stroke)
            case s.Ellipse():
                yield from self._closed(_ellipse(shape), shape.fill, None, shape.stroke)
            case s.Polyline():
                yield f'<path d="{_soft(shape.points, shape.radius)}"{self._open(shape.stroke)}/>'
            case s.Arc():
                (x, y), *rest = shape.points
                curve = " ".join(map(_place, rest))
                yield f'<path d="M{_place((x, y))}C{curve}"{self._open(shape.stroke)}/>'
            case s.Fade():
                box = _rect(s.Rect(shape.x, shape.y, shape.width, shape.height))
                yield f'{box} fill="url(#{self._ramp(shape)})"/>'
            case s.Clip():
                yield f'<g clip-path="url(#{self._clip(shape)})">'
                yield from self.written(shape.shapes)
                yield "</g>"

    def _label(self, label: s.Label) -> str:
        anchor = "" if label.anchor == "start" else f' text-anchor="{label.anchor}"'
        weight = "" if label.weight == 400 else f' font-weight="{label.weight}"'
        width = self._measure(label.text, label.size, label.weight)
        room = f' textLength="{_number(width)}" lengthAdjust="spacingAndGlyphs"' if width else ""
        return (
            f'<text x="{_number(label.x)}" y="{_number(label.y)}" '
            f'font-size="{_number(label.size)}"{weight}{anchor}{room} '
            f'fill="{self._theme.colour(label.colour)}" xml:space="preserve">'
            f"{_text(label.text)}</text>"
        )

    def _closed(
        self, outline: str, fill: str | None, pattern: s.Pattern | None, stroke: s.Stroke | None
    ) -> Iterator[str]:
        ground = "none" if fill is None else self._theme.colour(fill)
        edge = "" if stroke is None else self._pen(stroke)
        if pattern is None:
            yield f'{outline} fill="{ground}"{edge}/>'
            return
        if fill is not None:
            yield f'{outline} fill="{ground}"/>'
        yield f'{outline} fill="url(#{self._pattern(pattern)})"{edge}/>'

    def _open(self, stroke: s.Stroke) -> str:
        return f' fill="none"{self._pen(stroke)}'

    def _pen(self, stroke: s.Stroke) -> str:
        dashes = ",".join(map(_number, stroke.dash))
        return (
            f' stroke="{self._theme.colour(stroke.colour)}" stroke-width="{_number(stroke.width)}"'
            + (f' stroke-dasharray="{dashes}"' if dashes else "")
        )

    def _pattern(self, pattern: s.Pattern) -> str:
        def made(name: str) -> str:
            width, height, marks = _tile(pattern, self._theme.colour(pattern.colour))
            return (
                f'<pattern id="{name}" patternUnits="userSpaceOnUse" width="{_number(width)}" '
                f'height="{_number(height)}">{marks}</pattern>\n'
            )

        colour = self._theme.colour(pattern.colour)
        key = ("pattern", pattern.kind, colour, pattern.spacing, pattern.width)
        return self._defined(key, made)

    def _ramp(self, fade: s.Fade) -> str:
        fill = self._theme.colour(fade.fill)
        return self._defined(
            ("ramp", fill),
            lambda name: (
                f'<linearGradient id="{name}"><stop offset="0" stop-color="{fill}"/>'
                f'<stop offset="1" stop-color="{fill}" stop-opacity="0"/></linearGradient>\n'
            ),
        )

    def _clip(self, clip: s.Clip) -> str:
        box = _rect(s.Rect(clip.x, clip.y, clip.width, clip.height))
        return self._defined(
            ("clip", box), lambda name: f'<clipPath id="{name}">{box}/></clipPath>\n'
        )

    def _defined(self, key: tuple[object, ...], made: Callable[[str], str]) -> str:
        """The name of a definition, which is written when it is first asked for."""
        if key not in self._names:
            self._names[key] = f"d{len(self._names)}"
            self.definitions.append(made(self._names[key]))
        return self._names[key]


def _tile(pattern: s.Pattern, colour: str) -> tuple[float, float, str]:
    """The repeated piece of a pattern: its width, its height and what is drawn on it."""
    step, line = pattern.spacing, f'stroke="{colour}" stroke-width="{_number(pattern.width)}"'
    slant = step * 1.42
    if pattern.kind == "dots":
        radius = _number(pattern.width * 0.8)
        places = ((step / 4, step * 0.375), (step * 0.75, step * 1.125))
        dots = "".join(
            f'<circle cx="{_number(x)}" cy="{_number(y)}" r="{radius}" fill="{colour}"/>'
            for x, y in places
        )
        return step, step * 1.5, dots
    if pattern.kind == "check":
        side = step * 0.7
        squares = f"M0 0h{_number(side)}v{_number(side)}h{_number(side)}v{_number(side)}"
        back = f"h-{_number(side)}v-{_number(side)}h-{_number(side)}Z"
        return 2 * side, 2 * side, f'<path d="{squares}{back}" fill="{colour}"/>'
    if pattern.kind in {"vert", "horiz"}:
        middle = _number(step / 2)
        way = (
            f"M{middle} 0V{_number(step)}"
            if pattern.kind == "vert"
            else f"M0 {middle}H{_number(step)}"
        )
        return step, step, f'<path d="{way}" {line}/>'
    rising = _slanted([(0.0, slant), (slant, 0.0)], slant)
    falling = _slanted([(0.0, 0.0), (slant, slant)], slant)
    ways = {"diag": rising, "back": falling, "cross": rising + falling}[pattern.kind]
    return slant, slant, f'<path d="{ways}" {line}/>'


def _slanted(ends: list[_Point], side: float) -> str:
    """A diagonal of a tile, longer than the tile, and its neighbours', so that corners join."""
    (x1, y1), (x2, y2) = ends
    fall = (y2 - y1) / (x2 - x1)
    return "".join(
        f"M{_place((x1 - side + shift, y1 - fall * side))}L{_place((x2 + side + shift, y2 + fall * side))}"
        for shift in (-side, 0.0, side)
    )


def _rect(rect: s.Rect) -> str:
    radius = min(rect.radius, rect.width / 2, rect.height / 2)
    corners = f' rx="{_number(radius)}"' if radius > 0 else ""
    return (
        f'<rect x="{_number(rect.x)}" y="{_number(rect.y)}" width="{_number(max(0.0, rect.width))}" '
        f'height="{_number(max(0.0, rect.height))}"{corners}'
    )


def _ellipse(ellipse: s.Ellipse) -> str:
    a, b = ellipse.width / 2, ellipse.height / 2
    return (
        f'<ellipse cx="{_number(ellipse.x + a)}" cy="{_number(ellipse.y + b)}" '
        f'rx="{_number(a)}" ry="{_number(b)}"'
    )


def _line(points: Iterable[_Point]) -> str:
    return "M" + "L".join(map(_place, points))


def _soft(points: tuple[_Point, ...], radius: float) -> str:
    """The line with each corner rounded by at most half of its shorter side."""
    if not radius or len(points) < 3:
        return _line(points)
    way = f"M{_place(points[0])}"
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        start, end = _towards(corner, before, radius), _towards(corner, after, radius)
        way += f"L{_place(start)}Q{_place(corner)} {_place(end)}"
    return f"{way}L{_place(points[-1])}"


def _towards(corner: _Point, other: _Point, distance: float) -> _Point:
    length = hypot(other[0] - corner[0], other[1] - corner[1])
    share = min(distance / length, 0.5) if length else 0.0
    return corner[0] + (other[0] - corner[0]) * share, corner[1] + (other[1] - corner[1]) * share


def _place(point: _Point) -> str:
    return f"{_number(point[0])} {_number(point[1])}"


def _number(value: float) -> str:
    """At most two decimals: a hundredth of a pixel is seen by nobody."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _text(text: str) -> str:
    return escape(_UNWRITABLE.sub("", text))
