"""A check box whose frame and tick are seen in both schemes and grow with the text."""

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QStyle, QStyleOptionButton, QWidget

from strategy_planner.gui.workspace import Workspace


class TickBox(QCheckBox):
    """The style sheet draws the frame; Qt then leaves out the tick, which is drawn here."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace

    def paintEvent(self, event: QPaintEvent) -> None:
        """The box with its text, and the tick where it is checked."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        option = QStyleOptionButton()
        self.initStyleOption(option)
        box = self.style().subElementRect(QStyle.SubElement.SE_CheckBoxIndicator, option, self)
        painter = QPainter(self)
        draw_tick(painter, box, self._workspace)
        painter.end()


def draw_tick(painter: QPainter, box: QRect, workspace: Workspace) -> None:
    """The tick in a checked box, which Qt leaves out where a style sheet draws the frame."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colour = QColor(workspace.theme.colour("onAccent"))
    painter.setPen(QPen(colour, max(1.5, box.width() / 8)))
    x, y, side = box.x(), box.y(), box.width()
    corners = ((0.24, 0.52), (0.43, 0.71), (0.78, 0.3))
    painter.drawPolyline([QPointF(x + side * dx, y + side * dy) for dx, dy in corners])
