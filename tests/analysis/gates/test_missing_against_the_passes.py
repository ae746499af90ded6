"""What a missed gate costs is what the whole passes say once its opening may not be used."""

import datetime as dt
from random import Random

import pytest
from msgspec.structs import replace

from analysis.random_plans import random_plan
from analysis.test_schedule_properties import rebuilt
from strategy_planner.analysis.gates.missing import gates_ahead
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.errors import PlanError

ONE_DAY = dt.timedelta(days=1)


def looked_at(random):
    """A random plan in which most items wait for a gate, and all that can be missed in it."""
    plan = random_plan(random)
    gates = list(plan.gates)
    if not gates:
        return None

    def gated(node):
        gate = random.choice(gates) if random.random() < 0.6 else node.gate
        return replace(node, gate=gate, not_after=None)

    plan = rebuilt(plan, gated)
    try:
        return plan, schedule(plan)
    except PlanError:
        return None


def missed_for_sure(plan, one):
    """The passes over the plan in which the item may not start on that opening."""

    def later(node):
        return replace(node, not_before=one.starts + ONE_DAY) if node.id == one.item else node

    return schedule(rebuilt(plan, later))


@pytest.mark.parametrize("seed", range(40))
def test_the_effect_of_a_missed_opening(seed):
    found = looked_at(Random(seed))
    if found is None:
        return
    plan, today = found
    for one in gates_ahead(plan, today):
        try:
            then = missed_for_sure(plan, one)
        except PlanError:
            continue
        item = then.items[one.item]
        assert item.early_start == one.starts_then
        if one.starts_then is not None:
            assert one.costs_days == (item.early_start - one.starts).days > 0
        moved = {
            id_: dates.finish
            for id_, dates in then.targets.items()
            if dates.finish != today.targets[id_].finish
        }
        assert {target.target for target in one.moved} == set(moved)
        for target in one.moved:
            now = today.targets[target.target]
            if target.shift_days is None:
                assert moved[target.target] is None
            else:
                assert target.shift_days == (moved[target.target] - now.finish).days
                assert target.slack_then == then.targets[target.target].slack_days
