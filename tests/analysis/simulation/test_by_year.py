"""The chance by fiscal year and month, and results that refine while one looks."""

import datetime as dt
from itertools import islice, pairwise

import numpy as np
import pytest

from analysis.simulation.small_plans import STATUS, action, after, needs, plan_of, simulated
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.by_year import chance_curve, chances_by_year
from strategy_planner.analysis.simulation.precision import standard_error
from strategy_planner.analysis.simulation.simulation import refining, simulate
from strategy_planner.analysis.simulation.terms import Terms


def even_odds(**settings):
    """From 2024-01-01: 12 to 48 months, triangular, half of the runs within 30."""
    estimate = action("a", "12mo 30mo 48mo", success=0.9)
    return plan_of(estimate, *needs("v", "a"), target=dt.date(2026, 6, 30), **settings)


def test_the_chance_by_the_end_of_each_fiscal_year():
    plan = even_odds()
    found = simulated(plan, distribution="triangular")
    years = chances_by_year(plan, found)["v"]
    assert [one.year for one in years] == [2023, 2024, 2025, 2026, 2027]
    assert years[0].chance == 0
    assert years[1].on == dt.date(2025, 3, 31)
    expected = 0.9 * (27 - 12) ** 2 / (36 * 18)
    error = standard_error(expected, 10_000)
    assert years[2].chance == pytest.approx(expected, abs=3 * error)
    assert years[2].standard_error == pytest.approx(error, rel=0.1)
    assert years[-1].chance == found.targets["v"].chance_ever
    assert all(one.chance <= other.chance for one, other in pairwise(years))


def test_the_chance_by_the_year_of_the_target_is_the_chance_to_be_in_time():
    plan = even_odds(fiscal_year_start=7)
    found = simulated(plan)
    by_year = {one.year: one for one in chances_by_year(plan, found)["v"]}
    assert by_year[2025].on == dt.date(2026, 6, 30)
    assert by_year[2025].chance == found.targets["v"].chance_by_target


def test_the_curve_rises_month_by_month_to_all_that_ever_come():
    found = simulated(even_odds())
    curve = chance_curve(found, "v")
    assert curve[0][1] == 0
    assert curve[-1][1] == found.targets["v"].chance_ever
    assert all((day + dt.timedelta(days=1)).day == 1 for day, _ in curve)
    assert dict(curve)[dt.date(2026, 6, 30)] == found.targets["v"].chance_by_target
    assert all(one[1] <= other[1] for one, other in pairwise(curve))


def test_what_never_comes_has_its_own_year_and_no_curve():
    plan = plan_of(action("a", success=0), *needs("v", "a"), target=after(40))
    found = simulated(plan)
    assert [(one.year, one.chance) for one in chances_by_year(plan, found)["v"]] == [(2023, 0)]
    assert chance_curve(found, "v") == ()


def test_a_result_refines_and_ends_as_the_simulation_does():
    plan, terms = even_odds(), Terms(samples=12_345, seed=3)
    today = schedule(plan)
    found = list(refining(plan, today, terms))
    assert [one.terms.samples for one in found] == [500, 2_000, 10_000, 12_345]
    assert found[-1] == simulate(plan, today, terms)
    for one in found:
        assert np.array_equal(one.finishes["v"], found[-1].finishes["v"][: one.terms.samples])
    assert found[0].targets == simulate(plan, today, Terms(samples=500, seed=3)).targets


def test_whoever_has_seen_enough_stops_asking():
    plan, told = even_odds(), []
    looks = refining(plan, schedule(plan), Terms(), lambda done, of: told.append((done, of)))
    (first,) = islice(looks, 1)
    looks.close()
    assert first.terms.samples == 500
    assert told == [(500, 10_000)]


def test_few_runs_are_looked_at_once():
    plan = even_odds()
    found = list(refining(plan, schedule(plan), Terms(samples=7)))
    assert [one.terms.samples for one in found] == [7]
    assert found[0].finishes["v"][0] > STATUS.toordinal()
