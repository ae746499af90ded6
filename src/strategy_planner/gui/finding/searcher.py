"""The searchable texts of the plan on screen, read beside the window's thread and kept up."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from strategy_planner.analysis.search import Entries, Hit, entries_of, follow, search
from strategy_planner.gui.background import Task
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.changes import ChangeSet

_AT_ONCE = 3000
"""Records whose texts are read faster than a thread pays for (about 30 ms)."""


class Searcher(QObject):
    """Reads the texts when they are first needed, then follows every edit."""

    ready = Signal()
    """The texts are there, or are others: search again."""

    def __init__(self, workspace: Workspace, parent: QObject) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._entries: Entries | None = None
        self._since: list[ChangeSet] = []
        self._task: Task | None = None
        workspace.replaced.connect(self._forget)
        workspace.changed.connect(self._follow)

    @property
    def is_ready(self) -> bool:
        """Whether the texts have been read."""
        return self._entries is not None

    def prepare(self) -> None:
        """Read the texts, if that was not done yet; `ready` tells when they are there."""
        if self._entries is not None or self._task is not None:
            return
        records = list(self._workspace.plan.every_record())
        if len(records) <= _AT_ONCE:
            self._take(entries_of(records))
            return
        task = self._task = Task(lambda _task: entries_of(records), self)
        task.finished.connect(lambda entries: self._end(task, entries))
        task.start()

    def find(self, query: str, language: str) -> list[Hit]:
        """The hits of a query, best first; none until the texts are there."""
        return [] if self._entries is None else search(self._entries, query, language)

    def _end(self, task: Task, entries: Any) -> None:
        if task is not self._task:  # another plan came meanwhile
            return
        self._task = None
        self._take(entries)

    def _take(self, entries: Entries) -> None:
        for change_set in self._since:
            follow(entries, self._workspace.plan, change_set)
        self._since.clear()
        self._entries = entries
        self.ready.emit()

    def _follow(self, change_set: ChangeSet) -> None:
        if self._entries is not None:
            follow(self._entries, self._workspace.plan, change_set)
            self.ready.emit()
        elif self._task is not None:
            self._since.append(change_set)

    def _forget(self) -> None:
        self._entries, self._task = None, None
        self._since.clear()
        self.ready.emit()
