"""Durations and lags on day ordinals, remembered: the sums of SEMANTICS 1.3 made quick."""

import datetime as dt
from collections.abc import Callable
from functools import lru_cache

from strategy_planner.calendars.durations import Duration, add, parse_duration, subtract
from strategy_planner.calendars.working_days import WorkCalendar
from strategy_planner.language import message
from strategy_planner.model.errors import PlanError

_DAYS_IN = {"d": 1, "w": 7}
_Way = Callable[[dt.date, Duration, WorkCalendar | None], dt.date]


class CalendarSpan:
    """A duration in months, years or working days: how long it is depends on where it lies."""

    __slots__ = ("_earlier", "_later", "_work", "duration")

    def __init__(self, duration: Duration, work: WorkCalendar | None) -> None:
        self.duration = duration
        self._work = work
        self._later: dict[int, int] = {}
        self._earlier: dict[int, int] = {}

    def after(self, instant: int) -> int:
        """The instant that lies this span after ``instant``."""
        found = self._later.get(instant)
        if found is None:
            found = self._later[instant] = self._moved(instant, add)
        return found

    def before(self, instant: int) -> int:
        """The instant that lies this span before ``instant``."""
        found = self._earlier.get(instant)
        if found is None:
            found = self._earlier[instant] = self._moved(instant, subtract)
        return found

    def _moved(self, instant: int, way: _Way) -> int:
        return way(dt.date.fromordinal(instant), self.duration, self._work).toordinal()


Span = int | CalendarSpan
"""A number of days, or a span of another unit; no duration is 0."""


@lru_cache(maxsize=4096)
def span(text: str, country: str | None) -> Span:
    """The span of a duration's or a lag's text (SEMANTICS 1.4) with the holidays of a country."""
    duration = parse_duration(text, signed=True)
    if duration.amount == 0:
        return 0
    if duration.unit in _DAYS_IN:
        return duration.amount * _DAYS_IN[duration.unit]
    return CalendarSpan(duration, work_calendar(country) if duration.unit == "wd" else None)


@lru_cache(maxsize=16)
def work_calendar(country: str | None) -> WorkCalendar:
    """The working days of a country; without one only weekends are off.

    Raises PlanError for a country whose holidays are not known.
    """
    try:
        return WorkCalendar(country)
    except NotImplementedError:
        raise PlanError(
            message(
                "The holidays of “{country}” are not known; write a country's code such as JP.",
                country=country,
            ),
            ("settings",),
        ) from None


def later(instant: int, length: Span) -> int:
    """``instant`` + ``length``."""
    return instant + length if type(length) is int else length.after(instant)  # type: ignore[union-attr] # narrowed by the type test


def earlier(instant: int, length: Span) -> int:
    """``instant`` − ``length``."""
    return instant - length if type(length) is int else length.before(instant)  # type: ignore[union-attr] # narrowed by the type test
