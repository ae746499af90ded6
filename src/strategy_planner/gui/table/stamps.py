"""Small signs painted once and stamped into every cell that shows them."""

from collections.abc import Callable
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap

from strategy_planner.gui.painting import shape_painter
from strategy_planner.layout.kind_shapes import kind_mark
from strategy_planner.layout.marks import Severity, Shapes, severity_mark
from strategy_planner.layout.shapes import Pattern, Rect, Stroke
from strategy_planner.layout.theme import Scheme, theme
from strategy_planner.layout.tracks import track_token
from strategy_planner.model.records import NodeKind


@lru_cache(maxsize=256)
def kind_stamp(kind: NodeKind, size: int, scheme: Scheme, ratio: float) -> QPixmap:
    """The shape of a kind of item."""
    colour = "accent" if kind == "vision" else "ink2"
    return _stamp(
        lambda side: kind_mark(kind, side / 2, side / 2, side - 2, colour),
        size,
        size,
        scheme,
        ratio,
    )


@lru_cache(maxsize=64)
def severity_stamp(severity: Severity, size: int, scheme: Scheme, ratio: float) -> QPixmap:
    """What is wrong: the octagon or the triangle."""
    return _stamp(
        lambda side: severity_mark(severity, side / 2, side / 2, side - 1),
        size,
        size,
        scheme,
        ratio,
    )


@lru_cache(maxsize=128)
def lane_stamp(track: int, width: int, height: int, scheme: Scheme, ratio: float) -> QPixmap:
    """The band of a track, in its colour and pattern."""
    kind = theme(scheme).pattern(track)
    pattern = None if kind is None else Pattern(kind, track_token(track, "mark"))
    edge, solid = Stroke(track_token(track, "edge"), 1.1), track_token(track, "solid")
    band = Rect(0, 0, width, height, solid, edge, pattern=pattern)
    return _stamp(lambda _: (band,), width, height, scheme, ratio)


def _stamp(
    shapes: Callable[[float], Shapes], width: int, height: int, scheme: Scheme, ratio: float
) -> QPixmap:
    pixmap = QPixmap(round(width * ratio), round(height * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    shape_painter(scheme).paint(painter, shapes(float(width)))
    painter.end()
    return pixmap
