"""The title page."""

from collections.abc import Iterator

from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.furniture import draw_document_number
from strategy_planner.briefing.paragraphs import Style, fitted, one_line
from strategy_planner.briefing.sheet import MARGIN_TOP, Sheet
from strategy_planner.briefing.verdict import visions
from strategy_planner.calendars.formatting import show_day
from strategy_planner.layout.shapes import Rect

_TITLE = Style(30, 700, spacing=1.32)
_SUBTITLE = Style(15, 500, "ink2", 1.45)
_KIND = Style(11, 700, "accent")
_DATE = Style(13, 500)
_SMALL = Style(10.5, 400, "ink2")
_WALL = 22.0


def cover_pages(edition: Edition) -> Iterator[Page]:
    """One page: title, vision, date and organisation, number, draft and handling, the wall."""
    yield Page(
        edition.title, "", lambda sheet: _draw(sheet, edition), (edition.say("Cover"),), bare=True
    )


def _draw(sheet: Sheet, edition: Edition) -> None:
    settings = edition.plan.settings
    left, width = sheet.left + 28, edition.width * 0.74
    sheet.ornament(Rect(sheet.width - _WALL, 0, _WALL, sheet.height, "accent"))
    sheet.ornament(Rect(sheet.width - _WALL - 5, 0, 1.6, sheet.height, "accentLine"))
    right = sheet.right - _WALL
    sheet.right = right
    draw_document_number(sheet, edition, MARGIN_TOP + 14)
    marking = edition.text(settings, "marking")
    if marking:
        words = one_line(edition.say("Handling: {marking}", marking=marking), 300, _SMALL)
        sheet.line(right, MARGIN_TOP + 38, words, _SMALL, "end")
    top = sheet.height / 3
    title = fitted(edition.title, width, 150, _TITLE, 14)
    sheet.line(left, top - 44, edition.say("Briefing pack"), _KIND)
    with sheet.element("H1"):
        y = sheet.text(title, left, top - title.style.line / 2) + 12
    sheet.ornament(Rect(left, y, 72, 3, "accent"))
    y += 18
    for vision in visions(edition)[:2]:
        text = fitted(edition.item_title(vision), width, 66, _SUBTITLE, 9)
        y = sheet.text(text, left, y) + 4
    _draw_imprint(sheet, edition, left)


def _draw_imprint(sheet: Sheet, edition: Edition, left: float) -> None:
    """Date, organisation and version at the foot."""
    settings = edition.plan.settings
    created = edition.created.date()
    day = edition.day(created)
    if edition.show_era and day != show_day(created, edition.language):
        day = edition.say("{day} ({other})", day=day, other=show_day(created, edition.language))
    y = sheet.height - 128
    sheet.line(left, y, day, _DATE)
    organisation = edition.text(settings, "organisation")
    if organisation:
        sheet.line(left, y + 24, one_line(organisation, edition.width * 0.7, _DATE), _DATE)
    status = edition.day(edition.schedule.status_date)
    words = [
        edition.text(settings, "version"),
        edition.say("Status date {day}", day=status),
    ]
    line = "　".join(word for word in words if word)
    sheet.line(left, y + 50, one_line(line, edition.width * 0.7, _SMALL), _SMALL)
