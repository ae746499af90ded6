"""A list to pick from that looks and behaves the same everywhere in the window."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from strategy_planner.gui.workspace import Workspace


class PickList(QComboBox):
    """A list that opens on a click, shows that it does, and leaves the wheel to the panel."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # Only a view of its own takes the colours of the style sheet.
        self.setView(QListView(self))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The value, and the sign that there is a list behind it."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = "ink2" if self.isEnabled() else "disabled"
        painter.setPen(QPen(QColor(self._workspace.theme.colour(colour)), 1.5))
        x, y = self.width() - 13.0, self.height() / 2 - 1.5
        painter.drawPolyline([QPointF(x - 4, y), QPointF(x, y + 4), QPointF(x + 4, y)])
        painter.end()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the panel and changes no plan."""
        event.ignore()
