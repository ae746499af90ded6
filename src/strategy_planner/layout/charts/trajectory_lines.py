"""The lines and marks of a KPI's chart."""

from collections.abc import Iterator, Sequence

from strategy_planner.layout.charts.legend import mark
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.plot import Plot
from strategy_planner.layout.charts.strokes import Line, stroke_of
from strategy_planner.layout.charts.trajectory_data import Point, Trajectory
from strategy_planner.layout.shapes import Clip, Polyline, Shape


def curves(data: Trajectory, plot: Plot, o: ChartOptions) -> list[Shape]:
    """All lines, cut off where they leave the scale."""
    box = plot.box
    curves: tuple[tuple[Line, tuple[Point, ...]], ...] = (
        ("usual", data.trend), ("needed", data.needed),
        ("measured", data.measured), ("forecast", data.forecast),
    )  # fmt: skip
    inside = [
        Polyline(where(points, plot), stroke_of(name, o))
        for name, points in curves
        if len(points) > 1
    ]
    inside += [
        Polyline(((box.left, y), (box.right, y)), stroke_of(name, o))
        for name, y in levels_of(data, plot)
    ]
    return [Clip(box.left, box.top, box.right - box.left, box.bottom - box.top, tuple(inside))]


def levels_of(data: Trajectory, plot: Plot) -> Iterator[tuple[Line, float]]:
    """The values that hold whatever the day: `reached_at`, and ends of which no day is set."""
    if data.reached_at is not None:
        yield "reached", plot.values.y(data.reached_at)
    ends: tuple[tuple[Line, tuple[float | None, float] | None], ...] = (
        ("baseline", data.baseline), ("needed", data.target),
    )  # fmt: skip
    for name, end in ends:
        if end is not None and end[0] is None:
            yield name, plot.values.y(end[1])


def where(points: Sequence[Point], plot: Plot) -> tuple[tuple[float, float], ...]:
    """The line on the surface, going on beyond the scale where the values do."""
    low, high = plot.values.lines[0], plot.values.lines[-1]
    scale = (plot.values.bottom - plot.values.top) / (high - low)
    far = 4 * (plot.values.bottom - plot.values.top)
    return tuple(
        (plot.years.x(time), plot.values.bottom - min(max((value - low) * scale, -far), far))
        for time, value in points
    )


def marks(data: Trajectory, plot: Plot, o: ChartOptions) -> list[Shape]:
    """A mark for each value that was given with a day, what was measured in front."""
    shapes: list[Shape] = []
    for name, points in marked_points(data):
        for time, value in points:
            shapes += mark(name, *plot.at(time, value), o)
    return shapes


def marked_points(data: Trajectory) -> Iterator[tuple[str, list[Point]]]:
    """The name of each kind of mark, and where it stands."""
    yield "waypoint", list(data.waypoints)
    for name, end in (("baseline", data.baseline), ("target", data.target)):
        yield name, [(end[0], end[1])] if end is not None and end[0] is not None else []
    yield "measured", list(data.measured)
