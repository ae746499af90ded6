"""Charts hold everything that was given, whole and readable, whatever the figures are."""

import datetime as dt
import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import plans
from strategy_planner.analysis.kpis.figures import derived_value, given_value
from strategy_planner.analysis.kpis.reasons import why_forecast, why_gap
from strategy_planner.analysis.kpis.standing import kpi_standings
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.charts.bars import Bar, Bars, bars_chart, even_lines
from strategy_planner.layout.charts.chance import chance_chart
from strategy_planner.layout.charts.chance_data import ChanceCurve, Percentile, chance_curve_of
from strategy_planner.layout.charts.options import ChartOptions, paper_chart
from strategy_planner.layout.charts.placing import Box, box_of, spread
from strategy_planner.layout.charts.trajectory import trajectory_chart
from strategy_planner.layout.charts.trajectory_data import Trajectory, trajectory_of
from strategy_planner.layout.charts.values import MOST_LINES, round_lines
from strategy_planner.layout.charts.wedge import wedge_chart
from strategy_planner.layout.charts.wedge_data import Wedge, Wedges, wedges_of
from strategy_planner.layout.shapes import (
    Clip,
    Ellipse,
    Label,
    Picture,
    Polygon,
    Polyline,
    Rect,
)
from strategy_planner.model.errors import PlanError

SLACK = 1e-6
PLAN = read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())


def measure(text: str, size: float, weight: int) -> float:
    return sum(size * (0.6 if ord(character) < 0x300 else 1.0) for character in text)


def extent(shape) -> Box:
    if isinstance(shape, Label):
        return box_of(shape, measure)
    if isinstance(shape, Polygon | Polyline):
        xs, ys = zip(*shape.points, strict=True)
        return Box(min(xs), min(ys), max(xs), max(ys))
    return Box(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)


def labels(picture: Picture) -> list[str]:
    return [shape.text for shape in picture.shapes if isinstance(shape, Label)]


def check(picture: Picture) -> None:
    """Nothing stands outside the picture, and no text on another."""
    frame = Box(-SLACK, -SLACK, picture.width + SLACK, picture.height + SLACK)
    for shape in picture.shapes:
        if isinstance(shape, Ellipse | Polygon):  # a mark may stand on the edge of the plot
            continue
        assert frame.holds(extent(shape)), shape
    texts = [extent(shape) for shape in picture.shapes if isinstance(shape, Label)]
    shrunk = [Box(b.left + 0.1, b.top + 0.1, b.right - 0.1, b.bottom - 0.1) for b in texts]
    for place, box in enumerate(shrunk):
        for other in range(place):
            assert not box.meets(shrunk[other]), (labels(picture)[place], labels(picture)[other])


OPTIONS = st.builds(
    lambda width, scale: ChartOptions(width).scaled(scale),
    st.floats(150, 900), st.sampled_from([1.0, 1.5, 2.0]),
) | st.just(paper_chart(380, 180))  # fmt: skip
LANGUAGE = st.sampled_from(["ja", "en"])
VALUE = (
    st.floats(-1e15, 1e15) | st.integers(-100, 100).map(float)
    | st.sampled_from([0.0, 1e-300, 1e300, -1e300, 1e9, 0.1])
)  # fmt: skip
TIME = st.floats(1990, 2090)
POINTS = st.lists(st.tuples(TIME, VALUE), max_size=6).map(lambda found: tuple(sorted(found)))
END = st.none() | st.tuples(st.none() | TIME, VALUE)


@st.composite
def trajectories(draw) -> Trajectory:
    measured = draw(POINTS)
    gap = draw(st.none() | VALUE) if measured else None
    return Trajectory(
        draw(st.sampled_from(["KPI", "健康データの市場規模"])),
        draw(st.sampled_from(["", "%", "億円", "thousand tonnes"])),
        status=draw(st.none() | TIME),
        baseline=draw(END),
        target=draw(END),
        waypoints=draw(POINTS),
        needed=draw(POINTS),
        measured=measured,
        trend=draw(POINTS),
        forecast=draw(POINTS),
        reached_at=draw(st.none() | VALUE),
        gap=gap,
        needed_then=None if gap is None else (measured[-1][0], measured[-1][1] - gap),
    )


