"""Ten thousand runs of a large plan with choices: their time, and the memory at their peak."""

import subprocess
import sys
from pathlib import Path
from random import Random

import msgspec
import pytest

from benchmarks.test_schedule_speed import large_plan, seconds
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.simulation.simulation import simulate
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

COUNT, LINKS = 500, 800


def estimated(record, random):
    """Three durations for every item that takes time, a chance of success for some."""
    if not isinstance(record, r.Node) or record.duration is None:
        return record
    likely = parse_duration(record.duration)
    amount, family = likely.amount_in_family, likely.family
    return msgspec.structs.replace(
        record,
        optimistic=f"{amount * 2 // 3}{family}",
        duration=f"{amount}{family}",
        pessimistic=f"{amount * random.randint(2, 3)}{family}",
        success=0.99 if random.random() < 0.1 else None,
    )


def uncertain_plan():
    """All items are needed: what nothing else waits for, the visions do."""
    random = Random(1)
    records = [estimated(one, random) for one in large_plan(COUNT, LINKS).every_record()]
    used = {one.prerequisite for one in records if isinstance(one, r.Link)}
    last = f"n{COUNT - 1}"
    ends = [
        r.Link(id=f"end-{one.id}", prerequisite=one.id, dependent=last, relation="requires")
        for one in records
        if isinstance(one, r.Node) and one.id not in used and one.kind != "vision"
    ]
    return Plan.from_records([*records, *ends])


@pytest.mark.benchmark
@pytest.mark.parametrize("distribution", ["beta-pert", "triangular"])
def test_ten_thousand_runs(distribution, record_property, capsys):
    plan = uncertain_plan()
    today = schedule(plan)
    terms = Terms(samples=10_000, distribution=distribution, choices="parallel")
    taken = seconds(lambda: simulate(plan, today, terms), 3)
    floor = seconds(lambda: _draw_only(len(plan.nodes)), 3)
    record_property("seconds", taken)
    record_property("ratio_to_drawing_numbers", taken / floor)
    with capsys.disabled():
        sys.stdout.write(
            f"\n10,000 runs of {COUNT} items, {len(plan.choices)} choices, {distribution}: "
            f"{taken:.2f} s, {taken / floor:.1f} × drawing as many beta numbers\n"
        )
    assert len(plan.choices) >= 15
    assert taken <= 1.5
    assert taken / floor <= 5
    found = simulate(plan, today, terms)
    assert sum(bool(one.sensitivity) for one in found.items.values()) > 400


def _draw_only(items):
    import numpy as np

    stream = np.random.default_rng(1)
    for _ in range(items):
        stream.beta(2, 4, 10_000)


PEAK = """
import sys
sys.path.insert(0, {tests!r})
from benchmarks.test_simulation_speed import Terms, schedule, simulate, uncertain_plan
plan = uncertain_plan()
simulate(plan, schedule(plan), Terms(samples=10_000, choices="parallel"))
with open("/proc/self/status") as status:
    print(next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))
"""


@pytest.mark.benchmark
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from Linux's /proc")
def test_memory_of_ten_thousand_runs(record_property, capsys):
    code = PEAK.format(tests=str(Path(__file__).parents[1]))
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    peak = float(answer.stdout)
    record_property("megabytes", peak)
    with capsys.disabled():
        sys.stdout.write(f"\npeak memory of 10,000 runs of {COUNT} items: {peak:.0f} MB\n")
    assert peak <= 300
