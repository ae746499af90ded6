"""What stands around the bars: lanes, the grid, the two lines, the words at the foot."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from strategy_planner.language import message
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.roadmap.lanes import Lane
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.shapes import (
    Label,
    Measure,
    Pattern,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)
from strategy_planner.layout.text_breaking import break_title
from strategy_planner.layout.theme import theme
from strategy_planner.layout.tracks import track_token

_BAND = 8.0
_LANE_GAP = 5.0
_NAME_LINES = 8


@dataclass(frozen=True, slots=True)
class LaneBox:
    """A lane at its height in the chart."""

    lane: Lane
    lines: tuple[str, ...]
    top: float
    height: float
    even: bool

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def ground(self, o: RoadmapOptions) -> str:
        """The token behind the bars: alternate lanes are shaded."""
        return o.ground if self.even else "sunken"


def lane_lines(lane: Lane, measure: Measure, o: RoadmapOptions) -> tuple[str, ...]:
    """A lane's name in its column."""
    return break_title(lane.name, measure, o.text, 700, o.lane_width - 24 * o.unit, _NAME_LINES)


def lane_height(lines: int, rows: int, o: RoadmapOptions) -> float:
    """Room for the rows and for the name, whichever needs more."""
    return max(rows * o.row + 2 * _LANE_GAP * o.unit, lines * _line(o) + 10 * o.unit)


def first_row_centre(box: LaneBox, o: RoadmapOptions) -> float:
    """The middle of a lane's first row."""
    return box.top + _LANE_GAP * o.unit + o.row / 2


def lane_shapes(box: LaneBox, o: RoadmapOptions, visible_top: float = 0.0) -> Shapes:
    """The header of a lane: its band with pattern, its name; the name stays in what is visible."""
    shapes: list[Shape] = [Rect(0, box.top, o.lane_width, box.height, "surface")]
    if box.lane.track is not None:
        shapes += _band(box, box.lane.track, o)
    lowest = box.bottom - len(box.lines) * _line(o) - 10 * o.unit
    y = max(box.top, min(visible_top, lowest)) + _LANE_GAP * o.unit + o.row / 2
    for line in box.lines:
        shapes.append(Label(16 * o.unit, baseline(y, o.text), line, o.text, "ink", 700))
        y += _line(o)
    rule = Stroke("line2", o.unit)
    shapes.append(Polyline(((0, box.bottom), (o.lane_width, box.bottom)), rule))
    return tuple(shapes)


def _band(box: LaneBox, track: int, o: RoadmapOptions) -> Shapes:
    """The colour and pattern of a track at the left of its lane."""
    band, pattern = _BAND * o.unit, theme("light").pattern(track)
    hatch = pattern and Pattern(pattern, track_token(track, "mark"), 4 * o.unit, o.unit)
    edge = Stroke(track_token(track, "edge"), o.unit)
    return (
        Rect(0, box.top, band, box.height, track_token(track, "solid"), None, hatch or None),
        Polyline(((band, box.top), (band, box.bottom)), edge),
    )


def _line(o: RoadmapOptions) -> float:
    return o.text + 5 * o.unit


def ground_shapes(
    boxes: tuple[LaneBox, ...], axis: TimeAxis, vision: float | None, o: RoadmapOptions
) -> Shapes:
    """Lane grounds, the zone behind the vision, and the grid of years."""
    if not boxes:
        return ()
    top, bottom = boxes[0].top, boxes[-1].bottom
    shapes: list[Shape] = [
        Rect(axis.left, box.top, axis.right - axis.left, box.height, box.ground(o)) for box in boxes
    ]
    shapes += _grid(axis, top, bottom, o)
    if vision is not None and vision < axis.right:
        hatch = Pattern("diag", "line2", 5 * o.unit, 0.8 * o.unit)
        shapes.append(Rect(vision, top, axis.right - vision, bottom - top, None, None, hatch))
    rule = Stroke("line2", o.unit)
    shapes += [Polyline(((axis.left, box.bottom), (axis.right, box.bottom)), rule) for box in boxes]
    return tuple(shapes)


def _grid(axis: TimeAxis, top: float, bottom: float, o: RoadmapOptions) -> Iterator[Polyline]:
    """A line before each column; stronger before a divided year, and where the scale changes."""
    for column in axis.columns:
        year = column.start
        inner = axis.divisions(year)
        for window in inner[1:]:
            x = axis.x(window.first)
            yield Polyline(((x, top), (x, bottom)), Stroke("grid", o.unit))
        if year == axis.first_year:
            continue
        x, changes = axis.column(year)[0], year in {axis.far_from, axis.blocks_from}
        colour = "line2" if changes or inner else "grid"
        yield Polyline(((x, top), (x, bottom)), Stroke(colour, (1.4 if changes else 1.0) * o.unit))


def status_line(x: float, top: float, bottom: float, o: RoadmapOptions) -> Shapes:
    """The line of the status date through the lanes."""
    return (Polyline(((x, top), (x, bottom)), Stroke("today", 1.6 * o.unit)),)


def vision_line(x: float, top: float, bottom: float, o: RoadmapOptions) -> Shapes:
    """The wall at the right: the vision's date."""
    return (Rect(x - 1.5 * o.unit, top, 3 * o.unit, bottom - top, "accent"),)


@dataclass(frozen=True, slots=True)
class FootWords:
    """Words under a line of the chart."""

    x: float
    text: str
    colour: str
    item: str | None = None


def foot_words(
    status: tuple[float, dt.date],
    visions: tuple[tuple[float, dt.date, str | None, str], ...],
    language: str,
) -> tuple[FootWords, ...]:
    """The status date and each vision's date in words; several visions by their numbers."""
    words = [
        FootWords(status[0], message("Status date {day}", day=status[1]).into(language), "today")
    ]
    for x, day, number, item in visions:
        text = message("Vision {day}", day=day)
        if number is not None and len(visions) > 1:
            text = message("{number} {day}", number=number, day=day)
        words.append(FootWords(x, text.into(language), "accent", item))
    return tuple(words)


def foot_shapes(
    words: tuple[FootWords, ...], top: float, axis: TimeAxis, measure: Measure, o: RoadmapOptions
) -> tuple[Shapes, float]:
    """The words under their lines without overlap, and the height that they take."""
    shapes: list[Shape] = []
    lines: list[list[tuple[float, float]]] = []
    for word in words:
        width, arrow = measure(word.text, o.text, 700), 7 * o.unit
        left = word.x + arrow + 3 * o.unit
        if left + width > axis.right:
            left = word.x - arrow - 3 * o.unit - width
        span = (min(left, word.x - arrow), max(left + width, word.x + arrow) + 8 * o.unit)
        line = next(
            (
                i
                for i, taken in enumerate(lines)
                if all(span[1] < a or b < span[0] for a, b in taken)
            ),
            len(lines),
        )
        if line == len(lines):
            lines.append([])
        lines[line].append(span)
        y = top + 12 * o.unit + line * _line(o) * 1.2
        tip, base = y - 5 * o.unit, y + 3 * o.unit
        half = 4.5 * o.unit
        shapes.append(
            Polygon(((word.x, tip), (word.x + half, base), (word.x - half, base)), word.colour)
        )
        shapes.append(
            Label(left, baseline(y, o.text), word.text, o.text, word.colour, 700, item=word.item)
        )
    return tuple(shapes), 12 * o.unit + len(lines) * _line(o) * 1.2
