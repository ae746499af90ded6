"""The roadmap under mouse and keys: panning, zooming, selecting, travelling, dating."""

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip, QWidget

from strategy_planner.gui.roadmap.carrying import Carrier
from strategy_planner.gui.roadmap.dragging import has_handle, takes_end
from strategy_planner.gui.roadmap.drawing import Marked
from strategy_planner.gui.roadmap.speaking import item_words
from strategy_planner.gui.roadmap.stops import Direction, Stop, linked, next_stop
from strategy_planner.gui.roadmap.surface import RoadmapSurface
from strategy_planner.gui.workspace import Workspace

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

    def __init__(self, workspace: Workspace, parent: QWidget | None = None) -> None:
        super().__init__(workspace, parent)
        self._pressed: QPoint | None = None
        self._carrier = Carrier(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)

    def marked(self) -> Marked:
        """With what is being carried."""
        return replace(super().marked(), drag=self._carrier.drag)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; who comes by Tab finds an item selected."""
        super().focusInEvent(event)
        by_key = event.reason() in {
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
        }
        if by_key and self.stop(self.current()) is None and self.stops:
            self.workspace.select((self.stops[0].id,))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the focus ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows travel, with Ctrl along links; Alt moves the item, Alt+Shift its end."""
        key, modifiers = event.key(), event.modifiers()
        current = self.current()
        if key in _SIDEWAYS and modifiers & Qt.KeyboardModifier.AltModifier:
            end = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
            if current is not None:
                self._carrier.by_keys(current, _SIDEWAYS[Qt.Key(key)], end=end)
        elif key in _ARROWS and modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._pan(_ARROWS[key])
        elif key in _ARROWS:
            self._travel(_ARROWS[key], along=bool(modifiers & Qt.KeyboardModifier.ControlModifier))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2} and current:
            self.open_requested.emit(current)
        elif key == Qt.Key.Key_Escape and self._carrier.cancel():
            self.viewport().unsetCursor()
        elif key in _ZOOM_KEYS:
            self.zoom_by(_ZOOM_KEYS[Qt.Key(key)])
        elif key in _LOOKS and not modifiers & Qt.KeyboardModifier.ControlModifier:
            _LOOKS[Qt.Key(key)](self)
        elif key in {Qt.Key.Key_Home, Qt.Key.Key_End} and self.stops:
            self.workspace.select((self.stops[0 if key == Qt.Key.Key_Home else -1].id,))
        else:
            super().keyPressEvent(event)

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
            self._choose(stop.id, add=bool(event.modifiers() & _ADDING))
            if not event.modifiers() & _ADDING:
                self._carrier.take(stop, event.position())
        else:
            self._pressed = event.position().toPoint()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def _choose(self, id_: str, *, add: bool) -> None:
        """Select an item alone, or add it to the selection and take it out again."""
        chosen = self.workspace.selection
        if not add:
            self.workspace.select((id_,))
        elif id_ in chosen:
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
        if self._carrier.drag is not None:
            self._carrier.carry(event.position())
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
            self._carrier.drop()
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
        if event.type() == QEvent.Type.Leave and self.hover is not None:
            self.update_strip(self.hover.y, self.hover.y + self.hover.height)
            self.hover = None
        return super().viewportEvent(event)
