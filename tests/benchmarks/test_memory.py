"""How much memory the window holds with a plan on each of its views, against an empty window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from strategy_planner.storage.project_file import new_project

EMPTY = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow(); window.resize(1440, 900); window.show()
app.processEvents()
"""
OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QSettings
QSettings.setDefaultFormat(QSettings.Format.IniFormat)
QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, {settings!r})
from PySide6.QtWidgets import QApplication
from strategy_planner.gui.application import open_window, furnish_beside
window = open_window()
task = furnish_beside(window, Path({file!r}))
wait = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
while not window.is_furnished or not window.workspace.plan.nodes:
    QApplication.processEvents(wait)
while window.map.keeper.layout is None or window.map.keeper.is_busy:
    QApplication.processEvents(wait)
window.show_view("roadmap")
window.grab()
"""
PEAK = """
with open("/proc/self/status") as status:
    print(next(int(line.split()[1]) / 1024 for line in status if line.startswith("VmHWM")))
"""


def peak(code: str) -> float:
    """The most memory that a process held, in MB."""
    answer = subprocess.run(
        [sys.executable, "-c", code + PEAK], capture_output=True, text=True, check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    return float(answer.stdout)


@pytest.mark.benchmark
@pytest.mark.timeout(300)
@pytest.mark.skipif(sys.platform != "linux", reason="the peak is read from Linux's /proc")
@pytest.mark.parametrize(("count", "limit_mb"), [(1_000, 250), (10_000, 500)])
def test_memory_of_a_plan_on_screen(
    tmp_path: Path, count: int, limit_mb: float, capsys: pytest.CaptureFixture[str]
) -> None:
    from large_plans import large_plan

    file = tmp_path / "large.splan"
    new_project(file, large_plan(count))
    empty = peak(EMPTY)
    ours = peak(OURS.format(settings=str(tmp_path), file=str(file)))
    with capsys.disabled():
        sys.stdout.write(
            f"\nmemory with {count:,} items on map and roadmap {ours:.0f} MB, "
            f"{ours / empty:.1f} × an empty window ({empty:.0f} MB)\n"
        )
    assert ours <= limit_mb
