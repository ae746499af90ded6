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
        _add_text_and_pattern(colours, f"track{index}")
    patterns = tuple(
        None if track["pattern"] == "solid" else track["pattern"] for track in tokens["tracks"]
    )
    return Theme(scheme, colours, patterns)


_ON_SOLID = ("#FFFFFF", "#12181F")


def contrast(first: str, second: str) -> float:
    """The contrast ratio of two colours ``#RRGGBB``, 1 to 21 (WCAG 2.1)."""
    low, high = sorted((_luminance(first), _luminance(second)))
    return (high + 0.05) / (low + 0.05)


def _add_text_and_pattern(colours: dict[str, str], track: str) -> None:
    """``on`` and ``mark``, text and pattern on the solid, by contrast (VISUAL 4); ``soft``, a fade."""
    solid = colours[f"{track}.solid"]

    def strength(colour: str) -> float:
        return contrast(colour, solid)

    colours[f"{track}.on"] = max(_ON_SOLID, key=strength)
    colours[f"{track}.mark"] = max(colours[f"{track}.edge"], colours[f"{track}.tint"], key=strength)
    colours[f"{track}.soft"] = _mix(colours[f"{track}.tint"], solid, 0.28)


def _mix(first: str, second: str, share: float) -> str:
    places = (1, 3, 5)
    pairs = [(int(first[i : i + 2], 16), int(second[i : i + 2], 16)) for i in places]
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _luminance(colour: str) -> float:
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
