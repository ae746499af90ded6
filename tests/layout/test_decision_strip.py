"""The strip of fiscal years: every deadline at its day, near ones over each other."""

import datetime as dt
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.layout.decisions.strip import ROWS, Strip, decision_strip
from strategy_planner.layout.marks import decision_mark
from strategy_planner.layout.shapes import Label

TODAY = dt.date(2019, 6, 7)
STAR = partial(decision_mark, fill="ink")


def measure(text: str, size: float, weight: int) -> float:
    return sum(size * (0.6 if ord(character) < 0x300 else 1.0) for character in text)


def strip_of(days: list[dt.date], width=900.0, language="en", **options) -> Strip:
    deadlines = [(place, day, STAR) for place, day in enumerate(days)]
    return decision_strip(deadlines, TODAY, 4, width, language, measure, **options)


def years(strip: Strip) -> list[str]:
    return [shape.text for shape in strip.ground if isinstance(shape, Label)]


def test_the_years_run_from_the_first_deadline_or_today_to_the_last():
    assert years(strip_of([dt.date(2021, 3, 31)])) == ["FY2019", "FY2020"]
    assert years(strip_of([dt.date(2018, 4, 1)], language="ja")) == ["2018年度", "2019年度"]


def test_a_deadline_stands_at_its_share_of_its_fiscal_year():
    strip = strip_of([dt.date(2020, 10, 1), dt.date(2021, 10, 1)], width=300.0)
    first, second = strip.marks
    assert abs(first.x - 150) < 1
    assert abs(second.x - 250) < 1


def test_deadlines_of_one_day_stand_over_each_other_and_each_can_be_pressed():
    strip = strip_of([dt.date(2020, 8, 31)] * ROWS)
    assert len({mark.y for mark in strip.marks}) == ROWS
    assert [strip.at(mark.x, mark.y) for mark in strip.marks] == [0, 1, 2]
    assert strip.at(0, 0) is None


def test_where_one_day_has_more_than_fit_over_each_other_the_next_stand_beside():
    strip = strip_of([dt.date(2020, 8, 31)] * (2 * ROWS))
    assert sorted({strip.at(mark.x, mark.y) for mark in strip.marks}) == list(range(2 * ROWS))


def test_the_current_deadline_has_a_frame():
    strip = strip_of([dt.date(2020, 8, 31)])
    assert len(strip.shapes(0)) == len(strip.shapes()) + 1


@given(
    st.lists(st.dates(dt.date(2015, 1, 1), dt.date(2060, 1, 1)), max_size=40),
    st.floats(200, 1500),
    st.sampled_from([1.0, 2.0]),
)
def test_everything_stays_within_the_strip(days: list[dt.date], width: float, scale: float):
    strip = strip_of(days, width, scale=scale)
    half = strip.size / 2
    for mark in strip.marks:
        assert half <= mark.x <= strip.width - half
        assert half <= mark.y <= strip.height - half
    ends = [0.0]
    for shape in strip.ground:
        if isinstance(shape, Label):
            reach = measure(shape.text, shape.size, 700) / 2
            assert ends[-1] <= shape.x - reach + 0.01 or len(ends) == 1
            ends.append(shape.x + reach)
