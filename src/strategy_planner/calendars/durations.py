"""Durations and lags in calendar units, and their sums with days (SEMANTICS 1.3, 1.4)."""

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from strategy_planner.calendars.errors import CalendarError
from strategy_planner.calendars.working_days import WorkCalendar
from strategy_planner.language import message

Unit = Literal["d", "wd", "w", "mo", "y"]
FIRST_YEAR, LAST_YEAR = 1800, 2999
_TEXT = re.compile(r"(?P<sign>-?)(?P<amount>[0-9]{1,4})(?P<unit>d|wd|w|mo|y)")


@dataclass(frozen=True, slots=True)
class Duration:
    """A number of days, working days, weeks, months or years; negative only as a lag."""

    amount: int
    unit: Unit

    @property
    def text(self) -> str:
        """As it is written: ``18mo``."""
        return f"{self.amount}{self.unit}"

    @property
    def amount_in_family(self) -> int:
        """Days, working days or months: comparable within one family (SEMANTICS 1.4)."""
        return self.amount * {"w": 7, "y": 12}.get(self.unit, 1)

    @property
    def family(self) -> Literal["d", "wd", "mo"]:
        """Durations of one family can be compared: days and weeks, months and years, wd."""
        families: dict[Unit, Literal["d", "wd", "mo"]] = {
            "d": "d", "w": "d", "mo": "mo", "y": "mo", "wd": "wd",
        }  # fmt: skip
        return families[self.unit]


@lru_cache(maxsize=4096)
def parse_duration(text: str, *, signed: bool = False) -> Duration:
    """The duration that ``text`` writes; CalendarError where it writes none."""
    found = _TEXT.fullmatch(text)
    if found is None or (found["sign"] and not signed):
        raise CalendarError(
            message(
                "“{text}” is no duration; write a number and d, wd, w, mo or y, such as 18mo.",
                text=text[:40],
            )
        )
    amount = int(found["amount"])
    unit: Unit = found["unit"]  # type: ignore[assignment] # the pattern allows the five only
    return Duration(-amount if found["sign"] else amount, unit)


def add(day: dt.date, duration: Duration, closed: WorkCalendar | None = None) -> dt.date:
    """``day`` + ``duration`` on the calendar, months clipped to their ends."""
    return _moved(day, duration.amount, duration.unit, closed)


def subtract(day: dt.date, duration: Duration, closed: WorkCalendar | None = None) -> dt.date:
    """``day`` − ``duration`` on the calendar, months clipped to their ends."""
    return _moved(day, -duration.amount, duration.unit, closed)


def _moved(day: dt.date, amount: int, unit: Unit, closed: WorkCalendar | None) -> dt.date:
    try:
        if unit == "wd":
            moved = (closed or WorkCalendar(None)).add(day, amount)
        elif unit in {"mo", "y"}:
            moved = _add_months(day, amount * (12 if unit == "y" else 1))
        else:
            moved = day + dt.timedelta(days=amount * (7 if unit == "w" else 1))
    except (ValueError, OverflowError):
        raise _out_of_range() from None
    if not FIRST_YEAR <= moved.year <= LAST_YEAR:
        raise _out_of_range()
    return moved


def _add_months(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _out_of_range() -> CalendarError:
    return CalendarError(
        message("days from {first} to {last} can be planned.", first=FIRST_YEAR, last=LAST_YEAR)
    )
