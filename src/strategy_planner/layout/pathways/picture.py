"""The picture of the pathways: from today through the options that each takes to the vision."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy_planner.analysis.pathways.comparison import compare_pathways
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.formatting import show_day
from strategy_planner.language import say
from strategy_planner.layout.marks import decision_mark
from strategy_planner.layout.moving import moved
from strategy_planner.layout.pathways.cards import card_shapes, wall_shapes
from strategy_planner.layout.pathways.course import Course, course_of
from strategy_planner.layout.pathways.options import AMPLE, PathwayOptions
from strategy_planner.layout.pathways.placing import CARD, LINE, NAME, Column, Places, places_of
from strategy_planner.layout.pathways.stations import station_shapes
from strategy_planner.layout.pathways.strokes import stroke_of
from strategy_planner.layout.shapes import (
    Arc,
    Label,
    Measure,
    Picture,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)
from strategy_planner.layout.text_breaking import break_title
from strategy_planner.model.plan import Plan

_TITLE, _CAPTION = 18.0, 11.0
_TITLE_ROOM = 58.0
_FOOT_ROOM = 30.0
_BEFORE_WALL = 14.0


def pathways_picture(plan: Plan, today: Schedule, language: str, measure: Measure) -> Picture:
    """All named pathways of a plan in one drawing, in pixels at 100 %."""
    course = course_of(plan, today, compare_pathways(plan, today), language)
    return course_picture(course, language, measure)


def course_picture(
    course: Course, language: str, measure: Measure, options: PathwayOptions = AMPLE
) -> Picture:
    """The drawing of what is known already."""
    places = places_of(course, measure, language, options)
    return _Drawing(course, places, language, measure, options).picture()


@dataclass(frozen=True, slots=True)
class _Drawing:
    """Everything in its place, from back to front."""

    course: Course
    places: Places
    language: str
    measure: Measure
    o: PathwayOptions

    def picture(self) -> Picture:
        """The parts under each other, a margin around."""
        o, foot = self.o, self._foot_words()
        top = o.margin + (_TITLE_ROOM if o.titled else 0.0)
        head = self._head_height()
        wanted = self.places.right + o.end + _BEFORE_WALL + o.wall
        titles = [self.measure(words, _TITLE, 700) for words in self._title_words()]
        width = max(wanted, self.measure(foot, _CAPTION, 400), *titles) + 2 * o.margin
        height = top + head + self.places.height + _FOOT_ROOM + o.margin
        body = (*self._lines(), *self._stops(), *self._starts(), *self._ends())
        shapes = (
            Rect(0, 0, width, height, "surface"),
            *(self._title() if o.titled else ()),
            *moved(self._heads(), o.margin, top),
            *moved(body, o.margin, top + head),
            Label(o.margin, height - o.margin, foot, _CAPTION, "ink2"),
        )
        return Picture(width, height, shapes)

    def _title_words(self) -> tuple[str, str]:
        day = say("As of {day}", self.language, day=show_day(self.course.today, self.language))
        between = "　" if self.language == "ja" else " – "
        below = between.join(filter(None, (self.course.title, day)))
        return say("Pathways side by side", self.language), below

    def _title(self) -> Iterator[Shape]:
        y = self.o.margin + _TITLE
        title, below = self._title_words()
        yield Label(self.o.margin, y, title, _TITLE, "ink", 700)
        yield Label(self.o.margin, y + 20.0, below, _CAPTION, "ink2")

    def _name_lines(self, name: str) -> tuple[str, ...]:
        width = self.o.station + self.o.gap - 16.0
        return break_title(name, self.measure, NAME, 700, width)

    def _head_height(self) -> float:
        names = [self._name_lines(one.name) for one in self.course.junctions]
        return max((len(lines) for lines in names), default=0) * LINE + 2 * LINE + 16.0

    def _heads(self) -> Iterator[Shape]:
        """Over each column what is chosen there, how many, and by when."""
        for column in self.places.columns:
            yield from self._head(column)
        if self.course.lines:
            today, end = say("Today", self.language), say("Where it leads", self.language)
            yield Label(0.0, LINE, today, NAME, "ink2", 700)
            yield Label(self.places.right, LINE, end, NAME, "ink2", 700)

    def _head(self, column: Column) -> Iterator[Shape]:
        y, junction = LINE, column.junction
        for line in self._name_lines(junction.name):
            yield Label(column.x, y, line, NAME, "ink", 700, item=junction.id)
            y += LINE
        yield Label(column.x, y, junction.needed, _CAPTION, "ink2", 500)
        y += LINE
        words = say("No day by which to decide", self.language)
        if junction.decide_by is not None:
            day = show_day(junction.decide_by, self.language)
            words = say("Decide by {day}", self.language, day=day)
        yield from decision_mark(column.x + 7.0, y - 4.0, 13.0, "ink")
        yield Label(column.x + 19.0, y, words, _CAPTION, "ink", 500)

    def _lines(self) -> Iterator[Shape]:
        """The followed line lies uppermost."""
        lines = self.course.lines
        for at in sorted(range(len(lines)), key=lambda at: lines[at].is_active):
            yield from self._line(at)

    def _line(self, at: int) -> Iterator[Shape]:
        stroke = stroke_of(at, is_active=self.course.lines[at].is_active)
        knots = self.places.knots
        x, y = self.o.start, knots[0][at]
        for column, knot in zip(self.places.columns, knots[1:], strict=False):
            beyond = column.x + self.o.station
            behind = beyond + self.o.gap / 2
            for stop in column.stops:
                if at in stop.lanes:
                    lane = stop.lanes[at]
                    yield _bend(x, y, column.x, lane, stroke)
                    yield Polyline(((column.x, lane), (beyond, lane)), stroke)
                    yield _bend(beyond, lane, behind, knot[at], stroke)
            x, y = behind, knot[at]
        yield _bend(x, y, self.places.right, knots[-1][at], stroke)

    def _stops(self) -> Iterator[Shape]:
        for column in self.places.columns:
            for stop in column.stops:
                yield from station_shapes(stop, column.x, self.language, self.o.station)

    def _starts(self) -> Iterator[Shape]:
        for at, line in enumerate(self.course.lines):
            y = self.places.knots[0][at]
            most = 2 if line.is_active else 3
            lines = break_title(line.name, self.measure, NAME, 700, self.o.start - 10.0, most)
            top = y - LINE * (len(lines) + line.is_active - 1) / 2
            for place, words in enumerate(lines):
                yield Label(0.0, baseline(top + place * LINE, NAME), words, NAME, "ink", 700)
            if line.is_active:
                words = say("● Followed now", self.language)
                below = baseline(top + len(lines) * LINE, NAME)
                yield Label(0.0, below, words, _CAPTION, "accent", 700)

    def _ends(self) -> Iterator[Shape]:
        course, language, o = self.course, self.language, self.o
        for at, line in enumerate(course.lines):
            y = self.places.knots[-1][at] - CARD / 2
            stroke = stroke_of(at, is_active=line.is_active)
            card = card_shapes(line, stroke, course.money_unit, self.measure, language, o.end)
            yield from moved(card, self.places.right, y)
        x = self.places.right + o.end + _BEFORE_WALL
        yield from wall_shapes(course, x, self.places.height, self.measure, language, o.wall)

    def _foot_words(self) -> str:
        if not self.course.junctions:
            return say("There is no choice in this plan yet.", self.language)
        if not self.course.lines:
            return say("No pathway is named in this plan.", self.language)
        return say(
            "A thick line is followed now. Dashed frame: no pathway takes it. ×: closed, it can no "
            "longer be begun in time.",
            self.language,
        )


def _bend(x1: float, y1: float, x2: float, y2: float, stroke: Stroke) -> Shape:
    if abs(y1 - y2) < 0.5:
        return Polyline(((x1, y1), (x2, y2)), stroke)
    middle = (x1 + x2) / 2
    return Arc(((x1, y1), (middle, y1), (middle, y2), (x2, y2)), stroke)
