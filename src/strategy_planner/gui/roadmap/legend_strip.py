"""The signs of the bars, in the strip above the roadmap."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.roadmap.legend import CHOICE_SIGNS, SCREEN_SIGNS, Sign, legend
from strategy_planner.layout.roadmap.options import RoadmapOptions

_HEIGHT = 28


class LegendStrip(QWidget):
    """The signs of the bars, flush right."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.scale = 1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        workspace.language_changed.connect(self._name)
        workspace.theme_changed.connect(self.update)
        self._signs: tuple[Sign, ...] = SCREEN_SIGNS
        workspace.analysed.connect(self._follow)
        self._name()
        self._follow()

    def _name(self) -> None:
        self.setAccessibleName(self._workspace.tr("Legend"))
        self.update()

    def _follow(self) -> None:
        """The signs of choices, while the plan has any."""
        has_choices = bool(self._workspace.plan.choices)
        signs = (
            (*SCREEN_SIGNS[:4], *CHOICE_SIGNS, *SCREEN_SIGNS[4:]) if has_choices else SCREEN_SIGNS
        )
        if signs != self._signs:
            self._signs = signs
            self.update()

    def sizeHint(self) -> QSize:
        """One line of the strip."""
        return QSize(400, round(_HEIGHT * self.scale))

    def minimumSizeHint(self) -> QSize:
        """What does not fit is left out; the briefing pack has the whole legend."""
        return QSize(0, round(_HEIGHT * self.scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as many signs as have room."""
        work = self._workspace
        options = RoadmapOptions(self.width()).scaled(self.scale)
        for count in range(len(self._signs), 0, -1):
            shapes, width, height = legend(
                self._signs[:count], float("inf"), work.language, measure, options
            )
            if width <= self.width():
                painter = QPainter(self)
                painter.translate(self.width() - width, (self.height() - height) / 2)
                shape_painter(work.theme.scheme).paint(painter, shapes)
                painter.end()
                return
