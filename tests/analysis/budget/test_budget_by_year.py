"""Amounts by fiscal year: the golden example, exact sums, and that unknown is never zero."""

import datetime as dt
import json
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.analysis.budget.by_year import budget_by_year
from strategy_planner.analysis.budget.spreading import spread
from strategy_planner.analysis.schedule import schedule
from strategy_planner.commands.main import main
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden" / "pathways_gates_triggers.json").read_text("utf-8")
)["budget_by_fiscal_year"]
DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 1, 1))
WORKED_EXAMPLE = str(Path(__file__).parents[3] / "sample_projects" / "worked_example.splan")


def action(name, **fields):
    return r.Node(id=name, kind="action", title=name, **fields)


def budget(*records):
    settings = r.PlanSettings(status_date=dt.date(2020, 10, 1), reference_date=dt.date(2020, 10, 1))
    plan = Plan.from_records([settings, *records])
    return budget_by_year(plan, schedule(plan))


def test_the_golden_budget():
    expected = {int(year[2:]): amount for year, amount in GOLDEN["expected"].items()}
    start, finish = (dt.date.fromisoformat(GOLDEN[key]) for key in ("start", "finish_boundary"))
    assert spread(GOLDEN["amount"], start, finish, 4) == expected
    found = budget(action("a", duration=f"{GOLDEN['months']}mo", cost=GOLDEN["amount"]))
    assert found.items["a"].years == found.total.years == expected
    assert (list(found.years), found.total.total) == ([2020, 2021], 120)


@given(
    st.integers(0, 10**9) | st.decimals(0, 10**6, places=2).map(float), DAYS, DAYS,
    st.integers(1, 12),
)  # fmt: skip
def test_the_sum_is_the_amount_to_the_last_decimal_place(amount, one, other, start_month):
    start, finish = min(one, other), max(one, other)
    years = spread(amount, start, finish, start_month)
    assert sum(Decimal(str(part)) for part in years.values()) == Decimal(str(amount))
    assert all(part >= 0 for part in years.values())
    assert list(years) == list(range(min(years), max(years) + 1))
    assert all(isinstance(part, type(amount)) or part == 0 for part in years.values())


def test_the_remainder_goes_to_the_last_year():
    start, finish = dt.date(2020, 4, 1), dt.date(2023, 4, 1)
    assert spread(100, start, finish, 4) == {2020: 33, 2021: 33, 2022: 34}
    assert spread(100.1, start, finish, 4) == {2020: 33.3, 2021: 33.3, 2022: 33.5}


def test_what_was_entered_by_year_goes_before_the_cost():
    found = budget(action("a", duration="36mo", cost=900, budget=((2021, 10), (2024, 5))))
    assert found.items["a"].years == {2021: 10, 2024: 5}
    assert list(found.years) == [2021, 2022, 2023, 2024]


def test_unknown_is_named_and_never_zero():
    found = budget(
        r.Track(id="t"), r.Track(id="u"), r.Organisation(id="o"),
        action("a", duration="6mo", cost=12, track="t", owner="o"), action("b", track="t"),
        action("c", track="u"), r.Node(id="s", kind="state", title="s", track="u"),
        action("free", cost=0, owner="o"), action("gone", status="dropped"),
    )  # fmt: skip
    assert found.total.unknown == ("b", "c")
    t, u, none = found.tracks
    assert (t.of, t.years, t.unknown) == ("t", {2020: 12}, ("b",))
    assert (u.of, u.years, u.total, u.unknown) == ("u", {}, None, ("c",))
    assert (none.of, none.total) == (None, 0)
    assert [(one.of, one.total) for one in found.owners] == [("o", 12), (None, None)]


def test_what_has_no_dates_keeps_its_amount_without_a_year():
    blocked = r.RegisterItem(id="x", kind="obstacle", title="x", touches=("a",))
    found = budget(
        blocked, action("a", duration="6mo", cost=7), action("b", duration="6mo", cost=1)
    )
    assert (found.total.years, found.total.undated, found.total.total) == ({2020: 1}, 7, 8)


def test_what_takes_no_time_costs_in_the_year_in_which_it_comes():
    found = budget(action("a", cost=7, not_before=dt.date(2023, 4, 1)))
    assert found.total.years == {2023: 7}
    done = action("d", cost=3, status="done", actual_finish=dt.date(2019, 3, 31))
    assert budget(done).total.years == {2018: 3}


@pytest.mark.parametrize("language", ["en", "ja"])
def test_the_command_sums_by_track_and_by_owner(language, capsys):
    assert main(["budget", WORKED_EXAMPLE, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert list(found) == ["unit", "years", "items", "total", "tracks", "owners"]
    for lines in (found["tracks"], found["owners"]):
        assert sum(one["total"] or 0 for one in lines) == found["total"]["total"]
        assert sum(len(one["unknown"]) for one in lines) == len(found["total"]["unknown"])
    assert main(["budget", WORKED_EXAMPLE, "--language", language]) == 0
    said = capsys.readouterr().out
    assert f"{found['total']['total']:,}" in said
    assert ("FY2020" if language == "en" else "2020年度") in said


def test_a_plan_without_amounts_says_so(tmp_path, capsys):
    file = tmp_path / "plan.json"
    file.write_text('{"format": "strategy-planner/plan", "version": 1}', encoding="utf-8")
    assert main(["budget", str(file), "--language", "en"]) == 0
    assert capsys.readouterr().out == "No item has a cost or a budget yet.\n"
