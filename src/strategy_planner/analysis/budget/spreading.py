"""Spreads an amount over fiscal years by months, exactly (DOMAIN 2.5, budget)."""

import datetime as dt
from calendar import monthrange
from decimal import Decimal
from fractions import Fraction

from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.model.records import Number

_ONE_DAY = dt.timedelta(days=1)


def spread(amount: Number, start: dt.date, finish: dt.date, start_month: int) -> dict[int, Number]:
    """``amount`` by fiscal year over ``[start, finish)``, even by months.

    Each year but the last takes its share rounded down to the last decimal place in which the
    amount is written; the last year takes what is left, so that the sum is the amount.
    """
    first = fiscal_year(start, start_month)
    last = max(first, fiscal_year(max(start, finish - _ONE_DAY), start_month))
    places = max(0, -int(Decimal(str(amount)).as_tuple().exponent))
    whole = int(Decimal(str(amount)).scaleb(places))
    span = _months(start, finish)
    found: dict[int, int] = {}
    for year in range(first, last):
        begins, ends = fiscal_year_bounds(year, start_month)
        share = _months(max(start, begins), min(finish, ends)) / span
        found[year] = int(whole * share)
    found[last] = whole - sum(found.values())
    return {year: _back(part, places) for year, part in found.items()}


def _months(start: dt.date, finish: dt.date) -> Fraction:
    return _month_of(finish) - _month_of(start)


def _month_of(day: dt.date) -> Fraction:
    """A day as months, the part of its own month that has passed as a fraction."""
    passed = Fraction(day.day - 1, monthrange(day.year, day.month)[1])
    return day.year * 12 + day.month - 1 + passed


def _back(part: int, places: int) -> Number:
    return part if places == 0 else float(Decimal(part).scaleb(-places))
