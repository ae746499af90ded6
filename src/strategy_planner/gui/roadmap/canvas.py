"""The roadmap under mouse and keys: panning, zooming, selecting, travelling, dating."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from strategy_planner.gui.painted_stops import focus_on_stop, tell_stops
from strategy_planner.gui.roadmap.carrying import Carrier
from strategy_planner.gui.roadmap.dragging import has_handle, takes_end
from strategy_planner.gui.roadmap.drawing import Marked
from strategy_planner.gui.roadmap.menus import menu_for
from strategy_planner.gui.roadmap.speaking import item_words
from strategy_planner.gui.roadmap.spoken_stops import spoken_stops
from strategy_planner.gui.roadmap.stops import Direction, Stop, linked, next_stop
from strategy_planner.gui.roadmap.surface import RoadmapSurface
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.roadmap.links import driving_chain

_ARROWS: dict[int, Direction] = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
}
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ADDING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
_ZOOM_KEYS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}

_LOOKS = {
    Qt.Key.Key_0: RoadmapSurface.fit,
    Qt.Key.Key_T: RoadmapSurface.go_to_today,
    Qt.Key.Key_Z: RoadmapSurface.zoom_to_selection,
}


class RoadmapCanvas(RoadmapSurface):
    """The roadmap of a workspace, ready for use."""

    open_requested = Signal(str)
    """Enter, F2 or a double click on an item: the shell decides what opens."""

    told = Signal(object)
    """A Message of what was done to several items at once."""

    asked = Signal(str)
    """An action of the window, by its id, for what is selected."""

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._pressed: QPoint | None = None
        self._alone: str | None = None
        self.carrier = Carrier(self, self.told.emit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        tell_stops(self, spoken_stops(self))

    def marked(self) -> Marked:
        """With what is being carried."""
        return replace(super().marked(), drag=self.carrier.drag)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; who comes by Tab finds an item selected."""
        super().focusInEvent(event)
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        if by_key and self.stop(self.current()) is None and self.stops:
            self.workspace.select((self.stops[0].id,))
        focus_on_stop(self)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows travel and move; Enter opens, + and - zoom, 0, T and Z look elsewhere."""
        key, modifiers = event.key(), event.modifiers()
        current, plain = self.current(), not modifiers & Qt.KeyboardModifier.ControlModifier
        if key in _ARROWS:
            self._follow_arrow(key, modifiers)
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and current:
            self.open_requested.emit(current)
        elif key == Qt.Key.Key_Escape and self.carrier.cancel():
            self._alone = None
            self.viewport().unsetCursor()
        elif key in _ZOOM_KEYS:
            self.zoom_by(_ZOOM_KEYS[Qt.Key(key)])
        elif key in _LOOKS and plain:
            _LOOKS[Qt.Key(key)](self)
        elif key == Qt.Key.Key_C and plain:
            self.select_chain()
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.stops:
            self.workspace.select((self.stops[0 if key == Qt.Key.Key_Home else -1].id,))
        else:
            super().keyPressEvent(event)

    def _follow_arrow(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        """Arrows travel, with Ctrl along links, with Ctrl+Shift selecting on the way; Alt moves
        what is selected, Alt+Shift the end of the item.
        """
        control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
        current, shift = self.current(), bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
        if modifiers & Qt.KeyboardModifier.AltModifier:
            if key in _SIDEWAYS and current is not None:
                self.carrier.by_keys(current, _SIDEWAYS[Qt.Key(key)], end=shift)
        elif control and shift:
            self._select_on(_ARROWS[key])
        elif shift:
            self._pan(_ARROWS[key])
        else:
            self._travel(_ARROWS[key], along=control)

    def event(self, event: QEvent) -> bool:
        """Keep the keys that move an item from the menus, while one is selected."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in _SIDEWAYS
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and self.current() is not None
        ):
            event.accept()
            return True
        return super().event(event)

    def _travel(self, direction: Direction, *, along: bool) -> None:
        work, current = self.workspace, self.current()
        if along:
            target = linked(work.plan, work.schedule, current, direction) if current else None
        else:
            target = next_stop(self.stops, current, direction)
        if target is not None:
            work.select((target,))
        elif not along:
            self._pan(direction)

    def _select_on(self, direction: Direction) -> None:
        """Add the neighbour to the selection; on the way back take the last one out again."""
        chosen = self.workspace.selection
        target = next_stop(self.stops, self.current(), direction)
        if target is not None and target == next(iter(chosen[1:]), None):
            self.workspace.select(chosen[1:])
        elif target is not None:
            self.workspace.select((target, *chosen))

    def _pan(self, direction: Direction) -> None:
        sideways = direction in {"left", "right"}
        bar = self.horizontalScrollBar() if sideways else self.verticalScrollBar()
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
            if event.modifiers() & _ADDING:
                self._add(stop.id)
            else:
                self._take(stop, event.position())
        else:
            self._pressed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _take(self, stop: Stop, place: QPointF) -> None:
        """Take an item and with it all that are selected, if it is one of them.

        Where nothing is carried then, the click was meant for it alone.
        """
        chosen = self.workspace.selection
        if stop.id in chosen and len(chosen) > 1:
            self._alone = stop.id
            self.workspace.select((stop.id, *chosen))
        else:
            self.workspace.select((stop.id,))
        self.carrier.take(stop, place)

    def _add(self, id_: str) -> None:
        """Add an item to the selection, or take it out again."""
        chosen = self.workspace.selection
        if id_ in chosen:
            self.workspace.select(tuple(other for other in chosen if other != id_))
        else:
            self.workspace.select((id_, *chosen))

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
        if self.carrier.drag is not None:
            self.carrier.carry(event.position())
            return
        stop = self.stop_at(event.position())
        self._show_handle(stop, event.position().x())
        if stop != self.hover:
            for changed in (stop, self.hover):
                if changed is not None:
                    self.update_strip(changed.y, changed.y + changed.height)
            self.hover = stop

    def _show_handle(self, stop: Stop | None, x: float) -> None:
        """The pointer says that the end of the bar under it can be taken."""
        stood = None if stop is None else self._layout.chart.by_id.get(stop.id)
        work = self.workspace
        if (
            stood is not None
            and takes_end(stood, x + self.view.scroll_x)
            and has_handle(work.plan, work.schedule, stood)
        ):
            self.viewport().setCursor(Qt.CursorShape.SizeHorCursor)
        else:
            self.viewport().unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of the chart."""
        if self._pressed is not None:
            self._pressed = None
            self.viewport().unsetCursor()
        if event.button() == Qt.MouseButton.LeftButton:
            alone = None if self.carrier.is_under_way else self._alone
            self._alone = None
            self.carrier.drop()
            if alone is not None:
                self.workspace.select((alone,))
        super().mouseReleaseEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is under the pointer, or of what is selected where a key asks."""
        self.carrier.cancel()
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            stop = self.stop(self.current())
            place = self._place_of(stop) if stop is not None else self.viewport().rect().center()
        else:
            place, stop = event.pos(), self.stop_at(QPointF(event.pos()))
        if stop is not None and stop.id not in self.workspace.selection:
            self.workspace.select((stop.id,))
        menu = menu_for(self, stop.id if stop is not None else None)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.viewport().mapToGlobal(place))
        event.accept()

    def _place_of(self, stop: Stop) -> QPoint:
        """The middle of what is visible of a thing on the picture."""
        view, (_, y) = self.view, stop.middle
        left = max(stop.x - view.scroll_x, view.lanes)
        right = min(stop.x + stop.width - view.scroll_x, view.width)
        return QPoint(round((left + right) / 2), round(min(y - view.scroll_y, view.height)))

    def select_chain(self) -> None:
        """Select the chain of driving links through the current item, from first cause to end."""
        work, current = self.workspace, self.current()
        if current is not None and current in work.schedule.items:
            chain = driving_chain(work.plan, work.schedule, current)
            work.select((current, *chain))

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
            words = (
                item_words(work.plan, work.schedule, stop.id, work.language, self.deciding.choices)
                if stop
                else ()
            )
            QToolTip.showText(event.globalPos(), "\n".join(words), self.viewport())
            return True
        if event.type() == QEvent.Type.Leave and self.hover is not None:
            self.update_strip(self.hover.y, self.hover.y + self.hover.height)
            self.hover = None
        return super().viewportEvent(event)
