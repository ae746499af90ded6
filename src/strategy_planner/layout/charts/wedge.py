"""The wedge chart: business as usual, what each action adds to it, and what is missing still."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from strategy_planner.analysis.kpis.figures import derived_value
from strategy_planner.language import message, message_plural
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.charts.gutter import End, gutter_shapes, gutter_width
from strategy_planner.layout.charts.legend import Entry, late_hatch, legend
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.plot import (
    Plot,
    figures_of,
    ground_of,
    ground_shapes,
    head_width,
    placing_in,
    plot_of,
)
from strategy_planner.layout.charts.strokes import stroke_of
from strategy_planner.layout.charts.to_be_set import to_be_set
from strategy_planner.layout.charts.values import round_lines
from strategy_planner.layout.charts.wedge_data import Point, Wedge, Wedges
from strategy_planner.layout.charts.wedge_words import wedge_sentence, wedge_values
from strategy_planner.layout.charts.years import fiscal_years
from strategy_planner.layout.shapes import (
    Measure,
    Pattern,
    Picture,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
)
from strategy_planner.layout.theme import TRACK_COUNT, Theme, theme

_MOST = 8
"""So many wedges are drawn; their colours and patterns are all different."""
Band = tuple[Sequence[float], Sequence[float]]
"""The lower and the upper edge of a wedge, a value for each time."""


def wedge_chart(data: Wedges, language: str, measure: Measure, options: ChartOptions) -> Chart:
    """The chart; where no year is known yet, a dashed frame that says so."""
    sentence = wedge_sentence(data).into(language)
    values = wedge_values(data, language)
    if len(data.times) < 2:
        return Chart(to_be_set(language, measure, options), sentence, values)
    data = _joined(data, language)
    return Chart(_picture(data, language, measure, options), sentence, values)


def _picture(data: Wedges, language: str, measure: Measure, o: ChartOptions) -> Picture:
    bands = _bands(data)
    edges = [value for band in bands for edge in band for value in edge]
    wanted = [value for value in data.needed if value is not None]
    lines = round_lines([*data.usual, *data.forecast, *wanted, *edges])
    figures = figures_of(lines)
    ends, entries = list(_ends(data, bands, language)), list(_entries(data, language, o))
    gutter = gutter_width(ends, measure, o)
    head = head_width(data.unit, "", measure, o)
    years = fiscal_years(data.times, data.start_month)
    plot = plot_of(
        years, data.start_month, lines, figures, gutter, head, language, measure, o,
        ends=len(ends),
    )  # fmt: skip
    shapes = ground_shapes(plot, figures, data.unit, language, measure, o)
    labels = placing_in(plot, measure, shapes)
    for place, (wedge, band) in enumerate(zip(data.wedges, bands, strict=True)):
        fill, stroke, pattern = _look(place, o)
        corners = _corners(data.times, band, plot)
        shapes.append(Polygon(corners, fill, stroke, pattern, wedge.item or None))
    shapes += _missing(data, plot, o)
    shapes += _lines(data, plot, o)
    shapes += gutter_shapes(ends, plot, labels, measure, o)
    below, foot = legend(entries, plot.foot + 4 * o.unit, plot.width, measure, o)
    return Picture(plot.width, foot, (ground_of(plot, foot, o), *shapes, *below))


def _joined(data: Wedges, language: str) -> Wedges:
    """The largest wedges; those that would be too thin to tell apart are one."""
    if len(data.wedges) <= _MOST:
        return data
    ranked = sorted(data.wedges, key=lambda wedge: -abs(wedge.added[-1]))
    rest = ranked[_MOST - 1 :]
    words = message_plural("{count} more action", "{count} more actions", len(rest)).into(language)
    added = tuple(map(sum, zip(*(wedge.added for wedge in rest), strict=True)))
    return replace(data, wedges=(*ranked[: _MOST - 1], Wedge("", "", words, added)))


def _bands(data: Wedges) -> list[Band]:
    """Each action's wedge: those that help on top of each other, those that harm the other way."""
    turn = -1.0 if data.is_falling else 1.0
    helped, harmed = list(data.usual), list(data.usual)
    bands: list[Band] = []
    for wedge in data.wedges:
        edge = helped if turn * wedge.added[-1] >= 0 else harmed
        below = tuple(edge)
        edge[:] = [value + more for value, more in zip(edge, wedge.added, strict=True)]
        bands.append((below, tuple(edge)))
    return bands


def _look(place: int, o: ChartOptions) -> tuple[str, Stroke, Pattern | None]:
    """Colour and pattern of a wedge; a colour that comes again has another pattern."""
    track = place % TRACK_COUNT + 1
    kind = _patterns().pattern(place + 1)
    edge = Stroke("surface", o.unit)
    if kind is None:
        return f"track{track}.solid", edge, None
    return f"track{track}.solid", edge, Pattern(kind, f"track{track}.mark", 6 * o.unit, o.unit)


