"""Days as short as a chart needs them."""

import datetime as dt

from strategy_planner.layout.roadmap.months import month_name


def month_in_words(day: dt.date, language: str) -> str:
    """The month of a day: ``2031年3月``, ``Mar 2031``."""
    name = month_name(day.month, language)
    return f"{day.year}年{name}" if language == "ja" else f"{name[:3]} {day.year}"
