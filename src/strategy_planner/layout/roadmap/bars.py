"""The shapes of one item in its row: corridor, bar, lateness, marks, words (VISUAL 6)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from strategy_planner.layout.marks import (
    Shapes,
    check_mark,
    closing_mark,
    decision_mark,
    gate_mark,
    milestone_mark,
    review_mark,
    severity_mark,
)
from strategy_planner.layout.roadmap.entries import Look
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.rows import Placed
from strategy_planner.layout.roadmap.spans import MARK_SHARE, Span
from strategy_planner.layout.shapes import (
    Fade,
    Label,
    Pattern,
    Polygon,
    Polyline,
    Rect,
    Stroke,
    baseline,
)
from strategy_planner.layout.tracks import track_token


@dataclass(frozen=True, slots=True)
class Pen:
    """Where and in which colours an item is drawn."""

    placed: Placed
    centre: float
    track: int
    ground: str
    o: RoadmapOptions

    @property
    def top(self) -> float:
        return self.centre - self.o.bar / 2

    @property
    def bottom(self) -> float:
        return self.centre + self.o.bar / 2

    @property
    def bar(self) -> Span:
        return self.placed.geometry.bar

    def token(self, part: str) -> str:
        """A colour of the item's track."""
        return track_token(self.track, part)

    def line(self, colour: str, width: float, *points: tuple[float, float]) -> Polyline:
        """An open line, its width in units."""
        return Polyline(points, Stroke(colour, width * self.o.unit), item=self.placed.entry.id)

    def box(self, span: Span, inset: float = 0.0) -> Rect:
        """A span at the bar's height, less ``inset`` above and below."""
        return Rect(
            span.left,
            self.top + inset,
            span.width,
            self.o.bar - 2 * inset,
            item=self.placed.entry.id,
        )


def bar_shapes(pen: Pen) -> Shapes:
    """Corridor, bar and lateness of an item: what the line of the vision passes over."""
    return (*_corridor(pen), *_BARS[pen.placed.entry.look](pen), *_lateness(pen))


def word_shapes(pen: Pen, crossed: Iterable[float] = ()) -> Shapes:
    """Marks and words of an item, on top of everything.

    Where one of the upright lines at ``crossed`` passes behind words that stand on the ground, the
    line gives way.
    """
    return (
        *_halo(pen, list(crossed)),
        *_marks(pen),
        *_gate(pen),
        *_choice(pen),
        *_words(pen),
        *_pill(pen),
    )


def _corridor(pen: Pen) -> Shapes:
    """From the earliest finish to the latest, with a stop line; dashed where it is conditional."""
    stop, o = pen.placed.geometry.stop, pen.o
    if stop is None:
        return ()
    edge = Stroke(
        "corridorEdge",
        0.6 * o.unit,
        (3 * o.unit, 2 * o.unit) if pen.placed.entry.conditional else (),
    )
    right = max(stop, pen.bar.left)
    start = (
        pen.bar.right if pen.placed.entry.look != "mark" else sum((pen.bar.left, pen.bar.right)) / 2
    )
    stop_line = pen.line("corridorEdge", 1.8, (stop, pen.top - o.unit), (stop, pen.bottom + o.unit))
    if right <= start:
        return (stop_line,)
    return (*_band(pen, Span(start, right), o.unit, edge), stop_line)


def _band(pen: Pen, span: Span, inset: float, edge: Stroke) -> Shapes:
    box = pen.box(span, inset)
    return (
        Rect(box.x, box.y, box.width, box.height, "corridor", item=box.item),
        Polyline(((box.x, box.y), (box.right, box.y)), edge, item=box.item),
        Polyline(((box.x, box.bottom), (box.right, box.bottom)), edge, item=box.item),
    )


def _solid(pen: Pen) -> Shapes:
    box = pen.box(pen.bar)
    edge = Stroke(pen.token("edge"), 1.1 * pen.o.unit)
    share = pen.placed.entry.share
    if share is None:
        return (_filled(box, pen.token("solid"), edge),)
    done = Rect(
        box.x,
        box.y,
        max(box.width * share, 4 * pen.o.unit),
        box.height,
        pen.token("solid"),
        item=box.item,
    )
    return (_filled(box, pen.token("tint")), done, _filled(box, None, edge))


def _filled(box: Rect, fill: str | None, stroke: Stroke | None = None) -> Rect:
    return Rect(box.x, box.y, box.width, box.height, fill, stroke, item=box.item)


