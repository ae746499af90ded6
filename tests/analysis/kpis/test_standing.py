"""Progress, grades, gap and forecast of KPIs on a status date."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.analysis.kpis.standing import KpiStanding, kpi_standings
from strategy_planner.analysis.kpis.trajectory import year_index
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Contribution, Kpi, Measurement, Node, PlanSettings

GOLDEN = Path(__file__).parents[2] / "golden" / "kpi.json"
OFFICIAL = json.loads(GOLDEN.read_text(encoding="utf-8"))["cases"][0]
STATUS = dt.date(2024, 1, 1)


def new_year(year: int) -> dt.date:
    return dt.date(year, 1, 1)


def standing(kpi: Kpi, *records: object, **settings: object) -> KpiStanding:
    base = PlanSettings(status_date=STATUS, reference_date=STATUS, **settings)
    plan = Plan.from_records([base, kpi, *records])
    return kpi_standings(plan, schedule(plan))["k"]


def measured(day: dt.date, value: float) -> Measurement:
    return Measurement(id=f"m{day}", kpi="k", date=day, value=value)


def kpi(start: float, goal: float, first: int = 2020, last: int = 2030, **fields: object) -> Kpi:
    return Kpi(id="k", baseline=(new_year(first), start), target=(new_year(last), goal), **fields)


def test_the_official_example() -> None:
    first, last, latest = (int(OFFICIAL[key][2:]) for key in ("baseline_t", "target_t", "latest_t"))
    found = standing(
        kpi(OFFICIAL["baseline"], OFFICIAL["target"], first, last),
        measured(new_year(latest), OFFICIAL["latest"]),
    )
    assert found.progress == pytest.approx(OFFICIAL["progress"], abs=5e-5)
    assert found.elapsed == pytest.approx(OFFICIAL["elapsed"], abs=5e-5)
    assert found.grade == OFFICIAL["grade"]


def test_behind_the_line() -> None:
    found = standing(kpi(103, 147), measured(new_year(2023), 110))
    assert found.progress == pytest.approx(0.159, abs=5e-4)
    assert (found.elapsed, found.grade) == (pytest.approx(0.3), "B")
    assert found.gap == pytest.approx(-6.2)
    assert found.years[-1].on == dt.date(2030, 3, 31)
    at_target = next(row for row in found.years if row.year == 2028)
    assert at_target.forecast == pytest.approx(103 + 7 / 3 * (year_index(at_target.on) - 2020))


def test_a_falling_kpi() -> None:
    found = standing(kpi(100, 40, direction="down"), measured(new_year(2023), 90))
    assert found.progress == pytest.approx(1 / 6)
    assert found.gap == pytest.approx(-8)
    assert found.grade == "B"


def test_on_the_line_is_on_course() -> None:
    found = standing(kpi(0.1, 0.7), measured(new_year(2023), 0.28))
    assert found.grade == "A"
    assert found.gap == pytest.approx(0)


def test_the_execution_itself_and_no_data() -> None:
    assert standing(kpi(0, 1, execution=True)).grade == "F"
    found = standing(kpi(0, 1))
    assert (found.grade, found.progress, found.gap, found.reaches_target_on) == ("N", *[None] * 3)


def test_a_target_to_be_set() -> None:
    found = standing(Kpi(id="k", baseline=(new_year(2022), 5)), measured(new_year(2023), 6))
    assert found.grade == "N"
    assert [row.measured for row in found.years] == [None, 6]
    assert standing(Kpi(id="k")).years == ()


def test_a_measurement_after_the_status_date_is_shown_but_not_judged() -> None:
    found = standing(kpi(0, 10), measured(new_year(2023), 3), measured(dt.date(2024, 6, 1), 9))
    assert found.progress == pytest.approx(0.3)
    assert next(row for row in found.years if row.year == 2024).measured == 9


def test_the_last_measurement_of_a_fiscal_year_stands_for_it() -> None:
    found = standing(
        kpi(0, 10),
        measured(dt.date(2023, 3, 31), 2),
        measured(dt.date(2022, 4, 1), 1),
        measured(dt.date(2023, 4, 1), 3),
    )
    values = {row.year: row.measured for row in found.years}
    assert (values[2022], values[2023]) == (2, 3)


def test_rows_go_on_to_the_horizon_and_follow_the_fiscal_year() -> None:
    found = standing(kpi(0, 10, 2020, 2022), horizon_end=dt.date(2024, 12, 31), fiscal_year_start=1)
    assert [row.year for row in found.years] == [2020, 2021, 2022, 2023, 2024]
    assert found.years[1].on == dt.date(2021, 12, 31)
    assert [row.needed for row in found.years[2:]] == [None] * 3


def test_without_a_baseline_the_trend_goes_through_the_last_two() -> None:
    found = standing(
        Kpi(id="k", target=(new_year(2030), 16)),
        measured(new_year(2019), 99),
        measured(new_year(2020), 10),
        measured(new_year(2022), 12),
    )
    assert found.progress is None
    assert found.reaches_target_on == new_year(2026)


def test_a_target_that_was_reached_and_lost_is_not_reached() -> None:
    lost = standing(kpi(0, 5), measured(new_year(2022), 6), measured(new_year(2023), 3))
    assert lost.reaches_target_on == dt.date(2025, 1, 1)
    kept = standing(kpi(0, 5), measured(new_year(2022), 6), measured(new_year(2023), 7))
    assert kept.reaches_target_on == new_year(2022)


def test_an_action_adds_from_its_forecast_date_over_its_ramp() -> None:
    action = Node(id="a", kind="action", title="A", duration="12mo")
    vision = Node(id="v", kind="vision", title="V", date="2030年")
    adds = Contribution(id="c", node="a", kpi="k", amount=4, ramp="24mo")
    level = measured(new_year(2023), 0)
    found = standing(kpi(0, 3), level, action, vision, adds)
    # Finished on 2025-01-01; three quarters of 4 are there after 18 months.
    assert found.reaches_target_on == dt.date(2026, 7, 1)
    values = {row.year: (row.trend, row.forecast) for row in found.years}
    assert values[2023] == (0, 0)
    assert values[2027] == (0, 4)


def test_what_an_action_added_before_the_last_measurement_is_in_it() -> None:
    done = Node(id="a", kind="action", title="A", actual_finish=dt.date(2020, 12, 31))
    adds = Contribution(id="c", node="a", kpi="k", amount=4, ramp="24mo")
    found = standing(kpi(0, 30), measured(new_year(2023), 0), done, adds)
    assert {row.forecast for row in found.years if row.year >= 2023} == {0}


def test_what_cannot_come_adds_nothing() -> None:
    dropped = Node(id="a", kind="action", title="A", status="dropped")
    adds = Contribution(id="c", node="a", kpi="k", amount=4)
    found = standing(kpi(0, 3), measured(new_year(2023), 0), dropped, adds)
    assert found.reaches_target_on is None


@given(st.integers(-50, 50), st.integers(1, 60), st.integers(0, 40), st.integers(0, 48))
def test_the_forecast_reaches_the_target_on_the_day_it_says(
    value: int, months: int, amount: int, ramp: int
) -> None:
    action = Node(id="a", kind="action", title="A", duration=f"{months}mo")
    adds = Contribution(id="c", node="a", kpi="k", amount=amount, ramp=f"{ramp}mo")
    found = standing(kpi(0, 20), measured(new_year(2023), value), action, adds)
    day, ahead = found.reaches_target_on, found.forecast
    assert ahead is not None
    if day is not None and value < 20:
        assert ahead.value(year_index(day)) >= 20 - 1e-6
        assert ahead.value(year_index(day - dt.timedelta(days=1))) < 20
    if day is None:
        assert ahead.value(2900) < 20
