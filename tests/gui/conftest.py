"""A whole window on the worked example, shared by the tests of what belongs to the window."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.bundled import bundled
from strategy_planner.gui.application import prepare
from strategy_planner.gui.collecting import collect_here
from strategy_planner.gui.map import layout_keeper
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.map import MapLayout
from strategy_planner.layout.shapes import Measure
from strategy_planner.model.plan import Plan


@pytest.fixture(scope="session", autouse=True)
def _collecting_on_the_windows_thread(qapp: QApplication) -> None:
    collect_here(qapp)


@pytest.fixture(autouse=True)
def _gone_for_good(qapp: QApplication) -> Iterator[None]:
    """What was to be deleted is deleted: between tests no event loop runs that would see to it."""
    yield
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


_EXAMPLE = bundled("sample_projects", "worked_example.json")


@cache
def _example() -> Plan:
    return read_plan_json(_EXAMPLE.read_bytes())


@pytest.fixture(scope="session", autouse=True)
def _laid_out_once() -> Iterator[None]:
    """The map of a plan of the very same records is laid out once: it takes longer than most tests
    of what stands around it. Maps that follow an edit are laid out in earnest.
    """
    known: dict[tuple[object, ...], MapLayout] = {}
    lay_out = layout_keeper.map_layout

    def map_layout(
        plan: Plan, schedule: Schedule, language: str, measure: Measure, **options: Any
    ) -> MapLayout:
        if options["previous"] is not None or options["folded"]:
            return lay_out(plan, schedule, language, measure, **options)
        records = tuple(map(id, plan.every_record()))
        key = (records, language, measure, options["all_links"], options["scope"])
        if key not in known:
            known[key] = lay_out(plan, schedule, language, measure, **options)
            kept.append(plan.copy())  # so that no id is given to another record
        return known[key]

    kept: list[Plan] = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(layout_keeper, "map_layout", map_layout)
        yield


@contextmanager
def _standing_window(application: QApplication, settings: Path) -> Iterator[MainWindow]:
    """A window of the usual size with settings of its own; closed with all that it opened."""
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, str(settings))
    prepare(application)
    made = MainWindow(Workspace(), Preferences())
    made.resize(1440, 900)
    made.show()
    yield made
    for other in {made, *made.windows.all}:
        other.filing.finish_writing()
        other.workspace.undo_stack.setClean()
        other.close()
        other.deleteLater()
    # Else the style would be taken from every widget of the window before it goes.
    application.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    application.setStyleSheet("")


@pytest.fixture(scope="module")
def one_window(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """A window that the tests of a module share: to make one takes longer than most of them."""
    with _standing_window(qapp, tmp_path_factory.mktemp("settings")) as made:
        yield made


@pytest.fixture
def new_window(
    qapp: QApplication, qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    """A window of its own, with nothing in it and nothing remembered."""
    with _standing_window(qapp, tmp_path_factory.mktemp("settings")) as made:
        made.activateWindow()
        qtbot.waitUntil(made.isActiveWindow)
        yield made


@pytest.fixture
def example_window(one_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window in English, on the map of the worked example, with nothing selected."""
    one_window.activateWindow()
    qtbot.waitUntil(one_window.isActiveWindow)
    one_window.workspace.set_language("en")
    one_window.show_view("map")
    one_window.workspace.open(_example().copy())
    return one_window
