"""The bundled family on paper: weights, fallback, widths, and what no font can print.

Noto Sans JP carries the text, Noto Sans the few Latin letters that it lacks. Every text is made
printable here before it is measured or drawn, so that nobody meets an empty box.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from itertools import groupby
from typing import Any

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from strategy_planner.bundled import bundled
from strategy_planner.layout.shapes import Weight

GETA = "〓"
"""Printers' sign for a character that is not in the case."""
_FALLBACK = "NotoSans-Regular"
_NAMES: dict[Weight, str] = {
    400: "NotoSansJP-Regular",
    500: "NotoSansJP-Medium",
    700: "NotoSansJP-Bold",
}
_FILES = {
    "NotoSansJP-Regular": "NotoSansJP_400Regular.ttf",
    "NotoSansJP-Medium": "NotoSansJP_500Medium.ttf",
    "NotoSansJP-Bold": "NotoSansJP_700Bold.ttf",
    _FALLBACK: "NotoSans_400Regular.ttf",
}
_VARIATION_SELECTORS = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_COMPATIBILITY_IDEOGRAPHS = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_NEAREST = {"✔": "✓", "☑": "✓"}
"""Signs that neither font has, and the one that says the same."""
_BEYOND_FOUR_DIGITS = re.compile(r"<([0-9A-F]{2})> <([0-9A-F]{5,6})>")


class _BundledFont(TTFont):  # type: ignore[misc]  # ReportLab has no types
    """A TrueType font whose characters beyond U+FFFF (𠮷) can be searched and copied.

    ReportLab writes them with five hexadecimal digits, which readers take for other characters.
    """

    def addObjects(self, doc: Any) -> None:  # noqa: N802 - ReportLab's name
        super().addObjects(doc)
        for name, stream in doc.idToObject.items():
            if str(name).startswith("toUnicodeCMap:"):
                stream.content = _BEYOND_FOUR_DIGITS.sub(_in_utf16, stream.content)


def _in_utf16(found: re.Match[str]) -> str:
    return f"<{found[1]}> <{chr(int(found[2], 16)).encode('utf-16-be').hex().upper()}>"


@cache
def register_fonts() -> None:
    """Make the bundled fonts known to ReportLab, once in a process."""
    for name, file in _FILES.items():
        path = bundled("resources", "fonts", file)
        pdfmetrics.registerFont(_BundledFont(name, str(path), asciiReadable=False))


def font_name(weight: Weight) -> str:
    """The name under which a weight of the family is registered."""
    return _NAMES[weight]


def measure(text: str, size: float, weight: Weight = 400) -> float:
    """The width in points of a text on one line (a `layout.shapes.Measure`)."""
    return sum(advances(printable(text), size, weight))


def advances(text: str, size: float, weight: Weight = 400) -> list[float]:
    """The width in points of each character of a text that is printable already."""
    widths, share = _em_widths(weight), size / 1000
    return [widths[character] * share for character in text]


def runs(text: str, weight: Weight) -> Iterator[tuple[str, str]]:
    """A printable text in pieces of one font each: (font name, piece)."""
    own = _own_characters()
    for is_own, piece in groupby(text, own.__contains__):
        yield (_NAMES[weight] if is_own else _FALLBACK), "".join(piece)


@lru_cache(maxsize=4096)
def printable(text: str) -> str:
    """The text as it can be printed; line breaks stay, other spaces are plain ones.

    Composed (NFC) but for compatibility ideographs, which would turn 﨑's kin into other
    characters; without variation selectors and invisible signs; 〓 for what no font has.
    """
    if text.isascii() and text.isprintable():
        return text
    composed = "".join(
        part if _COMPATIBILITY_IDEOGRAPHS.fullmatch(part) else unicodedata.normalize("NFC", part)
        for part in _COMPATIBILITY_IDEOGRAPHS.split(_VARIATION_SELECTORS.sub("", text))
    )
    return "".join(map(_shown, composed.replace("\r\n", "\n")))


def unprintable(texts: Iterable[str]) -> tuple[str, ...]:
    """The characters of the texts that come out as 〓, in the order of their codes."""
    characters = set().union(*map(set, texts)) - {GETA}
    return tuple(sorted(c for c in characters if _shown(c) == GETA and printable(c) == GETA))


@lru_cache(maxsize=4096)
def _shown(character: str) -> str:
    if character in {"\n", "\r", "\u2028", "\u2029"}:
        return "\n"
    if character in _em_widths(400):
        return character
    if character in _NEAREST:
        return _NEAREST[character]
    category = unicodedata.category(character)
    if character == "\t" or category == "Zs":
        return " "
    return "" if category == "Cf" else GETA


@cache
def _own_characters() -> frozenset[str]:
    return frozenset(map(chr, _face(_NAMES[400]).charToGlyph))


@cache
def _em_widths(weight: Weight) -> Mapping[str, float]:
    """Thousandths of the size by character, in the font that prints it."""
    fallback, own = _face(_FALLBACK), _face(_NAMES[weight])
    widths = {
        chr(code): face.charWidths[code]
        for face in (fallback, own)
        for code in face.charToGlyph
        if not unicodedata.category(chr(code)).startswith("C")
    }
    return widths | {"\n": 0.0}


def _face(name: str) -> Any:
    register_fonts()
    return pdfmetrics.getFont(name).face
