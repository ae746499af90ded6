"""The time axis: one column for each fiscal year, near ones wider than far ones (VISUAL 6)."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.calendars.periods import Unit, period, period_index
from strategy_planner.calendars.windows import Window
from strategy_planner.layout.roadmap.options import RoadmapOptions

_OLD_SHARE = 0.3
_OLD_AFTER = 2
_OVERSHOOT_SHARE = 0.85
_BLOCK, _BLOCK_SHARE = 5, 0.4
LEAST_WIDTH: dict[Unit, float] = {"year": 0.0, "fiscal_year": 0.0, "quarter": 116.0, "month": 336.0}
"""The width of a year from which its quarters, or its months, have room, in units."""


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """Where a day stands: linear within a fiscal year, each year as wide as its column."""

    first_year: int
    edges: tuple[float, ...]
    """The x of the first day of each year, and of the day after the last."""
    ordinals: tuple[int, ...]
    start_month: int
    """The first month of a fiscal year."""
    far_from: int | None
    """The first year that is drawn at the smaller scale; None where all are alike."""
    blocks_from: int | None = None
    """The first year from which five years each stand together; None where each stands alone."""
    division: float | None = None
    """The unit of the widths from which a year is divided; None where none ever is."""

    @property
    def left(self) -> float:
        return self.edges[0]

    @property
    def right(self) -> float:
        return self.edges[-1]

    @property
    def years(self) -> range:
        return range(self.first_year, self.first_year + len(self.edges) - 1)

    def column(self, year: int) -> tuple[float, float]:
        """The left and right end of a fiscal year that the axis has."""
        place = year - self.first_year
        return self.edges[place], self.edges[place + 1]

    @property
    def columns(self) -> tuple[range, ...]:
        """The years of each column: one, or from `blocks_from` on up to five."""
        alone = self.blocks_from if self.blocks_from is not None else self.years.stop
        single = [range(year, year + 1) for year in self.years if year < alone]
        starts = range(alone, self.years.stop, _BLOCK)
        blocks = [range(year, min(year + _BLOCK, self.years.stop)) for year in starts]
        return (*single, *blocks)

    @property
    def scale_changes(self) -> tuple[float, ...]:
        """Where years begin to be narrower, or to stand in blocks."""
        years = (self.far_from, self.blocks_from)
        return tuple(self.column(year)[0] for year in years if year is not None)

    def unit_of(self, year: int) -> Unit:
        """The period in which a year is read at this zoom: itself, its quarters or its months."""
        in_block = self.blocks_from is not None and year >= self.blocks_from
        if self.division is None or in_block:
            return "fiscal_year"
        left, right = self.column(year)
        width = (right - left) / self.division
        if width < LEAST_WIDTH["quarter"]:
            return "fiscal_year"
        return "quarter" if width < LEAST_WIDTH["month"] else "month"

    def unit_at(self, day: dt.date) -> Unit:
        """The period in which a day is read at this zoom."""
        year = fiscal_year(day, self.start_month)
        return self.unit_of(min(max(year, self.years.start), self.years.stop - 1))

    def period_at(self, x: float) -> tuple[Unit, Window]:
        """The period that stands at x, as finely as its year is divided."""
        day = self.day(x)
        unit = self.unit_at(day)
        return unit, period(period_index(day, unit, self.start_month), unit, self.start_month)

    def divisions(self, year: int) -> tuple[Window, ...]:
        """The quarters or months of a year, where it is divided."""
        unit = self.unit_of(year)
        if unit == "fiscal_year":
            return ()
        first = period_index(fiscal_year_bounds(year, self.start_month)[0], unit, self.start_month)
        count = 4 if unit == "quarter" else 12
        return tuple(period(index, unit, self.start_month) for index in range(first, first + count))

    def x(self, day: dt.date) -> float:
        """Where a day begins; days outside the axis stand at its ends."""
        ordinal = day.toordinal()
        if ordinal <= self.ordinals[0]:
            return self.edges[0]
        if ordinal >= self.ordinals[-1]:
            return self.edges[-1]
        place = bisect_right(self.ordinals, ordinal) - 1
        first, following = self.ordinals[place : place + 2]
        left, right = self.edges[place : place + 2]
        return left + (right - left) * (ordinal - first) / (following - first)

    def day(self, x: float) -> dt.date:
        """The day that stands at x; the inverse of `x`, to the day."""
        place = min(max(bisect_right(self.edges, x) - 1, 0), len(self.edges) - 2)
        left, right = self.edges[place : place + 2]
        first, following = self.ordinals[place : place + 2]
        share = min(max((x - left) / (right - left), 0.0), 1.0)
        return dt.date.fromordinal(min(first + int(share * (following - first)), following - 1))


def time_axis(
    status_date: dt.date,
    days: Iterable[dt.date],
    vision: dt.date | None,
    options: RoadmapOptions,
    start_month: int,
) -> TimeAxis:
    """An axis from the first of ``days`` to the year after the vision.

    What lies far beyond both is drawn at the end of the axis rather than stretching it.
    """
    here = fiscal_year(status_date, start_month)
    goal = here + 40 if vision is None else fiscal_year(vision - dt.timedelta(1), start_month)
    years = [fiscal_year(day, start_month) for day in days]
    first = min([here, *(year for year in years if year > here - 30)])
    last = max([here + 3, *(year for year in years if year <= goal + 12)])
    if vision is not None:
        last = max(last, goal + 1)
    blocks = _blocks_from(here, last, options)
    shares = [
        _share(year, here, options, goal) if blocks is None or year < blocks else _BLOCK_SHARE
        for year in range(first, last + 1)
    ]
    span = options.width - options.lane_width
    unit = max(span / sum(shares), options.least_year)
    edges = [options.lane_width]
    for share in shares:
        edges.append(edges[-1] + unit * share)
    far = here + options.near_years
    ordinals = [
        fiscal_year_bounds(year, start_month)[0].toordinal() for year in range(first, last + 2)
    ]
    changes = far if far <= last and options.near_share > 1 else None
    division = options.unit if options.divided else None
    return TimeAxis(first, tuple(edges), tuple(ordinals), start_month, changes, blocks, division)


def _blocks_from(here: int, last: int, options: RoadmapOptions) -> int | None:
    """The first round year after the near ones, where far years are to stand in blocks."""
    far = here + options.near_years
    first = far + -far % _BLOCK
    return first if options.far_blocks and first + 1 < last else None


def _share(year: int, here: int, options: RoadmapOptions, overshoot: int) -> float:
    """The width of a column against that of a far year."""
    if here <= year < here + options.near_years:
        return options.near_share
    if year < here - _OLD_AFTER:
        return _OLD_SHARE
    return _OVERSHOOT_SHARE if year > overshoot else 1.0
