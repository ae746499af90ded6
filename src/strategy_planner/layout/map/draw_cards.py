"""Items as shapes: the form says the kind, band and pattern the track, the head number and slack.

Everything is drawn with its left upper corner at (0, 0), so that a surface may keep the picture of
a card and put it anywhere.
"""

from strategy_planner.layout.badges import badge_mark
from strategy_planner.layout.kind_shapes import node_shape
from strategy_planner.layout.map.content import NOTE_SIZE, TITLE_SIZE, Reading, text_inset
from strategy_planner.layout.map.elements import CARD_WIDTH, Card, Corridor
from strategy_planner.layout.marks import decision_mark, milestone_mark, severity_mark
from strategy_planner.layout.shapes import (
    Clip,
    Label,
    Pattern,
    Polyline,
    Rect,
    Shape,
    Stroke,
    baseline,
)
from strategy_planner.layout.theme import Theme
from strategy_planner.layout.tracks import track_token

BAND_WIDTH = 7.0
LINE = 16.0
HEAD = 15.0
"""The middle of the head line, from the top."""
BADGE_HEIGHT = -2.0
"""The middle of the badges: on the upper edge, clear of the words below it."""


def card_shapes(
    card: Card, theme: Theme, reading: Reading, *, raised: bool = False
) -> tuple[Shape, ...]:
    """A card whose left upper corner is at (0, 0); ``raised`` while the pointer is on it."""
    width, height = CARD_WIDTH, card.height
    edge = card_edge(card)
    if raised and edge.colour != "late":
        edge = Stroke("accent", 1.4, edge.dash)
    fill = "accentWeak" if raised else "surface"
    return (
        *node_shape(card.kind, 0.0, 0.0, width, height, fill, edge, card.id),
        *band_shapes(card, height, edge, theme),
        *_head(card, width),
        *_note_mark(card, reading.measure(card.note, NOTE_SIZE, 700)),
        *_title(card, width),
        *_micro_corridor(card, width, height),
        *_badges(card, width),
    )


def card_edge(card: Card) -> Stroke:
    """The outline: late, asleep, or in the colour of the track."""
    if card.severity == "late" and not card.dormant:
        return Stroke("late", 2.0)
    if card.dormant:
        return Stroke("dormant", 1.2, (4.0, 3.0))
    if card.track is not None:
        return Stroke(track_token(card.track, "edge"), 1.2)
    return Stroke("control", 1.2)


def band_shapes(card: Card, height: float, edge: Stroke, theme: Theme) -> tuple[Shape, ...]:
    """The track as colour and pattern at the left edge of an action."""
    if card.kind != "action" or card.track is None:
        return ()
    solid, mark = track_token(card.track, "solid"), track_token(card.track, "mark")
    if card.dormant:
        solid, mark = "sunken", "dormant"
    kind = theme.pattern(card.track)
    pattern = None if kind is None else Pattern(kind, mark, spacing=4.0, width=1.0)
    inset = edge.width / 2
    x = BAND_WIDTH + inset
    return (
        Rect(inset, inset, BAND_WIDTH, height - 2 * inset, solid, None, pattern, radius=3.0),
        Polyline(((x + 0.5, inset), (x + 0.5, height - inset)), Stroke(edge.colour, 1.0)),
    )


def _head(card: Card, width: float) -> tuple[Shape, ...]:
    """Number left, slack right: with an octagon or a triangle where it matters."""
    left, right = text_inset(card.kind, card.track)
    on_accent = card.kind == "vision"
    quiet = "onAccent" if on_accent else "ink3"
    shapes: list[Shape] = []
    y = baseline(HEAD, NOTE_SIZE)
    if card.kind == "milestone":
        shapes += milestone_mark(left + 4.0, HEAD, 9.0, "ink2")
        left += 12.0
    elif card.kind == "decision":
        shapes += decision_mark(left + 4.0, HEAD, 10.0, "ink2")
        left += 12.0
    shapes.append(Label(left, y, card.head, NOTE_SIZE, quiet, 500))
    grave = card.severity != "plain" and not card.dormant
    colour = quiet if not grave else card.severity
    shapes.append(
        Label(width - right, y, card.note, NOTE_SIZE, colour, 700 if grave else 400, "end")
    )
    return tuple(shapes)


def _note_mark(card: Card, note_width: float) -> tuple[Shape, ...]:
    """The octagon or triangle left of the note, whose width the surface has measured."""
    if card.severity == "plain" or card.dormant:
        return ()
    _, right = text_inset(card.kind, card.track)
    kind: str = card.severity
    x = CARD_WIDTH - right - note_width - 9.0
    return severity_mark("error" if kind == "late" else "warning", x, HEAD, 12.0)


def _title(card: Card, width: float) -> tuple[Shape, ...]:
    del width
    left, _ = text_inset(card.kind, card.track)
    colour = "onAccent" if card.kind == "vision" else "ink2" if card.dormant else "ink"
    return tuple(
        Label(left, baseline(33.0 + LINE * index, TITLE_SIZE), line, TITLE_SIZE, colour, 500)
        for index, line in enumerate(card.lines)
    )


def _micro_corridor(card: Card, width: float, height: float) -> tuple[Shape, ...]:
    """From today to the vision: light is slack, dark the work at its earliest, hatched too late."""
    corridor = card.corridor
    if corridor is None or card.dormant or card.kind == "vision":
        return ()
    left, right = text_inset(card.kind, card.track)
    span = width - left - right
    y = height - 11.0
    line = Polyline(((left, y + 2.0), (width - right, y + 2.0)), Stroke("line2", 1.0))
    return (line, *_spans(corridor, left, span, y))


def _spans(corridor: Corridor, left: float, span: float, y: float) -> tuple[Shape, ...]:
    start, finish = (left + share * span for share in corridor.work)
    shapes: list[Shape] = []
    if corridor.slack is not None and left + corridor.slack * span > start:
        shapes.append(
            Rect(start, y, left + corridor.slack * span - start, 4.0, "corridor", radius=1.0)
        )
    shapes.append(Rect(start, y, max(3.0, finish - start), 4.0, "link", radius=1.0))
    if corridor.over is not None:
        end = left + corridor.over * span
        begin = min(finish, left + span - 5.0)
        hatch = Pattern("back", "late", spacing=2.6, width=1.2)
        shapes.append(
            Clip(
                begin - 1,
                y - 2,
                max(5.0, end - begin) + 2,
                8.0,
                (
                    Rect(
                        begin,
                        y - 1,
                        max(5.0, end - begin),
                        6.0,
                        "surface",
                        Stroke("late", 1.0),
                        hatch,
                    ),
                ),
            )
        )
    return tuple(shapes)


def _badges(card: Card, width: float) -> tuple[Shape, ...]:
    """Marks of the register, of gates and KPIs, straddling the upper right edge."""
    shapes: list[Shape] = []
    right = width - (26.0 if card.kind in {"area", "milestone"} else 16.0)
    for index, (kind, broken) in enumerate(card.badges):
        shapes += badge_mark(kind, right - 21.0 * index, BADGE_HEIGHT, broken=broken)
    return tuple(shapes)
