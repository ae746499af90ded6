"""What the signs of a chart mean, under it."""

from collections.abc import Sequence

from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.shapes import (
    Ellipse,
    Label,
    Measure,
    Pattern,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)
from strategy_planner.layout.text_breaking import break_title

Sign = Stroke | Rect | str
"""A line, a filled box (its place does not matter), or the name of a mark."""
Entry = tuple[Sign, str]
_SAMPLE, _GAP = 22.0, 14.0


def legend(
    entries: Sequence[Entry], top: float, width: float, measure: Measure, o: ChartOptions
) -> tuple[list[Shape], float]:
    """The signs with their words in lines of ``width`` from ``top`` on, and where they end.

    Words that are longer than a line go on in the next.
    """
    shapes: list[Shape] = []
    x, y = 0.0, top
    indent = (_SAMPLE + 5) * o.unit
    for sign, words in entries:
        lines = break_title(words, measure, o.small, 400, width - indent)
        need = indent + max(measure(line, o.small, 400) for line in lines)
        if x > 0 and (x + need > width or len(lines) > 1):
            x, y = 0.0, y + o.line
        shapes += _sample(sign, x, y + o.line / 2, o)
        for place, line in enumerate(lines):
            foot = baseline(y + (place + 0.5) * o.line, o.small)
            shapes.append(Label(x + indent, foot, line, o.small, "ink2"))
        x += need + _GAP * o.unit
        if len(lines) > 1:
            x, y = 0.0, y + len(lines) * o.line
    return shapes, (y + o.line if x > 0 else y)


def _sample(sign: Sign, x: float, y: float, o: ChartOptions) -> Sequence[Shape]:
    right, middle = x + _SAMPLE * o.unit, x + _SAMPLE / 2 * o.unit
    if isinstance(sign, Stroke):
        return (Polyline(((x, y), (right, y)), sign),)
    if isinstance(sign, Rect):
        height = 10 * o.unit
        box = Rect(x, y - height / 2, right - x, height, sign.fill, sign.stroke, sign.pattern)
        return (box,)
    return mark(sign, middle, y, o)


def mark(name: str, x: float, y: float, o: ChartOptions) -> Sequence[Shape]:
    """The mark of a value: ● measured, ○ baseline, ◇ waypoint, ◎ target (VISUAL 10)."""
    unit = o.unit
    if name == "measured":
        return (_circle(x, y, 4 * unit, "ink"),)
    if name == "baseline":
        return (_circle(x, y, 4 * unit, o.ground, Stroke("ink", 1.5 * unit)),)
    if name == "target":
        edge = Stroke("accent", 1.5 * unit)
        return (_circle(x, y, 5.5 * unit, o.ground, edge), _circle(x, y, 2.5 * unit, "accent"))
    size = 4.6 * unit
    ends = ((x, y - size), (x + size, y), (x, y + size), (x - size, y), (x, y - size))
    return (
        _circle(x, y, 2.6 * unit, o.ground),
        Polyline(ends, Stroke("accent", 1.4 * unit)),
    )


def late_hatch(o: ChartOptions) -> tuple[str, Stroke, Pattern]:
    """Fill, edge and hatching of what is missing (VISUAL 6)."""
    return (
        "lateWeak",
        Stroke("late", 1.2 * o.unit),
        Pattern("back", "late", 5 * o.unit, 1.1 * o.unit),
    )


def _circle(
    x: float, y: float, radius: float, fill: str | None, stroke: Stroke | None = None
) -> Ellipse:
    return Ellipse(x - radius, y - radius, 2 * radius, 2 * radius, fill, stroke)
