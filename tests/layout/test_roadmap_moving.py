"""What moving an item, or its end, writes: the planner's words over another period."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.schedule import schedule
from strategy_planner.layout.roadmap.moving import can_move, can_stretch, move, put, stretch
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, PlanSettings

TODAY = dt.date(2019, 6, 7)


def plan(language: str = "ja", **fields) -> Plan:
    return Plan.from_records(
        [
            PlanSettings(status_date=TODAY, reference_date=TODAY, language=language),
            Node(id="v", kind="vision", title="v", date="2030年"),
            Node(id="a", kind="action", title="a", **fields),
            Link(id="l", prerequisite="a", dependent="v", relation="requires"),
        ]
    )


def written(verb, made: Plan, unit: str, count: int = 1, field: str = "date") -> str | None:
    change_set = verb(made, schedule(made), "a", unit, count)
    made.apply(change_set)
    return getattr(made.nodes["a"], field)


@pytest.mark.parametrize(
    ("language", "text", "unit", "after"),
    [
        ("ja", "2020年度", "fiscal_year", "2021年度"),
        ("ja", "2020年度", "quarter", "2020年度第2四半期"),
        ("ja", "2020年7月", "month", "2020年8月"),
        ("ja", "2021年度内", "fiscal_year", "2022年度内"),
        ("ja", "2020年度目途", "fiscal_year", "2021年度目途"),
        ("ja", "2020年度目途", "quarter", "2021年度第1四半期目途"),
        ("ja", "2020年度早期", "fiscal_year", "2021年度早期"),
        ("ja", "2020年度末", "fiscal_year", "2021年度末"),
        ("ja", "2020年度から順次", "fiscal_year", "2021年度から順次"),
        ("ja", "2020年度着手", "quarter", "2020年度第2四半期着手"),
        ("ja", "2020～2025年度", "fiscal_year", "2021年度～2026年度"),
        ("ja", "2030年頃", "fiscal_year", "2031年頃"),
        ("ja", "令和2年度", "fiscal_year", "2021年度"),
        ("en", "by FY2020", "fiscal_year", "by FY2021"),
        ("en", "around FY2020", "month", "around April 2021"),
        ("en", "early FY2020", "fiscal_year", "early FY2021"),
        ("en", "end of FY2020", "fiscal_year", "end of FY2021"),
        ("en", "Q2 FY2020", "quarter", "Q3 FY2020"),
        ("en", "FY2020–FY2022", "fiscal_year", "FY2021 to FY2023"),
    ],
)
def test_a_date_is_written_anew_in_the_words_it_had(language, text, unit, after):
    assert written(move, plan(language, date=text), unit) == after


@pytest.mark.parametrize(
    ("text", "unit", "count", "after"),
    [
        ("2020年度", "fiscal_year", 2, "2020年度～2022年度"),
        ("2020年度～2022年度", "fiscal_year", -2, "2020年度"),
        ("2020年度～2022年度", "fiscal_year", -9, "2020年度"),
        ("2020年度目途", "fiscal_year", 1, "2021年度目途"),
        ("2021年度までに", "quarter", -1, "2021年度第3四半期までに"),
    ],
)
def test_an_end_alone_makes_a_range_or_moves_the_aim(text, unit, count, after):
    assert written(stretch, plan(date=text), unit, count) == after


@pytest.mark.parametrize(
    ("duration", "unit", "count", "after"),
    [
        ("18mo", "fiscal_year", 1, "30mo"),
        ("18mo", "month", -2, "16mo"),
        ("18mo", "fiscal_year", -5, "1mo"),
        ("2y", "fiscal_year", 1, "3y"),
        ("2y", "quarter", 1, "27mo"),
        ("10w", "month", 1, "14w"),
    ],
)
def test_the_end_of_a_duration_changes_the_duration(duration, unit, count, after):
    made = plan(date="2020年度", duration=duration)
    assert written(stretch, made, unit, count, "duration") == after
    assert made.nodes["a"].date == "2020年度"


def test_three_points_stay_in_order():
    made = plan(duration="12mo", optimistic="10mo", pessimistic="14mo")
    assert written(stretch, made, "quarter", 1, "pessimistic") == "15mo"
    assert written(stretch, made, "quarter", -2, "optimistic") == "9mo"


def test_what_only_had_computed_dates_gets_its_first():
    assert written(move, plan(duration="24mo"), "fiscal_year") == "2020年度から"
    assert written(move, plan(duration="2mo"), "fiscal_year") == "2020年度"
    made = plan()
    made.apply(put(made, "a", "quarter", dt.date(2021, 8, 3)))
    assert made.nodes["a"].date == "2021年度第2四半期"


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"status": "done", "date": "2020年度"}, "is done"),
        ({"actual_start": dt.date(2019, 1, 1), "date": "2020年度"}, "has begun"),
        ({"date": "毎年"}, "recurs"),
    ],
)
def test_what_happened_or_recurs_is_not_moved(fields, words):
    made = plan(**fields)
    result = schedule(made)
    assert not can_move(made, result, "a")
    with pytest.raises(PlanError) as refused:
        move(made, result, "a", "fiscal_year", 1)
    assert words in refused.value.message.into("en")


def test_what_has_no_end_is_not_stretched():
    made = plan(date="2020年度から順次")
    assert not can_stretch(made, schedule(made), "a")
    with pytest.raises(PlanError, match="no end"):
        stretch(made, schedule(made), "a", "fiscal_year", 1)


TEXTS = ["2022年度", "2022年度内", "2022年度目途", "2022年度早期", "2022年7月", "2022年度から"]


@given(
    st.sampled_from(TEXTS),
    st.sampled_from(["fiscal_year", "quarter", "month"]),
    st.integers(-9, 9).filter(bool),
)
def test_a_move_keeps_how_a_date_binds_and_goes_the_way_it_was_moved(text, unit, count):
    made = plan(date=text)
    before = window_of(made.nodes["a"], made.settings)
    written(move, made, unit, count)
    after = window_of(made.nodes["a"], made.settings)
    assert (after.role, after.firmness) == (before.role, before.firmness)
    ends = [(before.earliest, after.earliest), (before.latest, after.latest)]
    shifts = [(new - old).days for old, new in ends if old is not None and new is not None]
    assert any(shift * count > 0 for shift in shifts)
