"""The roadmap on paper: as many pages as it takes, every item on one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from strategy_planner.analysis.decisions.choice_days import Choices, choice_days
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.language import message
from strategy_planner.layout.roadmap.entries import Undated
from strategy_planner.layout.roadmap.frame import foot_shapes, lane_height, lane_lines
from strategy_planner.layout.roadmap.lanes import Lane
from strategy_planner.layout.roadmap.legend import Sign, in_order, legend, scale_note, signs_of
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.picture import (
    RoadmapLayout,
    RoadmapParts,
    assemble,
    notes_under,
    roadmap_parts,
)
from strategy_planner.layout.roadmap.rows import LaneRows
from strategy_planner.layout.roadmap.tray import (
    text_height,
    text_lines,
    tray_boxes,
    tray_height,
    tray_shapes,
)
from strategy_planner.layout.shapes import Measure, Picture
from strategy_planner.layout.text_breaking import break_title
from strategy_planner.model.plan import Plan

_FULL = (0.6, 0.75, 0.9, 1.0)
"""From which share on a page is full enough for the next lane to begin on the next one."""
_TIGHTER = (0.9, 0.85)
"""The heights of a row, as shares, where that saves a page of undated items alone."""


@dataclass(frozen=True, slots=True)
class RoadmapPages:
    """Pictures of one width, none higher than was allowed, and the count of the items."""

    pages: tuple[Picture, ...]
    given: int
    placed: int


@dataclass(frozen=True, slots=True)
class _Sheet:
    """What the pages have in common."""

    plan: Plan
    schedule: Schedule
    parts: RoadmapParts
    measure: Measure
    height: float

    @property
    def signs(self) -> tuple[Sign, ...]:
        """What the chart is read with; every page has the same."""
        signs = {sign for _, rows in self.parts.lane_rows for sign in signs_of(rows)}
        if any(review.date is not None for review in self.plan.reviews.values()):
            signs.add("reviews")
        return in_order(signs)

    @property
    def options(self) -> RoadmapOptions:
        return self.parts.options

    @property
    def width(self) -> float:
        return self.parts.axis.right


def roadmap_pages(
    plan: Plan,
    schedule: Schedule,
    language: str,
    measure: Measure,
    options: RoadmapOptions,
    height: float,
) -> RoadmapPages:
    """The roadmap in pictures no higher than ``height``, each with header, legend and note.

    A lane that does not fit is continued on the next page; what is undated follows the last lane,
    and stands under the earlier charts where that page is full, before it takes a page of its own.
    Where that saves such a page, the undated items run on without boxes, then rows move closer
    together.
    """
    pages: list[RoadmapPages] = []
    choices = choice_days(plan, schedule)
    running = replace(options, tray_boxed=False)
    tighter = [replace(running, row=options.row * share) for share in _TIGHTER]
    for tried in (options, running, *tighter):
        whole, has_tray_page = _pages(plan, schedule, choices, language, measure, tried, height)
        pages.append(whole)
        if not has_tray_page:
            break
    return min(pages, key=lambda tried: len(tried.pages))


def _pages(
    plan: Plan,
    schedule: Schedule,
    choices: Choices,
    language: str,
    measure: Measure,
    options: RoadmapOptions,
    height: float,
) -> tuple[RoadmapPages, bool]:
    """The pages with rows of one height, and whether one has undated items alone."""
    parts = roadmap_parts(plan, schedule, language, measure, options, choices=choices)
    sheet = _Sheet(plan, schedule, parts, measure, height)
    pages_of_rows = min((tuple(_chart_pages(sheet, full)) for full in _FULL), key=len)
    charts = [assemble(plan, schedule, parts, rows, (), measure) for rows in pages_of_rows]
    rest: Sequence[Undated] = parts.undated
    for place in reversed(range(len(charts))):
        charts[place], rest = _with_tray(sheet, charts[place], rest)
    pages = [_closed(sheet, chart) for chart in charts]
    pages += _tray_pages(sheet, rest)
    placed = sum(chart.placed - len(parts.visions) for chart in charts) + len(rest)
    whole = RoadmapPages(tuple(pages), parts.given, placed + len(parts.visions))
    return whole, len(pages) > len(charts) > 0


def _chart_pages(sheet: _Sheet, full: float) -> Iterator[tuple[LaneRows, ...]]:
    """The rows of each page: whole lanes where they fit, else a lane over several pages.

    From the share ``full`` of a page on, a lane that would be torn begins on the next one.
    """
    room = sheet.height - _closing_height(sheet)
    page: tuple[LaneRows, ...] = ()
    for lane, all_rows in sheet.parts.lane_rows:
        name, rows = lane, all_rows
        if page and _fits_only_alone(sheet, page, (lane, rows), room, full):
            yield page
            page = ()
        while rows:
            count = _rows_that_fit(sheet, page, (name, rows), room)
            if count:
                page = (*page, (name, rows[:count]))
                rows, name = rows[count:], _continued(lane, sheet.parts.language)
            if rows:
                yield page
                page = ()
    if page:
        yield page


def _fits_only_alone(
    sheet: _Sheet, page: tuple[LaneRows, ...], lane: LaneRows, room: float, full: float
) -> bool:
    """Whether a lane is better begun on the next page than torn apart on this one."""
    whole_below = _chart_height(sheet, (*page, lane)) <= room
    return (
        not whole_below
        and _chart_height(sheet, page) > room * full
        and _chart_height(sheet, (lane,)) <= room
    )


def _rows_that_fit(sheet: _Sheet, page: tuple[LaneRows, ...], lane: LaneRows, room: float) -> int:
    """How many rows of a lane a page can take; one at least on an empty page."""
    name, rows = lane
    count = len(rows)
    while count and _chart_height(sheet, (*page, (name, rows[:count]))) > room:
        count -= 1
    return count if page else max(count, 1)


def _chart_height(sheet: _Sheet, page: Sequence[LaneRows]) -> float:
    parts, o = sheet.parts, sheet.options
    lanes = sum(
        lane_height(len(lane_lines(lane, sheet.measure, o)), len(rows), o) for lane, rows in page
    )
    foot = foot_shapes(parts.foot, 0, parts.axis, sheet.measure, o)[1]
    notes = notes_under(page, parts, sheet.measure)
    return o.header + lanes + foot + text_height(notes, o) + (6 * o.unit if notes else 0)


def _continued(lane: Lane, language: str) -> Lane:
    return replace(lane, name=message("{lane} (continued)", lane=lane.name).into(language))


def _with_tray(
    sheet: _Sheet, chart: RoadmapLayout, undated: Sequence[Undated]
) -> tuple[RoadmapLayout, Sequence[Undated]]:
    """The chart with as many undated items below it as have room, and the others."""
    room = sheet.height - _closing_height(sheet)
    rows = chart.lane_rows
    for count in range(len(undated), 0, -1):
        fuller = assemble(
            sheet.plan, sheet.schedule, sheet.parts, rows, undated[:count], sheet.measure
        )
        if fuller.height <= room:
            return fuller, undated[count:]
    return chart, undated


def _tray_pages(sheet: _Sheet, undated: Sequence[Undated]) -> Iterator[Picture]:
    """Pages of undated items alone."""
    o, language = sheet.options, sheet.parts.language
    while undated:
        boxes = tray_boxes(undated, sheet.width, language, sheet.measure, o)
        count = len(boxes)
        while count > 1 and tray_height(boxes[:count], o) > sheet.height:
            count -= 1
        shapes = tray_shapes(boxes[:count], 0, sheet.width, language, o)
        yield Picture(sheet.width, tray_height(boxes[:count], o), shapes)
        undated = undated[count:]


def _closing_lines(sheet: _Sheet) -> tuple[str, ...]:
    month = sheet.plan.settings.fiscal_year_start or 4
    note = scale_note(sheet.parts.axis, month, sheet.parts.language)
    return break_title(note, sheet.measure, sheet.options.small, 400, sheet.width)


def _closing_height(sheet: _Sheet) -> float:
    signs = legend(sheet.signs, sheet.width, sheet.parts.language, sheet.measure, sheet.options)
    return signs[2] + text_height(_closing_lines(sheet), sheet.options) + 10 * sheet.options.unit


def _closed(sheet: _Sheet, chart: RoadmapLayout) -> Picture:
    """A chart with legend and note under it."""
    o, language = sheet.options, sheet.parts.language
    picture = chart.picture()
    top = picture.height + 6 * o.unit
    signs, _, taken = legend(sheet.signs, sheet.width, language, sheet.measure, o, top)
    lines = text_lines(_closing_lines(sheet), 0, top + taken, o)
    height = picture.height + _closing_height(sheet)
    return Picture(sheet.width, height, (*picture.shapes, *signs, *lines))
