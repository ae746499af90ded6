"""Cards of plans, read beside the window one after another, and kept until a file changes."""

from collections.abc import Iterable
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, QThreadPool, Signal

import strategy_planner
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.start.plan_card import PlanCard, card_of


class Cards(QObject):
    """Asks for the cards of files and announces each as it is known."""

    found = Signal(str, object, float)
    """The path; its PlanCard, None where the file is no plan, or the word ``missing``; when it
    was saved, in seconds since 1970."""
    _read = Signal(str, str, object, float)

    def __init__(self, preferences: Preferences, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._is_stopped = False
        self._read.connect(self._keep)

    def ask(self, paths: Iterable[str]) -> None:
        """Find the cards of these files; the answers come when they come."""
        known = [(path, self._preferences.card(path)) for path in paths]

        def work() -> None:
            for path, kept in known:
                if self._is_stopped:
                    return
                self._find(path, kept)

        self._pool.start(work)

    def stop(self) -> None:
        """The window goes: leave what was not read yet, and wait for what is being read."""
        self._is_stopped = True
        self._pool.waitForDone()

    def wait(self) -> None:
        """Until every card that was asked for is known."""
        self._pool.waitForDone()

    def _find(self, path: str, kept: str) -> None:
        try:
            status = Path(path).stat()
        except OSError:
            self.found.emit(path, "missing", 0.0)
            return
        mark = f"{strategy_planner.__version__} {status.st_mtime_ns} {status.st_size}"
        written, _, text = kept.partition("\n")
        card = _decoded(text) if written == mark else None
        if card is not None:
            self.found.emit(path, card, status.st_mtime)
            return
        try:
            from strategy_planner.storage.project_file import open_project

            card = card_of(open_project(Path(path)).plan)
        except Exception:  # noqa: BLE001 - a file that cannot be read is told when it is opened
            card = None
        self._read.emit(path, mark, card, status.st_mtime)

    def _keep(self, path: str, mark: str, card: PlanCard | None, saved: float) -> None:
        if card is not None:
            self._preferences.keep_card(path, f"{mark}\n{msgspec.json.encode(card).decode()}")
        self.found.emit(path, card, saved)


def _decoded(text: str) -> PlanCard | None:
    try:
        return msgspec.json.decode(text, type=PlanCard)
    except msgspec.MsgspecError:
        return None
