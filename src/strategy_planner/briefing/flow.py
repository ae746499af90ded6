"""Sections one under the other: a short one begins where the one before it ends."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.paragraphs import Style, one_line
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.layout.shapes import Rect

_GAP = 16.0
_HEADING = 24.0
_TITLE = Style(13, 700)
_SUBTITLE = Style(9, 400, "ink2")


@dataclass(frozen=True, slots=True)
class Portion:
    """What of a section stands on one page; it is drawn from a height down."""

    height: float
    draw: Callable[[Sheet, float], None]


@dataclass(frozen=True, slots=True)
class FlowSection:
    """A section that may begin under another one.

    ``portions`` takes the room of its first page and that of a whole one; it is empty where the
    first room is not worth beginning in. On a whole page it has to be worth it.
    """

    title: str
    subtitle: str
    portions: Callable[[float, float], Sequence[Portion]]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A portion on its page; ``begins`` where it is the first of its section."""

    title: str
    subtitle: str
    portion: Portion
    begins: bool


def flow_pages(edition: Edition, sections: Iterable[FlowSection]) -> Iterator[Page]:
    """The sections on as few pages as hold them; the first on a page gives the page its head."""
    room = edition.content_height
    pages: list[list[_Placed]] = []
    left = 0.0
    for section in sections:
        under = section.portions(left - _GAP - _HEADING, room) if pages else ()
        portions = under or section.portions(room, room)
        for number, portion in enumerate(portions, start=1):
            words = _numbered(edition, section.subtitle, number, len(portions))
            placed = _Placed(section.title, words, portion, begins=number == 1)
            if number == 1 and under:
                pages[-1].append(placed)
                left -= _GAP + _HEADING + portion.height
            else:
                pages.append([placed])
                left = room - portion.height
    for page in pages:
        outlines = tuple(placed.title for placed in page if placed.begins)
        yield Page(page[0].title, page[0].subtitle, partial(_draw, placed=page), outlines)


def _numbered(edition: Edition, words: str, number: int, count: int) -> str:
    if count == 1:
        return words
    return edition.say("{words} ({number} of {count})", words=words, number=number, count=count)


def _draw(sheet: Sheet, placed: Sequence[_Placed]) -> None:
    y = CONTENT_TOP
    for index, each in enumerate(placed):
        if index:
            y += _GAP
            _draw_heading(sheet, each, y + _HEADING / 2 - 3)
            y += _HEADING
        each.portion.draw(sheet, y)
        y += each.portion.height


def _draw_heading(sheet: Sheet, placed: _Placed, middle: float) -> None:
    """The head of a section within a page: that of a page, smaller."""
    sheet.section(placed.title, middle - _HEADING / 2)
    sheet.ornament(Rect(sheet.left, middle - 8, 3, 16, "accent"))
    room = sheet.right - sheet.left - 10
    with sheet.element("H1"):
        used = sheet.line(sheet.left + 10, middle, one_line(placed.title, room, _TITLE), _TITLE)
    subtitle = one_line(placed.subtitle, room - used - 12, _SUBTITLE)
    sheet.line(sheet.left + 10 + used + 12, middle + 1, subtitle, _SUBTITLE)
