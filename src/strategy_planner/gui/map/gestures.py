"""What is done with the pointer: each gesture is an object from press to release."""

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QApplication, QGraphicsPathItem, QRubberBand

from strategy_planner.gui.map.items import CardItem, MapItem
from strategy_planner.layout.map import pin_for

if TYPE_CHECKING:
    from strategy_planner.gui.map.canvas import MapCanvas


class Gesture(Protocol):
    """From a press of the pointer to its release, or to Escape."""

    def move(self, view_pos: QPoint) -> None:
        """The pointer moved."""

    def finish(self, view_pos: QPoint) -> None:
        """The pointer was released."""

    def cancel(self) -> None:
        """Everything stays as it was."""


class Pan:
    """The map moves with the pointer."""

    def __init__(self, canvas: "MapCanvas", start: QPoint) -> None:
        self._canvas = canvas
        self._last = start
        canvas.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def move(self, view_pos: QPoint) -> None:
        """Follow the pointer."""
        step = view_pos - self._last
        self._last = view_pos
        self._canvas.move_by(-step.x(), -step.y())

    def finish(self, view_pos: QPoint) -> None:
        """Let go."""
        self.move(view_pos)
        self.cancel()

    def cancel(self) -> None:
        """Show the ordinary pointer again."""
        self._canvas.viewport().unsetCursor()


class Ask:
    """A click on the words of a choice selects it and asks for its menu."""

    def __init__(self, canvas: "MapCanvas", choice: str) -> None:
        self._canvas = canvas
        self._choice = choice

    def move(self, view_pos: QPoint) -> None:
        """Words are not carried about."""

    def finish(self, view_pos: QPoint) -> None:
        """The menu opens under the words once the pointer is let go."""
        canvas = self._canvas
        if canvas.choice_at(view_pos) == self._choice:
            canvas.workspace.select((self._choice,))
            corner = canvas.place_of_choice(self._choice)
            canvas.menu_asked.emit(canvas.viewport().mapToGlobal(corner), self._choice)

    def cancel(self) -> None:
        """Nothing was done yet."""


class RubberBand:
    """All cards that a frame touches become selected."""

    def __init__(self, canvas: "MapCanvas", start: QPoint, kept: tuple[str, ...]) -> None:
        self._canvas = canvas
        self._start = start
        self._kept = kept
        self._band = QRubberBand(QRubberBand.Shape.Rectangle, canvas.viewport())

    def move(self, view_pos: QPoint) -> None:
        """Draw the frame, and select what it touches."""
        area = QRect(self._start, view_pos).normalized()
        self._band.setGeometry(area)
        self._band.show()
        found = self._canvas.map_scene.items_in(
            QRectF(self._canvas.mapToScene(area).boundingRect())
        )
        self._canvas.workspace.select((*self._kept, *found))

    def finish(self, view_pos: QPoint) -> None:
        """Leave the selection; a mere click on the ground takes it away."""
        if (view_pos - self._start).manhattanLength() < QApplication.startDragDistance():
            self._canvas.workspace.select(self._kept)
        self._drop_band()

    def cancel(self) -> None:
        """Select what was selected before."""
        self._canvas.workspace.select(self._kept)
        self._drop_band()

    def _drop_band(self) -> None:
        self._band.hide()
        self._band.deleteLater()


class Drag:
    """Cards follow the pointer and are pinned where they are let go."""

    def __init__(self, canvas: "MapCanvas", start: QPoint, pressed: MapItem) -> None:
        self._canvas = canvas
        self._start = start
        self._pressed = pressed
        self._places: dict[str, QPointF] = {}
        self._ghosts: list[QGraphicsPathItem] = []

    def move(self, view_pos: QPoint) -> None:
        """Begin after a few pixels; then everything dragged is shown at 60 %."""
        far = (view_pos - self._start).manhattanLength() >= QApplication.startDragDistance()
        if not self._places:
            if not far or not isinstance(self._pressed, CardItem):
                return
            self._lift()
        canvas = self._canvas
        shift = canvas.mapToScene(view_pos) - canvas.mapToScene(self._start)
        for id_, place in self._places.items():
            item = canvas.map_scene.items_by_id.get(id_)
            if item is not None:
                item.setPos(place + shift)

    def finish(self, view_pos: QPoint) -> None:
        """Pin what was dragged; a mere click selects."""
        canvas = self._canvas
        if not self._places:
            self._click()
            return
        shift = canvas.mapToScene(view_pos) - canvas.mapToScene(self._start)
        goals = {id_: place + shift for id_, place in self._places.items()}
        self._settle()
        layout = canvas.keeper.layout
        if layout is None:
            return
        canvas.placed.emit(
            {id_: pin_for(layout, goal.x(), goal.y()) for id_, goal in goals.items()}
        )

    def cancel(self) -> None:
        """Put everything back."""
        self._settle()

    def _lift(self) -> None:
        canvas = self._canvas
        canvas.map_scene.finish_motion()
        chosen = canvas.workspace.selection
        ids = chosen if self._pressed.id in chosen else (self._pressed.id,)
        for id_ in ids:
            item = canvas.map_scene.items_by_id.get(id_)
            if isinstance(item, CardItem):
                self._places[id_] = item.pos()
                item.setOpacity(0.6)
                item.setZValue(3)
                self._ghosts.append(self._ghost(item))

    def _ghost(self, item: CardItem) -> QGraphicsPathItem:
        path = QPainterPath()
        path.addRoundedRect(QRectF(0, 0, *item.size), 4, 4)
        ghost = self._canvas.map_scene.addPath(path)
        pen = QPen(self._canvas.look.colour("control"), 1.2)
        pen.setDashPattern([4.0, 3.0])
        ghost.setPen(pen)
        ghost.setPos(item.pos())
        return ghost

    def _click(self) -> None:
        chosen = self._canvas.workspace.selection
        if len(chosen) > 1 and self._pressed.id in chosen:
            self._canvas.workspace.select((self._pressed.id,))

    def _settle(self) -> None:
        for ghost in self._ghosts:
            self._canvas.map_scene.removeItem(ghost)
        self._ghosts.clear()
        for id_, place in self._places.items():
            item = self._canvas.map_scene.items_by_id.get(id_)
            if item is not None:
                item.setOpacity(1.0)
                item.setZValue(0)
                item.setPos(place)
        self._places.clear()
