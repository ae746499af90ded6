"""A table for spreadsheets: read back as it was, and no text of a planner is ever calculated."""

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.interchange.table_csv import guarded, table_csv

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r\x00"), max_size=12)


@pytest.mark.parametrize(
    "cell", ["=1+1", "+81 3", "-甲", "@SUM(A1)", "\t=1", "  =1", "＝1+1", "-3か月", "\n=1"]
)
def test_what_looks_like_a_formula_stands_behind_an_apostrophe(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"


@pytest.mark.parametrize("cell", ["-5", "+1,234.5", "-3 %", "2020年度目途", "", "a=b"])
def test_figures_and_plain_texts_stay(cell: str) -> None:
    assert guarded(cell) == cell


@given(st.lists(st.lists(CELLS, min_size=2, max_size=4), max_size=4))
def test_any_table_is_read_back(rows: list[list[str]]) -> None:
    data = table_csv(["数", "Name"], rows)
    assert data.startswith(b"\xef\xbb\xbf")
    found = list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))
    assert found == [["数", "Name"], *([guarded(cell) for cell in row] for row in rows)]
    for cell in (cell for row in found[1:] for cell in row):
        assert not cell.lstrip(" \n　").startswith(("=", "@", "\t", "＝", "＋", "－", "＠"))
