"""What the file menu does: begin, open, save, close and export plans, each in its window."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from strategy_planner.bundled import bundled
from strategy_planner.gui.files import questions
from strategy_planner.gui.files.table_export import export_table
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.creation import create_plan
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, PlanSettings
from strategy_planner.model.texts import text_of

if TYPE_CHECKING:
    from strategy_planner.gui.pack.wish import Wish
    from strategy_planner.gui.shell.window import MainWindow
    from strategy_planner.layout.view_pictures import View
    from strategy_planner.storage.project_file import ProjectFile

SAMPLES: dict[str, Message] = {
    "worked_example": message("Bio strategy 2019 (worked example)"),
    "bio_strategy_2019": message("Bio strategy 2019"),
    "quantum_innovation": message("Quantum technology innovation"),
    "ai_strategy": message("AI strategy"),
    "data_dfft_privacy": message("Data, DFFT and privacy"),
}
TEMPLATES: dict[str, Message] = {
    "national_strategy": message("National strategy"),
    "technology_roadmap": message("Technology roadmap"),
    "theory_of_change": message("Theory of change"),
    "ngo_programme": message("NGO programme"),
}
_PICTURES = (".svg", ".pdf", ".png")
"""The files that a picture can be; a view with items can be their table as well."""
_ELSEWHERE = frozenset({"changed", "gone", "read_only", "read_only_folder", "full", "in_use"})
"""Refusals of a save that another name answers."""


class Filing:
    """A plan comes into this window where it holds none yet, else into a new one."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._waiting: list[Path] = []
        window.document.rested.connect(self._open_next)

    # Begin and open

    def new(self) -> None:
        """Begin a plan with its vision: on the start page, or asked for in a dialog."""
        window = self._window
        if window.start_is_shown:
            window.start.begin.vision.setFocus()
            return
        dialog = questions.NewPlanDialog(window.workspace, window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.begin(dialog.vision.text().strip(), dialog.year.text().strip())

    def new_window(self) -> None:
        """Another window, on the start page."""
        window = self._window.windows.open(self._window)
        if window.preferences.start_page:
            window.show_start()

    def begin(self, vision: str, year: str) -> None:
        """A plan that is one vision, dated where a date is given."""
        language = self._window.workspace.language
        settings = PlanSettings(title=vision or None, language="ja" if language == "ja" else "en")
        date = (f"{year}年" if language == "ja" and year.isdecimal() else year) if year else None
        node = Node(id=edits.fresh_id(), kind="vision", title=vision, date=date)
        self._begin_with(create_plan([settings, node]), node.id)

    def begin_from(self, template: str) -> None:
        """A plan from a template, its vision selected."""
        from strategy_planner.interchange.templates import template_plan

        plan = template_plan(template, self._window.workspace.language)
        visions = [node.id for node in plan.nodes.values() if node.kind == "vision"]
        self._begin_with(plan, visions[0])

    def _begin_with(self, plan: Plan, first: str) -> None:
        window = self.window_for_a_plan()
        window.document.start(plan)
        window.workspace.select([first])
        # Where no window manager does it, the keyboard does not come back from a dialog.
        window.activateWindow()
        window.outline.setFocus()

    def window_for_a_plan(self) -> "MainWindow":
        """This window while it holds no plan, else a new one."""
        window = self._window
        return window.windows.open(window) if window.holds_a_plan else window

    def open(self) -> None:
        """Choose a project file and open it."""
        path = questions.file_to_open(self._window.workspace, self._window, ".splan")
        if path is not None:
            self.open_file(path)

    def import_json(self) -> None:
        """Open a plan that is JSON."""
        path = questions.file_to_open(self._window.workspace, self._window, ".json")
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Open a file that was named or dropped: a project, or a plan as JSON."""
        shown = self._window.windows.showing(path)
        if shown is not None:
            shown.bring_forward()
        elif path.suffix.lower() == ".json":
            self._window.document.import_json(path, self._start)
        else:
            self._window.document.open(path, self._show)

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open files one after another, each in a window of its own."""
        self._waiting.extend(paths)
        self._open_next()

    def _open_next(self) -> None:
        while self._waiting and not self._window.document.is_working:
            self.open_file(self._waiting.pop(0))

    def open_sample(
        self, name: str, then: "Callable[[MainWindow], None]" = lambda _window: None
    ) -> None:
        """Put a copy of a bundled sample on screen; ``then`` follows in its window."""

        def show(plan: Plan) -> None:
            window = self.window_for_a_plan()
            window.document.start(plan)
            then(window)

        sample = bundled("sample_projects", f"{name}.splan")
        self._window.document.open_copy(sample, show)

    def _show(self, project: "ProjectFile") -> None:
        self.window_for_a_plan().document.show_project(project)

    def _start(self, plan: Plan) -> None:
        self.window_for_a_plan().document.start(plan)

    # Save and close

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save to the plan's file; ask for one where it has none."""
        self.finish_writing()
        if self._window.document.path is None:
            self.save_as(then)
        else:
            self._window.document.save(then=then)

    def save_as(self, then: Callable[[], None] = lambda: None) -> None:
        """Save under another name."""
        self.finish_writing()
        path = self._ask_for(".splan")
        if path is not None:
            self._window.document.save(path, then)

    def finish_writing(self) -> None:
        """What is half written in a field belongs to the plan that is saved or left."""
        self._window.map.canvas.editor.commit()
        written = QApplication.focusWidget()
        if (
            written is None
            or not self._window.isAncestorOf(written)
            or not written.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        ):
            return
        written.clearFocus()
        if written.isVisible():
            written.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Let go of the plan: the window closes with it, the last one shows the start page."""
        window = self._window
        if not self.may_leave(then=self.close):
            return
        window.workspace.undo_stack.setClean()
        if len(window.windows.all) > 1:
            window.close()
        else:
            window.document.start(create_plan([]))
            window.show_start()

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether the plan may leave the screen now; ``then`` is done after a save it asks for."""
        self.finish_writing()
        self._window.draft_strip.keep_and_leave()
        document = self._window.document
        if not document.is_modified:
            return not document.is_working
        name = document.path.name if document.path else self._title()
        answer = questions.ask_to_save(self._window.workspace, self._window, name)
        if answer == "save":
            self.save(then=lambda: _call(then))
        if answer == "stay":
            self._window.windows.stay()
        return answer == "discard"

    # Export

    def export_json(self) -> None:
        """Write the plan as JSON."""
        path = self._ask_for(".json")
        if path is not None:
            self._window.document.export_json(path)

    def export_view(self) -> None:
        """Write the whole of the view in front as a picture, or as the table of its items."""
        window = self._window
        shown = window.shown_view
        if shown == "table":
            export_table(window)
            return
        self._export_picture(shown, (*_PICTURES, ".csv"))

    def export_pathways(self) -> None:
        """Write the picture of the pathways through their options."""
        self._export_picture("pathways", _PICTURES)

    def _export_picture(self, view: "View", endings: tuple[str, ...]) -> None:
        window = self._window
        suggestion = str(self._suggested(endings[0]))
        path = questions.file_to_write(window.workspace, window, endings, suggestion)
        if path is not None and path.suffix.lower() not in endings:
            path = path.with_name(f"{path.name}{endings[0]}")
        if path is not None:
            window.document.export_view(path, view)

    def write_pack(self, wish: "Wish") -> None:
        """Write the briefing pack that is wished for."""
        path = self._ask_for(".pdf")
        if path is not None:
            self._window.document.export_briefing(path, wish)

    def suggested_name(self, ending: str) -> str:
        """The name under which something of the plan is written."""
        return self._suggested(ending).name

    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong with a file; offer another name where that helps."""
        from strategy_planner.briefing.errors import Cancelled
        from strategy_planner.storage.errors import StorageError

        workspace = self._window.workspace
        self._window.windows.stay()
        if isinstance(error, Cancelled):
            self._window.notice.show_words(workspace.tr("Stopped; nothing was written."))
            return
        sentence = _sentence(error, workspace.language)
        if isinstance(error, StorageError) and error.kind in _ELSEWHERE:
            if questions.ask_to_save_elsewhere(workspace, self._window, sentence):
                self.save_as()
            return
        questions.tell(workspace, self._window, workspace.tr("This did not work"), sentence)

    def tell_export(self, path: Path) -> None:
        """Say that a file was written."""
        words = self._window.workspace.tr("Written: {file}", file=path)
        self._window.notice.show_words(words, kind="done")

    def _ask_for(self, ending: str) -> Path | None:
        suggestion = str(self._suggested(ending))
        return questions.file_to_write(self._window.workspace, self._window, (ending,), suggestion)

    def _suggested(self, ending: str) -> Path:
        """Beside the plan's own file, under its name; else under the plan's title."""
        path = self._window.document.path
        return path.with_suffix(ending) if path else Path(self._title() + ending)

    def _title(self) -> str:
        workspace = self._window.workspace
        title = text_of(workspace.plan, workspace.plan.settings, "title", workspace.language)
        return (title or workspace.tr("New plan")).replace("/", "-")


def _call(then: Callable[[], object]) -> None:
    then()


def _sentence(error: Exception, language: str) -> str:
    said = getattr(error, "message", None)
    if isinstance(said, Message):
        return said.into(language)
    if isinstance(error, OSError):
        name = f"{error.filename}: " if error.filename else ""
        return f"{name}{error.strerror or error}"
    return message("An unexpected error: {error}", error=repr(error)).into(language)
