"""Figures and days as short as a chart needs them."""

import datetime as dt

from strategy_planner.layout.roadmap.months import month_name

_MOST_PLAIN = 1e12
_LEAST_PLAIN = 1e-4


def shown_value(value: float, digits: int = 6) -> str:
    """A value of a KPI to so many digits that say something; whole thousands keep all of theirs."""
    size = abs(value)
    if size >= _MOST_PLAIN or 0 < size < _LEAST_PLAIN:
        return f"{value:.3g}"
    if (size >= 10 ** min(digits, 3) and (digits < 6 or size >= 1e6)) or value == round(value):
        return f"{value:,.0f}"
    return f"{value:,.{digits}g}"


def derived_value(value: float) -> str:
    """A computed value, which is never as exact as it looks: to three digits."""
    return shown_value(value, 3)


def month_in_words(day: dt.date, language: str) -> str:
    """The month of a day: ``2031年3月``, ``Mar 2031``."""
    name = month_name(day.month, language)
    return f"{day.year}年{name}" if language == "ja" else f"{name[:3]} {day.year}"
