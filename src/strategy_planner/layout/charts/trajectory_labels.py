"""The words on a KPI's chart: its gap, the ends of its lines, its values, its legend."""

from collections.abc import Iterator

from strategy_planner.analysis.kpis.figures import derived_value, given_value
from strategy_planner.analysis.kpis.reasons import gap_in_words
from strategy_planner.language import Message, message
from strategy_planner.layout.charts.gutter import End
from strategy_planner.layout.charts.legend import Entry
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.placing import Box, Placing
from strategy_planner.layout.charts.plot import Plot
from strategy_planner.layout.charts.strokes import stroke_of
from strategy_planner.layout.charts.trajectory_data import Trajectory
from strategy_planner.layout.charts.trajectory_lines import levels_of, marked_points, where
from strategy_planner.layout.shapes import Label, Polyline, Shape, Stroke, Weight

_MARK = 6.0


def keep_off(data: Trajectory, plot: Plot, labels: Placing, o: ChartOptions) -> None:
    """Marks and lines that labels shall not stand on."""
    half = 4 * o.unit
    for _, points in marked_points(data):
        for x, y in (plot.at(*point) for point in points):
            labels.taken.append(Box(x - half, y - half, x + half, y + half))
    for line in (data.needed, data.trend, data.forecast, data.measured):
        labels.lines.append(where(line, plot))
    for _, y in levels_of(data, plot):
        labels.lines.append(((plot.box.left, y), (plot.box.right, y)))
    if data.status is not None:
        x = plot.years.x(data.status)
        labels.lines.append(((x, plot.box.top), (x, plot.box.bottom)))


def bracket(
    data: Trajectory, plot: Plot, labels: Placing, language: str, o: ChartOptions
) -> list[Shape]:
    """What is missing between the last measured value and what was needed then, with its number."""
    if data.gap is None or data.needed_then is None or not data.measured:
        return []
    time, wanted = data.needed_then
    last = max((point for point in data.measured if point[0] <= time), default=data.measured[-1])
    colour = "late" if data.gap < 0 else "ok"
    x, top = plot.at(time, wanted)
    bottom = plot.values.y(last[1])
    x += 9 * o.unit if x + 12 * o.unit < plot.box.right else -9 * o.unit
    foot = 4 * o.unit
    shape = Polyline(((x - foot, top), (x, top), (x, bottom), (x - foot, bottom)),
                     Stroke(colour, 1.6 * o.unit))  # fmt: skip
    labels.taken.append(Box(x - foot, min(top, bottom), x, max(top, bottom)))
    words = gap_in_words(data.gap).into(language)
    label = Label(x, (top + bottom) / 2, words, o.text, colour, 700)
    placed = labels.put(label, 5 * o.unit, must=True)
    if placed is None:
        return [shape]
    return [shape, *labels.leader(placed, (label.x, label.y), o), placed]


def end_labels(data: Trajectory, language: str) -> Iterator[End]:
    """The labels at the right: the target, and where the lines that run there end."""
    if data.target is not None:
        time, goal = data.target
        words = message("Target {value}", value=given_value(goal))
        if time is None:
            words = message("Target {value}, day to be set", value=given_value(goal))
        yield End(words.into(language), time, goal, "accent", 700)
    if data.forecast:
        time, value = data.forecast[-1]
        words = message("Forecast {value}", value=derived_value(value))
        yield End(words.into(language), time, value, "ink", 700)
    if data.trend:
        time, value = data.trend[-1]
        words = message("Business as usual {value}", value=derived_value(value))
        yield End(words.into(language), time, value, "ink2", 400)


def point_labels(
    data: Trajectory, plot: Plot, labels: Placing, language: str, o: ChartOptions
) -> Iterator[Shape]:
    """Baseline, last measured value, `reached_at`, then waypoints and earlier values with room."""
    if data.reached_at is not None:
        text = message("Counts as reached: {value}", value=given_value(data.reached_at))
        y = plot.values.y(data.reached_at)
        label = Label(plot.box.left, y, text.into(language), o.small, "ok", 500)
        placed = labels.put_along(label, plot.box.right, 3 * o.unit)
        if placed is not None:
            yield placed
    for words, x, y, colour, weight, must in _named_points(data, plot, language):
        label = Label(x, y, words, o.small, colour, weight)
        placed = labels.put(label, _MARK * o.unit, must=must)
        if placed is not None:
            yield from labels.leader(placed, (x, y), o)
            yield placed


def _named_points(
    data: Trajectory, plot: Plot, language: str
) -> Iterator[tuple[str, float, float, str, Weight, bool]]:
    if data.baseline is not None:
        at, value = data.baseline
        words = message("Baseline {value}", value=given_value(value)).into(language)
        x = plot.box.left if at is None else plot.years.x(at)
        yield words, x, plot.values.y(value), "ink2", 400, True
    if data.measured:
        time, value = data.measured[-1]
        words = message("Measured {value}", value=given_value(value)).into(language)
        yield words, *plot.at(time, value), "ink", 700, True
    for time, value in data.waypoints:
        yield given_value(value), *plot.at(time, value), "accent", 400, False
    for time, value in reversed(data.measured[:-1]):
        yield given_value(value), *plot.at(time, value), "ink2", 400, False


def legend_entries(data: Trajectory, language: str, o: ChartOptions) -> Iterator[Entry]:
    """The signs that this chart has to be read with."""
    signs: tuple[tuple[bool, Stroke | str, Message], ...] = (
        (bool(data.measured), "measured", message("Measured")),
        (bool(data.needed), stroke_of("needed", o), message("Needed")),
        (bool(data.forecast), stroke_of("forecast", o), message("Forecast with the actions")),
        (bool(data.trend), stroke_of("usual", o), message("Business as usual")),
        (data.baseline is not None and data.baseline[0] is not None, "baseline",
         message("Baseline")),
        (bool(data.waypoints), "waypoint", message("Waypoint")),
        (data.target is not None and data.target[0] is not None, "target", message("Target")),
        (data.reached_at is not None, stroke_of("reached", o), message("Counts as reached")),
    )  # fmt: skip
    for is_there, sign, words in signs:
        if is_there:
            yield sign, words.into(language)
