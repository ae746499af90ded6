"""What is left of items, frames and the wall where the map is shown small (VISUAL 3).

Titles that would be smaller than 9 px give way to the number, then to the shape alone; titles of
visions, areas and late items stay, larger and in fewer words to a line. From afar titles lie over the
map instead (`far_labels`).
"""

from math import ceil

from strategy_planner.layout.kind_shapes import node_shape
from strategy_planner.layout.map.content import Reading, kind_word, text_inset
from strategy_planner.layout.map.draw_cards import band_shapes, card_edge
from strategy_planner.layout.map.draw_frames import between
from strategy_planner.layout.map.elements import CARD_WIDTH, Card, Frame, Wall
from strategy_planner.layout.marks import severity_mark
from strategy_planner.layout.shapes import Clip, Label, Rect, Shape, Stroke, baseline
from strategy_planner.layout.text_breaking import break_title, elide
from strategy_planner.layout.theme import Theme

FULL = 0.75
"""From this scale on everything is drawn; below, titles of 12 px would be smaller than 9."""
NUMBERS = 0.4
"""Below this scale an item without a grave state is its shape alone."""
GENTLE = 0.5
"""Rather one more line than a word that is broken."""
LINE = 1.25
"""From line to line, in sizes of the letters."""
LEAST = 9.0
"""The least size of a text on the screen, in pixels."""


def small_card_shapes(
    card: Card, theme: Theme, reading: Reading, scale: float
) -> tuple[Shape, ...]:
    """A card at a small scale, its left upper corner at (0, 0)."""
    edge = card_edge(card)
    form = node_shape(card.kind, 0.0, 0.0, CARD_WIDTH, card.height, "surface", edge, card.id)
    band = band_shapes(card, card.height, edge, theme)
    return (*form, *band, *_words(card, reading, scale))


def _words(card: Card, reading: Reading, scale: float) -> tuple[Shape, ...]:
    grave = card.severity == "late" and not card.dormant
    if scale < NUMBERS:
        middle = card.height / 2
        return severity_mark("error", CARD_WIDTH / 2, middle, card.height * 0.6) if grave else ()
    plain = "ink2" if card.dormant else "ink"
    colour = "onAccent" if card.kind == "vision" else "late" if grave else plain
    whole = _title(card, reading, scale, colour)
    if whole:
        return whole
    if grave or card.kind in {"area", "vision"}:
        return _cut_title(card, reading, scale, colour)
    size = LEAST / scale + 1.0
    left, _ = text_inset(card.kind, card.track)
    y = baseline(card.height / 2, size)
    return (Label(left, y, card.head, size, "ink3", 500),)


def _title(card: Card, reading: Reading, scale: float, colour: str) -> tuple[Shape, ...]:
    """The whole title in letters that can just be read; nothing where it has no room."""
    left, right = text_inset(card.kind, card.track)
    size = float(ceil(LEAST / scale))
    for words in (card.name, card.brief):
        lines = break_title(
            words, reading.measure, size, 500, CARD_WIDTH - left - right, line_price=GENTLE
        )
        if len(lines) * size * LINE <= card.height - 4.0:
            break
    else:
        return ()
    return _written(lines, card, left, size, colour)


def _cut_title(card: Card, reading: Reading, scale: float, colour: str) -> tuple[Shape, ...]:
    """As much of the title as has room."""
    left, right = text_inset(card.kind, card.track)
    size = float(ceil(LEAST / scale))
    most = max(1, int((card.height - 4.0) // (size * LINE)))
    room = CARD_WIDTH - left - right
    lines = break_title(card.brief, reading.measure, size, 500, room, most)
    return _written(lines, card, left, size, colour)


def _written(
    lines: tuple[str, ...], card: Card, left: float, size: float, colour: str
) -> tuple[Shape, ...]:
    top = card.height / 2 - size * LINE * (len(lines) - 1) / 2
    return tuple(
        Label(left, baseline(top + size * LINE * index, size), line, size, colour, 500)
        for index, line in enumerate(lines)
    )


def small_frame_shapes(
    frame: Frame, theme: Theme, reading: Reading, scale: float
) -> tuple[Shape, ...]:
    """A frame at a small scale: its title in one line, as much of it as fits."""
    box = frame.box
    fill = between(theme.colour("canvas"), theme.colour("surface"))
    ground = Rect(*box, fill, Stroke("line2", 1.2), radius=8.0)
    size = round(LEAST / scale) + 2.0
    title = "".join(frame.lines)
    if size > 44.0 or not title:
        return (ground,)

    def span(text: str) -> float:
        return reading.measure(text, size, 700)

    room = box.width - 20.0
    if span(title) > room:
        title = elide(title, span, room)
    middle = box.y + (box.height / 2 if frame.folded else min(17.0, size))
    return (ground, Label(box.x + 10.0, baseline(middle, size), title, size, "ink", 700))


def small_wall_shapes(wall: Wall, reading: Reading, scale: float) -> tuple[Shape, ...]:
    """The wall at a small scale: year and title large enough to be read."""
    box = wall.box
    size = min(round(LEAST / scale) + 4.0, 40.0)
    year = min(round(2 * size), 48)
    name = "".join(wall.lines) if reading.language == "ja" else " ".join(wall.lines)
    lines = break_title(name, reading.measure, size, 700, box.width - 16.0)
    shapes: list[Shape] = [Rect(*box, "accent", radius=8.0)]
    cx, y = box.x + box.width / 2, box.y + 24.0 + year / 2
    head = wall.year or kind_word("vision", reading.language)
    if reading.measure(head, year, 700) > box.width - 12.0:
        year = int(year * (box.width - 12.0) / reading.measure(head, year, 700))
    shapes.append(Label(cx, baseline(y, year), head, year, "onAccent", 700, "middle"))
    y += year / 2 + size * 1.4
    for line in lines:
        shapes.append(Label(cx, baseline(y, size), line, size, "onAccent", 700, "middle"))
        y += size * 1.4
    if wall.severity == "late":
        shapes += severity_mark("error", cx, y + 1.5 * size, 2.4 * size, "surface")
        lines = break_title(wall.amount, reading.measure, size, 700, box.width - 16.0)
        for number, line in enumerate(lines):
            middle = baseline(y + size * (3.8 + 1.4 * number), size)
            shapes.append(Label(cx, middle, line, size, "onAccent", 700, "middle"))
    return (Clip(*box, tuple(shapes)),)
