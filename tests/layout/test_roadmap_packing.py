"""Rows whose links run short and cross little, against the order of the file."""

import sys
from itertools import combinations
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from large_plans import large_plan
from strategy_planner.analysis.schedule import schedule
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.roadmap.arranging import needs_of
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.packing import (
    Fitting,
    Need,
    Rows,
    length_of_links,
    rows_by_links,
)
from strategy_planner.layout.roadmap.picture import roadmap_parts
from strategy_planner.layout.roadmap.spans import Span
from strategy_planner.model.plan import Plan

SAMPLES = Path(__file__).parents[2] / "sample_projects"
GAP = 12.0


def measure(text: str, size: float, weight: int) -> float:
    return sum(size * (0.6 if ord(character) < 0x300 else 1.0) for character in text)


def in_file_order(lanes: list[list[Fitting]]) -> tuple[Rows, ...]:
    """The usual way: the items as they come, each in the first row with room."""
    found: list[Rows] = []
    for lane in lanes:
        rows: list[list[Fitting]] = []
        for item in lane:
            wide = Span(item.extent.left - GAP, item.extent.right + GAP)
            free = (row for row in rows if not any(wide.meets(each.extent) for each in row))
            row = next(free, None)
            if row is None:
                rows.append([item])
            else:
                row.append(item)
        found.append(tuple(tuple(item.id for item in row) for row in rows))
    return tuple(found)


def crossings(lanes: tuple[Rows, ...], lane_items: list[list[Fitting]], needs: list[Need]) -> int:
    """How often one link's way down crosses another's way along (the ways of `links.routes`)."""
    extents = {item.id: item.extent for lane in lane_items for item in lane}
    rows = [row for lane in lanes for row in lane]
    at = {item: index for index, row in enumerate(rows) for item in row}
    ways = []
    for source, target in needs:
        if source in at and target in at and at[source] != at[target]:
            x1, x2 = extents[source].right, extents[target].left
            y1, y2 = at[source], at[target]
            ways.append((x1, min(y1, y2), max(y1, y2), min(x1, x2), max(x1, x2), y2))
    return sum(
        one[3] < other[0] < one[4] and other[1] < one[5] < other[2]
        for pair in combinations(ways, 2)
        for one, other in (pair, pair[::-1])
    )


def plan_in_lanes(plan: Plan) -> list[list[Fitting]]:
    """The items of each lane, in the order of the file."""
    parts = roadmap_parts(plan, schedule(plan), "ja", measure, RoadmapOptions(1100.0))
    order = {id_: index for index, id_ in enumerate(plan.nodes)}
    return [
        sorted(
            (Fitting(item.entry.id, item.extent) for row in rows for item in row),
            key=lambda item: order[item.id],
        )
        for _, rows in parts.lane_rows
    ]


@pytest.mark.parametrize("source", ["worked_example", "random"])
def test_links_are_shorter_and_cross_less_than_in_the_order_of_the_file(source, record_property):
    if source == "random":
        plan = large_plan(300)
    else:
        plan = read_plan_json((SAMPLES / "worked_example.json").read_bytes())
    lanes, needs = plan_in_lanes(plan), list(needs_of(plan))
    ours, usual = rows_by_links(lanes, needs, GAP), in_file_order(lanes)
    lengths = (length_of_links(ours, needs), length_of_links(usual, needs))
    crossed = (crossings(ours, lanes, needs), crossings(usual, lanes, needs))
    record_property("length", lengths)
    record_property("crossings", crossed)
    rows = (sum(map(len, ours)), sum(map(len, usual)))
    sys.stderr.write(f"\n{source}: length {lengths}, crossings {crossed}, rows {rows}\n")
    assert lengths[0] <= 0.85 * lengths[1]
    assert crossed[0] <= crossed[1]


def random_lanes(seed: int, count: int) -> tuple[list[list[Fitting]], list[Need]]:
    """Items in a random order of file, each needing some that end before it begins."""
    random = Random(seed)
    lanes: list[list[Fitting]] = [[], [], []]
    items = []
    for index in range(count):
        left = random.uniform(0, 900)
        item = Fitting(f"n{index}", Span(left, left + random.uniform(30, 260)))
        items.append(item)
        random.choice(lanes).append(item)
    needs = [
        (one.id, other.id)
        for one, other in combinations(items, 2)
        if one.extent.right < other.extent.left and random.random() < 0.1
    ]
    return lanes, needs


@settings(max_examples=50, deadline=None)
@given(st.integers(0, 10_000), st.integers(8, 40))
def test_every_item_stands_once_without_meeting_another(seed, count):
    lanes, needs = random_lanes(seed, count)
    found = rows_by_links(lanes, needs, GAP)
    extents = {item.id: item.extent for lane in lanes for item in lane}
    for rows, lane in zip(found, lanes, strict=True):
        assert sorted(item for row in rows for item in row) == sorted(item.id for item in lane)
        for row in rows:
            for one, other in combinations(row, 2):
                assert not extents[one].meets(extents[other])


def test_over_many_random_plans_links_are_shorter_than_in_the_order_of_the_file():
    shorter, ours_all, usual_all = 0, 0.0, 0.0
    for seed in range(60):
        lanes, needs = random_lanes(seed, 30)
        ours = length_of_links(rows_by_links(lanes, needs, GAP), needs)
        usual = length_of_links(in_file_order(lanes), needs)
        shorter += ours <= usual
        ours_all, usual_all = ours_all + ours, usual_all + usual
    sys.stderr.write(
        f"\n60 random plans: {ours_all:.0f} against {usual_all:.0f}, {shorter} of 60\n"
    )
    assert shorter >= 57
    assert ours_all <= 0.8 * usual_all
