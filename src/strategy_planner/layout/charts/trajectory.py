"""A KPI over the fiscal years: what is needed, what was measured, where it is heading (VISUAL 10)."""

from strategy_planner.language import message
from strategy_planner.layout.charts.chart import Chart
from strategy_planner.layout.charts.gutter import gutter_shapes, gutter_width
from strategy_planner.layout.charts.legend import legend
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.charts.plot import (
    figures_of,
    ground_of,
    ground_shapes,
    head_width,
    placing_in,
    plot_of,
    status_shapes,
)
from strategy_planner.layout.charts.to_be_set import to_be_set
from strategy_planner.layout.charts.trajectory_data import Trajectory
from strategy_planner.layout.charts.trajectory_labels import (
    bracket,
    end_labels,
    keep_off,
    legend_entries,
    point_labels,
)
from strategy_planner.layout.charts.trajectory_lines import curves, marks
from strategy_planner.layout.charts.trajectory_words import trajectory_sentence, trajectory_values
from strategy_planner.layout.charts.values import round_lines
from strategy_planner.layout.charts.years import fiscal_years
from strategy_planner.layout.shapes import Measure, Picture

_BEYOND = 1.0
"""How far a trend may stretch the scale, in spans of what was given."""


def trajectory_chart(
    data: Trajectory, language: str, measure: Measure, options: ChartOptions
) -> Chart:
    """The chart of a KPI; of one without any value a dashed frame that says so."""
    sentence = trajectory_sentence(data).into(language)
    values = trajectory_values(data, language)
    if data.is_to_be_set:
        return Chart(to_be_set(language, measure, options), sentence, values)
    return Chart(_picture(data, language, measure, options), sentence, values)


def _picture(data: Trajectory, language: str, measure: Measure, o: ChartOptions) -> Picture:
    lines = round_lines(_scaled_values(data))
    figures, today = figures_of(lines), message("Status date").into(language)
    ends = list(end_labels(data, language))
    gutter = gutter_width(ends, measure, o)
    entries = list(legend_entries(data, language, o))
    head = head_width(data.unit, today, measure, o)
    years = _years(data)
    plot = plot_of(
        years, data.start_month, lines, figures, gutter, head, language, measure, o,
        ends=len(ends),
    )  # fmt: skip
    shapes = ground_shapes(plot, figures, data.unit, language, measure, o)
    shapes += status_shapes(plot, data.status, data.unit, today, measure, o)
    labels = placing_in(plot, measure, shapes)
    shapes += curves(data, plot, o)
    shapes += gutter_shapes(ends, plot, labels, measure, o)
    shapes += marks(data, plot, o)
    keep_off(data, plot, labels, o)
    shapes += bracket(data, plot, labels, language, o)
    shapes += point_labels(data, plot, labels, language, o)
    below, foot = legend(entries, plot.foot + 4 * o.unit, plot.width, measure, o)
    return Picture(plot.width, foot, (ground_of(plot, foot, o), *shapes, *below))


def _scaled_values(data: Trajectory) -> list[float]:
    """What the scale has to hold: all that was given, and of the lines what lies near it."""
    low, high = min(data.given), max(data.given)
    reach = (high / 2 - low / 2) * 2 * _BEYOND or abs(high) or 1.0
    line = [value for _, value in (*data.needed, *data.trend, *data.forecast)]
    return [*data.given, *(min(max(value, low - reach), high + reach) for value in line)]


def _years(data: Trajectory) -> range:
    ends = [end[0] for end in (data.baseline, data.target) if end is not None]
    times = [time for time, _ in (*data.waypoints, *data.measured, *data.trend, *data.forecast)]
    return fiscal_years(
        [time for time in (*ends, *times, data.status) if time is not None] or [2020.0],
        data.start_month,
    )
