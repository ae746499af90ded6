"""Boxes of the one-page summary: a head strip over a list that always fits."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from strategy_planner.briefing.edition import Edition
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.layout.shapes import Ellipse, Rect, Stroke

HEAD_HEIGHT = 18.0
_PAD = 8.0
SIZES = (13.0, 12.0, 11.0, 10.5, 10.0)
"""Of the text, the largest first; smaller is not read from where a one-pager lies."""
_AT_LEAST = 4
_ABOVE, _BELOW = 6.0, 4.0
"""What the text of a card leaves to the strip and to the foot."""
_TWO_LINES = 30.0
_HEAD_STYLE = Style(10.5, 700)
_LEAST_HEAD = 9.0
_MORE = Style(7.5, 400, "ink2")
_SPACING = 1.36
_MARKER_WIDTH = 13.0
_ITEM_GAP = 2.4
_BESIDE = 9.0
"""Between the end of a text and the second text beside it."""


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
    head: float = HEAD_HEIGHT
    """The height of the strip."""

    @property
    def inner(self) -> "Box":
        """What strip and padding leave."""
        top = self.y + self.head + _ABOVE
        height = self.y + self.height - top - _BELOW
        return Box(self.x + _PAD, top, self.width - 2 * _PAD, height)


def draw_card(sheet: Sheet, box: Box, title: str, look: Look, note: str = "") -> None:
    """The frame and the head strip of a card."""
    sheet.ornament(
        Rect(box.x, box.y, box.width, box.height, "surface", Stroke(look.edge, look.line))
    )
    sheet.ornament(
        Rect(box.x, box.y, box.width, box.head, look.strip, Stroke(look.edge, look.line))
    )
    middle = box.y + box.head / 2
    style = replace(_HEAD_STYLE, colour=look.words)
    room = box.width - 2 * _PAD - (measure(note, _MORE.size) + 8 if note else 0.0)
    text = _head(title, room, style) or fitted(
        title, room, box.head, replace(style, size=9.5, spacing=1.3), 7.6
    )
    with sheet.element("H2"):
        sheet.text(text, box.x + _PAD, middle - text.height / 2)
    sheet.line(box.x + box.width - _PAD, middle, note, _MORE, "end")


def head_height(titles: Iterable[str], width: float) -> float:
    """The strip of cards of one width: higher where a title needs a second line."""
    fits = all(_head(title, width - 2 * _PAD, _HEAD_STYLE) for title in titles)
    return HEAD_HEIGHT if fits else _TWO_LINES


def _head(title: str, room: float, style: Style) -> Paragraph | None:
    """The title on one line, None where that would make it too small."""
    line = fitted(title, room, style.line, style, _LEAST_HEAD)
    return None if line.lines[-1].endswith("…") and not title.endswith("…") else line


def card_height(entries: Sequence[Entry], width: float, size: float, at_least: int) -> float:
    """What a card needs below its strip for its first entries, with the count of the others."""
    shown = entries[:at_least]
    more = _MORE.line if len(entries) > at_least else 0.0
    laid = [_entry(entry, width - 2 * _PAD - _MARKER_WIDTH, size) for entry in shown]
    return _ABOVE + max(_height(laid), 0.0) + more + _BELOW


def draw_entries(
    sheet: Sheet, edition: Edition, box: Box, entries: Sequence[Entry], size: float, empty: str
) -> None:
    """The entries that fit; the others are counted, for they stand in the lists of the pack."""
    if not entries:
        sheet.text(paragraph(empty, box.width, Style(size, 400, "ink3")), box.x, box.y)
        return
    laid, left_out = _laid(box, entries, size)
    y = box.y
    with sheet.element("L", numbered=any(each.entry.marker != "•" for each in laid)):
        for each in laid:
            with sheet.element("LI"):
                y = _draw_entry(sheet, each, box.x, y)
    if left_out:
        words = edition.say("and {count} more, see the lists", count=left_out)
        sheet.line(box.x + _MARKER_WIDTH, y + 5, words, _MORE)


def _draw_entry(sheet: Sheet, each: "_LaidEntry", x: float, y: float) -> float:
    text, left = each.text, x + _MARKER_WIDTH
    _draw_marker(sheet, each.entry, x, y, text.style)
    with sheet.element("LBody"):
        y = sheet.text(text, left, y)
        if each.under is not None and each.is_beside:
            after = left + measure(text.lines[-1], text.style.size, text.style.weight) + _BESIDE
            sheet.line(after, y - text.style.line / 2, each.under.lines[0], each.under.style)
        elif each.under is not None:
            y = sheet.text(each.under, left, y)
    return y + _ITEM_GAP


@dataclass(frozen=True, slots=True)
class _LaidEntry:
    """An entry in its lines; the second text stands under them, or beside the last one."""

    entry: Entry
    text: Paragraph
    under: Paragraph | None = None
    is_beside: bool = False

    @property
    def height(self) -> float:
        under = self.under.height if self.under is not None and not self.is_beside else 0.0
        return self.text.height + under


def _laid(box: Box, entries: Sequence[Entry], size: float) -> tuple[list[_LaidEntry], int]:
    """As many entries as fit; a single one that is too long ends in an ellipsis."""
    laid = [_entry(entry, box.width - _MARKER_WIDTH, size) for entry in entries]
    if _height(laid) <= box.height:
        return laid, 0
    count = len(laid)
    while count > 1 and _height(laid[:count]) + _MORE.line > box.height:
        count -= 1
    kept = laid[:count]
    if _height(kept) + _MORE.line > box.height:
        entry, text = kept[0].entry, kept[0].text
        room = box.height - _MORE.line
        cut = fitted(entry.text, text.width, room, text.style, text.style.size)
        kept = [_LaidEntry(entry, cut)]
    return kept, len(laid) - count


def _entry(entry: Entry, width: float, size: float) -> _LaidEntry:
    style = Style(size, 700 if entry.strong else 400, entry.colour, _SPACING)
    small = Style(max(size - 1.2, 7.2), 500, entry.under_colour, _SPACING)
    text = paragraph(entry.text, width, style)
    if not entry.under:
        return _LaidEntry(entry, text)
    used = measure(text.lines[-1], size, style.weight) + _BESIDE
    is_beside = used + measure(entry.under, small.size, small.weight) <= width
    return _LaidEntry(entry, text, paragraph(entry.under, width, small), is_beside)


def _height(laid: Sequence[_LaidEntry]) -> float:
    return sum(each.height + _ITEM_GAP for each in laid) - _ITEM_GAP


def _draw_marker(sheet: Sheet, entry: Entry, x: float, y: float, style: Style) -> None:
    middle = y + style.line / 2
    if entry.marker == "•":
        sheet.ornament(Ellipse(x + 2.5, middle - 1.6, 3.2, 3.2, "ink2"))
    elif entry.marker.startswith("●"):
        sheet.ornament(Ellipse(x - 3, middle - 6, 12, 12, "ink"))
        with sheet.element("Lbl"):
            sheet.line(x + 3, middle, entry.marker[1:], Style(7.5, 700, "surface"), "middle")
    else:
        with sheet.element("Lbl"):
            sheet.line(x, middle, entry.marker, replace(style, weight=700, colour="ink2"))
