"""What the window's actions do: each is one small function on the window's parts."""

import os
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog

from strategy_planner.bundled import bundled
from strategy_planner.gui import clipboard
from strategy_planner.gui.files import questions
from strategy_planner.gui.files.table_export import export_table
from strategy_planner.gui.map.motion import REDUCED
from strategy_planner.gui.plain_text import as_menu_text
from strategy_planner.gui.shell import help_texts
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.creation import create_plan
from strategy_planner.model.records import Node, NodeKind, PlanSettings
from strategy_planner.model.texts import text_of

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow

SAMPLES: dict[str, Message] = {
    "worked_example": message("Bio strategy 2019 (worked example)"),
    "bio_strategy_2019": message("Bio strategy 2019"),
    "quantum_innovation": message("Quantum technology innovation"),
    "ai_strategy": message("AI strategy"),
    "data_dfft_privacy": message("Data, DFFT and privacy"),
}
KINDS: dict[NodeKind, Message] = {
    "image": message("Societal image"),
    "area": message("Market or goal area"),
    "milestone": message("Milestone"),
    "decision": message("Decision"),
    "enabler": message("Enabler"),
}
TEXT_PERCENTS = (100, 125, 150, 175, 200)


class Deeds:
    """Carries the actions out. It holds no state of its own but the window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._does: dict[str, Callable[[], object]] = {
            "new": self.new,
            "open": self.open,
            "save": self.save,
            "save_as": self.save_as,
            "export_briefing": self.export_briefing,
            "export_json": self.export_json,
            "export_table": partial(export_table, window),
            "import_json": self.import_json,
            "quit": window.close,
            "undo": window.workspace.undo_stack.undo,
            "redo": window.workspace.undo_stack.redo,
            "cut": partial(clipboard.cut_selected, window.workspace),
            "copy": partial(clipboard.copy_selected, window.workspace),
            "paste": partial(clipboard.paste_items, window.workspace),
            "duplicate": partial(clipboard.duplicate_selected, window.workspace),
            "select_all": self._select_all,
            "replace": self._replace,
            "rename": self.rename,
            "delete": self.delete,
            "map": partial(window.show_view, "map"),
            "roadmap": partial(window.show_view, "roadmap"),
            "table": partial(window.show_view, "table"),
            "zoom_in": partial(self._zoom, "zoom_in"),
            "zoom_out": partial(self._zoom, "zoom_out"),
            "fit": partial(self._zoom, "fit"),
            "tidy": self._tidy,
            "story": partial(self._show_on_map, "show_story"),
            "focus": partial(self._show_on_map, "show_focus"),
            "outline": partial(self._show_part, "outline"),
            "inspector": partial(self._show_part, "inspector"),
            "problems": partial(self._show_part, "problems"),
            "dark": self._switch_scheme,
            "to_centre": self._go_to_view,
            "to_outline": partial(self._go_to, "outline"),
            "to_inspector": partial(self._go_to, "inspector"),
            "to_problems": partial(self._go_to, "problems"),
            "still": self._switch_motion,
            "language": self._switch_language,
            "need": self.need,
            "interview": self._interview,
            "add_action": partial(self.add, "action"),
            "add_state": partial(self.add, "state"),
            "add_vision": partial(self.add, "vision"),
            "settings": partial(window.workspace.select, ()),
            "why": self._tell_why,
            "chain": self._select_chain,
            "next_problem": partial(self._next_problem, 1),
            "previous_problem": partial(self._next_problem, -1),
            "keys": self._tell_keys,
            "about": self._tell_about,
        }

    def __call__(self, action: str) -> None:
        """Carry out an action by its id; where the table has the focus, on its cells."""
        own = self._own_deeds().get(action)
        deed = own or self._does.get(action) or self._window.finding.deeds()[action]
        deed()

    # Files

    def new(self) -> None:
        """Begin a plan with its vision."""
        if not self.may_leave(then=self.new):
            return
        dialog = questions.NewPlanDialog(self._window.workspace, self._window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.begin(dialog.vision.text().strip(), dialog.year.text().strip())

    def begin(self, vision: str, year: str) -> None:
        """A plan that is one vision, dated where a year is given."""
        language = self._window.workspace.language
        settings = PlanSettings(title=vision or None, language="ja" if language == "ja" else "en")
        date = (f"{year}年" if language == "ja" else year) if year else None
        node = Node(id=edits.fresh_id(), kind="vision", title=vision, date=date)
        self._window.document.start(create_plan([settings, node]))
        self._window.workspace.select([node.id])
        # Where no window manager does it, the keyboard does not come back from a dialog.
        self._window.activateWindow()
        self._window.outline.setFocus()

    def open(self) -> None:
        """Choose a project file and open it."""
        if not self.may_leave(then=self.open):
            return
        path = questions.file_to_open(self._window.workspace, self._window, ".splan")
        if path is not None:
            self._window.document.open(path)

    def open_file(self, path: Path) -> None:
        """Open a file that was dropped or named: a project or a JSON plan."""
        if not self.may_leave(then=partial(self.open_file, path)):
            return
        if path.suffix.lower() == ".json":
            self._window.document.import_json(path)
        else:
            self._window.document.open(path)

    def open_sample(self, name: str) -> None:
        """Put a copy of a bundled sample on screen."""
        if self.may_leave(then=partial(self.open_sample, name)):
            self._window.document.open_copy(bundled("sample_projects", f"{name}.splan"))

    def save(self, then: Callable[[], None] = lambda: None) -> None:
        """Save to the plan's file; ask for one where it has none."""
        if self._window.document.path is None:
            self.save_as(then)
        else:
            self._window.document.save(then=then)

    def save_as(self, then: Callable[[], None] = lambda: None) -> None:
        """Save under another name."""
        path = self._ask_for(".splan")
        if path is not None:
            self._window.document.save(path, then)

    def import_json(self) -> None:
        """Open a plan that is JSON."""
        if not self.may_leave(then=self.import_json):
            return
        path = questions.file_to_open(self._window.workspace, self._window, ".json")
        if path is not None:
            self._window.document.import_json(path)

    def export_json(self) -> None:
        """Write the plan as JSON."""
        path = self._ask_for(".json")
        if path is not None:
            self._window.document.export_json(path)

    def export_briefing(self) -> None:
        """Write the briefing pack."""
        dialog = questions.BriefingDialog(self._window.workspace, self._window)
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return
        path = self._ask_for(".pdf")
        if path is not None:
            self._window.document.export_briefing(
                path, dialog.language.currentData(), dialog.paper.currentData()
            )

    def may_leave(self, then: Callable[[], object]) -> bool:
        """Whether the plan may leave the screen now; ``then`` is done after a save it asks for."""
        document = self._window.document
        if not document.is_modified:
            return not document.is_working
        name = document.path.name if document.path else self._title()
        answer = questions.ask_to_save(self._window.workspace, self._window, name)
        if answer == "save":
            self.save(then=lambda: _call(then))
        return answer == "discard"

    def tell_failure(self, error: Exception) -> None:
        """Say what went wrong with a file; offer another name where that helps."""
        from strategy_planner.briefing.errors import Cancelled
        from strategy_planner.storage.errors import StorageError

        workspace = self._window.workspace
        if isinstance(error, Cancelled):
            self._window.notice.show_words(workspace.tr("Stopped; nothing was written."))
            return
        sentence = _sentence(error, workspace.language)
        elsewhere = {"changed", "gone", "read_only", "read_only_folder", "full", "in_use"}
        if isinstance(error, StorageError) and error.kind in elsewhere:
            if questions.ask_to_save_elsewhere(workspace, self._window, sentence):
                self.save_as()
            return
        questions.tell(workspace, self._window, workspace.tr("This did not work"), sentence)

    def tell_export(self, path: Path) -> None:
        """Say that a file was written."""
        words = self._window.workspace.tr("Written: {file}", file=path)
        self._window.notice.show_words(words, kind="done")

    def _ask_for(self, ending: str) -> Path | None:
        document = self._window.document
        suggestion = (document.path or Path(self._title())).with_suffix(ending)
        return questions.file_to_write(
            self._window.workspace, self._window, ending, str(suggestion)
        )

    def _title(self) -> str:
        workspace = self._window.workspace
        title = text_of(workspace.plan, workspace.plan.settings, "title", workspace.language)
        return (title or workspace.tr("New plan")).replace("/", "-")

    # Items

    def need(self) -> None:
        """What does the selected item need?"""
        if self._window.views.currentWidget() is self._window.map:
            self._window.map.ask_what_is_needed()
        else:
            self._window.outline.need()

    def _interview(self) -> None:
        self._window.interviewing.begin()

    def add(self, kind: NodeKind) -> None:
        """A new item, its title ready to be written."""
        workspace = self._window.workspace
        change_set = edits.add_node(workspace.plan, kind, "")
        if workspace.do(change_set):
            node_id = change_set.changes[-1].id
            self._window.outline.write(node_id)

    def rename(self) -> None:
        """Edit the title where the focus is: on the map or in the outline."""
        if self._window.map.isAncestorOf(self._window.focusWidget() or self._window):
            self._window.map.edit_title()
        elif self._window.workspace.selection:
            self._window.outline.edit(self._window.workspace.selection[0])

    def delete(self) -> None:
        """Delete what is selected."""
        workspace = self._window.workspace
        if workspace.selection:
            workspace.do(edits.delete(workspace.plan, workspace.selection))

    def _own_deeds(self) -> Mapping[str, Callable[[], object]]:
        """What the view in front does in its own way while it has the focus."""
        view = self._window.views.currentWidget()
        if view is None or not view.isAncestorOf(self._window.focusWidget() or self._window):
            return {}
        found: Mapping[str, Callable[[], object]] = getattr(view, "deeds", {})
        return found

    def _replace(self) -> None:
        self._window.replacing.open()

    def _select_all(self) -> None:
        if self._window.views.currentWidget() is self._window.map:
            self._window.map.select_all()
        else:
            self._window.workspace.select(self._window.workspace.plan.nodes)

    def open_item(self, node_id: str) -> None:
        """An item was opened on the roadmap: show it in the inspector."""
        self._window.workspace.select([node_id])
        self._go_to("inspector")

    # The window

    def refresh(self) -> None:
        """Enable what can be done now, and fill the menus that follow the plan."""
        window, actions = self._window, self._window.actions_.by_id
        stack, workspace = window.workspace.undo_stack, window.workspace
        actions["undo"].setEnabled(stack.canUndo())
        actions["redo"].setEnabled(stack.canRedo())
        undo, redo = workspace.tr("Undo"), workspace.tr("Redo")
        actions["undo"].setText(
            as_menu_text(f"{undo}: {stack.undoText()}") if stack.canUndo() else undo
        )
        actions["redo"].setText(
            as_menu_text(f"{redo}: {stack.redoText()}") if stack.canRedo() else redo
        )
        on_item = bool(workspace.selection) and workspace.selection[0] in workspace.plan.nodes
        # A view with a paste of its own takes any text, and copies what is no item.
        in_cells = "paste" in getattr(window.views.currentWidget(), "deeds", {})
        for id_ in ("need", "duplicate", "focus"):
            actions[id_].setEnabled(on_item)
        for id_ in ("cut", "copy"):
            actions[id_].setEnabled(on_item or in_cells)
        actions["paste"].setEnabled(in_cells or clipboard.can_paste())
        actions["rename"].setEnabled(on_item)
        actions["delete"].setEnabled(bool(workspace.selection))
        for id_ in ("outline", "inspector", "problems"):
            actions[id_].setChecked(not getattr(window, id_).isHidden())
        actions["dark"].setChecked(workspace.theme.scheme == "dark")
        actions["still"].setChecked(window.preferences.reduced_motion)
        actions["why"].setEnabled(on_item)
        actions["chain"].setEnabled(len(workspace.schedule.critical_chain) > 1)
        for id_ in ("next_problem", "previous_problem"):
            actions[id_].setEnabled(bool(workspace.findings))
        window.finding.refresh()
        self._fill_menus()

    def _fill_menus(self) -> None:
        menus, workspace = self._window.actions_.submenus, self._window.workspace
        for menu in menus.values():
            menu.clear()
        language = workspace.language
        for name, title in SAMPLES.items():
            menus["samples"].addAction(title.into(language), partial(self.open_sample, name))
        for percent in TEXT_PERCENTS:
            action = menus["text_size"].addAction(
                f"{percent} %", partial(self._set_text_size, percent)
            )
            action.setCheckable(True)
            action.setChecked(percent == self._window.preferences.text_percent)
        for kind, title in KINDS.items():
            menus["add_item"].addAction(title.into(language), partial(self.add, kind))
        pathways = workspace.plan.pathways
        menus["pathway"].setEnabled(bool(pathways))
        for pathway in (None, *pathways.values()):
            name = (
                workspace.tr("choices left open")
                if pathway is None
                else text_of(workspace.plan, pathway, "name", language) or pathway.id
            )
            action = menus["pathway"].addAction(
                as_menu_text(name), partial(self._follow, None if pathway is None else pathway.id)
            )
            action.setCheckable(True)
            action.setChecked(
                not any(one.active for one in pathways.values())
                if pathway is None
                else bool(pathway.active)
            )

    def _follow(self, pathway: str | None) -> None:
        workspace = self._window.workspace
        workspace.do(edits.activate_pathway(workspace.plan, pathway))

    def _tell_why(self) -> None:
        self._go_to("inspector")
        self._window.inspector.tell_why()

    def mend(self, part: str) -> None:
        """Go to where a problem of the selected record can be mended."""
        self._go_to("inspector")
        self._window.inspector.reach(part)

    def _select_chain(self) -> None:
        workspace = self._window.workspace
        workspace.select(reversed(workspace.schedule.critical_chain))

    def _go_to(self, name: str) -> None:
        part = getattr(self._window, name)
        part.show()
        if name == "inspector":
            self._window.inspector.focus_first()
        else:
            part.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.refresh()

    def _go_to_view(self) -> None:
        view = self._window.views.currentWidget()
        if view is not None:
            view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _next_problem(self, by: int) -> None:
        self._window.problems.step(by)

    def _zoom(self, step: str) -> None:
        view = self._window.views.currentWidget()
        zoom = getattr(view, step, None)
        if zoom is not None:
            zoom()

    def _tidy(self) -> None:
        self._window.show_view("map")
        self._window.map.keeper.tidy()

    def _show_on_map(self, part: str) -> None:
        self._window.show_view("map")
        getattr(self._window.map.scoping, part)()

    def _show_part(self, name: str) -> None:
        part = getattr(self._window, name)
        if part.isHidden():
            self._go_to(name)
        else:
            part.hide()
            self.refresh()

    def _switch_scheme(self) -> None:
        workspace = self._window.workspace
        workspace.set_scheme("light" if workspace.theme.scheme == "dark" else "dark")
        self._window.preferences.scheme = workspace.theme.scheme
        self.refresh()

    def _switch_motion(self) -> None:
        preferences = self._window.preferences
        preferences.reduced_motion = not preferences.reduced_motion
        self.still(reduced=preferences.reduced_motion)
        self.refresh()

    def still(self, *, reduced: bool) -> None:
        """Let nothing glide, or let it."""
        os.environ[REDUCED] = "1" if reduced else "0"

    def _switch_language(self) -> None:
        workspace = self._window.workspace
        workspace.set_language("en" if workspace.language == "ja" else "ja")
        self._window.preferences.language = workspace.language

    def _set_text_size(self, percent: int) -> None:
        self._window.preferences.text_percent = percent
        self._window.restyle()
        self._window.widen()
        self.refresh()

    def _tell_keys(self) -> None:
        workspace = self._window.workspace
        questions.tell(
            workspace, self._window, workspace.tr("Keys"), help_texts.keys(workspace.language)
        )

    def _tell_about(self) -> None:
        workspace = self._window.workspace
        title = workspace.tr("About Strategy Planner")
        questions.tell(workspace, self._window, title, help_texts.about(workspace.language))


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
