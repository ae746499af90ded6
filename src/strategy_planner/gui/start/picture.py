"""The small picture of a plan: its items on their way to the vision."""

from PySide6.QtCore import QLineF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.start.plan_card import PlanCard
from strategy_planner.gui.workspace import Workspace

_MARGIN = 6.0
_LEAST = 1.6
"""The least side of an item, in pixels."""


class CardPicture(QWidget):
    """Paints the boxes and lines of a card, as large as there is room, in the window's colours."""

    def __init__(self, workspace: Workspace, size: QSize, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._size = size
        self.card: PlanCard | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return self._size

    def show_card(self, card: PlanCard | None) -> None:
        """Show another plan, or none."""
        self.card = card
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, the links, the items, the wall of the vision."""
        del event
        theme = self._workspace.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(QColor(theme.colour("line2")), 1.0))
        painter.setBrush(QColor(theme.colour("sunken")))
        painter.drawRoundedRect(ground, 4, 4)
        if self.card is not None:
            self._paint_plan(painter, ground.adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN))
        painter.end()

    def _paint_plan(self, painter: QPainter, room: QRectF) -> None:
        card, theme = self.card, self._workspace.theme
        assert card is not None  # noqa: S101 - looked at by the caller
        left, top, width, height = room.x(), room.y(), room.width(), room.height()
        painter.setPen(QPen(QColor(theme.colour("linkWeak")), 0.6))
        lines = [
            QLineF(left + a * width, top + b * height, left + c * width, top + d * height)
            for a, b, c, d in card.lines
        ]
        painter.drawLines(lines)
        for x, y, across, down, token in card.boxes:
            box = QRectF(
                left + x * width,
                top + y * height,
                max(_LEAST, across * width),
                max(_LEAST, down * height - 0.6),
            )
            painter.fillRect(box, QColor(theme.colour(token)))
