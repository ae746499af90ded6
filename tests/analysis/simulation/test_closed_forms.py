"""Chances that are known exactly, each within three standard errors."""

import json
from pathlib import Path

import numpy as np
import pytest

from analysis.simulation.small_plans import (
    action,
    after,
    chance,
    needs,
    one_of,
    plan_of,
    simulated,
    within_three_errors,
)
from strategy_planner.model import records as r

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden" / "probability.json").read_text(encoding="utf-8")
)
DISTRIBUTIONS = ["beta-pert", "triangular"]


@pytest.mark.parametrize(
    ("distribution", "expected"),
    [
        ("triangular", GOLDEN["single_triangular_6_12_30"]["p_by_18"]),
        ("beta-pert", GOLDEN["single_betapert_6_12_30"]["p_by_18"]),
    ],
)
@pytest.mark.parametrize(
    ("points", "target"),
    [
        ("6d 12d 30d", after(18)),
        ("6mo 12mo 30mo", after(366 + 181)),
        ("6wd 12wd 30wd", after(24)),
    ],
)
def test_one_estimate(distribution, expected, points, target):
    plan = plan_of(action("a", points), *needs("v", "a"), target=target)
    assert within_three_errors(chance(plan, distribution=distribution), expected)


def chain(golden):
    names = []
    for index, (low, likely, high) in enumerate(golden["tasks"]):
        names.append(f"a{index}")
        yield action(names[-1], f"{low}d {likely}d {high}d")
    for before, here in zip(names, [*names[1:], "v"], strict=True):
        yield from needs(here, before)


def moments(simulation):
    days = simulation.finishes["v"] - after(1).toordinal()
    return days.mean(), days.std()


def test_a_triangular_chain_has_the_golden_mean_and_spread():
    golden = GOLDEN["triangular_chain"]
    mean, spread = moments(
        simulated(plan_of(*chain(golden), target=after(42)), distribution="triangular")
    )
    assert abs(mean - golden["mean"]) <= 3 * golden["sd"] / 100
    assert abs(spread - golden["sd"]) <= 3 * golden["sd"] / 2**0.5 / 100


def density(points, distribution, step):
    """Of an estimate, on a grid from 0."""
    low, likely, high = points
    grid = (np.arange(40 / step) + 0.5) * step
    share = np.clip((grid - low) / (high - low), 0, 1)
    mode = (likely - low) / (high - low)
    if distribution == "beta-pert":
        found = share ** (4 * mode) * (1 - share) ** (4 - 4 * mode)
    else:
        found = np.minimum(share / mode, (1 - share) / (1 - mode))
    found[(grid < low) | (grid > high)] = 0
    return found / found.sum()


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
@pytest.mark.parametrize("days", [36, 42])
def test_a_chain_is_the_convolution_of_its_estimates(days, distribution):
    golden, step = GOLDEN["pert_chain"], 0.02
    one, two, three = (density(points, distribution, step) for points in golden["tasks"])
    total = np.convolve(np.convolve(one, two), three)
    sums = (np.arange(len(total)) + 1.5) * step
    found = simulated(plan_of(*chain(golden), target=after(days)), distribution=distribution)
    assert within_three_errors(found.targets["v"].chance_by_target, total[sums <= days].sum())
    if distribution == "beta-pert":
        assert abs(moments(found)[0] - golden["mean"]) <= 3 * golden["sd"] / 100


def by(points, distribution, days, step=0.01):
    return density(points, distribution, step)[: round(days / step)].sum()


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
@pytest.mark.parametrize("needed", [1, 2, 3])
def test_k_of_three_estimates_are_in_time_as_often_as_k_of_three_draws(needed, distribution):
    """All of them for the last, any of them for the first, two of them in between."""
    points = [(4, 9, 20), (6, 12, 30), (2, 15, 18)]
    one, two, three = (by(each, distribution, 13) for each in points)
    all_three = one * two * three
    expected = {
        1: 1 - (1 - one) * (1 - two) * (1 - three),
        2: one * two + one * three + two * three - 2 * all_three,
        3: all_three,
    }[needed]
    names = "abc"
    actions = [
        action(name, f"{low}d {likely}d {high}d")
        for name, (low, likely, high) in zip(names, points, strict=True)
    ]
    plan = plan_of(*actions, *one_of("v", *names, needed=needed), target=after(13))
    found = chance(plan, choices="parallel", distribution=distribution)
    assert within_three_errors(found, expected)


def test_all_of_two_come_together_less_often_than_each():
    merge = GOLDEN["merge_bias"]
    sure = merge["two_independent_chains_each"]
    plan = plan_of(
        action("a", success=sure), action("b", success=sure), *needs("v", "a", "b"),
        target=after(9),
    )  # fmt: skip
    found = simulated(plan).targets["v"]
    assert within_three_errors(found.chance_by_target, merge["and_probability"])
    assert found.chance_ever == found.chance_by_target


