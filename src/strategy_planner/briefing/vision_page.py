"""From the vision to the images of society, the areas and their KPIs."""

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page, Paper
from strategy_planner.briefing.item_words import MUTED, NUMBER, slack_cell
from strategy_planner.briefing.kpi_words import kpi_words
from strategy_planner.briefing.measure_groups import goal_areas, pillars
from strategy_planner.briefing.paragraphs import (
    BODY,
    CELL,
    NOTE,
    Paragraph,
    Style,
    fitted,
    one_line,
    paragraph,
)
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.tables import (
    Cell,
    Column,
    Line,
    TablePart,
    paginate,
    row,
    widths,
)
from strategy_planner.briefing.verdict import visions
from strategy_planner.layout.shapes import Polygon, Rect, Stroke
from strategy_planner.model.records import Node

_WALL, _IMAGES, _GAP = 116.0, 132.0, 18.0
_MOST_ON_WALL = 3
_MOST_KPIS = 3
"""Of an area on this page; all stand in the list of KPIs."""
_ON_WALL = Style(13, 700, "onAccent")
_ON_WALL_SMALL = Style(9, 400, "onAccent")
_IMAGE = Style(10.5, 500)
_IMAGE_NUMBER = Style(8, 500, "ink2")
_READABLE = 340.0
"""How wide a sentence may run."""
_SIZES: dict[Paper, tuple[float, ...]] = {
    "A4": (9.5, 9.0, 8.5, 8.2, 7.8),
    "A3": (12.0, 11.0, 10.0, 9.0, 8.5),
}
"""Of the table, the largest with which it stays on one page."""


def vision_pages(edition: Edition) -> Iterator[Page]:
    """The wall at the right, the images before it, the areas with reason and KPI at the left."""
    title = edition.say("Vision, images and areas")
    images, areas = _of_kind(edition, "image"), goal_areas(edition)
    taken = _WALL + _GAP + (_IMAGES + _GAP if images else 0.0)
    columns = _columns(edition, edition.content_width - taken)
    parts: list[TablePart] = []
    for size in _SIZES[edition.paper]:
        lines: list[Line] = [_row(edition, columns, area, size) for area in areas]
        parts = paginate(columns, lines, edition.content_height, edition.content_height)
        if len(parts) == 1:
            break
    subtitle = edition.say("What is to be reached, by areas, with the measures of success")
    for number, part in enumerate(parts, start=1):
        draw = partial(_draw, edition=edition, images=images, part=part if areas else None)
        words = subtitle
        if len(parts) > 1:
            words = edition.say(
                "{words} ({number} of {count})", words=subtitle, number=number, count=len(parts)
            )
        yield Page(title, words, draw, (title,) if number == 1 else ())


def _of_kind(edition: Edition, kind: str) -> list[Node]:
    return [n for n in edition.plan.nodes.values() if n.kind == kind and not n.is_dropped]


def _columns(edition: Edition, width: float) -> list[Column]:
    shares = (40, 134, 164, 98, 74) if edition.language == "ja" else (38, 112, 170, 92, 102)
    wide = widths(width, shares)
    heads = (
        (edition.say("No."), "start"),
        (edition.say("Area"), "start"),
        (edition.say("Why, and on what strength"), "start"),
        (edition.say("KPI"), "start"),
        (edition.say("Slack"), "end"),
    )
    return [
        Column(head, each, "end" if side == "end" else "start")
        for (head, side), each in zip(heads, wide, strict=True)
    ]


def _row(edition: Edition, columns: list[Column], area: Node, size: float) -> Line:
    small = Style(size - 0.5, spacing=1.3)
    muted = replace(MUTED, size=small.size)
    slack = slack_cell(edition, area)
    figures = size if edition.paper == "A3" else CELL.size
    reason = _reason(edition, area)
    kpis = _kpis(edition, area)
    cells = (
        Cell(area.number or "", replace(NUMBER, size=figures)),
        Cell(edition.item_title(area), Style(size, 500)),
        Cell(reason or edition.to_be_set, small if reason else muted),
        Cell(kpis or edition.to_be_set, small if kpis else muted),
        replace(slack.cell, style=replace(slack.cell.style, size=figures)),
    )
    return row(columns, cells, "lateWeak" if slack.is_late else None)


def _kpis(edition: Edition, area: Node) -> str:
    """The first KPIs of an area, and how many more the list of KPIs has."""
    own = [kpi for kpi in edition.plan.kpis.values() if kpi.node == area.id]
    lines = [words for kpi in own if (words := kpi_words(edition, kpi))]
    if len(lines) > _MOST_KPIS:
        more = edition.say("and {count} more, see the lists", count=len(lines) - _MOST_KPIS)
        lines = [*lines[:_MOST_KPIS], more]
    return "\n".join(lines)


def _reason(edition: Edition, area: Node) -> str:
    """The description without a first line that only says the title again."""
    lines = edition.text_if_translated(area, "description").split("\n")
    if lines and _bare(lines[0]) in _bare(edition.item_title(area)):
        lines = lines[1:]
    return "\n".join(lines).strip()


