"""The layout of the map, kept up to date with the plan: at once, or beside the window."""

import threading
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from PySide6.QtCore import QObject, QThreadPool, QTimer, Signal
from PySide6.QtGui import QFontMetricsF

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.fonts import font, measure
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.map import (
    WHOLE,
    MapLayout,
    Reading,
    Scope,
    excerpt,
    map_layout,
    provisional,
    refreshed,
)
from strategy_planner.layout.shapes import Measure, Weight
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.plan import Plan

LARGE = 150
"""Plans of more items than this are laid out beside the window even when they are opened."""
AFTER_MS = 40
"""The first answer is painted before the tidy layout begins."""
REMEMBERED = 30
"""So many edits are taken back with everything where it was."""
AT_ONCE = 250
"""An edit of a plan of more items than this shows a first answer; the tidy map follows."""


class LayoutKeeper(QObject):
    """Listens to the workspace and announces each new layout."""

    laid_out = Signal(object, bool)
    """The MapLayout, and whether things may stand elsewhere than before."""
    _computed = Signal(int, object)

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._changes: list[Change] = []
        self._schedule: Schedule | None = None
        self._ticket = 0
        """The layout that is waited for, 0 while none is."""
        self._latest = 0
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._pool.setExpiryTimeout(-1)
        self._soon = QTimer(self, interval=AFTER_MS, singleShot=True)
        self._soon.timeout.connect(self._lay_out_beside)
        self._asleep = True
        self._trail: list[tuple[tuple[Change, ...], MapLayout]] = []
        """The last edits that moved something, each with the map before it."""
        self.folded: dict[str, bool] = {}
        self.all_links = False
        self.scope = WHOLE
        """The part of the plan that is shown."""
        self._whole: MapLayout | None = None
        """The whole map as it was left; None once something has changed since."""
        self._left: MapLayout | None = None
        """The whole map as it was left, whatever changed since."""
        self.layout: MapLayout | None = None
        workspace.changed.connect(self._remember)
        workspace.analysed.connect(self._follow)
        workspace.replaced.connect(self._forget)
        workspace.language_changed.connect(self._in_other_words)
        self._computed.connect(self._take)

    @property
    def reading(self) -> Reading:
        """The language of the window and the widths of its texts."""
        return Reading(self._workspace.language, measure)

    @property
    def is_busy(self) -> bool:
        """Whether a tidier layout is still to come."""
        return self._ticket > 0

    def wake(self) -> None:
        """The map is to be seen: catch up with what happened while it was not."""
        self._asleep = False
        if self.layout is None or self._changes:
            self._update()

    def sleep(self) -> None:
        """The map is not to be seen: only remember what changes."""
        self._asleep = True

    def fold(self, group: str, folded: bool) -> None:
        """Fold a group into a box, or open it."""
        self.folded[group] = folded
        self._whole = None
        self._lay_out()

    def tidy(self) -> None:
        """Lay everything out afresh, whatever stood where; only pins are kept."""
        self.layout = self._whole = self._left = None
        self._trail.clear()
        self._lay_out()

    def unfold(self) -> None:
        """Open again what was folded by hand."""
        self.folded = {group: False for group, folded in self.folded.items() if not folded}
        self._whole = None
        self._lay_out()

    def show_scope(self, scope: Scope) -> None:
        """Show another part of the plan. The whole map comes back as it was left."""
        if scope == self.scope:
            return
        before, self.scope = self.scope, scope
        self._trail.clear()
        if before.is_whole:
            self._whole, self._left = self.layout, self.layout
        if scope.is_whole and self._whole is not None and not self._changes:
            self._ticket = 0
            self._show(self._whole)
            return
        if scope.is_whole:
            self.layout = self._left
        elif before.is_whole:
            self.layout = None
        self._lay_out()

    def show_item(self, item: str) -> None:
        """Widen what is shown to an item, and open the folded group in which it stands."""
        plan, scope = self._workspace.plan, self.scope
        if item not in plan.nodes or self.layout is None:
            return
        if not scope.is_whole and item not in excerpt(plan, self._workspace.schedule, scope).nodes:
            wider = replace(scope, up=scope.up + 1, down=scope.down + 1)
            near = excerpt(plan, self._workspace.schedule, wider).nodes
            self.show_scope(wider if item in near else WHOLE)
        for frame in self.layout.frames.values():
            if frame.folded and item in frame.members:
                self.fold(frame.id, folded=False)
                return

    def show_all_links(self, shown: bool) -> None:
        """Show also the links that only inform, and help that is said by requirements already."""
        self.all_links = shown
        self._whole = None
        self._lay_out()

    def _remember(self, change_set: ChangeSet) -> None:
        self._changes.extend(change_set.changes)

    def _forget(self) -> None:
        self.layout = None
        self._ticket = 0
        self._soon.stop()
        self.folded.clear()
        self.scope, self._whole, self._left = WHOLE, None, None
        self._trail.clear()
        self._changes.clear()

    def _follow(self) -> None:
        if not self._asleep:
            self._update()

    def _in_other_words(self) -> None:
        if self._asleep:
            self.layout = None
        else:
            self._lay_out()

    def _update(self) -> None:
        """Refresh what is written where that is enough, else lay out anew."""
        self._leave_lost_scope()
        self._whole = None
        changes, self._changes = self._changes, []
        before, self._schedule = self._schedule, self._workspace.schedule
        if self.layout is None or before is None:
            self._lay_out()
            return
        at_hand = (self.layout, self._workspace.plan, self._schedule, before, self.reading, changes)
        layout = None if self._ticket else refreshed(*at_hand)
        if layout is not None:
            self.layout = layout
            self.laid_out.emit(layout, False)
            return
        self._trace(changes)
        if self._size > AT_ONCE:
            self._show(provisional(*at_hand))
        self._lay_out()

    def _trace(self, changes: list[Change]) -> None:
        """Remember the map before an edit; where the last edit was taken back, return to it."""
        last = self._trail[-1] if self._trail else None
        if last is not None and _is_inverse(changes, last[0]):
            self._trail.pop()
            self.layout = last[1]
        elif self.layout is not None:
            self._trail.append((tuple(changes), self.layout))
            del self._trail[:-REMEMBERED]

    def _leave_lost_scope(self) -> None:
        """Show everything where what was looked at is gone."""
        nodes, scope = self._workspace.plan.nodes, self.scope
        if not scope.is_whole and (scope.story or scope.focus) not in nodes:
            self.scope, self.layout = WHOLE, self._left

    @property
    def _size(self) -> int:
        """How many items are to be laid out."""
        plan = self._workspace.plan
        if self.scope.is_whole:
            return len(plan.nodes)
        return len(excerpt(plan, self._workspace.schedule, self.scope).nodes)

    def _lay_out(self) -> None:
        self._changes.clear()
        self._schedule = self._workspace.schedule
        plan, size = self._workspace.plan, self._size
        if size <= AT_ONCE or (self.layout is None and size <= LARGE):
            self._ticket = 0
            self._show(self._computed_layout(plan, self._schedule, measure))
            return
        self._ticket = self._latest = self._latest + 1
        self._soon.start()

    def _lay_out_beside(self) -> None:
        ticket, schedule = self._ticket, self._workspace.schedule
        copy = self._workspace.plan.copy()

        def work() -> None:
            layout = self._computed_layout(copy, schedule, measure_beside)
            # The window may be gone by now, and with it who waits for the layout.
            with suppress(RuntimeError):
                self._computed.emit(ticket, layout)

        self._pool.start(work)

    def _computed_layout(self, plan: Plan, schedule: Schedule, widths: Measure) -> MapLayout:
        return map_layout(
            plan,
            schedule,
            self._workspace.language,
            widths,
            folded=dict(self.folded),
            all_links=self.all_links,
            scope=self.scope,
            previous=self.layout,
        )

    def _take(self, ticket: int, layout: MapLayout) -> None:
        """A layout computed beside the window; older than the newest one asked for, it is late."""
        if ticket == self._ticket:
            self._ticket = 0
            self._show(layout)

    def _show(self, layout: MapLayout) -> None:
        self.layout = layout
        self.laid_out.emit(layout, True)


def _is_inverse(changes: Sequence[Change], earlier: Sequence[Change]) -> bool:
    """Whether changes put every record back that earlier ones made, took or replaced."""
    back = {(one.id, id(one.after), id(one.before)) for one in changes}
    return back == {(one.id, id(one.before), id(one.after)) for one in earlier}


_of_this_thread = threading.local()


@lru_cache(maxsize=65536)
def measure_beside(text: str, size: float, weight: Weight) -> float:
    """As `fonts.measure`, for another thread than the window's: Qt's fonts are not shared."""
    metrics: dict[tuple[float, Weight], QFontMetricsF]
    metrics = _of_this_thread.__dict__.setdefault("metrics", {})
    if (size, weight) not in metrics:
        metrics[size, weight] = QFontMetricsF(font.__wrapped__(size, weight))
    return metrics[size, weight].horizontalAdvance(text)
