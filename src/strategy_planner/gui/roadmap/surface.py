"""The drawing surface of the roadmap: laid out for its window, following the workspace."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from strategy_planner.analysis.schedule import Schedule, schedule
from strategy_planner.calendars.fiscal import fiscal_year
from strategy_planner.calendars.periods import Unit
from strategy_planner.gui.fonts import measure
from strategy_planner.gui.painted_stops import focus_on_stop
from strategy_planner.gui.painting import shape_painter
from strategy_planner.gui.roadmap import beside
from strategy_planner.gui.roadmap.beside import Beside, Wanted
from strategy_planner.gui.roadmap.deciding import Deciding
from strategy_planner.gui.roadmap.drawing import Marked, paint_roadmap
from strategy_planner.gui.roadmap.habits import Habits
from strategy_planner.gui.roadmap.repainting import changed_strips
from strategy_planner.gui.roadmap.speaking import stop_sentence
from strategy_planner.gui.roadmap.stops import Stop, stop_of, stops_of
from strategy_planner.gui.roadmap.viewport import Viewport
from strategy_planner.gui.roadmap.zooming import greatest_zoom, zoom_for_span, zoom_for_unit
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.roadmap.memory import Memory
from strategy_planner.layout.roadmap.options import NEAR_SHARE, RoadmapOptions
from strategy_planner.layout.roadmap.picture import RoadmapLayout, assemble, roadmap_parts
from strategy_planner.model.plan import Plan

_ZOOM_STEP = 1.25
_LEAST_YEAR = 10.0
_BASE_TEXT = 12


class RoadmapSurface(QAbstractScrollArea):
    """The roadmap of a workspace. Header and lane names stay while the chart moves."""

    laid_out = Signal()
    """The layout is another one."""
    zoomed = Signal(float)

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.zoom = 1.0
        self.habits = Habits()
        self._text_scale = 1.0
        self.hover: Stop | None = None
        self._memory = Memory()
        self._beside = Beside(self)
        self._beside.ready.connect(self._take_beside)
        self.deciding = Deciding(workspace, self)
        self.deciding.moved.connect(lambda: self._follow_plan(None))
        self._found: tuple[Stop, ...] | None = None
        self._stale = False
        self.setFrameShape(QAbstractScrollArea.Shape.NoFrame)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        empty = Plan()
        self._lay_out(empty, schedule(empty))
        self._stale = True
        workspace.analysed.connect(self._follow_plan)
        workspace.selection_changed.connect(self._follow_selection)
        workspace.filter_changed.connect(self.viewport().update)
        workspace.language_changed.connect(self.refresh)
        workspace.theme_changed.connect(self.refresh)

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
        factor = max(pixels / _BASE_TEXT, self._text_scale)
        scheme, era = self.workspace.theme.scheme, self.workspace.plan.settings.show_era
        options = RoadmapOptions(
            width=0,
            ground="surface" if scheme == "light" else "canvas",
            era=era is not False,
            least_year=_LEAST_YEAR,
            near_share=NEAR_SHARE if self.habits.near_wide else 1.0,
            far_blocks=self.habits.far_blocks,
            divided=True,
            rows="by_links",
            lanes=self.habits.lanes,
        ).scaled(factor)
        chart = max(self.viewport().width() - options.lane_width, 320) * self.zoom
        return options.over(options.lane_width + chart, self.viewport().width())

    def set_text_scale(self, scale: float) -> None:
        """Texts and rows larger, where the window's font does not say so already."""
        self._text_scale = scale
        self.refresh()

    def set_habits(self, habits: Habits) -> None:
        """Other lanes, or another look of the years; the day in the middle stays there."""
        if habits != self.habits:
            self.habits = habits
            self.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether the layout of a large plan is under way beside the window."""
        return self._beside.is_busy

    def _layout_now(self) -> None:
        """Lay out at once; a large plan beside the window, unless its parts are at hand."""
        work = self.workspace
        is_large = len(work.schedule.items) > beside.LARGE
        # A bar that came with the first layout would take width from it, and ask for a second.
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_large else policy.ScrollBarAsNeeded
        )
        self._stale = False
        wanted = Wanted(work.schedule, work.language, self.options(), self.deciding.choices)
        if is_large and not self._beside.is_at_hand(wanted):
            self._beside.lay_out(work.plan, wanted, self._memory)
            self.laid_out.emit()
            return
        self._beside.stop()
        self._lay_out(work.plan, work.schedule)

    def _take_beside(self, memory: Memory) -> None:
        """The layout that was made beside the window is ready to be shown."""
        axis, middle = self._layout.chart.axis, self._middle()
        day = axis.day(middle + self.view.scroll_x)
        self._memory = memory
        self._lay_out(self.workspace.plan, self.workspace.schedule)
        place = self._layout.chart.axis.x(day) - middle
        self.horizontalScrollBar().setValue(round(place))
        self._reveal_row()
        self._speak()
        self.viewport().update()

    def _lay_out(self, plan: Plan, result: Schedule) -> None:
        language, options = self.workspace.language, self.options()
        self._parts = roadmap_parts(
            plan, result, language, measure, options, self._memory, self.deciding.choices
        )
        self._assemble(plan, result)

    def _assemble(self, plan: Plan, result: Schedule) -> None:
        """Stand the rows and draw the links of the selected item."""
        parts, current = self._parts, self.current()
        self._layout = assemble(
            plan, result, parts, parts.lane_rows, parts.undated, measure, current
        )
        self._found = None
        self.hover = None
        self._set_ranges()
        self.laid_out.emit()

    @property
    def stops(self) -> tuple[Stop, ...]:
        """What can be selected, found when it is first asked for."""
        if self._found is None:
            self._found = stops_of(self._layout)
        return self._found

    def stop(self, id_: str | None) -> Stop | None:
        """The thing on the picture that shows a record, None where there is none."""
        if id_ is None:
            return None
        stood = self._layout.chart.by_id.get(id_)
        if stood is not None:
            return stop_of(stood, self._layout.parts.options)
        return next((stop for stop in self.stops if stop.id == id_), None)

    def _set_ranges(self) -> None:
        port, layout = self.viewport(), self._layout
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(layout.width) - port.width()))
        across.setPageStep(port.width())
        across.setSingleStep(40)
        down.setRange(0, max(0, round(layout.height) - port.height()))
        down.setPageStep(port.height())
        down.setSingleStep(round(layout.parts.options.row))

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
                self.update_strip(top, bottom)
        self._speak()

    def _follow_selection(self, _ids: object) -> None:
        if self._stale or not self.isVisible():
            self._stale = True
            return
        self._assemble(self.workspace.plan, self.workspace.schedule)
        self.viewport().update()
        self._reveal()
        self._speak()
        focus_on_stop(self)

    def update_strip(self, top: float, bottom: float) -> None:
        """Paint the rows between two heights of the picture again."""
        shift = self.verticalScrollBar().value()
        self.viewport().update(
            0, round(top - shift) - 8, self.viewport().width(), round(bottom - top) + 16
        )

    def current(self) -> str | None:
        """The record that is selected first."""
        return self.workspace.selection[0] if self.workspace.selection else None

    def _reveal(self) -> None:
        """Bring the current item into the window."""
        stop, view = self.stop(self.current()), self.view
        if stop is None:
            return
        self._reveal_row()
        across = self.horizontalScrollBar()
        left, right = stop.x - view.lanes - 16, stop.x + stop.width - view.width + 16
        if left < view.scroll_x or right - left > view.width:
            across.setValue(round(left))
        elif right > view.scroll_x:
            across.setValue(round(right))

    def _reveal_row(self) -> None:
        """Bring the row of the current item into the window."""
        stop, view, down = self.stop(self.current()), self.view, self.verticalScrollBar()
        if stop is None:
            return
        room = view.height - view.header - view.foot_height - 8
        top = stop.y - view.header - 4
        if stop.y - view.scroll_y < view.header:
            down.setValue(round(top))
        elif stop.y + stop.height - view.scroll_y > view.height - view.foot_height:
            down.setValue(round(top - room + stop.height))

    def _speak(self) -> None:
        """Keep name and description of the picture current for assistive technology."""
        work, current = self.workspace, self.current()
        self.setAccessibleName(work.tr("Roadmap"))
        said = self.sentence(current) if current else ""
        self.setAccessibleDescription(
            said
            or work.tr(
                "{count} items in {lanes} lanes. The outline tells the same in words.",
                count=self._layout.placed,
                lanes=len(self._layout.chart.boxes),
            )
        )

    def sentence(self, item: str) -> str:
        """An item as it is spoken on arriving at it."""
        work = self.workspace
        return stop_sentence(work.plan, work.schedule, item, work.language, self.deciding.choices)

    def zoom_by(self, steps: float, anchor: float | None = None) -> None:
        """Widen or narrow the time scale; the day at ``anchor`` (a window x) stays there."""
        self._zoom_to(self.zoom * _ZOOM_STEP**steps, anchor)

    def fit(self) -> None:
        """The whole time in the window."""
        self._zoom_to(1.0, None)

    def show_unit(self, unit: Unit) -> None:
        """Widen or narrow the years until the middle one is read in fiscal years, quarters or
        months.
        """
        axis = self._layout.chart.axis
        year = fiscal_year(axis.day(self._middle() + self.view.scroll_x), axis.start_month)
        self._zoom_to(zoom_for_unit(axis, year, unit, self.zoom), None)

    @property
    def unit(self) -> Unit:
        """The period in which the middle of the window is read."""
        axis = self._layout.chart.axis
        return axis.unit_at(axis.day(self._middle() + self.view.scroll_x))

    def go_to_today(self) -> None:
        """The status date at the first quarter of the window."""
        quarter = (self.viewport().width() - self._lanes()) / 4
        place = self._layout.parts.status_x - self._lanes() - quarter
        self.horizontalScrollBar().setValue(round(place))

    def zoom_to_selection(self) -> None:
        """The years of what is selected over most of the window, and its row in sight."""
        by_id = self._layout.chart.by_id
        cores = [
            by_id[item].placed.geometry.core for item in self.workspace.selection if item in by_id
        ]
        if not cores:
            return
        left, right = min(core.left for core in cores), max(core.right for core in cores)
        day = self._layout.chart.axis.day((left + right) / 2)
        room = self.viewport().width() - self._lanes()
        self._zoom_to(zoom_for_span(right - left, room, self.zoom), None)
        middle = self._layout.chart.axis.x(day)
        self.horizontalScrollBar().setValue(round(middle - self._middle()))
        self._reveal_row()

    def _middle(self) -> float:
        """The middle of the chart in the window."""
        return (self.viewport().width() + self._lanes()) / 2

    def _zoom_to(self, zoom: float, anchor: float | None) -> None:
        axis = self._layout.chart.axis
        zoom = min(max(zoom, 1.0), greatest_zoom(axis, self.zoom))
        if zoom == self.zoom:
            return
        x = anchor if anchor is not None else self._middle()
        day = axis.day(x + self.horizontalScrollBar().value())
        self.zoom = zoom
        self._layout_now()
        self.zoomed.emit(zoom)
        self.horizontalScrollBar().setValue(round(self._layout.chart.axis.x(day) - x))
        self.viewport().update()

    def _lanes(self) -> float:
        return self._layout.parts.options.lane_width

    def stop_at(self, place: QPointF) -> Stop | None:
        """What can be selected at a point of the window."""
        point = self.view.point(place.x(), place.y())
        if point is None:
            return None
        return next((stop for stop in self.stops if stop.holds(*point)), None)

    def marked(self) -> Marked:
        """What is marked besides the items themselves."""
        selected = (self.stop(id_) for id_ in self.workspace.selection)
        return Marked(
            tuple(stop for stop in selected if stop is not None),
            self.hasFocus(),
            self.hover,
            faded=self._faded(),
        )

    def _faded(self) -> tuple[Stop, ...]:
        passing = self.workspace.passing
        if passing is None:
            return ()
        nodes = self.workspace.plan.nodes
        return tuple(one for one in self.stops if one.id in nodes and one.id not in passing)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the visible part that is asked for."""
        painter = QPainter(self.viewport())
        brush = shape_painter(self.workspace.theme.scheme)
        paint_roadmap(painter, brush, self.view, self.marked(), QRectF(event.rect()))
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
        if self._stale or not self.isVisible():
            self._stale = True
        elif event.oldSize().width() != event.size().width():
            self._layout_now()
        self._set_ranges()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the text size of the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and hasattr(self, "_layout"):
            self.refresh()
