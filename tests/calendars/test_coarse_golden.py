"""Dates as written: the golden readings, the whole grammar in both languages, and what is refused."""

import datetime as dt
import json
from pathlib import Path

import pytest

from strategy_planner.calendars.coarse import CoarseDate, read_date
from strategy_planner.calendars.errors import CalendarError

REFERENCE = dt.date(2019, 6, 7)
GOLDEN = json.loads(
    (Path(__file__).parents[1] / "golden" / "coarse_dates.json").read_text(encoding="utf-8")
)


def read(text: str) -> CoarseDate:
    return read_date(text, REFERENCE)


@pytest.mark.parametrize("case", GOLDEN, ids=lambda case: case["text"])
def test_golden(case: dict[str, object]) -> None:
    found = read_date(str(case["text"]), dt.date.fromisoformat(str(case["reference"])))
    assert {
        "text": found.text,
        "reference": case["reference"],
        "earliest": found.earliest and found.earliest.isoformat(),
        "latest": found.latest and found.latest.isoformat(),
        "precision": found.precision,
        "role": found.role,
        "firmness": found.firmness,
        "convention": found.convention,
        "warned": bool(found.warnings),
    } == case


READINGS = """
FY2020                    2020-04-01 2021-03-31 fiscal_year at plain
FY 2020                   2020-04-01 2021-03-31 fiscal_year at plain
fiscal year 2020          2020-04-01 2021-03-31 fiscal_year at plain
by 2030                   2030-01-01 2030-12-31 year by committed
by FY2030                 2030-04-01 2031-03-31 fiscal_year by committed
around 2035               2035-01-01 2035-12-31 year by target
target FY2025             2025-04-01 2026-03-31 fiscal_year by target
early 2031                2031-01-01 2031-06-30 year_early by vague
early FY2031              2031-04-01 2031-09-30 year_early by vague
mid-2031                  2031-04-01 2031-09-30 half by vague
H1 FY2031                 2031-04-01 2031-09-30 half at plain
FY2031 H2                 2031-10-01 2032-03-31 half at plain
second half of FY2031     2031-10-01 2032-03-31 half at plain
H2 2031                   2031-07-01 2031-12-31 half at plain
Q2 2031                   2031-04-01 2031-06-30 quarter at plain
2031 Q4                   2031-10-01 2031-12-31 quarter at plain
Q4 FY2031                 2032-01-01 2032-03-31 quarter at plain
mid-July 2019             2019-07-11 2019-07-20 dekad at plain
early February 2020       2020-02-01 2020-02-10 dekad at plain
late February 2020        2020-02-21 2020-02-29 dekad at plain
July 2031                 2031-07-01 2031-07-31 month at plain
in July 2031              2031-07-01 2031-07-31 month at plain
2031-05                   2031-05-01 2031-05-31 month at plain
within 2019               2019-01-01 2019-12-31 year by committed
within FY2019             2019-04-01 2020-03-31 fiscal_year by committed
from January 2019         2019-01-01 -          month from plain
FY2025 onwards            2025-04-01 -          fiscal_year from plain
since 2025                2025-01-01 -          year from plain
2020-2025                 2020-01-01 2025-12-31 range during plain
2020–2025                 2020-01-01 2025-12-31 range during plain
FY2020-FY2025             2020-04-01 2026-03-31 range during plain
FY2020–2025               2020-04-01 2026-03-31 range during plain
from April to June 2031   2031-04-01 2031-06-30 range during plain
during 2031               2031-01-01 2031-12-31 year during plain
16 May 2019               2019-05-16 2019-05-16 day at plain
May 16, 2019              2019-05-16 2019-05-16 day at plain
2019-05-16                2019-05-16 2019-05-16 day at plain
by 2019-05-16             2019-05-16 2019-05-16 day by committed
end of 2030               2030-12-01 2030-12-31 year_end by committed
by the end of FY2030      2031-03-01 2031-03-31 fiscal_year_end by committed
end of March 2031         2031-03-21 2031-03-31 month_end by committed
spring 2031               2031-03-01 2031-05-31 season at plain
winter 2030               2030-12-01 2031-02-28 season at plain
2030s                     2030-01-01 2039-12-31 decade at plain
first half of the 2030s   2030-01-01 2034-12-31 decade at plain
immediately               2019-06-07 2019-07-07 vague start_by vague
as soon as possible       2019-06-07 2019-09-07 vague start_by vague
every 3 years             2019-06-07 -          recurring recurring committed
regularly                 2019-06-07 -          recurring recurring vague
step by step              2019-06-07 -          vague from vague
step by step from FY2021  2021-04-01 2022-03-31 fiscal_year rolling vague
start by FY2021           2021-04-01 2022-03-31 fiscal_year start_by plain
FY2020-25                 2020-04-01 2026-03-31 range during plain
FY2020/21                 2020-04-01 2021-03-31 fiscal_year at plain
FY2020-21                 2020-04-01 2021-03-31 fiscal_year at plain
after 2030                2031-01-01 -          year from plain
after FY2030              2031-04-01 -          fiscal_year from plain
by around 2030            2030-01-01 2030-12-31 year by target
from around FY2021, step by step  2021-04-01 2022-03-31 fiscal_year rolling target
mid-2030s                 2033-01-01 2036-12-31 decade by vague
1H FY2031                 2031-04-01 2031-09-30 half at plain
2Q 2031                   2031-04-01 2031-06-30 quarter at plain
June 8-9, 2019            2019-06-08 2019-06-09 day at plain
June 8-9                  2019-06-08 2019-06-09 day at plain
next FY                   2020-04-01 2021-03-31 fiscal_year at plain
without delay             2019-06-07 -          vague start_by vague
２０３０年度              2030-04-01 2031-03-31 fiscal_year at plain
二〇三〇年度              2030-04-01 2031-03-31 fiscal_year at plain
二千三十年度              2030-04-01 2031-03-31 fiscal_year at plain
令和十二年度              2030-04-01 2031-03-31 fiscal_year at plain
令和元年度                2019-04-01 2020-03-31 fiscal_year at plain
平成31年                  2019-01-01 2019-04-30 year at plain
昭和64年                  1989-01-01 1989-01-07 year at plain
R7年度                    2025-04-01 2026-03-31 fiscal_year at plain
2020年度第2四半期         2020-07-01 2020-09-30 quarter at plain
2020年第２四半期          2020-04-01 2020-06-30 quarter at plain
2020年度下期              2020-10-01 2021-03-31 half at plain
2020年後半                2020-07-01 2020-12-31 half at plain
2020年春                  2020-03-01 2020-05-31 season at plain
2020年冬                  2020-12-01 2021-02-28 season at plain
2030年代後半              2035-01-01 2039-12-31 decade at plain
2030年代                  2030-01-01 2039-12-31 decade at plain
2020年度まで              2020-04-01 2021-03-31 fiscal_year by committed
2030年までに              2030-01-01 2030-12-31 year by committed
2030年までに実現          2030-01-01 2030-12-31 year by committed
2020年度末まで            2021-03-01 2021-03-31 fiscal_year_end by committed
2019年末頃                2019-12-01 2019-12-31 year_end by target
2020年度中を目途          2020-04-01 2021-03-31 fiscal_year by target
2020年度めど              2020-04-01 2021-03-31 fiscal_year by target
2020年度目処              2020-04-01 2021-03-31 fiscal_year by target
2020年ごろ                2020-01-01 2020-12-31 year by target
来年度早期                2020-04-01 2020-09-30 year_early by vague
再来年3月末               2021-03-21 2021-03-31 month_end by committed
3月末                     2019-03-21 2019-03-31 month_end by committed
2019年12月中旬頃          2019-12-11 2019-12-20 dekad by target
8月中                     2019-08-01 2019-08-31 month by committed
2025年以降                2025-01-01 -          year from plain
2020年度から              2020-04-01 -          fiscal_year from plain
2020年～                  2020-01-01 -          year from plain
～2030年                  2030-01-01 2030-12-31 year by committed
2025年度から順次          2025-04-01 2026-03-31 fiscal_year rolling vague
2020～2025年度            2020-04-01 2026-03-31 range during plain
2020年度～2025年度        2020-04-01 2026-03-31 range during plain
2020年度ー2025年度        2020-04-01 2026-03-31 range during plain
令和2～4年度              2020-04-01 2023-03-31 range during plain
2030年4月～6月            2030-04-01 2030-06-30 range during plain
2030年10月～3月           2030-10-01 2031-03-31 range during plain
4月1日から5月10日         2019-04-01 2019-05-10 range during plain
6月8日～10日              2019-06-08 2019-06-10 range during plain
2020年1～3月              2020-01-01 2020-03-31 range during plain
2020年度1～3月            2021-01-01 2021-03-31 range during plain
2019-05-16まで            2019-05-16 2019-05-16 day by committed
2019-05から               2019-05-01 -          month from plain
2020-2025年度             2020-04-01 2026-03-31 range during plain
来春                      2020-03-01 2020-05-31 season at plain
秋まで                    2019-09-01 2019-11-30 season by committed
月末                      2019-06-21 2019-06-30 month_end by committed
来月上旬                  2019-07-01 2019-07-10 dekad at plain
2030年頃から              2030-01-01 -          year from target
2030年度（令和12年度）    2030-04-01 2031-03-31 fiscal_year at plain
2030（令和12）年度目途    2030-04-01 2031-03-31 fiscal_year by target
令和元年（2019年）末      2019-12-01 2019-12-31 year_end by committed
令和元（2019）年度内      2019-04-01 2020-03-31 fiscal_year by committed
2020年度第1四半期～第2四半期  2020-04-01 2020-09-30 range during plain
2020年前半～後半          2020-01-01 2020-12-31 range during plain
2030年度（目途）          2030-04-01 2031-03-31 fiscal_year by target
2030年度（予定）          2030-04-01 2031-03-31 fiscal_year at plain
FY2020 (Apr 2020–Mar 2021)  2020-04-01 2021-03-31 fiscal_year at plain
2021年度頃から順次        2021-04-01 2022-03-31 fiscal_year rolling target
2030年代半ば              2033-01-01 2036-12-31 decade by vague
2030年代初頭              2030-01-01 2032-12-31 decade by vague
遅滞なく                  2019-06-07 -          vague start_by vague
速やかに                  2019-06-07 2019-09-07 vague start_by vague
毎年度                    2019-06-07 -          recurring recurring committed
半年ごと                  2019-06-07 -          recurring recurring committed
随時                      2019-06-07 -          recurring recurring vague
"""


