"""The head of the chart: fiscal years over era years, and the days of the reviews."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from strategy_planner.calendars.eras import era_fiscal_year
from strategy_planner.calendars.windows import Window
from strategy_planner.language import Message, message
from strategy_planner.layout.marks import Shapes, review_mark
from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.roadmap.months import month_name
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.shapes import (
    Label,
    Measure,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
    Weight,
    baseline,
)

MARK_HALF = 4.5
"""Half the width of the mark of the status date, in units."""
_ONE_LINE = 0.68
_STRIP = 0.72


def with_header(
    o: RoadmapOptions, axis: TimeAxis, language: str, *, reviews: bool
) -> RoadmapOptions:
    """The measures with the header that this language, plan and zoom need."""
    years = o.header if _has_era(o, language) else o.header * _ONE_LINE
    strip = o.row * _STRIP if reviews else 0.0
    has_divisions = any(axis.unit_of(year) != "fiscal_year" for year in axis.years)
    divisions = o.row * _STRIP if has_divisions else 0.0
    header = years + strip + divisions
    return replace(o, header=header, review_strip=strip, division_strip=divisions)


def header_shapes(
    axis: TimeAxis,
    vision_year: int | None,
    reviews: Sequence[dt.date],
    language: str,
    measure: Measure,
    o: RoadmapOptions,
) -> Shapes:
    """The years, over those of the era where it is shown (VISUAL 6), and △ for each review."""
    edge = Polyline(((0, o.header), (axis.right, o.header)), Stroke("line2", o.unit))
    return (
        Rect(0, 0, axis.right, o.header, "chrome"),
        *_years(axis, vision_year, language, measure, o),
        *_divisions(axis, language, measure, o),
        *_corner(language, o, bool(reviews)),
        *_reviews(axis, reviews, o),
        edge,
    )


def status_head(x: float, o: RoadmapOptions) -> Shapes:
    """▼ on the header at the status date."""
    y, half, height = o.header, MARK_HALF * o.unit, 5 * o.unit
    return (Polygon(((x - half, y - height), (x + half, y - height), (x, y)), "today"),)


def _has_era(o: RoadmapOptions, language: str) -> bool:
    return o.era and language == "ja"


def _lines(o: RoadmapOptions, language: str) -> tuple[float, float]:
    """The middle of the line of western years, and of that of era years."""
    years = o.header - o.review_strip - o.division_strip
    return (years * 0.3, years * 0.7) if _has_era(o, language) else (years * 0.5, 0.0)


def _years(
    axis: TimeAxis, vision_year: int | None, language: str, measure: Measure, o: RoadmapOptions
) -> Shapes:
    shapes: list[Shape] = []
    first_line, second_line = _lines(o, language)
    ended = axis.left - 3 * o.unit
    prefix = _prefix(axis, language, measure, o)
    for column in axis.columns:
        year = column.start
        left, right = axis.column(year)[0], axis.column(column[-1])[1]
        centre, over = (left + right) / 2, vision_year is not None and year > vision_year
        text = f"{prefix}{year}" if len(column) == 1 else f"{prefix}{year}–{column[-1]}"
        half = measure(text, o.text, 700) / 2
        if year > axis.first_year:
            is_crossed = left < ended or centre - half < left
            top = o.header - o.division_strip - o.review_strip if is_crossed else 6 * o.unit
            rule = Stroke("line2", o.unit)
            shapes.append(
                Polyline(((left, min(top, o.header - 5 * o.unit)), (left, o.header)), rule)
            )
        if centre - half < ended + 3 * o.unit or centre + half > axis.right:
            continue
        ended = centre + half
        y, weight = baseline(first_line, o.text), _weight(over)
        shapes.append(Label(centre, y, text, o.text, "ink3" if over else "ink", weight, "middle"))
        if second_line:
            names = [
                era_fiscal_year(each, axis.start_month, letter=True)
                for each in dict.fromkeys((column[0], column[-1]))
            ]
            era = "–".join(names)
            y = baseline(second_line, o.small)
            colour = "ink3" if over else "ink2"
            shapes.append(Label(centre, y, era, o.small, colour, 400, "middle"))
    return tuple(shapes)


def _divisions(
    axis: TimeAxis, language: str, measure: Measure, o: RoadmapOptions
) -> Iterator[Label | Polyline]:
    """The quarters or months of the years that have room for them, under their year."""
    bottom = o.header - o.review_strip
    y = bottom - o.division_strip / 2
    for year in axis.years:
        for window in axis.divisions(year):
            left, right = axis.x(window.first), axis.x(window.last + dt.timedelta(1))
            if window.first != axis.divisions(year)[0].first:
                ends = ((left, bottom - o.division_strip), (left, o.header))
                yield Polyline(ends, Stroke("line", o.unit))
            text = _division_name(window, axis.start_month, language)
            if measure(text, o.small, 400) + 2 * o.unit <= right - left:
                middle = (left + right) / 2
                yield Label(middle, baseline(y, o.small), text, o.small, "ink2", 400, "middle")


def _division_name(window: Window, start: int, language: str) -> str:
    if window.precision == "month":
        return month_name(window.first.month, language)[: None if language == "ja" else 3]
    return f"Q{(window.first.month - start) % 12 // 3 + 1}"


def _weight(over: bool) -> Weight:
    return 400 if over else 700


def _prefix(axis: TimeAxis, language: str, measure: Measure, o: RoadmapOptions) -> str:
    """FY before the year in English, where the narrowest column has room for it."""
    alone = (column[0] for column in axis.columns if len(column) == 1)
    narrowest = min(right - left for left, right in map(axis.column, alone))
    fits = measure(f"FY{axis.first_year}", o.text, 700) + 6 * o.unit <= narrowest
    return "FY" if language != "ja" and fits else ""


def _corner(language: str, o: RoadmapOptions, has_reviews: bool) -> Shapes:
    """The names of the lines, over the lane headers."""
    first_line, second_line = _lines(o, language)
    lines: list[tuple[float, Message]] = [(first_line, message("Fiscal year"))]
    if second_line:
        lines.append((second_line, message("Era year")))
    if o.division_strip:
        middle = o.header - o.review_strip - o.division_strip / 2
        lines.append((middle, message("Quarter, month")))
    if has_reviews:
        lines.append((o.header - o.review_strip / 2, message("Review")))
    right = o.lane_width - 8 * o.unit
    return tuple(
        Label(right, baseline(y, o.small), words.into(language), o.small, "ink3", 400, "end")
        for y, words in lines
    )


def _reviews(axis: TimeAxis, reviews: Sequence[dt.date], o: RoadmapOptions) -> Shapes:
    y, size = o.header - o.review_strip / 2, o.bar * 0.62
    within = [x for x in map(axis.x, reviews) if axis.left < x < axis.right]
    return tuple(shape for x in within for shape in review_mark(x, y, size, "chrome"))
