"""The part of the map that is seen: moving it, zooming it, and passing on pointer and keys."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QBrush,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QResizeEvent,
    QShowEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QGraphicsView, QWidget

from strategy_planner.gui.map.gestures import Connect, Drag, Gesture, Pan, RubberBand
from strategy_planner.gui.map.hint import Hint
from strategy_planner.gui.map.items import PORT_REACH, CardItem, FrameItem, Look, MapItem
from strategy_planner.gui.map.keys import ACTIONS, TRAVEL
from strategy_planner.gui.map.layout_keeper import LayoutKeeper
from strategy_planner.gui.map.scene import MapScene
from strategy_planner.gui.map.title_editor import TitleEditor
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace

STEP = 1.2
SMALLEST, LARGEST = 0.04, 3.0
READABLE = 0.75
FIT_MARGIN = 24.0


class MapCanvas(QGraphicsView):
    """The map under pointer and keys. What they mean to the plan is said by signals."""

    asked = Signal(str)
    """The name of an action that a key asks for (`keys.ACTIONS`)."""
    travelled = Signal(str)
    zoom_changed = Signal(float)
    title_asked = Signal(str)
    fold_asked = Signal(str, bool)

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
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.AnchorUnderMouse)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.viewport().setMouseTracking(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusProxy(self)
        self.hint = Hint(self, self.look)
        self.editor = TitleEditor(self.viewport())
        self._gesture: Gesture | None = None
        self._hovered: MapItem | None = None
        self._hand = False
        self._seen = False
        self.readable = READABLE
        """The scale from which on titles can be read."""
        self.recolour()

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
        self.editor.recolour(self.workspace.theme)
        self.viewport().update()

    def set_zoom(self, scale: float, around: QPointF | None = None) -> None:
        """Zoom, keeping a point of the map (else the middle of the view) where it is."""
        scale = min(LARGEST, max(SMALLEST, scale))
        if abs(scale - 1.0) < 0.02:
            scale = 1.0
        centre = around or self.mapToScene(self.viewport().rect().center())
        before = self.mapFromScene(centre)
        self.setTransformationAnchor(QGraphicsView.ViewportAnchor.NoAnchor)
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
        room = self.viewport().rect()
        scale = min(
            1.0,
            (room.width() - 2 * FIT_MARGIN) / extent.width(),
            (room.height() - 2 * FIT_MARGIN) / extent.height(),
        )
        self.set_zoom(scale)
        half = room.width() / self.zoom / 2
        x = min(extent.center().x(), extent.right() + FIT_MARGIN / self.zoom - half)
        self.centerOn(QPointF(x, extent.center().y()))
        self._follow_view()

    def show_first(self) -> None:
        """The first sight: the whole map where it can be read, else the vision with its chain."""
        self.fit()
        if self.zoom >= min(1.0, self.readable) or self.map_scene.extent.isEmpty():
            return
        self.set_zoom(self.readable)
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

    def move_by(self, dx: int, dy: int) -> None:
        """Move the view over the map by pixels."""
        across, along = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setValue(across.value() + dx)
        along.setValue(along.value() + dy)
        self._follow_view()

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

    def hovered_port(self, view_pos: QPoint) -> MapItem | None:
        """The item whose ring is under the pointer."""
        point = self.mapToScene(view_pos)
        reach = PORT_REACH / max(self.zoom, 0.4)
        for item in (self._hovered, *self._near(point, reach)):
            if isinstance(item, CardItem) and item.scene() is self.map_scene:
                offset = item.mapToScene(item.port) - point
                if offset.manhattanLength() <= reach:
                    return item
        return None

    def _near(self, point: QPointF, reach: float) -> list[MapItem]:
        area = QRectF(point.x() - reach, point.y() - reach, 2 * reach, 2 * reach)
        return [item for item in self.map_scene.items(area) if isinstance(item, MapItem)]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a gesture."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        pos = event.position().toPoint()
        button = event.button()
        if button == Qt.MouseButton.MiddleButton or (
            button == Qt.MouseButton.LeftButton and self._hand
        ):
            self._gesture = Pan(self, pos)
        elif button == Qt.MouseButton.LeftButton and self._gesture is None:
            self._gesture = self._left_press(pos, event.modifiers())
        event.accept()

    def _left_press(self, pos: QPoint, keys: Qt.KeyboardModifier) -> Gesture | None:
        add = bool(keys & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier))
        port = None if add else self.hovered_port(pos)
        if port is not None:
            return Connect(self, port)
        item = self.map_scene.item_of(self.mapToScene(pos))
        chosen = self.workspace.selection
        if item is None:
            return RubberBand(self, pos, chosen if add else ())
        if isinstance(item, FrameItem) and self._folds(item, pos):
            self.fold_asked.emit(item.id, not item.frame.folded)
            return None
        if item.id not in self.workspace.plan.nodes:
            return None
        if add:
            kept = tuple(id_ for id_ in chosen if id_ != item.id)
            self.workspace.select(kept if item.id in chosen else (item.id, *chosen))
            return None
        if item.id not in chosen:
            self.workspace.select((item.id,))
        return Drag(self, pos, item)

    def _folds(self, item: FrameItem, pos: QPoint) -> bool:
        return item.fold_area().contains(item.mapFromScene(self.mapToScene(pos)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with the gesture, or show what is under the pointer."""
        pos = event.position().toPoint()
        if self._gesture is not None:
            self._gesture.move(pos)
            return
        item = self.map_scene.item_of(self.mapToScene(pos)) or self.hovered_port(pos)
        self._hover(item if isinstance(item, CardItem) else None)
        if self._hand:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.hovered_port(pos) is not None:
            self.viewport().setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.viewport().unsetCursor()

    def _hover(self, item: MapItem | None) -> None:
        if item is self._hovered:
            return
        if self._hovered is not None and self._hovered.scene() is self.map_scene:
            self._hovered.hover(hovered=False)
        self._hovered = item
        if item is not None:
            item.hover(hovered=True)
            card = item.card if isinstance(item, CardItem) else None
            words = f"{card.head}  {card.name}" if card else ""
            self.viewport().setToolTip(as_tooltip(words))
        else:
            self.viewport().setToolTip("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End the gesture."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.finish(event.position().toPoint())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Write the title, or open a folded group."""
        self.cancel_gesture()
        item = self.map_scene.item_of(self.mapToScene(event.position().toPoint()))
        if item is not None and item.id in self.workspace.plan.nodes:
            self.title_asked.emit(item.id)

    def cancel_gesture(self) -> bool:
        """Give up what the pointer is doing; False where it does nothing."""
        gesture, self._gesture = self._gesture, None
        if gesture is not None:
            gesture.cancel()
        return gesture is not None

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is under the pointer any more."""
        self._hover(None)
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Leave the menu to the window."""
        event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Move, or zoom with Ctrl, at the pointer."""
        delta = event.angleDelta()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            pos = event.position().toPoint()
            self.set_zoom(self.zoom * STEP ** (delta.y() / 120), self.mapToScene(pos))
        else:
            pixels = event.pixelDelta()
            step = pixels if not pixels.isNull() else delta / 2
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and not step.x():
                step = QPoint(step.y(), 0)
            self.move_by(-step.x(), -step.y())
        event.accept()

    def event(self, event: QEvent) -> bool:
        """Tab asks what the selected item needs, before the focus chain takes it."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and not event.modifiers()
            and self._on_node()
        ):
            self.asked.emit("need")
            return True
        return super().event(event)

    def _on_node(self) -> bool:
        chosen = self.workspace.selection
        return bool(chosen) and chosen[0] in self.workspace.plan.nodes

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Travel, move the map, zoom, and ask for actions."""
        key = Qt.Key(event.key())
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self.cancel_gesture():
            return
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif key in TRAVEL and keys == Qt.KeyboardModifier.NoModifier and self._on_node():
            self.travelled.emit(TRAVEL[key])
        elif key in TRAVEL:
            dx, dy = {"left": (-60, 0), "right": (60, 0), "up": (0, -60), "down": (0, 60)}[
                TRAVEL[key]
            ]
            self.move_by(dx, dy)
        elif key in ACTIONS and not keys & Qt.KeyboardModifier.AltModifier:
            self.asked.emit(ACTIONS[key])
        else:
            event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """The hand is let go with the space bar."""
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand = False
            self.viewport().unsetCursor()
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show what the keyboard is on."""
        super().focusInEvent(event)
        self.map_scene.mark(self.workspace.selection, focused=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._hand = False
        self.map_scene.mark(self.workspace.selection, focused=False)

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