def _bare(text: str) -> str:
    """Letters and digits alone, ``Ⅰ`` and ``I`` the same."""
    return "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())


def _draw(sheet: Sheet, edition: Edition, images: Sequence[Node], part: TablePart | None) -> None:
    top, bottom = CONTENT_TOP, edition.content_bottom - 4
    _draw_wall(sheet, edition, top, bottom)
    right = sheet.right - _WALL
    if images:
        right -= _GAP + _IMAGES
        _draw_arrow(sheet, right + _IMAGES + 4, (top + bottom) / 2)
        _draw_images(sheet, edition, images, right, top, bottom)
    if part is None:
        sheet.text(_no_areas(edition, right - _GAP - sheet.left), sheet.left, top + 4)
    else:
        below = part.draw(sheet, sheet.left, top)
        note = _work_note(edition, right - _GAP - sheet.left)
        if note is not None and below + 6 + note.height <= edition.content_bottom:
            sheet.text(note, sheet.left, below + 6)
        _draw_arrow(sheet, right - _GAP + 4, (top + bottom) / 2)


def _no_areas(edition: Edition, width: float) -> Paragraph:
    """What would stand in the place of the areas, said where there are none."""
    words = edition.say(
        "No areas yet. Once it is decided in which markets or fields the vision is to come true, "
        "they stand here with their reason, their strength and their KPI."
    )
    return paragraph(words, min(width, _READABLE), replace(BODY, colour="ink3"))


def _work_note(edition: Edition, width: float) -> Paragraph | None:
    """The lines of work, which are areas too but no goals: one sentence under the table."""
    shown = {area.id for area in goal_areas(edition)}
    names = [edition.label(area.id) for area in pillars(edition) if area.id not in shown]
    if not names:
        return None
    words = edition.say("Lines of work: {names}", names=edition.say(", ").join(names))
    return paragraph(words, width, NOTE)


def _draw_wall(sheet: Sheet, edition: Edition, top: float, bottom: float) -> None:
    left, room = sheet.right - _WALL, _WALL - 22
    sheet.ornament(
        Rect(left, top, _WALL, bottom - top, "accent"),
        Rect(left + 3, top + 3, _WALL - 6, bottom - top - 6, None, Stroke("onAccent", 0.7)),
    )
    found = visions(edition)
    shown, left_out = found[:_MOST_ON_WALL], len(found[_MOST_ON_WALL:])
    if left_out:
        words = edition.say("and {count} more, see the lists", count=left_out)
        sheet.line(left + 11, bottom - 14, one_line(words, room, _ON_WALL_SMALL), _ON_WALL_SMALL)
    each = (bottom - top - 20) / max(len(shown), 1)
    for index, vision in enumerate(shown):
        y = top + 14 + index * each
        number = " ".join(filter(None, (vision.number, edition.say("Vision"))))
        y = sheet.text(paragraph(number, room, _ON_WALL_SMALL), left + 11, y) + 4
        title = fitted(edition.item_title(vision), room, each - 130, _ON_WALL, 7)
        y = sheet.text(title, left + 11, y) + 10
        y = sheet.text(paragraph(edition.by_day(vision), room, _ON_WALL_SMALL), left + 11, y) + 6
        kpis = [kpi for kpi in edition.plan.kpis.values() if kpi.node == vision.id]
        words = "\n".join(filter(None, (kpi_words(edition, kpi) for kpi in kpis)))
        goal = edition.say("KPI: {kpi}", kpi=words or edition.to_be_set)
        sheet.text(fitted(goal, room, 52, _ON_WALL_SMALL, 7), left + 11, y)


def _draw_images(
    sheet: Sheet, edition: Edition, images: Sequence[Node], x: float, top: float, bottom: float
) -> None:
    gap = 10.0 if len(images) < 8 else 4.0
    each = (bottom - top + gap) / len(images) - gap
    with sheet.element("L"):
        for index, image in enumerate(images):
            with sheet.element("LI"):
                _draw_image(sheet, edition, image, x, top + index * (each + gap), each)


def _draw_image(
    sheet: Sheet, edition: Edition, image: Node, x: float, y: float, height: float
) -> None:
    sheet.ornament(
        Rect(x, y, _IMAGES, height, "accentWeak", Stroke("accent", 1.1), radius=8),
        Rect(x + 2.5, y + 2.5, _IMAGES - 5, height - 5, None, Stroke("accentLine", 0.7), radius=6),
    )
    title = fitted(edition.item_title(image), _IMAGES - 24, height - 26, _IMAGE, 7)
    y += max(6.0, (height - title.height - 14) / 2)
    with sheet.element("Lbl"):
        sheet.line(x + 12, y + 6, image.number or "", _IMAGE_NUMBER)
    with sheet.element("LBody"):
        sheet.text(title, x + 12, y + 14)


def _draw_arrow(sheet: Sheet, x: float, y: float) -> None:
    sheet.ornament(Polygon(((x, y - 10), (x + 9, y), (x, y + 10)), "accent"))
