"""The line above the map: from the target date at the right back to today at the left."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language.message import day_in_words
from strategy_planner.layout.shapes import Label, Polygon, Polyline, Shape, Stroke, baseline

HEIGHT = 32
SIZE = 12.0
INSET = 16.0


class Ribbon(QWidget):
    """Today, the direction in which the plan is thought, and the target."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._size = SIZE
        self.setFixedHeight(HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        workspace.analysed.connect(self.refresh)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.update)
        self.refresh()

    @property
    def texts(self) -> tuple[str, str, str]:
        """What stands left, in the middle and right."""
        workspace = self._workspace
        schedule = workspace.schedule
        today = workspace.tr(
            "Today {day}", day=day_in_words(schedule.status_date, workspace.language)
        )
        middle = workspace.tr("From the vision back to today: what does each thing need?")
        targets = [
            schedule.targets[node.id].target
            for node in workspace.plan.nodes.values()
            if node.kind == "vision" and node.id in schedule.targets
        ]
        if targets:
            goal = workspace.tr("Target {day}", day=day_in_words(targets[0], workspace.language))
        else:
            goal = workspace.tr("Target date not set")
        return today, middle, goal

    def set_text_scale(self, scale: float) -> None:
        """Write larger."""
        self._size = SIZE * scale
        self.setFixedHeight(round(HEIGHT * max(1.0, scale * 0.9)))
        self.update()

    def refresh(self) -> None:
        """Say the dates anew."""
        self.setAccessibleName(" – ".join(self.texts))
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as it may be."""
        return QSize(600, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the three texts, with an arrow that points left between them."""
        del event
        painter = QPainter(self)
        theme = self._workspace.theme
        draw = shape_painter(theme.scheme)
        painter.fillRect(self.rect(), draw.colour("surface"))
        draw.paint(painter, self._shapes())
        painter.end()

    def _shapes(self) -> list[Shape]:
        today, middle, goal = self.texts
        width, height, size = float(self.width()), float(self.height()), self._size
        y = height / 2
        line = Stroke("ink3", 1.0)
        shapes: list[Shape] = [
            Polyline(((0.0, height - 0.5), (width, height - 0.5)), Stroke("line2", 1.0)),
            Label(INSET, baseline(y, size), today, size, "ink", 500),
            Label(width - INSET, baseline(y, size), goal, size, "accent", 700, "end"),
        ]
        left = INSET + measure(today, size, 500) + 40.0
        right = width - INSET - measure(goal, size, 700) - 32.0
        span = measure(middle, size, 400)
        if right - left < 60.0:
            return shapes
        tip = ((left - 8.0, y), (left, y - 4.0), (left, y + 4.0))
        shapes.append(Polygon(tip, "ink3"))
        if right - left < span + 80.0:
            shapes.append(Polyline(((left, y), (right, y)), line))
            return shapes
        centre = (left + right) / 2
        shapes += [
            Polyline(((left, y), (centre - span / 2 - 14.0, y)), line),
            Label(centre, baseline(y, size), middle, size, "ink2", 400, "middle"),
            Polyline(((centre + span / 2 + 14.0, y), (right, y)), line),
        ]
        return shapes
