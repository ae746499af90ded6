"""Words of another language than the document's, so that they can be spoken as what they are."""

import re
from functools import lru_cache

LANGUAGE_TAGS = {"ja": "ja-JP", "en": "en-GB"}
"""How a PDF names its language."""
_JAPANESE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
_FOREIGN = {
    # Whole words with small letters; abbreviations (KPI, DFFT) are read well as Japanese.
    "ja": re.compile(
        r"(?<![A-Za-z])(?:[A-Z]+ )*[A-Za-z]?[a-z]{3,}(?:[ ’'-][A-Za-z][a-z]*)*(?![A-Za-z])"
    ),
    "en": re.compile(rf"[{_JAPANESE}](?:[^A-Za-z]*[{_JAPANESE}])?"),
}
_OTHER = {"ja": "en", "en": "ja"}


@lru_cache(maxsize=2048)
def language_parts(text: str, language: str) -> tuple[tuple[str | None, str], ...]:
    """The text in pieces: (None, as the document speaks) or (another language's tag, its words)."""
    parts: list[tuple[str | None, str]] = []
    done = 0
    for found in _FOREIGN[language].finditer(text):
        if found.start() > done:
            parts.append((None, text[done : found.start()]))
        parts.append((LANGUAGE_TAGS[_OTHER[language]], found[0]))
        done = found.end()
    if done < len(text):
        parts.append((None, text[done:]))
    return tuple(parts)
