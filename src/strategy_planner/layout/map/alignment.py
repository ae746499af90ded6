"""Pins by which items stand in one line: one below the other, or side by side."""

from collections.abc import Iterable
from typing import Literal

from strategy_planner.layout.map.compose import pin_for
from strategy_planner.layout.map.elements import PITCH, ROW_GAP, MapLayout

Line = Literal["column", "row"]
Pin = tuple[float, float]


def aligned(layout: MapLayout, items: Iterable[str], line: Line) -> dict[str, Pin]:
    """The pins of ``items`` in line with the first of them, which stays where it is.

    In a column they keep their heights, in a row their columns, but for those that would stand
    on one another: these move on by one place. Items that are folded away take no part.
    """
    chosen = [item for item in items if item in layout.boxes]
    if len(chosen) < 2:
        return {}
    return _column(layout, chosen) if line == "column" else _row(layout, chosen)


def _column(layout: MapLayout, chosen: list[str]) -> dict[str, Pin]:
    first = layout.boxes[chosen[0]]
    x, _ = pin_for(layout, first.x, first.y)
    pins: dict[str, Pin] = {chosen[0]: (x, round(first.y))}
    below, above = first.bottom + ROW_GAP, first.y - ROW_GAP
    ranked = sorted(chosen[1:], key=lambda item: layout.boxes[item].y)
    for item in (item for item in ranked if layout.boxes[item].y >= first.y):
        y = max(layout.boxes[item].y, below)
        below = y + layout.boxes[item].height + ROW_GAP
        pins[item] = (x, round(y))
    for item in reversed([item for item in ranked if layout.boxes[item].y < first.y]):
        y = min(layout.boxes[item].y, above - layout.boxes[item].height)
        above = y - ROW_GAP
        pins[item] = (x, round(y))
    return pins


def _row(layout: MapLayout, chosen: list[str]) -> dict[str, Pin]:
    first = layout.boxes[chosen[0]]
    taken: set[float] = set()
    pins: dict[str, Pin] = {}
    for item in (chosen[0], *sorted(chosen[1:], key=lambda item: -layout.boxes[item].x)):
        box = layout.boxes[item]
        x, _ = pin_for(layout, box.x, box.y)
        while x in taken:
            x -= PITCH
        taken.add(x)
        pins[item] = (x, round(first.middle - box.height / 2))
    return pins
