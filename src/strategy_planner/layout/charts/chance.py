"""How sure a target is by each day, with its date and the usual percentiles marked."""

from collections.abc import Iterator

from strategy_planner.analysis.simulation.precision import shown_chance
from strategy_planner.language import say
from strategy_planner.language.message import day_in_words
from strategy_planner.layout.charts.chance_data import ChanceCurve
from strategy_planner.layout.charts.chance_words import chance_sentence, chance_values
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.charts.months import month_in_words
from strategy_planner.layout.charts.notes import notes
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.placing import Box, Placing
from strategy_planner.layout.charts.plot import (
    Plot,
    ground_of,
    ground_shapes,
    head_label,
    head_width,
    placing_in,
    plot_of,
)
from strategy_planner.layout.charts.to_be_set import to_be_set
from strategy_planner.layout.charts.years import end_of, fiscal_years
from strategy_planner.layout.shapes import (
    Ellipse,
    Label,
    Measure,
    Picture,
    Polyline,
    Rect,
    Shape,
    Stroke,
)

_LINES = (0.0, 0.25, 0.5, 0.75, 1.0)
_DOT = 4.0


def chance_chart(
    data: ChanceCurve, language: str, measure: Measure, options: ChartOptions
) -> Chart:
    """The curve; where no run ever comes, a dashed frame."""
    sentence = chance_sentence(data).into(language)
    values = chance_values(data, language)
    if not data.line:
        return Chart(to_be_set(language, measure, options), sentence, values)
    return Chart(_picture(data, language, measure, options), sentence, values)


def _picture(data: ChanceCurve, language: str, measure: Measure, o: ChartOptions) -> Picture:
    figures = [f"{line:.0%}" for line in _LINES]
    times = [time for time, _ in data.line]
    years = fiscal_years([*times, end_of(data.target)], data.start_month)
    unit = say("Chance by the day", language)
    wall = _wall_words(data, language)
    head = head_width(unit, wall, measure, o)
    plot = plot_of(years, data.start_month, _LINES, figures, 0.0, head, language, measure, o)
    shapes = ground_shapes(plot, figures, unit, language, measure, o)
    over = Label(0, 0, wall, o.text, "accent", 700)
    shapes.append(head_label(plot, plot.years.x(end_of(data.target)), unit, over, measure, o))
    labels = placing_in(plot, measure, shapes)
    curve = _steps(data, plot)
    labels.lines.append(curve)
    shapes += _target(data, plot, o)
    shapes.append(Polyline(curve, Stroke("ink", 2 * o.unit)))
    shapes += _marks(data, plot, labels, o)
    shapes += _labels(data, plot, labels, language, o)
    below, foot = notes(data.method, plot.foot + 4 * o.unit, plot.width, measure, o)
    return Picture(plot.width, foot, (ground_of(plot, foot, o), *shapes, *below))


def _steps(data: ChanceCurve, plot: Plot) -> tuple[tuple[float, float], ...]:
    """The curve, level from the last run that comes to the end of the years."""
    return (*(plot.at(*point) for point in data.line),
            (plot.box.right, plot.values.y(data.line[-1][1])))  # fmt: skip


def _target(data: ChanceCurve, plot: Plot, o: ChartOptions) -> Iterator[Shape]:
    """The target's day: the wall, what is too late behind it, and the chance that it cuts off."""
    x, y = plot.at(end_of(data.target), data.chance)
    box = plot.box
    if x < box.right:
        yield Rect(x, box.top, box.right - x, box.bottom - box.top, "sunken")
    yield Polyline(((x, box.top), (x, box.bottom)), Stroke("accent", 3 * o.unit))
    yield Polyline(
        ((box.left, y), (x, y)), Stroke("accent", 1.2 * o.unit, (4 * o.unit, 3 * o.unit))
    )


def _marks(data: ChanceCurve, plot: Plot, labels: Placing, o: ChartOptions) -> Iterator[Shape]:
    radius = _DOT * o.unit
    places = [
        (*plot.at(one.time, one.percent / 100), "ink")
        for one in data.percentiles
        if one.time is not None
    ]
    places.append((*plot.at(end_of(data.target), data.chance), "accent"))
    wall = plot.years.x(end_of(data.target))
    labels.lines.append(((wall, plot.box.top), (wall, plot.box.bottom)))
    for x, y, colour in places:
        labels.taken.append(Box(x - radius, y - radius, x + radius, y + radius))
        yield Ellipse(
            x - radius, y - radius, 2 * radius, 2 * radius, o.ground, Stroke(colour, 2 * o.unit)
        )


def _wall_words(data: ChanceCurve, language: str) -> str:
    """The chance by the target's day, over its wall."""
    day = day_in_words(data.target, language)
    chance = shown_chance(data.chance, data.samples)
    return say("{chance} by {day}", language, chance=chance, day=day)


def _labels(
    data: ChanceCurve, plot: Plot, labels: Placing, language: str, o: ChartOptions
) -> Iterator[Shape]:
    wanted: list[Label] = []
    for one in data.percentiles:
        if one.time is not None and one.day is not None:
            words = f"P{one.percent} {month_in_words(one.day, language)}"
            place = plot.at(one.time, one.percent / 100)
            wanted.append(Label(*place, words, o.small, "ink", 500))
    if data.ever < 1:
        chance = shown_chance(data.ever, data.samples)
        text = say("{chance} ever come", language, chance=chance)
        wanted.append(Label(plot.box.right, plot.values.y(data.ever), text, o.small, "ink2", 400))
    for label in wanted:
        placed = labels.put(label, 7 * o.unit, must=True)
        if placed is not None:
            yield from labels.leader(placed, (label.x, label.y), o)
            yield placed
