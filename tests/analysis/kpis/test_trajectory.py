"""The needed value against the golden trajectories, and time in years."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.analysis.kpis.trajectory import first_day_at, needed, year_index
from strategy_planner.model.records import Kpi

GOLDEN = Path(__file__).parents[2] / "golden" / "kpi.json"
MARKET = json.loads(GOLDEN.read_text(encoding="utf-8"))["cases"][1]
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2100, 12, 31))


def new_year(year: int) -> dt.date:
    return dt.date(year, 1, 1)


def market(shape: str, *waypoints: tuple[int, float]) -> Kpi:
    return Kpi(
        id="k",
        shape=shape,  # type: ignore[arg-type] # one of the four
        baseline=(new_year(MARKET["baseline_t"]), MARKET["baseline"]),
        target=(new_year(MARKET["target_t"]), MARKET["target"]),
        waypoints=tuple((new_year(year), value) for year, value in waypoints),
    )


@pytest.mark.parametrize(
    ("shape", "figure", "year"),
    [
        ("linear", "linear_2024", 2024),
        ("linear", "linear_2021", 2021),
        ("compound", "geometric_2024", 2024),
        ("compound", "geometric_2021", 2021),
        ("s_curve", "scurve_k10_2021", 2021),
        ("s_curve", "scurve_k10_2024", 2024),
    ],
)
def test_the_market_of_the_bio_strategy(shape: str, figure: str, year: int) -> None:
    value = needed(market(shape), new_year(year))
    assert value == pytest.approx(MARKET[figure], abs=6e-4)


def test_compound_growth_is_even_and_an_s_curve_begins_slowly() -> None:
    compound, s_curve = market("compound"), market("s_curve")
    for year in range(2018, 2030):
        now, then = (needed(compound, new_year(one)) or 0 for one in (year, year + 1))
        assert then / now - 1 == pytest.approx(MARKET["cagr"], abs=6e-6)
    share = ((needed(s_curve, new_year(2021)) or 0) - 59.8) / (92 - 59.8)
    assert share == pytest.approx(MARKET["scurve_k10_share_at_quarter"], abs=6e-5)


def test_waypoints_bend_the_line() -> None:
    (_, middle, _) = MARKET["piecewise_points"]
    kpi = market("linear", tuple(middle))
    for year in (2024, 2028):
        assert needed(kpi, new_year(year)) == pytest.approx(MARKET[f"piecewise_{year}"], abs=6e-5)


def test_steps_hold_the_last_value_until_the_next() -> None:
    kpi = market("steps", (2025, 70))
    days = [dt.date(2024, 12, 31), new_year(2025), dt.date(2029, 12, 31), new_year(2030)]
    assert [needed(kpi, day) for day in days] == [59.8, 70, 70, 92]


def test_nothing_is_needed_before_the_baseline_or_after_the_target_or_without_their_days() -> None:
    kpi = market("linear")
    assert needed(kpi, dt.date(2017, 12, 31)) is None
    assert needed(kpi, dt.date(2030, 1, 2)) is None
    assert (
        needed(Kpi(id="k", baseline=(None, 1), target=(new_year(2030), 2)), new_year(2025)) is None
    )
    assert needed(Kpi(id="k", baseline=(new_year(2020), 1)), new_year(2025)) is None


@given(DAYS)
def test_a_day_is_found_again_from_its_time(day: dt.date) -> None:
    assert first_day_at(year_index(day)) == day
    assert year_index(new_year(day.year)) == day.year


@given(DAYS, st.sampled_from(["linear", "compound", "s_curve", "steps"]))
def test_what_is_needed_lies_between_baseline_and_target(day: dt.date, shape: str) -> None:
    value = needed(market(shape), day)
    inside = new_year(2018) <= day <= new_year(2030)
    assert (value is not None) == inside
    if value is not None:
        assert 59.8 - 1e-9 <= value <= 92 + 1e-9
