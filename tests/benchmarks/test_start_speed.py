"""How long a planner waits for the window, against an empty one of the same toolkit."""

import os
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

from strategy_planner.bundled import bundled

RUNS = 5
EMPTY = """
import time; start = time.perf_counter()
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow(); window.resize(1440, 900); window.show()
app.processEvents()
print(time.perf_counter() - start)
"""
LIBRARIES = """
import time; start = time.perf_counter()
import sqlmodel, networkx
print(time.perf_counter() - start)
"""
OURS = """
import time; start = time.perf_counter()
from PySide6.QtCore import QEventLoop, QSettings
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, {settings!r})
from pathlib import Path
from strategy_planner.gui import application
window = application.open_window()
painted = time.perf_counter() - start
task = application.furnish_beside(window, Path({file!r}))
from PySide6.QtWidgets import QApplication
while not window.is_furnished or not window.workspace.plan.nodes:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
window.grab()
print(painted, time.perf_counter() - start)
"""


def seconds(code: str, compiled: Path) -> list[float]:
    """What a fresh process prints, the median of each figure over some runs.

    Compiled beforehand, as an installer leaves it: the first run is not counted.
    """
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(compiled)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    runs = []
    for _ in range(RUNS + 1):
        answer = subprocess.run(
            [sys.executable, "-c", code], capture_output=True, text=True, check=True,
            env=environment,
        )  # fmt: skip
        runs.append([float(word) for word in answer.stdout.split()])
    del runs[0]
    return [statistics.median(figures) for figures in zip(*runs, strict=True)]


@pytest.mark.benchmark
@pytest.mark.timeout(300)
def test_the_window_and_the_plan_come_soon(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    compiled = tmp_path / "compiled"
    (empty,) = seconds(EMPTY, compiled)
    (libraries,) = seconds(LIBRARIES, compiled)
    file = str(bundled("sample_projects", "bio_strategy_2019.splan"))
    painted, shown = seconds(OURS.format(settings=str(tmp_path), file=file), compiled)
    window_ratio, plan_ratio = painted / empty, shown / (painted + libraries)
    with capsys.disabled():
        sys.stdout.write(
            f"\nwindow painted {painted:.2f} s, {window_ratio:.2f} × an empty window "
            f"({empty:.2f} s); bio strategy on screen {shown:.2f} s, {plan_ratio:.2f} × "
            f"(that + importing sqlmodel and networkx, {libraries:.2f} s)\n"
        )
    assert plan_ratio <= 1.5
    assert window_ratio <= 1.5
