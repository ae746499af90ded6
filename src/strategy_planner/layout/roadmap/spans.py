"""Where the bar of an item and all that hangs on it stand along the time axis."""

import datetime as dt
from dataclasses import dataclass, replace

from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.roadmap.entries import Entry
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.shapes import Measure

MARK_SHARE = 0.45
"""Half a mark's width, as a share of the bar's height."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch along the time axis."""

    left: float
    right: float

    @property
    def width(self) -> float:
        return self.right - self.left

    def meets(self, other: "Span") -> bool:
        """Whether the two share more than a point."""
        return self.left < other.right and other.left < self.right


@dataclass(frozen=True, slots=True)
class Limits:
    """Where words may stand: within the chart, and rather not across its two lines."""

    left: float
    right: float
    status: float
    vision: float | None


@dataclass(frozen=True, slots=True)
class Geometry:
    """The places of an entry's parts; y is decided by its row."""

    bar: Span
    core: Span
    """The bar with corridor, lateness and marks: what no words may cross."""
    stop: float | None
    late: Span | None
    reviews: tuple[float, ...] = ()
    gate: float | None = None
    gate_words: Span | None = None
    decide: float | None = None
    decide_words: Span | None = None
    closings: tuple[float, ...] = ()
    """Where options close."""

    choice: tuple[Span, ...] = ()
    """What the marks of the choice and their words cover; they may stand far from the bar, so that
    other words find room between.
    """


def geometry(
    entry: Entry, axis: TimeAxis, limits: Limits, measure: Measure, o: RoadmapOptions
) -> Geometry:
    """Put an entry's days on the axis."""
    bar = _bar(entry, axis, limits, o)
    stop = None if entry.stop is None else axis.x(entry.stop)
    late = None if entry.late is None else Span(axis.x(entry.late[0]), axis.x(entry.late[1]))
    reviews = _reviews(entry, axis, limits)
    gate, words = _gate(entry, axis, bar, limits, measure, o)
    edges = [bar.left, bar.right]
    if entry.mark is not None and entry.look != "mark":
        edges.append(bar.right + o.bar * MARK_SHARE)
    if stop is not None:
        edges += [stop - o.unit, stop + o.unit]
    if late is not None:
        edges += [late.left, late.right]
    if gate is not None:
        edges.append(gate - o.row / 4 if words is None else min(gate - o.row / 4, words.left))
    where = Geometry(bar, Span(min(edges), max(edges)), stop, late, reviews, gate, words)
    return where if entry.choice is None else _with_choice(entry, where, axis, limits, measure, o)


def _bar(entry: Entry, axis: TimeAxis, limits: Limits, o: RoadmapOptions) -> Span:
    """The bar, wide enough to be seen; one without an end runs to the vision."""
    left = axis.x(entry.start)
    if entry.look == "mark":
        half = o.bar * MARK_SHARE
        return Span(left - half, left + half)
    if entry.finish is not None:
        right = axis.x(entry.finish)
    else:
        right = limits.vision if limits.vision and limits.vision > left else axis.right
    if entry.look == "done" and right - left < o.bar:
        middle, half = (left + right) / 2, o.bar * MARK_SHARE
        return Span(middle - half, middle + half)
    return Span(left, max(right, left + 4 * o.unit))


def _reviews(entry: Entry, axis: TimeAxis, limits: Limits) -> tuple[float, ...]:
    """The marks of a recurring review, until the vision."""
    if entry.every is None:
        return ()
    end = limits.vision or axis.right
    years = range(entry.start.year + entry.every, axis.years.stop + 1, entry.every)
    day = min(entry.start.day, 28)
    marks = (axis.x(entry.start.replace(year=year, day=day)) for year in years)
    return tuple(x for x in marks if x < end)


def _gate(
    entry: Entry, axis: TimeAxis, bar: Span, limits: Limits, measure: Measure, o: RoadmapOptions
) -> tuple[float | None, Span | None]:
    """The mark of the gate on its day; its words between it and the bar, or before it, or none."""
    if entry.gate is None:
        return None, None
    x = axis.x(entry.gate[0])
    half, width = o.row / 4 + 2 * o.unit, measure(entry.gate[1], o.small, 700)
    if x + half + width + 6 * o.unit < bar.left:
        return x, Span(x + half, x + half + width)
    if x - half - width < limits.left:
        return x, None
    return x, Span(x - half - width, x - half)


def _with_choice(
    entry: Entry,
    where: Geometry,
    axis: TimeAxis,
    limits: Limits,
    measure: Measure,
    o: RoadmapOptions,
) -> Geometry:
    """★ on the last day to decide with its words, and a tick where each option closes."""
    choice = entry.choice
    assert choice is not None  # noqa: S101 - geometry() looked
    day, half = choice.days.decide_by, o.bar * MARK_SHARE
    decide = _within(axis, day)
    ticks = [_within(axis, closing) for closing in choice.days.closings if closing != day]
    closings = tuple(x for x in ticks if x is not None)
    words = None
    if decide is not None:
        taken = [*_edges(entry, where, o), *(Span(x - half, x + half) for x in closings)]
        words = _beside(decide, measure(choice.words, o.small, 700), taken, limits, o)
    marks = [Span(x - half, x + half) for x in (*closings, decide) if x is not None]
    covered = (*marks, words) if words is not None else tuple(marks)
    return replace(
        where, decide=decide, decide_words=words, closings=closings, choice=tuple(covered)
    )


def _edges(entry: Entry, where: Geometry, o: RoadmapOptions) -> list[Span]:
    """What no words of a choice may stand on: in a corridor they may."""
    bar, half = where.bar, o.row / 4
    spans = [bar]
    if entry.look == "band":
        spans = [Span(x - o.unit, x + o.unit) for x in (bar.left, bar.right)]
    if entry.mark is not None and entry.look != "mark":
        spans.append(Span(bar.right - half, bar.right + half))
    if where.stop is not None:
        spans.append(Span(where.stop - o.unit, where.stop + o.unit))
    if where.gate is not None:
        spans.append(Span(where.gate - half, where.gate + half))
    return spans + [span for span in (where.late, where.gate_words) if span is not None]


def without_choice_words(where: Geometry) -> Geometry:
    """The same with the marks of the choice alone."""
    marks = tuple(span for span in where.choice if span is not where.decide_words)
    return replace(where, decide_words=None, choice=marks)


def _within(axis: TimeAxis, day: dt.date | None) -> float | None:
    """The place of a day that the axis shows."""
    if day is None or not axis.ordinals[0] <= day.toordinal() <= axis.ordinals[-1]:
        return None
    return axis.x(day)


def _beside(
    x: float, width: float, taken: list[Span], limits: Limits, o: RoadmapOptions
) -> Span | None:
    """Words at the right of a mark, else at its left, where nothing else stands."""
    near = o.row / 4 + 4 * o.unit
    end = limits.right if limits.vision is None else min(limits.right, limits.vision)
    for left in (x + near, x - near - width):
        words = Span(left - 4 * o.unit, left + width + 4 * o.unit)
        if limits.left <= left and words.right < end and not any(map(words.meets, taken)):
            return Span(left, left + width)
    return None
