"""Instants are shown as last days (SEMANTICS 1.1)."""

import datetime as dt

import pytest

from analysis.test_chains import STATUS, node, vision
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan


def plan_of(item):
    return Plan.from_records([r.PlanSettings(status_date=STATUS, reference_date=STATUS), item])


@pytest.mark.parametrize(
    ("item", "shown"),
    [
        (node("A", "12mo"), dt.date(2021, 3, 31)),
        (node("A"), dt.date(2020, 3, 31)),
        (node("A", not_before=dt.date(2022, 4, 1)), dt.date(2022, 4, 1)),
        (node("A", date="2022年度より"), dt.date(2022, 4, 1)),
        (node("A", date="2022年4月1日"), dt.date(2022, 4, 1)),
        (node("A", actual_finish=dt.date(2020, 2, 29)), dt.date(2020, 2, 29)),
        (node("A", "1d", not_before=dt.date(2022, 4, 1)), dt.date(2022, 4, 1)),
    ],
)
def test_the_last_day_at_the_earliest(item, shown):
    plan = plan_of(item)
    assert early_last_day(plan, schedule(plan), "A") == shown


def test_the_last_day_at_the_latest_is_the_target():
    plan = plan_of(vision())
    assert late_last_day(plan, schedule(plan), "V") == dt.date(2030, 12, 31)


def test_what_leads_to_no_dated_end_has_no_last_day():
    plan = plan_of(node("A", "12mo"))
    assert late_last_day(plan, schedule(plan), "A") is None
