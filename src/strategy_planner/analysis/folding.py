"""Texts as a search compares them: widths, kana, case and forms of dashes make no difference."""

import unicodedata
from collections.abc import Iterator

_KANA = {code: code - 0x60 for code in (*range(0x30A1, 0x30F7), 0x30FD, 0x30FE)}
_DASHES = dict.fromkeys((0x2010, 0x2011, 0x2012, 0x2013, 0x2212), "-")
_SAME: dict[int, int | str] = {**_KANA, **_DASHES}
_SOUND_MARKS = frozenset("ﾞﾟ")


def fold(text: str) -> str:
    """NFKC, without case, katakana as hiragana: ``ﾊﾞｲｵＤＸ`` and ``ばいおdx`` fold alike."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKC", text).casefold()
    return unicodedata.normalize("NFKC", plain).translate(_SAME)


def words_of(query: str) -> tuple[str, ...]:
    """The folded words of a query; all of them are looked for."""
    return tuple(dict.fromkeys(fold(query).split()))


def places_of(text: str, words: tuple[str, ...]) -> list[tuple[int, int]]:
    """Where the words stand in a text as written: starts and ends, in order, without overlaps."""
    folded, origins = _traced(text)
    found: list[tuple[int, int]] = []
    for word in words:
        start = folded.find(word)
        while start >= 0:
            last = origins[start + len(word) - 1]
            found.append((origins[start][0], last[1]))
            start = folded.find(word, start + len(word))
    return _joined(sorted(found))


def _traced(text: str) -> tuple[str, list[tuple[int, int]]]:
    """The folded text, and for each of its characters where it came from."""
    parts: list[str] = []
    origins: list[tuple[int, int]] = []
    for start, end in _clusters(text):
        part = fold(text[start:end])
        parts.append(part)
        origins += [(start, end)] * len(part)
    return "".join(parts), origins


def _clusters(text: str) -> Iterator[tuple[int, int]]:
    """A character and the marks that belong to it, which fold together."""
    start = 0
    for place in range(1, len(text) + 1):
        if place < len(text) and _is_mark(text[place]):
            continue
        yield start, place
        start = place


def _is_mark(character: str) -> bool:
    return character in _SOUND_MARKS or unicodedata.combining(character) != 0


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined
