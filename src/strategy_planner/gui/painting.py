"""Painting the shapes of `layout` with QPainter, for every picture on the screen."""

from collections.abc import Iterable
from functools import cache
from math import hypot

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from strategy_planner.gui.fonts import font, measure
from strategy_planner.layout import shapes as s
from strategy_planner.layout.theme import Scheme, Theme, theme

_ANCHOR_SHARE = {"start": 0.0, "middle": 0.5, "end": 1.0}


class ShapePainter:
    """Draws shapes in one scheme, with its pens and brushes at hand."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._colours: dict[str, QColor] = {}
        self._brushes: dict[str | None, QBrush] = {None: QBrush(Qt.BrushStyle.NoBrush)}
        self._pens: dict[s.Stroke | None, QPen] = {None: QPen(Qt.PenStyle.NoPen)}

    def colour(self, token: str) -> QColor:
        """The colour of a token."""
        if token not in self._colours:
            self._colours[token] = QColor(self._theme.colour(token))
        return self._colours[token]

    def paint(self, painter: QPainter, shapes: Iterable[s.Shape]) -> None:
        """Draw the shapes from back to front."""
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
        )
        transform = painter.transform()
        snap = not (transform.isScaling() or transform.isRotating())
        for shape in shapes:
            self._paint_one(painter, shape, snap)

    def _paint_one(self, painter: QPainter, shape: s.Shape, snap: bool) -> None:
        match shape:
            case s.Label():
                self._label(painter, shape)
            case s.Rect():
                self._rect(painter, shape, snap)
            case s.Polyline():
                self._polyline(painter, shape, snap)
            case s.Polygon():
                self._polygon(painter, shape)
            case s.Ellipse():
                painter.setPen(self._pen(shape.stroke))
                painter.setBrush(self._brush(shape.fill))
                painter.drawEllipse(QRectF(shape.x, shape.y, shape.width, shape.height))
            case s.Fade():
                self._fade(painter, shape)
            case s.Arc():
                self._arc(painter, shape)
            case s.Clip():
                painter.save()
                area = QRectF(shape.x, shape.y, shape.width, shape.height)
                painter.setClipRect(area, Qt.ClipOperation.IntersectClip)
                self.paint(painter, shape.shapes)
                painter.restore()

    def _brush(self, token: str | None) -> QBrush:
        if token not in self._brushes:
            assert token is not None  # noqa: S101 - None is there from the start
            self._brushes[token] = QBrush(self.colour(token))
        return self._brushes[token]

    def _pen(self, stroke: s.Stroke | None) -> QPen:
        if stroke not in self._pens:
            assert stroke is not None  # noqa: S101 - None is there from the start
            pen = QPen(self.colour(stroke.colour), stroke.width)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
            if stroke.dash:
                pen.setDashPattern([length / stroke.width for length in stroke.dash])
            self._pens[stroke] = pen
        return self._pens[stroke]

    def _label(self, painter: QPainter, label: s.Label) -> None:
        share = _ANCHOR_SHARE[label.anchor]
        x = label.x
        if share:
            x -= share * measure(label.text, label.size, label.weight)
        painter.setFont(font(label.size, label.weight))
        painter.setPen(self.colour(label.colour))
        painter.drawText(QPointF(x, label.y), label.text)

    def _rect(self, painter: QPainter, rect: s.Rect, snap: bool) -> None:
        area = QRectF(rect.x, rect.y, rect.width, rect.height)
        if rect.radius or not snap:
            painter.setPen(Qt.PenStyle.NoPen if rect.pattern else self._pen(rect.stroke))
            painter.setBrush(self._brush(rect.fill))
            painter.drawRoundedRect(area, rect.radius, rect.radius)
        else:
            area = QRectF(area.toRect()) if area.width() >= 1 else area
            if rect.fill is not None:
                painter.fillRect(area, self._brush(rect.fill))
        if rect.pattern is not None:
            self._pattern(painter, rect.pattern, _rounded(area, rect.radius))
        if rect.stroke is not None and (rect.pattern is not None or (snap and not rect.radius)):
            inset = rect.stroke.width / 2
            painter.setPen(self._pen(rect.stroke))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            edge = area.adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(edge, rect.radius, rect.radius)

    def _polygon(self, painter: QPainter, polygon: s.Polygon) -> None:
        outline = QPolygonF([QPointF(x, y) for x, y in polygon.points])
        painter.setPen(self._pen(None if polygon.pattern else polygon.stroke))
        painter.setBrush(self._brush(polygon.fill))
        painter.drawPolygon(outline)
        if polygon.pattern is not None:
            path = QPainterPath()
            path.addPolygon(outline)
            path.closeSubpath()
            self._pattern(painter, polygon.pattern, path)
            painter.setPen(self._pen(polygon.stroke))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPolygon(outline)

    def _polyline(self, painter: QPainter, line: s.Polyline, snap: bool) -> None:
        if snap and len(line.points) == 2 and not line.stroke.dash:
            (x1, y1), (x2, y2) = line.points
            if x1 == x2 or y1 == y2:
                painter.fillRect(
                    _crisp(x1, y1, x2, y2, line.stroke.width), self._brush(line.stroke.colour)
                )
                return
        painter.setPen(self._pen(line.stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if line.radius:
            painter.drawPath(_rounded_path(line.points, line.radius))
        else:
            painter.drawPolyline(QPolygonF([QPointF(x, y) for x, y in line.points]))

    def _fade(self, painter: QPainter, fade: s.Fade) -> None:
        ramp = QLinearGradient(fade.x, 0, fade.x + fade.width, 0)
        ramp.setColorAt(0, self.colour(fade.fill))
        ramp.setColorAt(1, _clear(self.colour(fade.fill)))
        painter.fillRect(QRectF(fade.x, fade.y, fade.width, fade.height), QBrush(ramp))

    def _arc(self, painter: QPainter, arc: s.Arc) -> None:
        start, first, second, end = (QPointF(x, y) for x, y in arc.points)
        path = QPainterPath(start)
        path.cubicTo(first, second, end)
        painter.setPen(self._pen(arc.stroke))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _pattern(self, painter: QPainter, pattern: s.Pattern, inside: QPainterPath) -> None:
        painter.save()
        painter.setClipPath(inside, Qt.ClipOperation.IntersectClip)
        area = inside.boundingRect().intersected(painter.clipBoundingRect())
        pen = QPen(self.colour(pattern.colour), pattern.width)
        painter.setPen(pen)
        if pattern.kind == "dots":
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setWidthF(pattern.width * 1.6)
            painter.setPen(pen)
            painter.drawPoints(_dots(area, pattern.spacing))
        elif pattern.kind == "check":
            brush = self._brush(pattern.colour)
            for square in _squares(area, pattern.spacing * 0.7):
                painter.fillRect(square, brush)
        else:
            painter.drawLines(_hatch(area, pattern.kind, pattern.spacing))
        painter.restore()


@cache
def shape_painter(scheme: Scheme) -> ShapePainter:
    """The painter of a scheme; there is one of each."""
    return ShapePainter(theme(scheme))


def _clear(colour: QColor) -> QColor:
    """The colour of nothing at the end of a fade: what lies behind shows through it."""
    clear = QColor(colour)
    clear.setAlpha(0)
    return clear


def _crisp(x1: float, y1: float, x2: float, y2: float, width: float) -> QRectF:
    """An upright or level line as whole pixels, so that hairlines stay sharp."""
    thick = max(1, round(width))
    if x1 == x2:
        return QRectF(round(x1 - thick / 2), min(y1, y2), thick, abs(y2 - y1))
    return QRectF(min(x1, x2), round(y1 - thick / 2), abs(x2 - x1), thick)


def _rounded(area: QRectF, radius: float) -> QPainterPath:
    path = QPainterPath()
    path.addRoundedRect(area, radius, radius)
    return path


def _rounded_path(points: tuple[tuple[float, float], ...], radius: float) -> QPainterPath:
    """The line through the points with its corners rounded off."""
    path = QPainterPath(QPointF(*points[0]))
    for before, corner, after in zip(points, points[1:], points[2:], strict=False):
        path.lineTo(_towards(corner, before, radius))
        path.quadTo(QPointF(*corner), _towards(corner, after, radius))
    path.lineTo(QPointF(*points[-1]))
    return path


def _towards(corner: tuple[float, float], end: tuple[float, float], distance: float) -> QPointF:
    """The point at a distance from a corner towards the next, half-way at most."""
    dx, dy = end[0] - corner[0], end[1] - corner[1]
    length = hypot(dx, dy)
    share = min(distance / length, 0.5) if length else 0.0
    return QPointF(corner[0] + dx * share, corner[1] + dy * share)


def _hatch(area: QRectF, kind: s.PatternKind, spacing: float) -> list[QLineF]:
    """The lines of a pattern; they start at a common grid, so that neighbours join."""
    left, top, right, bottom = area.left(), area.top(), area.right(), area.bottom()
    height, lines = bottom - top, []
    if kind in {"diag", "cross"}:
        lines += [
            QLineF(x - top, top, x - bottom, bottom)
            for x in _steps(left + top, right + bottom, spacing * 1.42)
        ]
    if kind in {"back", "cross"}:
        lines += [
            QLineF(x + top, top, x + bottom, bottom)
            for x in _steps(left - bottom, right - top, spacing * 1.42)
        ]
    if kind == "vert":
        lines += [QLineF(x, top, x, bottom) for x in _steps(left, right, spacing)]
    if kind == "horiz":
        lines += [QLineF(left, y, right, y) for y in _steps(top, bottom, spacing)]
    return lines if height > 0 else []


def _dots(area: QRectF, spacing: float) -> list[QPointF]:
    rows = _steps(area.top(), area.bottom(), spacing * 0.75)
    return [
        QPointF(x, y)
        for y in rows
        for x in _steps(
            area.left() - spacing,
            area.right(),
            spacing,
            spacing / 2 if round(y / (spacing * 0.75)) % 2 else 0.0,
        )
    ]


def _squares(area: QRectF, side: float) -> list[QRectF]:
    return [
        QRectF(x, y, side, side)
        for y in _steps(area.top() - side, area.bottom(), side)
        for x in _steps(
            area.left() - 2 * side, area.right(), 2 * side, side if round(y / side) % 2 else 0.0
        )
    ]


def _steps(low: float, high: float, step: float, offset: float = 0.0) -> list[float]:
    """The multiples of ``step`` (plus ``offset``) from ``low`` to ``high``."""
    first = int((low - offset) // step)
    last = int((high - offset) // step) + 1
    return [k * step + offset for k in range(first, last + 1)]
