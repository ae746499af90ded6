"""Durations, years, eras, working days and the writing back of dates, as properties."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_planner.calendars.coarse import CoarseDate, read_date
from strategy_planner.calendars.durations import Duration, add, parse_duration, subtract
from strategy_planner.calendars.eras import era_fiscal_year, era_year
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.calendars.formatting import (
    show_coarse,
    show_day,
    show_days,
    show_duration,
    show_fiscal_year,
    show_slack,
    show_span,
)
from strategy_planner.calendars.working_days import WorkCalendar
from strategy_planner.calendars.writing import write_coarse

GOLDEN = Path(__file__).parents[1] / "golden"
ARITHMETIC = json.loads((GOLDEN / "pathways_gates_triggers.json").read_text(encoding="utf-8"))[
    "month_arithmetic"
]
DAYS = st.dates(dt.date(1900, 1, 1), dt.date(2900, 1, 1))
DURATIONS = st.builds(
    Duration, st.integers(0, 200), st.sampled_from(["d", "w", "mo", "y", "wd"])
).filter(lambda duration: duration.unit != "y" or duration.amount < 90)


@pytest.mark.parametrize("case", ARITHMETIC, ids=lambda case: case["boundary"])
def test_golden_month_arithmetic(case: dict[str, object]) -> None:
    day = dt.date.fromisoformat(str(case["boundary"]))
    months = Duration(int(str(case["add_months"])), "mo")
    assert add(day, months).isoformat() == case["expected"]


@given(DAYS, DURATIONS, DURATIONS)
def test_longer_is_never_earlier(day: dt.date, one: Duration, other: Duration) -> None:
    assert add(day, one) >= day
    if one.unit == other.unit and one.amount <= other.amount:
        assert add(day, one) <= add(day, other)
        assert subtract(day, one) >= subtract(day, other)


@given(DAYS, DURATIONS)
def test_going_back_comes_home_within_a_month_end(day: dt.date, duration: Duration) -> None:
    there_and_back = subtract(add(day, duration), duration)
    tolerance = {"mo": 3, "y": 3, "wd": 0, "d": 0, "w": 0}[duration.unit]
    if duration.unit != "wd":
        assert abs((there_and_back - day).days) <= tolerance


@given(DAYS, st.integers(0, 60))
def test_working_days_skip_weekends(day: dt.date, count: int) -> None:
    weekdays = WorkCalendar(None)
    end = weekdays.add(day, count)
    worked = [
        here
        for here in map(dt.date.fromordinal, range(day.toordinal(), end.toordinal()))
        if here.weekday() < 5
    ]
    assert len(worked) == count
    start = weekdays.subtract(day, count)
    assert count == 0 or start.weekday() < 5
    assert weekdays.add(start, count) <= day


def test_working_days_know_the_holidays_of_japan() -> None:
    japan = WorkCalendar("JP")
    # The new era's ten days off, 27 April to 6 May 2019.
    assert japan.add(dt.date(2019, 4, 27), 1) == dt.date(2019, 5, 8)
    assert japan.subtract(dt.date(2019, 5, 7), 1) == dt.date(2019, 4, 26)
    assert WorkCalendar(None).add(dt.date(2019, 4, 27), 1) == dt.date(2019, 4, 30)


@pytest.mark.parametrize("text", ["", "12", "mo", "12 mo", "12m", "-3d", "12345d", "1.5y", "１mo"])
def test_no_duration(text: str) -> None:
    with pytest.raises(CalendarError, match="18mo"):
        parse_duration(text)


def test_a_lag_may_be_negative() -> None:
    assert parse_duration("-9mo", signed=True) == Duration(-9, "mo")
    assert parse_duration("-9mo", signed=True).text == "-9mo"


@pytest.mark.parametrize("day", [dt.date(1800, 1, 5), dt.date(2999, 12, 1)])
def test_what_cannot_be_planned_is_an_error(day: dt.date) -> None:
    with pytest.raises(CalendarError, match="1800"):
        (subtract if day.year == 1800 else add)(day, Duration(1, "y"))


@given(DAYS, st.integers(1, 12))
def test_every_day_is_in_one_fiscal_year(day: dt.date, start: int) -> None:
    first, end = fiscal_year_bounds(fiscal_year(day, start), start)
    assert first <= day < end


def test_february_2020_is_in_fiscal_year_2019() -> None:
    assert fiscal_year(dt.date(2020, 2, 29)) == 2019


def test_eras_change_on_their_day() -> None:
    assert era_year(dt.date(2019, 4, 30)) == "平成31年"
    assert era_year(dt.date(2019, 5, 1)) == "令和元年"
    assert era_year(dt.date(2019, 5, 1), letter=True) == "R元"
    assert era_year(dt.date(1860, 1, 1)) == ""
    assert era_fiscal_year(2019) == "令和元年度"
    assert era_fiscal_year(2020, letter=True) == "R2"
    assert era_fiscal_year(1988) == "昭和63年度"
    assert era_fiscal_year(2018) == "平成30年度"


@given(st.text(max_size=40))
@settings(max_examples=300)
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = read_date(text, dt.date(2019, 6, 7))
    except CalendarError:
        return
    if found.earliest is not None and found.latest is not None:
        assert found.earliest <= found.latest


PARTS = st.sampled_from(
    ["2020", "年度", "年", "令和2", "第2四半期", "上期", "7月", "上旬", "末", "内", "まで", "目途",
     "頃", "早期", "から", "順次", "~", "FY2031", "by ", "Q2 ", "early ", " to ", "2025"]
)  # fmt: skip


@given(st.lists(PARTS, min_size=1, max_size=6).map("".join))
@settings(max_examples=400)
def test_any_heap_of_date_words_is_read_or_refused(text: str) -> None:
    try:
        found = read_date(text, dt.date(2019, 6, 7))
    except CalendarError:
        return
    assert found.text == text
    if found.earliest is not None and found.latest is not None:
        assert found.earliest <= found.latest
    assert found.convention or found.firmness in {"plain", "committed"}


def to_full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


WRITTEN = [
    "2020年度", "2020年度目途", "2019年内", "令和2年早期", "7月上旬", "2030", "2019-05-16",
    "2020年度末まで", "2031年度上期", "2030年頃", "2021年度目途に順次実施", "2025年以降",
    "2020～2025年度", "直ちに着手", "3年ごと", "2020年10月", "R2.3.10", "2020年度着手",
    "FY2020", "by 2030", "around 2035", "H1 FY2031", "Q2 2031", "mid-July 2019", "2031-05",
    "from January 2019", "2020-2025", "within 2019", "end of 2030",
]  # fmt: skip


@pytest.mark.parametrize("text", WRITTEN)
def test_full_width_means_the_same(text: str) -> None:
    reference = dt.date(2019, 6, 7)
    wide, narrow = read_date(to_full_width(text), reference), read_date(text, reference)
    assert meaning(wide) == meaning(narrow)


def meaning(found: CoarseDate) -> tuple[object, ...]:
    return found.earliest, found.latest, found.role, found.firmness


@pytest.mark.parametrize("text", WRITTEN)
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("start", [1, 4, 7])
def test_what_is_written_back_means_the_same(text: str, language: str, start: int) -> None:
    reference = dt.date(2019, 6, 7)
    found = read_date(text, reference, start)
    written = write_coarse(found, language, start)
    assert meaning(read_date(written, reference, start)) == meaning(found)


@pytest.mark.parametrize(
    ("text", "ja", "en"),
    [
        ("2020年度目途", "2020年度目途", "around FY2020"),
        ("2019年内", "2019年まで", "by 2019"),
        ("令和2年早期", "2020年早期", "early 2020"),
        ("7月上旬", "2019年7月上旬", "early July 2019"),
        ("2020年度末", "2020年度末", "end of FY2020"),
        ("H1 FY2031", "2031年度上期", "H1 FY2031"),
        ("Q2 2031", "2031年第2四半期", "Q2 2031"),
        ("2030年代前半", "2030年代前半", "first half of the 2030s"),
        ("2021年度目途に順次実施", "2021年度目途に順次実施", "step by step around FY2021"),
        ("from January 2019", "2019年1月から", "from January 2019"),
        ("2020～2025年度", "2020年4月1日～2026年3月31日", "2020-04-01 to 2026-03-31"),
        ("直ちに", "直ちに着手", "immediately"),
        ("by 2019-05-16", "2019年5月16日まで", "by 2019-05-16"),
    ],
)
def test_dates_cross_from_one_language_to_the_other(text: str, ja: str, en: str) -> None:
    found = read_date(text, dt.date(2019, 6, 7))
    assert (write_coarse(found, "ja"), write_coarse(found, "en")) == (ja, en)


@pytest.mark.parametrize("text", WRITTEN)
def test_what_it_means_is_said_in_both_languages(text: str) -> None:
    found = read_date(text, dt.date(2019, 6, 7))
    said = {language: show_coarse(found, language) for language in ("ja", "en")}
    assert said["ja"] != said["en"]
    for sentence in said.values():
        assert str((found.latest or found.earliest or dt.date.min).year) in sentence


def test_days_and_years_in_words() -> None:
    day = dt.date(2030, 12, 31)
    assert show_day(day, "ja") == "2030年12月31日"
    assert show_day(day, "ja", era=True) == "令和12年12月31日"
    assert show_day(day, "en") == "31 Dec 2030"
    assert show_span(day, day, "en") == "31 Dec 2030"
    assert show_span(None, None, "ja") == "今後設定"
    assert show_span(None, day, "ja") == "2030年12月31日まで"
    assert show_fiscal_year(2020, "ja") == "2020年度（令和2年度）"
    assert show_fiscal_year(2020, "ja", show_era=False) == "2020年度"
    assert show_fiscal_year(2020, "en") == "FY2020 (Apr 2020–Mar 2021)"
    assert show_fiscal_year(2020, "en", start_month=1) == "FY2020 (Jan 2020–Dec 2020)"


@pytest.mark.parametrize(
    ("days", "ja", "en"),
    [
        (0, "余裕0日", "0 days of slack"),
        (1, "余裕1日", "1 day of slack"),
        (54, "余裕54日", "54 days of slack"),
        (-341, "11か月不足", "11 months short"),
        (1640, "余裕4年6か月", "4 years 6 months of slack"),
        (-1461, "4年不足", "4 years short"),
    ],
)
def test_slack_is_a_sentence_and_never_a_bare_negative_number(days: int, ja: str, en: str) -> None:
    assert show_slack(days, "ja") == ja
    assert show_slack(days, "en") == en


def test_durations_and_days_in_words() -> None:
    assert show_duration(Duration(12, "mo"), "ja") == "12か月"
    assert show_duration(Duration(1, "wd"), "en") == "1 working day"
    assert show_days(100, "en") == "3 months"
