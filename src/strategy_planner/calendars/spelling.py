"""One spelling for what people write in many: widths, kanji numerals, dashes, synonyms."""

import re
import unicodedata

_DIGITS = {character: str(value) for value, character in enumerate("〇一二三四五六七八九")}
_DIGITS |= {"零": "0", "○": "0"}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_KANJI = "".join(_DIGITS) + "".join(_PLACES)
_NUMERAL = re.compile(
    rf"(?P<number>[{_KANJI}]+)"
    r"(?=年|月|日|四半期|か年|カ年|ヶ年|か月|カ月|ヶ月|旬|~|・)|(?<=第)(?P<ordinal>["
    + _KANJI
    + r"]+)"
)
_ISO = re.compile(r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?(?!\d)")
_SAME = (
    (re.compile("[〜～∼˜⁓]|(?<=[年度月日期旬0-9])[ー‐‑‒–—―−-](?=[0-9FQHMTSR平令昭大明])"), "~"),
    (re.compile("[‐‑‒–—―−]"), "-"),
    (re.compile("目処|めど|メド|目度"), "目途"),
    (re.compile("ごろ|ころ"), "頃"),
    (re.compile("より"), "から"),
    (re.compile("以後"), "以降"),
    (re.compile("かねん|か年|カ年|ヶ年|ヵ年"), "年"),
    (re.compile("毎とし"), "毎年"),
)


def japanese_spelling(text: str) -> str:
    """``text`` with half-width digits, no blanks, and one form for each synonym."""
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    text = _NUMERAL.sub(lambda found: str(_value(found["number"] or found["ordinal"])), text)
    text = re.sub("元(?=年)", "1", text)
    text = _ISO.sub(lambda found: "/".join(filter(None, found.groups())), text)
    for pattern, same in _SAME:
        text = pattern.sub(same, text)
    return text


def english_spelling(text: str) -> str:
    """``text`` in lower case with single blanks, plain dashes, and no commas or ordinals."""
    text = unicodedata.normalize("NFKC", text).lower()
    text = re.sub("[‐‑‒–—―−〜～]", "-", text)
    text = re.sub(r"[,.](?=\s|$)", " ", text)
    text = re.sub(r"(?<=\d)(st|nd|rd|th)\b", "", text)
    text = text.replace("'", "").replace("’", "")
    return " ".join(text.split())


def _value(numeral: str) -> int:
    """二千三十 and 二〇三〇 are both 2030."""
    if not any(place in numeral for place in _PLACES):
        return int("".join(_DIGITS[character] for character in numeral))
    total, pending = 0, 0
    for character in numeral:
        if character in _PLACES:
            total += (pending or 1) * _PLACES[character]
            pending = 0
        else:
            pending = pending * 10 + int(_DIGITS[character])
    return total + pending
