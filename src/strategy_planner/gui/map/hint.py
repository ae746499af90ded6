"""The short answer beside an item while a link is dragged."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGraphicsView, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.map.items import Look, MapItem
from strategy_planner.layout.marks import refusal_mark
from strategy_planner.layout.shapes import Label, Shape, baseline

HEIGHT = 28
SIZE = 12.0


class Hint(QWidget):
    """A floating label above the item under the pointer."""

    def __init__(self, view: QGraphicsView, look: Look) -> None:
        super().__init__(view.viewport())
        self._view = view
        self._look = look
        self.text = ""
        self.refuses = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def offer(self, text: str, item: MapItem) -> None:
        """Say what dropping here makes."""
        self._show(text, self._above(item), refuses=False)

    def offer_at(self, text: str, view_pos: QPoint) -> None:
        """Say what dropping on the ground makes."""
        self._show(text, view_pos - QPoint(0, HEIGHT + 14), refuses=False)

    def refuse(self, text: str, item: MapItem) -> None:
        """Say why dropping here makes nothing."""
        self._show(text, self._above(item), refuses=True)

    def _above(self, item: MapItem) -> QPoint:
        return self._view.mapFromScene(item.box.x, item.box.y) - QPoint(0, HEIGHT + 10)

    def _show(self, text: str, corner: QPoint, *, refuses: bool) -> None:
        self.text, self.refuses = text, refuses
        self.setAccessibleName(text)
        self.resize(self.sizeHint())
        x = max(4, min(corner.x(), self._view.viewport().width() - self.width() - 4))
        self.move(x, max(4, corner.y()))
        self.show()
        self.raise_()
        self.update()

    def sizeHint(self) -> QSize:
        """The text with room around it."""
        width = measure(self.text, SIZE, 700) + (44 if self.refuses else 24)
        return QSize(int(width), HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A pill: accent for an offer, late for a refusal."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = self._look
        token = "late" if self.refuses else "accent"
        pen = QPen(look.colour(token), 1.5)
        if self.refuses:
            pen.setDashPattern([3.0, 2.0])
        painter.setPen(pen)
        painter.setBrush(look.colour("lateWeak" if self.refuses else "accentWeak"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        middle = HEIGHT / 2
        x = 12.0
        shapes: list[Shape] = []
        if self.refuses:
            shapes += refusal_mark(20.0, middle, 15.0)
            x = 32.0
        shapes.append(Label(x, baseline(middle, SIZE), self.text, SIZE, token, 700))
        look.painter.paint(painter, shapes)
        painter.end()
