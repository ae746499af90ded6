import pytest

from strategy_planner.briefing.fonts import (
    GETA,
    advances,
    measure,
    printable,
    runs,
    unprintable,
)


@pytest.mark.parametrize(
    "text", ["髙﨑德葛𠮷", "①⑳ⅠⅢ㎡㈱～−➡◆", "個人情報保護法", "Łódź Příbram ½", "神"]
)
def test_what_ministries_write_is_printed_as_it_is(text):
    assert printable(text) == text


def test_marks_are_composed_and_selectors_dropped():
    assert printable("か\u3099 e\u0301 葛\U000e0100城 ✓\ufe0f") == "が é 葛城 ✓"


def test_what_no_font_has_is_a_printers_sign_and_is_listed():
    text = "計画😀 א\x07\u200b"
    assert printable(text) == f"計画{GETA} {GETA}{GETA}"
    assert unprintable([text, "計画"]) == ("\x07", "א", "😀")


def test_line_ends_and_spaces_are_plain():
    assert printable("a\r\nb\u2028c\td\u00a0e") in {"a\nb\nc d e", "a\nb\nc d\u00a0e"}


def test_a_piece_of_text_is_of_one_font():
    assert [name for name, _ in runs("健康ęż", 700)] == ["NotoSansJP-Bold", "NotoSans-Regular"]
    assert "".join(piece for _, piece in runs("健康ęż", 700)) == "健康ęż"


def test_widths_are_those_of_the_font():
    assert measure("健康", 10) == 20
    assert measure("12345", 10) == measure("67890", 10)
    assert sum(advances("KPI 2030", 9, 500)) == pytest.approx(measure("KPI 2030", 9, 500))