@pytest.mark.parametrize("distribution", DISTRIBUTIONS)
@pytest.mark.parametrize(
    ("choices", "key"), [("parallel", "parallel_pursuit"), ("commit", "commit_to_one")]
)
def test_one_of_two_equal_estimates(choices, key, distribution):
    """Half of the runs of a symmetrical estimate are not above its likeliest value."""
    plan = plan_of(
        action("a", "5d 10d 15d"), action("b", "5d 10d 15d"), *one_of("v", "a", "b"),
        target=after(10),
    )  # fmt: skip
    found = chance(plan, choices=choices, distribution=distribution)
    assert within_three_errors(found, GOLDEN["or_semantics"][key])


@pytest.mark.parametrize(
    ("needed", "expected"), [(1, 1 - 0.4**3), (2, 3 * 0.36 * 0.4 + 0.6**3), (3, 0.6**3)]
)
def test_k_of_three_side_by_side(needed, expected):
    names = ["a", "b", "c"]
    plan = plan_of(
        *(action(name, success=0.6) for name in names), *one_of("v", *names, needed=needed),
        target=after(9),
    )  # fmt: skip
    assert within_three_errors(chance(plan, choices="parallel"), expected)


def test_a_commitment_is_to_what_comes_first_and_not_to_what_is_surest():
    plan = plan_of(
        action("a", "9d 10d 20d"), action("b", "1d 11d 12d"), *one_of("v", "a", "b"),
        target=after(12),
    )  # fmt: skip
    expected = 1 - (20 - 12) ** 2 / ((20 - 9) * (20 - 10))
    found = chance(plan, choices="commit", distribution="triangular")
    assert within_three_errors(found, expected)


def risk(name, likelihood, delay, *touches, **fields):
    return r.RegisterItem(
        id=name, kind="risk", likelihood=likelihood, delay=delay, touches=touches, **fields
    )


def test_a_risk_delays_in_its_share_of_runs():
    """DOMAIN 2.5: 12 months, and in 30 % of the runs 6 more."""
    action_ = action("a", duration="12mo")
    plan = plan_of(
        action_, *needs("v", "a"), risk("r", 0.3, "6mo", "a", "a"), target=after(366)
    )  # fmt: skip
    found = simulated(plan)
    assert within_three_errors(found.targets["v"].chance_by_target, 0.7)
    assert found.targets["v"].p50.isoformat() == "2025-01-01"
    assert found.targets["v"].p80.isoformat() == "2025-07-01"
    assert found.targets["v"].chance_ever == 1


def test_a_risk_strikes_all_that_it_touches_at_once():
    actions = [action("a", duration="10d"), action("b", duration="10d")]
    both = risk("r", 0.3, "5d", "a", "b")
    plan = plan_of(*actions, *needs("v", "a", "b"), both, target=after(10))
    assert within_three_errors(chance(plan), 0.7)
    apart = [risk("r", 0.3, "5d", "a"), risk("s", 0.3, "5d", "b")]
    plan = plan_of(*actions, *needs("v", "a", "b"), *apart, target=after(10))
    assert within_three_errors(chance(plan), 0.49)


@pytest.mark.parametrize(
    "register",
    [
        risk("r", 1, "5d", "a", state="closed"),
        risk("r", 0, "5d", "a"),
        risk("r", None, "5d", "a"),
        risk("r", 1, None, "a"),
        risk("r", 1, "5d", "v-link"),
        r.RegisterItem(id="r", kind="trend", likelihood=1, delay="5d", touches=("a",)),
    ],
)
def test_what_is_no_risk_any_more_delays_nothing(register):
    link = r.Link(id="v-link", prerequisite="a", dependent="v", relation="requires")
    plan = plan_of(action("a", duration="10d"), link, register, target=after(10))
    assert chance(plan) == 1


def test_what_is_done_is_neither_drawn_nor_delayed():
    done = action("a", "1d 5d 9d", success=0.1, actual_finish=after(-3))
    plan = plan_of(done, *needs("v", "a"), risk("r", 1, "5y", "a"), target=after(1))
    assert chance(plan) == 1


def test_an_item_within_a_window_ends_in_it_however_long_it_takes():
    late = action("a", "10d 20d 60d", date="2025-05-10")
    plan = plan_of(late, *needs("v", "a"), target=after(900))
    found = simulated(plan).targets["v"]
    assert {found.p10.isoformat(), found.p90.isoformat()} == {"2025-05-11"}
    struck = plan_of(
        late, *needs("v", "a"), risk("r", 0.5, "7d", "a"), target=after(900)
    )  # fmt: skip
    assert simulated(struck).targets["v"].p90.isoformat() == "2025-05-18"
