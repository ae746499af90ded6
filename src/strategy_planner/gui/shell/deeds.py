"""What the window's actions do: each is one small function on the window's parts."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from shiboken6 import isValid

from strategy_planner.gui import choosing, clipboard
from strategy_planner.gui.answers.pages import OFFERS
from strategy_planner.gui.files import questions
from strategy_planner.gui.files.table_export import export_table
from strategy_planner.gui.plain_text import as_menu_text
from strategy_planner.gui.shell import help_texts
from strategy_planner.gui.shell.actions import WRITING
from strategy_planner.model import edits
from strategy_planner.model.choice_words import option_links
from strategy_planner.model.pathways import active_pathway
from strategy_planner.model.records import NodeKind

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow


class Deeds:
    """Carries the actions out. It holds no state of its own but the window."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        filing = window.filing
        self._does: dict[str, Callable[[], object]] = {
            "new": filing.new,
            "window": filing.new_window,
            "open": filing.open,
            "save": filing.save,
            "save_as": filing.save_as,
            "export_briefing": window.packing.begin,
            "export_json": filing.export_json,
            "export_table": partial(export_table, window),
            "import_json": filing.import_json,
            "close": filing.close,
            "quit": window.windows.quit,
            "undo": window.workspace.undo,
            "redo": window.workspace.undo_stack.redo,
            "cut": partial(clipboard.cut_selected, window.workspace),
            "copy": partial(clipboard.copy_selected, window.workspace),
            "paste": self._paste,
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
            "one_of": partial(choosing.one_of_selected, window.workspace),
            "join_options": partial(choosing.join_selected, window.workspace),
            "take_out": partial(choosing.take_out_selected, window.workspace),
            "name_pathway": self._name_pathway,
            "take": self._take,
            "settings": self._show_settings,
            "why": self._tell_why,
            "chain": self._select_chain,
            "next_problem": partial(self._next_problem, 1),
            "previous_problem": partial(self._next_problem, -1),
            "keys": self._tell_keys,
            "about": self._tell_about,
            "tour": self._tour,
            "preferences": self._choose_preferences,
            "export_view": filing.export_view,
            "export_pathways": filing.export_pathways,
            "answers": window.answering.toggle,
            **{offer.id: partial(window.answering.show, offer.id) for offer in OFFERS},
        }

    def __call__(self, action: str) -> None:
        """Carry out an action by its id; where the table has the focus, on its cells."""
        own = self._own_deeds().get(action)
        deed = own or self._does.get(action) or self._window.finding.deeds()[action]
        deed()

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
        choosing.delete_selected(self._window.workspace)

    def _own_deeds(self) -> Mapping[str, Callable[[], object]]:
        """What the view in front does in its own way while it has the focus."""
        view = self._window.views.currentWidget()
        if view is None or not view.isAncestorOf(self._window.focusWidget() or self._window):
            return {}
        found: Mapping[str, Callable[[], object]] = getattr(view, "deeds", {})
        return found

    def _replace(self) -> None:
        self._window.replacing.open()

    def _paste(self) -> None:
        window = self._window
        if window.views.currentWidget() is window.map:
            window.map.paste()
        else:
            clipboard.paste_items(window.workspace)

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
        if not (isValid(stack) and isValid(window)):
            # A program that ends without closing its windows takes them apart piece by piece.
            return
        actions["undo"].setEnabled(workspace.can_undo)
        actions["redo"].setEnabled(stack.canRedo())
        undo, redo = workspace.tr("Undo"), workspace.tr("Redo")
        actions["undo"].setText(
            as_menu_text(f"{undo}: {stack.undoText()}") if workspace.can_undo else undo
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
        actions["answers"].setChecked(window.answering.is_shown)
        actions["dark"].setChecked(workspace.theme.scheme == "dark")
        actions["still"].setChecked(window.preferences.reduced_motion)
        options = option_links(workspace.plan, workspace.selection)
        for id_ in ("one_of", "join_options"):
            actions[id_].setEnabled(len(workspace.selection) > 1)
        actions["take_out"].setEnabled(bool(options))
        actions["take"].setEnabled(bool(options) and active_pathway(workspace.plan) is not None)
        actions["name_pathway"].setEnabled(window.holds_a_plan)
        actions["export_pathways"].setEnabled(bool(workspace.plan.choices))
        actions["why"].setEnabled(on_item)
        actions["chain"].setEnabled(len(workspace.schedule.critical_chain) > 1)
        for id_ in ("next_problem", "previous_problem"):
            actions[id_].setEnabled(bool(workspace.findings))
        actions["pathway"].setEnabled(bool(workspace.plan.pathways))
        actions["recent"].setEnabled(bool(window.preferences.recent))
        actions["close"].setEnabled(window.holds_a_plan)
        for id_ in WRITING:
            actions[id_].setEnabled(window.holds_a_plan and workspace.drafting is None)
        window.finding.refresh()

    def _show_settings(self) -> None:
        """The inspector tells of the plan itself while nothing is selected."""
        self._window.workspace.select(())
        self._go_to("inspector")

    def _tell_why(self) -> None:
        self._go_to("inspector")
        self._window.inspector.tell_why()

    def _name_pathway(self) -> None:
        """On the page of the pathways, where its name can be written at once."""
        from strategy_planner.gui.answers.pathways.page import PathwaysPage

        self._window.answering.show("pathways")
        page = self._window.answering.panel and self._window.answering.panel.pages["pathways"]
        if isinstance(page, PathwaysPage):
            page.begin_new()

    def _take(self) -> None:
        choosing.take(self._window.workspace, self._window.workspace.selection)

    def mend(self, part: str) -> None:
        """Go to where a problem of the selected record can be mended: a part of the inspector, a
        page of the answers, or the problems.
        """
        if part in {offer.id for offer in OFFERS}:
            self._window.answering.show(part)
            return
        if part == "problems":
            self._window.problems.fold.setChecked(False)
            self._go_to("problems")
            return
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
        dark = self._window.workspace.theme.scheme == "dark"
        self._window.preferences.scheme_choice = "light" if dark else "dark"

    def _switch_motion(self) -> None:
        preferences = self._window.preferences
        preferences.reduced_motion = not preferences.reduced_motion

    def _switch_language(self) -> None:
        japanese = self._window.workspace.language == "ja"
        self._window.preferences.language_choice = "en" if japanese else "ja"

    def set_text_size(self, percent: int) -> None:
        """Show all texts at a share of their usual size, in every window."""
        self._window.preferences.text_percent = percent

    def _tell_keys(self) -> None:
        from strategy_planner.gui.shell.keys_dialog import KeysDialog

        window = self._window
        KeysDialog(window.workspace, window.actions_, window).exec()

    def _choose_preferences(self) -> None:
        from strategy_planner.gui.shell.preferences_dialog import PreferencesDialog

        window = self._window
        PreferencesDialog(window.workspace, window.preferences, window).exec()

    def _tour(self) -> None:
        self._window.filing.open_sample("worked_example", begin_tour)

    def _tell_about(self) -> None:
        workspace = self._window.workspace
        title = workspace.tr("About Strategy Planner")
        questions.tell(workspace, self._window, title, help_texts.about(workspace.language))


def begin_tour(window: "MainWindow") -> None:
    """The steps through the worked example that a window shows now."""
    window.tips.begin_tour()
