"""The axis of fiscal years under a chart, over the years of the era (VISUAL 6)."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from strategy_planner.analysis.kpis.trajectory import year_index
from strategy_planner.calendars.eras import era_fiscal_year
from strategy_planner.calendars.fiscal import fiscal_year_bounds
from strategy_planner.language import say
from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.shapes import Label, Measure, Polyline, Shape, Stroke, baseline

_EVERY = (2, 5, 10, 20, 50, 100, 200, 500)
_LEAST_COLUMN = 6.0


@dataclass(frozen=True, slots=True)
class YearScale:
    """Where a time in years (SEMANTICS 7.1) stands: each fiscal year has a column of one width."""

    years: range
    start_month: int
    left: float
    right: float

    @property
    def begins(self) -> float:
        """The time at which the first fiscal year begins."""
        return year_index(fiscal_year_bounds(self.years.start, self.start_month)[0])

    @property
    def column(self) -> float:
        """The width of a year."""
        return (self.right - self.left) / len(self.years)

    def x(self, time: float) -> float:
        """Where a time stands; one beyond the years stands at their end."""
        return min(max(self.left + (time - self.begins) * self.column, self.left), self.right)


def fiscal_years(times: Iterable[float], start_month: int) -> range:
    """The fiscal years in which times lie; a time at the end of one still belongs to it."""
    shift = (start_month - 1) / 12
    found = sorted(times)
    first, last = int((found[0] - shift) // 1), -int(-(found[-1] - shift) // 1) - 1
    return range(first, max(first, last) + 1)


def end_of(day: dt.date) -> float:
    """The time at which a day is over, in years."""
    return year_index(day + dt.timedelta(days=1)) if day < dt.date.max else year_index(day)


def axis_height(language: str, o: ChartOptions) -> float:
    """How high the axis is."""
    return o.line * (2.1 if _has_era(language, o) else 1.15)


def axis_shapes(
    scale: YearScale, bottom: float, language: str, measure: Measure, o: ChartOptions
) -> list[Shape]:
    """The years under ``bottom``, and what the lines are called at their left."""
    every = _every(scale, language, measure, o)
    shapes: list[Shape] = []
    for year in scale.years:
        left = scale.left + (year - scale.years.start) * scale.column
        if scale.column >= _LEAST_COLUMN * o.unit or year % every == 0:
            foot = Polyline(((left, bottom), (left, bottom + 3 * o.unit)), Stroke("line2", o.unit))
            shapes.append(foot)
        if year % every == 0:
            shapes += _year(scale, year, left + scale.column / 2, bottom, language, measure, o)
    return [*shapes, *_corner(scale, bottom, language, o)]


def _year(
    scale: YearScale, year: int, x: float, bottom: float, language: str, measure: Measure,
    o: ChartOptions,
) -> Iterable[Shape]:  # fmt: skip
    name = _name(year, language)
    half = measure(name, o.text, 700) / 2
    centre = min(max(x, scale.left + half), scale.right - half)
    yield Label(centre, _first(bottom, o), name, o.text, "ink", 700, "middle")
    if _has_era(language, o):
        era = era_fiscal_year(year, scale.start_month, letter=True)
        yield Label(centre, _second(bottom, o), era, o.small, "ink2", 400, "middle")


def _corner(scale: YearScale, bottom: float, language: str, o: ChartOptions) -> Iterable[Shape]:
    right = scale.left - 6 * o.unit
    if language == "ja":
        name = say("Fiscal year", language)
        yield Label(right, _first(bottom, o), name, o.small, "ink3", 400, "end")
    if _has_era(language, o):
        name = say("Era year", language)
        yield Label(right, _second(bottom, o), name, o.small, "ink3", 400, "end")


def corner_width(language: str, measure: Measure, o: ChartOptions) -> float:
    """The room at the left that the names of the lines need."""
    names = [say(text, language) for text in ("Fiscal year", "Era year")]
    return max(measure(name, o.small, 400) for name in names) if language == "ja" else 0.0


def _first(bottom: float, o: ChartOptions) -> float:
    return baseline(bottom + o.line * 0.72, o.text)


def _second(bottom: float, o: ChartOptions) -> float:
    return baseline(bottom + o.line * 1.66, o.small)


def _has_era(language: str, o: ChartOptions) -> bool:
    return o.era and language == "ja"


def _name(year: int, language: str) -> str:
    return str(year) if language == "ja" else f"FY{year}"


def _every(scale: YearScale, language: str, measure: Measure, o: ChartOptions) -> int:
    """Each how manyth year is named, so that no two names meet."""
    widest = max(
        chain(
            (measure(_name(year, language), o.text, 700) for year in (2000, scale.years[-1])),
            (measure("R00", o.small, 400),),
        )
    )
    if widest + 8 * o.unit <= scale.column:
        return 1
    # A name at either end is moved inwards, by half its width at most.
    needed = (1.5 * widest + 8 * o.unit) / scale.column
    return next((every for every in _EVERY if every >= needed), 1000)
