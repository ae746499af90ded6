"""What stands on every page: the head with title and number of the document, the foot."""

from contextlib import nullcontext

from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import Style, one_line
from strategy_planner.briefing.sheet import MARGIN_SIDE, MARGIN_TOP, Sheet
from strategy_planner.layout.shapes import Rect

_TITLE = Style(18, 700)
_SUBTITLE = Style(9.5, 400, "ink2")
_DOCUMENT = Style(10.5, 700)
_FOOT = Style(7.5, 400, "ink2")
_PAGE_NUMBER = Style(9, 700)
_HEAD_HEIGHT = 24.0
_DRAFT_BOX = 24.0
_FOOT_RULE, _FOOT_WORDS = 37.5, 26.5


def draw_head(sheet: Sheet, edition: Edition, page: Page) -> None:
    """The accent bar, title and subtitle; at the right the document's number and the draft box.

    The title is a heading where its section begins, and repeated on the pages where that goes on.
    """
    middle = MARGIN_TOP + _HEAD_HEIGHT / 2
    sheet.ornament(Rect(sheet.left, MARGIN_TOP, 4, _HEAD_HEIGHT, "accent"))
    with sheet.furniture():
        room = draw_document_number(sheet, edition, middle) - sheet.left - 24
    _draw_title(sheet, page, middle, room)
    sheet.rule(sheet.left, sheet.right, MARGIN_TOP + _HEAD_HEIGHT + 6.6, "ink", 0.9)


def _draw_title(sheet: Sheet, page: Page, middle: float, room: float) -> None:
    title = one_line(page.title, room, _TITLE)
    with sheet.element("H1") if page.begins_section else sheet.furniture():
        used = sheet.line(sheet.left + 12, middle, title, _TITLE)
    subtitle = one_line(page.subtitle, max(room - used - 24, 0), _SUBTITLE)
    if subtitle == "…":
        return
    x = sheet.left + 12 + used + 14
    if page.begins_part:
        with sheet.element("H2"):
            sheet.line(x, middle + 2.5, subtitle, _SUBTITLE)
    else:
        with nullcontext() if page.begins_section else sheet.furniture():
            sheet.line(x, middle + 2.5, subtitle, _SUBTITLE)


def draw_document_number(sheet: Sheet, edition: Edition, middle: float) -> float:
    """The number of the document and, of a draft, the box; the x where they begin."""
    settings, left = edition.plan.settings, sheet.right
    if settings.draft:
        word = edition.say("Draft")
        width = max(_DRAFT_BOX, measure(word, _DOCUMENT.size, 700) + 12)
        left -= width
        sheet.frame(left, middle - 9.5, width, 19, "ink", 0.9)
        sheet.line(left + width / 2, middle, word, _DOCUMENT, "middle")
        left -= 8
    if settings.document_number:
        number = one_line(edition.text(settings, "document_number"), 160, _DOCUMENT)
        left -= sheet.line(left, middle, number, _DOCUMENT, "end")
    return left


def draw_foot(sheet: Sheet, edition: Edition, number: str) -> None:
    """Plan, version, status date and handling; the source; ``number`` is page n of N."""
    with sheet.furniture():
        _draw_foot(sheet, edition, number)


def _draw_foot(sheet: Sheet, edition: Edition, number: str) -> None:
    middle = sheet.height - _FOOT_WORDS
    sheet.rule(sheet.left, sheet.right, sheet.height - _FOOT_RULE, "line2", 0.7)
    used = sheet.line(sheet.right, middle, number, _PAGE_NUMBER, "end")
    source = _source(edition)
    right = sheet.right - used - 18
    if source:
        source = one_line(source, sheet.width * 0.3, _FOOT)
        right -= sheet.line(right, middle, source, _FOOT, "end") + 12
    _draw_foot_words(sheet, edition, middle, right - MARGIN_SIDE)


def _draw_foot_words(sheet: Sheet, edition: Edition, middle: float, room: float) -> None:
    """The words at the left; a long title gives way to what follows it."""
    settings = edition.plan.settings
    marking = edition.text(settings, "marking")
    rest = [
        edition.text(settings, "version"),
        edition.say("as of {day}", day=edition.day(edition.schedule.status_date)),
        marking and edition.say("Handling: {marking}", marking=marking),
    ]
    gap = 11.0
    shown = [one_line(word, room / 3, _FOOT) for word in rest if word]
    taken = sum(measure(word, _FOOT.size) + gap for word in shown)
    x = sheet.left
    for word in (one_line(edition.title, room - taken, _FOOT), *shown):
        x += sheet.line(x, middle, word, _FOOT) + gap


def _source(edition: Edition) -> str:
    organisation = edition.text(edition.plan.settings, "organisation")
    return edition.say("Source: {source}", source=organisation) if organisation else ""
