"""A whole window on the worked example, shared by the tests of what belongs to the window."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.application import prepare
from strategy_planner.gui.collecting import collect_here
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json


@pytest.fixture(scope="session", autouse=True)
def _collecting_on_the_windows_thread(qapp: QApplication) -> None:
    collect_here(qapp)


_EXAMPLE = bundled("sample_projects", "worked_example.json")


@pytest.fixture(scope="module")
def _shared_window(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[MainWindow]:
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
    prepare(qapp)
    made = MainWindow(Workspace(), Preferences())
    made.resize(1440, 900)
    made.show()
    yield made
    made.workspace.undo_stack.setClean()
    made.close()
    made.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def example_window(_shared_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window in English, on the map of the worked example, with nothing selected."""
    _shared_window.activateWindow()
    qtbot.waitUntil(_shared_window.isActiveWindow)
    _shared_window.workspace.set_language("en")
    _shared_window.show_view("map")
    _shared_window.workspace.open(read_plan_json(_EXAMPLE.read_bytes()))
    return _shared_window
