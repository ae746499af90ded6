"""The ground of a chart over years: value lines with their figures, the axis, the status date."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from strategy_planner.analysis.kpis.figures import given_value
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.placing import Box, Placing, box_of
from strategy_planner.layout.charts.values import ValueScale
from strategy_planner.layout.charts.years import YearScale, axis_height, axis_shapes, corner_width
from strategy_planner.layout.shapes import (
    Label,
    Measure,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)

_LEAST_PLOT = 190.0
_LEAST_HEIGHT = 120.0
_GUTTER_GAP = 12.0
_UNDER = 5.0
"""What is left free between the lowest value line and the years."""


@dataclass(frozen=True, slots=True)
class Plot:
    """The room between the value lines: its edges, and the scales of both axes."""

    width: float
    years: YearScale
    values: ValueScale
    foot: float
    """Where the axis ends and the legend begins."""

    @property
    def box(self) -> Box:
        return Box(self.years.left, self.values.top, self.years.right, self.values.bottom)

    def at(self, time: float, value: float) -> tuple[float, float]:
        """Where a value at a time stands."""
        return self.years.x(time), self.values.y(value)


def plot_of(
    years: range,
    start_month: int,
    lines: Sequence[float],
    figures: Sequence[str],
    gutter: float,
    head: float,
    language: str,
    measure: Measure,
    o: ChartOptions,
    *,
    ends: int = 0,
) -> Plot:
    """A plot in the size that is wanted, wider and higher where it could not be read.

    ``gutter`` is the width of the labels at its right, ``head`` that of the line over it,
    ``figures`` are those of the value lines. There are ``ends`` labels in the gutter.
    """
    left = 8 * o.unit + max(
        *(measure(text, o.small, 400) for text in figures), corner_width(language, measure, o)
    )
    right = gutter + (_GUTTER_GAP if gutter else 6) * o.unit
    width = max(o.width, left + _LEAST_PLOT * o.unit + right, head)
    top, under = o.line * 1.6, axis_height(language, o) + _UNDER * o.unit
    foot = max(o.height, _LEAST_HEIGHT * o.unit, top + ends * o.line + under)
    scale = ValueScale(tuple(lines), top, foot - under)
    return Plot(width, YearScale(years, start_month, left, width - right), scale, foot)


def ground_shapes(
    plot: Plot, figures: Sequence[str], unit: str, language: str, measure: Measure, o: ChartOptions
) -> list[Shape]:
    """Everything behind the curves."""
    box = plot.box
    shapes: list[Shape] = []
    for value, text in zip(plot.values.lines, figures, strict=True):
        y = plot.values.y(value)
        colour = "control" if value == 0 or value == plot.values.lines[0] else "line"
        shapes.append(Polyline(((box.left, y), (box.right, y)), Stroke(colour, o.unit)))
        x = box.left - 5 * o.unit
        shapes.append(Label(x, baseline(y, o.small), text, o.small, "ink2", 400, "end"))
    if unit:
        shapes.append(Label(0, baseline(o.line * 0.5, o.small), unit, o.small, "ink2"))
    axis = box.bottom + _UNDER * o.unit
    return [*shapes, *axis_shapes(plot.years, axis, language, measure, o)]


def ground_of(plot: Plot, foot: float, o: ChartOptions) -> Rect:
    """What everything stands on, legend included."""
    return Rect(0, 0, plot.width, foot, o.ground)


def figures_of(lines: Sequence[float]) -> list[str]:
    """The figures of the value lines."""
    return [given_value(value) for value in lines]


def head_width(unit: str, words: str, measure: Measure, o: ChartOptions) -> float:
    """The room that the unit and a label over the plot need beside each other."""
    return measure(unit, o.small, 400) + measure(words, o.text, 700) + 12 * o.unit


def status_shapes(
    plot: Plot, time: float | None, unit: str, words: str, measure: Measure, o: ChartOptions
) -> list[Shape]:
    """The status date: a red line with ▼ and its name at its head; nothing outside the years."""
    years = plot.years
    if time is None or not 0 <= time - years.begins <= len(years.years):
        return []
    x, top, half = years.x(time), plot.values.top, 4.5 * o.unit
    return [
        Polyline(((x, top), (x, plot.values.bottom)), Stroke("today", 1.4 * o.unit)),
        Polygon(((x - half, top - 5 * o.unit), (x + half, top - 5 * o.unit), (x, top)), "today"),
        head_label(plot, x, unit, Label(x, 0, words, o.small, "today", 500), measure, o),
    ]


def head_label(
    plot: Plot, x: float, unit: str, label: Label, measure: Measure, o: ChartOptions
) -> Label:
    """A label over the plot, above x as nearly as the unit at its left and the edge allow."""
    width = measure(label.text, label.size, label.weight)
    left = max(plot.box.left, measure(unit, o.small, 400) + 8 * o.unit)
    place = min(max(x - width / 2, left), plot.width - width)
    return replace(label, x=place, y=baseline(o.line * 0.5, label.size))


def placing_in(plot: Plot, measure: Measure, shapes: Sequence[Shape]) -> Placing:
    """Places for labels in a plot, off what stands there already."""
    box = plot.box
    taken = [box_of(shape, measure) for shape in shapes if isinstance(shape, Label)]
    return Placing(Box(box.left, 0.0, plot.width, box.bottom), measure, taken)
