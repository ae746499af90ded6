"""The tray under the chart: what has no date, and the titles that found no room."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from strategy_planner.language import message
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.roadmap.entries import Undated
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.shapes import Label, Measure, Rect, Shape, Stroke, baseline
from strategy_planner.layout.text_breaking import break_title


@dataclass(frozen=True, slots=True)
class TrayBox:
    """An undated item as a dashed box, its title whole."""

    id: str
    lines: tuple[str, ...]
    x: float
    y: float
    width: float
    height: float

    def moved(self, dy: float) -> "TrayBox":
        """The same box further down."""
        return TrayBox(self.id, self.lines, self.x, self.y + dy, self.width, self.height)


def tray_boxes(
    undated: Sequence[Undated], width: float, language: str, measure: Measure, o: RoadmapOptions
) -> tuple[TrayBox, ...]:
    """Boxes in reading order from (0, 0), beside the heading's column; none is ever cut."""
    return _boxes(tuple(undated), width, language, measure, o)


@lru_cache(maxsize=16)
def _boxes(
    undated: tuple[Undated, ...],
    width: float,
    language: str,
    measure: Measure,
    o: RoadmapOptions,
) -> tuple[TrayBox, ...]:
    size = _text_size(o)
    unit, line = o.unit, size * 1.4
    pad_x, pad_y = _padding(o)
    left, right = tray_indent(language, measure, o), width - 8 * unit
    gap_x, gap_y = (8 * unit, 6 * unit) if o.tray_boxed else (20 * unit, 0.0)
    boxes: list[TrayBox] = []
    x, y, row_height = left, 8 * unit, 0.0
    for item in undated:
        lines = break_title(item.label, measure, size, 500, right - left - 2 * pad_x)
        box_width = max(measure(text, size, 500) for text in lines) + 2 * pad_x
        box_height = len(lines) * line + 2 * pad_y
        if x > left and x + box_width > right:
            x, y, row_height = left, y + row_height + gap_y, 0.0
        boxes.append(TrayBox(item.id, lines, x, y, box_width, box_height))
        x, row_height = x + box_width + gap_x, max(row_height, box_height)
    return tuple(boxes)


def _padding(o: RoadmapOptions) -> tuple[float, float]:
    """What the words leave to the edges of their box, or to the words beside and below."""
    return (7 * o.unit, 3.5 * o.unit) if o.tray_boxed else (0.0, 0.8 * o.unit)


def _text_size(o: RoadmapOptions) -> float:
    return o.text if o.tray_boxed else o.small


def tray_indent(language: str, measure: Measure, o: RoadmapOptions) -> float:
    """Where the boxes begin, right of the heading."""
    heading = measure(tray_heading(language), o.text, 700) + 36 * o.unit
    return max(o.lane_width, heading) if o.tray_boxed else heading


def tray_heading(language: str) -> str:
    """The heading of the tray."""
    return message("No date given").into(language)


def tray_height(boxes: Iterable[TrayBox], o: RoadmapOptions) -> float:
    """The height of a tray with these boxes."""
    return max((box.y + box.height for box in boxes), default=0.0) + 8 * o.unit


def tray_shapes(
    boxes: Sequence[TrayBox], top: float, width: float, language: str, o: RoadmapOptions
) -> Shapes:
    """The tray at a height: frame, heading, boxes."""
    if not boxes:
        return ()
    unit = o.unit
    height = tray_height(boxes, o)
    centre = top + 8 * unit + _text_size(o) * 0.7 + _padding(o)[1]
    frame = Rect(0.5, top, width - 1, height, "surface", Stroke("line2", unit), radius=4 * unit)
    heading = Label(
        16 * unit, baseline(centre, o.text), tray_heading(language), o.text, "ink2", 700
    )
    shapes: list[Shape] = [frame, heading]
    for box in boxes:
        shapes += box_shapes(box.moved(top), o)
    return tuple(shapes)


def box_shapes(box: TrayBox, o: RoadmapOptions) -> Shapes:
    """A title in its dashed box, or without one."""
    size = _text_size(o)
    unit, line = o.unit, size * 1.4
    pad_x, pad_y = _padding(o)
    edge = Stroke("control", unit, (4 * unit, 3 * unit))
    shapes: list[Shape] = []
    if o.tray_boxed:
        shapes.append(
            Rect(box.x, box.y, box.width, box.height, None, edge, radius=3 * unit, item=box.id)
        )
    for index, text in enumerate(box.lines):
        y = baseline(box.y + pad_y + line * (index + 0.5), size)
        shapes.append(Label(box.x + pad_x, y, text, size, "ink", 500, item=box.id))
    return tuple(shapes)


def note_lines(
    notes: Iterable[tuple[int, str]], width: float, measure: Measure, o: RoadmapOptions
) -> tuple[str, ...]:
    """The titles that found no room beside their bars, as lines of numbered notes."""
    return tuple(
        line
        for number, title in notes
        for line in break_title(f"※{number} {title}", measure, o.small, 400, width)
    )


def text_lines(lines: Sequence[str], x: float, top: float, o: RoadmapOptions) -> Shapes:
    """Small lines of text from ``top`` down."""
    step = o.small * 1.45
    return tuple(
        Label(x, baseline(top + step * (index + 0.5), o.small), line, o.small, "ink2")
        for index, line in enumerate(lines)
    )


def text_height(lines: Sequence[str], o: RoadmapOptions) -> float:
    """The height that `text_lines` takes."""
    return len(lines) * o.small * 1.45
