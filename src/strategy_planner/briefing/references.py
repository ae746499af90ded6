"""Where a text names an item by its number: each such place leads to the item's row."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_NUMBER = re.compile(r"(?<![0-9A-Za-z-])[A-Za-z]{1,8}-[0-9]+(?![0-9A-Za-z-])")


@dataclass(frozen=True, slots=True)
class Reference:
    """The destination of a number, and words that say what it is."""

    destination: str
    words: str


@dataclass(frozen=True, slots=True)
class References:
    """The numbers that lead somewhere in a document of one language."""

    language: str
    by_number: Mapping[str, Reference]

    def find(self, text: str) -> Iterator[tuple[int, int, Reference]]:
        """The places of known numbers in a text, from its start to its end."""
        if not self.by_number or "-" not in text:
            return
        for found in _NUMBER.finditer(text):
            reference = self.by_number.get(found[0])
            if reference is not None:
                yield found.start(), found.end(), reference
