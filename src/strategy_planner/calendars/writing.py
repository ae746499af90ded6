"""Writes a date back as a planner would, in either language, so that it reads the same."""

import datetime as dt
from collections.abc import Callable

from strategy_planner.calendars.coarse_date import CoarseDate
from strategy_planner.calendars.fiscal import fiscal_year

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
_SEASONS = {3: ("春", "spring"), 6: ("夏", "summer"), 9: ("秋", "autumn"), 12: ("冬", "winter")}
_DEKADS = {1: ("上旬", "early"), 11: ("中旬", "mid"), 21: ("下旬", "late")}
_IMMEDIATE_DAYS = 45

_Words = tuple[str, str]
"""The same in Japanese and in English."""


def write_coarse(coarse: CoarseDate, language: str, fiscal_year_start: int = 4) -> str:
    """A text in ``language`` that reads as the same window, role and firmness.

    What has no such text (a week of odd days, an interval of one's own) keeps the planner's.
    """
    words = _without_year(coarse) or _dated(coarse, fiscal_year_start)
    if words is None:
        return coarse.text
    return words[0 if language == "ja" else 1]


def _without_year(coarse: CoarseDate) -> _Words | None:
    if coarse.precision == "recurring":
        return ("定期的に", "regularly") if coarse.firmness == "vague" else None
    if coarse.precision != "vague" or coarse.earliest is None:
        return None
    if coarse.role == "from":
        return "順次", "step by step"
    if coarse.latest is None:
        return None
    if coarse.role == "by":
        return "早期に", "soon"
    at_once = (coarse.latest - coarse.earliest).days < _IMMEDIATE_DAYS
    return ("直ちに着手", "immediately") if at_once else ("早急に", "as soon as possible")


def _dated(coarse: CoarseDate, start: int) -> _Words | None:
    if coarse.earliest is None:
        return None
    if coarse.role == "during" and coarse.latest is not None:
        return (
            f"{_day_ja(coarse.earliest)}～{_day_ja(coarse.latest)}",
            f"{coarse.earliest.isoformat()} to {coarse.latest.isoformat()}",
        )
    core = _core(coarse, coarse.earliest, start)
    said = _SAID.get((coarse.role, coarse.firmness))
    if core is None or said is None:
        return None
    if coarse.precision.endswith("_end") and coarse.firmness == "committed":
        return core
    return said[0].format(core[0]), said[1].format(core[1])


_SAID: dict[tuple[str, str], _Words] = {
    ("at", "plain"): ("{}", "{}"),
    ("by", "committed"): ("{}まで", "by {}"),
    ("by", "target"): ("{}目途", "around {}"),
    ("by", "vague"): ("{}", "{}"),
    ("from", "plain"): ("{}から", "from {}"),
    ("start_by", "plain"): ("{}着手", "start by {}"),
    ("rolling", "target"): ("{}目途に順次実施", "step by step around {}"),
    ("rolling", "vague"): ("{}から順次", "step by step from {}"),
}


def _core(coarse: CoarseDate, first: dt.date, start: int) -> _Words | None:
    writer = _WRITERS.get(coarse.precision)
    if writer is None or not _is_whole(coarse, first):
        return None
    return writer(coarse, first, start)


def _is_whole(coarse: CoarseDate, first: dt.date) -> bool:
    """Not a part that an era's change cut out, nor several days named together."""
    last = coarse.latest
    if last is None:
        return True
    if coarse.precision == "day":
        return first == last
    if coarse.precision == "year":
        return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)
    return True


def _day(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    del coarse, start
    return _day_ja(first), first.isoformat()


def _day_ja(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _dekad(coarse: CoarseDate, first: dt.date, start: int) -> _Words | None:
    del coarse, start
    part = _DEKADS.get(first.day)
    if part is None:
        return None
    month = _MONTHS[first.month - 1]
    return f"{first.year}年{first.month}月{part[0]}", f"{part[1]} {month} {first.year}"


def _month(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    del coarse, start
    return f"{first.year}年{first.month}月", f"{_MONTHS[first.month - 1]} {first.year}"


def _month_end(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    japanese, english = _month(coarse, first, start)
    return f"{japanese}末", f"end of {english}"


def _quarter(coarse: CoarseDate, first: dt.date, start: int) -> _Words | None:
    del coarse
    number, rest = divmod(first.month - 1, 3)
    if rest == 0:
        return f"{first.year}年第{number + 1}四半期", f"Q{number + 1} {first.year}"
    number = (first.month - start) % 12 // 3 + 1
    year = fiscal_year(first, start)
    return f"{year}年度第{number}四半期", f"Q{number} FY{year}"


def _season(coarse: CoarseDate, first: dt.date, start: int) -> _Words | None:
    del coarse, start
    japanese, english = _SEASONS[first.month]
    return f"{first.year}年{japanese}", f"{english} {first.year}"


def _half(coarse: CoarseDate, first: dt.date, start: int) -> _Words | None:
    if coarse.convention and coarse.firmness == "vague":
        middle = first.month == 4
        return (f"{first.year}年半ば", f"mid-{first.year}") if middle else None
    if first.month in {1, 7}:
        part, number = ("前半", 1) if first.month == 1 else ("後半", 2)
        return f"{first.year}年{part}", f"H{number} {first.year}"
    year = fiscal_year(first, start)
    part, number = ("上期", 1) if first.month == start else ("下期", 2)
    return f"{year}年度{part}", f"H{number} FY{year}"


def _year(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    del coarse, start
    return f"{first.year}年", str(first.year)


def _fiscal_year(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    del coarse
    year = fiscal_year(first, start)
    return f"{year}年度", f"FY{year}"


def _year_early(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    is_calendar_year = first.month == 1
    japanese, english = (_year if is_calendar_year else _fiscal_year)(coarse, first, start)
    return f"{japanese}早期", f"early {english}"


def _year_end(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    del coarse, start
    return f"{first.year}年末", f"end of {first.year}"


def _fiscal_year_end(coarse: CoarseDate, first: dt.date, start: int) -> _Words:
    japanese, english = _fiscal_year(coarse, first, start)
    return f"{japanese}末", f"end of {english}"


def _decade(coarse: CoarseDate, first: dt.date, start: int) -> _Words | None:
    del start
    decade = first.year - first.year % 10
    if coarse.latest is None or coarse.latest.year - first.year > 5:
        return f"{decade}年代", f"{decade}s"
    if first.year == decade:
        return f"{decade}年代前半", f"first half of the {decade}s"
    return f"{decade}年代後半", f"second half of the {decade}s"


_WRITERS: dict[str, Callable[[CoarseDate, dt.date, int], _Words | None]] = {
    "day": _day,
    "dekad": _dekad,
    "month": _month,
    "month_end": _month_end,
    "quarter": _quarter,
    "season": _season,
    "half": _half,
    "year": _year,
    "fiscal_year": _fiscal_year,
    "year_early": _year_early,
    "year_end": _year_end,
    "fiscal_year_end": _fiscal_year_end,
    "decade": _decade,
}
