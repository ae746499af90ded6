"""The names of years where the window shows only a part of them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from strategy_planner.gui.fonts import measure
from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.shapes import Label, Shape


def years_in_sight(
    shapes: Iterable[Shape], axis: TimeAxis, first: float, last: float
) -> Iterator[Shape]:
    """The shapes of the header, seen from ``first`` to ``last`` along the axis.

    The name of a year, which stands in the middle of its column, moves to the middle of what is
    visible of it; without room there it is left out rather than cut, as a quarter or month is at
    the left end.
    """
    columns = [(axis.column(years[0])[0], axis.column(years[-1])[1]) for years in axis.columns]
    cut = [(left, right) for left, right in columns if left < first < right or left < last < right]
    for shape in shapes:
        if not isinstance(shape, Label) or shape.anchor != "middle":
            yield shape
            continue
        width, column = measure(shape.text, shape.size, shape.weight), _column_of(shape, cut)
        if column is None:
            if not shape.x - width / 2 < first < shape.x + width / 2:
                yield shape
            continue
        left, right = max(column[0], first), min(column[1], last)
        if width <= right - left:
            yield replace(shape, x=(left + right) / 2)


def _column_of(label: Label, columns: Iterable[tuple[float, float]]) -> tuple[float, float] | None:
    """The column of a year whose name a label is."""
    return next((each for each in columns if abs(sum(each) / 2 - label.x) < 0.5), None)
