"""The whole map as small as a stamp: where one is on it, and a way to go elsewhere."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.map.viewport import MapViewport
from strategy_planner.layout.map import MapLayout

WIDTH, HEIGHT, INSET = 176, 116, 6.0
NARROWEST, LOWEST_MAP = 96, 360
"""Where less is left beside the controls, or the map is lower, there is no stamp."""
SHARE = 5
"""The stamp takes no more than this part of the map's height."""
AFTER_MS = 150
"""So long after an edit the stamp is drawn anew."""
LEAST = 1.5
"""The least size of an item, in pixels."""


class Minimap(QWidget):
    """Boxes of the layout and a frame around what is seen; click or drag to see another part."""

    shown_changed = Signal()

    def __init__(self, canvas: MapViewport) -> None:
        super().__init__(canvas)
        self._canvas = canvas
        self._layout: MapLayout | None = None
        self._next: MapLayout | None = None
        self._picture: QPixmap | None = None
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._take)
        self.wanted = True
        """Whether the planner wants to see it; it hides by itself while everything is seen."""
        self.has_room = True
        """Whether it finds room beside the controls without covering much of the map."""
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.hide()
        canvas.moved.connect(self.follow)

    def sizeHint(self) -> QSize:
        """A stamp."""
        return QSize(WIDTH, HEIGHT)

    def fit_into(self, width: int, height: int) -> None:
        """Be no larger than the space beside the controls of a map of this height, or hide."""
        self.has_room = width >= NARROWEST and height >= LOWEST_MAP
        if self.has_room:
            self.resize(min(WIDTH, width), min(HEIGHT, height // SHARE))
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Draw the layout at the new size."""
        super().resizeEvent(event)
        self._picture = None

    def show_layout(self, layout: MapLayout) -> None:
        """Draw this layout from now on."""
        if self._layout is None:
            self._layout = layout
        self._next = layout
        self._soon.start()
        self.follow()

    def _take(self) -> None:
        """Draw the newest layout; while edits follow one another the last picture stays."""
        self._layout, self._picture = self._next, None
        self.follow()

    def recolour(self) -> None:
        """Take the colours of the scheme."""
        self._picture = None
        self.update()

    @property
    def seen(self) -> QRectF:
        """The part of the map that the canvas shows."""
        return self._canvas.mapToScene(self._canvas.viewport().rect()).boundingRect()

    def follow(self) -> None:
        """Move the frame with what is seen."""
        inside = self.seen.contains(self._canvas.map_scene.extent)
        visible = self.wanted and self.has_room and self._layout is not None and not inside
        if visible == self.isHidden():
            self.setVisible(visible)
            self.shown_changed.emit()
        if visible:
            self.update()

    def _scale(self) -> float:
        extent = self._canvas.map_scene.extent
        return min(
            (self.width() - 2 * INSET) / max(extent.width(), 1.0),
            (self.height() - 2 * INSET) / max(extent.height(), 1.0),
        )

    def _corner(self) -> QPointF:
        """Where the upper left corner of the map is drawn."""
        extent, scale = self._canvas.map_scene.extent, self._scale()
        return QPointF(
            (self.width() - extent.width() * scale) / 2,
            (self.height() - extent.height() * scale) / 2,
        )

    def to_map(self, place: QPointF) -> QPointF:
        """The point of the map under a place of the stamp."""
        return self._canvas.map_scene.extent.topLeft() + (place - self._corner()) / self._scale()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The picture of the layout, and the frame."""
        del event
        if self._layout is None:
            return
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._drawn(self._layout, ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        look, scale = self._canvas.look, self._scale()
        seen = self.seen.translated(-self._canvas.map_scene.extent.topLeft())
        corner = self._corner() + seen.topLeft() * scale
        frame = QRectF(corner.x(), corner.y(), seen.width() * scale, seen.height() * scale)
        painter.setPen(QPen(look.colour("accent"), 1.5))
        shade = QColor(look.colour("accent"))
        shade.setAlpha(28)
        painter.setBrush(shade)
        painter.drawRect(frame.intersected(QRectF(self.rect()).adjusted(1, 1, -2, -2)))
        painter.end()

    def _drawn(self, layout: MapLayout, ratio: float) -> QPixmap:
        look, scale, corner = self._canvas.look, self._scale(), self._corner()
        picture = QPixmap(round(self.width() * ratio), round(self.height() * ratio))
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("line2"), 1.0))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.translate(corner)
        painter.scale(scale, scale)
        extent = self._canvas.map_scene.extent
        painter.translate(-extent.topLeft())
        for frame in layout.frames.values():
            painter.fillRect(QRectF(*frame.box), look.colour("control" if frame.folded else "line"))
        least = LEAST / scale
        for id_, box in layout.boxes.items():
            card = layout.cards[id_]
            late = card.severity == "late" and not card.dormant
            token = "late" if late else "linkWeak" if card.dormant else "link"
            size = max(box.width, least), max(box.height, least)
            painter.fillRect(QRectF(box.x, box.y, *size), look.colour(token))
        if layout.wall is not None:
            painter.fillRect(QRectF(*layout.wall.box), look.colour("accent"))
        painter.end()
        return picture

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """See what is under the pointer."""
        self._go(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on while the button is down."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._go(event)

    def _go(self, event: QMouseEvent) -> None:
        self._canvas.show_around(self.to_map(event.position()))
        event.accept()
