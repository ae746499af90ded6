"""Tables over any number of pages: rows grow with their text, heads and groups are repeated.

A row is split between pages only when it is taller than a page. All is measured once, so the time
grows with the rows only. A screen reader meets each table once, with its heads and its groups: what
is repeated on a further page is furniture there.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field, replace

from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import CELL, Align, Paragraph, Style, one_line, paragraph
from strategy_planner.briefing.sheet import Sheet
from strategy_planner.layout.shapes import Pattern, Rect, Shape, Stroke

_PAD_X, _PAD_Y = 5.0, 3.6
_HEAD = Style(8.5, 700, "surface", 1.3)
_HEAD_NOTE = Style(7.2, 400, "surface", 1.3)
_MOST_NOTE_LINES = 3
FEWEST_ROWS = 4
"""Of a table on a page, where it has as many."""
_GROUP = Style(9.2, 700)
_GROUP_NOTE = Style(8.0, 400, "ink2")
_GROUP_HEIGHT = 17.0
_MARK = 8.5

Mark = Callable[[float, float, float], Iterable[Shape]]
"""A sign before the text of a cell: its shapes around (cx, cy) in a size."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head with an optional second line, its width in points, its side."""

    title: str
    width: float
    align: Align = "start"
    note: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A text with its style, and a sign before it."""

    text: str
    style: Style = CELL
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A strip over the rows of a track, with its band."""

    title: str
    note: str
    colour: str
    edge: str
    pattern: Pattern | None = None
    again: str = ""
    """What is added to the title where the group goes on on the next page."""
    goes_on: bool = False
    """Whether it stands here once more, over the rows of a further page."""
    identity: object = field(default_factory=object, compare=False)


@dataclass(frozen=True, slots=True)
class Row:
    """A row at its height; ``tint`` is the token of its ground."""

    cells: tuple[Paragraph, ...]
    marks: tuple[Mark | None, ...]
    height: float
    tint: str | None = None
    item: str | None = None
    """The destination that it is: links to the item lead to this row."""
    identity: object = None
    """Shared by the parts of a row that is split."""


Line = Row | Group


@dataclass(frozen=True, slots=True)
class TablePart:
    """What of a table stands on one page."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    table: object
    """The same for all parts of a table."""

    @property
    def height(self) -> float:
        return head_height(self.columns) + sum(map(line_height, self.lines))

    def draw(self, sheet: Sheet, x: float, y: float) -> float:
        """Draw the part; the y under it."""
        width = sum(column.width for column in self.columns)
        with sheet.element("Table", of=self.table) as is_new:
            with nullcontext() if is_new else sheet.furniture():
                y = _draw_head(sheet, self.columns, x, y)
            for lines in _by_group(self.lines):
                first = lines[0]
                group = first.identity if isinstance(first, Group) else (self.table, "body")
                with sheet.element("TBody", of=group):
                    y = self._draw_lines(sheet, lines, x, y, width)
        sheet.rule(x, x + width, y, "ink", 0.9)
        return y

    def _draw_lines(
        self, sheet: Sheet, lines: Sequence[Line], x: float, y: float, width: float
    ) -> float:
        for line in lines:
            if isinstance(line, Group):
                with sheet.furniture() if line.goes_on else nullcontext():
                    _draw_group(sheet, line, len(self.columns), x, y, width)
            else:
                _draw_row(sheet, line, self.columns, x, y, width)
            y += line_height(line)
        return y


def _by_group(lines: Iterable[Line]) -> list[list[Line]]:
    """The lines in runs, each from a group's strip on to the next."""
    runs: list[list[Line]] = []
    for line in lines:
        if not runs or isinstance(line, Group):
            runs.append([])
        runs[-1].append(line)
    return runs


def row(
    columns: Sequence[Column],
    cells: Sequence[Cell],
    tint: str | None = None,
    item: str | None = None,
) -> Row:
    """Lay out the cells of a row: the tallest decides its height."""
    texts = tuple(
        paragraph(
            cell.text,
            column.width - 2 * _PAD_X - (_MARK + 3 if cell.mark else 0),
            cell.style,
            column.align,
        )
        for column, cell in zip(columns, cells, strict=True)
    )
    height = max(text.height for text in texts) + 2 * _PAD_Y
    return Row(texts, tuple(cell.mark for cell in cells), height, tint, item)


