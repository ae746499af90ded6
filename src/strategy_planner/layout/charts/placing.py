"""Places for labels: within the frame, none over another, off the lines where there is room."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, pairwise
from math import hypot

from strategy_planner.layout.charts.options import ChartOptions
from strategy_planner.layout.shapes import Anchor, Label, Measure, Polyline, Stroke

Point = tuple[float, float]
_PLAIN = 1.4
"""A label within so many times its size of a point is plainly that point's."""
_ASCENT, _DESCENT = 0.95, 0.25
_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}
_STEP = 0.5
_NEAR = 10
"""Rings of half a line of text within which a place off the lines is looked for."""


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
    texts: list[Box] = field(default_factory=list)
    """Of what is taken, the labels that were put here."""

    def put(self, label: Label, gap: float, *, must: bool = False) -> Label | None:
        """The label beside the point at which it stands, ``gap`` away; None where it has no room.

        One that ``must`` be shown looks farther and farther away. A place off the lines is
        preferred, unless it is far.
        """
        must = must and self._has_width(label)
        near, all_ = (_NEAR, self._farthest) if must else (0, 0)
        off_lines = chain(_beside(label, gap), _rings(label, near))
        found = self._first(off_lines, crossed=False)
        if found is None:
            found = self._first(chain(_beside(label, gap), _rings(label, all_)), crossed=True)
        return self._take(found)

    def leader(self, label: Label, point: Point, o: ChartOptions) -> list[Polyline]:
        """A thin line to a label from what it names, where it stands too far off to be plain."""
        box = box_of(label, self.measure)
        x = min(max(point[0], box.left), box.right)
        y = min(max(point[1], box.top), box.bottom)
        is_plain = hypot(x - point[0], y - point[1]) <= _PLAIN * label.size
        others = (other for other in self.texts if other != box)
        if is_plain or any(_segment_meets(point, (x, y), other) for other in others):
            return []
        self.lines.append((point, (x, y)))
        return [Polyline((point, (x, y)), Stroke("control", o.unit))]

    def _take(self, label: Label | None) -> Label | None:
        if label is not None:
            box = box_of(label, self.measure)
            self.taken.append(box)
            self.texts.append(box)
        return label

    def put_along(self, label: Label, right: float, gap: float) -> Label | None:
        """The label over or under a level line that runs from its point to ``right``."""
        step = label.size
        places = range(int(max(0.0, right - label.x) / step) + 1)
        spots = [
            replace(label, x=label.x + place * step + gap, y=label.y + shift, anchor="start")
            for place in places
            for shift in (-gap, gap + label.size * 0.75)
        ]
        found = self._first(spots, crossed=False) or self._first(spots, crossed=True)
        return self._take(found)

    def _has_width(self, label: Label) -> bool:
        box = box_of(label, self.measure)
        return box.right - box.left <= self.frame.right - self.frame.left

    @property
    def _farthest(self) -> int:
        """The ring that holds the whole frame, in the smallest texts."""
        return int(max(self.frame.right - self.frame.left, self.frame.bottom - self.frame.top) / 3)

    def _first(self, spots: Iterable[Label], *, crossed: bool) -> Label | None:
        """The first free spot; where it must not be ``crossed``, the first off all lines."""
        for spot in spots:
            box = box_of(spot, self.measure)
            if self._is_free(box) and (crossed or not self._is_crossed(box)):
                return spot
        return None

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


def _rings(label: Label, rings: int) -> Iterator[Label]:
    """Places around the point, the nearest first: squares of spots, each larger than the last."""
    down, across = label.size * _STEP, label.size * _STEP * 2
    for ring in range(1, rings + 1):
        for row in range(-ring, ring + 1):
            step = 1 if abs(row) == ring else 2 * ring
            for column in range(-ring, ring + 1, step):
                x, y = label.x + column * across, label.y + row * down
                yield replace(label, x=x, y=y, anchor="middle")


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
    return any(_segment_meets(start, end, box) for start, end in pairwise(line))


def _segment_meets(start: Point, end: Point, box: Box) -> bool:
    """Whether a straight line enters a box (Liang–Barsky)."""
    if max(start[0], end[0]) < box.left or min(start[0], end[0]) > box.right:
        return False
    if max(start[1], end[1]) < box.top or min(start[1], end[1]) > box.bottom:
        return False
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
