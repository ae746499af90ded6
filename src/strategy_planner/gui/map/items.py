"""Items, frames and the wall on the map, with the rings of focus, selection and gestures."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPixmap, QTransform
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painting import ShapePainter, shape_painter
from strategy_planner.layout.map.content import Reading
from strategy_planner.layout.map.draw_cards import card_shapes
from strategy_planner.layout.map.draw_frames import frame_shapes
from strategy_planner.layout.map.draw_small import (
    FULL,
    small_card_shapes,
    small_frame_shapes,
    small_wall_shapes,
)
from strategy_planner.layout.map.draw_wall import wall_shapes
from strategy_planner.layout.map.elements import CARD_WIDTH, Box, Card, Frame, Wall
from strategy_planner.layout.shapes import Shape
from strategy_planner.layout.theme import Theme, theme

State = Literal["plain", "target", "refused", "lit"]
Side = Literal["left", "right"]
"""The edge from which a link is drawn: right to what needs the item, left to what it needs."""
MARGIN = 12.0
"""What badges and rings take outside an item's box."""
PORT_RADIUS = 5.5
PORT_REACH = 13.0
KEPT_PICTURES = 3000
RING_GAP = 3.0


class Look:
    """How everything on the map is drawn: scheme and language, and the pictures kept of cards."""

    def __init__(self) -> None:
        self.theme: Theme = theme("light")
        self.language = "ja"
        self._pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def picture(self, key: tuple[object, ...], draw: Callable[[], QPixmap]) -> QPixmap:
        """The picture under a key, drawn where it is not kept; the longest unused ones go."""
        kept = self._pictures.get(key)
        if kept is not None:
            self._pictures.move_to_end(key)
            return kept
        made = self._pictures[key] = draw()
        if len(self._pictures) > KEPT_PICTURES:
            self._pictures.popitem(last=False)
        return made

    @property
    def reading(self) -> Reading:
        return Reading(self.language, measure)

    @property
    def painter(self) -> ShapePainter:
        return shape_painter(self.theme.scheme)

    def colour(self, token: str) -> QColor:
        """A colour of the scheme."""
        return self.painter.colour(token)


class MapItem(QGraphicsItem):
    """Something with a place on the map that can be selected."""

    def __init__(self, id_: str, look: Look) -> None:
        super().__init__()
        self.id = id_
        self.look = look
        self.size = (CARD_WIDTH, 72.0)
        self.selected = False
        self.focused = False
        self.hovered = False
        self.state: State = "plain"

    @property
    def box(self) -> Box:
        """The item's box where it now stands."""
        return Box(self.pos().x(), self.pos().y(), *self.size)

    def boundingRect(self) -> QRectF:
        return QRectF(0, 0, *self.size).adjusted(-MARGIN, -MARGIN, MARGIN, MARGIN)

    def shape(self) -> QPainterPath:
        path = QPainterPath()
        path.addRect(QRectF(0, 0, *self.size))
        return path

    def place(self, box: Box) -> None:
        """Take a size; the position is set by whoever moves the item."""
        if (box.width, box.height) != self.size:
            self.prepareGeometryChange()
            self.size = (box.width, box.height)

    def mark(self, *, selected: bool, focused: bool) -> None:
        """Show as selected, and as what the keyboard is on."""
        if (selected, focused) != (self.selected, self.focused):
            self.selected, self.focused = selected, focused
            self.update()

    def hover(self, hovered: bool) -> None:
        """Show that the pointer is on it."""
        if hovered != self.hovered:
            self.hovered = hovered
            self.update()

    def show_state(self, state: State) -> None:
        """Show what dropping a link here would do."""
        if state != self.state:
            self.state = state
            self.update()

    def draw_rings(self, painter: QPainter, radius: float) -> None:
        """Focus, selection and the answer to a gesture around the item."""
        rect = QRectF(0, 0, *self.size)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.selected or self.state == "target":
            painter.setPen(QPen(self.look.colour("accent"), 2.0))
            grown = rect.adjusted(-RING_GAP - 1, -RING_GAP - 1, RING_GAP + 1, RING_GAP + 1)
            painter.drawRoundedRect(grown, radius + 4, radius + 4)
        if self.state in {"refused", "lit"}:
            pen = QPen(self.look.colour("late"), 2.0)
            if self.state == "refused":
                pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            painter.drawRoundedRect(rect.adjusted(-4, -4, 4, 4), radius + 4, radius + 4)
        if self.focused:
            pen = QPen(self.look.colour("accent"), 2.0)
            pen.setDashPattern([3.0, 2.0])
            painter.setPen(pen)
            out = 7.0 if self.selected else 4.0
            painter.drawRoundedRect(rect.adjusted(-out, -out, out, out), radius + out, radius + out)

    def draw_ports(self, painter: QPainter) -> None:
        """The rings at both edges from which links are drawn."""
        painter.setPen(QPen(self.look.colour("accent"), 2.0))
        painter.setBrush(self.look.colour("surface"))
        painter.drawEllipse(self.port_at("left"), PORT_RADIUS, PORT_RADIUS)
        painter.drawEllipse(self.port_at("right"), PORT_RADIUS, PORT_RADIUS)

    def port_at(self, side: Side) -> QPointF:
        """The middle of an edge."""
        return QPointF(self.size[0] if side == "right" else 0.0, self.size[1] / 2)


