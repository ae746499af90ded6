import json
import re
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from strategy_planner.briefing.fonts import advances, measure, printable
from strategy_planner.briefing.line_breaking import break_lines
from strategy_planner.layout.text_breaking import break_title

NOT_FIRST = set(
    "、。，．・：；？！ー）］｝」』】〉》〕ゝゞ々ぁぃぅぇぉっゃゅょァィゥェォッャュョ％…)]}!?"
)
NOT_LAST = set("（［｛「『【〈《〔([{￥¥")
GROUPS = re.compile(
    r"\d{4}年度(?:内|中|目途)?|\d{4}年\d{1,2}月\d{1,2}日|\d+(?:,\d{3})+|\d+\.\d+%|\d+(?:億|万)円|\d+か月"
    r"|令和(?:元|\d+)年度?|[A-Za-z]+|——|……"
)
HARD = (
    "人口減少が進む2040年までに、地域交通を「誰もが使える（ドア・ツー・ドアの）サービス」へ転換する。"
    "①需要の把握、②事業者との協議、③制度設計――の3段階で進め、2030年度に12.5%、約1,200万円の削減を目指す！"
    "きゃっと驚く「ちょっとした」っぷり……という前提です（令和元年6月25日）」。室温は20℃、佐々木ゝ。"
    "Data Free Flow with Trust（DFFT）は、well-known な考え方。"
)


def _texts() -> list[str]:
    facts = Path(__file__).parents[2] / "sample_projects" / "facts"
    found: set[str] = {HARD}
    for file in facts.glob("*.json"):
        _collect(json.loads(file.read_text(encoding="utf-8")), found)
    return sorted(text for text in found if len(text) > 6)


def _collect(value, found: set[str]) -> None:
    if isinstance(value, str):
        found.add(value)
    elif isinstance(value, dict):
        for part in value.values():
            _collect(part, found)
    elif isinstance(value, list):
        for part in value:
            _collect(part, found)


def _lines(text: str, width: float) -> list[str]:
    shown = printable(text)
    return break_lines(shown, advances(shown, 1.0), width)


def _solid(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", range(6, 61))
def test_no_overflow_and_no_broken_rule_on_real_texts(width):
    texts = _texts()
    assert len(texts) > 300
    for text in texts:
        lines = _lines(text, width)
        assert _solid("".join(lines)) == _solid(printable(text))
        paragraphs_start = {part.strip()[:1] for part in text.split("\n")}
        for line in lines:
            assert measure(line, 1.0) <= width + 1e-6, (width, line)
            assert line[:1] not in NOT_FIRST - paragraphs_start, (width, line)
        for line, after in pairwise(lines):
            assert line[-1:] not in NOT_LAST or not after, (width, line)


@pytest.mark.parametrize("width", [8, 13, 21, 34])
def test_numbers_dates_and_words_stay_whole_where_they_fit(width):
    for text in map(printable, _texts()):
        cuts = _cuts(text, _lines(text, width))
        for group in GROUPS.finditer(text):
            if measure(group.group(), 1.0) < width / 2:
                inside = {cut for cut in cuts if group.start() < cut < group.end()}
                assert not inside, (width, group.group(), text)


def _cuts(text: str, lines: list[str]) -> set[int]:
    """Where in the text each line begins."""
    cuts, place = set(), 0
    for line in lines:
        place = text.index(line, place)
        cuts.add(place)
        place += len(line)
    return cuts


def test_a_word_wider_than_the_line_breaks_without_a_hyphen():
    lines = _lines("前置き Pneumonoultramicroscopicsilicovolcanoconiosis 後書き", 10)
    assert "-" not in "".join(lines)
    assert all(measure(line, 1.0) <= 10 for line in lines)


def test_compounds_open_after_their_hyphen():
    assert _lines("well-established", 6) == ["well-", "established"]


def test_newlines_end_lines_and_empty_lines_stay():
    assert _lines("一行目\n\n三行目", 20) == ["一行目", "", "三行目"]


def test_time_grows_with_the_text_only():
    def seconds(text: str) -> float:
        widths = advances(text, 1.0)
        start = time.process_time()
        break_lines(text, widths, 30)
        return time.process_time() - start

    short, long = printable(HARD * 40), printable(HARD * 400)
    seconds(short)
    assert seconds(long) < 40 * max(min(seconds(short) for _ in range(3)), 0.001)


@settings(max_examples=150, deadline=None)
@given(
    st.text(alphabet="健康あっー。、「」（）(A1９0.,%年度内 -\n/😀", max_size=80),
    st.floats(2.0, 30.0),
)
def test_any_text_keeps_its_characters_and_stays_inside(text, width):
    lines = _lines(text, width)
    assert _solid("".join(lines)) == _solid(printable(text))
    assert all(measure(line, 1.0) <= width + 1e-6 for line in lines)


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("Must start by 1 Jul 2018", "1 Jul 2018"),
        ("Earliest 7 Jun 2019 – 6 December 2020", "6 December 2020"),
        ("late by 11 months in all", "11 months"),
        ("from May 2019 on", "May 2019"),
    ],
)
def test_an_english_date_and_a_length_of_time_are_kept_together(text, together):
    narrowest = measure(together, 1.0)
    for width in range(round(narrowest) + 1, round(measure(text, 1.0)) + 1):
        assert any(together in line for line in _lines(text, width))
        assert any(together in line for line in break_title(text, measure, 1.0, 400, width))
