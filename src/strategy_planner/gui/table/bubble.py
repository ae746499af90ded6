"""A few words under a cell: what its text means, or why it cannot stand."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QWidget

from strategy_planner.gui.workspace import Workspace

_WIDEST = 340


class Bubble(QLabel):
    """Floats under the editor of a cell, takes no clicks and no focus."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.scale = 1.0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def say(self, words: str, under: QWidget, *, is_late: bool) -> None:
        """Show the words below a widget, above it where there is no room."""
        parent = self.parentWidget()
        if parent is None:
            return
        colour = self._workspace.theme.colour
        ink, ground, edge = ("late", "lateWeak", "late") if is_late else ("ink", "raised", "line2")
        self.setStyleSheet(
            f"color: {colour(ink)}; background: {colour(ground)};"
            f" border: 1px solid {colour(edge)}; border-radius: 6px; padding: 4px 8px;"
        )
        self.setText(words)
        self.setFixedWidth(min(round(_WIDEST * self.scale), parent.width() - 16))
        self.adjustSize()
        place = under.mapTo(parent, QPoint(0, under.height() + 4))
        if place.y() + self.height() > parent.height():
            place = under.mapTo(parent, QPoint(0, -self.height() - 4))
        place.setX(max(4, min(place.x(), parent.width() - self.width() - 4)))
        self.move(place)
        self.show()
        self.raise_()
