"""The roadmap as a whole: ribbon, advice, and the drawing."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from strategy_planner.gui.fonts import font
from strategy_planner.gui.roadmap.canvas import RoadmapCanvas
from strategy_planner.gui.roadmap.habits import Habits
from strategy_planner.gui.roadmap.ribbon import RoadmapRibbon, ribbon_style
from strategy_planner.gui.roadmap.speaking import advice
from strategy_planner.gui.workspace import Workspace


class RoadmapView(QWidget):
    """Tracks by fiscal years, each item with its corridor, the vision at the right."""

    open_requested = Signal(str)
    """Enter, F2 or a double click on an item."""
    asked = Signal(str)
    """An action of the window, by its id, for what is selected."""
    zoom_changed = Signal(float)
    """The width of the years, 1 where all of them fill the window."""
    told = Signal(object)
    """A Message of what was done to several items at once."""
    habits_changed = Signal(object)
    """The planner chose other Habits, worth remembering."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._state: tuple[object, ...] | None = None
        self.canvas = RoadmapCanvas(workspace, self)
        self.ribbon = RoadmapRibbon(workspace, self)
        self.advice = _Advice(workspace, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.ribbon)
        column.addWidget(self.advice)
        column.addWidget(self.canvas, 1)
        self.setFocusProxy(self.canvas)
        self.canvas.open_requested.connect(self.open_requested)
        self.canvas.asked.connect(self.asked)
        self.canvas.told.connect(self.told)
        self.canvas.laid_out.connect(self._follow)
        self.canvas.zoomed.connect(self.zoom_changed)
        self.canvas.horizontalScrollBar().valueChanged.connect(self._show_state)
        workspace.selection_changed.connect(self._show_state)
        self.ribbon.narrower.connect(self.zoom_out)
        self.ribbon.wider.connect(self.zoom_in)
        self.ribbon.whole.connect(self.fit)
        self.ribbon.today.connect(self.canvas.go_to_today)
        self.ribbon.selection.connect(self.canvas.zoom_to_selection)
        self.ribbon.unit_asked.connect(self.canvas.show_unit)
        self.ribbon.habits_asked.connect(self._take_habits)
        workspace.theme_changed.connect(self._recolour)
        workspace.language_changed.connect(self._follow)
        self.ribbon.units.activated.connect(self._show_again)
        self._recolour()
        self._follow()

    @property
    def zoom(self) -> float:
        """The width of the years, 1 where all of them fill the window."""
        return self.canvas.zoom

    @property
    def habits(self) -> Habits:
        """What the lanes stand for, and how years are drawn."""
        return self.canvas.habits

    def set_habits(self, habits: Habits) -> None:
        """Show it as this window was left."""
        self.canvas.set_habits(habits)
        self._show_state()

    def _take_habits(self, habits: Habits) -> None:
        self.set_habits(habits)
        self.habits_changed.emit(habits)

    def fit(self) -> None:
        """All years in the window."""
        self.canvas.fit()

    def zoom_in(self) -> None:
        """Wider years."""
        self.canvas.zoom_by(1)

    def zoom_out(self) -> None:
        """Narrower years."""
        self.canvas.zoom_by(-1)

    def set_text_scale(self, scale: float) -> None:
        """Texts, rows and signs larger or smaller."""
        self.canvas.set_text_scale(scale)
        self.ribbon.set_text_scale(scale)
        self.advice.set_text_scale(scale)

    def _recolour(self) -> None:
        """Style the strips alone: a style sheet would keep the window's font from the canvas."""
        style = ribbon_style(self._workspace.theme)
        self.ribbon.setStyleSheet(style)
        self.advice.setStyleSheet(style)

    def _follow(self) -> None:
        self._show_state()
        if self.canvas.is_busy:
            self.advice.wait(len(self._workspace.schedule.items))
        else:
            self.advice.say(len(self.canvas.layout_shown.chart.items))

    def _show_again(self) -> None:
        """Where a unit was asked for that the zoom cannot show, say the one that it does."""
        self._state = None
        self._show_state()

    def _show_state(self) -> None:
        canvas = self.canvas
        by_id = canvas.layout_shown.chart.by_id
        selected = any(item in by_id for item in self._workspace.selection)
        state = (canvas.habits, canvas.unit, canvas.zoom > 1.0, selected)
        if state != self._state:
            self._state = state
            self.ribbon.show_state(
                canvas.habits, canvas.unit, widened=canvas.zoom > 1.0, selected=selected
            )


class _Advice(QFrame):
    """One sentence where the chart says little: why, and what to do next."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self.setObjectName("advice")
        self.sentence = QLabel(self)
        self.sentence.setWordWrap(True)
        self.sentence.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setFont(font(13))
        self.button = QToolButton(self)
        self.button.setFont(font(12, 500))
        self.button.setMinimumHeight(28)
        self.button.clicked.connect(self._go)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.button)

    def set_text_scale(self, scale: float) -> None:
        """The sentence and its button larger or smaller."""
        self.sentence.setFont(font(13 * scale))
        self.button.setFont(font(12 * scale, 500))

    def wait(self, count: int) -> None:
        """Say that the roadmap of a large plan is being laid out."""
        self.sentence.setText(self._workspace.tr("Laying out {count} items…", count=count))
        self.button.hide()
        self.show()

    def say(self, dated: int) -> None:
        """Say what is missing, or nothing; ``dated`` items have a bar."""
        work = self._workspace
        said = advice(work.plan, work.schedule, dated)
        self.setVisible(said is not None)
        if said is not None:
            self.sentence.setText(said.into(work.language))
        self.button.setText(work.tr("Select the vision"))
        self.button.setVisible(said is not None and self._vision() is not None)

    def _vision(self) -> str | None:
        nodes = self._workspace.plan.nodes.values()
        return next((node.id for node in nodes if node.kind == "vision"), None)

    def _go(self) -> None:
        vision = self._vision()
        if vision is not None:
            self._workspace.select((vision,))
