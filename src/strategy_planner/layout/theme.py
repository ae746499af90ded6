"""The colours of the two schemes, by the names that shapes use (VISUAL 4)."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from strategy_planner.bundled import bundled
from strategy_planner.layout.shapes import PatternKind

Scheme = Literal["light", "dark"]
TRACK_COUNT = 8
PLAIN_TRACK = 7
"""The track colour of what belongs to no track (VISUAL 4)."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A scheme: colour values ``#RRGGBB`` by token name, and the pattern of each track."""

    scheme: Scheme
    colours: Mapping[str, str]
    patterns: tuple[PatternKind | None, ...]

    def colour(self, token: str) -> str:
        """The colour of a token such as ``ink`` or ``track3.solid``; a literal stays itself."""
        return token if token.startswith("#") else self.colours[token]

    def pattern(self, track: int) -> PatternKind | None:
        """The pattern of track colour 1–8; beyond, colours repeat with the next pattern."""
        turn, index = divmod(track - 1, TRACK_COUNT)
        return self.patterns[(index + turn) % TRACK_COUNT]


@cache
def theme(scheme: Scheme) -> Theme:
    """The bundled scheme."""
    tokens: dict[str, Any] = json.loads(
        bundled("resources", "themes", "tokens.json").read_text(encoding="utf-8")
    )
    colours: dict[str, str] = dict(tokens[scheme])
    for index, track in enumerate(tokens["tracks"], start=1):
        for part, value in track[scheme].items():
            colours[f"track{index}.{part}"] = value
    patterns = tuple(
        None if track["pattern"] == "solid" else track["pattern"] for track in tokens["tracks"]
    )
    return Theme(scheme, colours, patterns)
