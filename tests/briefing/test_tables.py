import time

import pytest

from strategy_planner.briefing.tables import (
    Cell,
    Column,
    Group,
    Row,
    head_height,
    paginate,
    row,
)

COLUMNS = [Column("番号", 50), Column("題名", 200), Column("余裕", 60, "end")]
STRIP = Group("区分", "3件", "track1.solid", "track1.edge", again="（続き）")


def _row(text="施策"):
    return row(COLUMNS, (Cell("A-001"), Cell(text), Cell("54日")))


def test_a_row_is_as_high_as_its_tallest_cell():
    assert _row("長い題名" * 30).height > _row().height
    assert _row("一\n二\n三").height == pytest.approx(_row().height + 2 * 8.5 * 1.4)


def test_every_row_stands_on_one_page_in_order():
    rows = [_row(f"施策{n}") for n in range(100)]
    parts = paginate(COLUMNS, rows, 200, 300)
    assert [line for part in parts for line in part.lines] == rows
    assert parts[0].height <= 200
    assert all(part.height <= 300 for part in parts)


def test_a_strip_never_ends_a_page_and_is_repeated_on_the_next():
    room = head_height(COLUMNS) + 3.5 * _row().height
    lines = [_row(), _row(), STRIP, _row(), _row(), _row(), _row()]
    parts = paginate(COLUMNS, lines, room, room)
    for part in parts:
        assert isinstance(part.lines[-1], Row)
    assert parts[1].lines[0] == STRIP
    assert parts[2].lines[0].title == "区分（続き）"


@pytest.mark.parametrize("over", [1, 2, 3])
def test_a_last_page_of_few_rows_takes_some_from_the_page_before(over):
    room = head_height(COLUMNS) + 12.5 * _row().height
    rows = [_row(f"施策{n}") for n in range(24 + over)]
    parts = paginate(COLUMNS, rows, room, room)
    assert [len(part.lines) for part in parts] == [12, 8 + over, 4]
    assert [line for part in parts for line in part.lines] == rows


def test_a_balanced_last_page_begins_with_its_strip():
    room = head_height(COLUMNS) + 12.5 * _row().height
    rows = [_row(f"施策{n}") for n in range(12)]
    within = paginate(COLUMNS, [STRIP, *rows], room, room)
    assert within[-1].lines[0].title == "区分（続き）"
    assert within[-1].lines[1:] == tuple(rows[-4:])
    before = paginate(COLUMNS, [*rows[:8], STRIP, *rows[8:]], room, room)
    assert before[-1].lines == (STRIP, *rows[8:])


def test_a_page_gives_no_rows_when_too_few_would_stay():
    room = head_height(COLUMNS) + 5.5 * _row().height
    rows = [_row(f"施策{n}") for n in range(6)]
    assert [len(part.lines) for part in paginate(COLUMNS, rows, room, room)] == [5, 1]


def test_only_a_row_taller_than_a_page_is_split_and_keeps_its_text():
    text = "これは一つの長い文であり" * 200
    parts = paginate(COLUMNS, [_row(), _row(text), _row()], 300, 300)
    whole = "".join(
        "".join(line.cells[1].lines) for part in parts for line in part.lines[: len(part.lines)]
    )
    assert whole == "施策" + text + "施策"
    assert all(part.height <= 300 + 1e-6 for part in parts)
    middle = _row("これは一つの長い文であり" * 10)
    assert middle.height < 250
    kept = paginate(COLUMNS, [_row("一\n" * 20), middle], 300, 300)
    assert kept[1].lines == (middle,)


def test_a_row_that_fits_a_page_waits_for_one_with_room():
    tall = _row("長い文であり、" * 40)
    parts = paginate(COLUMNS, [STRIP, tall], head_height(COLUMNS) + 40, 400)
    assert [part.lines for part in parts] == [(), (STRIP, tall)]


def test_an_empty_table_is_its_head():
    assert [part.lines for part in paginate(COLUMNS, [], 300, 300)] == [()]
    assert not any(part.lines for part in paginate(COLUMNS, [], 10, 300, tail=400))


def test_ten_times_the_rows_take_about_ten_times_as_long():
    def seconds(count):
        rows = [_row()] * count
        start = time.process_time()
        paginate(COLUMNS, rows, 300, 300)
        return time.process_time() - start

    seconds(100)
    assert seconds(20_000) < 40 * max(seconds(2_000), 0.001)
