"""The runs against the passes: the same dates wherever nothing, or nothing but whole amounts, is
drawn.
"""

import math
from random import Random

import msgspec
import numpy as np
import pytest

from analysis.random_plans import random_plan
from analysis.simulation.small_plans import action, after, needs, plan_of
from strategy_planner.analysis.schedule import driving_chain, schedule
from strategy_planner.analysis.simulation import draws
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.analysis.simulation.uncertainty import read_uncertainty
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan


def told_otherwise(plan, choices):
    today = schedule(plan)
    found = simulate(plan, today, Terms(samples=3, choices=choices))
    for id_, dates in today.targets.items():
        one = found.targets[id_]
        if {one.p10, one.p50, one.p80, one.p90} != {dates.finish}:
            yield id_, one, dates
        assert one.chance_ever == (dates.finish is not None)
    on_chain = {id_ for id_, item in found.items.items() if item.criticality}
    if on_chain != set(today.critical_chain):
        yield "chain", on_chain, today.critical_chain
    assert all(item.criticality in {0, 1, None} for item in found.items.values())


@pytest.mark.parametrize("seed", range(0, 1500, 250))
def test_a_plan_in_which_all_is_certain_comes_when_the_passes_say(seed):
    for one in range(seed, seed + 250):
        assert list(told_otherwise(random_plan(Random(one)), "parallel")) == [], one


def with_starts_only(plan):
    """FF and SF links ask for starts and finishes, for which the passes may take two options."""
    return Plan.from_records(
        msgspec.structs.replace(record, type=None)
        if isinstance(record, r.Link) and record.type in {"FF", "SF"}
        else record
        for record in plan.every_record()
    )


@pytest.mark.parametrize("seed", range(20_000, 20_900, 300))
def test_what_a_choice_commits_to_comes_when_the_passes_say(seed):
    for one in range(seed, seed + 300):
        plan = with_starts_only(random_plan(Random(one)))
        assert [found for found in told_otherwise(plan, "commit") if found[0] != "chain"] == [], one


def choice(end, options, **fields):
    """A choice at ``end``; ``options`` says which items each of them links."""
    yield r.Choice(id=f"c-{end}", node=end)
    for option, names in options.items():
        yield from (
            msgspec.structs.replace(link, id=f"{option}-{link.id}")
            for link in needs(end, *names, choice=f"c-{end}", option=option, **fields)
        )


CHAINS = {
    "only what is in the option taken drives": [
        action("a", duration="20d"), action("b", duration="10d"), action("z", duration="10d"),
        *choice("v", {"x": ["z"], "y": ["a", "b"]}),
    ],
    "an obstacle's first resolver drives": [
        action("a", duration="20d"), action("b", duration="10d"), action("c", duration="10d"),
        r.RegisterItem(id="o", kind="obstacle", touches=("v",), resolved_by=("a", "b")),
        *needs("v", "c", type="SS"),
    ],
    "a finish that is waited for drives what has begun": [
        action("begun", duration="1d", actual_start=after(-9)),
        action("a", duration="9d"), action("b", duration="7d"), action("z", duration="7d"),
        *choice("begun", {"x": ["a"], "y": ["b"], "z": ["z"]}, type="FF"),
        *needs("v", "begun"),
    ],
    "a finish at the end of a month is later than the work": [
        action("z", duration="90d"), action("b", duration="1mo"), action("c", duration="59d"),
        *needs("b", "z", type="FF"), *needs("b", "c"), *needs("v", "b"),
    ],
}  # fmt: skip


@pytest.mark.parametrize("name", CHAINS)
@pytest.mark.parametrize("choices", ["parallel", "commit"])
def test_the_driving_chain_is_that_of_the_passes(name, choices):
    plan = plan_of(*CHAINS[name], target=after(60))
    assert len(schedule(plan).critical_chain) > 1
    assert list(told_otherwise(plan, choices)) == []


def test_of_options_that_let_an_item_finish_alike_the_one_that_lets_it_start_first_is_taken():
    plan = plan_of(
        action("late", duration="30d"), action("soon", duration="29d"), action("c", duration="1mo"),
        *choice("c", {"a": ["late"], "b": ["soon"]}), *needs("v", "c", type="SS"),
        target=after(60),
    )  # fmt: skip
    assert list(told_otherwise(plan, "commit")) == []


def uncertain(plan, random):
    """The plan with estimates, and with chances of success for what has not begun."""
    for record in plan.every_record():
        changes = {}
        if isinstance(record, r.Node) and record.duration and random.random() < 0.7:
            duration = parse_duration(record.duration)
            low, high = duration.amount // 2, duration.amount * 3 // 2 + 2
            changes |= {
                "optimistic": f"{low}{duration.unit}",
                "pessimistic": f"{high}{duration.unit}",
            }
        if isinstance(record, r.Node) and not record.actual_start and random.random() < 0.2:
            changes["success"] = 0.7
        yield msgspec.structs.replace(record, **changes)


def as_drawn(plan, network, drawn, run):
    """The plan of one run: with the durations that were drawn, what fails held back for ever."""
    for record in plan.every_record():
        place = network.index.get(record.key) if isinstance(record, r.Node) else None
        if place is None or place not in drawn.days:
            yield record
        else:
            (step,) = drawn.lengths[place]
            length = f"{step.amount[run]:.0f}{step.family}"
            yield msgspec.structs.replace(
                record, optimistic=None, duration=length, pessimistic=None
            )
        if place is not None and place in drawn.fails and drawn.fails[place][run]:
            yield r.RegisterItem(id=f"fails-{place}", kind="obstacle", touches=(record.id,))


def whole(shares, points):
    return np.floor(draws.triangular(shares, points))


@pytest.mark.parametrize("seed", range(40_000, 40_200, 50))
def test_every_run_is_the_passes_over_what_it_has_drawn(seed, monkeypatch):
    monkeypatch.setitem(draws.QUANTILES, "triangular", whole)
    runs, never = 6, math.inf
    for one in range(seed, seed + 50):
        random = Random(one)
        plan = Plan.from_records(uncertain(random_plan(random), random))
        today = schedule(plan)
        terms = Terms(samples=runs, seed=one, distribution="triangular", choices="parallel")
        found = simulate(plan, today, terms)
        network = today.network
        drawn = draws.Draws(
            network, read_uncertainty(plan, network), plan.settings.holidays, one, "triangular"
        ).batch(runs)
        on_chain = dict.fromkeys(today.items, 0)
        for run in range(runs):
            expected = schedule(Plan.from_records(as_drawn(plan, network, drawn, run)))
            for id_, dates in expected.targets.items():
                finish = never if dates.finish is None else dates.finish.toordinal()
                assert found.finishes[id_][run] == finish, (one, run, id_)
            if found.driven and expected.items[found.driven].early_finish:
                for id_ in driving_chain(expected, found.driven):
                    on_chain[id_] += 1
        arriving = on_chain.get(found.driven)
        for id_, item in found.items.items():
            share = on_chain[id_] / arriving if arriving else None
            assert item.criticality == share, (one, id_)
