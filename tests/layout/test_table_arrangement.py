"""Rows of a table: sorted by meaning, grouped, filtered, and kept under the hand that writes."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import dated_plans
from strategy_planner.analysis.schedule import schedule
from strategy_planner.layout.table.arrangement import (
    Arrangement,
    Group,
    arrange,
    kept_in_place,
    values_in,
)
from strategy_planner.layout.table.columns import RECORDS, column_of, columns_of, groupings
from strategy_planner.layout.table.contents import Contents
from strategy_planner.layout.table.sheet import sheet
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

DAY = dt.date(2019, 6, 7)


def small() -> Plan:
    nodes = (
        ("a", "甲の整備", "18mo", "2021年度", "t1", "planned"),
        ("b", "ＡＩの活用", "2y", "2019年度", "t2", "started"),
        ("c", "乙の整備", None, None, None, None),
        ("d", "人材", "20d", "2020年度目途", "t1", "proposed"),
    )
    return Plan.from_records(
        [
            r.PlanSettings(status_date=DAY, reference_date=DAY),
            r.Track(id="t1", name="研究", order=2),
            r.Track(id="t2", name="制度", order=1),
            r.Node(id="v", kind="vision", number="V-001", title="ビジョン",
                   target=dt.date(2020, 12, 31)),
            *(
                r.Node(id=id_, kind="action", number=f"A-00{place}", title=title,
                       duration=duration, date=date, track=track, status=status)
                for place, (id_, title, duration, date, track, status) in enumerate(nodes, 1)
            ),
            r.Link(id="l", prerequisite="a", dependent="v", relation="requires"),
        ]
    )  # fmt: skip


def contents(plan: Plan, language: str = "ja") -> Contents:
    return Contents(plan, schedule(plan), language)


def order(**how: object) -> list[object]:
    return arrange(contents(small()), Arrangement(**how))  # type: ignore[arg-type] # any options


def test_time_is_sorted_as_time_and_emptiness_stands_last() -> None:
    assert order(sort=(("duration", False),)) == ["d", "a", "b", "v", "c"]
    assert order(sort=(("duration", True),)) == ["b", "a", "d", "v", "c"]
    assert order(sort=(("date", False),))[:3] == ["b", "d", "a"]
    assert set(order(sort=(("slack", False),))[:2]) == {"b", "v"}
    assert order(sort=(("status", False), ("title", False)))[:3] == ["d", "a", "b"]


def test_groups_stand_in_the_order_of_the_tracks() -> None:
    rows = order(group="track", only={"kind": frozenset({"施策"})})
    assert rows == [
        Group("制度", 1, "t2"), "b", Group("研究", 2, "t1"), "a", "d", Group("", 1, None), "c",
    ]  # fmt: skip


def test_filters_read_case_and_width_alike_and_find_numbers() -> None:
    assert order(text="ai 活用") == ["b"]
    assert order(text="a-003") == ["c"]
    assert order(text="整備", only={"track": frozenset({"研究"})}) == ["a"]
    assert order(text="nowhere") == []
    assert values_in(contents(small()), "node", column_of("node", "track")) == ["制度", "研究", ""]


def test_a_row_stays_where_it_is_written_and_new_ones_come_to_their_neighbours() -> None:
    plan = small()
    here = contents(plan)
    how = Arrangement(sort=(("duration", False),))
    before = arrange(here, how)
    change = edits.set_fields(plan, "node", "d", duration="5y")
    plan.apply(change)
    add = edits.add_node(plan, "action", "新しい", duration="19mo")
    plan.apply(add)
    gone = edits.delete(plan, ["b"])
    plan.apply(gone)
    for done in (change, add, gone):
        here.forget(done, schedule(plan))
    new = add.changes[0].id
    rows = kept_in_place(before, arrange(here, how, always={new}), plan.nodes)
    assert rows == ["d", "a", new, "v", "c"]


@settings(deadline=None, max_examples=60)
@given(dated_plans(), st.sampled_from(RECORDS), st.data())
def test_every_arrangement_of_any_plan_holds_each_record_once(
    plan: Plan, record: str, data: st.DataObject
) -> None:
    keys = [column.key for column in columns_of(record)]
    sort = data.draw(st.lists(st.tuples(st.sampled_from(keys), st.booleans()), max_size=2))
    group = data.draw(st.sampled_from(["", *groupings(record)]))
    how = Arrangement(record, tuple(keys[1:]), tuple(sort), group)
    here = contents(plan, "en")
    rows = arrange(here, how)
    ids = [row for row in rows if isinstance(row, str)]
    assert sorted(ids) == sorted(plan.records(record))
    assert sum(row.count for row in rows if isinstance(row, Group)) == (len(ids) if group else 0)
    assert kept_in_place(rows, rows, plan.records(record)) == rows
    head, cells = sheet(here, how)
    assert {len(row) for row in cells} <= {len(head)}
