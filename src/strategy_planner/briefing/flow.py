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
_INSET = 10.0
"""What the bar before a heading takes."""
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
    """A portion on its page.

    ``begins`` where it is the first of its section; a further section of the same title is a part
    of it, told apart by its subtitle.
    """

    title: str
    subtitle: str
    portion: Portion
    begins: bool
    is_part: bool


def flow_pages(edition: Edition, sections: Iterable[FlowSection]) -> Iterator[Page]:
    """The sections on as few pages as hold them; the first on a page gives the page its head."""
    room = edition.content_height
    pages: list[list[_Placed]] = []
    left, before = 0.0, ""
    for section in sections:
        is_part = section.title == before
        before = section.title
        under = section.portions(left - _GAP - _HEADING, room) if pages else ()
        portions = under or section.portions(room, room)
        for number, portion in enumerate(portions, start=1):
            words = _numbered(edition, section.subtitle, number, len(portions))
            first = number == 1
            placed = _Placed(
                section.title, words, portion, first and not is_part, first and is_part
            )
            if number == 1 and under:
                pages[-1].append(placed)
                left -= _GAP + _HEADING + portion.height
            else:
                pages.append([placed])
                left = room - portion.height
    for page in pages:
        outlines = tuple(placed.title for placed in page if placed.begins)
        head = page[0]
        draw = partial(_draw, placed=page)
        yield Page(head.title, head.subtitle, draw, outlines, begins_part=head.is_part)


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
    """The head of a section or of a part within a page: that of a page, smaller."""
    sheet.ornament(Rect(sheet.left, middle - 8, 3, 16, "accent"))
    if placed.begins:
        sheet.section(placed.title, middle - _HEADING / 2)
        with sheet.element("H1"):
            used = _draw_title(sheet, placed, middle)
        _draw_subtitle(sheet, placed, middle, used)
    else:
        with sheet.element("H2"):
            _draw_subtitle(sheet, placed, middle, _draw_title(sheet, placed, middle))


def _draw_title(sheet: Sheet, placed: _Placed, middle: float) -> float:
    x = sheet.left + _INSET
    return sheet.line(x, middle, one_line(placed.title, sheet.right - x, _TITLE), _TITLE)


def _draw_subtitle(sheet: Sheet, placed: _Placed, middle: float, used: float) -> None:
    x = sheet.left + _INSET + used + 12
    sheet.line(x, middle + 1, one_line(placed.subtitle, sheet.right - x, _SUBTITLE), _SUBTITLE)
