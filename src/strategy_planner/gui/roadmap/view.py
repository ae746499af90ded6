"""The roadmap as a whole: ribbon with zoom and legend, advice, and the drawing."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.roadmap.canvas import RoadmapCanvas
from strategy_planner.gui.roadmap.speaking import advice
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.roadmap.legend import SCREEN_SIGNS, legend
from strategy_planner.layout.roadmap.options import RoadmapOptions


class RoadmapView(QWidget):
    """Tracks by fiscal years, each item with its corridor, the vision at the right."""

    open_requested = Signal(str)
    """Enter, F2 or a double click on an item."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.canvas = RoadmapCanvas(workspace, self)
        self._narrower, self._wider, self._whole = (QPushButton(self) for _ in range(3))
        self._legend = _Legend(workspace, self)
        self._advice = QLabel(self)
        self._advice.setObjectName("advice")
        self._advice.setWordWrap(True)
        self._advice.setContentsMargins(16, 8, 16, 8)
        self._arrange()
        self.setFocusProxy(self.canvas)
        self.canvas.open_requested.connect(self.open_requested)
        self.canvas.laid_out.connect(self._advise)
        self._narrower.clicked.connect(lambda: self.canvas.zoom_by(-1))
        self._wider.clicked.connect(lambda: self.canvas.zoom_by(1))
        self._whole.clicked.connect(self.canvas.fit)
        workspace.language_changed.connect(self._name_controls)
        self._name_controls()

    def _arrange(self) -> None:
        ribbon = QHBoxLayout()
        ribbon.setContentsMargins(12, 4, 12, 4)
        ribbon.setSpacing(4)
        for button in (self._narrower, self._wider, self._whole):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            ribbon.addWidget(button)
        ribbon.addWidget(self._legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(ribbon)
        column.addWidget(self._advice)
        column.addWidget(self.canvas, 1)

    def _name_controls(self) -> None:
        tr = self._workspace.tr
        for button, sign, name in (
            (self._narrower, "−", tr("Narrower years")),
            (self._wider, "+", tr("Wider years")),
            (self._whole, tr("All years"), tr("All years")),
        ):
            button.setText(sign)
            button.setToolTip(name)
            button.setAccessibleName(name)
        self._advise()

    def _advise(self) -> None:
        """One sentence where the chart says little: why, and what to do next."""
        work, layout = self._workspace, self.canvas.layout_shown
        said = advice(work.plan, work.schedule, len(layout.chart.items))
        self._advice.setVisible(said is not None)
        if said is not None:
            self._advice.setText(said.into(work.language))
            self._advice.setTextFormat(Qt.TextFormat.PlainText)


class _Legend(QWidget):
    """The signs of the bars, at the right end of the ribbon."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        workspace.language_changed.connect(self.update)
        workspace.theme_changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """One line of the ribbon."""
        return QSize(400, 30)

    def minimumSizeHint(self) -> QSize:
        """What does not fit is left out; the briefing pack has the whole legend."""
        return QSize(0, 30)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as many signs as have room, flush right."""
        work = self._workspace
        scheme = work.theme.scheme
        options = RoadmapOptions(self.width(), ground="surface" if scheme == "light" else "canvas")
        signs = list(SCREEN_SIGNS)
        while signs:
            shapes, width, height = legend(signs, 1e6, work.language, measure, options)
            if width <= self.width():
                break
            signs.pop()
        else:
            return
        painter = QPainter(self)
        painter.translate(self.width() - width, (self.height() - height) / 2)
        shape_painter(scheme).paint(painter, shapes)
        painter.end()
