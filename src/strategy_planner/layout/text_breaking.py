"""Breaking short titles into lines, Japanese as well as English (VISUAL 3).

Few lines, at breaks that disturb reading little, after the Japanese rules of line composition
(JIS X 4051): some characters never begin or end a line.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from itertools import pairwise

from strategy_planner.layout.katakana_parts import KATAKANA_PARTS
from strategy_planner.layout.shapes import Measure, Weight

NEVER_FIRST = frozenset(
    "、。，．・：；？！ー）］｝」』】〉》〕〙〗’”ゝゞヽヾ々〻ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ"
    "ㇰㇱㇲㇳㇴㇵㇶㇷㇸㇹㇺㇻㇼㇽㇾㇿ゛゜%％‰°℃,.:;!?)]}…‥〜～＞>"
)
NEVER_LAST = frozenset("（［｛「『【〈《〔〘〖‘“([{＜<￥¥＄$№#")
_SUFFIXES = frozenset("圏化等的性")
_CLAUSE_ENDS = frozenset("、。・）」』】〕,;:!?")
_OPENINGS = frozenset("（「『【〔(")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*"
IN_ONE_PIECE = (
    rf"[0-9]{{1,2}} {_MONTH}(?: [0-9]{{4}})?|{_MONTH} [0-9]{{4}}"
    r"|[0-9]+ (?:days?|weeks?|months?|years?)\b"
    r"|\[[^\[\]\n]{1,22}\]"
)
"""What is read at a glance and never torn (a pattern): an English date or length of time, a few
words in square brackets."""
_ATOM = re.compile(
    rf"(?:{IN_ONE_PIECE})[.,;:)]*"
    r"|[A-Za-zÀ-ɏ0-9０-９Ａ-Ｚａ-ｚ][A-Za-zÀ-ɏ0-9０-９Ａ-Ｚａ-ｚ.,'’&+_/]*"
    r"(?:年度内|年度|年|か月|月|日|件|領域|圏|%|％)?[-–‐]?"
    r"|\s+|.",
    re.DOTALL,
)
_FORBIDDEN = float("inf")
_LINE = 24.0
_LINE_SAVED = 1000.0


@lru_cache(maxsize=8192)
def break_title(
    text: str,
    measure: Measure,
    size: float,
    weight: Weight,
    width: float,
    max_lines: int | None = None,
    *,
    line_price: float = _LINE,
) -> tuple[str, ...]:
    """The lines of ``text`` in ``width``, few and with gentle breaks.

    A smaller ``line_price`` takes more lines rather than a break within a word.

    A harsh break is taken to save a line only where ``max_lines`` asks for it; what then is still
    longer ends in an ellipsis. Without ``max_lines`` nothing is ever left out. A word that is wider
    than the line is broken between its characters.
    """

    def span(part: str) -> float:
        return measure(part, size, weight)

    paragraphs = [" ".join(part.split()) for part in text.splitlines() or [""]]
    lines = [
        line for part in paragraphs for line in _break_paragraph(part, span, width, line_price)
    ]
    if max_lines is None or len(lines) <= max_lines:
        return tuple(line.strip() for line in lines)
    lines = [
        line for part in paragraphs for line in _break_paragraph(part, span, width, _LINE_SAVED)
    ]
    if len(lines) > max_lines:
        rest = "".join(lines[max_lines - 1 :]).strip()
        lines = [*lines[: max_lines - 1], elide(rest, span, width)]
    return tuple(line.strip() for line in lines)


def elide(text: str, span: Callable[[str], float], width: float) -> str:
    """The longest beginning of ``text`` that fits ``width`` with an ellipsis behind it."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if span(text[:middle].rstrip() + "…") <= width:
            low = middle
        else:
            high = middle - 1
    return text[:low].rstrip() + "…"


def _break_paragraph(
    text: str, span: Callable[[str], float], width: float, line_price: float
) -> list[str]:
    if not text or span(text) <= width:
        return [text]
    atoms, penalties = _breaks(text)
    if any(span(atom.rstrip()) > width for atom in atoms):
        atoms, penalties = _split_wide(atoms, penalties, span, width)
    cuts = _best_cuts(atoms, penalties, span, width, line_price)
    return ["".join(atoms[a:b]) for a, b in pairwise(cuts)]


def _best_cuts(
    atoms: tuple[str, ...],
    penalties: tuple[float, ...],
    span: Callable[[str], float],
    width: float,
    line_price: float,
) -> list[int]:
    """Where the lines begin and the last one ends, by dynamic programming over the atoms."""
    count = len(atoms)
    widths = [span(atom) for atom in atoms]
    trailing = [span(atom) - span(atom.rstrip()) for atom in atoms]
    best = [0.0] + [_FORBIDDEN] * count
    before = [0] * (count + 1)
    for start in range(count):
        if best[start] == _FORBIDDEN:
            continue
        filled = 0.0
        for end in range(start + 1, count + 1):
            filled += widths[end - 1]
            used = filled - trailing[end - 1]
            if used > width and end > start + 1:
                break
            cost = (
                best[start] + line_price + penalties[end] + _raggedness(used, width, end == count)
            )
            if cost < best[end]:
                best[end], before[end] = cost, start
    cuts = [count]
    while cuts[-1]:
        cuts.append(before[cuts[-1]])
    return cuts[::-1]


