"""Blocks of cells as spreadsheets put them on the clipboard: tabs between cells, lines for rows."""

from collections.abc import Iterable, Sequence

_QUOTED = ("\t", "\n", "\r")


def write_block(rows: Iterable[Sequence[str]]) -> str:
    """The text of a block; a cell that holds tabs or lines, or begins with a quote, is quoted."""
    return "\n".join("\t".join(map(_written, row)) for row in rows)


def read_block(text: str) -> list[list[str]]:
    """The rows of a block, each as long as the longest; an end of line at the end adds no row."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    rows: list[list[str]] = [[]]
    place = 0
    while place <= len(plain):
        cell, place = _cell_at(plain, place)
        rows[-1].append(cell)
        if plain[place : place + 1] == "\n":
            rows.append([])
        place += 1
    if plain.endswith("\n") and rows[-1] == [""] and len(rows) > 1:
        rows.pop()
    longest = max(map(len, rows))
    return [row + [""] * (longest - len(row)) for row in rows]


def first_cells(text: str) -> str:
    """Of each row the first cell that says something, behind the tabs of the empty ones before."""
    lines: list[str] = []
    for row in read_block(text):
        at = next((place for place, cell in enumerate(row) if cell.strip()), 0)
        lines.append("\t" * at + " ".join(row[at].splitlines()))
    return "\n".join(lines)


def _written(cell: str) -> str:
    if cell.startswith('"') or any(sign in cell for sign in _QUOTED):
        return '"' + cell.replace('"', '""') + '"'
    return cell


def _cell_at(text: str, start: int) -> tuple[str, int]:
    """The cell that begins at ``start`` and where it ends.

    A quote opens a quoted cell only where another closes it right before a tab, a line's end or
    the end: Excel leaves quotes in the middle of a cell as they are.
    """
    if text[start : start + 1] == '"':
        place = start + 1
        while (place := text.find('"', place)) >= 0:
            if text[place + 1 : place + 2] == '"':
                place += 2
            elif text[place + 1 : place + 2] in {"", "\t", "\n"}:
                return text[start + 1 : place].replace('""', '"'), place + 1
            else:
                break
    ends = [end for sign in "\t\n" if (end := text.find(sign, start)) >= 0]
    end = min(ends, default=len(text))
    return text[start:end], end
