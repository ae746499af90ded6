"""The repairs of large late plans, in milliseconds and against both passes of the same run."""

import datetime as dt
import sys

import msgspec
import pytest

from benchmarks.test_schedule_speed import large_plan as layered_plan
from benchmarks.test_schedule_speed import seconds
from large_plans import large_plan
from strategy_planner.analysis.repairs.late_chains import late_chains
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node

LIMIT_MS = 500


def due(plan, day):
    """The plan with its visions promised for ``day``."""
    return Plan.from_records(
        msgspec.structs.replace(record, target=day)
        if isinstance(record, Node) and record.kind == "vision"
        else record
        for record in plan.every_record()
    )


@pytest.mark.benchmark
@pytest.mark.parametrize("year", [2040, 2048])
def test_repairs_of_one_vision(year, record_property, capsys):
    measure(due(large_plan(1_000), dt.date(year, 3, 31)), 1, record_property, capsys)


@pytest.mark.benchmark
def test_repairs_of_several_promises(record_property, capsys):
    plan = due(layered_plan(1_000, 1_600), dt.date(2040, 3, 31))
    nodes = {node.id for node in plan.nodes.values() if node.kind != "vision"}
    undated = [
        msgspec.structs.replace(record, date=None) if record.key in nodes else record
        for record in plan.every_record()
    ]
    measure(Plan.from_records(undated), 3, record_property, capsys)


def measure(plan, chains, record_property, capsys):
    today = schedule(plan)
    found = late_chains(plan, today)
    assert len(found) == chains
    assert all(chain.repairs and len(chain.items) > 5 for chain in found)
    repairs = 1000 * seconds(lambda: late_chains(plan, today), 3)
    floor = 1000 * seconds(lambda: schedule(plan), 5)
    record_property("milliseconds", repairs)
    record_property("ratio_to_both_passes", repairs / floor)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{chains} late chains: {repairs:.0f} ms, {repairs / floor:.0f} × both passes\n"
        )
    assert repairs <= LIMIT_MS
