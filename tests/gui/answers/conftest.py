"""The window of the pages' tests: on the table, for the map lays itself out anew for each plan."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.interchange.plan_json import read_plan_json

_EXAMPLE: Path = bundled("sample_projects", "worked_example.json")


@pytest.fixture
def example_window(one_window: MainWindow, qtbot: QtBot) -> MainWindow:
    """The window in English, on the table of the worked example, with nothing selected."""
    one_window.activateWindow()
    qtbot.waitUntil(one_window.isActiveWindow)
    one_window.workspace.set_language("en")
    one_window.show_view("table")
    one_window.workspace.open(read_plan_json(_EXAMPLE.read_bytes()))
    return one_window