class CardItem(MapItem):
    """An item as a card, painted once and kept as a picture at the scale of the view."""

    def __init__(self, card: Card, look: Look) -> None:
        super().__init__(card.id, look)
        self.card = card
        self.size = (CARD_WIDTH, card.height)

    def show_card(self, card: Card) -> None:
        """Write other things on the card."""
        if card != self.card:
            self.card = card
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        if scale < 0.12:
            grave = self.card.severity == "late" and not self.card.dormant
            token = "late" if grave else "linkWeak" if self.card.dormant else "link"
            painter.fillRect(QRectF(0, 0, *self.size), self.look.colour(token))
        else:
            self._draw_picture(painter, scale, widget)
        radius = min(self.size[1] / 2, 24.0) if self.card.kind == "state" else 5.0
        self.draw_rings(painter, radius)
        if (self.hovered or (self.selected and self.focused)) and scale >= 0.4:
            self.draw_ports(painter)

    def _draw_picture(self, painter: QPainter, scale: float, widget: QWidget | None) -> None:
        ratio = widget.devicePixelRatioF() if widget is not None else 1.0
        picture = self._picture(scale, ratio)
        transform = painter.worldTransform()
        corner = transform.map(QPointF(-MARGIN, -MARGIN))
        x, y = round(corner.x() * ratio) / ratio, round(corner.y() * ratio) / ratio
        painter.setWorldTransform(QTransform.fromTranslate(x, y))
        painter.drawPixmap(0, 0, picture)
        painter.setWorldTransform(transform)

    def _picture(self, scale: float, ratio: float) -> QPixmap:
        look = self.look
        key = (self.card, look.theme.scheme, look.language, self.hovered, scale, ratio)
        return look.picture(key, lambda: self._drawn(scale, ratio))

    def _drawn(self, scale: float, ratio: float) -> QPixmap:
        width = (self.size[0] + 2 * MARGIN) * scale * ratio
        height = (self.size[1] + 2 * MARGIN) * scale * ratio
        picture = QPixmap(max(1, int(width + 1)), max(1, int(height + 1)))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.scale(scale, scale)
        painter.translate(MARGIN, MARGIN)
        self.look.painter.paint(painter, self._shapes(scale))
        painter.end()
        return picture

    def _shapes(self, scale: float) -> tuple[Shape, ...]:
        if scale >= FULL:
            return card_shapes(self.card, self.look.theme, self.look.reading, raised=self.hovered)
        return small_card_shapes(self.card, self.look.theme, self.look.reading, scale)


class FrameItem(MapItem):
    """An outline group around its members, or folded."""

    def __init__(self, frame: Frame, look: Look) -> None:
        super().__init__(frame.id, look)
        self.frame = frame
        self.setZValue(-2 if not frame.folded else 0)

    def show_frame(self, frame: Frame) -> None:
        """Take another title, count or extent."""
        if frame != self.frame:
            self.frame = frame
            self.setZValue(-2 if not frame.folded else 0)
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        frame = replace(self.frame, box=Box(0.0, 0.0, *self.size))
        if scale >= FULL:
            shapes = frame_shapes(frame, self.look.reading, self.look.theme)
        else:
            shapes = small_frame_shapes(frame, self.look.theme, self.look.reading, scale)
        self.look.painter.paint(painter, shapes)
        self.draw_rings(painter, 10.0)

    def fold_area(self) -> QRectF:
        """Where a click folds or opens: the chevron, of a folded box the whole."""
        if self.frame.folded:
            return QRectF(0, 0, *self.size)
        return QRectF(0, 0, 26.0, 34.0)

    def shape(self) -> QPainterPath:
        """An open frame is taken at its title bar; its ground lets the pointer through."""
        path = QPainterPath()
        height = self.size[1] if self.frame.folded else 17.0 * (1 + len(self.frame.lines))
        path.addRect(QRectF(0, 0, self.size[0], height))
        return path


class WallItem(MapItem):
    """The vision; what is written on it stays in view while the map is moved."""

    def __init__(self, wall: Wall, look: Look) -> None:
        super().__init__(wall.id, look)
        self.wall = wall
        self._seen = (wall.box.y, wall.box.bottom)

    def show_wall(self, wall: Wall) -> None:
        """Write other things on the wall."""
        if wall != self.wall:
            self.wall = wall
            self.update()

    def show_between(self, top: float, bottom: float) -> None:
        """Keep the writing between two heights of the map."""
        box = self.wall.box
        seen = (max(box.y, min(top, box.bottom - 300.0)), min(box.bottom, bottom))
        if seen != self._seen:
            self._seen = seen
            self.update()

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        del widget
        scale = option.levelOfDetailFromTransform(painter.worldTransform())
        top, bottom = (y - self.wall.box.y for y in self._seen)
        written = replace(self.wall, box=Box(0.0, top, self.size[0], max(bottom - top, 260.0)))
        whole = QRectF(0, 0, *self.size)
        painter.setPen(QPen(self.look.colour("accent"), 2.0))
        painter.setBrush(self.look.colour("accentWeak" if scale >= FULL else "accent"))
        painter.drawRoundedRect(whole, 8.0, 8.0)
        painter.save()
        painter.setClipRect(whole)
        if scale >= FULL:
            shapes = wall_shapes(written, self.look.language)
        else:
            shapes = small_wall_shapes(written, self.look.reading, scale)
        self.look.painter.paint(painter, shapes)
        painter.restore()
        self.draw_rings(painter, 8.0)
