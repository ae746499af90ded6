"""What a simulation tells, and that nothing but the seed decides about it."""

import datetime as dt

import msgspec
import numpy as np
import pytest

from analysis.simulation.small_plans import (
    STATUS,
    action,
    after,
    needs,
    one_of,
    plan_of,
    simulated,
    within_three_errors,
)
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.precision import shown_chance, standard_error
from strategy_planner.analysis.simulation.simulation import pathway_chances, simulate
from strategy_planner.analysis.simulation.terms import Terms, terms_of
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan


def two_in_a_row(**fields):
    return plan_of(
        action("a", "10d 20d 60d"), action("b", "5d 10d 15d", **fields),
        *needs("b", "a"), *needs("v", "b"), target=after(40),
    )  # fmt: skip


def finishes(plan, **terms):
    return simulated(plan, **terms).finishes["v"]


def test_the_same_seed_draws_the_same_and_another_does_not():
    plan = two_in_a_row()
    assert np.array_equal(finishes(plan, seed=7), finishes(plan, seed=7))
    assert not np.array_equal(finishes(plan, seed=7), finishes(plan, seed=8))


def test_more_runs_begin_with_the_same_ones():
    """As the streams do not know of batches, a simulation can be refined and not only redone."""
    plan = two_in_a_row(success=0.9)
    few, many = finishes(plan, samples=40), finishes(plan, samples=6_001)
    assert np.array_equal(few, many[:40])


def test_draws_do_not_depend_on_other_items_or_their_order():
    plan = two_in_a_row()
    others = [action(name, "1d 2d 3d") for name in ("0", "aa", "z")]
    settings, *records = plan.every_record()
    nodes = [one for one in records if isinstance(one, r.Node)]
    rest = [one for one in records if not isinstance(one, r.Node)]
    larger = Plan.from_records([settings, *others, *reversed(nodes), *rest])
    assert np.array_equal(finishes(plan), finishes(larger))


def test_a_percentile_that_too_few_runs_reach_is_none():
    found = simulated(two_in_a_row(success=0.85)).targets["v"]
    assert found.p80 is not None
    assert found.p90 is None
    assert within_three_errors(found.chance_ever, 0.85)
    assert found.chance_by_target < found.chance_ever


def test_a_percentile_is_the_first_day_by_which_so_many_have_come():
    found = simulated(two_in_a_row())
    for share, instant in ((0.1, "p10"), (0.5, "p50"), (0.8, "p80"), (0.9, "p90")):
        day = getattr(found.targets["v"], instant).toordinal()
        assert (found.finishes["v"] <= day).mean() >= share
        assert (found.finishes["v"] <= day - 1).mean() < share


def test_in_time_is_by_the_end_of_the_target_day():
    plan = plan_of(action("a", duration="10d"), *needs("v", "a"), target=after(10))
    assert simulated(plan).targets["v"].chance_by_target == 1
    plan = plan_of(action("a", duration="10d"), *needs("v", "a"), target=after(9))
    found = simulated(plan).targets["v"]
    assert (found.chance_by_target, found.chance_ever) == (0, 1)
    assert found.p10 == STATUS + dt.timedelta(days=10)


def test_what_has_begun_goes_on_from_its_start_and_not_into_the_past():
    begun = action("a", "10d 20d 30d", actual_start=STATUS - dt.timedelta(days=20))
    found = simulated(plan_of(begun, *needs("v", "a"), target=after(5)), distribution="triangular")
    assert found.targets["v"].p10 == STATUS
    assert within_three_errors(found.targets["v"].chance_by_target, 1 - 25 / 200)


def test_a_missed_gate_costs_a_year():
    gated = action("b", duration="1d", gate="g")
    gate = r.Gate(id="g", on=("01-15",))
    plan = plan_of(
        action("a", "5d 15d 25d"), gated, gate, *needs("b", "a"), *needs("v", "b"),
        target=dt.date(2024, 1, 31),
    )  # fmt: skip
    found = simulated(plan).targets["v"]
    assert within_three_errors(found.chance_by_target, 0.5)
    assert found.p10 == dt.date(2024, 1, 17)
    assert found.p90 == dt.date(2025, 1, 17)


def test_the_longer_of_two_branches_drives_more_often():
    plan = plan_of(
        action("long", "10d 20d 40d"), action("short", "10d 15d 25d"), action("fixed", duration="3d"),
        *needs("v", "long", "short", "fixed"), target=after(30),
    )  # fmt: skip
    found = simulated(plan)
    items, came = found.items, found.finishes["v"]
    assert found.driven == "v"
    assert items["v"].criticality == 1
    assert items["long"].criticality + items["short"].criticality == pytest.approx(1)
    assert items["long"].criticality > 0.6
    assert items["long"].sensitivity > items["short"].sensitivity > 0.1
    assert (items["fixed"].criticality, items["fixed"].sensitivity) == (0, 0)
    alone = plan_of(action("long", "10d 20d 40d"), *needs("v", "long"), target=after(30))
    lengths = finishes(alone)
    expected = np.corrcoef(lengths, came)[0, 1]
    assert items["long"].sensitivity == pytest.approx(expected, abs=1e-9)