def paginate(
    columns: Sequence[Column],
    lines: Sequence[Line],
    first_room: float,
    room: float,
    tail: float = 0.0,
) -> list[TablePart]:
    """The table in parts: the first in ``first_room``, each further one in ``room``.

    A group's strip never ends a page, and stands again on the page where its rows go on. What
    takes ``tail`` under the table never stands alone: the last row goes with it. A last page of
    one to three rows takes rows from the page before, where that one keeps as many.
    """
    parts = _fill(columns, lines, first_room, room, tail)
    if len(parts) == 1 or not _has_rows(lines) or count_rows(parts[-1]) >= FEWEST_ROWS:
        return parts
    balanced = _fill(columns, lines, first_room, room, tail, last_page=_last_lines(lines))
    fits = len(balanced) == len(parts) and balanced[-1].height + tail <= room
    return balanced if fits and count_rows(balanced[-2]) >= FEWEST_ROWS else parts


def _last_lines(lines: Sequence[Line]) -> int:
    """How many lines the last rows take that must not stand alone, with the strip over them."""
    rows = [place for place, line in enumerate(lines) if isinstance(line, Row)]
    first = rows[-FEWEST_ROWS:][0]
    if first and isinstance(lines[first - 1], Group):
        first -= 1
    return len(lines) - first


def _fill(
    columns: Sequence[Column],
    lines: Sequence[Line],
    first_room: float,
    room: float,
    tail: float,
    last_page: int = 0,
) -> list[TablePart]:
    """Each page as full as it gets; the last ``last_page`` lines begin a page."""
    columns, table = tuple(columns), object()
    head = head_height(columns)
    parts: list[TablePart] = []
    current: list[Line] = []
    left, group = first_room - head, None
    waiting = list(reversed(lines))
    while waiting:
        line = waiting.pop()
        if isinstance(line, Group):
            group = line
        need = line_height(line) + _needed_after(line, waiting, room - head)
        need += 0.0 if waiting else tail
        is_short = not parts and first_room < room
        starts_last = len(waiting) + 1 == last_page and _has_rows(current)
        if starts_last or (need > left and (_has_rows(current) or is_short)):
            parts.append(TablePart(columns, tuple(_without_trailing_group(current)), table))
            current, left = [], room - head
            if group is not None and group is not line:
                again = replace(group, title=group.title + group.again, goes_on=True)
                current.append(again)
                left -= _GROUP_HEIGHT
        if isinstance(line, Row) and line.height > left:
            line, rest = _split(line, left)
            waiting.append(rest)
        current.append(line)
        left -= line_height(line)
    parts.append(TablePart(columns, tuple(current), table))
    return parts


def head_height(columns: Iterable[Column]) -> float:
    """The height of the head, with the second line of notes where a column has one."""
    tallest = max(_head_cell(column).height + _note_height(column) for column in columns)
    return tallest + 8.0


def line_height(line: Line) -> float:
    """The height of a row or of a group's strip."""
    return _GROUP_HEIGHT if isinstance(line, Group) else line.height


def widths(total: float, shares: Sequence[float]) -> list[float]:
    """Column widths in the given shares of a total."""
    return [total * share / sum(shares) for share in shares]


def _needed_after(line: Line, waiting: Sequence[Line], page: float) -> float:
    """A strip needs the row behind it on its page, of a very tall one only the beginning."""
    if isinstance(line, Row) or not waiting:
        return 0.0
    following = line_height(waiting[-1])
    return following if following <= page - _GROUP_HEIGHT else 0.0


def _has_rows(lines: Iterable[Line]) -> bool:
    return any(isinstance(line, Row) for line in lines)


def count_rows(part: TablePart) -> int:
    """The rows of a part, without the strips of groups."""
    return sum(isinstance(line, Row) for line in part.lines)


def _without_trailing_group(lines: list[Line]) -> list[Line]:
    return lines[:-1] if lines and isinstance(lines[-1], Group) else lines


