"""The labels at the right of a plot, each beside the end of its line, none over another."""

from collections.abc import Sequence
from dataclasses import dataclass

from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.placing import Placing, box_of, spread
from strategy_planner.layout.charts.plot import Plot
from strategy_planner.layout.shapes import (
    Label,
    Measure,
    Polyline,
    Shape,
    Stroke,
    Weight,
    baseline,
)

_LEADER = 8.0


@dataclass(frozen=True, slots=True)
class End:
    """A label and the time and value that it speaks of; no time means the whole width."""

    words: str
    time: float | None
    value: float
    colour: str = "ink"
    weight: Weight = 400


def gutter_width(ends: Sequence[End], measure: Measure, o: ChartOptions) -> float:
    """The room that the labels need."""
    return max((measure(end.words, o.text, end.weight) for end in ends), default=0.0)


def gutter_shapes(
    ends: Sequence[End], plot: Plot, labels: Placing, measure: Measure, o: ChartOptions
) -> list[Shape]:
    """The labels with a line to what they speak of; what is drawn later keeps off them."""
    heights = [plot.values.y(end.value) for end in ends]
    middles = spread(heights, o.line, plot.values.top - o.line * 0.4, plot.values.bottom)
    left = plot.width - gutter_width(ends, measure, o)
    shapes: list[Shape] = []
    for end, height, middle in zip(ends, heights, middles, strict=True):
        x = plot.box.right if end.time is None else plot.years.x(end.time)
        bend = max(x, left - _LEADER * o.unit)
        leader = ((x, height), (bend, height), (left - 3 * o.unit, middle))
        shapes.append(Polyline(leader, Stroke("line2", o.unit)))
        label = Label(left, baseline(middle, o.text), end.words, o.text, end.colour, end.weight)
        labels.taken.append(box_of(label, measure))
        labels.lines.append(leader)
        shapes.append(label)
    return shapes
