"""The drawing area of the roadmap: panning, zooming, selecting, travelling with the keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QToolTip, QWidget

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.roadmap.drawing import Marked, paint_roadmap
from strategy_planner.gui.roadmap.repainting import changed_strips
from strategy_planner.gui.roadmap.speaking import item_words
from strategy_planner.gui.roadmap.stops import Direction, Stop, linked, next_stop, stop_of, stops_of
from strategy_planner.gui.roadmap.viewport import Viewport
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.roadmap.memory import Memory
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.picture import RoadmapLayout, assemble, roadmap_parts

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_ZOOM_STEP = 1.25
_MOST_ZOOM = 12.0
_LEAST_YEAR = 36.0
_BASE_TEXT = 12


class RoadmapCanvas(QAbstractScrollArea):
    """The roadmap of a workspace. Header and lane names stay while the chart moves."""

    open_requested = Signal(str)
    """Enter, F2 or a double click on an item: the shell decides what opens."""
    laid_out = Signal()
    """The layout is another one."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.zoom = 1.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._memory = Memory()
        self._found: tuple[Stop, ...] | None = None
        self._stale = False
        self._hover: Stop | None = None
        self._pressed: QPoint | None = None
        self._layout_now()
        workspace.analysed.connect(self._follow_plan)
        workspace.selection_changed.connect(self._follow_selection)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)

    # What is shown

    @property
    def layout_shown(self) -> RoadmapLayout:
        """The layout as painted."""
        return self._layout

    @property
    def view(self) -> Viewport:
        """The part of the layout that the window shows."""
        port = self.viewport()
        return Viewport(
            self._layout,
            port.width(),
            port.height(),
            self.horizontalScrollBar().value(),
            self.verticalScrollBar().value(),
        )

    def refresh(self) -> None:
        """Lay out and paint everything anew; while hidden, when it is shown again."""
        if not self.isVisible():
            self._stale = True
            return
        self._layout_now()
        self._speak()
        self.viewport().update()

    def options(self) -> RoadmapOptions:
        """The measures on this screen, at the text size of the window."""
        pixels = self.font().pixelSize()
        factor = max(pixels, _BASE_TEXT) / _BASE_TEXT
        scheme, era = self.workspace.theme.scheme, self.workspace.plan.settings.show_era
        options = RoadmapOptions(
            width=0,
            ground="surface" if scheme == "light" else "canvas",
            era=era is not False,
            least_year=_LEAST_YEAR,
        ).scaled(factor)
        chart = max(self.viewport().width() - options.lane_width, 320) * self.zoom
        return options.over(options.lane_width + chart, self.viewport().width())

    def _layout_now(self) -> None:
        work = self.workspace
        self._parts = roadmap_parts(
            work.plan, work.schedule, work.language, measure, self.options(), self._memory
        )
        self._stale = False
        self._assemble()

    def _assemble(self) -> None:
        """Stand the rows and draw the links of the selected item."""
        work, parts = self.workspace, self._parts
        self._layout = assemble(
            work.plan,
            work.schedule,
            parts,
            parts.lane_rows,
            parts.undated,
            measure,
            self._current(),
        )
        self._found = None
        self._hover = None
        self._set_ranges()
        self.laid_out.emit()

    @property
    def _stops(self) -> tuple[Stop, ...]:
        """What can be selected, found when it is first asked for."""
        if self._found is None:
            self._found = stops_of(self._layout)
        return self._found

    def _stop(self, id_: str | None) -> Stop | None:
        if id_ is None:
            return None
        stood = self._layout.chart.by_id.get(id_)
        if stood is not None:
            return stop_of(stood, self._layout.parts.options)
        return next((stop for stop in self._stops if stop.id == id_), None)

    def _set_ranges(self) -> None:
        port, layout = self.viewport(), self._layout
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(layout.width) - port.width()))
        across.setPageStep(port.width())
        across.setSingleStep(40)
        down.setRange(0, max(0, round(layout.height) - port.height()))
        down.setPageStep(port.height())
        down.setSingleStep(round(layout.parts.options.row))

    # Following the workspace

    def _follow_plan(self, _schedule: object) -> None:
        """Repaint the rows that an edit changed, or all where the frame moved."""
        if not self.isVisible():
            self._stale = True
            return
        before = self._layout
        self._layout_now()
        strips = changed_strips(before, self._layout)
        if strips is None:
            self.viewport().update()
        else:
            for top, bottom in strips:
                self._update_strip(top, bottom)
        self._speak()

    def _follow_selection(self, _ids: object) -> None:
        if self._stale or not self.isVisible():
            self._stale = True
            return
        self._assemble()
        self.viewport().update()
        self._reveal()
        self._speak()

    def _update_strip(self, top: float, bottom: float) -> None:
        shift = self.verticalScrollBar().value()
        self.viewport().update(
            0, round(top - shift) - 8, self.viewport().width(), round(bottom - top) + 16
        )

    def _current(self) -> str | None:
        return self.workspace.selection[0] if self.workspace.selection else None

    def _reveal(self) -> None:
        """Bring the current item into the window."""
        stop, view = self._stop(self._current()), self.view
        if stop is None:
            return
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        room = view.height - view.header - view.foot_height - 8
        top = stop.y - view.header - 4
        if stop.y - view.scroll_y < view.header:
            down.setValue(round(top))
        elif stop.y + stop.height - view.scroll_y > view.height - view.foot_height:
            down.setValue(round(top - room + stop.height))
        left, right = stop.x - view.lanes - 16, stop.x + stop.width - view.width + 16
        if left < view.scroll_x or right - left > view.width:
            across.setValue(round(left))
        elif right > view.scroll_x:
            across.setValue(round(right))

    def _speak(self) -> None:
        """Keep name and description of the picture current for assistive technology."""
        work, current = self.workspace, self._current()
        self.setAccessibleName(work.tr("Roadmap"))
        words = item_words(work.plan, work.schedule, current, work.language) if current else ()
        self.setAccessibleDescription(
            "\n".join(words)
            or work.tr(
                "{count} items in {lanes} lanes. The outline tells the same in words.",
                count=self._layout.placed,
                lanes=len(self._layout.chart.boxes),
            )
        )

    # Zoom

    def zoom_by(self, steps: float, anchor: float | None = None) -> None:
        """Widen or narrow the time scale; the day at ``anchor`` (a window x) stays there."""
        self._zoom_to(self.zoom * _ZOOM_STEP**steps, anchor)

    def fit(self) -> None:
        """The whole time in the window."""
        self._zoom_to(1.0, None)

    def _zoom_to(self, zoom: float, anchor: float | None) -> None:
        zoom = min(max(zoom, 1.0), _MOST_ZOOM)
        if zoom == self.zoom:
            return
        x = anchor if anchor is not None else (self.viewport().width() + self._lanes()) / 2
        day = self._layout.chart.axis.day(x + self.horizontalScrollBar().value())
        self.zoom = zoom
        self._layout_now()
        self.horizontalScrollBar().setValue(round(self._layout.chart.axis.x(day) - x))
        self.viewport().update()

    def _lanes(self) -> float:
        return self._layout.parts.options.lane_width

    # Events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible part that is asked for."""
        selected = (self._stop(id_) for id_ in self.workspace.selection)
        marked = Marked(
            tuple(stop for stop in selected if stop is not None), self.hasFocus(), self._hover
        )
        painter = QPainter(self.viewport())
        brush = shape_painter(self.workspace.theme.scheme)
        paint_roadmap(painter, brush, self.view, marked, QRectF(event.rect()))
        painter.end()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with what happened while hidden."""
        super().showEvent(event)
        if self._stale:
            self._layout_now()
            self._reveal()
            self._speak()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The chart fills the new width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._layout_now()
        self._set_ranges()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_layout"):
            self.refresh()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; something is always current while it is here."""
        super().focusInEvent(event)
        if self._stop(self._current()) is None and self._stops:
            self.workspace.select((self._stops[0].id,))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows travel, Alt+arrows follow links, Enter opens, + and - zoom, 0 fits."""
        key, modifiers = event.key(), event.modifiers()
        current = self._current()
        if key in _ARROWS and not modifiers & Qt.KeyboardModifier.ControlModifier:
            self._travel(_ARROWS[key], along=bool(modifiers & Qt.KeyboardModifier.AltModifier))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and current:
            self.open_requested.emit(current)
        elif key in _ZOOM_KEYS:
            self.zoom_by(_ZOOM_KEYS[Qt.Key(key)])
        elif key == Qt.Key.Key_0:
            self.fit()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self._stops:
            self.workspace.select((self._stops[0 if key == Qt.Key.Key_Home else -1].id,))
        elif key in _ARROWS:
            self._pan(_ARROWS[key])
        else:
            super().keyPressEvent(event)

    def _travel(self, direction: Direction, *, along: bool) -> None:
        work, current = self.workspace, self._current()
        if along:
            target = linked(work.plan, work.schedule, current, direction) if current else None
        else:
            target = next_stop(self._stops, current, direction)
        if target is not None:
            work.select((target,))
        elif not along:
            self._pan(direction)

    def _pan(self, direction: Direction) -> None:
        bar = (
            self.horizontalScrollBar()
            if direction in {"left", "right"}
            else (self.verticalScrollBar())
        )
        turn = 1 if direction in {"right", "down"} else -1
        bar.setValue(bar.value() + turn * bar.singleStep())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl zoom about the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom_by(event.angleDelta().y() / 120, event.position().x())
            event.accept()
        else:
            super().wheelEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select what is under the pointer; on free ground begin to pan."""
        if event.button() not in {Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton}:
            super().mousePressEvent(event)
            return
        stop = self.stop_at(event.position())
        if stop is not None and event.button() == Qt.MouseButton.LeftButton:
            self.workspace.select((stop.id,))
        else:
            self._pressed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan, or show what the pointer is on."""
        here = event.position().toPoint()
        if self._pressed is not None:
            moved = here - self._pressed
            self._pressed = here
            across, down = self.horizontalScrollBar(), self.verticalScrollBar()
            across.setValue(across.value() - moved.x())
            down.setValue(down.value() - moved.y())
            return
        stop = self.stop_at(event.position())
        if stop != self._hover:
            for changed in (stop, self._hover):
                if changed is not None:
                    self._update_strip(changed.y, changed.y + changed.height)
            self._hover = stop

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the chart."""
        if self._pressed is not None:
            self._pressed = None
            self.viewport().unsetCursor()
        super().mouseReleaseEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open the item under the pointer."""
        stop = self.stop_at(event.position())
        if stop is not None:
            self.open_requested.emit(stop.id)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tooltips with the exact days."""
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            stop = self.stop_at(QPointF(event.pos()))
            work = self.workspace
            words = item_words(work.plan, work.schedule, stop.id, work.language) if stop else ()
            QToolTip.showText(event.globalPos(), "\n".join(words), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self._hover is not None:
            self._update_strip(self._hover.y, self._hover.y + self._hover.height)
            self._hover = None
        return super().viewportEvent(event)

    def stop_at(self, place: QPointF) -> Stop | None:
        """What can be selected at a point of the window."""
        point = self.view.point(place.x(), place.y())
        if point is None:
            return None
        return next((stop for stop in self._stops if stop.holds(*point)), None)
