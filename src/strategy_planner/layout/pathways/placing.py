"""Where the stations, the junctions between them and the ends of the lines stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from strategy_planner.language import say
from strategy_planner.layout.charts.placing import spread
from strategy_planner.layout.pathways.course import OPEN, Course, Junction, Line, Station
from strategy_planner.layout.pathways.options import AMPLE, PathwayOptions
from strategy_planner.layout.shapes import Measure
from strategy_planner.layout.text_breaking import break_title

LANE, LINE = 16.0, 17.0
"""The distances of lines side by side, and of lines of text."""
INSET, BETWEEN = 10.0, 18.0
NAME = 12.0
CARD, CARD_GAP = 98.0, 12.0
START_ROW = 56.0


@dataclass(frozen=True, slots=True)
class Stop:
    """A station at its place; ``lanes`` are the heights of the lines through it, by pathway."""

    station: Station | None
    """None where a choice is left open."""
    name: tuple[str, ...]
    y: float
    height: float
    lanes: dict[int, float]


@dataclass(frozen=True, slots=True)
class Column:
    """The stations of one choice."""

    junction: Junction
    x: float
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """All places, with (0, 0) at the left end of the topmost line.

    ``knots`` holds for each way between two columns the height of each pathway; the first are
    those where the lines begin, the last those where they end.
    """

    height: float
    columns: tuple[Column, ...]
    knots: tuple[tuple[float, ...], ...]
    right: float
    """Where the cards begin."""


def places_of(course: Course, measure: Measure, language: str, o: PathwayOptions = AMPLE) -> Places:
    """Lines keep the order in which they come, so that they cross no more than they must."""
    stacks = [_stack(course, junction, measure, language, o) for junction in course.junctions]
    count = len(course.lines)
    height = max(
        [_height(stack) for stack in stacks] + [count * START_ROW, count * (CARD + CARD_GAP), 80.0]
    )
    first = _first_order(course)
    knots: list[tuple[float, ...]] = [_evenly(first, START_ROW, height)]
    columns: list[Column] = []
    for place, stack in enumerate(stacks):
        x = o.start + o.gap + place * (o.station + o.gap)
        column = Column(course.junctions[place], x, _placed(stack, knots[-1], height))
        columns.append(column)
        knots.append(_after(column, count, height))
    if count:
        order = sorted(range(count), key=lambda one: knots[-1][one])
        knots.append(_evenly(order, CARD + CARD_GAP, height))
    right = o.start + o.gap + len(columns) * (o.station + o.gap)
    return Places(height, tuple(columns), tuple(knots), right)


@dataclass(frozen=True, slots=True)
class _Block:
    """A station before it has its place: the pathways through it, and how high it is."""

    station: Station | None
    name: tuple[str, ...]
    lines: tuple[int, ...]

    @property
    def head(self) -> float:
        """The height of its words."""
        return INSET + LINE * (len(self.name) + (self.station is not None))

    @property
    def height(self) -> float:
        return self.head + 6.0 + LANE * max(1, len(self.lines)) + INSET / 2


def _stack(
    course: Course, junction: Junction, measure: Measure, language: str, o: PathwayOptions
) -> list[_Block]:
    blocks = []
    for station in (*junction.stations, None):
        option = OPEN if station is None else station.option
        lines = tuple(
            at for at, line in enumerate(course.lines) if option in line.through(junction)
        )
        if station is None and not lines:
            continue
        name = say("Left open", language) if station is None else station.name
        wrapped = break_title(name, measure, NAME, 700, o.station - 2 * INSET)
        blocks.append(_Block(station, wrapped, lines))
    return blocks


def _height(stack: Sequence[_Block]) -> float:
    return sum(block.height for block in stack) + BETWEEN * (len(stack) - 1)


def _placed(stack: Sequence[_Block], knots: Sequence[float], height: float) -> tuple[Stop, ...]:
    y = (height - _height(stack)) / 2
    stops = []
    for block in stack:
        ranked = sorted(block.lines, key=lambda one: knots[one])
        top = y + block.head + 6.0 + LANE / 2
        lanes = {line: top + LANE * at for at, line in enumerate(ranked)}
        stops.append(Stop(block.station, block.name, y, block.height, lanes))
        y += block.height + BETWEEN
    return tuple(stops)


def _after(column: Column, count: int, height: float) -> tuple[float, ...]:
    """Behind a column each line stands at the middle of its stations, apart from the others."""
    middles = []
    for line in range(count):
        lanes = [stop.lanes[line] for stop in column.stops if line in stop.lanes]
        middles.append(sum(lanes) / len(lanes))
    return tuple(spread(middles, LANE, 0.0, height))


def _evenly(order: Sequence[int], row: float, height: float) -> tuple[float, ...]:
    """Rows of one height, in this order, in the middle."""
    top = (height - row * len(order)) / 2 + row / 2
    places = [0.0] * len(order)
    for at, line in enumerate(order):
        places[line] = top + at * row
    return tuple(places)


def _first_order(course: Course) -> list[int]:
    """The lines in the order of the stations to which they go first."""
    if not course.junctions:
        return list(range(len(course.lines)))
    first = course.junctions[0]
    ranks = {station.option: at for at, station in enumerate(first.stations)}

    def rank(line: Line) -> float:
        return _mean(ranks.get(option, len(ranks)) for option in line.through(first))

    return sorted(range(len(course.lines)), key=lambda at: rank(course.lines[at]))


def _mean(values: Iterable[float]) -> float:
    found = list(values)
    return sum(found) / len(found)
