"""The shape by which each kind of item is known (VISUAL 5), on maps and as a mark in lists."""

from collections.abc import Callable
from dataclasses import dataclass

from strategy_planner.layout.marks import Points, Shapes
from strategy_planner.layout.shapes import Polygon, Polyline, Rect, Stroke
from strategy_planner.model.records import NodeKind


def kind_mark(kind: NodeKind, cx: float, cy: float, size: float, colour: str = "ink2") -> Shapes:
    """The shape of a kind, as rows of an outline or a table show it."""
    width, height = size, size * 0.7
    line = Stroke(colour, max(1.0, size * 0.09))
    shapes = node_shape(kind, cx - width / 2, cy - height / 2, width, height, None, line)
    if kind != "action":
        return shapes
    band = cx - width / 2 + width * 0.24
    return (*shapes, Polyline(((band, cy - height / 2), (band, cy + height / 2)), line))


def node_shape(
    kind: NodeKind,
    x: float,
    y: float,
    width: float,
    height: float,
    fill: str | None,
    stroke: Stroke,
    item: str | None = None,
) -> Shapes:
    """The outline of a kind in a box, the body first.

    The vision and images carry the accent whatever the stroke, the vision is filled with it. The
    track band of an action is the caller's.
    """
    return _DRAWN_BY[kind](_Box(x, y, width, height, fill, stroke, item))


@dataclass(frozen=True, slots=True)
class _Box:
    x: float
    y: float
    width: float
    height: float
    fill: str | None
    stroke: Stroke
    item: str | None

    @property
    def unit(self) -> float:
        return min(self.width, self.height)

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def rounded(self, radius: float) -> Rect:
        return Rect(
            self.x,
            self.y,
            self.width,
            self.height,
            self.fill,
            self.stroke,
            radius=radius,
            item=self.item,
        )

    def body(self, points: Points) -> Polygon:
        return Polygon(points, self.fill, self.stroke, item=self.item)


def _vision(box: _Box) -> Shapes:
    return _double_frame(box, min(6.0, box.unit * 0.3), "accent", "onAccent")


def _image(box: _Box) -> Shapes:
    return _double_frame(box, min(12.0, box.unit * 0.3), box.fill, "accent")


def _double_frame(box: _Box, radius: float, fill: str | None, inner: str) -> Shapes:
    inset = min(3.0, box.unit * 0.2)
    body = Rect(
        box.x,
        box.y,
        box.width,
        box.height,
        fill,
        Stroke("accent", 1.3),
        radius=radius,
        item=box.item,
    )
    frame = Rect(
        box.x + inset,
        box.y + inset,
        box.width - 2 * inset,
        box.height - 2 * inset,
        None,
        Stroke(inner),
        radius=max(1.0, radius - inset),
    )
    return (body, frame)


def _area(box: _Box) -> Shapes:
    """A rectangle with a folded corner."""
    fold = min(9.0, box.unit * 0.32)
    left, low, tip = (
        (box.right - fold, box.y),
        (box.right - fold, box.y + fold),
        (box.right, box.y + fold),
    )
    body = box.body(((box.x, box.y), left, tip, (box.right, box.bottom), (box.x, box.bottom)))
    return (body, Polygon((left, low, tip), "line2" if box.fill else None, box.stroke))


def _state(box: _Box) -> Shapes:
    return (box.rounded(min(box.unit / 2, 20.0)),)


def _milestone(box: _Box) -> Shapes:
    """A hexagon with a point at either side."""
    cut, middle = min(10.0, box.unit * 0.38), box.y + box.height / 2
    near, far = box.x + cut, box.right - cut
    return (
        box.body(
            (
                (near, box.y),
                (far, box.y),
                (box.right, middle),
                (far, box.bottom),
                (near, box.bottom),
                (box.x, middle),
            )
        ),
    )


def _decision(box: _Box) -> Shapes:
    """A rectangle with its corners cut."""
    cut = min(10.0, box.unit * 0.3)
    near, far, top, low = box.x + cut, box.right - cut, box.y + cut, box.bottom - cut
    return (
        box.body(
            (
                (near, box.y),
                (far, box.y),
                (box.right, top),
                (box.right, low),
                (far, box.bottom),
                (near, box.bottom),
                (box.x, low),
                (box.x, top),
            )
        ),
    )


def _action(box: _Box) -> Shapes:
    return (box.rounded(min(4.0, box.unit * 0.14)),)


def _enabler(box: _Box) -> Shapes:
    """A rectangle with a second base line."""
    inset, base = min(6.0, box.unit * 0.16), box.bottom - min(4.0, box.unit * 0.22)
    line = Polyline(((box.x + inset, base), (box.right - inset, base)), box.stroke)
    return (*_action(box), line)


_DRAWN_BY: dict[NodeKind, Callable[[_Box], Shapes]] = {
    "vision": _vision,
    "image": _image,
    "area": _area,
    "state": _state,
    "milestone": _milestone,
    "action": _action,
    "decision": _decision,
    "enabler": _enabler,
}