def _open(pen: Pen) -> Shapes:
    """目途: tint with an open point."""
    point = min(7 * pen.o.unit, pen.bar.width)
    right, neck = pen.bar.right, pen.bar.right - point
    left = pen.bar.left
    outline = (
        (left, pen.top),
        (neck, pen.top),
        (right, pen.centre),
        (neck, pen.bottom),
        (left, pen.bottom),
    )
    edge = Stroke(pen.token("edge"), 1.2 * pen.o.unit)
    body = Polygon(outline, pen.token("tint"), edge, item=pen.placed.entry.id)
    share = pen.placed.entry.share
    if not share:
        return (body,)
    done = Rect(left, pen.top, (neck - left) * share, pen.o.bar, pen.token("solid"), edge)
    return (body, done)


def _vague(pen: Pen) -> Shapes:
    """Hatched, without an edge at the right."""
    box, unit, edge = pen.box(pen.bar), pen.o.unit, pen.token("edge")
    hatch = Pattern("diag", edge, 4.5 * unit, 0.9 * unit)
    body = Rect(box.x, box.y, box.width, box.height, pen.ground, None, hatch, item=box.item)
    return (body, *_three_sides(pen, box.right, edge, 1.2))


def _three_sides(pen: Pen, right: float, edge: str, left_width: float) -> Shapes:
    left = pen.bar.left
    return (
        pen.line(edge, left_width, (left, pen.top), (left, pen.bottom)),
        pen.line(edge, 0.8, (left, pen.top), (right, pen.top)),
        pen.line(edge, 0.8, (left, pen.bottom), (right, pen.bottom)),
    )


def _fade(pen: Pen) -> Shapes:
    """順次: fades into the ground."""
    box = pen.box(pen.bar)
    fade = Fade(box.x, box.y, box.width, box.height, pen.token("soft"), pen.ground, item=box.item)
    return (fade, *_three_sides(pen, box.x + box.width * 0.72, pen.token("edge"), 1.6))


def _corridor_alone(pen: Pen) -> Shapes:
    """A band with two stops, thin unless the words stand in it."""
    unit, bar = pen.o.unit, pen.bar
    edge = Stroke("corridorEdge", 0.8 * unit)
    stops = tuple(
        pen.line("corridorEdge", 1.8, (x, pen.top + unit), (x, pen.bottom - unit))
        for x in (bar.left, bar.right)
    )
    inset = unit if pen.placed.wording.side == "inside" else pen.o.bar * 0.3
    return (*_band(pen, bar, inset, edge), *stops)


def _mark_alone(_pen: Pen) -> Shapes:
    """The mark itself comes with the marks of bars."""
    return ()


def _reviews(pen: Pen) -> Shapes:
    size = pen.o.bar * 0.75
    return tuple(
        shape
        for x in pen.placed.geometry.reviews
        for shape in review_mark(x, pen.centre, size, pen.ground)
    )


def _done(pen: Pen) -> Shapes:
    """Grey with a base line and a tick."""
    box, unit, o = pen.box(pen.bar), pen.o.unit, pen.o
    edge = Stroke("done", 0.8 * unit)
    if box.width < o.bar:
        return milestone_mark(box.x + box.width / 2, pen.centre, box.width, "done", edge)
    base = Rect(box.x, box.bottom - 4 * unit, box.width, 4 * unit, "done", item=box.item)
    tick = check_mark(box.x + 9 * unit, pen.centre - 1.5 * unit, o.bar * 0.6, "ink2")
    return (_filled(box, "sunken", edge), base, *tick)


def _dormant(pen: Pen) -> Shapes:
    unit = pen.o.unit
    edge = Stroke("dormant", 1.1 * unit, (4 * unit, 3 * unit))
    return (_filled(pen.box(pen.bar), pen.ground, edge),)


def _blocked(pen: Pen) -> Shapes:
    """What cannot come: an empty frame in the colour of what is late, dashed."""
    unit = pen.o.unit
    edge = Stroke("late", 1.4 * unit, (5 * unit, 3 * unit))
    return (_filled(pen.box(pen.bar), pen.ground, edge),)


_BARS: dict[Look, Callable[[Pen], Shapes]] = {
    "solid": _solid,
    "open": _open,
    "vague": _vague,
    "fade": _fade,
    "band": _corridor_alone,
    "mark": _mark_alone,
    "reviews": _reviews,
    "done": _done,
    "dormant": _dormant,
    "blocked": _blocked,
}


def _lateness(pen: Pen) -> Shapes:
    """From the latest finish to the computed one: hatched the other way, in a heavy frame."""
    late, unit = pen.placed.geometry.late, pen.o.unit
    if late is None:
        return ()
    wide = Span(late.left, max(late.right, late.left + 3 * unit))
    box = pen.box(wide, -unit)
    hatch = Pattern("back", "late", 4.6 * unit, 1.2 * unit)
    frame = Stroke("late", 1.5 * unit)
    return (Rect(box.x, box.y, box.width, box.height, pen.ground, frame, hatch, item=box.item),)


