"""What would raise the chance most, for a large uncertain plan, against its simulation."""

import datetime as dt
import sys

import msgspec
import numpy as np
import pytest

from benchmarks.test_schedule_speed import seconds
from benchmarks.test_simulation_speed import uncertain_plan
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.raising import what_raises_most
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node


def promised(plan):
    """The plan with its visions promised for a day that half of the runs keep that ever come."""
    terms = Terms(samples=2_500, choices="parallel")
    finishes = simulate(plan, schedule(plan), terms).finishes
    days = {
        id_: dt.date.fromordinal(int(np.median(finish[np.isfinite(finish)])))
        for id_, finish in finishes.items()
        if np.isfinite(finish).any()
    }
    return Plan.from_records(
        msgspec.structs.replace(one, target=days[one.id], date=None)
        if isinstance(one, Node) and one.id in days
        else one
        for one in plan.every_record()
    )


@pytest.mark.benchmark
def test_what_raises_most(record_property, capsys):
    plan = promised(uncertain_plan())
    today, terms = schedule(plan), Terms(samples=10_000, choices="parallel")
    taken = seconds(lambda: what_raises_most(plan, today, terms), 1)
    once = seconds(lambda: simulate(plan, today, terms), 2)
    found = what_raises_most(plan, today, terms)
    record_property("seconds", taken)
    record_property("ratio_to_one_simulation", taken / once)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(found.gains)} items made certain in turn, {found.samples} runs each: "
            f"{taken:.1f} s, {taken / once:.1f} × one simulation of 10,000 runs\n"
        )
    assert len(found.gains) > 20
    assert found.gains[0].gain > 0
    assert taken <= once * len(found.gains) / 5
