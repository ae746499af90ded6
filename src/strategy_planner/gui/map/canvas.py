"""The map under pointer and keys: what they do becomes gestures, or is asked of the view."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from strategy_planner.gui.map.connecting import Connect
from strategy_planner.gui.map.gestures import Ask, Drag, Gesture, Pan, RubberBand
from strategy_planner.gui.map.hint import Hint
from strategy_planner.gui.map.items import (
    PORT_REACH,
    CardItem,
    FrameItem,
    MapItem,
    Side,
)
from strategy_planner.gui.map.keys import ACTIONS, TRAVEL
from strategy_planner.gui.map.layout_keeper import LayoutKeeper
from strategy_planner.gui.map.links_item import SIMPLE
from strategy_planner.gui.map.title_editor import TitleEditor
from strategy_planner.gui.map.viewport import STEP, MapViewport
from strategy_planner.gui.painted_stops import focus_on_stop
from strategy_planner.gui.plain_text import as_tooltip
from strategy_planner.gui.workspace import Workspace

NOT_OURS = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier
AS_WELL = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier
SIDES: tuple[Side, ...] = ("right", "left")


class MapCanvas(MapViewport):
    """The map under pointer and keys. What they mean to the plan is said by signals."""

    asked = Signal(str)
    """The name of an action that a key asks for (`keys.ACTIONS`)."""
    travelled = Signal(str)
    extended = Signal(str)
    """A direction: the next item there is to be selected as well."""
    title_asked = Signal(str)
    fold_asked = Signal(str, bool)
    placed = Signal(object)
    """The pins of the items that were dragged, by their ids."""
    new_asked = Signal(str, str)
    """A link was dropped on the ground: the item, and the `Side` from which it was drawn."""
    menu_asked = Signal(QPoint, object)
    """The place on the screen, and the id of what the menu is for (None: the ground)."""

    def __init__(
        self, workspace: Workspace, keeper: LayoutKeeper, parent: QWidget | None = None
    ) -> None:
        super().__init__(workspace, keeper, parent)
        self.viewport().setMouseTracking(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setFocusProxy(self)
        self.hint = Hint(self, self.look)
        self.editor = TitleEditor(self.viewport())
        self._gesture: Gesture | None = None
        self._hovered: MapItem | None = None
        self._hand = False
        self.recolour()

    def recolour(self) -> None:
        """Draw everything in the workspace's scheme and language."""
        self.editor.recolour(self.workspace.theme)
        super().recolour()

    def hovered_port(self, view_pos: QPoint) -> tuple[MapItem, Side] | None:
        """The item whose ring is under the pointer, and which of its rings."""
        point = self.mapToScene(view_pos)
        reach = PORT_REACH / max(self.zoom, 0.4)
        for item in (self._hovered, *self._near(point, reach)):
            if isinstance(item, CardItem) and item.scene() is self.map_scene:
                for side in SIDES:
                    offset = item.mapToScene(item.port_at(side)) - point
                    if offset.manhattanLength() <= reach:
                        return item, side
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
            return Connect(self, *port)
        choice = self.choice_at(pos)
        if choice is not None:
            return Ask(self, choice)
        item = self.map_scene.item_of(self.mapToScene(pos))
        chosen = self.workspace.selection
        if item is None:
            links = self.links_at(pos)
            if links:
                self.workspace.select(_toggled(chosen, links) if add else links)
                return None
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
        port = self.hovered_port(pos)
        item = self.map_scene.item_of(self.mapToScene(pos)) or (port[0] if port else None)
        self._hover(item if isinstance(item, CardItem) else None)
        if self._hand:
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif self.choice_at(pos) is not None:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        elif port is not None:
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
        """The menu of what is under the pointer, or of what is selected where a key asks."""
        self.cancel_gesture()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            chosen = self.workspace.selection[:1]
            item = self.map_scene.items_by_id.get(chosen[0]) if chosen else None
            pos = self.place_of_choice(chosen[0] if chosen else None)
            if item is not None:
                pos = self.mapFromScene(item.mapToScene(QPointF(item.size[0] / 2, 20.0)))
            self.menu_asked.emit(self.viewport().mapToGlobal(pos), chosen[0] if chosen else None)
        else:
            self.menu_asked.emit(event.globalPos(), self._meant_at(event.pos()))
        event.accept()

    def links_at(self, view_pos: QPoint) -> tuple[str, ...]:
        """The links that run under the pointer together; none where there is no link."""
        route = self.map_scene.links.route_at(self.mapToScene(view_pos), self.zoom)
        known = self.workspace.plan.links
        return route.links if route is not None and route.links[0] in known else ()

    def choice_at(self, view_pos: QPoint) -> str | None:
        """The choice whose words are under the pointer, where they are drawn at all."""
        if self.zoom < SIMPLE:
            return None
        return self.map_scene.overlay.choice_at(self.mapToScene(view_pos))

    def place_of_choice(self, choice: str | None) -> QPoint:
        """Under the words of a choice, where its menu opens; else the middle of what is seen."""
        pill = self.map_scene.overlay.pill_of(choice)
        if pill is None:
            return self.viewport().rect().center()
        return self.mapFromScene(pill.x, pill.bottom)

    def _meant_at(self, pos: QPoint) -> str | None:
        """What a menu asked for at a place is about; it becomes selected."""
        point = self.mapToScene(pos)
        choice = self.choice_at(pos)
        if choice is not None:
            self.workspace.select((choice,))
            return choice
        item = self.map_scene.item_of(point)
        links = () if item is not None else self.links_at(pos)
        if item is not None and item.id in self.workspace.plan.nodes:
            if item.id not in self.workspace.selection:
                self.workspace.select((item.id,))
            return item.id
        if links:
            if links[0] not in self.workspace.selection:
                self.workspace.select(links)
            return links[0]
        return item.id if item is not None else None

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
            and self.current is not None
        ):
            self.asked.emit("need")
            return True
        return super().event(event)

    @property
    def current(self) -> str | None:
        """The item that the keyboard is on."""
        chosen = self.workspace.selection
        return chosen[0] if chosen and chosen[0] in self.workspace.plan.nodes else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Travel, move the map, zoom, and ask for actions."""
        key = Qt.Key(event.key())
        keys = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key == Qt.Key.Key_Escape and self.cancel_gesture():
            return
        if key == Qt.Key.Key_Space and not event.isAutoRepeat():
            self._hand = True
            self.viewport().setCursor(Qt.CursorShape.OpenHandCursor)
        elif key in TRAVEL and keys == Qt.KeyboardModifier.NoModifier and self.current is not None:
            self.travelled.emit(TRAVEL[key])
        elif key in TRAVEL and keys == AS_WELL and self.current is not None:
            self.extended.emit(TRAVEL[key])
        elif key in TRAVEL:
            dx, dy = {"left": (-60, 0), "right": (60, 0), "up": (0, -60), "down": (0, 60)}[
                TRAVEL[key]
            ]
            self.move_by(dx, dy)
        elif key in ACTIONS and not keys & NOT_OURS:
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
        focus_on_stop(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The keyboard is elsewhere."""
        super().focusOutEvent(event)
        self._hand = False
        self.map_scene.mark(self.workspace.selection, focused=False)


def _toggled(chosen: tuple[str, ...], ids: tuple[str, ...]) -> tuple[str, ...]:
    """What is selected once these are added to it, or taken from it where they were."""
    kept = tuple(id_ for id_ in chosen if id_ not in ids)
    return kept if ids[0] in chosen else (*ids, *kept)