def _raggedness(used: float, width: float, last: bool) -> float:
    return (1 - min(used / width, 1.0)) ** 2 * (0.5 if last else 6.0)


@lru_cache(maxsize=4096)
def _breaks(text: str) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """The unbreakable pieces, and what a break before each of them (and after the last) costs."""
    atoms = tuple(_unbreakable(text))
    phrases, words = _phrase_ends(text), _word_ends(text)
    penalties, place = [0.0], 0
    for left, right in pairwise(atoms):
        place += len(left)
        penalties.append(_penalty(left[-1], right, place in phrases, place in words))
    return atoms, (*penalties, 0.0)


def _unbreakable(text: str) -> Iterator[str]:
    held = ""
    for match in _ATOM.finditer(text):
        token = match.group()
        joins = token[0] in NEVER_FIRST or token.isspace() or (held and held[-1] in NEVER_LAST)
        if held and not joins:
            yield held
            held = ""
        held += token
    if held:
        yield held


def _penalty(left: str, right: str, ends_phrase: bool, ends_word: bool) -> float:
    """How much a break between two characters disturbs (the list in VISUAL 3)."""
    first, a, b = right[0], _script(left), _script(right[0])
    if left in _CLAUSE_ENDS or left.isspace() or first in _OPENINGS:
        cost = 0.0
    elif first in _SUFFIXES and a in {"kanji", "katakana", "hiragana"}:
        cost = 40.0
    elif a == b == "katakana":
        cost = 5.0 if ends_word else 42.0
    elif ends_phrase:
        cost = 1.0
    elif a == b == "kanji":
        cost = 18.0
    elif a == b == "hiragana":
        cost = 12.0
    elif (a, b) == ("kanji", "hiragana"):
        cost = 9.0
    else:
        cost = 4.0
    return cost


def _script(character: str) -> str:
    code = ord(character)
    if 0x30A0 <= code <= 0x30FF:
        return "katakana"
    if 0x3040 <= code <= 0x309F:
        return "hiragana"
    if 0x3400 <= code <= 0x9FFF or 0x20000 <= code <= 0x3FFFF:
        return "kanji"
    return "latin" if character.isalnum() else "other"


def _split_wide(
    atoms: tuple[str, ...],
    penalties: tuple[float, ...],
    span: Callable[[str], float],
    width: float,
) -> tuple[tuple[str, ...], tuple[float, ...]]:
    """Words wider than the line, taken apart at a price above every ordinary break."""
    pieces: list[str] = []
    costs: list[float] = []
    for atom, cost in zip(atoms, penalties, strict=False):
        parts = _characters(atom, span, width) if span(atom.rstrip()) > width else [atom]
        pieces += parts
        costs += [cost] + [80.0] * (len(parts) - 1)
    return tuple(pieces), (*costs, 0.0)


def _characters(word: str, span: Callable[[str], float], width: float) -> list[str]:
    """One by one, but what must not begin a line stays with the character before it."""
    parts: list[str] = []
    for character in word:
        joins = character in NEVER_FIRST or character.isspace()
        if parts and joins and span((parts[-1] + character).rstrip()) <= width:
            parts[-1] += character
        else:
            parts.append(character)
    return parts


def _phrase_ends(text: str) -> frozenset[int]:
    ends, place = set(), 0
    if text.isascii():
        return frozenset()
    for phrase in _phrases()(text):
        place += len(phrase)
        ends.add(place)
    return frozenset(ends)


@cache
def _phrases() -> Callable[[str], list[str]]:
    import budoux

    parse: Callable[[str], list[str]] = budoux.load_default_japanese_parser().parse
    return parse


def _word_ends(text: str) -> frozenset[int]:
    """Where the known parts of a run of katakana meet."""
    ends: set[int] = set()
    for run in re.finditer(r"[ァ-ヺー]{4,}", text):
        ends.update(run.start() + cut for cut in _part_cuts(run.group()))
    return frozenset(ends)


def _part_cuts(run: str) -> set[int]:
    """Cuts at either end of a known part, the rest being of three characters at least."""
    cuts: set[int] = set()
    longest = max(map(len, KATAKANA_PARTS))
    for start in range(len(run)):
        for end in range(start + 2, min(start + longest, len(run)) + 1):
            if run[start:end] in KATAKANA_PARTS and not any(start < cut < end for cut in cuts):
                cuts.update((start, end))
    return {cut for cut in cuts if 1 < cut < len(run) - 1}
