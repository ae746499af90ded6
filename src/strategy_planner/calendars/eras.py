"""Japanese eras: 令和2年 is 2020 (DOMAIN 2.4)."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Era:
    """An era: its name, its letter, and its first and last day (None while it lasts)."""

    name: str
    letter: str
    first: dt.date
    last: dt.date | None

    def year(self, number: int) -> int:
        """The western year of the era's year ``number``."""
        return self.first.year + number - 1


ERAS = (
    Era("明治", "M", dt.date(1868, 1, 25), dt.date(1912, 7, 29)),
    Era("大正", "T", dt.date(1912, 7, 30), dt.date(1926, 12, 24)),
    Era("昭和", "S", dt.date(1926, 12, 25), dt.date(1989, 1, 7)),
    Era("平成", "H", dt.date(1989, 1, 8), dt.date(2019, 4, 30)),
    Era("令和", "R", dt.date(2019, 5, 1), None),
)
BY_NAME = {name: era for era in ERAS for name in (era.name, era.letter)}
YEARS_PAST_THE_END = 40
"""How far past an era's end its years are still read, with a warning."""


def era_of(day: dt.date) -> Era | None:
    """The era of ``day``, None before Meiji."""
    return next((era for era in reversed(ERAS) if day >= era.first), None)


def era_year(day: dt.date, *, letter: bool = False) -> str:
    """The era year of ``day``: 令和元年, 令和2年; short R元, R2. Empty before Meiji."""
    era = era_of(day)
    if era is None:
        return ""
    number = day.year - era.first.year + 1
    shown = "元" if number == 1 else str(number)
    return f"{era.letter}{shown}" if letter else f"{era.name}{shown}年"


def era_fiscal_year(year: int, start_month: int = 4, *, letter: bool = False) -> str:
    """The era year of a fiscal year; the year in which an era begins is its first (令和元年度).

    Government practice from May 2019 calls all of fiscal year 2019 令和元年度.
    """
    last = dt.date(year + 1, start_month, 1) - dt.timedelta(days=1)
    first = dt.date(year, start_month, 1)
    era = era_of(last)
    if era is None:
        return ""
    day = era.first if era.first.year == year and era.first > first else first
    shown = era_year(day, letter=letter)
    return shown if letter else f"{shown}度"
