"""Sums of instants and durations: on whole days those of the calendar, between them steady."""

import datetime as dt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.analysis.simulation.calendar_sums import END, after_months, working_days
from strategy_planner.analysis.spans import work_calendar
from strategy_planner.calendars.durations import Duration, add

DAYS = st.dates(dt.date(2000, 1, 1), dt.date(2060, 12, 31))


def at(*instants):
    return np.array([float(instant) for instant in instants])


def ordinal(text):
    return dt.date.fromisoformat(text).toordinal()


@given(st.lists(DAYS, min_size=1, max_size=5), st.integers(-600, 600))
def test_whole_months_are_calendar_sums(days, months):
    found = after_months(at(*(day.toordinal() for day in days)), float(months))
    assert list(found) == [add(day, Duration(months, "mo")).toordinal() for day in days]


@pytest.mark.parametrize("country", [None, "JP"])
@given(days=st.lists(DAYS, min_size=1, max_size=5), count=st.integers(-300, 300))
def test_whole_working_days_are_calendar_sums(country, days, count):
    found = working_days(country).after(at(*(day.toordinal() for day in days)), float(count))
    work = work_calendar(country)
    assert list(found) == [add(day, Duration(count, "wd"), work).toordinal() for day in days]


def test_a_drawn_value_takes_the_fraction_of_the_next_months_days():
    """SEMANTICS 6.1: 2.5 months are two months and half of the days of the third."""
    start = ordinal("2024-01-15")
    found = after_months(at(start, start, start), at(0.5, 2.5, 12.25))
    assert list(found - at(ordinal("2024-01-15"), ordinal("2024-03-15"), ordinal("2025-01-15"))) == [
        31 / 2, 31 / 2, 31 / 4,
    ]  # fmt: skip


def test_part_of_a_day_that_has_passed_is_kept():
    """Where the end of a month clips both days, nothing lies between them."""
    found = after_months(at(ordinal("2024-01-15") + 0.5, ordinal("2024-01-30") + 0.5), 1.0)
    assert list(found) == [ordinal("2024-02-15") + 0.5, ordinal("2024-02-29")]


def test_half_a_working_day_is_worked_on_the_next_one():
    friday = ordinal("2024-03-01")
    found = working_days(None).after(at(friday + 0.5, friday, friday + 1.25), at(1, 1.5, 0.5))
    assert list(found) == [friday + 3.5, friday + 3.5, friday + 3.5]


@given(
    st.lists(st.floats(ordinal("2024-01-01"), ordinal("2030-01-01")), min_size=2, max_size=20),
    st.floats(0.01, 40),
)
def test_who_starts_later_and_who_takes_longer_never_finishes_earlier(instants, amount):
    starts = np.sort(np.array(instants))
    for sums in (after_months, working_days("JP").after):
        assert (np.diff(sums(starts, amount)) >= -1e-6).all()
        amounts = np.linspace(0.005, amount, 50)
        assert (np.diff(sums(starts[:1], amounts)) >= -1e-6).all()


def test_what_never_comes_and_what_leaves_the_calendar_never_comes():
    instants = at(ordinal("2990-01-01"), np.inf, END)
    for sums in (after_months, working_days(None).after):
        assert list(np.isinf(sums(instants, 5000.0))) == [True, True, True]
        assert list(np.isinf(sums(instants, 1.0))) == [False, True, True]
        assert np.isinf(sums(at(np.inf), 1.0)).all()
