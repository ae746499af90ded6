"""Dates as Japanese planners write them: a core such as 2020年度, and what is said of it."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import replace

from strategy_planner.calendars import eras
from strategy_planner.calendars.context import Context
from strategy_planner.calendars.windows import (
    Precision,
    Window,
    last_day,
    month_start,
    month_window,
    months_window,
)
from strategy_planner.calendars.year_omitted import of_the_year_of_writing
from strategy_planner.language import message

Read = tuple[Window, str]
"""A window and the text that is left after it."""

_ERA = "明治|大正|昭和|平成|令和|[MTSHR]"
_SEASONS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_RELATIVE_YEARS = {
    "一昨年": -2, "昨年": -1, "去年": -1, "前年": -1, "本年": 0, "今年": 0, "同年": 0, "当年": 0,
    "来年": 1, "翌年": 1, "再来年": 2, "明年": 1,
}  # fmt: skip
_FISCAL = {f"{word}度": shift for word, shift in _RELATIVE_YEARS.items()} | {"明年度": 1}


def read_core(text: str, context: Context) -> Read | None:
    """The window at the start of ``text`` and the rest, None where no date begins there.

    Raises ValueError for a day or an era year that never was.
    """
    for reader in _READERS:
        found = reader(text, context)
        if found is not None:
            return found
    return None


def _iso(text: str, context: Context) -> Read | None:
    del context
    found = re.match(r"(\d{4})(?P<s>[-/.])(\d{1,2})(?:(?P=s)(\d{1,2}))?(?!\d)", text)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[3]), found[4]
    window = month_window(year, month) if day is None else _one_day(year, month, int(day))
    return window, text[found.end() :]


def _letter_era(text: str, context: Context) -> Read | None:
    del context
    found = re.match(r"([MTSHR])(\d{1,2}|元)[./-](\d{1,2})(?:[./-](\d{1,2}))?(?!\d)", text)
    if not found:
        return None
    era = eras.BY_NAME[found[1]]
    number = 1 if found[2] == "元" else int(found[2])
    year, month = era.year(number), int(found[3])
    window = month_window(year, month) if found[4] is None else _one_day(year, month, int(found[4]))
    return _checked_era(window, era, number), text[found.end() :]


def _decade(text: str, context: Context) -> Read | None:
    del context
    found = re.match(r"(\d{3}0)年代(前半|後半)?", text)
    if not found:
        return None
    first, last = int(found[1]), int(found[1]) + 9
    if found[2] == "前半":
        last = first + 4
    elif found[2] == "後半":
        first += 5
    window = Window(dt.date(first, 1, 1), dt.date(last, 12, 31), "decade")
    return window, text[found.end() :]


def _fiscal(text: str, context: Context) -> Read | None:
    found = re.match(rf"(?:({_ERA})?(\d{{1,4}}|元)年度|(?:FY|fy)(\d{{4}}))", text)
    if found:
        digits = found[2] or found[3]
        number = 1 if digits == "元" else int(digits)
        era = eras.BY_NAME.get(found[1] or "")
        year = _year(era, number)
        if year is None:
            return None
        rest = text[found.end() :]
        window, rest = _part_of_fiscal_year(year, rest, context)
        if era is not None:
            window = _checked_fiscal_era(window, era, number, context)
        return window, rest
    for word, shift in _FISCAL.items():
        if text.startswith(word):
            return _part_of_fiscal_year(context.fiscal_year + shift, text[len(word) :], context)
    if re.match("年度(?=内|中|末)", text):
        return context.fiscal_window(context.fiscal_year), text[2:]
    return None


def _part_of_fiscal_year(year: int, rest: str, context: Context) -> Read:
    found = re.match(r"の?(?:第?([1-4])四半期|([1-4])Q|Q([1-4]))", rest)
    if found:
        quarter = int(found[1] or found[2] or found[3])
        return context.fiscal_part(year, quarter, 4), rest[found.end() :]
    found = re.match("の?(上半期|下半期|上期|下期|前期|後期|前半|後半)", rest)
    if found:
        half = 1 if found[1][0] in "上前" else 2
        return context.fiscal_part(year, half, 2), rest[found.end() :]
    found = re.match(r"の?(\d{1,2})月", rest)
    if found:
        first = context.fiscal_month(year, _month(found[1]))
        return _part_of_month(first.year, first.month, rest[found.end() :])
    return context.fiscal_window(year), rest


def _calendar(text: str, context: Context) -> Read | None:
    found = re.match(rf"(?:({_ERA})?(\d{{1,4}}|元)年)(?!度|代|ごと|毎|間|以内に)", text)
    if found:
        number = 1 if found[2] == "元" else int(found[2])
        era = eras.BY_NAME.get(found[1] or "")
        year = _year(era, number)
        if year is None:
            return None
        window, rest = _part_of_year(year, text[found.end() :])
        return (window if era is None else _checked_era(window, era, number)), rest
    for word, shift in sorted(_RELATIVE_YEARS.items(), key=lambda item: -len(item[0])):
        if text.startswith(word) and not text.startswith(f"{word}度"):
            return _part_of_year(context.reference.year + shift, text[len(word) :])
    if re.match("年(?=内|中|末)", text):
        return _part_of_year(context.reference.year, text[1:])
    return None


def _part_of_year(year: int, rest: str) -> Read:
    found = re.match("の?(前半|後半|上半期|下半期|上期|下期)", rest)
    if found:
        start = 1 if found[1][0] in "前上" else 7
        return months_window(year, start, 6, "half"), rest[found.end() :]
    found = re.match(r"の?(?:第?([1-4])四半期|([1-4])Q|Q([1-4]))", rest)
    if found:
        quarter = int(found[1] or found[2] or found[3])
        return months_window(year, quarter * 3 - 2, 3, "quarter"), rest[found.end() :]
    found = re.match("の?([春夏秋冬])(?!季|分)", rest)
    if found:
        return months_window(year, _SEASONS[found[1]], 3, "season"), rest[found.end() :]
    found = re.match(r"の?(\d{1,2})月", rest)
    if found:
        return _part_of_month(year, _month(found[1]), rest[found.end() :])
    return Window(dt.date(year, 1, 1), dt.date(year, 12, 31), "year"), rest


def _bare_month(text: str, context: Context) -> Read | None:
    """A month without a year is of the year of writing."""
    found = re.match(r"(\d{1,2})月(?!以内|間|ごと)", text)
    if not found:
        return None
    month = _month(found[1])
    window, rest = _part_of_month(context.reference.year, month, text[found.end() :])
    return of_the_year_of_writing(text, window, context), rest


def _relative_month(text: str, context: Context) -> Read | None:
    found = re.match("(今|本|当|来|翌|先|前)月|月(?=内|中|末)", text)
    if not found:
        return None
    shift = {"来": 1, "翌": 1, "先": -1, "前": -1}.get(found[1] or "", 0)
    first = month_start(context.reference.year, context.reference.month + shift)
    return _part_of_month(first.year, first.month, text[found.end() :])


def _bare_season(text: str, context: Context) -> Read | None:
    """今夏, 来春; a season alone is of the year of writing."""
    found = re.match("(今|本|来|昨)?([春夏秋冬])(?!季|分)", text)
    if not found:
        return None
    year = context.reference.year + {"来": 1, "昨": -1}.get(found[1] or "", 0)
    return months_window(year, _SEASONS[found[2]], 3, "season"), text[found.end() :]


def _bare_year(text: str, context: Context) -> Read | None:
    del context
    found = re.match(r"(\d{4})(?!\d|年|月|日|-|/|\.\d)", text)
    if not found:
        return None
    year = int(found[1])
    return Window(dt.date(year, 1, 1), dt.date(year, 12, 31), "year"), text[found.end() :]


def _part_of_month(year: int, month: int, rest: str) -> Read:
    found = re.match(r"の?(上旬|中旬|下旬)", rest)
    if found:
        first, last = {
            "上旬": (1, 10), "中旬": (11, 20), "下旬": (21, last_day(year, month)),
        }[found[1]]  # fmt: skip
        window = Window(dt.date(year, month, first), dt.date(year, month, last), "dekad")
        return window, rest[found.end() :]
    found = re.match(r"(\d{1,2})日?((?:[・、,]\d{1,2}日?)+)", rest)
    if found:
        days = [int(day) for day in re.findall(r"\d{1,2}", found[0])]
        first_day = dt.date(year, month, min(days))
        return Window(first_day, dt.date(year, month, max(days)), "day"), rest[found.end() :]
    found = re.match(r"(\d{1,2})日", rest)
    if found:
        return _one_day(year, month, int(found[1])), rest[found.end() :]
    return month_window(year, month), rest


def _one_day(year: int, month: int, day: int) -> Window:
    only = dt.date(year, month, day)
    return Window(only, only, "day")


def _month(digits: str) -> int:
    month = int(digits)
    dt.date(2000, month, 1)
    return month


def _year(era: eras.Era | None, number: int) -> int | None:
    if era is not None:
        return era.year(number) if number else None
    four_digits = 1000
    return number if number >= four_digits else None


def _checked_era(window: Window, era: eras.Era, number: int) -> Window:
    """The part of the window that lies in the era, or a warning that the era was over by then."""
    if era.last is not None and window.first > era.last:
        past = window.first.year - era.last.year
        if past > eras.YEARS_PAST_THE_END:
            raise ValueError
        return _warn_past(window, era, number)
    if window.last < era.first:
        raise ValueError
    first = max(window.first, era.first) if window.precision == "year" else window.first
    last = window.last
    if era.last is not None and window.precision == "year":
        last = min(last, era.last)
    return replace(window, first=first, last=last)


def _checked_fiscal_era(window: Window, era: eras.Era, number: int, context: Context) -> Window:
    """A fiscal year is never cut: 平成31年度 and 令和元年度 are both all of FY2019."""
    year = era.year(number)
    whole = context.fiscal_window(year)
    if whole.last < era.first:
        raise ValueError
    if era.last is not None and whole.first > era.last:
        if year - era.last.year > eras.YEARS_PAST_THE_END:
            raise ValueError
        return _warn_past(window, era, number)
    return window


def _warn_past(window: Window, era: eras.Era, number: int) -> Window:
    return window.warned(
        message(
            "{era}{number}年 lies after the end of the era and was read as {year}.",
            era=era.name,
            number=number,
            year=era.year(number),
        )
    )


_READERS: tuple[Callable[[str, Context], Read | None], ...] = (
    _iso,
    _letter_era,
    _decade,
    _fiscal,
    _calendar,
    _bare_month,
    _relative_month,
    _bare_season,
    _bare_year,
)


def end_of(window: Window, context: Context) -> Window | None:
    """What 末 makes of a period: its last month, of a month the days from the 21st on."""
    precision: dict[str, Precision] = {
        "year": "year_end", "fiscal_year": "fiscal_year_end", "month": "month_end",
    }  # fmt: skip
    if window.precision not in {"year", "fiscal_year", "month", "quarter", "half", "decade"}:
        return None
    del context
    start_day = 21 if window.precision == "month" else 1
    return Window(
        window.last.replace(day=start_day), window.last,
        precision.get(window.precision, window.precision), convention=True,
        warnings=window.warnings,
    )  # fmt: skip
