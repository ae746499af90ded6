"""Boxes of the one-page summary: a head strip over a list that always fits."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.layout.shapes import Ellipse, Rect, Stroke

HEAD_HEIGHT = 18.0
_PAD = 8.0
_SIZES = (13.0, 12.0, 11.0, 10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
_LEAST = 8.0
_AT_LEAST = 4
_MORE = Style(7.5, 400, "ink2")
_SPACING = 1.36
_MARKER_WIDTH = 13.0
_ITEM_GAP = 2.4


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a card: ground and words of its strip, its edge."""

    strip: str
    words: str
    edge: str
    line: float = 0.8


PLAIN = Look("sunken", "ink", "line2")
GOAL = Look("accentWeak", "accent", "accentLine")
MEASURE = Look("accent", "surface", "accent", 1.0)
DECISION = Look("ink", "surface", "ink", 1.0)


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a card: its marker (``•`` or a number), the text, a second text under it."""

    text: str
    marker: str = "•"
    under: str = ""
    under_colour: str = "ink2"
    strong: bool = False
    colour: str = "ink"


@dataclass(frozen=True, slots=True)
class Box:
    """A place on the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def inner(self) -> "Box":
        """What strip and padding leave."""
        top = self.y + HEAD_HEIGHT + 6
        return Box(self.x + _PAD, top, self.width - 2 * _PAD, self.y + self.height - top - 4)


def draw_card(sheet: Sheet, box: Box, title: str, look: Look, note: str = "") -> None:
    """The frame and the head strip of a card."""
    sheet.ornament(
        Rect(box.x, box.y, box.width, box.height, "surface", Stroke(look.edge, look.line))
    )
    sheet.ornament(
        Rect(box.x, box.y, box.width, HEAD_HEIGHT, look.strip, Stroke(look.edge, look.line))
    )
    middle = box.y + HEAD_HEIGHT / 2
    style = Style(10.5, 700, look.words)
    room = box.width - 2 * _PAD
    if note:
        small = Style(7.5, 400, "ink2")
        room -= sheet.line(box.x + box.width - _PAD, middle, note, small, "end") + 8
    _draw_head(sheet, title, box.x + _PAD, middle, style, room)


def _draw_head(
    sheet: Sheet, title: str, x: float, middle: float, style: Style, room: float
) -> None:
    """On one line down to 9 points, else on two small ones."""
    for size in (style.size, 10.0, 9.5, 9.0):
        text = paragraph(title, room, replace(style, size=size))
        if len(text.lines) == 1:
            break
    else:
        text = fitted(title, room, HEAD_HEIGHT, replace(style, size=7.6, spacing=1.15), 7.6)
    sheet.text(text, x, middle - text.height / 2)


def common_size(boxes: Sequence[tuple[Box, Sequence[Entry]]], largest: float = 10.5) -> float:
    """The size in which a row of cards is set: as large as all fit, never below `_LEAST`."""
    for size in (size for size in _SIZES if size <= largest):
        if all(_fits(box, entries, size) for box, entries in boxes):
            return size
    return _LEAST


def _fits(box: Box, entries: Sequence[Entry], size: float) -> bool:
    """Whether all fit, or of many the first ones with the count of the others."""
    first = entries[:_AT_LEAST]
    room = box.height - (_MORE.line if len(entries) > _AT_LEAST else 0.0)
    return _height([_entry(e, box.width - _MARKER_WIDTH, size) for e in first]) <= room


def draw_entries(
    sheet: Sheet, edition: Edition, box: Box, entries: Sequence[Entry], size: float, empty: str
) -> None:
    """The entries that fit; the others are counted, for they stand in the lists of the pack."""
    if not entries:
        sheet.text(paragraph(empty, box.width, Style(size, 400, "ink3")), box.x, box.y)
        return
    laid, left_out = _laid(box, entries, size)
    y = box.y
    for entry, text, under in laid:
        _draw_marker(sheet, entry, box.x, y, text.style)
        y = sheet.text(text, box.x + _MARKER_WIDTH, y)
        if under is not None:
            y = sheet.text(under, box.x + _MARKER_WIDTH, y)
        y += _ITEM_GAP
    if left_out:
        words = edition.say("and {count} more, see the lists", count=left_out)
        sheet.line(box.x + _MARKER_WIDTH, y + 5, words, _MORE)


_Laid = list[tuple[Entry, Paragraph, Paragraph | None]]


def _laid(box: Box, entries: Sequence[Entry], size: float) -> tuple[_Laid, int]:
    """As many entries as fit; a single one that is too long ends in an ellipsis."""
    laid = [_entry(entry, box.width - _MARKER_WIDTH, size) for entry in entries]
    if _height(laid) <= box.height:
        return laid, 0
    count = len(laid)
    while count > 1 and _height(laid[:count]) + _MORE.line > box.height:
        count -= 1
    kept = laid[:count]
    if _height(kept) + _MORE.line > box.height:
        entry, text, _ = kept[0]
        room = box.height - _MORE.line
        kept = [(entry, fitted(entry.text, text.width, room, text.style, text.style.size), None)]
    return kept, len(laid) - count


def _entry(entry: Entry, width: float, size: float) -> tuple[Entry, Paragraph, Paragraph | None]:
    style = Style(size, 700 if entry.strong else 400, entry.colour, _SPACING)
    small = Style(max(size - 1.2, 7.2), 500, entry.under_colour, _SPACING)
    under = paragraph(entry.under, width, small) if entry.under else None
    return entry, paragraph(entry.text, width, style), under


def _height(laid: _Laid) -> float:
    return (
        sum(text.height + (under.height if under else 0.0) + _ITEM_GAP for _, text, under in laid)
        - _ITEM_GAP
    )


def _draw_marker(sheet: Sheet, entry: Entry, x: float, y: float, style: Style) -> None:
    middle = y + style.line / 2
    if entry.marker == "•":
        sheet.ornament(Ellipse(x + 2.5, middle - 1.6, 3.2, 3.2, "ink2"))
    elif entry.marker.startswith("●"):
        sheet.ornament(Ellipse(x - 3, middle - 6, 12, 12, "ink"))
        sheet.line(x + 3, middle, entry.marker[1:], Style(7.5, 700, "surface"), "middle")
    else:
        sheet.line(x, middle, entry.marker, replace(style, weight=700, colour="ink2"))
