"""Pages that carry tables, each with an introduction over it and notes under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from strategy_planner.briefing.edition import Edition, Page
from strategy_planner.briefing.finding_strip import FindingStrip
from strategy_planner.briefing.flow import FlowSection, Portion, flow_pages
from strategy_planner.briefing.paragraphs import NOTE, Paragraph, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.tables import (
    FEWEST_ROWS,
    Column,
    Line,
    TablePart,
    count_rows,
    paginate,
)

_GAP = 8.0


@dataclass(frozen=True, slots=True)
class TablePages:
    """A table with what belongs to it."""

    title: str
    subtitle: str
    columns: Sequence[Column]
    lines: Sequence[Line]
    notes: Sequence[str] = ()
    """Under the table on its last page."""
    strip: FindingStrip | None = None
    """Over the table on its first page."""


def table_pages(edition: Edition, *tables: TablePages | None) -> Iterator[Page]:
    """The tables on as many pages as they take, one under the other where there is room."""
    return flow_pages(edition, [table_section(edition, each) for each in tables if each])


def table_section(edition: Edition, table: TablePages) -> FlowSection:
    """The table as a section that others may stand over or under."""
    return FlowSection(table.title, table.subtitle, partial(_portions, edition, table))


def _portions(
    edition: Edition, table: TablePages, first_room: float, room: float
) -> Sequence[Portion]:
    """The parts by pages; a table that a page holds whole is not torn to begin on one before."""
    notes = [paragraph(note, edition.content_width, NOTE) for note in table.notes]
    noted = sum(note.height for note in notes) + (_GAP if notes else 0.0)
    over = table.strip.height + _GAP if table.strip else 0.0
    if first_room < room and not _is_worth_beginning(table, first_room - over, room, noted):
        return ()
    parts = paginate(table.columns, table.lines, first_room - over, room, noted)
    return [
        _portion(part, notes if part is parts[-1] else (), table.strip if number == 0 else None)
        for number, part in enumerate(parts)
    ]


def _is_worth_beginning(table: TablePages, first_room: float, room: float, noted: float) -> bool:
    if first_room <= 0:
        return False
    parts = paginate(table.columns, table.lines, first_room, room, noted)
    if len(parts) == 1:
        return True
    is_torn = len(paginate(table.columns, table.lines, room, room, noted)) == 1
    return not is_torn and count_rows(parts[0]) >= FEWEST_ROWS


def _portion(part: TablePart, notes: Sequence[Paragraph], strip: FindingStrip | None) -> Portion:
    over = strip.height + _GAP if strip else 0.0
    noted = sum(note.height for note in notes) + (_GAP if notes else 0.0)
    height = over + (part.height if part.lines else 0.0) + noted
    return Portion(height, partial(_draw, part=part, notes=notes, strip=strip))


def _draw(
    sheet: Sheet,
    y: float,
    part: TablePart,
    notes: Sequence[Paragraph],
    strip: FindingStrip | None,
) -> None:
    if strip is not None:
        y = strip.draw(sheet, sheet.left, y) + _GAP
    if part.lines:
        y = part.draw(sheet, sheet.left, y) + _GAP
    for note in notes:
        y = sheet.text(note, sheet.left, y)
