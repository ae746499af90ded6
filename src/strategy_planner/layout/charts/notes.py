"""Sentences under a chart: what its figures rest on."""

from collections.abc import Iterable

from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.shapes import Label, Measure, Shape, baseline
from strategy_planner.layout.text_breaking import break_title


def notes(
    sentences: Iterable[str], top: float, width: float, measure: Measure, o: ChartOptions
) -> tuple[list[Shape], float]:
    """The sentences in lines of ``width`` from ``top`` on, and where they end."""
    shapes: list[Shape] = []
    for sentence in sentences:
        for line in break_title(sentence, measure, o.small, 400, width):
            middle = top + o.line / 2
            shapes.append(Label(0, baseline(middle, o.small), line, o.small, "ink2"))
            top += o.line
    return shapes, top
