"""Bars side by side, one for each item, from one value to another: what drives, what would help."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from strategy_planner.layout.charts.chart import Chart, Row
from strategy_planner.layout.charts.notes import notes
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.to_be_set import to_be_set
from strategy_planner.layout.shapes import (
    Anchor,
    Label,
    Measure,
    Pattern,
    Picture,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)
from strategy_planner.layout.text_breaking import break_title

_LEAST_BARS = 130.0
_NAME_SHARE = 0.42
_BAR = 0.62
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """One item: its bar goes from ``start`` to ``end``; ``shown`` is its figure in words."""

    item: str
    name: str
    start: float
    end: float
    shown: str


@dataclass(frozen=True, slots=True)
class Bars:
    """``lines`` are the values of the scale with their figures, the lowest first; at least two."""

    sentence: str
    heading: str
    """What the length of a bar means."""
    bars: tuple[Bar, ...]
    lines: tuple[tuple[float, str], ...]
    origin: float
    """The value from which bars are read; a stronger line stands there."""
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Field:
    """Where the bars stand: from ``left`` to ``right``, room for figures within."""

    left: float
    right: float
    low: float
    high: float

    def x(self, value: float) -> float:
        share = (min(max(value, self.low), self.high) - self.low) / (self.high - self.low)
        return self.left + share * (self.right - self.left)


def bars_chart(data: Bars, language: str, measure: Measure, options: ChartOptions) -> Chart:
    """The bars in the order given, as high as they need to be; without any a dashed frame."""
    values = ((data.heading, ""), *((bar.name, bar.shown) for bar in data.bars))
    rows: tuple[Row, ...] = values
    if not data.bars:
        return Chart(to_be_set(language, measure, options), data.sentence, rows)
    return Chart(_picture(data, measure, options), data.sentence, rows)


def _picture(data: Bars, measure: Measure, o: ChartOptions) -> Picture:
    figure = max(measure(bar.shown, o.small, 700) for bar in data.bars) + 6 * o.unit
    width = max(o.width, (_LEAST_BARS + 120) * o.unit + 2 * figure)
    names = width * _NAME_SHARE
    low, high = data.lines[0][0], data.lines[-1][0]
    before = figure if any(bar.end < data.origin for bar in data.bars) else 6 * o.unit
    field = _Field(names + before, width - figure, low, high)
    top, shapes = 2.3 * o.line, list[Shape]()
    for bar in data.bars:
        lines = break_title(bar.name, measure, o.text, 400, names - 8 * o.unit, _MOST_LINES)
        height = max(len(lines) * o.line, o.line * 1.2) + 5 * o.unit
        shapes.append(Rect(0, top, width, height, item=bar.item))
        shapes += _name(lines, top + height / 2, o)
        shapes += _bar(bar, field, top + height / 2, o)
        top += height
    ground = list(_scale(data, field, top, measure, o))
    heading = break_title(data.heading, measure, o.small, 500, width)
    ground += [Label(0, baseline(o.line / 2, o.small), heading[0], o.small, "ink2", 500)]
    below, foot = notes((*heading[1:], *data.notes), top + 4 * o.unit, width, measure, o)
    frame = Rect(0, 0, width, foot, o.ground)
    return Picture(width, foot, (frame, *ground, *shapes, *below))


def _name(lines: Sequence[str], middle: float, o: ChartOptions) -> Iterator[Shape]:
    first = middle - (len(lines) - 1) * o.line / 2
    for place, line in enumerate(lines):
        yield Label(0, baseline(first + place * o.line, o.text), line, o.text, "ink")


def _bar(bar: Bar, field: _Field, middle: float, o: ChartOptions) -> Iterator[Shape]:
    start, end = field.x(bar.start), field.x(bar.end)
    backwards = bar.end < bar.start
    height = o.line * _BAR
    pattern = Pattern("back", "track1.mark", 5 * o.unit, o.unit) if backwards else None
    yield Rect(
        min(start, end), middle - height / 2, max(abs(end - start), o.unit), height,
        "track1.solid", Stroke("track1.edge", 1.1 * o.unit), pattern, 0.0, bar.item,
    )  # fmt: skip
    x = end - 4 * o.unit if backwards else end + 4 * o.unit
    anchor: Anchor = "end" if backwards else "start"
    yield Label(x, baseline(middle, o.small), bar.shown, o.small, "ink", 700, anchor)


def _scale(
    data: Bars, field: _Field, bottom: float, measure: Measure, o: ChartOptions
) -> Iterator[Shape]:
    """The lines of the scale; a figure that would meet the one before it is left out."""
    top, ended = 2 * o.line, float("-inf")
    for value, text in data.lines:
        x = field.x(value)
        colour = "control" if value == data.origin else "line"
        yield Polyline(((x, top), (x, bottom)), Stroke(colour, o.unit))
        half = measure(text, o.small, 400) / 2
        if x - half >= ended:
            y = baseline(1.5 * o.line, o.small)
            yield Label(x, y, text, o.small, "ink2", 400, "middle")
            ended = x + half + 4 * o.unit


def even_lines(low: float, high: float, step: float, shown: str) -> tuple[tuple[float, str], ...]:
    """Lines from ``low`` to ``high`` with their figures in a format such as ``{:.0%}``."""
    count = round((high - low) / step)
    values = (low + place * step for place in range(count + 1))
    return tuple((value, shown.format(value)) for value in values)