def _split(whole: Row, room: float) -> tuple[Row, Row]:
    """A row taller than a page: what fits, and the rest as a row without its signs."""
    inner = room - 2 * _PAD_Y
    first, rest = zip(*(cell.split(inner) for cell in whole.cells), strict=True)
    none: tuple[Mark | None, ...] = (None,) * len(rest)
    height = max(max(cell.height for cell in rest) + 2 * _PAD_Y, 1.0)
    identity = whole.identity or object()
    kept = replace(whole, cells=first, height=room, identity=identity)
    return kept, Row(rest, none, height, whole.tint, identity=identity)


def _head_cell(column: Column) -> Paragraph:
    return paragraph(column.title, column.width - 2 * _PAD_X, _HEAD, column.align)


def _head_note(column: Column) -> Paragraph:
    """The note, cut where it would take the page from the rows under it."""
    width = column.width - 2 * _PAD_X
    note = paragraph(column.note, width, _HEAD_NOTE, column.align)
    if len(note.lines) <= _MOST_NOTE_LINES:
        return note
    return paragraph(one_line(column.note, width, _HEAD_NOTE), width, _HEAD_NOTE, column.align)


def _note_height(column: Column) -> float:
    return _head_note(column).height if column.note else 0.0


def _draw_head(sheet: Sheet, columns: Sequence[Column], x: float, y: float) -> float:
    height = head_height(columns)
    sheet.ornament(Rect(x, y, sum(column.width for column in columns), height, "ink"))
    with sheet.element("THead"), sheet.element("TR"):
        for column in columns:
            title = _head_cell(column)
            top = y + (height - title.height - _note_height(column)) / 2
            with sheet.element("TH", scope="Column"):
                below = sheet.text(title, x + _PAD_X, top)
                if column.note:
                    sheet.text(_head_note(column), x + _PAD_X, below)
            x += column.width
    return y + height


def _draw_group(sheet: Sheet, group: Group, columns: int, x: float, y: float, width: float) -> None:
    middle = y + _GROUP_HEIGHT / 2
    sheet.ornament(Rect(x, y, width, _GROUP_HEIGHT, "sunken"))
    band = Rect(x, y, 6.5, _GROUP_HEIGHT, group.colour, Stroke(group.edge, 0.6), group.pattern)
    sheet.ornament(band)
    noted = measure(group.note, _GROUP_NOTE.size) + 8
    title = one_line(group.title, width - 13 - noted - _PAD_X, _GROUP)
    with sheet.element("TR"), sheet.element("TH", scope="Column", span=columns):
        used = sheet.line(x + 13, middle, title, _GROUP)
        sheet.line(x + 13 + used + 8, middle, group.note, _GROUP_NOTE)
    sheet.rule(x, x + width, y + _GROUP_HEIGHT, "line2", 0.6)


def _draw_row(
    sheet: Sheet, line: Row, columns: Sequence[Column], x: float, y: float, width: float
) -> None:
    if line.tint is not None:
        sheet.ornament(Rect(x, y, width, line.height, line.tint))
    with sheet.destination(line.item, y), sheet.element("TR", of=line.identity):
        for place, (column, text) in enumerate(zip(columns, line.cells, strict=True)):
            inset = x + _PAD_X
            top = y + max(_PAD_Y, (line.height - text.height) / 2)
            mark = line.marks[place]
            if mark is not None:
                _draw_mark(sheet, mark, text, column.align, inset, top)
                inset += _MARK + 3
            of = line.identity and (line.identity, place)
            with _cell(sheet, place, of):
                sheet.text(text, inset, top)
            x += column.width
    sheet.rule(x - width, x, y + line.height, "line", 0.6)


def _cell(sheet: Sheet, place: int, of: object) -> AbstractContextManager[bool]:
    """The first cell of a row names it; the others are its data."""
    if place == 0:
        return sheet.element("TH", scope="Row", of=of)
    return sheet.element("TD", of=of)


def _draw_mark(sheet: Sheet, mark: Mark, text: Paragraph, align: Align, x: float, y: float) -> None:
    """The sign before a text, wherever that begins."""
    free = 0.0
    if align == "end":
        size, weight = text.style.size, text.style.weight
        free = text.width - max((measure(each, size, weight) for each in text.lines), default=0.0)
    sheet.ornament(*mark(x + free + _MARK / 2, y + text.style.line / 2, _MARK))
