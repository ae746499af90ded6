"""The layout of the map, kept up to date with the plan: at once, or beside the window."""

from PySide6.QtCore import QObject, QThreadPool, Signal

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.gui.fonts import measure
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.map import MapLayout, Reading, map_layout, refreshed
from strategy_planner.model.changes import Change, ChangeSet
from strategy_planner.model.plan import Plan

LARGE = 1500
"""Plans of more items than this are laid out beside the window, which stays alive."""


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
        self._asleep = True
        self.folded: dict[str, bool] = {}
        self.all_links = False
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
        self._lay_out()

    def show_item(self, item: str) -> None:
        """Open the folded group in which an item stands."""
        if self.layout is None:
            return
        for frame in self.layout.frames.values():
            if frame.folded and item in frame.members:
                self.fold(frame.id, folded=False)
                return

    def show_all_links(self, shown: bool) -> None:
        """Show also the links that only inform, and help that is said by requirements already."""
        self.all_links = shown
        self._lay_out()

    def _remember(self, change_set: ChangeSet) -> None:
        self._changes.extend(change_set.changes)

    def _forget(self) -> None:
        self.layout = None
        self.folded.clear()
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
        layout = None
        if self.layout is not None and self._schedule is not None and not self._ticket_open():
            layout = refreshed(
                self.layout,
                self._workspace.plan,
                self._workspace.schedule,
                self._schedule,
                self.reading,
                self._changes,
            )
        if layout is None:
            self._lay_out()
            return
        self._changes.clear()
        self._schedule = self._workspace.schedule
        self.layout = layout
        self.laid_out.emit(layout, False)

    def _ticket_open(self) -> bool:
        return self._ticket > 0

    def _lay_out(self) -> None:
        self._changes.clear()
        self._schedule = self._workspace.schedule
        plan = self._workspace.plan
        if len(plan.nodes) <= LARGE:
            self._ticket = 0
            self._show(self._computed_layout(plan, self._schedule))
            return
        self._ticket += 1
        ticket, copy, schedule = self._ticket, plan.copy(), self._schedule
        QThreadPool.globalInstance().start(
            lambda: self._computed.emit(ticket, self._computed_layout(copy, schedule))
        )

    def _computed_layout(self, plan: Plan, schedule: Schedule) -> MapLayout:
        return map_layout(
            plan,
            schedule,
            self._workspace.language,
            measure,
            folded=dict(self.folded),
            informs=self.all_links,
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
