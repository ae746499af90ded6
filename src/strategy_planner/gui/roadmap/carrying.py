"""Carrying items along the time axis: taken, moved with their effect in sight, let go or not."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QTimer
from PySide6.QtWidgets import QApplication

from strategy_planner.gui.fonts import measure
from strategy_planner.gui.roadmap.dragging import (
    Drag,
    has_handle,
    meaning,
    step_to,
    takes_end,
    told,
)
from strategy_planner.gui.roadmap.stops import Stop
from strategy_planner.gui.roadmap.surface import RoadmapSurface
from strategy_planner.language import Message
from strategy_planner.layout.roadmap.moving import put, stretch
from strategy_planner.layout.roadmap.moving_together import move_together
from strategy_planner.layout.roadmap.preview import Trial
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError

_EDGE, _PACE, _EVERY_MS = 28, 16, 30
"""How near to the edge of the chart the time begins to move on, and how fast, in pixels."""


class Carrier:
    """The drag on a roadmap, if there is one. Nothing of the plan changes before it is let go."""

    def __init__(self, surface: RoadmapSurface, tell: Callable[[Message], object]) -> None:
        self._surface = surface
        self._tell = tell
        self.drag: Drag | None = None
        self._trial: Trial | None = None
        self._passes = QTimer(surface)
        self._passes.setSingleShot(True)
        self._passes.setInterval(0)
        self._passes.timeout.connect(self._compute)
        self._pace = 0
        self._moving = QTimer(surface)
        self._moving.setInterval(_EVERY_MS)
        self._moving.timeout.connect(self._move_on)

    @property
    def is_under_way(self) -> bool:
        """Whether what was taken has been moved far enough to mean it."""
        return self.drag is not None and self.drag.here is not None

    def take(self, stop: Stop, place: QPointF) -> None:
        """Take an item where the pointer is: by its end, or as a whole."""
        surface = self._surface
        layout, work = surface.layout_shown, surface.workspace
        stood = layout.chart.by_id.get(stop.id)
        x = place.x() + surface.view.scroll_x
        by_end = (
            stood is not None
            and takes_end(stood, x)
            and has_handle(work.plan, work.schedule, stood)
        )
        others = () if by_end else self._others(stop.id)
        from_tray = any(box.id == stop.id for box in layout.tray)
        day = layout.chart.axis.day(x)
        self.drag = Drag(stop.id, (place.x(), place.y()), day, by_end, from_tray, others)
        self._trial = Trial(work.plan, work.schedule, layout, measure)

    def carry(self, place: QPointF) -> None:
        """Follow the pointer. The passes run once for each period that is reached, after the
        moves that wait; a frame never waits for more than one of them.
        """
        drag, surface = self.drag, self._surface
        if drag is None:
            return
        x, y = place.x(), place.y()
        far = abs(x - drag.start[0]) + abs(y - drag.start[1])
        if drag.here is None and far < QApplication.startDragDistance():
            return
        step = step_to(surface.view, drag, x, y)
        self.drag = replace(drag, here=(x, y), step=step)
        if step != drag.step:
            self._passes.start()
        surface.viewport().update()
        self._near_edge(x)

    def _near_edge(self, x: float) -> None:
        """Beside the chart the time moves on under the pointer."""
        view = self._surface.view
        back, on = x < view.lanes + _EDGE, x > view.width - _EDGE
        self._pace = (on - back) * _PACE
        if self._pace:
            self._moving.start()
        else:
            self._moving.stop()

    def _move_on(self) -> None:
        bar, drag = self._surface.horizontalScrollBar(), self.drag
        before = bar.value()
        bar.setValue(before + self._pace)
        if drag is None or drag.here is None or bar.value() == before:
            self._moving.stop()
        else:
            self.carry(QPointF(*drag.here))

    def _compute(self) -> None:
        """What the place of the pointer means, and what would follow from it."""
        drag, surface, trial = self.drag, self._surface, self._trial
        if drag is None or trial is None:
            return
        stays = drag.step is None or (drag.step[1] == 0 and not drag.from_tray)
        drag = replace(drag, preview=None, said="", refusal=None)
        if not stays:
            work = surface.workspace
            try:
                change_set = meaning(work.plan, work.schedule, drag, surface.view)
                said = told(change_set, work.language, drag.id if drag.others else None)
                drag = replace(drag, said=said, preview=trial.of(change_set))
            except PlanError as error:
                drag = replace(drag, said=error.message.into(work.language), refusal=error)
        self.drag = drag
        surface.viewport().update()

    def drop(self) -> None:
        """Let go: one edit, or none where the item is where it was."""
        if self._passes.isActive():
            self._passes.stop()
            self._compute()
        drag, work = self.drag, self._surface.workspace
        self.cancel()
        if drag is None:
            return
        if drag.refusal is not None:
            work.refused.emit(drag.refusal)
        elif drag.preview is not None:
            self._do(drag.preview.change_set, (drag.id, *drag.others))

    def cancel(self) -> bool:
        """Put everything back; whether anything was being carried."""
        was_carried = self.drag is not None
        self.drag, self._trial = None, None
        self._passes.stop()
        self._moving.stop()
        if was_carried:
            self._surface.viewport().update()
        return was_carried

    def _others(self, item: str) -> tuple[str, ...]:
        """What else of the chart is selected, where the item is; the undated below stay there."""
        layout, work = self._surface.layout_shown, self._surface.workspace
        undated = {box.id for box in layout.tray}
        if item in undated or item not in work.selection:
            return ()
        return tuple(
            other
            for other in work.selection
            if other != item and other in work.schedule.items and other not in undated
        )

    def by_keys(self, item: str, count: int, *, end: bool) -> None:
        """Move an item and what else is selected, or its end, by periods of the zoom; an undated
        one gets the current.
        """
        surface = self._surface
        work, axis = surface.workspace, surface.layout_shown.chart.axis
        stood = surface.layout_shown.chart.by_id.get(item)
        try:
            if stood is not None and end:
                unit = axis.unit_at(axis.day(stood.placed.geometry.bar.right))
                work.do(stretch(work.plan, work.schedule, item, unit, count))
            elif any(box.id == item for box in surface.layout_shown.tray) and not end:
                day = work.schedule.status_date
                work.do(put(work.plan, item, axis.unit_at(day), day))
            elif item in work.plan.nodes:
                x = axis.right if stood is None else stood.placed.geometry.bar.left
                items = (item, *self._others(item))
                unit = axis.unit_at(axis.day(x))
                self._do(move_together(work.plan, work.schedule, items, unit, count), items)
        except PlanError as error:
            work.refused.emit(error)

    def _do(self, change_set: ChangeSet, items: Sequence[str]) -> None:
        """Make the edit; how many of several items it moved is told, and so spoken."""
        if self._surface.workspace.do(change_set) and len(items) > 1:
            self._tell(change_set.label)
