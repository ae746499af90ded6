"""When a gate opens: the days on which work may start, and the last day to apply for each."""

import datetime as dt
from bisect import bisect_left, bisect_right
from functools import lru_cache

from strategy_planner.analysis.spans import Span, later, span
from strategy_planner.calendars.errors import CalendarError
from strategy_planner.model.records import Gate

_FIRST_YEAR, _LAST_YEAR = 1800, 2999
_NEVER = dt.date.max.toordinal()


class Openings:
    """The openings of a gate as day ordinals, in order (SEMANTICS 3.8)."""

    __slots__ = ("_apply_by", "_wait")

    def __init__(self, apply_by: list[int], wait: Span) -> None:
        self._apply_by = apply_by
        self._wait = wait

    def first_from(self, instant: int, status_date: int) -> int | None:
        """The first opening from ``instant`` on that can still be applied for."""
        place = max(
            bisect_left(self._apply_by, instant, key=self._start),
            bisect_left(self._apply_by, status_date),
        )
        return self._start(self._apply_by[place]) if place < len(self._apply_by) else None

    def starts_from(self, status_date: int) -> list[int]:
        """Every opening that can still be applied for, in order."""
        place = bisect_left(self._apply_by, status_date)
        return [self._start(day) for day in self._apply_by[place:]]

    def last_until(self, instant: int) -> int | None:
        """The last opening that is not after ``instant``."""
        place = bisect_right(self._apply_by, instant, key=self._start)
        return self._start(self._apply_by[place - 1]) if place else None

    def apply_by(self, start: int) -> int:
        """The last day to apply for work that may start on ``start``, which is an opening."""
        return self._apply_by[bisect_right(self._apply_by, start, key=self._start) - 1]

    def _start(self, day: int) -> int:
        """From when work may start that was applied for by the end of ``day``."""
        try:
            return later(day + 1, self._wait)
        except CalendarError:
            return _NEVER


def openings(gate: Gate, country: str | None) -> Openings:
    """All openings of a gate in the years that can be planned."""
    return _openings(gate.on, gate.opens, gate.leads, country)


@lru_cache(maxsize=64)
def _openings(
    yearly: tuple[str, ...], days: tuple[dt.date, ...], leads: str | None, country: str | None
) -> Openings:
    every = {day.toordinal() for day in days}
    for text in yearly:
        month, day = int(text[:2]), int(text[3:])
        every.update(_in_year(year, month, day) for year in range(_FIRST_YEAR, _LAST_YEAR + 1))
    return Openings(sorted(every), span(leads, country) if leads else 0)


def _in_year(year: int, month: int, day: int) -> int:
    """The day of that year; 02-29 is 02-28 in a common year."""
    try:
        return dt.date(year, month, day).toordinal()
    except ValueError:
        return dt.date(year, month, day - 1).toordinal()
