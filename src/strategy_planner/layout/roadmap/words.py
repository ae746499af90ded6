"""Finding room for an item's words: inside its bar, beside it, or as a numbered note (VISUAL 6)."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from strategy_planner.layout.roadmap.entries import Entry
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.spans import MARK_SHARE, Geometry, Limits, Span
from strategy_planner.layout.shapes import Measure

Side = Literal["inside", "corridor", "right", "left", "note"]
_HOLDS_WORDS = frozenset({"solid", "open", "fade", "dormant", "done", "band", "blocked"})
_NOTE_SAMPLE = "※88"


@dataclass(frozen=True, slots=True)
class Wording:
    """Where the title (or its note's number) and the pill of an item stand."""

    side: Side
    words: Span
    pill: Span | None = None


@dataclass(frozen=True, slots=True)
class _Task:
    """What has to find room."""

    entry: Entry
    geometry: Geometry
    limits: Limits
    width: float
    pill: float
    note: float
    gap: float
    half_mark: float

    @property
    def group(self) -> float:
        """Title and pill side by side."""
        return self.width + (self.pill + self.gap if self.pill else 0.0)

    @property
    def right_end(self) -> float:
        """How far words to the right may reach: never across the vision."""
        vision, core = self.limits.vision, self.geometry.core
        if vision is None or core.left > vision:
            return self.limits.right
        return vision - self.gap

    def is_free(self, span: Span) -> bool:
        """Whether no mark of the choice stands there."""
        if not self.geometry.choice:
            return True
        wide = Span(span.left - self.gap, span.right + self.gap)
        return not any(wide.meets(other) for other in self.geometry.choice)

    def left_of_core(self, width: float) -> Iterator[Span]:
        """The stretches of a width before the item, and before each mark of its choice."""
        core = self.geometry.core.left
        if not self.geometry.choice:
            yield Span(core - self.gap - width, core - self.gap)
            return
        ends = (span.left for span in self.geometry.choice if span.left < core)
        for end in sorted((core, *ends), reverse=True):
            span = Span(end - self.gap - width, end - self.gap)
            if self.is_free(span):
                yield span

    def right_room(self) -> Span:
        """The free stretch behind the item."""
        return Span(self.geometry.core.right + self.gap, self.right_end)


def place_words(
    entry: Entry,
    title: str,
    geometry: Geometry,
    limits: Limits,
    measure: Measure,
    o: RoadmapOptions,
) -> Wording:
    """The first place that has room, in the order inside, corridor, right, left, note."""
    task = _Task(
        entry,
        geometry,
        limits,
        measure(title, o.text, 500),
        pill_width(entry, measure, o),
        measure(_NOTE_SAMPLE, o.text, 500),
        6 * o.unit,
        o.bar * MARK_SHARE,
    )
    return (
        _inside(task)
        or _in_corridor(task)
        or _right(task)
        or _left(task, limits.status)
        or _left(task, limits.left)
        or _note(task)
    )


def pill_width(entry: Entry, measure: Measure, o: RoadmapOptions) -> float:
    """The width of the pill with its glyph, 0 without one."""
    if entry.pill is None:
        return 0.0
    return measure(entry.pill.text, o.text, 700) + o.text + 15 * o.unit


def _inside(task: _Task) -> Wording | None:
    entry = task.entry
    if entry.look == "reviews":
        return _among_reviews(task)
    if entry.look not in _HOLDS_WORDS or entry.share:
        return None
    room = _inner(task)
    if task.width + 2 * task.gap > room.width:
        return None
    words = Span(room.left + task.gap, room.left + task.gap + task.width)
    if not task.pill:
        return Wording("inside", words)
    behind = words.right + task.gap
    within = Span(behind, behind + task.pill) if behind + task.pill < room.right else None
    pill = _pill_beside(task) or within
    return None if pill is None else Wording("inside", words, pill)


def _inner(task: _Task) -> Span:
    """The part of the bar that no edge, mark, tick or hatch takes."""
    bar, late, look = task.geometry.bar, task.geometry.late, task.entry.look
    left, right = bar.left, bar.right
    if look == "open":
        right -= task.half_mark
    elif look == "done":
        left += 2 * task.half_mark
    marks = [span.left for span in task.geometry.choice]
    for edge in (task.geometry.stop, None if late is None else late.left, *marks):
        if edge is not None and left < edge < right:
            right = edge
    return Span(left, right - task.half_mark if task.entry.mark else right)


def _among_reviews(task: _Task) -> Wording | None:
    """Before the first mark of a recurring review."""
    start, marks = task.geometry.bar.left + task.gap, task.geometry.reviews
    end = marks[0] - task.half_mark - task.gap if marks else task.right_end
    if start + task.width > end:
        return None
    return Wording("inside", Span(start, start + task.width))


def _pill_beside(task: _Task) -> Span | None:
    room = task.right_room()
    right = Span(room.left, room.left + task.pill)
    if task.pill <= room.width and task.is_free(right):
        return right
    found = (span for span in task.left_of_core(task.pill) if span.left >= task.limits.left)
    return next(found, None)


def _in_corridor(task: _Task) -> Wording | None:
    """Between bar and stop, where no edge is crossed."""
    stop, bar = task.geometry.stop, task.geometry.bar
    if stop is None or task.pill or task.entry.look == "band":
        return None
    left = bar.right + task.gap
    if task.entry.mark and task.entry.look != "mark":
        left += task.half_mark
    for span in sorted(task.geometry.choice, key=lambda span: span.left):
        if span.meets(Span(left - task.gap, left + task.width + task.gap)):
            left = span.right + task.gap
    if left + task.width + task.gap > stop:
        return None
    return Wording("corridor", Span(left, left + task.width))


def _right(task: _Task) -> Wording | None:
    room = task.right_room()
    if task.group > room.width or not task.is_free(Span(room.left, room.left + task.group)):
        return None
    words = Span(room.left, room.left + task.width)
    if not task.pill:
        return Wording("right", words)
    start = words.right + task.gap
    return Wording("right", words, Span(start, start + task.pill))


def _left(task: _Task, end: float) -> Wording | None:
    span = next((span for span in task.left_of_core(task.group) if span.left >= end), None)
    if span is None:
        return None
    words = Span(span.right - task.width, span.right)
    return Wording("left", words, Span(span.left, span.left + task.pill) if task.pill else None)


def _note(task: _Task) -> Wording:
    """A number beside the bar; in it, where it leaves no room at either side."""
    room = task.right_room()
    group = task.note + (task.gap + task.pill if task.pill else 0.0)
    if group <= room.width and task.is_free(Span(room.left, room.left + group)):
        left = room.left
    else:
        before = (span.left for span in task.left_of_core(group))
        beside = task.geometry.core.left - task.gap - group
        left = next((one for one in before if one >= task.limits.left), beside)
    if left < task.limits.left:
        left = task.geometry.bar.left + task.gap
    words = Span(left, left + task.note)
    start = words.right + task.gap
    return Wording("note", words, Span(start, start + task.pill) if task.pill else None)
