"""The quality check of a large plan, in milliseconds and against both passes of the same run."""

import sys

import pytest

from benchmarks.test_schedule_speed import seconds
from large_plans import large_plan
from strategy_planner.analysis.quality.check import check_quality
from strategy_planner.analysis.quality.coverage_table import coverage_table
from strategy_planner.analysis.schedule import schedule

LIMIT_MS = 300


@pytest.mark.benchmark
def test_check_of_a_thousand_items(record_property, capsys):
    plan = large_plan(1_000)
    today = schedule(plan)
    assert sum(len(one.failing) for one in check_quality(plan, today).outcomes) > 1_000

    def check():
        check_quality(plan, today)
        coverage_table(plan, today)

    took = 1000 * seconds(check, 5)
    floor = 1000 * seconds(lambda: schedule(plan), 5)
    record_property("milliseconds", took)
    record_property("ratio_to_both_passes", took / floor)
    with capsys.disabled():
        sys.stdout.write(f"\nquality check: {took:.0f} ms, {took / floor:.0f} × both passes\n")
    assert took <= LIMIT_MS