def _patterns() -> Theme:
    """The patterns are the same in both schemes."""
    return theme("light")


def _corners(times: Sequence[float], band: Band, plot: Plot) -> tuple[tuple[float, float], ...]:
    low, high = band
    there = [plot.at(*point) for point in zip(times, low, strict=True)]
    back = [plot.at(*point) for point in zip(times, high, strict=True)]
    return (*there, *reversed(back))


def _missing(data: Wedges, plot: Plot, o: ChartOptions) -> Iterator[Shape]:
    """What lies between the forecast and what is needed, hatched wherever something is missing."""
    fill, edge, pattern = late_hatch(o)
    points = list(zip(data.times, data.needed, data.forecast, data.missing, strict=True))
    for one, next_ in pairwise(points):
        if one[1] is None or next_[1] is None or not (one[3] or next_[3]):
            continue
        start, end = _within(data, one, next_)
        corners = tuple(plot.at(time, value) for time, value in (*start, *end))
        yield Polygon(corners, fill, None, pattern)
    if data.missing and data.missing[-1]:
        x = plot.years.x(data.times[-1])
        needed, reached = data.needed[-1], data.forecast[-1]
        if needed is not None:
            ends = ((x, plot.values.y(needed)), (x, plot.values.y(reached)))
            yield Polyline(ends, Stroke(edge.colour, 2 * o.unit))


_Moment = tuple[float, float | None, float, float | None]
"""A time, what is needed, what is forecast, what is missing."""


def _within(data: Wedges, one: _Moment, next_: _Moment) -> tuple[list[Point], list[Point]]:
    """The corners of what is missing between two times; it may begin or end between them."""
    turn = -1.0 if data.is_falling else 1.0
    first, last = (turn * ((moment[1] or 0.0) - moment[2]) for moment in (one, next_))
    left = [(one[0], one[2]), (one[0], one[1] or 0.0)]
    right = [(next_[0], next_[1] or 0.0), (next_[0], next_[2])]
    if (first < 0) != (last < 0) and first != last:
        share = first / (first - last)
        time = one[0] + share * (next_[0] - one[0])
        meeting = [(time, one[2] + share * (next_[2] - one[2]))]
        return (meeting, right) if first < 0 else (left, meeting)
    return left, right


def _lines(data: Wedges, plot: Plot, o: ChartOptions) -> Iterator[Shape]:
    usual = tuple(plot.at(*point) for point in zip(data.times, data.usual, strict=True))
    yield Polyline(usual, stroke_of("usual", o))
    forecast = tuple(plot.at(*point) for point in zip(data.times, data.forecast, strict=True))
    if data.wedges:
        yield Polyline(forecast, stroke_of("forecast", o))
    wanted = tuple(
        plot.at(time, value)
        for time, value in zip(data.times, data.needed, strict=True)
        if value is not None
    )
    if len(wanted) > 1:
        yield Polyline(wanted, stroke_of("needed", o))


def _ends(data: Wedges, bands: Sequence[Band], language: str) -> Iterator[End]:
    """At the right: each action by its number with what it adds, what is missing, what is needed."""
    last = data.times[-1]
    for wedge, (low, high) in zip(data.wedges, bands, strict=True):
        words = f"{wedge.number or wedge.title} {_signed(wedge.added[-1])}"
        yield End(words, last, low[-1] / 2 + high[-1] / 2, "ink", 500)
    needed, missing = data.needed[-1], data.missing[-1]
    if missing and needed is not None:
        text = message("{amount} still missing", amount=derived_value(missing)).into(language)
        yield End(text, last, needed / 2 + data.forecast[-1] / 2, "late", 700)
    if needed is not None:
        text = message("Needed {value}", value=derived_value(needed)).into(language)
        yield End(text, last, needed, "accent", 700)
    text = message("Business as usual {value}", value=derived_value(data.usual[-1])).into(language)
    yield End(text, last, data.usual[-1], "ink2", 400)


def _signed(value: float) -> str:
    return f"+{derived_value(value)}" if value >= 0 else derived_value(value)


def _entries(data: Wedges, language: str, o: ChartOptions) -> Iterator[Entry]:
    for place, wedge in enumerate(data.wedges):
        fill, stroke, pattern = _look(place, o)
        sample = Rect(0, 0, 0, 0, fill, stroke, pattern)
        yield sample, f"{wedge.number} {wedge.title}".strip()
    if any(data.missing):
        fill, edge, hatch = late_hatch(o)
        yield Rect(0, 0, 0, 0, fill, edge, hatch), message("Still missing").into(language)
    if any(value is not None for value in data.needed):
        yield stroke_of("needed", o), message("Needed").into(language)
    if data.wedges:
        yield stroke_of("forecast", o), message("Forecast with the actions").into(language)
    yield stroke_of("usual", o), message("Business as usual").into(language)
