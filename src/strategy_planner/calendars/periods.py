"""The periods in which a plan is talked about: fiscal years, their quarters, months, and years."""

import datetime as dt
from typing import Literal

from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.calendars.windows import Precision, Window, months_window

Unit = Literal["year", "fiscal_year", "quarter", "month"]
"""``year`` is the calendar year; a ``quarter`` is one of the fiscal year."""

UNIT_MONTHS: dict[Unit, int] = {"year": 12, "fiscal_year": 12, "quarter": 3, "month": 1}
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def period_index(day: dt.date, unit: Unit, start: int) -> int:
    """The running number of the period that has ``day``; neighbours differ by one.

    ``start`` is the first month of the fiscal year.
    """
    if unit == "month":
        return day.year * 12 + day.month - 1
    if unit == "year":
        return day.year
    year = fiscal_year(day, start)
    return year if unit == "fiscal_year" else year * 4 + (day.month - start) % 12 // 3


def period(index: int, unit: Unit, start: int) -> Window:
    """The days of a period, by the number that `period_index` gives it."""
    precision: Precision = unit
    if unit == "month":
        return months_window(index // 12, index % 12 + 1, 1, precision)
    if unit == "year":
        return months_window(index, 1, 12, precision)
    year, part = (index, 0) if unit == "fiscal_year" else divmod(index, 4)
    return months_window(year, start + 3 * part, UNIT_MONTHS[unit], precision)


def period_name(window: Window, unit: Unit, language: str, start: int) -> str:
    """A period as a planner writes it: ``2021年度第2四半期``, ``Q2 FY2021``."""
    day, japanese = window.first, language == "ja"
    if unit == "month":
        return f"{day.year}年{day.month}月" if japanese else f"{_MONTHS[day.month - 1]} {day.year}"
    if unit == "year":
        return f"{day.year}年" if japanese else str(day.year)
    year = fiscal_year(day, start)
    if unit == "fiscal_year":
        return f"{year}年度" if japanese else f"FY{year}"
    part = (day.month - start) % 12 // 3 + 1
    return f"{year}年度第{part}四半期" if japanese else f"Q{part} FY{year}"
