"""What would raise the chance most: gains that follow by hand, and the same as a whole new run."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from analysis.random_plans import random_plan
from analysis.simulation.small_plans import action, after, needs, one_of, plan_of
from analysis.simulation.test_closed_forms import risk
from analysis.test_schedule_properties import rebuilt
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.raising import what_raises_most
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import Terms


def raised(plan, **options):
    return what_raises_most(plan, schedule(plan), Terms(), **options)


def test_of_two_that_may_fail_the_less_sure_one_raises_most():
    plan = plan_of(
        action("a", success=0.5), action("b", success=0.8), action("c", duration="3d"),
        *needs("v", "a", "b", "c"), target=after(9),
    )  # fmt: skip
    found = raised(plan)
    assert (found.target, [one.item for one in found.gains]) == ("v", ["a", "b"])
    first, second = found.gains
    for value, expected in ((found.chance, 0.4), (first.chance, 0.8), (second.chance, 0.5)):
        assert abs(value - expected) <= 3 * (expected * (1 - expected) / found.samples) ** 0.5
    assert first.gain == pytest.approx(first.chance - found.chance)
    assert first.gain - second.gain > first.standard_error


def test_a_certain_item_takes_its_likely_duration_and_no_risk_delays_it():
    plan = plan_of(
        action("a", "8d 10d 30d"), risk("r", 0.5, "9d", "a"), *needs("v", "a"), target=after(10)
    )
    assert next(one for one in raised(plan).gains if one.item == "a").chance == 1
    late = plan_of(action("a", "8d 12d 30d"), *needs("v", "a"), target=after(10))
    (loss,) = raised(late).gains
    assert loss.chance == 0
    assert loss.gain < 0


def test_what_never_drives_the_target_is_not_tried():
    plan = plan_of(
        action("long", "20d 30d 60d"), action("short", "1d 2d 3d"), action("aside", success=0.1),
        *needs("v", "long", "short"), target=after(30),
    )  # fmt: skip
    assert [one.item for one in raised(plan).gains] == ["long"]


def test_without_an_open_target_there_is_no_chance_to_raise():
    assert raised(plan_of(action("a", "1d 2d 3d"), target=None)) is None
    done = plan_of(action("a", "1d 2d 3d"), *needs("v", "a"), target=after(9))
    finished = rebuilt(done, lambda node: replace(node, status="done") if node.id == "v" else node)
    assert raised(finished) is None


def test_another_target_can_be_asked_for_and_the_work_can_be_stopped():
    part = action("part", target=after(12))
    plan = plan_of(
        action("a", "1d 10d 20d"), action("b", "1d 10d 20d"), part, *needs("part", "a"),
        *needs("v", "part", "b"), target=after(40),
    )  # fmt: skip
    told = []
    found = raised(plan, target="part", progress=lambda done, of: told.append((done, of)))
    assert [one.item for one in found.gains] == ["a"]
    assert told == [(1, 1)]

    def stop(done, of):
        raise InterruptedError

    with pytest.raises(InterruptedError):
        raised(plan, progress=stop)


def test_where_the_items_are_many_fewer_runs_are_used():
    names = [f"a{number}" for number in range(200)]
    plan = plan_of(
        *(action(name, success=0.999) for name in names), *one_of("v", "a0", "a1", needed=2),
        *needs("v", *names[2:]), target=after(9),
    )  # fmt: skip
    found = raised(plan)
    assert (found.samples, len(found.gains)) == (1_000, 200)


@given(st.integers(0, 2**32))
@settings(max_examples=25, deadline=None)
def test_each_chance_is_that_of_a_simulation_of_the_changed_plan(seed):
    random = Random(seed)

    def uncertain(node):
        if node.kind == "vision":
            return replace(node, target=after(random.randint(200, 1200)))
        low, more = random.randint(1, 9), random.randint(1, 9)
        points = {"optimistic": f"{low}mo", "duration": f"{low + more}mo",
                  "pessimistic": f"{low + 3 * more}mo"}  # fmt: skip
        return replace(node, date=None, success=random.choice([None, 0.7]), **points)

    plan = rebuilt(random_plan(random), uncertain)
    today, terms = schedule(plan), Terms(samples=300, choices="parallel")
    found = what_raises_most(plan, today, terms)
    for one in [one for one in found.gains if one.item][:3] if found else ():

        def certain(node, item=one.item):
            if node.id != item:
                return node
            return replace(node, optimistic=None, pessimistic=None, success=None)

        changed = rebuilt(plan, certain)
        again = simulate(changed, schedule(changed), terms)
        assert again.targets[found.target].chance_by_target == one.chance


def test_a_risk_on_two_items_strikes_the_other_still_unless_it_is_averted():
    plan = plan_of(
        action("a", duration="10d"), action("b", duration="10d"), risk("r", 0.5, "5d", "a", "b"),
        *needs("v", "a", "b"), target=after(10),
    )  # fmt: skip
    averted, certain = raised(plan).gains
    assert (averted.risk, averted.item, averted.chance) == ("r", None, 1)
    assert averted.gain == pytest.approx(0.5, abs=0.04)
    assert (certain.item, certain.risk, certain.gain) == ("a", None, 0)


def test_of_several_risks_one_is_averted_and_the_others_strike_as_before():
    plan = plan_of(
        action("a", duration="10d"), risk("r", 0.5, "5d", "a"), risk("s", 0.2, "5d", "a"),
        *needs("v", "a"), target=after(10),
    )  # fmt: skip
    found = {one.risk: one for one in raised(plan).gains}
    assert abs(found["r"].chance - 0.8) <= 3 * (0.8 * 0.2 / 2_500) ** 0.5
    assert abs(found["s"].chance - 0.5) <= 3 * (0.5 * 0.5 / 2_500) ** 0.5
    assert found[None].chance == 1
