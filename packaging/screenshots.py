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
SELECTED = {"map": "A-011", "roadmap": "A-015", "table": "A-011"}
INTERVIEWED, ANSWERED = "G-005", {"ja": "機能性食品の科学的", "en": "science-based"}
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
            interview(window)
            window.grab().save(str(folder / f"interview_{language}_{scheme}.png"))
            window.interviewing.leave()
            window.show_start()
            settle()
            window.grab().save(str(folder / f"start_{language}_{scheme}.png"))
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
    select(window, number)
    settle()


def select(window: MainWindow, number: str) -> None:
    """Select the item of a number."""
    nodes = window.workspace.plan.nodes.values()
    window.workspace.select([node.id for node in nodes if node.number == number])


def settle() -> None:
    """Let everything come to rest."""
    loop = QEventLoop()
    QTimer.singleShot(SETTLED_MS, loop.quit)
    loop.exec()


def interview(window: MainWindow) -> None:
    """Ask what must be true just before an area, with the beginning of an answer written."""
    select(window, INTERVIEWED)
    window.interviewing.begin()
    settle()
    window.interviewing.room.page.field.line.setText(ANSWERED[window.workspace.language])
    settle()


if __name__ == "__main__":
    main()