@settings(max_examples=120, deadline=None)
@given(trajectories(), LANGUAGE, OPTIONS)
def test_a_trajectory_is_whole_and_shows_every_value(data, language, o) -> None:
    chart = trajectory_chart(data, language, measure, o)
    check(chart.picture)
    values = [row[2] for row in chart.values]
    assert all(repr(value) in values for value in data.given)
    if data.is_to_be_set:
        return
    marks = sum(isinstance(shape, Ellipse) for shape in chart.picture.shapes)
    ends = [end for end in (data.baseline, data.target) if end is not None and end[0] is not None]
    assert marks >= len(data.measured) + len(data.waypoints) + len(ends)


@settings(max_examples=80, deadline=None)
@given(st.data(), LANGUAGE, OPTIONS)
def test_a_wedge_chart_is_whole_and_names_every_action(data, language, o) -> None:
    times = tuple(sorted(data.draw(st.sets(TIME, max_size=6))))
    series = st.lists(VALUE, min_size=len(times), max_size=len(times)).map(tuple)
    count = data.draw(st.integers(0, 11))
    wedges = Wedges(
        "KPI", "t", times, data.draw(series),
        tuple(None if value < 0 else value for value in data.draw(series)),
        tuple(Wedge(f"a{k}", f"A-{k:03}", "健康データ基盤の構築" * 3, data.draw(series))
              for k in range(count)),
        is_falling=data.draw(st.booleans()),
    )  # fmt: skip
    chart = wedge_chart(wedges, language, measure, o)
    check(chart.picture)
    if len(times) > 1:
        text = " ".join(labels(chart.picture))
        assert sum(f"A-{k:03}" in text for k in range(count)) == (count if count <= 8 else 7)
        assert len(chart.values) == len(times) + 1


@settings(max_examples=50, deadline=None)
@given(st.data(), LANGUAGE, OPTIONS)
def test_a_chance_curve_is_whole_and_marks_target_and_percentiles(data, language, o) -> None:
    times = sorted(data.draw(st.lists(TIME, max_size=8)))
    ever = data.draw(st.floats(0.1, 1.0))
    line = tuple((time, ever * (place + 1) / len(times)) for place, time in enumerate(times))
    percentiles = tuple(
        Percentile(percent, dt.date(2030, 5, 1), data.draw(TIME)) if percent <= 100 * ever
        else Percentile(percent, None, None)
        for percent in (10, 50, 80, 90)
    )  # fmt: skip
    curve = ChanceCurve("V-001 Vision", line, dt.date(2035, 3, 31), data.draw(st.floats(0, 1)),
                        percentiles, ever, 500, ("500 runs, seed 1.", "Beta-PERT. " * 20))  # fmt: skip
    picture = chance_chart(curve, language, measure, o).picture
    check(picture)
    if line:
        text = " ".join(labels(picture))
        assert all((f"P{one.percent} " in text) == (one.day is not None) for one in percentiles)
        assert ("2035年3月31日" if language == "ja" else "31 Mar 2035") in text
        assert "500 runs, seed 1." in text


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), max_size=9), LANGUAGE, OPTIONS)
def test_bars_are_whole_and_each_has_its_figure(found, language, o) -> None:
    bars = tuple(
        Bar(f"a{k}", f"A-{k:03} 健康医療関連データ基盤の構築", start, end, f"{end:+.2f}")
        for k, (start, end) in enumerate(found)
    )
    data = Bars("", "Correlation", bars, even_lines(-1, 1, 0.5, "{:.1f}"), 0.0, ("1,000 runs",))
    picture = bars_chart(data, language, measure, o).picture
    check(picture)
    drawn = [
        shape.item
        for shape in picture.shapes
        if isinstance(shape, Rect) and shape.fill and shape.item
    ]
    assert drawn == [bar.item for bar in bars]
    assert all(bar.shown in labels(picture) for bar in bars)


@given(st.lists(VALUE, max_size=5))
def test_few_round_lines_hold_all_values(values) -> None:
    lines = round_lines(values)
    assert 2 <= len(lines) <= MOST_LINES
    assert list(lines) == sorted(set(lines))
    room = (lines[-1] - lines[0]) * 1e-9
    assert all(lines[0] - room <= value <= lines[-1] + room for value in values)