def _marks(pen: Pen) -> Shapes:
    """◆ or ★ at the item's end; hollow where the date is only an aim."""
    entry, o = pen.placed.entry, pen.o
    if entry.mark is None:
        return ()
    x = (pen.bar.left + pen.bar.right) / 2 if entry.look == "mark" else pen.bar.right
    fill = pen.token("solid") if entry.firm and entry.look != "dormant" else pen.ground
    draw = decision_mark if entry.mark == "decision" else milestone_mark
    edge = "dormant" if entry.look == "dormant" else pen.token("edge")
    return draw(x, pen.centre, 2 * MARK_SHARE * o.bar, fill, Stroke(edge, 1.2 * o.unit))


def _gate(pen: Pen) -> Shapes:
    entry, where, o = pen.placed.entry, pen.placed.geometry, pen.o
    if entry.gate is None or where.gate is None:
        return ()
    mark = gate_mark(where.gate, pen.centre, o.bar * 0.75, pen.ground)
    if where.gate_words is None:
        return mark
    words = Label(
        where.gate_words.left,
        baseline(pen.centre, o.small),
        entry.gate[1],
        o.small,
        "warn",
        700,
        item=entry.id,
    )
    return (*mark, words)


def _choice(pen: Pen) -> Shapes:
    """★ by when to decide, hollow where the pathway has; a tick where each option closes."""
    choice, where, o = pen.placed.entry.choice, pen.placed.geometry, pen.o
    if choice is None:
        return ()
    size = 2 * MARK_SHARE * o.bar
    ticks = (closing_mark(x, pen.centre, size, "ink2") for x in where.closings)
    shapes = [shape for tick in ticks for shape in tick]
    if where.decide is None:
        return tuple(shapes)
    colour = "late" if choice.days.standing == "missed" else "ink"
    fill = pen.ground if choice.days.standing == "decided" else colour
    shapes += decision_mark(where.decide, pen.centre, size, fill, Stroke(colour, o.unit))
    if where.decide_words is not None:
        place = (where.decide_words.left, baseline(pen.centre, o.small))
        shapes.append(Label(*place, choice.words, o.small, colour, 700, item=pen.placed.entry.id))
    return tuple(shapes)


def _halo(pen: Pen, crossed: list[float]) -> Shapes:
    wording, o = pen.placed.wording, pen.o
    spans = [pen.placed.geometry.gate_words, pen.placed.geometry.decide_words]
    if wording.side in {"left", "right", "note"} and not _in_bar(pen):
        spans.append(wording.words)
    pad, height = 2 * o.unit, o.text * 1.25
    return tuple(
        Rect(span.left - pad, pen.centre - height / 2, span.width + 2 * pad, height, pen.ground)
        for span in spans
        if span is not None and any(span.left - pad < x < span.right + pad for x in crossed)
    )


def _words(pen: Pen) -> Shapes:
    placed, o = pen.placed, pen.o
    y = baseline(pen.centre, o.text)
    if placed.entry.look == "done" and placed.wording.side == "inside":
        y -= 1.5 * o.unit
    label = Label(
        placed.wording.words.left,
        y,
        placed.text,
        o.text,
        _word_colour(pen),
        500,
        item=placed.entry.id,
    )
    return (label,)


def _in_bar(pen: Pen) -> bool:
    words = pen.placed.wording.words
    return pen.bar.left < words.left and words.right < pen.bar.right


def _word_colour(pen: Pen) -> str:
    entry, inside = pen.placed.entry, _in_bar(pen)
    if entry.look in {"dormant", "done"}:
        return "ink2"
    return pen.token("on") if inside and entry.look == "solid" else "ink"


def _pill(pen: Pen) -> Shapes:
    """The finding in words, with its glyph, in a frame."""
    span, pill, o = pen.placed.wording.pill, pen.placed.entry.pill, pen.o
    if span is None or pill is None:
        return ()
    colour = "late" if pill.severity == "error" else "warn"
    height = o.bar + 2 * o.unit
    frame = Rect(
        span.left,
        pen.centre - height / 2,
        span.width,
        height,
        f"{colour}Weak",
        Stroke(colour, o.unit),
        radius=3 * o.unit,
        item=pen.placed.entry.id,
    )
    glyph = severity_mark(
        pill.severity,
        span.left + 5 * o.unit + o.text / 2,
        pen.centre,
        o.text * 0.95,
        f"{colour}Weak",
    )
    words = Label(
        span.left + 9 * o.unit + o.text,
        baseline(pen.centre, o.text),
        pill.text,
        o.text,
        colour,
        700,
        item=pen.placed.entry.id,
    )
    return (frame, *glyph, words)
