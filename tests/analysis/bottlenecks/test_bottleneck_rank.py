"""The rank of bottlenecks: the golden example, and every effect against the passes themselves."""

import datetime as dt
import json
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from analysis.random_plans import random_plan
from analysis.simulation.small_plans import action, after, needs, one_of, plan_of, simulated
from analysis.test_golden_schedule import CASES, GoldenPlan
from analysis.test_schedule_properties import rebuilt
from strategy_planner.analysis.bottlenecks.ranking import bottlenecks
from strategy_planner.analysis.bottlenecks.reasons import reasons
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.spread import standard_deviation
from strategy_planner.analysis.simulation.uncertainty import ThreePoints
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden" / "pathways_gates_triggers.json").read_text("utf-8")
)["bottleneck_rank_example_A"]


def ranked(plan, delay="24mo", **options):
    return bottlenecks(plan, schedule(plan), delay, **options)


def test_the_golden_rank():
    plan = GoldenPlan(next(case for case in CASES if case["name"].startswith("A_"))).plan
    assert plan.settings.status_date.isoformat() == GOLDEN["status_date"]
    found = ranked(plan, f"{GOLDEN['delta_months']}mo")
    assert [one.item for one in found] == ["RD", "DEM", "MKT", "DES", "DB", "REG"]
    for one in found:
        expected = GOLDEN["expected"][one.item]
        if one.effect is None:
            assert (expected["forecast_shift"], expected["breach"]) == (0, 0)
            continue
        assert one.effect.target == "V"
        assert one.effect.finish.isoformat() == expected["vision_EF_boundary"]
        assert one.effect.shift_months == expected["forecast_shift"]
        assert one.effect.past_months == expected["breach"]
        assert one.effects == (one.effect,)
    starts = [one.must_start_by.isoformat() for one in found[:3]]
    assert f"RD {starts[0]}, DEM {starts[1]}, MKT {starts[2]}" in GOLDEN["tie_break"]


def by_the_passes(plan, item, delay):
    """The finishes of all targets once the item's own duration is longer."""
    more = parse_duration(delay)

    def longer(node):
        if node.id != item:
            return node
        own = parse_duration(node.duration or f"0{more.family}")
        total = own.amount_in_family + more.amount_in_family
        return replace(node, duration=f"{total}{more.family}", optimistic=None, pessimistic=None)

    found = schedule(rebuilt(plan, longer))
    return {id_: one.finish for id_, one in found.targets.items()}


@given(st.integers(0, 2**32), st.sampled_from(["7mo", "40d"]))
@settings(max_examples=60, deadline=None)
def test_every_effect_is_what_the_passes_say_of_the_lengthened_item(seed, delay):
    family = parse_duration(delay).family

    def in_one_family(node):
        amount = parse_duration(node.duration).amount if node.duration else 0
        return replace(node, duration=f"{amount % 40}{family}" if node.duration else None)

    plan = rebuilt(random_plan(Random(seed)), in_one_family)
    try:
        today = schedule(plan)
        found = bottlenecks(plan, today, delay)
        expected = {one.item: by_the_passes(plan, one.item, delay) for one in found}
    except PlanError:
        return
    for one in found:
        shifts = {
            id_: (finish - today.targets[id_].finish).days
            for id_, finish in expected[one.item].items()
            if id_ != one.item and finish is not None and today.targets[id_].finish is not None
        }
        told = {effect.target: effect.finish for effect in one.effects}
        assert told == {id_: expected[one.item][id_] for id_ in told}
        assert {id_ for id_, shift in shifts.items() if shift > 0} <= set(told)
        if one.effect is None:
            assert all(shift <= 0 for shift in shifts.values())
        elif one.effect.finish is None:
            assert expected[one.item][one.effect.target] is None
        else:
            assert one.effect.finish == expected[one.item][one.effect.target]
            assert one.effect.shift_days == shifts[one.effect.target] > 0
            late = (one.effect.finish - today.targets[one.effect.target].target).days - 1
            assert one.effect.past_days == max(0, late)


def test_what_only_gathers_others_is_done_or_serves_no_target_is_left_out():
    plan = plan_of(
        action("a", duration="2mo"), action("gathers"), action("leaf"), action("done",
        duration="1mo", status="done"), action("aside", duration="9mo"),
        *needs("gathers", "a"), *needs("v", "gathers", "leaf", "done"), target=after(900),
    )  # fmt: skip
    assert [one.item for one in ranked(plan)] == ["a", "leaf"]


def test_a_missed_gate_counts_and_a_closed_one_is_worst():
    gate = r.Gate(id="g", name="予算要求", opens=(dt.date(2024, 3, 1), dt.date(2025, 3, 1)))
    plan = plan_of(
        action("a", duration="10d"), action("b", duration="10d"), action("c", gate="g"), gate,
        *needs("c", "a"), *needs("v", "b", "c"), target=after(900),
    )  # fmt: skip
    first = ranked(plan, "2mo")[0]
    assert (first.item, first.effect.finish) == ("a", dt.date(2025, 3, 2))
    closed = ranked(plan, "24mo")[0]
    assert (closed.item, closed.effect.finish, closed.effect.past_days) == ("a", None, None)
    said = reasons(plan, schedule(plan), closed)[0].into("en")
    assert said == "With a delay of 24 months, v could not come at all."


def test_of_equals_the_necessary_then_the_uncertain_then_what_serves_more():
    kpis = [r.Kpi(id="k", node="m"), r.Kpi(id="l", node="m")]
    plan = plan_of(
        action("one", duration="10d"), action("two", duration="10d"),
        action("plain", duration="10d"), action("serves", duration="10d"), action("m"),
        action("wide", "1d 10d 60d"), *kpis,
        *one_of("v", "one", "two", needed=2), *needs("m", "serves"),
        *needs("v", "plain", "m", "wide"), r.Link(id="o", prerequisite="plain", dependent="v",
        relation="requires", choice="choice-v", option="three"), target=after(400),
    )  # fmt: skip
    found = ranked(plan, "12mo", simulation=simulated(plan, samples=500))
    order = [one.item for one in found]
    assert order[0] == "wide"
    assert found[0].spread_days > 0
    assert order[1:3] == ["serves", "plain"]
    assert [one.is_necessary for one in found] == [True, True, True, False, False]
    assert {one.item: one.serves for one in found}["serves"] == 3


@pytest.mark.parametrize(
    ("distribution", "expected"),
    [("triangular", 26**0.5), ("beta-pert", 24 * (2 * 4 / (6**2 * 7)) ** 0.5)],
)
def test_the_spread_of_an_estimate(distribution, expected):
    points = ThreePoints(6, 12, 30, "d")
    assert standard_deviation(points, distribution) == pytest.approx(expected)
