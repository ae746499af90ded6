"""The rank of bottlenecks of a thousand items, against the passes of the same run."""

import sys

import pytest

from benchmarks.test_schedule_speed import large_plan as layered_plan
from benchmarks.test_schedule_speed import seconds
from large_plans import large_plan
from strategy_planner.analysis.bottlenecks.ranking import bottlenecks
from strategy_planner.analysis.schedule import schedule


@pytest.mark.benchmark
@pytest.mark.parametrize(
    "plan", [layered_plan(1_000, 1_600), large_plan(1_000)], ids=["choices", "stages"]
)
def test_bottlenecks(plan, record_property, capsys):
    today = schedule(plan)
    taken = 1000 * seconds(lambda: bottlenecks(plan, today), 5)
    passes = 1000 * seconds(lambda: schedule(plan), 5)
    found = bottlenecks(plan, today)
    naive = passes * len(found)
    record_property("milliseconds", taken)
    record_property("share_of_passes_for_each_item", taken / naive)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(found)} bottlenecks: {taken:.0f} ms, {taken / naive:.1%} of the passes "
            f"for each item\n"
        )
    assert len(found) > 300
    assert taken <= 300
    assert taken <= naive / 5
