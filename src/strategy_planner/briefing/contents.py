"""The table of contents, each line leading to its section."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import Paragraph, Style, fitted, paragraph
from strategy_planner.briefing.sheet import OutlineEntry, Sheet
from strategy_planner.layout.shapes import Polyline, Rect, Stroke

_LINE = Style(12.5, 500, spacing=1.25)
_NUMBER = Style(12.5, 700, "accent")
_HEIGHT, _LEAST_HEIGHT = 29.0, 22.0
_WIDEST = 560.0
_GAP = 40.0
_ROOM_FOR_NUMBER = 36.0


def contents_pages(edition: Edition) -> Iterator[Page]:
    """One page with the sections of the pack and the pages on which they begin."""
    title = edition.say("Contents")
    yield Page(title, edition.title, partial(_draw, edition=edition, own=title), (title,))


def _draw(sheet: Sheet, edition: Edition, own: str) -> None:
    """In one column as long as the page has room, else in two."""
    entries = [entry for entry in sheet.outline if not entry.is_cover and entry.title != own]
    top = CONTENT_TOP + 18
    if not entries:
        nothing = edition.say("This pack has no other sections.")
        sheet.text(paragraph(nothing, edition.content_width, _LINE), sheet.left, top)
        return
    room = edition.content_bottom - top
    columns = 1 if len(entries) * _LEAST_HEIGHT <= room else 2
    rows = -(-len(entries) // columns)
    step = min(_HEIGHT, room / rows)
    width = min((edition.content_width - (columns - 1) * _GAP) / columns, _WIDEST)
    with sheet.element("TOC"):
        for place, entry in enumerate(entries):
            column, line = divmod(place, rows)
            middle = top + (line + 0.5) * step
            left = sheet.left + column * (width + _GAP)
            title = fitted(entry.title, width - _ROOM_FOR_NUMBER - 24, step, _LINE, 8)
            _draw_entry(sheet, entry, title, Rect(left, middle - step / 2, width, step))


def _draw_entry(sheet: Sheet, entry: OutlineEntry, title: Paragraph, box: Rect) -> None:
    style, middle = title.style, box.y + box.height / 2
    top = middle - title.height / 2
    last = top + title.height - style.line / 2
    start = box.x + measure(title.lines[-1], style.size, style.weight) + 8
    dots = Stroke("ink3", 0.8, (0.8, 3.2))
    sheet.ornament(
        Polyline(((start, last + 3.5), (box.right - _ROOM_FOR_NUMBER, last + 3.5)), dots)
    )
    with sheet.element("TOCI"), sheet.element("Reference"):
        words = f"{entry.title} {entry.page}"
        with sheet.link(entry.destination, words, box.x, top, box.width, title.height):
            sheet.text(title, box.x, top)
            sheet.line(box.right, last, str(entry.page), _NUMBER, "end")
