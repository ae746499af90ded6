"""Back and forward through the places visited, by keys, menu and the mouse's side buttons."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from strategy_planner.gui.finding.places import Place, Trail
from strategy_planner.gui.workspace import Workspace

_STEPS = {Qt.MouseButton.BackButton: -1, Qt.MouseButton.ForwardButton: 1}


class Navigator(QObject):
    """Notes each view and selection; going back shows both again."""

    moved = Signal()
    """There is another way back, or forward."""
    asked = Signal(int)
    """A side button of the mouse asks for back (-1) or forward (1)."""

    def __init__(
        self,
        workspace: Workspace,
        views: QStackedWidget,
        view_shown: Callable[[], str],
        show_view: Callable[[str], None],
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._view_shown, self._show_view = view_shown, show_view
        self.trail = Trail()
        self._is_travelling = False
        workspace.selection_changed.connect(self.note)
        workspace.replaced.connect(self._begin_anew)
        views.currentChanged.connect(self.note)
        parent.winId()  # makes the system's window, which alone hears every press, and little else
        handle = parent.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)

    def note(self) -> None:
        """This is a place that was visited."""
        if not self._is_travelling:
            self.trail.visit(Place(self._view_shown(), self._workspace.selection))
            self.moved.emit()

    def go(self, by: int) -> None:
        """Back (-1) or forward (1); places of which nothing is left are passed over."""
        place = self.trail.go(by)
        while place is not None and not self._still_there(place) and self.trail.can_go(by):
            place = self.trail.go(by)
        if place is None:
            return
        self._is_travelling = True
        try:
            if place.view != self._view_shown():
                self._show_view(place.view)
            self._workspace.select(place.selection)
        finally:
            self._is_travelling = False
        self.moved.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The side buttons of a mouse, anywhere in this window."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            step = _STEPS.get(event.button())
            if step:
                self.asked.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _still_there(self, place: Place) -> bool:
        plan = self._workspace.plan
        return not place.selection or any(plan.find(id_) is not None for id_ in place.selection)

    def _begin_anew(self) -> None:
        self.trail.clear()
        self.note()
