"""The file behind the workspace: what is saved, what is not, and the work that moves it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from strategy_planner.analysis.schedule import schedule
from strategy_planner.gui.background import Task
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.plan import Plan

if TYPE_CHECKING:
    from strategy_planner.gui.pack.wish import Wish
    from strategy_planner.layout.view_pictures import View
    from strategy_planner.storage.history import HistoryEntry
    from strategy_planner.storage.project_file import ProjectFile


def read_project(path: Path) -> "ProjectFile":
    """A project file whose plan can be put on screen, read on whichever thread this is called."""
    from strategy_planner.storage.project_file import open_project

    project = open_project(path)
    schedule(project.plan)
    return project


class Document(QObject):
    """Opens, saves and exports beside the window's thread. One piece of work at a time."""

    renamed = Signal()
    """The file or its saved state is another: title bar and status bar follow."""
    working = Signal(object)
    """A Task has begun."""
    rested = Signal()
    failed = Signal(object)
    """The exception that ended a piece of work; the plan on screen is as it was."""
    saved = Signal()
    exported = Signal(object)
    """The Path that was written."""

    def __init__(self, workspace: Workspace, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.project: ProjectFile | None = None
        self.saved_at: dt.datetime | None = None
        self._history: list[HistoryEntry] = []
        self._past: tuple[HistoryEntry, ...] = ()
        self._past_in = b""
        """The image of the project file that ``_past`` was read from."""
        self._task: Task | None = None
        workspace.changed.connect(self._remember)
        workspace.undo_stack.cleanChanged.connect(lambda _clean: self._tell_saved_state())

    @property
    def path(self) -> Path | None:
        """The project file, None for a plan that has none yet."""
        return self.project.path if self.project else None

    @property
    def is_modified(self) -> bool:
        """Whether there is something to save."""
        stack, drafting = self.workspace.undo_stack, self.workspace.drafting
        if drafting is not None:
            return stack.cleanIndex() != drafting.begun_at
        return not stack.isClean()

    @property
    def is_working(self) -> bool:
        """Whether a piece of work is under way."""
        return self._task is not None

    def past(self) -> "tuple[HistoryEntry, ...]":
        """What was changed so far, oldest first: the file's history, then what is not saved yet."""
        image = self.project.image if self.project else b""
        if self._past_in is not image:
            from strategy_planner.storage.history import read_history

            self._past = tuple(read_history(image)) if image else ()
            self._past_in = image
        return (*self._past, *self._history)

    def start(self, plan: Plan) -> None:
        """Put a plan on screen that has no file yet."""
        self._show(plan, None)

    def open(self, path: Path, show: "Callable[[ProjectFile], None] | None" = None) -> None:
        """Read a project file and put its plan on screen, here or where ``show`` puts it."""
        self._do(lambda _task: read_project(path), show or self.show_project)

    def show_project(self, project: "ProjectFile") -> None:
        """Put the plan of an opened project on screen."""
        self._show(project.plan.copy(), project)

    def open_copy(self, path: Path, show: Callable[[Plan], None] | None = None) -> None:
        """Put the plan of a project file on screen as a new plan without a file."""

        def work(_task: Task) -> Any:
            from strategy_planner.storage.project_file import open_project

            return open_project(path).plan

        self._do(work, show or self.start)

    def import_json(self, path: Path, show: Callable[[Plan], None] | None = None) -> None:
        """Put the plan of a JSON file on screen, without a project file yet."""

        def work(_task: Task) -> Any:
            from strategy_planner.interchange.plan_json import read_plan_json

            plan = read_plan_json(path.read_bytes())
            schedule(plan)
            return plan

        self._do(work, show or self.start)

    def save(self, path: Path | None = None, then: Callable[[], None] = lambda: None) -> None:
        """Save, under another name where ``path`` is given; ``then`` follows on success."""
        plan, project, history = self.workspace.plan.copy(), self.project, tuple(self._history)
        index = self.workspace.undo_stack.index()

        def work(_task: Task) -> Any:
            from strategy_planner.storage.project_file import new_project, save_as, save_project

            if project is None:
                assert path is not None  # noqa: S101 - who has no file is asked for a name
                return new_project(path, plan, overwrite=True, history=history)
            if path is None:
                return save_project(project, plan, history)
            return save_as(project, plan, path, history, overwrite=True)

        def note(saved: "ProjectFile") -> None:
            self.project = saved
            self.saved_at = dt.datetime.now().astimezone()
            del self._history[: len(history)]
            if self.workspace.undo_stack.index() == index:
                self.workspace.undo_stack.setClean()
            self.renamed.emit()
            self.saved.emit()
            then()

        self._do(work, note)

    def export_briefing(self, path: Path, wish: "Wish") -> None:
        """Write the briefing pack."""
        plan = self.workspace.plan.copy()
        created = dt.datetime.now().astimezone()

        def work(task: Task) -> Any:
            from strategy_planner.briefing.pack import write_briefing
            from strategy_planner.storage.replacing import replace_file

            pack = write_briefing(
                plan,
                schedule(plan),
                wish.language,
                wish.asked,
                paper=wish.paper,
                created=created,
                since=wish.since,
                progress=lambda done, of: task.progressed.emit(done / max(1, of)),
                cancelled=lambda: task.is_cancelled,
            )
            replace_file(path, pack, lambda: None)
            return path

        self._do(work, self.exported.emit)

    def export_view(self, path: Path, view: "View") -> None:
        """Write a whole view: as ``.svg``, ``.pdf`` or ``.png``, or the table of items as ``.csv``."""
        plan, language = self.workspace.plan.copy(), self.workspace.language

        def work(_task: Task) -> Any:
            from strategy_planner.gui.files.view_files import view_file
            from strategy_planner.storage.replacing import replace_file

            content = view_file(path.suffix.lower(), view, plan, language)
            replace_file(path, content, lambda: None)
            return path

        self._do(work, self.exported.emit)

    def export_json(self, path: Path) -> None:
        """Write the plan as JSON."""
        plan = self.workspace.plan.copy()

        def work(_task: Task) -> Any:
            from strategy_planner.interchange.plan_json import write_plan_json
            from strategy_planner.storage.replacing import replace_file

            replace_file(path, write_plan_json(plan).encode(), lambda: None)
            return path

        self._do(work, self.exported.emit)

    def export_csv(self, path: Path, head: list[str], rows: list[list[str]]) -> None:
        """Write a table for spreadsheets."""

        def work(_task: Task) -> Any:
            from strategy_planner.interchange.table_csv import table_csv
            from strategy_planner.storage.replacing import replace_file

            replace_file(path, table_csv(head, rows), lambda: None)
            return path

        self._do(work, self.exported.emit)

    def _do(self, work: Callable[[Task], Any], then: Callable[[Any], None]) -> None:
        if self._task is not None:
            return
        task = self._task = Task(work, self)
        task.finished.connect(lambda result: self._end(lambda: then(result)))
        task.failed.connect(lambda error: self._end(lambda: self.failed.emit(error)))
        self.working.emit(task)
        task.start()

    def _end(self, then: Callable[[], None]) -> None:
        self._task = None
        self.rested.emit()
        then()

    def _show(self, plan: Plan, project: "ProjectFile | None") -> None:
        self.project = project
        self.saved_at = None
        self._history.clear()
        self.workspace.open(plan)
        self.renamed.emit()

    def _tell_saved_state(self) -> None:
        if isValid(self):  # an undo stack that dies after the document says that it is clean
            self.renamed.emit()

    def _remember(self, change_set: ChangeSet) -> None:
        from strategy_planner.storage.history import made_now

        if self.workspace.drafting is not None:
            return  # what is tried was not decided
        self._history.append(made_now(change_set))
