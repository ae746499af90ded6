"""Filters let through what meets every field, by one or by all of the values chosen in it."""

import datetime as dt

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from strategies import dated_plans
from strategy_planner.analysis.item_filter import EVERYTHING, FIELDS, ItemFilter, passing, values_in
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

TODAY = dt.date(2024, 4, 1)
PLAN = Plan.from_records(
    [
        r.PlanSettings(status_date=TODAY, reference_date=TODAY),
        r.Organisation(id="meti", name="METI"),
        r.Track(id="rd", name="R&D"),
        r.Node(id="v", kind="vision", title="Vision", target=dt.date(2024, 12, 31)),
        r.Node(id="a", kind="action", title="Long", duration="3y", owner="meti", tags=("x", "y")),
        r.Node(id="b", kind="action", title="Short", track="rd", tags=("x",), status="planned"),
        r.Node(id="s", kind="state", title="State", date="2024年度"),
        r.Link(id="l", prerequisite="a", dependent="v", relation="requires"),
    ]
)


def shown(**fields: set[str]) -> set[str]:
    wanted = ItemFilter(**{name: frozenset(values) for name, values in fields.items()})
    return set(passing(PLAN, schedule(PLAN), wanted))


def test_one_value_of_a_field_is_enough_and_all_fields_count() -> None:
    assert shown(kinds={"action", "state"}) == {"a", "b", "s"}
    assert shown(kinds={"action"}, owners={"METI"}) == {"a"}
    assert shown(tracks={"R&D"}, owners={"METI"}) == set()


def test_tags_and_marks_are_asked_for_one_or_all() -> None:
    assert shown(tags={"x", "y"}) == {"a", "b"}
    assert shown(tags={"x", "y"}, every={"tags"}) == {"a"}
    assert shown(marks={"late", "undated"}) == {"v", "a", "b"}
    assert shown(marks={"late", "undated"}, every={"marks"}) == {"a"}


def test_items_without_an_owner_or_a_status_can_be_asked_for() -> None:
    assert shown(owners={""}) == {"v", "b", "s"}
    assert shown(statuses={"", "planned"}, kinds={"action"}) == {"a", "b"}
    assert shown(tags={""}) == {"v", "s"}


def test_a_filter_is_kept_as_text_and_read_back() -> None:
    wanted = ItemFilter(kinds=frozenset({"action"}), every=frozenset({"tags"}))
    assert msgspec.json.decode(msgspec.json.encode(wanted), type=ItemFilter) == wanted


@settings(deadline=None)
@given(dated_plans(), st.sampled_from(FIELDS))
def test_each_value_lets_through_as_many_as_are_counted(plan: Plan, field: str) -> None:
    dates = schedule(plan)
    assert passing(plan, dates, EVERYTHING) == frozenset(plan.nodes)
    for value, count in values_in(plan, dates, field).items():
        wanted = EVERYTHING.switched(field, value)
        assert not wanted.is_empty
        assert len(passing(plan, dates, wanted)) == count
        assert wanted.switched(field, value) == EVERYTHING
