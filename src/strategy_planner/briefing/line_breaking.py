"""Japanese line breaking by the classes of JIS X 4051, in one pass over the text.

Between any two characters stands a tie. A line ends at the last open one; only where a line has
none, at one that is the less strong. So a closing mark never begins a line nor hangs out of it,
and a number keeps its unit unless it is wider than the line by itself.
"""

import re
import unicodedata
from collections.abc import Sequence
from enum import IntEnum

from strategy_planner.layout.text_breaking import IN_ONE_PIECE, NEVER_FIRST, NEVER_LAST

LINE_START_FORBIDDEN = NEVER_FIRST | frozenset("‐–゠‼⁇⁈⁉，．！？′″¢㏋ℓ｠»ﾞﾟｰ")
"""Closing marks, hyphens, dividing marks, middle dots, full stops, commas, iteration marks, the
long-vowel sign, small kana and postfixed abbreviations (JIS X 4051 classes 2–7, 9–11, 13)."""
LINE_END_FORBIDDEN = NEVER_LAST | frozenset("｟«£€")
"""Opening marks and prefixed abbreviations (classes 1 and 12)."""
_INSEPARABLE = frozenset("—―…‥")
_DIGITS = "0-9０-９"
_NUMBER = rf"[{_DIGITS}]+(?:[.,:/．，：／~〜～–−-][{_DIGITS}]+)*"
_ERA = rf"(?:明治|大正|昭和|平成|令和)(?:元|[{_DIGITS}]+)"
_WHEN = r"(?:年度目途|年目途|年度内|年度中|年度末|年度|年内|年末|年中|年)"
_COUNTER = (
    r"(?:兆円|億円|万円|千円|円|兆|億|万|千|か月|カ月|ヶ月|箇月|か年|カ年|か国|カ国|週間|日間|年間|"
    r"段階|種類|分野|領域|事業|地域|世代|拠点|月末|月中|月|日|時|分|秒|週|人|名|件|個|社|圏|"
    r"回|項目|項|条|版|章|頁|倍|割|歳|台|本|棟|つ|点|位|号|％|%|㎡|㎏|㎞|℃|[a-zA-Zµ²³]{1,4})"
)
_GROUP = re.compile(
    rf"{IN_ONE_PIECE}"
    rf"|(?:{_ERA}|[{_DIGITS}]{{2,4}}){_WHEN}(?:[{_DIGITS}]{{1,2}}月(?:[{_DIGITS}]{{1,2}}日)?)?"
    rf"|[{_DIGITS}]{{1,2}}月[{_DIGITS}]{{1,2}}日"
    rf"|第?{_NUMBER}(?:{_COUNTER})?"
)
_WORD = re.compile(
    r"[A-Za-z0-9À-ɏͰ-ӿḀ-ỿＡ-Ｚａ-ｚ０-９]+(?:[-.,:/_@%+?=&#~'’][A-Za-z0-9À-ɏͰ-ӿḀ-ỿＡ-Ｚａ-ｚ０-９]+)*"
)
_JOINT = frozenset("-./_@?=&#")
_LONG_WORD = 24


class Tie(IntEnum):
    """How strongly two neighbouring characters hold together."""

    OPEN = 0
    GROUP = 1
    """Inside a number with its unit, a date, or at a joint of a long Latin word."""
    WORD = 2
    """Inside a Latin word or a number."""
    NEVER = 3
    """One must not begin or the other not end a line."""


def break_lines(text: str, advances: Sequence[float], width: float) -> list[str]:
    """The lines of a printable text in ``width``; no line is wider, but for a single character.

    ``advances`` are the widths of the characters. Spaces at the end of a line are left out, for
    they would stand in the margin; a newline always ends a line.
    """
    lines: list[str] = []
    start = 0
    for part in text.split("\n"):
        widths = advances[start : start + len(part)]
        lines += _break_paragraph(part.rstrip(), widths, width)
        start += len(part) + 1
    return lines


def _break_paragraph(text: str, advances: Sequence[float], width: float) -> list[str]:
    if not text or sum(advances[: len(text)]) <= width:
        return [text]
    last_break = _last_breaks(ties(text))
    lines, start = [], 0
    while start < len(text):
        end = _filled(text, advances, start, width)
        if end < len(text):
            end = next(cut for cut in (row[end] for row in last_break) if cut > start)
        lines.append(text[start:end].rstrip())
        start = end
    return lines


def _filled(text: str, advances: Sequence[float], start: int, width: float) -> int:
    """How far a line from ``start`` reaches: all that fits and the spaces after it."""
    end, used = start, 0.0
    while end < len(text):
        used += advances[end]
        if used > width + 1e-6 and not text[end].isspace() and end > start:
            break
        end += 1
    return end


def _last_breaks(strengths: Sequence[Tie]) -> list[list[int]]:
    """For each strength and each place, the last break there or before that is no stronger."""
    rows: list[list[int]] = []
    for limit in Tie:
        row, last = [0] * len(strengths), 0
        for place, tie in enumerate(strengths):
            if tie <= limit:
                last = place
            row[place] = last
        rows.append(row)
    return rows


def ties(text: str) -> list[Tie]:
    """The tie before each character of the text, and the open one after the last."""
    result = [Tie.OPEN] * (len(text) + 1)
    for found in _GROUP.finditer(text):
        for place in range(found.start() + 1, found.end()):
            result[place] = Tie.GROUP
    for found in _WORD.finditer(text):
        _tie_word(result, text, found.start(), found.end())
    visible = ""
    for place, character in enumerate(text):
        if place and _never_apart(visible, text[place - 1], character):
            result[place] = Tie.NEVER
        if not character.isspace():
            visible = character
    return result


def _tie_word(result: list[Tie], text: str, start: int, end: int) -> None:
    """A word holds together; a compound opens after its hyphens, an address at its joints."""
    for place in range(start + 1, end):
        before, after = text[place - 1], text[place]
        if before == "-" and after.isalpha() and text[place - 2].isalpha():
            result[place] = Tie.OPEN
        elif before in _JOINT and (end - start > _LONG_WORD or before in "/_@?=&#"):
            result[place] = Tie.GROUP
        else:
            result[place] = Tie.WORD


def _never_apart(visible: str, before: str, character: str) -> bool:
    """``visible`` is the last character before the boundary that is no space."""
    return (
        character in LINE_START_FORBIDDEN
        or visible in LINE_END_FORBIDDEN
        or character.isspace()
        or (character == before and character in _INSEPARABLE)
        or unicodedata.combining(character) > 0
    )
