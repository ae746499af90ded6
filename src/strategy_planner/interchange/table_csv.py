"""A table as comma-separated values that a spreadsheet opens as text, never as formulas."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
_FIGURE = re.compile(r"[+-]?[0-9][0-9,]*(\.[0-9]+)?( ?%)?")


def table_csv(head: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """UTF-8 with the mark by which Excel knows it, lines ended as RFC 4180 has them.

    A text that a spreadsheet would take for a formula stands behind an apostrophe; a figure with
    its sign stays one.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    for row in (head, *rows):
        writer.writerow([guarded(cell) for cell in row])
    return b"\xef\xbb\xbf" + out.getvalue().encode("utf-8")


def guarded(cell: str) -> str:
    """A cell that no spreadsheet calculates."""
    begins = cell.lstrip(" \n　").startswith(_BEGINS_A_FORMULA)
    return f"'{cell}" if begins and not _FIGURE.fullmatch(cell) else cell
