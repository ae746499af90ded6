"""The measures of the picture of the pathways on a surface."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PathwayOptions:
    """Widths in pixels: of a station, of the way between two columns, of names, cards and wall."""

    station: float = 196.0
    gap: float = 96.0
    start: float = 190.0
    end: float = 236.0
    wall: float = 108.0
    margin: float = 32.0
    titled: bool = True
    """Whether title, plan and day stand over it, as in a file by itself."""


AMPLE = PathwayOptions()
"""For a file."""
NARROW = PathwayOptions(
    station=160.0, gap=38.0, start=112.0, end=206.0, wall=94.0, margin=12.0, titled=False
)
"""For a part of the window."""
