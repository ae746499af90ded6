"""The figures of a KPI explained in words, whatever is known of it."""

import datetime as dt

import pytest

from strategy_planner.analysis.kpis.reasons import why_forecast, why_gap, why_grade
from strategy_planner.analysis.kpis.standing import kpi_standings
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi, Measurement, Node, PlanSettings

DAY = dt.date
BASE, GOAL = (DAY(2018, 3, 31), 10), (DAY(2028, 3, 31), 20)


def said(measured=(), **fields) -> tuple[str, str, list[str]]:
    kpi = Kpi(id="k", name="K", node="v", **fields)
    values = [
        Measurement(id=f"m{place}", kpi="k", date=day, value=value)
        for place, (day, value) in enumerate(measured)
    ]
    plan = Plan.from_records(
        [
            PlanSettings(status_date=DAY(2019, 6, 7), reference_date=DAY(2019, 6, 7)),
            Node(id="v", kind="vision", title="V"),
            kpi,
            *values,
        ]
    )
    standing = kpi_standings(plan, schedule(plan))["k"]
    forecast = [one.into("en") for one in why_forecast(kpi, standing)]
    return why_gap(kpi, standing).into("en"), why_grade(standing).into("en"), forecast


@pytest.mark.parametrize(
    ("fields", "measured", "words"),
    [
        ({}, (), "The target is to be set"),
        ({"target": (None, 20)}, (), "The target has no day yet"),
        ({"target": GOAL}, (), "There is no baseline with a day"),
        ({"target": GOAL, "baseline": BASE}, (), "Nothing was measured"),
        ({"target": GOAL, "baseline": BASE}, [(DAY(2017, 3, 31), 9)], "outside the time"),
        ({"target": GOAL, "baseline": BASE}, [(DAY(2019, 3, 31), 10.5)],
         "(Linear), 11 was needed then: 0.5 short."),
        ({"target": GOAL, "baseline": BASE}, [(DAY(2019, 3, 31), 11)], "then: as needed."),
    ],
)  # fmt: skip
def test_why_there_is_this_gap_or_none(fields, measured, words) -> None:
    assert words in said(measured, **fields)[0]


def test_a_grade_names_how_far_it_is_and_how_much_time_has_passed() -> None:
    known = said([(DAY(2019, 3, 31), 10.5)], target=GOAL, baseline=BASE)[1]
    assert known == "B: behind (5% of the way, 10% of the time)"
    assert said(target=GOAL)[1] == "N: no data yet"


def test_a_grade_that_differs_from_the_gap_says_that_they_count_otherwise() -> None:
    gap, grade, _ = said([(DAY(2019, 3, 31), 10.9)], target=GOAL, baseline=BASE, shape="s_curve")
    assert "ahead" in gap
    assert grade.startswith("B: behind (9% of the way, 10% of the time: the grade counts evenly")


def test_a_forecast_names_its_trend_and_where_it_leads() -> None:
    trend, reaches = said([(DAY(2019, 3, 31), 12)], target=GOAL, baseline=BASE)[2]
    assert "+2 a year" in trend
    assert reaches == "Reaches the target on 31 Mar 2023"
    assert said([(DAY(2019, 3, 31), 9)], target=GOAL, baseline=BASE)[2][-1].startswith("Does not")
    assert said()[2] == ["No value with a day is known, so there is no forecast."]
    (level,) = said([(DAY(2019, 3, 31), 12)])[2]
    assert level == "Only one value is known, 12; business as usual stays there."
