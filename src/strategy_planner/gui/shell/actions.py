"""Every action of the window in one table: menus, tool bar and shortcuts are made from it."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar, QWidget

from strategy_planner.gui.shell.icons import icon
from strategy_planner.gui.workspace import Workspace
from strategy_planner.language import Message, message


@dataclass(frozen=True, slots=True)
class Command:
    """An action: its menu, what it is called, its keys and its icon."""

    id: str
    menu: str
    text: Message
    keys: str = ""
    icon: str = ""
    checkable: bool = False
    lacking: Message | None = None
    """Why it cannot be done while it is disabled."""


MENUS: dict[str, Message] = {
    "file": message("&File"),
    "edit": message("&Edit"),
    "view": message("&View"),
    "item": message("&Item"),
    "analysis": message("&Analysis"),
    "help": message("&Help"),
}
_NO_PLAN = message("There is no plan yet, or a what-if is being tried.")
_NO_ITEM = message("Select an item first.")
_NOTHING = message("Select something first.")
_NO_OPTION = message("Select an option of a choice first.")
_NO_OPTIONS = message("Select several links into one item, one of them an option.")
COMMANDS: tuple[Command, ...] = (
    Command("new", "file", message("New plan…"), "Ctrl+N", "file-plus"),
    Command("templates", "file", message("New from a template")),
    Command("window", "file", message("New window"), "Ctrl+Shift+N"),
    Command("", "file", message("-")),
    Command("open", "file", message("Open…"), "Ctrl+O", "folder-open"),
    Command("recent", "file", message("Open a recent plan")),
    Command("samples", "file", message("Open a sample")),
    Command("", "file", message("-")),
    Command("save", "file", message("Save"), "Ctrl+S", "save", lacking=_NO_PLAN),
    Command("save_as", "file", message("Save as…"), "Ctrl+Shift+S", lacking=_NO_PLAN),
    Command("", "file", message("-")),
    Command(
        "export_briefing",
        "file",
        message("Briefing pack (PDF)…"),
        "Ctrl+E",
        "file-output",
        lacking=_NO_PLAN,
    ),
    Command("export_view", "file", message("Export the view…"), "Ctrl+Shift+E", lacking=_NO_PLAN),
    Command(
        "export_pathways",
        "file",
        message("Export the picture of the pathways…"),
        lacking=message("There is no choice in this plan yet."),
    ),
    Command("export_json", "file", message("Export as JSON…"), lacking=_NO_PLAN),
    Command("export_table", "file", message("Export the table as CSV…"), lacking=_NO_PLAN),
    Command("import_json", "file", message("Import JSON…"), "Ctrl+Shift+O", "folder-input"),
    Command("", "file", message("-")),
    Command("close", "file", message("Close the plan"), "Ctrl+W"),
    Command("quit", "file", message("Quit"), "Ctrl+Q"),
    Command(
        "undo",
        "edit",
        message("Undo"),
        "Ctrl+Z",
        "undo-2",
        lacking=message("There is nothing to undo."),
    ),
    Command(
        "redo",
        "edit",
        message("Redo"),
        "Ctrl+Shift+Z Ctrl+Y",
        "redo-2",
        lacking=message("There is nothing to redo."),
    ),
    Command("", "edit", message("-")),
    Command("cut", "edit", message("Cut"), "Ctrl+X", "scissors", lacking=_NO_ITEM),
    Command("copy", "edit", message("Copy"), "Ctrl+C", "copy", lacking=_NO_ITEM),
    Command(
        "paste",
        "edit",
        message("Paste"),
        "Ctrl+V",
        "clipboard-paste",
        lacking=message("No items are on the clipboard."),
    ),
    Command("duplicate", "edit", message("Duplicate"), "Ctrl+D", lacking=_NO_ITEM),
    Command("select_all", "edit", message("Select all"), "Ctrl+A"),
    Command("replace", "edit", message("Find and replace…"), "Ctrl+H", "replace"),
    Command("", "edit", message("-")),
    Command("rename", "edit", message("Edit the title"), "F2", "pencil", lacking=_NO_ITEM),
    Command("delete", "edit", message("Delete"), "Del", "trash-2", lacking=_NOTHING),
    Command("", "edit", message("-")),
    Command("find", "edit", message("Find…"), "Ctrl+F", "search"),
    Command("find_next", "edit", message("Next hit"), "F3"),
    Command("find_previous", "edit", message("Previous hit"), "Shift+F3"),
    Command("palette", "edit", message("Find an item or an action…"), "Ctrl+K", "command"),
    Command(
        "back",
        "view",
        message("Back"),
        "Alt+Left",
        "arrow-left",
        lacking=message("There is no place to go back to."),
    ),
    Command(
        "forward",
        "view",
        message("Forward"),
        "Alt+Right",
        "arrow-right",
        lacking=message("There is no place to go forward to."),
    ),
    Command("", "view", message("-")),
    Command("map", "view", message("Map"), "Ctrl+1", "network", checkable=True),
    Command("roadmap", "view", message("Roadmap"), "Ctrl+2", "chart-gantt", checkable=True),
    Command("table", "view", message("Table"), "Ctrl+3", "table-2", checkable=True),
    Command("", "view", message("-")),
    Command("zoom_in", "view", message("Zoom in"), "Ctrl++ Ctrl+=", "zoom-in"),
    Command("zoom_out", "view", message("Zoom out"), "Ctrl+-", "zoom-out"),
    Command("fit", "view", message("Fit all"), "Ctrl+0", "maximize"),
    Command("tidy", "view", message("Tidy the map")),
    Command("story", "view", message("Storyline"), "", "route"),
    Command("focus", "view", message("Focus on the item"), "", "focus", lacking=_NO_ITEM),
    Command("", "view", message("-")),
    Command("filter", "view", message("Filter"), "Ctrl+Shift+F", "list-filter"),
    Command(
        "clear_filter",
        "view",
        message("Clear the filter"),
        lacking=message("No filter is on."),
    ),
    Command("", "view", message("-")),
    Command("outline", "view", message("Outline"), "Shift+F6", "panel-left", checkable=True),
    Command("inspector", "view", message("Inspector"), "Shift+F7", "panel-right", checkable=True),
    Command("problems", "view", message("Problems"), "Shift+F8", "panel-bottom", checkable=True),
    Command("answers", "view", message("Analysis panel"), "Shift+F9", "lightbulb", checkable=True),
    Command("", "view", message("-")),
    Command("to_centre", "view", message("Go to the view"), "F5"),
    Command("to_outline", "view", message("Go to the outline"), "F6"),
    Command("to_inspector", "view", message("Go to the inspector"), "F7"),
    Command("to_problems", "view", message("Go to the problems"), "F8"),
    Command("", "view", message("-")),
    Command("preferences", "view", message("Preferences…"), "Ctrl+Alt+P"),
    Command("text_size", "view", message("Text size")),
    Command("dark", "view", message("Dark colours"), "", "moon", checkable=True),
    Command("still", "view", message("No animation"), checkable=True),
    Command("language", "view", message("日本語 / English"), "Ctrl+Shift+L", "languages"),
    Command(
        "need",
        "item",
        message("What does this need?"),
        "",
        "arrow-left-from-line",
        lacking=_NO_ITEM,
    ),
    Command(
        "interview",
        "item",
        message("Backward interview"),
        "Ctrl+I",
        "message-circle-question-mark",
    ),
    Command("add_action", "item", message("New action"), "Ctrl+Return", "plus"),
    Command("add_state", "item", message("New required state")),
    Command("add_vision", "item", message("New vision")),
    Command("add_item", "item", message("New item of another kind")),
    Command("", "item", message("-")),
    Command(
        "one_of",
        "item",
        message("One of these"),
        "Ctrl+Alt+O",
        "split",
        lacking=message("Select links into one item, or the items from which they come."),
    ),
    Command("join_options", "item", message("Together in one option"), lacking=_NO_OPTIONS),
    Command("take_out", "item", message("Take out of the choice"), lacking=_NO_OPTION),
    Command("", "item", message("-")),
    Command("settings", "item", message("Settings of the plan"), "Ctrl+,", "settings"),
    Command(
        "why",
        "analysis",
        message("Why these dates?"),
        "F9",
        "circle-question-mark",
        lacking=_NO_ITEM,
    ),
    Command(
        "chain",
        "analysis",
        message("Select the chain that decides"),
        "",
        "route",
        lacking=message("No chain leads to the vision yet"),
    ),
    Command("pathway", "analysis", message("Follow a pathway"), "", "git-branch"),
    Command("name_pathway", "analysis", message("Name a new pathway")),
    Command(
        "take",
        "analysis",
        message("Take this option on the pathway"),
        lacking=message("Follow a pathway and select an option first."),
    ),
    Command("", "analysis", message("-")),
    Command("late", "analysis", message("What is too late, and repairs"), "Alt+1", "wrench"),
    Command("decisions", "analysis", message("Decision calendar"), "Alt+2", "calendar-clock"),
    Command("pathways", "analysis", message("Pathways side by side"), "Alt+3", "git-branch"),
    Command("chance", "analysis", message("How sure the targets are"), "Alt+4", "dices"),
    Command("kpis", "analysis", message("How the KPIs stand"), "Alt+5", "chart-line"),
    Command("check", "analysis", message("Is it a real backcast?"), "Alt+6", "list-checks"),
    Command("bottlenecks", "analysis", message("What a delay would do"), "Alt+7", "hourglass"),
    Command("drafts", "analysis", message("What-ifs side by side"), "Alt+8", "git-compare"),
    Command("", "analysis", message("-")),
    Command("next_problem", "analysis", message("Next problem"), "F4"),
    Command("previous_problem", "analysis", message("Previous problem"), "Shift+F4"),
    Command("keys", "help", message("Keys"), "F1", "book-open"),
    Command("tour", "help", message("Ten minutes around"), "Shift+F1"),
    Command("about", "help", message("About Strategy Planner")),
)
IN_TOOLBAR = frozenset(
    {"map", "roadmap", "table", "undo", "redo", "interview", "filter", "answers",
     "export_briefing", "inspector"}
)  # fmt: skip
"""Actions whose icon is seen without a menu."""
WHILE_COVERED = frozenset(
    {"save", "save_as", "undo", "redo", "text_size", "dark", "still", "language", "quit"}
)
"""What can still be done while the interview or the briefing pack covers the window."""
VIEWS = ("map", "roadmap", "table")
"""Actions of which one is always on."""
WRITING = ("save", "save_as", "export_briefing", "export_json", "export_table", "export_view")
"""Actions that write what is shown, which must be the plan."""
SUBMENUS = frozenset({"samples", "templates", "recent", "text_size", "add_item", "pathway"})
"""Actions that open a menu of their own instead of doing something."""


class Handler(Protocol):
    """Whoever carries the actions out."""

    def __call__(self, action: str) -> None: ...


class Actions:
    """The window's QActions by id, with their texts in the window's language."""

    def __init__(self, workspace: Workspace, parent: QWidget, handler: Handler) -> None:
        self.workspace = workspace
        self.by_id: dict[str, QAction] = {}
        self.submenus: dict[str, QMenu] = {}
        self._menus: dict[str, QMenu] = {}
        self._commands = {command.id: command for command in COMMANDS if command.id}
        for command in self._commands.values():
            self.by_id[command.id] = self._made(command, parent, handler)
        views = QActionGroup(parent)
        for id_ in VIEWS:
            views.addAction(self.by_id[id_])
        workspace.language_changed.connect(self.name)
        workspace.theme_changed.connect(self.name)

    def _made(self, command: Command, parent: QWidget, handler: Handler) -> QAction:
        action = QAction(parent)
        action.setCheckable(command.checkable)
        # A check mark and an icon have one place in a menu.
        action.setIconVisibleInMenu(not command.checkable)
        if command.keys:
            action.setShortcuts([QKeySequence(keys) for keys in command.keys.split()])
        if command.id in SUBMENUS:
            menu = QMenu(parent)
            action.setMenu(menu)
            self.submenus[command.id] = menu
        else:
            action.triggered.connect(_calling(handler, command.id))
            parent.addAction(action)
        return action

    def leave_only(self, ids: Collection[str] | None) -> None:
        """Let only these actions, and their keys, be there; None brings all of them back."""
        for id_, action in self.by_id.items():
            action.setVisible(ids is None or id_ in ids)

    def fill(self, bar: QMenuBar) -> None:
        """Put the menus into the bar."""
        for key in MENUS:
            menu = self._menus[key] = bar.addMenu("")
            menu.aboutToShow.connect(partial(self._draw, key))
        for command in COMMANDS:
            if command.id:
                self._menus[command.menu].addAction(self.by_id[command.id])
            else:
                self._menus[command.menu].addSeparator()
        self.name()

    def name(self) -> None:
        """All texts and icons, in the language and scheme of the window."""
        language = self.workspace.language
        for key, menu in self._menus.items():
            menu.setTitle(MENUS[key].into(language))
        for id_, action in self.by_id.items():
            command = self._commands[id_]
            action.setText(command.text.into(language))
            if command.icon and id_ in IN_TOOLBAR:
                action.setIcon(icon(command.icon, self.workspace.theme))
        self.explain()

    def _draw(self, menu: str) -> None:
        """The icons of a menu, when it opens: drawing them all would keep the window waiting."""
        for id_, command in self._commands.items():
            if command.menu == menu and command.icon:
                self.by_id[id_].setIcon(icon(command.icon, self.workspace.theme))

    def command(self, action: str) -> Command:
        """What is known of an action by its id."""
        return self._commands[action]

    def explain(self) -> None:
        """The tooltips: what an action is called and its key, or why it cannot be done now."""
        language = self.workspace.language
        for id_, action in self.by_id.items():
            lacking = self._commands[id_].lacking
            words = action.text().replace("&", "")
            if action.isEnabled() or lacking is None:
                keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
                action.setToolTip(f"{words}  {keys}" if keys else words)
            else:
                action.setToolTip(f"{words} – {lacking.into(language)}")


def _calling(handler: Handler, action: str) -> Callable[[], None]:
    return lambda: handler(action)