@given(st.lists(st.floats(0, 100), max_size=8))
def test_spread_labels_keep_their_order_and_their_distance(places) -> None:
    middles = spread(places, 10, 0, 100)
    ordered = [middle for _, middle in sorted(zip(places, middles, strict=True))]
    assert all(later - one >= 10 - SLACK for one, later in itertools.pairwise(ordered))
    assert all(5 - SLACK <= middle <= 95 + SLACK for middle in middles)


def test_figures_are_as_long_as_they_need_to_be() -> None:
    assert [given_value(value) for value in (0.0, 12_000, 4.25, 1234.5, 1e13, -0.5)] == [
        "0", "12,000", "4.25", "1,234.5", "1e+13", "-0.5",
    ]  # fmt: skip
    assert [derived_value(value) for value in (135.71, 0.15714, 7_988.2, 12.0)] == [
        "136", "0.157", "7,988", "12",
    ]  # fmt: skip


def charts_of_example(language: str):
    today = schedule(PLAN)
    for id_, standing in kpi_standings(PLAN, today).items():
        kpi, o = PLAN.kpis[id_], ChartOptions(460)
        data = trajectory_of(PLAN, kpi, standing, today.status_date, language)
        yield id_, data, trajectory_chart(data, language, measure, o)
        yield id_, data, wedge_chart(wedges_of(PLAN, kpi, standing, language), language, measure, o)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_kpi_of_the_example_is_drawn(language) -> None:
    for _, _, chart in charts_of_example(language):
        check(chart.picture)


def test_a_kpi_without_any_value_says_that_it_is_to_be_set() -> None:
    shown = {id_: chart for id_, data, chart in charts_of_example("en") if data.is_to_be_set}
    assert "K-0" in shown
    assert labels(shown["K-0"].picture) == ["To be set"]


def test_the_lines_tell_apart_target_trend_and_forecast_without_colour() -> None:
    chart = next(chart for id_, _, chart in charts_of_example("en") if id_ == "K-101")
    clip = next(shape for shape in chart.picture.shapes if isinstance(shape, Clip))
    dashes = {shape.stroke.dash for shape in clip.shapes if isinstance(shape, Polyline)}
    assert len(dashes) == 4  # needed and measured solid, usual, forecast and reached apart
    text = labels(chart.picture)
    assert {"Target 12,000", "Measured 5,050", "136 short", "Status date"} <= set(text)


def test_the_curve_of_a_simulation_ends_where_the_runs_do() -> None:
    found = simulate(PLAN, schedule(PLAN), Terms(samples=400))
    target = next(iter(found.targets))
    curve = chance_curve_of(PLAN, found, target, ("400 runs",), "en")
    assert curve.line[-1][1] == pytest.approx(found.targets[target].chance_ever)
    assert [one.percent for one in curve.percentiles] == [10, 50, 80, 90]
    shares = [share for _, share in curve.line]
    assert shares == sorted(shares)
    values = chance_chart(curve, "en", measure, ChartOptions(460)).values
    assert [row[0] for row in values].count("FY2031") == 1
    assert "standard error" in chance_chart(curve, "en", measure, ChartOptions(460)).sentence


def test_the_wedges_end_on_the_day_of_the_target_with_what_is_missing_then() -> None:
    shown = {id_: chart for id_, _, chart in charts_of_example("en")}
    text = labels(shown["K-102"].picture)
    assert "Needed 900" in text
    assert any(line.endswith("still missing") for line in text)
    assert shown["K-102"].values[-1][-2] == "900.0"


@settings(max_examples=60, deadline=None)
@given(plans(max_nodes=6), LANGUAGE)
def test_the_kpis_of_any_plan_are_drawn_and_explained(plan, language) -> None:
    try:
        today = schedule(plan)
        standings = kpi_standings(plan, today)
    except PlanError:
        return  # dates that leave the years that can be planned are refused before any chart
    for id_, standing in standings.items():
        kpi, o = plan.kpis[id_], ChartOptions(460)
        data = trajectory_of(plan, kpi, standing, today.status_date, language)
        check(trajectory_chart(data, language, measure, o).picture)
        wedges = wedges_of(plan, kpi, standing, language)
        check(wedge_chart(wedges, language, measure, o).picture)
        assert why_gap(kpi, standing).into(language)
        assert all(one.into(language) for one in why_forecast(kpi, standing))
