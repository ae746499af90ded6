"""A list as people write it in a mail or a memo, read as an outline of titles."""

import re
import unicodedata
from typing import NamedTuple

_TAB, _WIDE = 4, 2
_BULLET = re.compile(r"[・･·•‣◦●○◎◯■□◆◇▶▷►▪▫※]\s*|[-*–—−＊－]\s+|[-*＊－](?=[^\s\-*\d])")
_NUMBERED: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("circled", re.compile(r"[①-⑳㉑-㉟㊱-㊿⓪]\s*")),
    ("brackets", re.compile(r"[（(]\s*[0-9０-９]{1,3}\s*[)）]\s*")),
    ("deeper", re.compile(r"[0-9０-９]{1,3}(?:[.．-][0-9０-９]{1,3})+[.．)）]?\s+")),
    ("number", re.compile(r"[0-9０-９]{1,3}[.．)）、]\s*(?![0-9０-９])")),
    ("kana brackets", re.compile(r"[（(]\s*[ア-ンa-zA-Zｱ-ﾝ]\s*[)）]\s*")),
    ("kana", re.compile(r"[ア-ンｱ-ﾝ][.．)）、]\s*")),
    ("letter", re.compile(r"[a-zA-Z][.．)）]\s+")),
    ("kanji", re.compile(r"[一二三四五六七八九十]{1,3}[、.．]\s*")),
    ("chapter", re.compile(r"第[0-9０-９一二三四五六七八九十]{1,3}[章節部]?[ 　:：]\s*")),
)
_PART = re.compile(r"[0-9０-９]{1,3}")


class Line(NamedTuple):
    """One entry: its title, and the place in the list of the entry above it, None at the top."""

    title: str
    parent: int | None


def read_outline(text: str) -> list[Line]:
    """The entries of a list, each under the one that it is indented or numbered below.

    Further in is below. At one indentation the kind of bullet tells the level: a kind that is new
    there goes one level down, one that was seen goes back to its own. Empty lines are passed over.
    """
    lines: list[Line] = []
    above: list[tuple[int, str, int]] = []
    for written in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"):
        indent, rest = _indented(written)
        mark, title = _marked(rest)
        if not title:
            continue
        _leave(above, indent, mark)
        lines.append(Line(title, above[-1][2] if above else None))
        above.append((indent, mark, len(lines) - 1))
    return lines


def looks_like_outline(text: str) -> bool:
    """Whether a text is a list of titles rather than a block of cells: tabs only begin lines."""
    return "\n" in text.strip() and not any("\t" in line.strip() for line in text.splitlines())


def _leave(above: list[tuple[int, str, int]], indent: int, mark: str) -> None:
    """Go up to the entry below which a line with this indentation and bullet stands."""
    while above and above[-1][0] > indent:
        above.pop()
    here = [place for place, (at, kind, _) in enumerate(above) if (at, kind) == (indent, mark)]
    if here:
        del above[here[0] :]
    elif mark == "" and above and above[-1][0] == indent:
        # A plain line among bullets is a heading beside the one that they stand under.
        while above and above[-1][0] == indent:
            above.pop()


def _indented(line: str) -> tuple[int, str]:
    width = 0
    for place, sign in enumerate(line):
        if not sign.isspace():
            return width, line[place:].strip()
        width += _TAB if sign == "\t" else _WIDE if sign == "　" else 1
    return width, ""


def _marked(text: str) -> tuple[str, str]:
    """The kind of bullet at the start of a line and the title behind it."""
    found = _BULLET.match(text)
    if found and found.end() < len(text):
        sign = unicodedata.normalize("NFKC", found.group()[0])
        return sign, text[found.end() :].strip()
    for kind, pattern in _NUMBERED:
        found = pattern.match(text)
        if found and found.end() < len(text):
            depth = len(_PART.findall(found.group())) if kind == "deeper" else 1
            named = f"number {depth}" if kind in {"deeper", "number"} else kind
            return named, text[found.end() :].strip()
    return "", text
