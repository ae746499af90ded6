"""Months and days as short as a chart needs them."""

import datetime as dt

_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def month_name(month: int, language: str) -> str:
    """The name of a month 1–12."""
    return f"{month}月" if language == "ja" else _NAMES[month - 1]


def short_day(day: dt.date, language: str) -> str:
    """Month and day alone, where the place in the chart tells the year."""
    return (
        f"{day.month}/{day.day}" if language == "ja" else f"{day.day} {_NAMES[day.month - 1][:3]}"
    )
