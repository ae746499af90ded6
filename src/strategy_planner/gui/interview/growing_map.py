"""The map as it grows: the map's own layout and painting, around where the interview stands."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QPainter, QResizeEvent, QShowEvent, QWheelEvent
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from strategy_planner.analysis.interview.excerpt import around, excerpt
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.fonts import measure
from strategy_planner.gui.map.scene import MapScene
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.map import MapLayout, map_layout
from strategy_planner.layout.map.draw_small import FULL

_AROUND = 8000.0
_LARGEST, _MARGIN = 1.0, 14.0


class GrowingMap(QGraphicsView):
    """A picture to look at: it takes no keys, and follows the interview by itself."""

    def __init__(self, workspace: Workspace, parent: QWidget) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.layout_: MapLayout | None = None
        self._drawn: tuple[Schedule, str, str] | None = None
        self.map_scene = MapScene(self)
        self._item = ""
        self._near: tuple[str, ...] = ()
        self._readable = FULL
        self.setScene(self.map_scene)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setInteractive(False)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.recolour()

    def stand_on(self, item: str, near: Iterable[str]) -> None:
        """Bring an item into view, with those that should be seen beside it."""
        self._item, self._near = item, tuple(near)
        if self.isVisible():
            self._lay_out()
        self._centre()

    def set_text_scale(self, scale: float) -> None:
        """A larger picture."""
        self._readable = FULL * min(scale, 1.5)
        self._centre()

    def recolour(self) -> None:
        """The workspace's scheme and language."""
        look = self.map_scene.look
        look.theme, look.language = self.workspace.theme, self.workspace.language
        self.setBackgroundBrush(QBrush(look.colour("surface")))
        self.setAccessibleName(self.workspace.tr("The map as it grows"))
        self.viewport().update()

    def showEvent(self, event: QShowEvent) -> None:
        """Catch up with the plan."""
        super().showEvent(event)
        self._lay_out()
        self._centre()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the item in view."""
        super().resizeEvent(event)
        self._centre()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The picture stays where the interview is."""
        event.ignore()

    def _lay_out(self) -> None:
        """Lay out what is around the item, where the plan or the item is another than before."""
        workspace = self.workspace
        plan, here = workspace.plan, (workspace.schedule, self._item, workspace.language)
        if self._item not in plan.nodes or self._is_drawn(here):
            return
        part = excerpt(plan, around(plan, self._item))
        before, self._drawn = self.layout_, here
        self.layout_ = map_layout(
            part, workspace.schedule, workspace.language, measure, previous=before
        )
        self.map_scene.show_layout(self.layout_, animate=before is not None)
        self.setSceneRect(self.map_scene.extent.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND))

    def _is_drawn(self, here: tuple[Schedule, str, str]) -> bool:
        drawn = self._drawn
        return drawn is not None and drawn[0] is here[0] and drawn[1:] == here[1:]

    def _centre(self) -> None:
        """As large as lets the item and its neighbours be seen, and never too small to read."""
        wall = self.map_scene.wall
        self.map_scene.mark(
            () if wall is not None and wall.id == self._item else (self._item,), focused=False
        )
        boxes = self._boxes((self._item,))
        if boxes.isEmpty():
            return
        wanted = boxes.united(self._boxes(self._near))
        room = self.viewport().rect().adjusted(0, 0, -round(2 * _MARGIN), -round(2 * _MARGIN))
        fitting = min(room.width() / wanted.width(), room.height() / wanted.height())
        scale = max(self._readable, min(_LARGEST, fitting))
        self.resetTransform()
        self.scale(scale, scale)
        self.centerOn(self._middle(boxes, wanted, room.width() / scale, room.height() / scale))
        if wall is not None:
            seen = self.mapToScene(self.viewport().rect()).boundingRect()
            wall.show_between(seen.top(), seen.bottom())

    def _middle(self, here: QRectF, wanted: QRectF, width: float, height: float) -> QPointF:
        """The middle of what is wanted; where that does not fit, of what is next to the item."""
        x, y = wanted.center().x(), wanted.center().y()
        if wanted.width() > width:
            x = here.right() - width / 2
        if wanted.height() > height:
            newest = self._boxes(self._near[-1:])
            top = newest.top() if newest.isValid() else here.center().y()
            low, high = here.center().y() - height / 2, here.center().y() + height / 2
            y = min(max(top, low), high) if newest.isValid() else here.center().y()
        return QPointF(x, y)

    def _boxes(self, ids: Iterable[str]) -> QRectF:
        """The area of items where the layout puts them, of the vision only its middle."""
        area = QRectF()
        layout = self.layout_
        for id_ in ids:
            if layout is None:
                continue
            if layout.wall is not None and id_ == layout.wall.id:
                box = layout.wall.box
                middle = self._boxes(self._near).center().y() if self._near else box.middle
                area = area.united(QRectF(box.x, middle - 40, box.width, 80))
            elif id_ in layout.boxes:
                area = area.united(QRectF(*layout.boxes[id_]))
        return area
