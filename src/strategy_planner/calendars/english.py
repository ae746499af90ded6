"""Dates as English planners write them: FY2020, mid-July 2019, Q2 2031, H1 FY2031."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from strategy_planner.calendars.context import Context
from strategy_planner.calendars.windows import (
    Precision,
    Window,
    last_day,
    middle_of_decade,
    month_window,
    months_window,
)
from strategy_planner.calendars.year_omitted import of_the_year_of_writing

_MONTH_NAMES = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
)  # fmt: skip
_MONTHS = {name: number for number, name in enumerate(_MONTH_NAMES, start=1)}
_MONTHS |= {name[:3]: number for name, number in _MONTHS.items()} | {"sept": 9}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
_ORDINAL = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1": 1, "2": 2, "3": 3, "4": 4,
            "last": 2}  # fmt: skip
_FISCAL_YEAR = r"(?:fy ?(\d{4})|(?:fiscal|financial) (?:year )?(\d{4}))"
_HALF = r"(?:h([12])|([12])h|(first|second|last|1|2) half(?: of)?)"
_QUARTER = r"(?:q([1-4])|([1-4])q|(first|second|third|fourth|1|2|3|4) quarter(?: of)?)"


def read_english_core(text: str, context: Context) -> Window | None:
    """The window that the whole of ``text`` (in `english_spelling`) names, None for none.

    Raises ValueError for a day that never was.
    """
    text = _with_years_in_figures(text, context)
    for pattern, reader in _FORMS:
        found = re.fullmatch(pattern, text)
        if found is not None:
            return reader(found, context)
    return None


def _with_years_in_figures(text: str, context: Context) -> str:
    """``march next year`` as ``march 2020``, ``fiscal year end`` as ``end of fy2019``."""
    text = re.sub(r"\b(this|the|next|last|current) fy\b(?! ?\d)", r"\1 fiscal year", text)
    text = _YEAR_END_ALONE.sub(r"end of the \1year", text)

    def in_figures(found: re.Match[str]) -> str:
        shift = {"last": -1, "next": 1}.get(found[1] or "", 0)
        if found[2]:
            return f"fy{context.fiscal_year + shift}"
        return f"{context.reference.year + shift}"

    return _RELATIVE_YEAR.sub(in_figures, text)


def _iso_day(found: re.Match[str], context: Context) -> Window:
    del context
    return _one_day(int(found[1]), int(found[3]), int(found[4]))


def _iso_month(found: re.Match[str], context: Context) -> Window:
    del context
    return month_window(int(found[1]), int(found[2]))


def _day_month(found: re.Match[str], context: Context) -> Window:
    window = _one_day(_year(found[3], context), _MONTHS[found[2]], int(found[1]))
    return _checked_year(window, found[3], found, context)


def _month_day(found: re.Match[str], context: Context) -> Window:
    window = _one_day(_year(found[3], context), _MONTHS[found[1]], int(found[2]))
    return _checked_year(window, found[3], found, context)


def _days_of_month(found: re.Match[str], context: Context) -> Window:
    month, first, last, year = found[1], found[2], found[3], found[4]
    here = _year(year, context)
    window = Window(
        dt.date(here, _MONTHS[month], int(first)), dt.date(here, _MONTHS[month], int(last)), "day"
    )
    if window.last < window.first:
        raise ValueError
    return _checked_year(window, year, found, context)


def _month_year(found: re.Match[str], context: Context) -> Window:
    year, month = _year(found[3], context), _MONTHS[found[2]]
    window = month_window(year, month)
    if found[1]:
        first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, window.last.day)}[found[1]]
        window = Window(dt.date(year, month, first), dt.date(year, month, last), "dekad")
    return _checked_year(window, found[3], found, context)


def _end_of_month(found: re.Match[str], context: Context) -> Window:
    year, month = _year(found[2], context), _MONTHS[found[1]]
    last = dt.date(year, month, last_day(year, month))
    window = Window(last.replace(day=21), last, "month_end", convention=True)
    return _checked_year(window, found[2], found, context)


def _fiscal_year(found: re.Match[str], context: Context) -> Window | None:
    """FY2020/21 is one fiscal year; FY2020-25 is none, but a range."""
    year, next_year = int(found[1] or found[3]), found[2]
    if next_year is not None and int(next_year) != (year + 1) % 100:
        return None
    return context.fiscal_window(year)


def _fiscal_half(found: re.Match[str], context: Context) -> Window:
    half, year = _part_and_year(found)
    return context.fiscal_part(year, half, 2)


def _fiscal_quarter(found: re.Match[str], context: Context) -> Window:
    quarter, year = _part_and_year(found)
    return context.fiscal_part(year, quarter, 4)


def _calendar_half(found: re.Match[str], context: Context) -> Window:
    del context
    half, year = _part_and_year(found)
    return months_window(year, half * 6 - 5, 6, "half")


def _calendar_quarter(found: re.Match[str], context: Context) -> Window:
    del context
    quarter, year = _part_and_year(found)
    return months_window(year, quarter * 3 - 2, 3, "quarter")


def _part_and_year(found: re.Match[str]) -> tuple[int, int]:
    """The named part and the year, in whichever order they stand."""
    words = [word for word in found.groups() if word]
    year = next(word for word in words if len(word) == 4 and word.isdigit())
    part = next(word for word in words if word != year)
    return _ORDINAL[part], int(year)


def _season(found: re.Match[str], context: Context) -> Window:
    del context
    return months_window(int(found[2]), _SEASONS[found[1]], 3, "season")


def _year_alone(found: re.Match[str], context: Context) -> Window:
    del context
    year = int(found[1])
    return Window(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _decade(found: re.Match[str], context: Context) -> Window:
    del context
    first, last = int(found[2]), int(found[2]) + 9
    part = (found[1] or "").partition(" ")[0].rstrip("-")
    if part in {"first", "early"}:
        last = first + 4
    elif part in {"second", "late"}:
        first += 5
    window = Window(dt.date(first, 1, 1), dt.date(last, 12, 31), "decade")
    return middle_of_decade(window) if part == "mid" else window


def _early(found: re.Match[str], context: Context) -> Window:
    whole = _whole_year(found[1], context)
    months = months_window(
        whole.first.year, whole.first.month, context.months("early_months"), "year_early"
    )
    return replace(months, last=min(whole.last, months.last), convention=True)


def _mid(found: re.Match[str], context: Context) -> Window:
    whole = _whole_year(found[1], context)
    window = months_window(whole.first.year, whole.first.month + 3, 6, "half")
    return replace(window, convention=True)


def _late(found: re.Match[str], context: Context) -> Window:
    whole = _whole_year(found[1], context)
    window = months_window(whole.first.year, whole.first.month + 6, 6, "half")
    return replace(window, convention=True)


def _year_end(found: re.Match[str], context: Context) -> Window:
    whole = _whole_year(found[1], context)
    precision: Precision = "fiscal_year_end" if whole.precision == "fiscal_year" else "year_end"
    return Window(whole.last.replace(day=1), whole.last, precision, convention=True)


def _whole_year(text: str, context: Context) -> Window:
    found = re.search(r"\d{4}", text)
    assert found is not None  # noqa: S101 - the pattern demands four digits
    year = int(found[0])
    if re.match("fy|fiscal|financial", text):
        return context.fiscal_window(year)
    return Window(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _one_day(year: int, month: int, day: int) -> Window:
    only = dt.date(year, month, day)
    return Window(only, only, "day")


def _year(digits: str | None, context: Context) -> int:
    return int(digits) if digits else context.reference.year


def _checked_year(
    window: Window, digits: str | None, found: re.Match[str], context: Context
) -> Window:
    return window if digits else of_the_year_of_writing(found[0].title(), window, context)


_YEAR_END_ALONE = re.compile(r"(?:the )?((?:fiscal |financial )?)year[- ]end$")
_RELATIVE_YEAR = re.compile(
    r"(?:\b(this|the|next|last|current) |(?<=end of ))(?:(fiscal|financial) )?year"
    r"\b(?![- ]end| \d)"
)
_ANY_YEAR = r"((?:fy ?|(?:fiscal|financial) (?:year )?)?\d{4})"
_FORMS: tuple[tuple[str, Callable[[re.Match[str], Context], Window | None]], ...] = (
    (r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})", _iso_day),
    (r"(\d{4})[-/.](\d{2})", _iso_month),
    (rf"(\d{{1,2}}) (?:of )?({_MONTH})(?: (\d{{4}}))?", _day_month),
    (rf"({_MONTH}) (\d{{1,2}})(?: (\d{{4}}))?", _month_day),
    (rf"({_MONTH}) (\d{{1,2}}) ?- ?(\d{{1,2}})(?: (\d{{4}}))?", _days_of_month),
    (rf"(?:(early|mid|late)[- ])?({_MONTH})(?: (?:of )?(\d{{4}}))?", _month_year),
    (rf"(?:the )?end(?: of|-)? ?({_MONTH})(?: (\d{{4}}))?", _end_of_month),
    (r"(?:fy ?(\d{4})(?:[-/](\d{2}))?|(?:fiscal|financial) (?:year )?(\d{4}))", _fiscal_year),
    (rf"(?:the )?{_HALF} {_FISCAL_YEAR}|{_FISCAL_YEAR} {_HALF}", _fiscal_half),
    (rf"(?:the )?{_QUARTER} {_FISCAL_YEAR}|{_FISCAL_YEAR} {_QUARTER}", _fiscal_quarter),
    (rf"(?:the )?{_HALF} (\d{{4}})|(\d{{4}}) {_HALF}", _calendar_half),
    (rf"(?:the )?{_QUARTER} (\d{{4}})|(\d{{4}})[ -]?{_QUARTER}", _calendar_quarter),
    (r"(spring|summer|autumn|fall|winter)(?: of)? (\d{4})", _season),
    (
        r"(?:the )?(first half of the |second half of the |early[- ]|mid[- ]|late[- ])?(\d{3}0)s",
        _decade,
    ),
    (rf"(?:early(?: in|-)? ?|(?:the )?(?:start|beginning) of ){_ANY_YEAR}", _early),
    (rf"mid(?:dle of)?[- ]{_ANY_YEAR}", _mid),
    (rf"late(?: in|-)? ?{_ANY_YEAR}", _late),
    (rf"(?:the )?(?:end|year[- ]end)(?: of|-)? ?(?:the )?{_ANY_YEAR}", _year_end),
    (rf"{_ANY_YEAR} (?:year[- ])?end", _year_end),
    (r"(\d{4})", _year_alone),
)
VAGUE_FORMS = r"(?:early|mid|late|(?:the )?(?:start|beginning) of|middle of)"
"""What makes a year vague where it stands before it (not before a month: that is a part of it)."""
END_FORMS = r"(?:the )?(?:end|year[- ]end)\b|.*\bend$"
"""What makes a date the end of a period."""
