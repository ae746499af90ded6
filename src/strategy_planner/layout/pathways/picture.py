"""The picture of the pathways: from today through the options that each takes to the vision."""

from collections.abc import Iterator

from strategy_planner.analysis.pathways.comparison import compare_pathways
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.calendars.formatting import show_day
from strategy_planner.language import say
from strategy_planner.layout.marks import decision_mark
from strategy_planner.layout.moving import moved
from strategy_planner.layout.pathways.cards import card_shapes, wall_shapes
from strategy_planner.layout.pathways.course import Course, course_of
from strategy_planner.layout.pathways.placing import (
    CARD,
    END,
    GAP,
    LINE,
    NAME,
    START,
    STATION,
    WALL,
    Column,
    Places,
    places_of,
)
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

MARGIN = 32.0
_TITLE, _CAPTION = 18.0, 11.0
_LEAST_WIDTH = 640.0


def pathways_picture(plan: Plan, today: Schedule, language: str, measure: Measure) -> Picture:
    """All named pathways of a plan in one drawing, in pixels at 100 %."""
    course = course_of(plan, today, compare_pathways(plan, today), language)
    places = places_of(course, measure, language)
    head = _head_height(course, measure)
    top = MARGIN + 62.0
    width = max(_LEAST_WIDTH, places.right + END + WALL + 28.0 + 2 * MARGIN)
    body = [*_lines(course, places), *_stops(places, language)]
    body += _starts(course, places, measure, language)
    body += _ends(course, places, measure, language)
    height = top + head + places.height + 62.0
    shapes: list[Shape] = [Rect(0, 0, width, height, "surface")]
    shapes += _title(course, language)
    shapes += moved(_heads(course, places, measure, language), MARGIN, top)
    shapes += moved(body, MARGIN, top + head)
    shapes += _foot(course, language, height)
    return Picture(width, height, tuple(shapes))


def _title(course: Course, language: str) -> Iterator[Shape]:
    y = MARGIN + _TITLE
    yield Label(MARGIN, y, say("Pathways side by side", language), _TITLE, "ink", 700)
    said = [course.title, say("As of {day}", language, day=show_day(course.today, language))]
    words = ("　" if language == "ja" else " – ").join(filter(None, said))
    yield Label(MARGIN, y + 20.0, words, _CAPTION, "ink2")


def _head_lines(name: str, measure: Measure) -> tuple[str, ...]:
    return break_title(name, measure, NAME, 700, STATION + GAP - 40.0)


def _head_height(course: Course, measure: Measure) -> float:
    names = [_head_lines(one.name, measure) for one in course.junctions]
    return max((len(lines) for lines in names), default=0) * LINE + 2 * LINE + 16.0


def _heads(course: Course, places: Places, measure: Measure, language: str) -> Iterator[Shape]:
    """Over each column what is chosen there, how many, and by when."""
    for column in places.columns:
        yield from _head(column, measure, language)
    if course.lines:
        yield Label(0.0, LINE, say("Today", language), NAME, "ink2", 700)
        yield Label(places.right, LINE, say("Where it leads", language), NAME, "ink2", 700)


def _head(column: Column, measure: Measure, language: str) -> Iterator[Shape]:
    y, junction = LINE, column.junction
    for line in _head_lines(junction.name, measure):
        yield Label(column.x, y, line, NAME, "ink", 700, item=junction.id)
        y += LINE
    yield Label(column.x, y, junction.needed, _CAPTION, "ink2", 500)
    y += LINE
    words = say("No day by which to decide", language)
    if junction.decide_by is not None:
        words = say("Decide by {day}", language, day=show_day(junction.decide_by, language))
    yield from decision_mark(column.x + 7.0, y - 4.0, 13.0, "ink")
    yield Label(column.x + 19.0, y, words, _CAPTION, "ink", 500)


def _lines(course: Course, places: Places) -> Iterator[Shape]:
    """The followed line lies uppermost."""
    order = sorted(range(len(course.lines)), key=lambda at: course.lines[at].is_active)
    for at in order:
        yield from _line(course, places, at)


def _line(course: Course, places: Places, at: int) -> Iterator[Shape]:
    stroke = stroke_of(at, is_active=course.lines[at].is_active)
    x, y = START, places.knots[0][at]
    for column, knot in zip(places.columns, places.knots[1:], strict=False):
        beyond = column.x + STATION
        behind = beyond + GAP / 2
        for stop in column.stops:
            if at in stop.lanes:
                lane = stop.lanes[at]
                yield _bend(x, y, column.x, lane, stroke)
                yield Polyline(((column.x, lane), (beyond, lane)), stroke)
                yield _bend(beyond, lane, behind, knot[at], stroke)
        x, y = behind, knot[at]
    yield _bend(x, y, places.right, places.knots[-1][at], stroke)


def _bend(x1: float, y1: float, x2: float, y2: float, stroke: Stroke) -> Shape:
    if abs(y1 - y2) < 0.5:
        return Polyline(((x1, y1), (x2, y2)), stroke)
    middle = (x1 + x2) / 2
    return Arc(((x1, y1), (middle, y1), (middle, y2), (x2, y2)), stroke)


def _stops(places: Places, language: str) -> Iterator[Shape]:
    for column in places.columns:
        for stop in column.stops:
            yield from station_shapes(stop, column.x, language)


def _starts(course: Course, places: Places, measure: Measure, language: str) -> Iterator[Shape]:
    for at, line in enumerate(course.lines):
        y = places.knots[0][at]
        lines = break_title(line.name, measure, NAME, 700, START - 14.0, 2)
        below = [say("● Followed now", language)] if line.is_active else []
        top = y - LINE * (len(lines) + len(below) - 1) / 2
        for place, words in enumerate(lines):
            yield Label(0.0, baseline(top + place * LINE, NAME), words, NAME, "ink", 700)
        for words in below:
            yield Label(
                0.0, baseline(top + len(lines) * LINE, NAME), words, _CAPTION, "accent", 700
            )


def _ends(course: Course, places: Places, measure: Measure, language: str) -> Iterator[Shape]:
    for at, line in enumerate(course.lines):
        y = places.knots[-1][at] - CARD / 2
        stroke = stroke_of(at, is_active=line.is_active)
        yield from moved(
            card_shapes(line, stroke, course.money_unit, measure, language), places.right, y
        )
    x = places.right + END + 28.0
    yield from wall_shapes(course, x, places.height, measure, language)


def _foot(course: Course, language: str, height: float) -> Iterator[Shape]:
    y = height - MARGIN + 4.0
    if not course.junctions:
        words = say("There is no choice in this plan yet.", language)
    elif not course.lines:
        words = say("No pathway is named in this plan.", language)
    else:
        words = say(
            "A thick line is followed now. Dashed frame: no pathway takes it. ✕: closed, it can no "
            "longer be begun in time.",
            language,
        )
    yield Label(MARGIN, y, words.replace("✕", "×"), _CAPTION, "ink2")
