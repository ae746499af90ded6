from itertools import pairwise

from hypothesis import example, given, settings
from hypothesis import strategies as st

from strategy_planner.layout.text_breaking import NEVER_FIRST, break_title, elide


def measure(text: str, size: float, weight: int) -> float:
    return sum(size * (0.5 if ord(character) < 0x300 else 1.0) for character in text)


def broken(text: str, ems: float, max_lines: int | None = None) -> tuple[str, ...]:
    return break_title(text, measure, 10, 500, ems * 10, max_lines)


def test_what_fits_stays_on_one_line():
    assert broken("育種データ基盤の構築", 10) == ("育種データ基盤の構築",)
    assert broken("", 10) == ("",)


def test_a_long_katakana_word_breaks_between_its_parts():
    lines = broken("国際バイオコミュニティ圏フィージビリティスタディ", 12)
    assert lines == ("国際バイオコミュニティ圏", "フィージビリティスタディ")


def test_a_break_comes_before_an_opening_bracket_rather_than_inside_words():
    lines = broken("健康医療関連データ基盤の構築（大規模コホート・バイオバンク構築）", 18)
    assert lines == ("健康医療関連データ基盤の構築", "（大規模コホート・バイオバンク構築）")


def test_english_breaks_between_words_and_keeps_its_spaces():
    assert broken("Construction of health and medical data infrastructure", 12) == (
        "Construction of health",
        "and medical data",
        "infrastructure",
    )


def test_a_figure_stays_with_its_unit():
    assert "2020年度内に" in broken("2020年度内に3,500億円程度を配分", 8)


def test_a_word_wider_than_the_line_is_taken_apart():
    lines = broken("Donaudampfschifffahrtsgesellschaft", 8)
    assert "".join(lines) == "Donaudampfschifffahrtsgesellschaft"
    assert all(measure(line, 10, 500) <= 80 for line in lines)


def test_a_harsh_break_is_only_taken_to_keep_to_the_lines_allowed():
    title = "国際バイオコミュニティ圏フィージビリティスタディ"
    assert len(broken(title, 11.5)) == 4
    assert len(broken(title, 11.5, 3)) == 3


def test_what_does_not_fit_the_lines_allowed_ends_in_an_ellipsis():
    lines = broken("A very long title that has many words in it", 8, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert elide("かきくけこ", lambda t: 10.0 * len(t), 35) == "かき…"


TITLES = st.text(
    st.sampled_from("バイオデータ基盤構築のをがに、。（）「」・ー圏 化A b1,-２年度ッョ"),
    max_size=40,
)


@settings(max_examples=150, deadline=None)
@given(TITLES, st.floats(4, 20))
@example("111111 、", 4.0)
def test_lines_lose_nothing_fit_and_keep_the_rules_of_line_composition(title, ems):
    lines = broken(title, ems)
    assert "".join("".join(lines).split()) == "".join(title.split())
    assert all(measure(line, 10, 500) <= ems * 10 + 1e-6 for line in lines)
    for line, following in pairwise(lines):
        pieces_fit = measure(line + following[0], 10, 500) <= ems * 10
        assert not pieces_fit or following[0] not in NEVER_FIRST
