"""What a date as written is read against."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from strategy_planner.calendars.conventions import convention
from strategy_planner.calendars.durations import Duration, add
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.calendars.windows import Precision, Window, month_start, months_window


@dataclass(frozen=True, slots=True)
class Context:
    """The day of writing, the first month of the fiscal year, and the plan's conventions."""

    reference: dt.date
    fiscal_start: int
    conventions: Mapping[str, object] | None

    def months(self, name: str) -> int:
        """The months of a convention."""
        return convention(name, self.conventions)

    def after(self, months: int) -> dt.date:
        """The day ``months`` after the day of writing."""
        return add(self.reference, Duration(months, "mo"))

    @property
    def fiscal_year(self) -> int:
        """The fiscal year of the day of writing."""
        return fiscal_year(self.reference, self.fiscal_start)

    def fiscal_window(self, year: int) -> Window:
        """All of a fiscal year."""
        return months_window(year, self.fiscal_start, 12, "fiscal_year")

    def fiscal_part(self, year: int, part: int, parts: int) -> Window:
        """The ``part``-th half or quarter of a fiscal year."""
        length = 12 // parts
        precision: Precision = "half" if parts == 2 else "quarter"
        return months_window(year, self.fiscal_start + (part - 1) * length, length, precision)

    def fiscal_month(self, year: int, month: int) -> dt.date:
        """The first day of a month in a fiscal year: 2019年度2月 is February 2020."""
        return month_start(year if month >= self.fiscal_start else year + 1, month)
