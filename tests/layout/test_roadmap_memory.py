"""A roadmap that is laid out again after edits equals one that is laid out anew."""

import datetime as dt
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_planner.analysis.schedule import schedule
from strategy_planner.layout.roadmap.memory import Memory
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.picture import RoadmapParts, roadmap_parts
from strategy_planner.layout.roadmap.rows import Placed
from strategy_planner.model.edits import set_fields, set_translation
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, PlanSettings, Track, Translation


def measure(text: str, size: float, weight: int) -> float:
    return len(text) * size


def chain(length: int) -> Plan:
    nodes = [
        Node(id=f"n{i}", kind="action", number=f"A-{i}", title=f"項目{i}", duration="6mo")
        for i in range(length)
    ]
    links = [
        Link(id=f"l{i}", prerequisite=f"n{i}", dependent=f"n{i + 1}", relation="requires")
        for i in range(length - 1)
    ]
    settings_ = PlanSettings(status_date=dt.date(2019, 6, 7), reference_date=dt.date(2019, 6, 7))
    goal = Node(id="v", kind="vision", title="v", date="2030年")
    last = Link(id="lv", prerequisite=f"n{length - 1}", dependent="v", relation="requires")
    track = Track(id="t", name="区分")
    english = Translation(record="n0", field="title", language="en", text="Item")
    return Plan.from_records([settings_, track, goal, *nodes, *links, last, english])


EDITS = st.lists(
    st.tuples(
        st.integers(0, 5),
        st.sampled_from(
            [
                ("duration", "3y"),
                ("duration", None),
                ("date", "2021年度目途"),
                ("date", None),
                ("title", "別の題"),
                ("track", "t"),
                ("status", "done"),
                ("status", "dropped"),
                ("kind", "milestone"),
            ]
        ),
    ),
    max_size=8,
)


@settings(max_examples=40, deadline=None)
@given(EDITS, st.sampled_from(["ja", "en"]), st.sampled_from([900.0, 1300.0]))
def test_what_is_remembered_equals_what_is_made_anew(edits, language, width):
    plan, memory, o = chain(6), Memory(), RoadmapOptions(width)
    roadmap_parts(plan, schedule(plan), "ja", measure, RoadmapOptions(900.0), memory)
    for index, (field, value) in edits:
        plan.apply(set_fields(plan, "node", f"n{index}", **{field: value}))
        result = schedule(plan)
        remembered = roadmap_parts(plan, result, language, measure, o, memory)
        assert remembered == roadmap_parts(plan, result, language, measure, o)


def test_an_edit_of_one_item_places_no_other_again():
    plan, memory, o = chain(6), Memory(), RoadmapOptions(1300.0)
    roadmap_parts(plan, schedule(plan), "ja", measure, o, memory)
    before = dict(placed_in(memory))
    plan.apply(set_fields(plan, "node", "n5", title="別の題"))
    roadmap_parts(plan, schedule(plan), "ja", measure, o, memory)
    after = placed_in(memory)
    assert [id_ for id_ in before if after[id_] is not before[id_]] == ["n5"]


def test_another_translation_is_read_though_no_item_changed():
    plan, memory, o = chain(3), Memory(), RoadmapOptions(1300.0)
    for text in ("Survey", "Trial", ""):
        plan.apply(set_translation(plan, "n0", "title", "en", text))
        for language in ("en", "ja", "en"):
            result = schedule(plan)
            remembered = roadmap_parts(plan, result, language, measure, o, memory)
            assert remembered == roadmap_parts(plan, result, language, measure, o)


def placed_in(memory: Memory) -> dict[str, Placed]:
    return list(memory.frames.values())[-1].placed


@settings(max_examples=40, deadline=None)
@given(EDITS)
def test_rows_by_links_keep_still_and_never_meet(edits):
    plan, memory, o = chain(6), Memory(), RoadmapOptions(1300.0, rows="by_links")
    rows = rows_of(roadmap_parts(plan, schedule(plan), "ja", measure, o, memory))
    for index, (field, value) in edits:
        before = dict(placed_in(memory))
        plan.apply(set_fields(plan, "node", f"n{index}", **{field: value}))
        parts = roadmap_parts(plan, schedule(plan), "ja", measure, o, memory)
        after = rows_of(parts)
        assert sorted(after) == sorted(entry for entry in placed_in(memory) if entry in after)
        for _, lane in parts.lane_rows:
            for row in lane:
                assert not any(a.extent.meets(b.extent) for a, b in combinations(row, 2))
        now = placed_in(memory)
        still = [
            id_
            for id_ in rows.keys() & after.keys()
            if before.get(id_) is now[id_] and before[id_].entry.lane == now[id_].entry.lane
        ]
        assert sorted(still, key=rows.__getitem__) == sorted(still, key=after.__getitem__)
        rows = after


def rows_of(parts: RoadmapParts) -> dict[str, tuple[int, int, float]]:
    """Lane, row and place in the row of each item."""
    return {
        item.entry.id: (lane, index, item.extent.left)
        for lane, (_, rows) in enumerate(parts.lane_rows)
        for index, row in enumerate(rows)
        for item in row
    }


def test_another_zoom_and_back_places_nothing_again():
    plan, memory = chain(6), Memory()
    result = schedule(plan)
    roadmap_parts(plan, result, "ja", measure, RoadmapOptions(1300.0), memory)
    before = dict(placed_in(memory))
    for width in (2600.0, 1300.0):
        roadmap_parts(plan, result, "ja", measure, RoadmapOptions(width), memory)
    after = placed_in(memory)
    assert all(after[id_] is before[id_] for id_ in before)
