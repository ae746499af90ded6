"""Days, windows, years, durations and slack as planners read them, in both languages."""

import datetime as dt

from strategy_planner.calendars.coarse_date import CoarseDate
from strategy_planner.calendars.durations import Duration
from strategy_planner.calendars.eras import era_fiscal_year, era_year
from strategy_planner.language import Message, message, message_plural, say
from strategy_planner.language.message import day_in_words

_DAYS_IN_A_MONTH = 365.2425 / 12
_SHOWN_IN_DAYS = 90
_SHOWN_IN_MONTHS = 36
_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
)  # fmt: skip


def show_day(day: dt.date, language: str, *, era: bool = False) -> str:
    """2030年12月31日, 令和12年12月31日 with ``era``; 31 Dec 2030."""
    if era and language == "ja" and era_year(day):
        return f"{era_year(day)}{day.month}月{day.day}日"
    return day_in_words(day, language)


def show_span(first: dt.date | None, last: dt.date | None, language: str) -> str:
    """Two inclusive days, either of which may be open."""
    if first is None and last is None:
        return say("to be set", language)
    if first is None and last is not None:
        return say("until {day}", language, day=show_day(last, language))
    if first is not None and last is None:
        return say("from {day}", language, day=show_day(first, language))
    assert first is not None  # noqa: S101 - the cases above
    assert last is not None  # noqa: S101 - the cases above
    if first == last:
        return show_day(first, language)
    separator = "～" if language == "ja" else " – "
    return f"{show_day(first, language)}{separator}{show_day(last, language)}"


def show_fiscal_year(
    year: int, language: str, *, show_era: bool = True, start_month: int = 4
) -> str:
    """2020年度（令和2年度）; FY2020 (Apr 2020–Mar 2021)."""
    if language == "ja":
        era = era_fiscal_year(year, start_month)
        return f"{year}年度（{era}）" if show_era and era else f"{year}年度"
    first, last = _MONTHS[start_month - 1], _MONTHS[start_month - 2]
    end = year if start_month == 1 else year + 1
    return f"FY{year} ({first} {year}–{last} {end})"


def show_coarse(coarse: CoarseDate, language: str) -> str:
    """What a date as written means: its days, how it binds, and whether by convention."""
    days = show_span(coarse.earliest, coarse.latest, language)
    return _meaning(coarse, days).into(language)


def _meaning(coarse: CoarseDate, days: str) -> Message:
    last = coarse.latest
    meanings = {
        "at": message("{days}: to end within these days", days=days),
        "during": message("{days}: to end within these days", days=days),
        "by": message("by {day}", day=last or days),
        "from": message("{days}: not earlier", days=days),
        "start_by": message("to begin by {day}", day=last or days),
        "rolling": message("{days}: begins step by step", days=days),
        "recurring": message("{days}: again and again", days=days),
    }
    meaning = meanings[coarse.role]
    if coarse.firmness == "target":
        meaning = message("{meaning} (an aim: it does not bind)", meaning=meaning)
    elif coarse.firmness == "vague":
        meaning = message("{meaning} (vague: it does not bind)", meaning=meaning)
    if coarse.convention:
        meaning = message("{meaning}; by convention", meaning=meaning)
    return meaning


def show_days(days: int, language: str) -> str:
    """A number of days, not negative: days below 90, months below 3 years, then years.

    VISUAL 1.5: 54日, 11か月, 4年6か月; 54 days, 11 months, 4 years 6 months.
    """
    if days < _SHOWN_IN_DAYS:
        return message_plural("{count} day", "{count} days", days).into(language)
    months = round(days / _DAYS_IN_A_MONTH)
    if months < _SHOWN_IN_MONTHS:
        return message_plural("{count} month", "{count} months", months).into(language)
    years, months = divmod(months, 12)
    shown = message_plural("{count} year", "{count} years", years)
    if not months:
        return shown.into(language)
    return message(
        "{years} {months}",
        years=shown,
        months=message_plural("{count} month", "{count} months", months),
    ).into(language)


def show_slack(days: int, language: str) -> str:
    """Slack in words, never a bare negative number: 余裕54日, 11か月不足."""
    if days < 0:
        return say("{time} short", language, time=show_days(-days, language))
    return say("{time} of slack", language, time=show_days(days, language))


def show_duration(duration: Duration, language: str) -> str:
    """A duration in its own unit: 12か月, 12 months."""
    amount = duration.amount
    shown = {
        "d": message_plural("{count} day", "{count} days", amount),
        "wd": message_plural("{count} working day", "{count} working days", amount),
        "w": message_plural("{count} week", "{count} weeks", amount),
        "mo": message_plural("{count} month", "{count} months", amount),
        "y": message_plural("{count} year", "{count} years", amount),
    }
    return shown[duration.unit].into(language)
