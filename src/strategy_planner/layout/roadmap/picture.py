"""The whole roadmap of a plan, for the screen in parts and as one picture."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from strategy_planner.analysis.decisions.choice_days import NO_CHOICES, Choices, choice_days
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.roadmap.arranging import arranged
from strategy_planner.layout.roadmap.axis import TimeAxis, time_axis
from strategy_planner.layout.roadmap.chart import Chart, stand
from strategy_planner.layout.roadmap.entries import Entry, Undated, entries
from strategy_planner.layout.roadmap.frame import (
    FootWords,
    foot_shapes,
    foot_words,
    ground_shapes,
    lane_shapes,
    status_line,
    vision_line,
)
from strategy_planner.layout.roadmap.header import header_shapes, status_head, with_header
from strategy_planner.layout.roadmap.lanes import LaneOf, lanes_of
from strategy_planner.layout.roadmap.links import Route, route_shapes, routes, shown_links
from strategy_planner.layout.roadmap.memory import Memory, Reading
from strategy_planner.layout.roadmap.options import Grouping, RoadmapOptions
from strategy_planner.layout.roadmap.rows import LaneRows, notes_of, numbered_rows, placed_by_lane
from strategy_planner.layout.roadmap.spans import Limits
from strategy_planner.layout.roadmap.tray import (
    TrayBox,
    note_lines,
    text_height,
    text_lines,
    tray_boxes,
    tray_height,
    tray_shapes,
)
from strategy_planner.layout.shapes import Measure, Picture, Rect, Shape
from strategy_planner.model.plan import Plan

_DAY = dt.timedelta(1)


@dataclass(frozen=True, slots=True)
class Vision:
    """A dated vision on the axis: the day after its last day, that day, number and id."""

    x: float
    day: dt.date
    number: str | None
    id: str


@dataclass(frozen=True, slots=True)
class RoadmapParts:
    """What every page and the screen share: axis, rows, the two lines, the undated."""

    language: str
    options: RoadmapOptions
    axis: TimeAxis
    lane_rows: tuple[LaneRows, ...]
    undated: tuple[Undated, ...]
    status_x: float
    visions: tuple[Vision, ...]
    foot: tuple[FootWords, ...]
    header: Shapes
    given: int
    """How many items the schedule has, visions included."""
    choices: Choices
    """The days of the choices, as they are shown."""

    @property
    def vision_x(self) -> float | None:
        """Where the last vision stands."""
        return max((vision.x for vision in self.visions), default=None)

    @property
    def limits(self) -> Limits:
        """Where words may stand."""
        o, axis = self.options, self.axis
        return Limits(axis.left + 4 * o.unit, axis.right - 4 * o.unit, self.status_x, self.vision_x)

    @property
    def lines(self) -> tuple[float, ...]:
        """The x of all upright lines that words stand on rather than let through."""
        visions = (vision.x for vision in self.visions)
        return (self.status_x, *visions, *self.axis.scale_changes)


@dataclass(frozen=True, slots=True)
class RoadmapLayout:
    """A roadmap at its places. All parts share one system of coordinates from the top left."""

    parts: RoadmapParts
    lane_rows: tuple[LaneRows, ...]
    chart: Chart
    routes: tuple[Route, ...]
    notes: tuple[str, ...]
    tray: tuple[TrayBox, ...]
    """The undated items, at their places in the picture."""
    width: float
    height: float
    foot_top: float
    notes_top: float
    tray_top: float
    foot: Shapes

    @property
    def given(self) -> int:
        """How many items there are to be shown."""
        return self.parts.given

    @property
    def placed(self) -> int:
        """How many stand in the chart, as a vision or in the tray."""
        return len(self.chart.items) + len(self.parts.visions) + len(self.tray)

    def ground(self) -> Shapes:
        """Lane grounds, grid and the line of the status date: behind all bars."""
        chart, o = self.chart, self.parts.options
        line = status_line(self.parts.status_x, chart.top, chart.bottom, o)
        return (*ground_shapes(chart.boxes, chart.axis, self.parts.vision_x, o), *line)

    def walls(self) -> Shapes:
        """The lines of the visions, before the bars and behind the words."""
        chart, o = self.chart, self.parts.options
        return tuple(
            shape
            for vision in self.parts.visions
            for shape in vision_line(vision.x, chart.top, chart.bottom, o)
        )

    def lane_headers(self, visible_top: float = 0.0) -> Shapes:
        """The column of lane names; those of lanes begun above ``visible_top`` stand there."""
        o = self.parts.options
        return tuple(
            shape for box in self.chart.boxes for shape in lane_shapes(box, o, visible_top)
        )

    def below(self) -> Shapes:
        """What stands under the chart and its foot: notes and tray."""
        o, language = self.parts.options, self.parts.language
        boxes = [box.moved(-self.tray_top) for box in self.tray]
        return (
            *text_lines(self.notes, 16 * o.unit, self.notes_top, o),
            *tray_shapes(boxes, self.tray_top, o.below_width or self.width, language, o),
        )

    def picture(self) -> Picture:
        """Everything from back to front."""
        o = self.parts.options
        shapes: list[Shape] = [Rect(0, 0, self.width, self.height, o.ground)]
        shapes += self.ground()
        shapes += route_shapes(self.routes, o)
        for stood in self.chart.items:
            shapes += self.chart.bar_of(stood)
        shapes += self.walls()
        for stood in self.chart.items:
            shapes += self.chart.words_of(stood, self.routes)
        shapes += self.parts.header
        shapes += status_head(self.parts.status_x, o)
        shapes += self.lane_headers()
        shapes += (*self.foot, *self.below())
        return Picture(self.width, self.height, tuple(shapes))


def roadmap_picture(
    plan: Plan,
    schedule: Schedule,
    language: str,
    measure: Measure,
    options: RoadmapOptions,
    selected: str | None = None,
) -> RoadmapLayout:
    """The roadmap of a plan: every item of the schedule once, dated or in the tray.

    ``selected`` is the item whose driving links are drawn besides those of the late chain.
    """
    choices = choice_days(plan, schedule)
    parts = roadmap_parts(plan, schedule, language, measure, options, choices=choices)
    return assemble(plan, schedule, parts, parts.lane_rows, parts.undated, measure, selected)


def roadmap_parts(
    plan: Plan,
    schedule: Schedule,
    language: str,
    measure: Measure,
    o: RoadmapOptions,
    memory: Memory | None = None,
    choices: Choices = NO_CHOICES,
) -> RoadmapParts:
    """Read the plan, choose the axis and put every item on it."""
    memory = memory or Memory()
    reviews = sorted(review.date for review in plan.reviews.values() if review.date is not None)
    lanes, lane_of = lanes_of(plan, language, o.lanes)
    dated, undated = _read(plan, schedule, memory, lane_of, (language, o.lanes, choices))
    month = plan.settings.fiscal_year_start or 4
    goals = {
        item: target.target + _DAY
        for item, target in schedule.targets.items()
        if plan.nodes[item].kind == "vision"
    }
    last = max(goals.values(), default=None)
    settings = plan.settings
    horizon = [day for day in (settings.horizon_start, settings.horizon_end) if day is not None]
    axis = time_axis(schedule.status_date, [*_days(dated), *horizon], last, o, month)
    o = with_header(o, axis, language, reviews=bool(reviews))
    status_x = axis.x(schedule.status_date)
    visions = tuple(
        Vision(axis.x(day), day - _DAY, plan.nodes[item].number, item)
        for item, day in sorted(goals.items(), key=lambda pair: pair[1])
    )
    vision_x = max((vision.x for vision in visions), default=None)
    limits = Limits(axis.left + 4 * o.unit, axis.right - 4 * o.unit, status_x, vision_x)
    places = memory.places_in(axis, limits, o)
    filled, fresh = placed_by_lane(lanes, dated, axis, limits, measure, o, places.placed)
    lane_rows = numbered_rows(arranged(plan, filled, fresh, places, o))
    foot = foot_words(
        (status_x, schedule.status_date),
        tuple((vision.x, vision.day, vision.number, vision.id) for vision in visions),
        language,
    )
    year = None if last is None else fiscal_year(last - _DAY, month)
    header = header_shapes(axis, year, reviews, language, measure, o)
    return RoadmapParts(
        language,
        o,
        axis,
        lane_rows,
        undated,
        status_x,
        visions,
        foot,
        header,
        len(schedule.items),
        choices,
    )


def _read(
    plan: Plan,
    schedule: Schedule,
    memory: Memory,
    lane_of: LaneOf,
    said: tuple[str, Grouping, Choices],
) -> tuple[tuple[Entry, ...], tuple[Undated, ...]]:
    """What the schedule says of each item; read once for it, language, lanes and choices."""
    before = memory.reading
    if before is not None and before.schedule is schedule and before.said == said:
        return before.dated, before.undated
    hold = (
        before is not None
        and before.said[0] == said[0]
        and before.translations == plan.translations
    )
    known = memory.entries
    dated, undated = entries(plan, schedule, said[0], lane_of, known, said[2], words_hold=hold)
    memory.reading = Reading(schedule, said, dated, undated, dict(plan.translations))
    return dated, undated


def assemble(
    plan: Plan,
    schedule: Schedule,
    parts: RoadmapParts,
    lane_rows: Sequence[LaneRows],
    undated: Sequence[Undated],
    measure: Measure,
    selected: str | None = None,
) -> RoadmapLayout:
    """Some of the rows and some of the undated as one drawing: the whole, or a page of it."""
    o, axis = parts.options, parts.axis
    chart = stand(lane_rows, axis, parts.lines, measure, o)
    centres = {item.id: (item.placed, item.centre) for item in chart.items}
    ways = routes(shown_links(plan, schedule, selected), plan.links, centres, o)
    width, foot_top = axis.right, chart.bottom
    foot, foot_height = foot_shapes(parts.foot, foot_top, axis, measure, o)
    notes_top = foot_top + foot_height
    notes = notes_under(lane_rows, parts, measure)
    tray_top = notes_top + text_height(notes, o) + (6 * o.unit if notes else 0)
    boxes = tray_boxes(undated, o.below_width or width, parts.language, measure, o)
    height = tray_top + (tray_height(boxes, o) + 6 * o.unit if boxes else 0)
    tray = tuple(box.moved(tray_top) for box in boxes)
    return RoadmapLayout(
        parts,
        tuple(lane_rows),
        chart,
        ways,
        notes,
        tray,
        width,
        height,
        foot_top,
        notes_top,
        tray_top,
        foot,
    )


def notes_under(
    lane_rows: Sequence[LaneRows], parts: RoadmapParts, measure: Measure
) -> tuple[str, ...]:
    """The titles that found no room in these rows, as lines."""
    o = parts.options
    titles = ((number, item.said) for number, item in notes_of(lane_rows).items())
    width = (o.below_width or parts.axis.right) - 32 * o.unit
    return note_lines(titles, width, measure, o)


def _days(dated: Sequence[Entry]) -> list[dt.date]:
    days = [entry.start for entry in dated]
    days += [entry.finish - _DAY for entry in dated if entry.finish is not None]
    days += [entry.stop - _DAY for entry in dated if entry.stop is not None]
    days += [day for entry in dated if entry.late for day in entry.late]
    return days
