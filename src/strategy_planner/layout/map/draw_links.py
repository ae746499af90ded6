"""Links, choice arcs and pills as shapes: the form of line and end says the relation (VISUAL 5)."""

from strategy_planner.layout.map.elements import CORNER, ChoiceArc, LatePill, Route
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.shapes import (
    Arc,
    Ellipse,
    Label,
    Polygon,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)

Point = tuple[float, float]
ARROW = 9.0
RING = 7.0
STOP_BAR = 6.0
"""Half the bar at the end of a link from what resolves an obstacle."""


def painting_order(route: Route) -> int:
    """Ways not chosen lie below, the late chain above."""
    return 2 if route.late else 0 if route.dormant or route.style == "informs" else 1


def route_shapes(route: Route) -> tuple[Shape, ...]:
    """A link: its line and what stands at its end."""
    stroke = _stroke(route)
    tip = route.points[-1]
    lines = _in_step(route) if stroke.dash else (_shortened(route),)
    shapes: list[Shape] = [
        *(Polyline(line, stroke, CORNER) for line in lines),
        *_end(route, tip, stroke),
    ]
    if route.label:
        shapes.append(Label(tip[0] - 16.0, tip[1] + 13.0, route.label, 10.0, "ink3", 500, "end"))
    return tuple(shapes)


def lit_shapes(route: Route, colour: str) -> tuple[Shape, ...]:
    """A link that stands out: a broad line beneath its own form, which still says what it is.

    A link that is late keeps its own colour; the broad line is a hem on both sides of it then.
    """
    hem = Polyline(route.points, Stroke(colour, 7.0 if route.late else 4.0), CORNER)
    if route.late and colour != "late":
        return (hem, *route_shapes(route))
    return (hem, *_end(route, route.points[-1], Stroke(colour, 2.5)))


def _stroke(route: Route) -> Stroke:
    if route.late:
        return Stroke("late", 3.0)
    if route.dormant:
        return Stroke("dormant", 1.3, (5.0, 4.0))
    match route.style:
        case "requires" | "resolves":
            return Stroke("link", 1.5)
        case "contributes":
            return Stroke("link", 1.3, (5.0, 3.0))
        case "enables":
            return Stroke("link", 1.5, (1.5, 3.0))
        case _:
            return Stroke("linkWeak", 1.0)


def _shortened(route: Route) -> tuple[Point, ...]:
    """The line without the length of a filled end, so that nothing shows beyond the tip."""
    x, y = route.points[-1]
    back = {"requires": ARROW - 1.0, "enables": RING}.get(route.style, 0.5)
    if route.late:
        back = ARROW + 2.0
    return (*route.points[:-1], (x - back, y))


def _in_step(route: Route) -> tuple[tuple[Point, ...], ...]:
    """A dashed line in two: counted from its source, and from its tip where others run with it.

    So the dashes of lines that leave or arrive together fall on one another, and none is filled.
    """
    points, x = _shortened(route), route.joins_at
    for at in range(len(points) - 1, 0, -1):
        (left, y), (right, end) = points[at - 1], points[at]
        if y == end and left < x < right:
            return (*points[:at], (x, y)), (*reversed(points[at:]), (x, y))
    return (points,)


def _end(route: Route, tip: Point, stroke: Stroke) -> tuple[Shape, ...]:
    x, y = tip
    solid = Stroke(stroke.colour, 1.3)
    if route.style == "enables":
        return (Ellipse(x - RING, y - RING / 2, RING, RING, "canvas", solid),)
    if route.style == "resolves":
        bar = ((x - 2.0, y - STOP_BAR), (x - 2.0, y + STOP_BAR))
        return (Polyline(bar, Stroke(stroke.colour, 2.0)),)
    if route.style in {"contributes", "informs"}:
        reach = 7.0 if route.style == "contributes" else 5.0
        half = reach * 0.6
        return (Polyline(((x - reach, y - half), (x, y), (x - reach, y + half)), solid),)
    length = ARROW + (4.0 if route.late else 0.0)
    half = 4.0 + (2.5 if route.late else 0.0)
    points = ((x, y), (x - length, y - half), (x - length, y + half))
    if route.inferred and not route.late:
        return (Polygon(points, "canvas", solid),)
    return (Polygon(points, stroke.colour),)


def arc_shapes(arc: ChoiceArc, *, lit: bool = False) -> tuple[Shape, ...]:
    """The arc over the options of a choice, and its words below; both stand out while ``lit``."""
    bulge = 9.0
    third = (arc.bottom - arc.top) / 3
    curve = Arc(
        (
            (arc.x + 4.0, arc.top),
            (arc.x - bulge, arc.top + third),
            (arc.x - bulge, arc.bottom - third),
            (arc.x + 4.0, arc.bottom),
        ),
        Stroke("accent" if lit else "ink", 3.0 if lit else 2.0),
    )
    pill = arc.pill
    return (
        curve,
        Rect(
            *pill,
            "accentWeak" if lit else "surface",
            Stroke("accent", 2.0) if lit else Stroke("ink2", 1.2),
            radius=pill.height / 2,
        ),
        Label(
            pill.x + pill.width / 2,
            baseline(pill.middle, 11.0),
            arc.text,
            11.0,
            "ink",
            500,
            "middle",
        ),
    )


def pill_shapes(pill: LatePill) -> tuple[Shape, ...]:
    """The words on a late chain."""
    box = pill.box
    return (
        Rect(*box, "lateWeak", Stroke("late", 1.5), radius=5.0),
        *severity_mark("error", box.x + 15.0, box.middle, 14.0, "lateWeak"),
        Label(box.x + 27.0, baseline(box.middle, 12.0), pill.text, 12.0, "late", 700),
    )
