"""Calendar sums over arrays of instants (SEMANTICS 1.3, 6.1).

An instant is a day ordinal with the part of the day that has passed as its fraction; what never
comes is infinite, and so is what would come after the years that can be planned. On whole days
and whole amounts every sum is that of the passes; between them it runs on steadily.
"""

import datetime as dt
from functools import cache, lru_cache

import numpy as np
from numpy.typing import NDArray

from strategy_planner.analysis.spans import work_calendar
from strategy_planner.calendars.working_days import WorkCalendar

Floats = NDArray[np.float64]
"""One value for each run, or a single one that holds in all of them."""
Whole = NDArray[np.int64]

FIRST_YEAR, END_YEAR = 1800, 3000
FIRST = dt.date(FIRST_YEAR, 1, 1).toordinal()
END = dt.date(END_YEAR, 1, 1).toordinal()
"""The end of the last day that can be planned."""
_UNIX_EPOCH = dt.date(1970, 1, 1).toordinal()


def after_months(instants: Floats, months: Floats | float) -> Floats:
    """Whole calendar months after each instant, then the fraction of the next month's days.

    Negative months lead back in the same way.
    """
    amount = np.asarray(months, dtype=np.float64)
    whole = np.trunc(amount)
    part = np.abs(amount - whole)
    steps = whole.astype(np.int64)
    onward = steps + np.sign(amount).astype(np.int64)
    day, passed = _split(np.clip(instants, FIRST, END))
    found = _months_on(day, steps, onward, part)
    if passed.any():
        found = found + passed * (_months_on(day + 1, steps, onward, part) - found)
    return _planned(instants, found)


def _months_on(day: Whole, steps: Whole, onward: Whole, part: Floats) -> Floats:
    found = _month_sum(day, steps).astype(np.float64)
    if part.any():
        found = found + part * (_month_sum(day, onward) - found)
    return found


def _month_sum(day: Whole, months: Whole) -> Whole:
    """Whole months after whole days, clipped to the end of the month."""
    month_of, day_of, start, last = _month_tables()
    place = day - FIRST
    month = np.clip(month_of.take(place) + months, 0, len(start) - 1)
    day_in_month: Whole = np.minimum(day_of.take(place), last.take(month))
    first: Whole = start.take(month)
    return np.add(first, day_in_month)


@cache
def _month_tables() -> tuple[Whole, Whole, Whole, Whole]:
    """By day: its month, and its place in it from 0. By month: its first day, its last place."""
    months = np.arange(f"{FIRST_YEAR}-01", f"{END_YEAR + 1}-01", dtype="datetime64[M]")
    start = months.astype("datetime64[D]").astype(np.int64) + _UNIX_EPOCH
    length = np.diff(start, append=dt.date(END_YEAR + 1, 1, 1).toordinal())
    month_of = np.repeat(np.arange(len(start)), length)
    day_of = np.arange(len(month_of)) + FIRST - start[month_of]
    return month_of, day_of, start, length - 1


class WorkingDays:
    """The working days of a country as tables over the years that were asked for."""

    def __init__(self, calendar: WorkCalendar) -> None:
        self._calendar = calendar
        self._years: dict[int, list[bool]] = {}
        self._first = 0
        self._days: Whole = np.zeros(0, dtype=np.int64)
        self._before: Whole = np.zeros(1, dtype=np.int64)

    def after(self, instants: Floats, count: Floats | float) -> Floats:
        """``count`` working days after each instant; negative counts lead back."""
        amount = np.asarray(count, dtype=np.float64)
        comes = instants <= END
        if not comes.any():
            return np.full(np.broadcast_shapes(instants.shape, amount.shape), np.inf)
        inside = np.where(comes, instants, instants[comes].min())
        self._cover(inside, amount)
        day, passed = _split(np.clip(inside, FIRST, END))
        place = day - self._first
        before = self._before
        worked = before.take(place) + passed * (before.take(place + 1) - before.take(place))
        total = worked + amount
        last = np.where(amount > 0, np.ceil(total) - 1, np.floor(total)).astype(np.int64)
        held = np.clip(last, 0, len(self._days) - 1)
        found = self._days.take(held) + (total - held)
        found = np.where(last < len(self._days), found, np.inf)
        return _planned(instants, np.where(amount == 0, inside, found))

    def _cover(self, instants: Floats, amount: Floats) -> None:
        """Widen the tables to all days that a sum may touch."""
        # Two calendar days for each working day, and two months: more than any country takes off.
        first = _year_of(instants.min() + 2 * min(0.0, amount.min()) - 60)
        last = _year_of(instants.max() + 2 * max(0.0, amount.max()) + 60)
        if self._years and min(self._years) <= first and last <= max(self._years):
            return
        first, last = min(first, *self._years, last), max(last, *self._years, first)
        for year in range(first, last + 1):
            if year not in self._years:
                self._years[year] = self._worked_in(year)
        worked = np.concatenate([self._years[year] for year in range(first, last + 1)])
        self._first = dt.date(first, 1, 1).toordinal()
        self._days = np.flatnonzero(worked) + self._first
        self._before = np.concatenate([[0], np.cumsum(worked, dtype=np.int64)])

    def _worked_in(self, year: int) -> list[bool]:
        first = dt.date(year, 1, 1).toordinal()
        end = dt.date(year + 1, 1, 1).toordinal()
        working = self._calendar.is_working
        return [working(dt.date.fromordinal(day)) for day in range(first, end)]


@lru_cache(maxsize=16)
def working_days(country: str | None) -> WorkingDays:
    """The working days of a country; without one only weekends are off."""
    return WorkingDays(work_calendar(country))


def _split(instants: Floats) -> tuple[Whole, Floats]:
    """The day of each instant, and how much of it has passed."""
    floor = np.floor(instants)
    return floor.astype(np.int64), instants - floor


def _planned(instants: Floats, found: Floats) -> Floats:
    """What was found, infinite where the start or the sum leaves the years that can be planned."""
    return np.where((instants <= END) & (found <= END), found, np.inf)


def _year_of(ordinal: float) -> int:
    return dt.date.fromordinal(int(min(max(ordinal, FIRST), END))).year
