"""Windows of days, and what a date as written is made of."""

import calendar
import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from strategy_planner.language import Message

Precision = Literal[
    "day", "dekad", "month", "month_end", "quarter", "season", "half", "year", "year_early",
    "year_end", "fiscal_year", "fiscal_year_end", "decade", "range", "vague", "recurring",
]  # fmt: skip
Role = Literal["at", "by", "from", "start_by", "during", "rolling", "recurring"]
Firmness = Literal["plain", "committed", "target", "vague"]


@dataclass(frozen=True, slots=True)
class Window:
    """A period of whole days, both inclusive, and how finely it was named."""

    first: dt.date
    last: dt.date
    precision: Precision
    convention: bool = False
    warnings: tuple[Message, ...] = ()

    def warned(self, *more: Message) -> "Window":
        """The window with more to warn of."""
        return replace(self, warnings=(*self.warnings, *more))


def month_window(year: int, month: int) -> Window:
    """A whole month."""
    return Window(dt.date(year, month, 1), dt.date(year, month, last_day(year, month)), "month")


def months_window(year: int, month: int, count: int, precision: Precision) -> Window:
    """``count`` whole months from ``month`` (1 to 12, or beyond) of ``year``."""
    first = month_start(year, month)
    return Window(first, month_start(year, month + count) - dt.timedelta(days=1), precision)


def month_start(year: int, month: int) -> dt.date:
    """The first day of a month; months beyond December are those of the years after."""
    years, month = divmod(month - 1, 12)
    return dt.date(year + years, month + 1, 1)


def last_day(year: int, month: int) -> int:
    """How many days a month has."""
    return calendar.monthrange(year, month)[1]


def middle_of_decade(decade: Window) -> Window:
    """The middle four years, by convention: mid-2030s is 2033 to 2036."""
    year = decade.first.year
    return replace(
        decade,
        first=dt.date(year + 3, 1, 1),
        last=dt.date(year + 6, 12, 31),
        convention=True,
    )
