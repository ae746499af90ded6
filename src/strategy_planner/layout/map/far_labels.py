"""Titles that stay readable when the map is seen from afar: they lie over what is less important."""

from typing import NamedTuple

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.map.draw_small import LEAST
from strategy_planner.layout.map.elements import Box, Card, MapLayout
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.shapes import Label, Measure, Rect, Shape, Stroke, baseline
from strategy_planner.layout.text_breaking import elide

MOST = 40
"""So many labels are read at most; more would be a second map."""
WIDEST = 150.0
"""The widest label, in pixels of the screen."""
INSET = 4.0
MARK = 1.3
"""The room of the octagon before a late title, in sizes of the letters."""


class FarLabel(NamedTuple):
    """A title in a box of the map, for one scale."""

    text: str
    late: bool
    box: Box


def far_labels(
    layout: MapLayout, schedule: Schedule, measure: Measure, scale: float
) -> tuple[FarLabel, ...]:
    """The titles of the most important items, each at its item, none over another.

    Late items come first, then the critical chain, further visions, areas and what was decided;
    of equals those nearer to the wall.
    """
    chain = frozenset(schedule.critical_chain)
    ranked = sorted(
        (rank, layout.columns.get(card.id, 0), card.id)
        for card in layout.cards.values()
        if (rank := _rank(card, chain)) is not None
    )
    found: list[FarLabel] = []
    for _, _, id_ in ranked:
        label = _label(layout.cards[id_], layout.boxes[id_], measure, scale)
        if not any(_meet(label.box, other.box) for other in found):
            found.append(label)
        if len(found) == MOST:
            break
    return tuple(found)


def _rank(card: Card, chain: frozenset[str]) -> int | None:
    if card.dormant:
        return None
    if card.severity == "late":
        return 0
    if card.id in chain:
        return 1
    return {"vision": 2, "area": 3, "decision": 4}.get(card.kind)


def _label(card: Card, box: Box, measure: Measure, scale: float) -> FarLabel:
    size = _size(scale)

    def span(text: str) -> float:
        return measure(text, size, 500)

    room = WIDEST / scale
    text = card.brief if span(card.brief) <= room else elide(card.brief, span, room)
    mark = MARK * size if card.severity == "late" else 0.0
    width, height = span(text) + 2 * INSET / scale + mark, size * 1.4
    x = min(box.x + (box.width - width) / 2, -width - 4.0 / scale)
    return FarLabel(text, card.severity == "late", Box(x, box.middle - height / 2, width, height))


def far_label_shapes(label: FarLabel, scale: float) -> tuple[Shape, ...]:
    """The label on a ground of its own."""
    box, size = label.box, _size(scale)
    edge = Stroke("late" if label.late else "line2", 1.0 / scale)
    x = box.x + INSET / scale
    mark = severity_mark("error", x + size / 2, box.middle, size, "lateWeak") if label.late else ()
    return (
        Rect(*box, "lateWeak" if label.late else "surface", edge, radius=3.0 / scale),
        *mark,
        Label(
            x + (MARK * size if label.late else 0.0),
            baseline(box.middle, size),
            label.text,
            size,
            "late" if label.late else "ink",
            500,
        ),
    )


def _size(scale: float) -> float:
    return float(round((LEAST + 1.0) / scale))


def _meet(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom
