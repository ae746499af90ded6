"""Fiscal years, named by the calendar year in which they begin (DOMAIN 2.4)."""

import datetime as dt


def fiscal_year(day: dt.date, start_month: int = 4) -> int:
    """The fiscal year in which ``day`` lies: February 2020 is in fiscal year 2019."""
    return day.year if day.month >= start_month else day.year - 1


def fiscal_year_bounds(year: int, start_month: int = 4) -> tuple[dt.date, dt.date]:
    """The first day of a fiscal year and the day after its last."""
    return dt.date(year, start_month, 1), dt.date(year + 1, start_month, 1)
