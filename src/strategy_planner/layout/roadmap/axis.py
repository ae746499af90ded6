"""The time axis: one column for each fiscal year, near ones wider than far ones (VISUAL 6)."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.layout.roadmap.options import RoadmapOptions

_OLD_SHARE = 0.3
_OLD_AFTER = 2
_OVERSHOOT_SHARE = 0.85


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
    shares = [_share(year, here, options, overshoot=goal) for year in range(first, last + 1)]
    span = options.width - options.lane_width
    unit = max(span / sum(shares), options.least_year)
    edges = [options.lane_width]
    for share in shares:
        edges.append(edges[-1] + unit * share)
    far = here + options.near_years
    ordinals = [
        fiscal_year_bounds(year, start_month)[0].toordinal() for year in range(first, last + 2)
    ]
    changes = far if far <= last else None
    return TimeAxis(first, tuple(edges), tuple(ordinals), start_month, changes)


def _share(year: int, here: int, options: RoadmapOptions, overshoot: int | None) -> float:
    """The width of a column against that of a far year."""
    if here <= year < here + options.near_years:
        return options.near_share
    if year < here - _OLD_AFTER:
        return _OLD_SHARE
    return _OVERSHOOT_SHARE if overshoot is not None and year > overshoot else 1.0
