"""Risks on a grid of likelihood and impact, with numbers, and the table of them beside."""

from collections.abc import Iterator
from functools import partial

from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.flow import FlowSection, flow_pages
from strategy_planner.briefing.item_words import MUTED, known_cell
from strategy_planner.briefing.paragraphs import Style, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.stack import Block, stack_section
from strategy_planner.briefing.table_pages import TablePages, table_section
from strategy_planner.briefing.tables import Cell, Column, Line, row, widths
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.calendars.formatting import show_duration
from strategy_planner.layout.shapes import Rect, Stroke
from strategy_planner.model.records import RegisterItem

_SIDES = 5
_CELL_WIDTH, _CELL_HEIGHT = 64.0, 26.0
_AXIS_WIDTH = 56.0
_AXIS = Style(8.5, 400, "ink2")
_NUMBERS = Style(9, 700)
_GROUNDS = ("surface", "surface", "warnWeak", "lateWeak")
"""From little to heavy; the place in the grid says the same without the colour."""
_SHARES = (28, 250, 80, 60, 90, 230)


def risk_pages(edition: Edition) -> Iterator[Page]:
    """Nothing without a risk that is not closed."""
    risks = [
        item
        for item in edition.plan.register.values()
        if item.kind == "risk" and item.effective_state != "closed"
    ]
    if not risks:
        return
    placed = [one for one in risks if one.likelihood is not None and one.impact is not None]
    sections: list[FlowSection] = []
    title, subtitle = edition.say("Risks"), edition.say("Likelihood and impact")
    if placed:
        numbers = {one.id: number for number, one in enumerate(risks, 1)}
        sections.append(stack_section(title, subtitle, [_grid(edition, placed, numbers)]))
    sections.append(table_section(edition, _table(edition, risks)))
    yield from flow_pages(edition, sections)


def _grid(edition: Edition, risks: list[RegisterItem], numbers: dict[str, int]) -> Block:
    height = _SIDES * _CELL_HEIGHT + 2 * _AXIS.line + 8
    return Block(height, partial(_draw_grid, edition, risks, numbers))


def _draw_grid(
    edition: Edition, risks: list[RegisterItem], numbers: dict[str, int], sheet: Sheet, y: float
) -> None:
    words = edition.say(
        "A grid of likelihood and impact from 1 to 5 with the numbers of {count} risks; the table "
        "says the same of each.",
        count=len(risks),
    )
    width = _AXIS_WIDTH + (_SIDES + 1) * _CELL_WIDTH
    height = _SIDES * _CELL_HEIGHT + 2 * _AXIS.line + 8
    with sheet.figure(words, sheet.left, y, width, height):
        _draw_cells(edition, risks, numbers, sheet, y)


def _draw_cells(
    edition: Edition, risks: list[RegisterItem], numbers: dict[str, int], sheet: Sheet, y: float
) -> None:
    left = sheet.left + _AXIS_WIDTH
    y = sheet.text(paragraph(edition.say("Likelihood ↑"), 200, _AXIS), left, y) + 2
    in_cell: dict[tuple[int, int], list[str]] = {}
    for one in risks:
        across = min(max(one.impact or 1, 1), _SIDES)
        up = min(int((one.likelihood or 0) * _SIDES) + 1, _SIDES)
        in_cell.setdefault((across, up), []).append(str(numbers[one.id]))
    for up in range(1, _SIDES + 1):
        for across in range(1, _SIDES + 1):
            x = left + (across - 1) * _CELL_WIDTH
            top = y + (_SIDES - up) * _CELL_HEIGHT
            weight = min((across + up - 2) // 2, len(_GROUNDS) - 1)
            sheet.ornament(
                Rect(x, top, _CELL_WIDTH, _CELL_HEIGHT, _GROUNDS[weight], Stroke("line2", 0.6))
            )
            held = in_cell.get((across, up))
            if held:
                middle = top + _CELL_HEIGHT / 2
                words = edition.say(", ").join(held)
                sheet.line(x + _CELL_WIDTH / 2, middle, words, _NUMBERS, "middle")
    below = y + _SIDES * _CELL_HEIGHT
    for up in range(_SIDES):
        share = f"{up / _SIDES:.0%}–{(up + 1) / _SIDES:.0%}"
        middle = y + (_SIDES - up - 0.5) * _CELL_HEIGHT
        sheet.line(left - 6, middle, share, _AXIS, "end")
    for across in range(1, _SIDES + 1):
        x = left + (across - 0.5) * _CELL_WIDTH
        sheet.line(x, below + _AXIS.line / 2 + 2, str(across), _AXIS, "middle")
    sheet.line(
        left + _SIDES * _CELL_WIDTH + 8, below + _AXIS.line / 2 + 2, edition.say("Impact →"), _AXIS
    )


def _table(edition: Edition, risks: list[RegisterItem]) -> TablePages:
    title = edition.say("Responses to risks")
    heads = (
        edition.say("No."),
        edition.say("Risk"),
        edition.say("Likelihood"),
        edition.say("Impact"),
        edition.say("Delay"),
        edition.say("Response"),
    )
    wide = widths(edition.content_width, _SHARES)
    columns = [Column(head, width) for head, width in zip(heads, wide, strict=True)]
    lines: list[Line] = [_row(edition, columns, number, one) for number, one in enumerate(risks, 1)]
    return TablePages(title, edition.say("What is done about each"), columns, lines)


def _row(edition: Edition, columns: list[Column], number: int, risk: RegisterItem) -> Line:
    cells = (
        Cell(str(number)),
        Cell(edition.text(risk, "title")),
        known_cell(edition, "" if risk.likelihood is None else f"{risk.likelihood:.0%}"),
        known_cell(edition, "" if risk.impact is None else str(risk.impact)),
        Cell(_delay(edition, risk)) if risk.delay else Cell("—", MUTED),
        known_cell(edition, edition.text(risk, "response")),
    )
    return row(columns, cells)


def _delay(edition: Edition, risk: RegisterItem) -> str:
    return show_duration(parse_duration(risk.delay or ""), edition.language)
