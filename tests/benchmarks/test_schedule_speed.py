"""Both passes on large plans, in milliseconds and against a floor of the same run."""

import datetime as dt
import sys
import time
from random import Random

import msgspec
import networkx as nx
import pytest

from strategy_planner.analysis.rescheduling import rescheduled
from strategy_planner.analysis.schedule import schedule
from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, replaced
from strategy_planner.model.plan import Plan

DAY = dt.date(2024, 4, 1)
DURATIONS = ["6mo", "12mo", "18mo", "24mo", "3mo", "30d", "10w", "1y", None]
LAGS = ["1mo", "-30d", "2w"]
DATES = ["2026年度", "2030年度目途", "2040年度内"]


def nodes(random, count, began):
    for index in range(count):
        is_end = index >= count - 5
        yield r.Node(
            id=f"n{index}",
            kind="vision" if is_end else "action",
            number=f"A-{index:05d}",
            title=f"Item {index}",
            duration=random.choice(DURATIONS),
            target=dt.date(2060, 3, 31) if is_end else None,
            date=random.choice(DATES) if random.random() < 0.2 else None,
            actual_start=dt.date(2023, 4, 1) if index < began and random.random() < 0.3 else None,
            status="done" if index < began and random.random() < 0.1 else None,
        )


def links(random, count, many, width):
    """A layered net: each link reaches back at most two layers of ``width`` items."""
    seen = set()
    while len(seen) < many:
        end = random.randrange(width, count)
        start = max(0, end - random.randint(1, 2 * width))
        if (start, end) in seen:
            continue
        timed = random.random() < 0.1
        yield r.Link(
            id=f"l{len(seen)}",
            prerequisite=f"n{start}",
            dependent=f"n{end}",
            relation="requires",
            type=random.choice(["SS", "FF"]) if timed else None,
            lag=random.choice(LAGS) if timed else None,
        )
        seen.add((start, end))


def with_choices(random, made):
    """Every tenth item with several prerequisites needs one of them only."""
    by_node = {}
    for link in made:
        by_node.setdefault(link.dependent, []).append(link)
    for node, into in by_node.items():
        if len(into) < 2 or random.random() > 0.1:
            yield from into
            continue
        yield r.Choice(id=f"c-{node}", node=node)
        for place, link in enumerate(into):
            yield msgspec.structs.replace(link, choice=f"c-{node}", option=f"option {place}")


def obstacles(count, width):
    """One for every hundredth item, resolved by an item two layers before."""
    for index in range(2 * width, count, 100):
        yield r.RegisterItem(
            id=f"o{index}",
            kind="obstacle",
            touches=(f"n{index}",),
            resolved_by=(f"n{index - 2 * width}",),
        )


def large_plan(count, many):
    random, width = Random(1), count // 25
    records = [
        r.PlanSettings(status_date=DAY, reference_date=DAY),
        *nodes(random, count, width),
        *with_choices(random, links(random, count, many, width)),
        *obstacles(count, width),
    ]
    return Plan.from_records(records)


def seconds(work, times):
    taken = []
    for _ in range(times):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return min(taken)


@pytest.mark.benchmark
@pytest.mark.parametrize(("count", "many", "limit_ms"), [(1_000, 1_600, 15), (10_000, 16_000, 60)])
def test_both_passes(count, many, limit_ms, record_property, capsys):
    plan = large_plan(count, many)
    passes = 1000 * seconds(lambda: schedule(plan), 7)
    floor = 1000 * seconds(lambda: list(nx.topological_sort(plan.graph)), 3)
    ratio = passes / floor
    record_property("milliseconds", passes)
    record_property("ratio_to_topological_sort", ratio)
    with capsys.disabled():
        sys.stdout.write(
            f"\n{count} items: {passes:.1f} ms, {ratio:.2f} × a NetworkX topological sort\n"
        )
    assert passes <= limit_ms
    assert ratio <= 5
    found = schedule(plan)
    assert len(found.items) == count
    assert len(found.critical_chain) > 5


@pytest.mark.benchmark
@pytest.mark.parametrize("place", [1, 400, 5_000, 9_700])
def test_an_edit_that_touches_few_dates(place, record_property, capsys):
    """From the plan and its schedule before the edit to the dates of all that it touched."""
    plan = large_plan(10_000, 16_000)
    before = schedule(plan)
    rows = dict(before.items)
    node = plan.nodes[f"n{place}"]
    edit = ChangeSet((replaced(node, msgspec.structs.replace(node, duration="7mo")),), message(""))
    plan.apply(edit)
    after = rescheduled(before, plan, edit.changes)
    touched = [id_ for id_, dates in after.items.items() if dates is not rows[id_]]
    assert node.id in touched

    def edited():
        found = rescheduled(before, plan, edit.changes).items
        return [found[id_] for id_ in touched]

    taken = 1000 * seconds(edited, 15)
    floor = 1000 * seconds(lambda: list(nx.topological_sort(plan.graph)), 3)
    record_property("milliseconds", taken)
    record_property("ratio_to_topological_sort", taken / floor)
    with capsys.disabled():
        sys.stdout.write(
            f"\nan edit that touches {len(touched)} of 10,000 items: {taken:.1f} ms, "
            f"{taken / floor:.2f} × a NetworkX topological sort\n"
        )
    assert taken <= 5