def test_without_a_vision_that_comes_nothing_drives_it():
    never = r.RegisterItem(id="o", kind="obstacle", touches=("a",))
    plan = plan_of(action("a", "1d 2d 3d"), never, *needs("v", "a"), target=after(9))
    found = simulated(plan)
    assert found.driven is None
    assert found.targets["v"].chance_ever == 0
    assert found.visions_in_time == 0
    assert found.items["a"].criticality is None


def test_the_plans_own_terms_hold_unless_others_are_asked_for():
    assert terms_of(r.PlanSettings()) == Terms(10_000, 1, "beta-pert", "commit")
    settings = r.PlanSettings(distribution="triangular", choices_mode="parallel")
    assert terms_of(settings) == Terms(10_000, 1, "triangular", "parallel")
    asked = terms_of(settings, distribution="beta-pert", choices="commit", samples=5, seed=3)
    assert asked == Terms(5, 3, "beta-pert", "commit")


def test_a_commitment_breaks_ties_by_the_options_text():
    plan = plan_of(
        action("b", "5d 10d 11d"), action("a", "9d 10d 30d"), *one_of("v", "b", "a"),
        target=after(11),
    )  # fmt: skip
    found = simulated(plan, choices="commit").items
    assert (found["a"].criticality, found["b"].criticality) == (1, 0)


def test_an_obstacle_is_a_choice_among_its_resolvers():
    hurdle = r.RegisterItem(id="o", kind="obstacle", touches=("c",), resolved_by=("a", "b"))
    actions = [action("a", success=0.5), action("b", success=0.5, duration="1d"), action("c")]
    plan = plan_of(*actions, hurdle, *needs("v", "c"), target=after(9))
    for choices, expected in (("parallel", 0.75), ("commit", 0.5)):
        found = simulated(plan, choices=choices).targets["v"]
        assert within_three_errors(found.chance_by_target, expected)


class StoppedError(Exception):
    pass


def test_a_simulation_tells_how_far_it_is_and_can_be_stopped():
    plan, told = two_in_a_row(), []
    today = schedule(plan)
    simulate(plan, today, Terms(samples=6_000), lambda done, count: told.append((done, count)))
    assert told[-1] == (6_000, 6_000)
    assert told == sorted(told)
    assert len(told) > 1

    def stop(done, count):
        raise StoppedError

    with pytest.raises(StoppedError):
        simulate(plan, today, Terms(), stop)


def test_each_pathway_has_its_own_chance():
    plan = plan_of(
        action("a", "5d 10d 15d"), action("b", "20d 30d 40d"), *one_of("v", "a", "b"),
        r.Pathway(id="quick", chosen={"choice-v": ("a",)}, active=True),
        r.Pathway(id="slow", chosen={"choice-v": ("b",)}),
        r.Pathway(id="open"),
        target=after(30),
    )  # fmt: skip
    found = pathway_chances(plan, STATUS, Terms())
    assert (found["quick"], found["open"]) == (1, 1)
    assert within_three_errors(found["slow"], 0.5)


def test_the_chance_of_several_visions_is_that_of_all_together():
    plan = plan_of(
        action("a", success=0.5), action("b", success=0.5), *needs("v", "a"), target=after(9)
    )
    other = r.Node(id="w", kind="vision", title="w", target=after(9))
    done = msgspec.structs.replace(other, id="x", status="done")
    promised = action("p", success=0.1, target=after(9))
    both = Plan.from_records([*plan.every_record(), other, done, promised, *needs("w", "b")])
    assert within_three_errors(simulated(both).visions_in_time, 0.25)


@pytest.mark.parametrize(
    ("chance", "samples", "shown"),
    [
        (0.0, 10, "0%"),
        (1.0, 10, "100%"),
        (0.7234, 10_000, "72%"),
        (0.7234, 1_000_000, "72.3%"),
        (0.72, 100, "70%"),
        (0.0012, 10_000, "0.1%"),
        (0.9999, 10_000, "99.9%"),
        (0.00001, 1_000_000, "0.1%"),
        (0.98, 50, "90%"),
    ],
)
def test_a_chance_is_shown_with_the_digits_that_its_standard_error_leaves(chance, samples, shown):
    assert shown_chance(chance, samples) == shown


def test_the_standard_error_is_that_of_a_share():
    assert standard_error(0.5, 10_000) == pytest.approx(0.005)
    assert 0 < standard_error(1, 100) < 0.01
