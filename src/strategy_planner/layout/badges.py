"""Badges: register items, gates and KPIs where they hang on an item (VISUAL 5)."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from strategy_planner.layout.marks import (
    Shapes,
    cross_mark,
    exclamation,
    gate_mark,
    octagon,
    ring,
    triangle,
)
from strategy_planner.layout.shapes import Ellipse, Label, Polygon, Polyline, Stroke, baseline
from strategy_planner.model.records import RegisterKind

Badge = RegisterKind | Literal["gate", "kpi"]


def badge_mark(
    kind: Badge,
    cx: float,
    cy: float,
    size: float = 18.0,
    *,
    broken: bool = False,
    ground: str = "surface",
    language: str = "ja",
) -> Shapes:
    """The badge of a kind around (cx, cy); a broken assumption is filled, with a cross."""
    line = Stroke("ink2", size * 0.09)
    return _DRAWN_BY[kind](_Place(cx, cy, size, line, ground, broken, language))


@dataclass(frozen=True, slots=True)
class _Place:
    cx: float
    cy: float
    size: float
    line: Stroke
    ground: str
    broken: bool
    language: str

    def at(self, *points: tuple[float, float]) -> tuple[tuple[float, float], ...]:
        """Points given in shares of the size around the centre."""
        return tuple((self.cx + x * self.size, self.cy + y * self.size) for x, y in points)

    @property
    def disc(self) -> Ellipse:
        size = self.size
        return Ellipse(self.cx - size / 2, self.cy - size / 2, size, size, self.ground)


def _obstacle(p: _Place) -> Shapes:
    bar = Polyline(p.at((-0.22, 0), (0.22, 0)), p.line)
    return (Polygon(octagon(p.cx, p.cy, p.size * 0.92), p.ground, p.line), bar)


def _risk(p: _Place) -> Shapes:
    bang = exclamation(p.cx, p.cy + p.size * 0.08, p.size * 0.62, "ink2")
    return (Polygon(triangle(p.cx, p.cy, p.size * 0.92), p.ground, p.line), *bang)


def _assumption(p: _Place) -> Shapes:
    if p.broken:
        disc = ring(p.cx, p.cy, p.size * 0.86, Stroke("late", p.line.width), "late")
        return (disc, *cross_mark(p.cx, p.cy, p.size * 0.8, p.ground))
    dashed = Stroke(p.line.colour, p.line.width, (p.size * 0.15, p.size * 0.11))
    letter, size = "仮" if p.language == "ja" else "A", round(p.size * 0.5)
    text = Label(p.cx, baseline(p.cy, size), letter, size, p.line.colour, 700, "middle")
    return (ring(p.cx, p.cy, p.size * 0.86, dashed, p.ground), text)


def _signpost(p: _Place) -> Shapes:
    flag = p.at((-0.3, 0.4), (-0.3, -0.36), (0.32, -0.16), (-0.3, 0.04))
    return (p.disc, Polyline(flag, p.line))


def _trend(p: _Place) -> Shapes:
    zigzag = p.at((-0.36, 0.26), (-0.1, -0.02), (0.06, 0.12), (0.32, -0.24))
    head = p.at((0.08, -0.24), (0.32, -0.24), (0.32, 0))
    return (p.disc, Polyline(zigzag, p.line), Polyline(head, p.line))


def _gate(p: _Place) -> Shapes:
    return gate_mark(p.cx, p.cy, p.size, p.ground)


def _kpi(p: _Place) -> Shapes:
    outer = ring(p.cx, p.cy, p.size * 0.86, p.line, p.ground)
    return (outer, ring(p.cx, p.cy, p.size * 0.4, p.line))


_DRAWN_BY: dict[Badge, Callable[[_Place], Shapes]] = {
    "obstacle": _obstacle,
    "risk": _risk,
    "assumption": _assumption,
    "signpost": _signpost,
    "trend": _trend,
    "gate": _gate,
    "kpi": _kpi,
}
