"""Places for labels: within the frame, none over another, off the lines where there is room."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from strategy_planner.layout.shapes import Anchor, Label, Measure

Point = tuple[float, float]
_ASCENT, _DESCENT = 0.95, 0.25
_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle by its edges."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right and other.left < self.right
            and self.top < other.bottom and other.top < self.bottom
        )  # fmt: skip

    def holds(self, other: "Box") -> bool:
        """Whether the other lies within."""
        return (
            self.left <= other.left and other.right <= self.right
            and self.top <= other.top and other.bottom <= self.bottom
        )  # fmt: skip


def box_of(label: Label, measure: Measure) -> Box:
    """What a label covers."""
    width = measure(label.text, label.size, label.weight)
    left = label.x - _SHARE[label.anchor] * width
    top, bottom = label.y - _ASCENT * label.size, label.y + _DESCENT * label.size
    return Box(left, top, left + width, bottom)


@dataclass
class Placing:
    """What is taken already in a frame; each label that finds a place takes it."""

    frame: Box
    measure: Measure
    taken: list[Box] = field(default_factory=list)
    lines: list[Sequence[Point]] = field(default_factory=list)
    """Lines that a label should rather not lie on."""

    def put(self, label: Label, gap: float, *, must: bool = False) -> Label | None:
        """The label beside the point at which it stands, ``gap`` away; None where it has no room.

        One that ``must`` be shown looks for the nearest free place in the whole frame.
        """
        spots = list(_beside(label, gap))
        if must:
            spots += _around(label, self.frame)
        free = [(spot, box) for spot in spots if self._is_free(box := box_of(spot, self.measure))]
        found = next((one for one in free if not self._is_crossed(one[1])), None)
        found = found or (free[0] if free else None)
        if found is None:
            return None
        self.taken.append(found[1])
        return found[0]

    def _is_free(self, box: Box) -> bool:
        return self.frame.holds(box) and not any(box.meets(other) for other in self.taken)

    def _is_crossed(self, box: Box) -> bool:
        return any(_crosses(line, box) for line in self.lines)


def _beside(label: Label, gap: float) -> Iterable[Label]:
    """Above, below, right and left of the point, then the corners."""
    high, low, level = gap + label.size * 0.3, gap + label.size * 0.95, label.size * 0.36
    sides: tuple[tuple[Anchor, float, float], ...] = (
        ("middle", 0.0, -high), ("middle", 0.0, low), ("start", gap, level), ("end", -gap, level),
        ("start", gap, -high), ("end", -gap, -high), ("start", gap, low), ("end", -gap, low),
        ("start", 0.0, -high), ("end", 0.0, -high), ("start", 0.0, low), ("end", 0.0, low),
    )  # fmt: skip
    for anchor, dx, dy in sides:
        yield replace(label, x=label.x + dx, y=label.y + dy, anchor=anchor)


def _around(label: Label, frame: Box) -> list[Label]:
    """Everywhere in the frame, the nearest places first."""
    down, across = label.size * _STEP, label.size * _STEP * 2
    rows = int((frame.bottom - frame.top) / down) + 1
    columns = int((frame.right - frame.left) / across) + 1
    spots = [
        replace(label, x=frame.left + column * across, y=frame.top + row * down, anchor="start")
        for row in range(rows)
        for column in range(columns)
    ]
    return sorted(spots, key=lambda spot: (spot.x - label.x) ** 2 + (spot.y - label.y) ** 2)


def spread(places: Sequence[float], height: float, top: float, bottom: float) -> list[float]:
    """Middles as near to ``places`` as they can be, ``height`` apart, in the same order.

    From ``top`` to ``bottom`` there must be room for all.
    """
    order = sorted(range(len(places)), key=lambda index: places[index])
    middles = [0.0] * len(places)
    limit = top + height / 2
    for index in order:
        middles[index] = limit = max(places[index], limit)
        limit += height
    limit = bottom - height / 2
    for index in reversed(order):
        middles[index] = limit = min(middles[index], limit)
        limit -= height
    return middles


def _crosses(line: Sequence[Point], box: Box) -> bool:
    return any(_segment_meets(start, end, box) for start, end in itertools.pairwise(line))


def _segment_meets(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight line enters a box (Liang–Barsky)."""
    enters, leaves = 0.0, 1.0
    dx, dy = end[0] - start[0], end[1] - start[1]
    for step, room in (
        (-dx, start[0] - box.left), (dx, box.right - start[0]),
        (-dy, start[1] - box.top), (dy, box.bottom - start[1]),
    ):  # fmt: skip
        if step == 0:
            if room < 0:
                return False
        elif step < 0:
            enters = max(enters, room / step)
        else:
            leaves = min(leaves, room / step)
    return enters <= leaves