@pytest.mark.parametrize(
    "line", READINGS.strip().splitlines(), ids=lambda line: line.split("  ")[0]
)
def test_readings_of_the_grammar(line: str) -> None:
    text, rest = (part.strip() for part in line.split("  ", 1))
    earliest, latest, precision, role, firmness = rest.split()
    found = read(text)
    assert [str(found.earliest), str(found.latest or "-")] == [earliest, latest]
    assert (found.precision, found.role, found.firmness) == (precision, role, firmness)
    assert found.text == text


UNREADABLE = [
    "", " ", "someday", "いつか", "2019年13月", "2月30日", "2019-02-29", "2019-13", "1700年",
    "3500年", "FY12", "by", "平成80年", "令和0年", "平成元年1月1日", "2025年～2020年", "2020年度xyz",
    "x" * 100_000, "2030" * 50, "2030年\x00", "\u202e2030年\ud800", "Q5 2031", "H3 FY2031",
    "32 May 2019", "2030-04-01/2031-03-31", "2020年度中2021年", "2020年中2021", "2030年から31", "FY2020-19", "FY2020 (Apr 2019–Mar 2020)", "2030年度（令和11年度）",
    "June 9-8, 2019", "before 2030", "2020年度第5四半期", "((((", "年", "月", "～", "to", "1/2/3",
]  # fmt: skip


@pytest.mark.parametrize("text", UNREADABLE, ids=lambda text: repr(text[:12]))
@pytest.mark.parametrize("language", ["en", "ja"])
def test_what_cannot_be_read_is_refused_with_what_could(text: str, language: str) -> None:
    with pytest.raises(CalendarError) as refusal:
        read(text)
    sentence = refusal.value.message.into(language)
    assert "2030" in sentence
    assert len(sentence) < 300
    assert sentence.isprintable()


def test_the_fiscal_year_may_begin_in_any_month() -> None:
    july = read_date("2019年度", REFERENCE, 7)
    assert (july.earliest, july.latest) == (dt.date(2019, 7, 1), dt.date(2020, 6, 30))
    january = read_date("FY2019 H2", REFERENCE, 1)
    assert (january.earliest, january.latest) == (dt.date(2019, 7, 1), dt.date(2019, 12, 31))
    this_year = read_date("年度内", REFERENCE, 7)
    assert this_year.latest == dt.date(2019, 6, 30)
    february = read_date("2019年度2月", REFERENCE, 10)
    assert february.earliest == dt.date(2020, 2, 1)


def test_conventions_are_the_plans_own() -> None:
    short = {"early_months": 3, "immediately_months": 2, "urgently_months": 6, "soon_months": 12}
    assert read_date("令和2年早期", REFERENCE, 4, short).latest == dt.date(2020, 3, 31)
    assert read_date("直ちに着手", REFERENCE, 4, short).latest == dt.date(2019, 8, 7)
    assert read_date("早急に", REFERENCE, 4, short).latest == dt.date(2019, 12, 7)
    assert read_date("早期に", REFERENCE, 4, short).latest == dt.date(2020, 6, 7)
    with pytest.raises(CalendarError, match="early_months"):
        read_date("令和2年早期", REFERENCE, 4, {"early_months": 0})


def test_doubtful_years_are_warned_of() -> None:
    assert read("3月").warnings
    assert not read("4月").warnings
    assert not read_date("3月", dt.date(2019, 2, 1)).warnings
    for text in ("March", "end of March", "by 16 March", "mid-February", "Mar 5-7"):
        assert read(text).warnings
        assert not read_date(text, dt.date(2019, 2, 1)).warnings
    assert not read("March 2019").warnings
    assert not read("July").warnings
    assert read("平成32年度").warnings
    assert not read("平成31年度").warnings
    assert read("昭和70年").earliest == dt.date(1995, 1, 1)
