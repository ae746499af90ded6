"""Pages that carry one table, with an introduction over it and notes under it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from strategy_planner.briefing.edition import CONTENT_TOP, Edition, Page
from strategy_planner.briefing.finding_strip import FindingStrip
from strategy_planner.briefing.paragraphs import NOTE, Paragraph, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.briefing.tables import Column, Line, TablePart, paginate

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
    outline: str | None = None


def table_pages(edition: Edition, table: TablePages) -> Iterator[Page]:
    """The table on as many pages as it takes."""
    notes = [paragraph(note, edition.content_width, NOTE) for note in table.notes]
    noted = sum(note.height for note in notes) + (_GAP if notes else 0.0)
    over = table.strip.height + _GAP if table.strip else 0.0
    room = edition.content_height
    parts = paginate(table.columns, table.lines, room - over, room, noted)
    drawings = [(part, notes if part is parts[-1] else []) for part in parts]
    for number, (part, below) in enumerate(drawings, start=1):
        first = number == 1
        yield Page(
            table.title,
            _subtitle(edition, table.subtitle, number, len(drawings)),
            partial(_draw, part=part, notes=below, strip=table.strip if first else None),
            (table.outline or table.title) if first else None,
        )


def _subtitle(edition: Edition, words: str, number: int, count: int) -> str:
    if count == 1:
        return words
    return edition.say("{words} ({number} of {count})", words=words, number=number, count=count)


def _draw(
    sheet: Sheet, part: TablePart, notes: Sequence[Paragraph], strip: FindingStrip | None
) -> None:
    y = CONTENT_TOP
    if strip is not None:
        y = strip.draw(sheet, sheet.left, y) + _GAP
    if part.lines:
        y = part.draw(sheet, sheet.left, y) + _GAP
    for note in notes:
        y = sheet.text(note, sheet.left, y)
