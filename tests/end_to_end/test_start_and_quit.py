"""The program as a process of its own: it opens a plan, quits by its key, and says nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from strategy_planner.bundled import bundled

START = """
import sys
from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, {settings!r})


def quit_when_open():
    window = QApplication.activeWindow() or QApplication.topLevelWidgets()[0]
    if not window.workspace.plan.nodes:
        QTimer.singleShot(50, quit_when_open)
        return
    QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


from strategy_planner.gui import application
prepare = application.prepare


def prepare_and_wait(app):
    prepare(app)
    QTimer.singleShot(300, quit_when_open)


application.prepare = prepare_and_wait
from strategy_planner.commands.main import main
sys.exit(main([{file!r}]))
"""
OFFSCREEN = "This plugin does not support propagateSizeHints()"
"""What Qt's plugin for no screen says of every window."""


def test_it_opens_and_quits_with_nothing_on_standard_error(tmp_path: Path) -> None:
    code = START.format(
        settings=str(tmp_path), file=str(bundled("sample_projects", "worked_example.splan"))
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60,
        env={**os.environ, "LANG": "ja_JP.UTF-8"},
    )  # fmt: skip
    said = [line for line in answer.stderr.splitlines() if line != OFFSCREEN]
    assert (answer.returncode, said, answer.stdout) == (0, [], "")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
@pytest.mark.parametrize(
    ("given", "word"),
    [({}, "screen"), ({"DISPLAY": ":7777"}, "screen"), ({"QT_QPA_PLATFORM": "paper"}, "paper")],
)
def test_without_a_screen_it_says_so_in_one_sentence(given: dict[str, str], word: str) -> None:
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    environment = {name: value for name, value in os.environ.items() if name not in hidden}
    answer = subprocess.run(
        [sys.executable, "-m", "strategy_planner"], capture_output=True, text=True, check=False,
        timeout=60, env={**environment, **given},
    )  # fmt: skip
    assert answer.returncode == 2
    assert answer.stderr.count("\n") == 1
    assert word in answer.stderr
