"""A table for the terminal, in which Japanese characters count two columns."""

import datetime as dt
import unicodedata
from collections.abc import Sequence


def text_table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Lines with aligned columns, two blanks apart; line breaks in a cell become blanks."""
    cells = [[" ".join(cell.split()) for cell in row] for row in (head, *rows)]
    widths = [max(map(columns, column)) for column in zip(*cells, strict=True)]
    return "\n".join(
        "  ".join(
            cell + " " * (width - columns(cell)) for cell, width in zip(row, widths, strict=True)
        ).rstrip()
        for row in cells
    )


def shown_day(day: dt.date | None) -> str:
    """A day in a table; a dash where there is none."""
    return "–" if day is None else day.isoformat()


def columns(text: str) -> int:
    """How many columns a terminal gives to ``text`` (Unicode Standard Annex 11)."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )
