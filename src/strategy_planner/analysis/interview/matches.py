"""What is already in the plan under a name like the one that is being written."""

from collections.abc import Iterable
from functools import lru_cache

from strategy_planner.analysis.folding import fold


def matching(text: str, names: Iterable[tuple[str, str]], most: int = 4) -> list[str]:
    """The ids whose names hold every word of ``text``, the closest first.

    ``names`` are ids and names. Width, kana and case of letters do not count. A name that begins with
    the text comes before one that holds it whole, and that before one that holds its words; of
    equals, the shorter first.
    """
    asked = _folded(text)
    words = asked.split()
    found: list[tuple[int, int, int, str]] = []
    if words:
        for place, (id_, name) in enumerate(names):
            held = _folded(name)
            if all(word in held for word in words):
                rank = 0 if held.startswith(asked) else 1 if asked in held else 2
                found.append((rank, len(held), place, id_))
    return [id_ for *_, id_ in sorted(found)[:most]]


@lru_cache(maxsize=32768)
def _folded(text: str) -> str:
    return " ".join(fold(text).split())
