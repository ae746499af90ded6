"""Texts on the clipboard: blocks of cells and lists of titles, there and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from strategy_planner.interchange.tab_separated import read_block, write_block
from strategy_planner.interchange.text_outline import Line, looks_like_outline, read_outline

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=8)
TITLES = st.text("甲乙丙丁abcd e", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(
    st.integers(1, 4).flatmap(
        lambda width: st.lists(
            st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4
        )
    )
)
def test_any_block_is_read_back(rows: list[list[str]]) -> None:
    assert read_block(write_block(rows) + "\n") == rows


def test_excel_ends_its_last_line_and_leaves_quotes_amid_a_cell() -> None:
    assert read_block('a\t5" disk\r\n"two\r\nlines"\t"say ""hi"""\r\n') == [
        ["a", '5" disk'], ["two\nlines", 'say "hi"'],
    ]  # fmt: skip
    assert read_block('"open\tb\nc') == [['"open', "b"], ["c", ""]]


Tree = list[tuple[str, "Tree"]]
TREES: st.SearchStrategy[Tree] = st.recursive(
    st.just([]), lambda below: st.lists(st.tuples(TITLES, below), max_size=3), max_leaves=12
)


def lines_of(tree: Tree, depth: int = 0, parent: int | None = None, out: list[tuple[int, Line]] | None = None) -> list[tuple[int, Line]]:  # fmt: skip
    found = [] if out is None else out
    for title, below in tree:
        found.append((depth, Line(title, parent)))
        lines_of(below, depth + 1, len(found) - 1, found)
    return found


@given(TREES, st.sampled_from(["\t", "  ", "　", "    "]), st.sampled_from(["", "・", "- ", "* "]))
def test_any_outline_is_read_back_from_its_indentation(tree: Tree, step: str, bullet: str) -> None:
    lines = lines_of(tree)
    text = "\n".join(step * depth + bullet + line.title for depth, line in lines)
    assert read_outline(text) == [line for _, line in lines]


@given(TREES)
def test_any_outline_is_read_back_from_its_numbering(tree: Tree) -> None:
    marks = ("第1章 ", "1. ", "(1) ", "① ", "ア．", "・", "- ")
    lines = lines_of(tree)
    deepest = max((depth for depth, _ in lines), default=0)
    if deepest < len(marks):
        text = "\n".join(marks[depth] + line.title for depth, line in lines)
        assert read_outline(text) == [line for _, line in lines]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("５G基盤\n2030年の姿\n3.5次元", ["５G基盤", "2030年の姿", "3.5次元"]),
        ("1.1 甲\n1.2 乙\n", ["甲", "乙"]),
        ("・\n- \n甲", ["・", "-", "甲"]),
        ("①甲\n⑳乙", ["甲", "乙"]),
        ("（１）甲\n(2) 乙", ["甲", "乙"]),
        ("-5度に冷やす", ["-5度に冷やす"]),
    ],
)
def test_bullets_go_and_figures_stay(text: str, titles: list[str]) -> None:
    assert [line.title for line in read_outline(text)] == titles


def test_headings_hold_the_bullets_under_them() -> None:
    text = "施策\n・甲\n・乙\n制度\n1. 丙\n  ・丁\n2. 戊"
    assert [line.parent for line in read_outline(text)] == [None, 0, 0, None, 3, 4, 3]


def test_tabs_inside_lines_make_a_block() -> None:
    assert looks_like_outline("甲\n\t乙\n\t\t丙")
    assert not looks_like_outline("甲\t1\n乙\t2")
    assert not looks_like_outline("甲")
