"""Choosing from a list by a few letters of a name, in any script, as command palettes do."""

import re
from functools import lru_cache

from strategy_planner.analysis.folding import fold, places_of, words_of

SCATTERED = 100
"""Worse than any name that has the words as they were typed."""


@lru_cache(maxsize=64)
def _letters(query: str) -> re.Pattern[str]:
    """The letters of a query in their order, with anything between them."""
    return re.compile(".*?".join(map(re.escape, "".join(query.split()))), re.DOTALL)


def badness(query: str, folded: str) -> int | None:
    """How badly a folded name fits a folded query, 0 the best; None where it does not.

    Names that have every word come first, those that begin with it before the others; then those
    that have the letters in their order, the closer together the better.
    """
    words = query.split()
    if not words:
        return 0
    places = [folded.find(word) for word in words]
    if min(places) >= 0:
        return sum(_place_badness(folded, place) for place in places)
    found = _letters(query).search(folded)
    if found is None:
        return None
    return SCATTERED + found.end() - found.start()


def fitting_places(query: str, text: str) -> list[tuple[int, int]]:
    """Where a name fits a query, to be marked: its words, or else nothing."""
    words = words_of(query)
    return places_of(text, words) if all(word in fold(text) for word in words) else []


def _place_badness(folded: str, place: int) -> int:
    if place == 0:
        return 0
    return 1 if not folded[place - 1].isalnum() else 2
