"""Several items moved at once: by the same months, each as finely dated as it was."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.analysis.schedule import schedule
from strategy_planner.layout.roadmap.moving_together import move_together
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, PlanSettings

TODAY = dt.date(2019, 6, 7)


def plan(*dates: str | None) -> Plan:
    """Items a0, a1, ... one behind the other, each of a year."""
    items = [
        Node(id=f"a{index}", kind="action", title="a", date=date, duration="12mo")
        for index, date in enumerate(dates)
    ]
    links = [
        Link(id=f"l{i}", prerequisite=f"a{i}", dependent=f"a{i + 1}", relation="requires")
        for i in range(len(dates) - 1)
    ]
    settings = PlanSettings(status_date=TODAY, reference_date=TODAY, language="ja")
    return Plan.from_records([settings, *items, *links])


def moved(made: Plan, unit: str, count: int) -> list[str | None]:
    made.apply(move_together(made, schedule(made), tuple(made.nodes), unit, count))
    return [node.date for node in made.nodes.values()]


def test_by_the_same_months_and_each_as_fine_as_it_was_written() -> None:
    made = plan("2020年度", "2021年7月", "2022年度第3四半期", "2024年度目途")
    after = moved(made, "fiscal_year", 1)
    assert after == ["2021年度", "2022年7月", "2023年度第3四半期", "2025年度目途"]


def test_what_only_had_computed_dates_gets_its_first_and_stays_behind_the_others() -> None:
    made = plan("2020年度", None)
    assert moved(made, "fiscal_year", 2) == ["2022年度", "2022年度"]
    after = schedule(made).items
    assert after["a1"].early_start >= after["a0"].early_finish


def test_where_none_can_be_moved_the_first_says_why() -> None:
    made = plan("毎年", "毎年")
    with pytest.raises(PlanError, match="recurs"):
        moved(made, "month", 1)


@given(
    st.lists(st.sampled_from(["2022年度", "2022年7月", "2023年度第2四半期目途"]), min_size=2),
    st.sampled_from(["fiscal_year", "quarter", "month"]),
    st.integers(1, 9),
)
def test_there_and_back_undoes_in_one_step(dates, unit, count) -> None:
    made = plan(*dates)
    inverse = made.apply(move_together(made, schedule(made), tuple(made.nodes), unit, count))
    assert len(inverse.changes) == len(dates)
    made.apply(inverse)
    assert [node.date for node in made.nodes.values()] == dates
