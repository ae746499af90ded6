"""Outline groups as frames with a title bar, folded ones as stacked boxes; and the wall."""

from strategy_planner.layout.map.content import Reading, count_text
from strategy_planner.layout.map.elements import Frame
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.shapes import Label, Polyline, Rect, Shape, Stroke, baseline
from strategy_planner.layout.theme import Theme

TITLE = 13.0
LINE = 17.0
RADIUS = 10.0


def frame_shapes(frame: Frame, reading: Reading, theme: Theme) -> tuple[Shape, ...]:
    """A frame at its place: ground, title, count; folded: a box on two more."""
    return _folded(frame, reading) if frame.folded else _open(frame, reading, theme)


def _open(frame: Frame, reading: Reading, theme: Theme) -> tuple[Shape, ...]:
    box = frame.box
    ground = Rect(
        *box,
        between(theme.colour("canvas"), theme.colour("surface")),
        Stroke("line2", 1.2),
        radius=RADIUS,
    )
    return (ground, *_bar(frame, reading, box.y + 17.0, down=True))


def between(first: str, second: str) -> str:
    """The colour half-way: a frame is lighter than the map and darker than its cards."""
    pairs = ((int(first[at : at + 2], 16), int(second[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{(a + b) // 2:02X}" for a, b in pairs)


def _bar(frame: Frame, reading: Reading, middle: float, *, down: bool) -> tuple[Shape, ...]:
    box = frame.box
    x = box.x + 26.0
    shapes: list[Shape] = [*_chevron(box.x + 14.0, middle, down=down)]
    for index, line in enumerate(frame.lines):
        y = baseline(middle + LINE * index, TITLE)
        shapes.append(Label(x, y, line, TITLE, "ink", 700, item=frame.id))
    last = frame.lines[-1] if frame.lines else ""
    end = x + (reading.measure(last, TITLE, 700) + 10.0 if last else 0.0)
    y = baseline(middle + LINE * (len(frame.lines) - 1), 11.0)
    shapes.append(Label(end, y, count_text(frame.count, reading.language), 11.0, "ink3"))
    if frame.severity == "late" and frame.folded:
        shapes += severity_mark("error", box.right - 14.0, middle, 13.0)
    return tuple(shapes)


def _folded(frame: Frame, reading: Reading) -> tuple[Shape, ...]:
    box, edge = frame.box, Stroke("control", 1.0)
    behind = [
        Rect(
            box.x + step,
            box.y + step,
            box.width,
            box.height,
            "surface",
            Stroke("line2", 1.0),
            radius=6.0,
        )
        for step in (5.0, 2.5)
    ]
    front = Rect(*box, "surface", edge, radius=6.0)
    return (*behind, front, *_bar(frame, reading, box.y + 20.0, down=False))


def _chevron(cx: float, cy: float, *, down: bool) -> tuple[Shape, ...]:
    line = Stroke("ink2", 1.4)
    if down:
        return (Polyline(((cx - 4.0, cy - 2.0), (cx, cy + 2.0), (cx + 4.0, cy - 2.0)), line),)
    return (Polyline(((cx - 2.0, cy - 4.0), (cx + 2.0, cy), (cx - 2.0, cy + 4.0)), line),)
