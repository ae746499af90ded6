"""Work that must not hold up the window: it runs beside it and tells when it is done."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal


class Task(QObject):
    """One piece of work on another thread; its signals arrive on the window's."""

    progressed = Signal(float)
    """How far it is, from 0 to 1."""
    finished = Signal(object)
    failed = Signal(object)
    """The exception that ended it."""

    def __init__(self, work: Callable[["Task"], Any], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self.is_cancelled = False

    def start(self) -> None:
        """Begin; the task must be kept until it has finished or failed."""
        QThreadPool.globalInstance().start(_Runner(self))

    def cancel(self) -> None:
        """Ask the work to stop; it looks at ``is_cancelled`` when it can."""
        self.is_cancelled = True

    def run(self) -> None:
        """Do the work, on whichever thread this is called."""
        try:
            result = self._work(self)
        except Exception as error:  # noqa: BLE001 - handed to the window, which shows it
            self.failed.emit(error)
        else:
            self.finished.emit(result)


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Called by Qt on a thread of the pool."""
        self._task.run()
