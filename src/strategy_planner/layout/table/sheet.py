"""A table as plain rows of text, for files and the clipboard."""

from strategy_planner.layout.table.arrangement import Arrangement, Row, arrange
from strategy_planner.layout.table.columns import Column, column_of
from strategy_planner.layout.table.contents import Contents


def sheet(
    contents: Contents, arrangement: Arrangement, rows: list[Row] | None = None
) -> tuple[list[str], list[list[str]]]:
    """The head and the rows of what a table shows, each cell as a planner reads it.

    Items begin with their number; what the rows are grouped by has a column in any case.
    """
    kind, language = arrangement.record, contents.language
    shown = rows if rows is not None else arrange(contents, arrangement)
    columns = _columns(arrangement)
    head = [column.label.into(language) for column in columns]
    cells = [
        [contents.text(kind, row, column) for column in columns]
        for row in shown
        if isinstance(row, str)
    ]
    return head, cells


def _columns(arrangement: Arrangement) -> list[Column]:
    kind, columns = arrangement.record, list(arrangement.shown)
    wanted = [("number", 0)] if kind == "node" else []
    if arrangement.group:
        wanted.append((arrangement.group, len(columns)))
    for key, place in wanted:
        if all(column.key != key for column in columns):
            columns.insert(place, column_of(kind, key))
    return columns
