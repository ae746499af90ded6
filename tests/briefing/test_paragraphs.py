import pytest

from strategy_planner.briefing.fonts import measure
from strategy_planner.briefing.paragraphs import Style, cut_to, fitted, one_line, paragraph

TEXT = "健康医療関連データ基盤の構築（大規模コホート・バイオバンク構築）"
STYLE = Style(10)


@pytest.mark.parametrize("width", range(60, 400, 20))
def test_a_paragraph_keeps_its_text_and_its_width(width):
    for text in (TEXT, TEXT * 6, "Build the health and medical data platform (large cohorts)"):
        made = paragraph(text, width, STYLE)
        assert "".join("".join(made.lines).split()) == "".join(text.split())
        assert all(measure(line, 10) <= width + 1e-6 for line in made.lines)
        assert not any(line[:1] in "、。）・ー" for line in made.lines)
        assert not any(line[-1:] in "（「" for line in made.lines)


def test_markup_is_text():
    assert paragraph("<b>太字</b> &amp;", 300, STYLE).lines == ("<b>太字</b> &amp;",)


def test_a_paragraph_goes_on_in_the_next_column():
    whole = paragraph(TEXT * 5, 100, STYLE)
    first, rest = whole.split(5.5 * STYLE.line)
    assert len(first.lines) == 5
    assert first.lines + rest.lines == whole.lines


def test_a_text_is_made_smaller_before_it_is_cut():
    smaller = fitted(TEXT, 200, 20, STYLE, 6)
    assert 6 <= smaller.style.size < 10
    assert "".join(smaller.lines) == TEXT
    cut = fitted(TEXT * 5, 100, 30, STYLE, 9)
    assert cut.style.size == 9
    assert cut.height <= 30
    assert cut.lines[-1].endswith("…")


def test_a_line_is_cut_with_an_ellipsis_only_where_it_must_be():
    assert one_line("一行\n二行", 100, STYLE) == "一行 二行"
    cut = cut_to(TEXT, 100, 10, 400)
    assert cut.endswith("…")
    assert measure(cut, 10) <= 100
