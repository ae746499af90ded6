"""Going from item to item with the arrow keys: along links, and up and down in a column."""

from collections.abc import Iterable
from typing import Literal

from strategy_planner.layout.map import Box, MapLayout

Direction = Literal["left", "right", "up", "down"]


def neighbour(layout: MapLayout, here: str, direction: Direction) -> str | None:
    """The item that an arrow key leads to from ``here``.

    Left goes to what this needs, right to what needs it, each to the nearest; where no link
    leads on, and up and down, to the nearest item that stands there.
    """
    box = layout.box_of(here)
    if box is None:
        return None
    linked: list[str] = []
    if direction == "left":
        linked = [route.source for route in layout.routes if route.target == here]
    elif direction == "right":
        linked = [route.target for route in layout.routes if route.source == here]
    return _nearest(layout, box, linked) or _beside(layout, here, box, direction)


def first_item(layout: MapLayout) -> str | None:
    """Where the keyboard begins: at the vision."""
    if layout.wall is not None:
        return layout.wall.id
    return next(iter(layout.cards), None)


def _nearest(layout: MapLayout, box: Box, ids: Iterable[str]) -> str | None:
    known = [(abs(at.middle - box.middle), id_) for id_ in ids if (at := layout.box_of(id_))]
    return min(known)[1] if known else None


def _beside(layout: MapLayout, here: str, box: Box, direction: Direction) -> str | None:
    best: tuple[float, str] | None = None
    for id_, other in _places(layout):
        if id_ == here:
            continue
        distance = _distance(box, other, direction)
        if distance is not None and (best is None or (distance, id_) < best):
            best = distance, id_
    return best[1] if best is not None else None


def _places(layout: MapLayout) -> Iterable[tuple[str, Box]]:
    yield from layout.boxes.items()
    for frame in layout.frames.values():
        if frame.folded:
            yield frame.id, frame.box
    if layout.wall is not None:
        yield layout.wall.id, layout.wall.box


def _distance(box: Box, other: Box, direction: Direction) -> float | None:
    """How far another box is that way; what stands aside counts as further."""
    if direction in {"up", "down"}:
        gap = box.y - other.bottom if direction == "up" else other.y - box.bottom
        aside = abs(other.x - box.x)
    else:
        gap = box.x - other.right if direction == "left" else other.x - box.right
        aside = 0.0 if other.y <= box.middle <= other.bottom else abs(other.middle - box.middle)
    return gap + 3.0 * aside if gap > -1.0 else None
