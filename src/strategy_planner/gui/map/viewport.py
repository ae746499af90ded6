"""The part of the map that is seen: moving it, zooming it, and bringing things into view."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QPainter, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from strategy_planner.gui.map.items import Look
from strategy_planner.gui.map.layout_keeper import LayoutKeeper
from strategy_planner.gui.map.scene import MapScene
from strategy_planner.gui.workspace import Workspace

STEP = 1.2
SMALLEST, LARGEST = 0.04, 3.0
READABLE = 0.75
FIT_MARGIN = 24.0
COVERED_BELOW = 32
"""What the controls float over at the lower end, beyond the margin, in pixels."""
SMALLER = 0.7
"""Down to this share of the readable scale the whole late chain is shown at first."""


class MapViewport(QGraphicsView):
    """A window on the map at a scale; what is written on the wall stays in view."""

    zoom_changed = Signal(float)
    moved = Signal()
    """Another part of the map is seen."""

    def __init__(
        self, workspace: Workspace, keeper: LayoutKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.keeper = keeper
        self.map_scene = MapScene(self)
        self.setScene(self.map_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.MinimalViewportUpdate)
        self.setOptimizationFlag(QGraphicsView.OptimizationFlag.DontSavePainterState)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.covered_above = 0
        """How much of the upper end something floats over, in pixels."""
        self._seen = False
        self.readable = READABLE
        """The scale from which on titles can be read."""

    @property
    def look(self) -> Look:
        """Scheme and language of everything on the map."""
        return self.map_scene.look

    @property
    def zoom(self) -> float:
        """The scale; 1 is 100 %."""
        return self.transform().m11()

    def recolour(self) -> None:
        """Draw everything in the workspace's scheme and language."""
        self.look.theme = self.workspace.theme
        self.look.language = self.workspace.language
        self.setBackgroundBrush(QBrush(self.look.colour("canvas")))
        self.viewport().update()

    def set_zoom(self, scale: float, around: QPointF | None = None) -> None:
        """Zoom, keeping a point of the map (else the middle of the view) where it is."""
        scale = min(LARGEST, max(SMALLEST, scale))
        if abs(scale - 1.0) < 0.02:
            scale = 1.0
        centre = around or self.mapToScene(self.viewport().rect().center())
        before = self.mapFromScene(centre)
        self.resetTransform()
        self.scale(scale, scale)
        after = self.mapFromScene(centre)
        self.move_by(after.x() - before.x(), after.y() - before.y())
        self._follow_view()
        self.zoom_changed.emit(scale)

    def fit(self) -> None:
        """Show the whole map, at 100 % at most, with the wall at the right."""
        extent = self.map_scene.extent
        if extent.isEmpty():
            return
        room = self.viewport().rect().adjusted(0, self.covered_above, 0, -COVERED_BELOW)
        scale = min(
            1.0,
            (room.width() - 2 * FIT_MARGIN) / extent.width(),
            (room.height() - 2 * FIT_MARGIN) / extent.height(),
        )
        self.set_zoom(scale)
        half = room.width() / self.zoom / 2
        x = min(extent.center().x(), extent.right() + FIT_MARGIN / self.zoom - half)
        self.centerOn(
            QPointF(x, extent.center().y() - (self.covered_above - COVERED_BELOW) / self.zoom / 2)
        )
        self._follow_view()

    def show_first(self) -> None:
        """The first sight: the whole map where it can be read, else the vision with its chain."""
        self.fit()
        if self.zoom >= min(1.0, self.readable) or self.map_scene.extent.isEmpty():
            return
        self.set_zoom(self._scale_for_chain())
        extent = self.map_scene.extent
        half = self.viewport().height() / self.zoom / 2
        y = extent.top() - FIT_MARGIN + half
        layout = self.keeper.layout
        late = [route.points[-1][1] for route in layout.routes if route.late] if layout else []
        if late:
            middle = (min(late) + max(late)) / 2
            y = min(max(y, middle), max(y, extent.bottom() + FIT_MARGIN - half))
        width = self.viewport().width() / self.zoom / 2
        self.centerOn(QPointF(extent.right() + FIT_MARGIN / self.zoom - width, y))
        self._follow_view()

    def _scale_for_chain(self) -> float:
        """Titles readable, but a little smaller where the whole late chain is seen then."""
        layout = self.keeper.layout
        late = [route for route in layout.routes if route.late] if layout else []
        lefts = [box.x for r in late if layout and (box := layout.box_of(r.source)) is not None]
        if not lefts:
            return self.readable
        width = self.map_scene.extent.right() - min(lefts)
        whole = (self.viewport().width() - 2 * FIT_MARGIN) / max(width, 1.0)
        return self.readable if whole < SMALLER * self.readable else min(self.readable, whole)

    @property
    def place(self) -> tuple[float, int, int]:
        """The scale, and how far the map is scrolled."""
        return self.zoom, self.horizontalScrollBar().value(), self.verticalScrollBar().value()

    def go_back_to(self, place: tuple[float, int, int]) -> None:
        """See what was seen at a `place`."""
        scale, across, along = place
        self.set_zoom(scale)
        self.horizontalScrollBar().setValue(across)
        self.verticalScrollBar().setValue(along)
        self._follow_view()

    def show_around(self, point: QPointF) -> None:
        """Put a point of the map into the middle of the view."""
        self.centerOn(point)
        self._follow_view()

    def move_by(self, dx: int, dy: int) -> None:
        """Move the view over the map by pixels."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + dx)
        along.setValue(along.value() + dy)
        self._follow_view()

    def shows(self, id_: str) -> bool:
        """Whether some of an item is in view; also true of what the map does not hold."""
        item = self.map_scene.items_by_id.get(id_)
        if item is None:
            return True
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        box = item.box
        return seen.intersects(QRectF(box.x, box.y, box.width, box.height))

    def show_item(self, id_: str) -> None:
        """Bring an item into view."""
        item = self.map_scene.items_by_id.get(id_)
        if item is not None:
            box = item.box
            self.ensureVisible(QRectF(box.x, box.y, box.width, min(box.height, 300.0)), 40, 40)
            self._follow_view()

    def _follow_view(self) -> None:
        """Keep what is written on the wall in view."""
        wall = self.map_scene.wall
        if wall is not None:
            seen = self.mapToScene(self.viewport().rect()).boundingRect()
            wall.show_between(seen.top() + 8.0, seen.bottom() - 8.0)
        self.moved.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the wall's writing in view."""
        super().resizeEvent(event)
        self._follow_view()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, show what there is to see."""
        super().showEvent(event)
        if not self._seen:
            self._seen = True
            self.show_first()
