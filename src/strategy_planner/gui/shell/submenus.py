"""Menus that follow the plan and the preferences: filled each time one opens."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from strategy_planner.gui.plain_text import as_menu_text
from strategy_planner.gui.shell.filing import SAMPLES, TEMPLATES
from strategy_planner.language import Message, message
from strategy_planner.model import edits
from strategy_planner.model.records import NodeKind
from strategy_planner.model.texts import text_of

if TYPE_CHECKING:
    from strategy_planner.gui.shell.window import MainWindow

KINDS: dict[NodeKind, Message] = {
    "image": message("Societal image"),
    "area": message("Market or goal area"),
    "milestone": message("Milestone"),
    "decision": message("Decision"),
    "enabler": message("Enabler"),
}
TEXT_PERCENTS = (100, 125, 150, 175, 200)


def follow(window: "MainWindow") -> None:
    """Fill the submenus of a window whenever one is opened."""
    for name, fill in _FILLING.items():
        menu = window.actions_.submenus[name]
        menu.aboutToShow.connect(partial(_fill, window, menu, fill))


def _fill(window: "MainWindow", menu: QMenu, fill: "_Fill") -> None:
    menu.clear()
    fill(window, menu)


def _samples(window: "MainWindow", menu: QMenu) -> None:
    for name, title in SAMPLES.items():
        words = title.into(window.workspace.language)
        menu.addAction(words, partial(window.filing.open_sample, name))


def _templates(window: "MainWindow", menu: QMenu) -> None:
    for name, title in TEMPLATES.items():
        words = title.into(window.workspace.language)
        menu.addAction(words, partial(window.filing.begin_from, name))


def _recent(window: "MainWindow", menu: QMenu) -> None:
    for path in window.preferences.recent:
        menu.addAction(as_menu_text(path), partial(window.filing.open_file, Path(path)))


def _text_size(window: "MainWindow", menu: QMenu) -> None:
    for percent in TEXT_PERCENTS:
        action = menu.addAction(f"{percent} %", partial(window.deeds.set_text_size, percent))
        action.setCheckable(True)
        action.setChecked(percent == window.preferences.text_percent)


def _kinds(window: "MainWindow", menu: QMenu) -> None:
    for kind, title in KINDS.items():
        menu.addAction(title.into(window.workspace.language), partial(window.deeds.add, kind))


def _pathways(window: "MainWindow", menu: QMenu) -> None:
    workspace = window.workspace
    pathways = workspace.plan.pathways
    none_active = not any(pathway.active for pathway in pathways.values())
    rows = [("", workspace.tr("choices left open"), none_active)] + [
        (
            pathway.id,
            text_of(workspace.plan, pathway, "name", workspace.language) or pathway.id,
            bool(pathway.active),
        )
        for pathway in pathways.values()
    ]
    for id_, name, active in rows:
        action = menu.addAction(as_menu_text(name), partial(_take, window, id_ or None))
        action.setCheckable(True)
        action.setChecked(active)


def _take(window: "MainWindow", pathway: str | None) -> None:
    window.workspace.do(edits.activate_pathway(window.workspace.plan, pathway))


_Fill = Callable[["MainWindow", QMenu], None]
_FILLING: dict[str, _Fill] = {
    "samples": _samples,
    "templates": _templates,
    "recent": _recent,
    "text_size": _text_size,
    "add_item": _kinds,
    "pathway": _pathways,
}
