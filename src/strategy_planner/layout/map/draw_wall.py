"""The vision as a wall: filled above, what the passes say below."""

from strategy_planner.layout.map.content import kind_word
from strategy_planner.layout.map.elements import Wall
from strategy_planner.layout.map.wall import outlook_word
from strategy_planner.layout.marks import (
    check_mark,
    missing_means_mark,
    ring,
    severity_mark,
)
from strategy_planner.layout.shapes import (
    Clip,
    Ellipse,
    Label,
    Polyline,
    Rect,
    Shape,
    Stroke,
    Weight,
    baseline,
)

RADIUS = 8.0
YEAR = 26.0
TITLE = 14.0
TITLE_LINE = 22.0


def wall_shapes(wall: Wall, language: str) -> tuple[Shape, ...]:
    """The wall at its place."""
    box = wall.box
    head = _head_height(wall)
    border = Rect(*box, "accentWeak", None, radius=RADIUS)
    filled = Clip(
        box.x,
        box.y,
        box.width,
        min(head, box.height),
        (Rect(box.x, box.y, box.width, box.height + RADIUS, "accent", radius=RADIUS),),
    )
    frame = Rect(*box, None, Stroke("accent", 2.0), radius=RADIUS)
    body = _body(wall, box.y + head, language)
    return (border, filled, frame, *_head(wall, language), *body)


def _head_height(wall: Wall) -> float:
    year = 36.0 if wall.year else 0.0
    return 84.0 + year + TITLE_LINE * len(wall.lines)


def _head(wall: Wall, language: str) -> tuple[Shape, ...]:
    box = wall.box
    cx = box.x + box.width / 2
    line = Stroke("onAccent", 1.8)
    y = box.y + 34.0
    shapes: list[Shape] = [
        ring(cx, y, 27.0, line),
        ring(cx, y, 16.0, line),
        Ellipse(cx - 2.5, y - 2.5, 5, 5, "onAccent"),
    ]
    y += 32.0
    shapes.append(
        Label(cx, baseline(y, 11.0), kind_word("vision", language), 11.0, "onAccent", 400, "middle")
    )
    if wall.year:
        y += 26.0
        shapes.append(Label(cx, baseline(y, YEAR), wall.year, YEAR, "onAccent", 700, "middle"))
        y += 8.0
    y += 22.0
    for index, text in enumerate(wall.lines):
        at = baseline(y + TITLE_LINE * index, TITLE)
        shapes.append(Label(cx, at, text, TITLE, "onAccent", 700, "middle", wall.id))
    return tuple(shapes)


def _body(wall: Wall, top: float, language: str) -> tuple[Shape, ...]:
    """Verdict, outlook of the areas and KPI, as far as the wall is high enough."""
    box = wall.box
    cx = box.x + box.width / 2
    shapes = _verdict(wall, cx, top + 24.0)
    y = top + (112.0 if wall.amount else 52.0)
    total = sum(line.count for line in wall.outlook)
    if total and y + 130.0 < box.bottom:
        shapes += _outlook(wall, y, language)
        y += 130.0
    if y + 70.0 < box.bottom:
        shapes += _kpi(wall, cx)
    return tuple(shapes)


def _verdict(wall: Wall, cx: float, y: float) -> list[Shape]:
    shapes: list[Shape] = []
    colour = {"late": "late", "warn": "warn", "plain": "ink2"}[wall.severity]
    if wall.severity == "late":
        shapes += severity_mark("error", cx, y, 24.0, "accentWeak")
    elif wall.severity == "warn":
        shapes += severity_mark("warning", cx, y, 24.0, "accentWeak")
    elif wall.amount:
        shapes += check_mark(cx, y, 22.0, "ok")
        colour = "ok"
    else:
        y -= 26.0
    weight: Weight = 700 if wall.amount or wall.severity != "plain" else 400
    size = 13.0 if weight == 700 else 11.0
    shapes.append(Label(cx, baseline(y + 28.0, size), wall.verdict, size, colour, weight, "middle"))
    shapes.append(Label(cx, baseline(y + 49.0, 13.0), wall.amount, 13.0, "ink", 700, "middle"))
    shapes.append(Label(cx, baseline(y + 67.0, 11.0), wall.exact, 11.0, "ink2", 400, "middle"))
    return [shape for shape in shapes if not (isinstance(shape, Label) and not shape.text)]


def _outlook(wall: Wall, top: float, language: str) -> list[Shape]:
    box = wall.box
    cx = box.x + box.width / 2
    rule = Polyline(((box.x + 14, top), (box.right - 14, top)), Stroke("accentLine", 1.0))
    shapes: list[Shape] = [
        rule,
        Label(cx, baseline(top + 16, 11.0), wall.outlook_title, 11.0, "ink2", 400, "middle"),
    ]
    for index, line in enumerate(wall.outlook):
        y = top + 38.0 + 23.0 * index
        match line.state:
            case "ok":
                mark = check_mark(box.x + 20, y, 13.0, "ok")
            case "warn":
                mark = severity_mark("warning", box.x + 20, y, 13.0, "accentWeak")
            case "late":
                mark = severity_mark("error", box.x + 20, y, 13.0, "accentWeak")
            case _:
                mark = missing_means_mark(box.x + 20, y, 14.0, "ink2")
        shapes += mark
        word = outlook_word(line.state, language)
        shapes.append(Label(box.x + 33, baseline(y, 11.0), word, 11.0, "ink"))
        shapes.append(
            Label(box.right - 14, baseline(y, 11.0), str(line.count), 11.0, "ink", 700, "end")
        )
    return shapes


def _kpi(wall: Wall, cx: float) -> list[Shape]:
    box = wall.box
    height = 10.0 + 16.0 * len(wall.kpi_lines)
    y = box.bottom - height - 14.0
    dash = (3.0, 2.5) if wall.kpi_open else ()
    rim = Rect(
        box.x + 18, y, box.width - 36, height, None, Stroke("corridorEdge", 1.0, dash), radius=5.0
    )
    if not wall.kpi_open:
        rim = Rect(
            box.x + 10, y, box.width - 20, height, None, Stroke("accentLine", 1.0), radius=5.0
        )
    shapes: list[Shape] = [
        Label(cx, baseline(y - 14.0, 11.0), wall.kpi_title, 11.0, "ink2", 400, "middle"),
        rim,
    ]
    for index, text in enumerate(wall.kpi_lines):
        shapes.append(
            Label(cx, baseline(y + 13.0 + 16.0 * index, 11.0), text, 11.0, "ink2", 500, "middle")
        )
    return shapes
