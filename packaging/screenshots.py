"""Opens the worked example and saves a picture of each screen, for the README and for looking.

    python packaging/screenshots.py [FOLDER]      with a screen, or under xvfb-run

Each screen in both languages and both schemes; the README shows those in packaging/pictures.
"""

import sys
import tempfile
from itertools import product
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication

from strategy_planner.bundled import bundled
from strategy_planner.gui.application import prepare
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace

PICTURES = Path(__file__).parent / "pictures"
SELECTED = {"map": "A-011", "roadmap": "A-015"}
SETTLED_MS = 900


def main() -> None:
    """Save every picture."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else PICTURES
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as settings:
        QSettings.setDefaultFormat(QSettings.Format.IniFormat)
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, settings)
        application = QApplication(["Strategy Planner"])
        prepare(application)
        for language, scheme in product(("ja", "en"), ("light", "dark")):
            window = opened(language, scheme)
            for view, number in SELECTED.items():
                show(window, view, number)
                window.grab().save(str(folder / f"{view}_{language}_{scheme}.png"))
            window.close()


def opened(language: str, scheme: str) -> MainWindow:
    """The window on the worked example, at its usual size."""
    window = MainWindow(Workspace(), Preferences())
    window.workspace.set_language(language)
    window.workspace.set_scheme("dark" if scheme == "dark" else "light")
    window.resize(1440, 900)
    window.show()
    loop = QEventLoop()
    window.document.renamed.connect(loop.quit)
    window.document.open_copy(bundled("sample_projects", "worked_example.splan"))
    loop.exec()
    return window


def show(window: MainWindow, view: str, number: str) -> None:
    """Bring a view to the front with an item selected, and let it settle."""
    window.show_view(view)
    nodes = window.workspace.plan.nodes.values()
    window.workspace.select([node.id for node in nodes if node.number == number])
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()


if __name__ == "__main__":
    main()
