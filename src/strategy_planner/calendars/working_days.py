"""Working days: weekends and the holidays of a country off (SEMANTICS 1.3)."""

import datetime as dt
from functools import cache
from typing import Any

_SATURDAY = 5


class WorkCalendar:
    """Which days are worked in a country; without a country only weekends are off."""

    def __init__(self, country: str | None) -> None:
        self._holidays: Any = ()
        if country is not None:
            import holidays

            self._holidays = holidays.country_holidays(country)

    def is_working(self, day: dt.date) -> bool:
        """Whether ``day`` is worked."""
        return day.weekday() < _SATURDAY and day not in self._holidays

    def add(self, day: dt.date, count: int) -> dt.date:
        """The day after the ``count``-th working day from ``day`` on, ``day`` counted."""
        if count < 0:
            return self.subtract(day, -count)
        while count:
            count -= self.is_working(day)
            day += dt.timedelta(days=1)
        return day

    def subtract(self, day: dt.date, count: int) -> dt.date:
        """The ``count``-th working day before ``day``."""
        if count < 0:
            return self.add(day, -count)
        while count:
            day -= dt.timedelta(days=1)
            count -= self.is_working(day)
        return day


@cache
def has_known_holidays(country: str) -> bool:
    """Whether the holidays of a country's code are known; ``JP`` is answered without the library."""
    if country == "JP":
        return True
    try:
        WorkCalendar(country)
    except NotImplementedError:
        return False
    return True
