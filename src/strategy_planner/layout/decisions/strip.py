"""A strip of fiscal years with a mark for each deadline: where decisions crowd (VISUAL 10, page 6)."""

import datetime as dt
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass

from strategy_planner.calendars.fiscal import fiscal_year, fiscal_year_bounds
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.shapes import (
    Label,
    Measure,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)

Glyph = Callable[[float, float, float], Shapes]
"""Draws a mark around a centre (x, y) in a square of a size."""
Dated = tuple[Hashable, dt.date, Glyph]
"""What a deadline is known by, its day, and its mark."""

ROWS = 3
"""How many marks of near days stand over each other."""
_AHEAD = 2
"""By how many marks' widths one stands later than its day at the most, where days crowd."""
_TEXT, _MARK, _HEAD, _PAD = 11.0, 14.0, 20.0, 4.0


@dataclass(frozen=True, slots=True)
class StripMark:
    """A deadline at its place: the middle of its mark."""

    key: Hashable
    x: float
    y: float
    glyph: Glyph


@dataclass(frozen=True, slots=True)
class Strip:
    """The years and the marks, from the top left; ``size`` is that of a mark."""

    width: float
    height: float
    size: float
    ground: Shapes
    marks: tuple[StripMark, ...]

    def shapes(self, current: Hashable | None = None) -> Shapes:
        """Everything from back to front, with a frame around the current deadline."""
        shapes: list[Shape] = list(self.ground)
        for mark in self.marks:
            if mark.key == current:
                shapes.append(self._frame(mark))
            shapes += mark.glyph(mark.x, mark.y, self.size)
        return tuple(shapes)

    def at(self, x: float, y: float) -> Hashable | None:
        """The deadline whose mark is at a point, or next to it."""
        near = [one for one in self.marks if max(abs(one.x - x), abs(one.y - y)) <= self.size]
        best = min(near, key=lambda one: (one.x - x) ** 2 + (one.y - y) ** 2, default=None)
        return None if best is None else best.key

    def _frame(self, mark: StripMark) -> Rect:
        half = self.size / 2 + 2
        box = (mark.x - half, mark.y - half, 2 * half, 2 * half)
        return Rect(*box, "accentWeak", Stroke("accent", 2.0), radius=4.0)


def decision_strip(
    deadlines: Sequence[Dated],
    status_date: dt.date,
    start_month: int,
    width: float,
    language: str,
    measure: Measure,
    scale: float = 1.0,
) -> Strip:
    """The fiscal years from the first deadline, or the status date, to the last one.

    Years are equally wide; ``scale`` is that of the texts.
    """
    days = [day for _, day, _ in deadlines] + [status_date]
    first, last = (fiscal_year(day, start_month) for day in (min(days), max(days)))
    axis = _Axis(first, last, start_month, width)
    size, head = _MARK * scale, _HEAD * scale
    marks = _placed(deadlines, axis, head + _PAD * scale, size)
    rows = 1 + max((round((one.y - head) // (size + _PAD)) for one in marks), default=0)
    height = head + 2 * _PAD * scale + min(rows, ROWS) * (size + _PAD)
    ground = (
        Rect(0, 0, width, height, "surface"),
        *_years(axis, height, language, measure, scale),
        *_today(axis.x(status_date), head, height, scale),
    )
    return Strip(width, height, size, ground, marks)


@dataclass(frozen=True, slots=True)
class _Axis:
    """Fiscal years side by side."""

    first: int
    last: int
    start_month: int
    width: float

    @property
    def year_width(self) -> float:
        return self.width / (self.last - self.first + 1)

    def x(self, day: dt.date) -> float:
        year = fiscal_year(day, self.start_month)
        begins, ends = fiscal_year_bounds(year, self.start_month)
        return self.year_width * (year - self.first + (day - begins) / (ends - begins))


def _placed(
    deadlines: Sequence[Dated], axis: _Axis, top: float, size: float
) -> tuple[StripMark, ...]:
    """Each mark in the first row in which it is free, a little later where none is."""
    ends = [float("-inf")] * ROWS
    marks = []
    least, most, pitch = size / 2 + 3, axis.width - size / 2 - 3, size + _PAD
    for key, day, glyph in sorted(deadlines, key=lambda one: one[1]):
        x = min(max(axis.x(day), least), most)
        free = (row for row, end in enumerate(ends) if end <= x - size / 2)
        row = next(free, ends.index(min(ends)))
        x = min(max(x, min(ends[row] + size / 2, x + _AHEAD * pitch)), most)
        ends[row] = x + size / 2 + _PAD
        marks.append(StripMark(key, x, top + row * (size + _PAD) + size / 2, glyph))
    return tuple(marks)


def _years(axis: _Axis, height: float, language: str, measure: Measure, scale: float) -> Shapes:
    """A line before each year, and the names of as many as have room."""
    shapes: list[Shape] = []
    size, middle = _TEXT * scale, _HEAD * scale / 2
    widest = measure(_year_name(axis.first, language), size, 700) + 8 * scale
    step = max(1, round(widest / axis.year_width + 0.49))
    for place, year in enumerate(range(axis.first, axis.last + 1)):
        left = place * axis.year_width
        if place:
            shapes.append(Polyline(((left, 0), (left, height)), Stroke("grid", 1.0)))
        if place % step == 0:
            x = left + axis.year_width / 2
            name = _year_name(year, language)
            shapes.append(Label(x, baseline(middle, size), name, size, "ink2", 700, "middle"))
    rule = Polyline(((0, _HEAD * scale), (axis.width, _HEAD * scale)), Stroke("line2", 1.0))
    return (*shapes, rule)


def _year_name(year: int, language: str) -> str:
    return f"{year}年度" if language == "ja" else f"FY{year}"


def _today(x: float, head: float, height: float, scale: float) -> Shapes:
    """▼ and the line of the status date, as on the roadmap."""
    half, high = 4.5 * scale, 5 * scale
    mark = Polygon(((x - half, head - high), (x + half, head - high), (x, head)), "today")
    return (Polyline(((x, head), (x, height)), Stroke("today", 1.4)), mark)
