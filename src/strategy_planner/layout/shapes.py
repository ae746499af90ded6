"""Drawing primitives: what a picture is made of, before any surface draws it.

The screen paints them with Qt, the briefing pack with ReportLab. Lengths are in units of the
picture (pixels at 100 %, points on paper), x to the right, y downward. Colours are names of the
theme's tokens (``ink``, ``late``, ``track3.solid``), so that one picture serves both schemes.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

Weight = Literal[400, 500, 700]
Anchor = Literal["start", "middle", "end"]
PatternKind = Literal["diag", "back", "dots", "vert", "horiz", "cross", "check"]
Measure: TypeAlias = Callable[[str, float, Weight], float]
"""The width of a text in a size and weight of the bundled family, given by the surface."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line's colour, width and dashes (lengths on, off, ...)."""

    colour: str
    width: float = 1.0
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Pattern:
    """Hatching over a fill, so that no meaning rests on colour alone (VISUAL 1.2)."""

    kind: PatternKind
    colour: str
    spacing: float = 6.0
    width: float = 1.2


@dataclass(frozen=True, slots=True)
class Rect:
    """A rectangle, with round corners where ``radius`` is given."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: Stroke | None = None
    pattern: Pattern | None = None
    radius: float = 0.0
    item: str | None = None

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height


@dataclass(frozen=True, slots=True)
class Fade:
    """A rectangle that fades from ``fill`` at its left to nothing at its right (順次).

    Where a surface cannot show what lies behind, it fades to ``ground``.
    """

    x: float
    y: float
    width: float
    height: float
    fill: str
    ground: str
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Polygon:
    """A closed shape with straight edges."""

    points: tuple[tuple[float, float], ...]
    fill: str | None = None
    stroke: Stroke | None = None
    pattern: Pattern | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Ellipse:
    """An ellipse in the box at (x, y)."""

    x: float
    y: float
    width: float
    height: float
    fill: str | None = None
    stroke: Stroke | None = None
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Polyline:
    """An open line through points, its corners rounded by ``radius``."""

    points: tuple[tuple[float, float], ...]
    stroke: Stroke
    radius: float = 0.0
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Arc:
    """An open cubic curve from the first to the last of its four points."""

    points: tuple[
        tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]
    ]
    stroke: Stroke
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """One line of text; y is its baseline. ``item`` names the record that it speaks of."""

    x: float
    y: float
    text: str
    size: float
    colour: str = "ink"
    weight: Weight = 400
    anchor: Anchor = "start"
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Clip:
    """Shapes that are drawn only inside a rectangle."""

    x: float
    y: float
    width: float
    height: float
    shapes: tuple["Shape", ...]


Shape: TypeAlias = Rect | Fade | Polygon | Ellipse | Polyline | Arc | Label | Clip


@dataclass(frozen=True, slots=True)
class Picture:
    """A finished drawing: its size and its shapes from back to front."""

    width: float
    height: float
    shapes: tuple[Shape, ...]


def items_of(shapes: Iterable[Shape]) -> Iterator[str]:
    """The records of which shapes speak, in the order of drawing, some of them repeatedly."""
    for shape in shapes:
        if isinstance(shape, Clip):
            yield from items_of(shape.shapes)
        elif shape.item is not None:
            yield shape.item


def baseline(centre: float, size: float) -> float:
    """The baseline that centres capitals and kanji of ``size`` on ``centre`` (VISUAL 3)."""
    return centre + 0.36 * size
