"""Work that must not hold up the window: it runs beside it and tells when it is done."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal

_running: set["Task"] = set()


class Cancelled(Exception):  # noqa: N818 - it is no error
    """The work was stopped, for nobody waits for it any more."""


class Task(QObject):
    """One piece of work on another thread; its signals arrive on the window's.

    It lives until its work has ended, whatever happens to its owner meanwhile: a task that died
    with its window would be spoken through by the other thread. Once the owner is gone it tells
    nothing more.
    """

    progressed = Signal(float)
    """How far it is, from 0 to 1."""
    partly = Signal(object)
    """What is known so far, where the work tells it before its end."""
    finished = Signal(object)
    failed = Signal(object)
    """The exception that ended it."""
    stopped = Signal()
    """It has ended because it was cancelled, with nothing to tell."""
    _ended = Signal(object, bool)
    """What came of it, and whether that is a result: from the other thread to the window's."""

    def __init__(self, work: Callable[["Task"], Any], owner: QObject | None = None) -> None:
        super().__init__()
        self._work = work
        self._is_left = False
        self.is_cancelled = False
        self._ended.connect(self._tell)
        if owner is not None:
            owner.destroyed.connect(lambda *_: self._leave())

    def start(self) -> None:
        """Begin."""
        _running.add(self)
        QThreadPool.globalInstance().start(_Runner(self))

    def cancel(self) -> None:
        """Ask the work to stop; it looks at ``is_cancelled`` when it can."""
        self.is_cancelled = True

    def stop_if_cancelled(self) -> None:
        """Called by the work where it takes long: raises Cancelled once it was cancelled."""
        if self.is_cancelled:
            raise Cancelled

    def advance(self, done: int, of: int) -> None:
        """Called by the work: tell how far it is, or stop here once it was cancelled."""
        self.stop_if_cancelled()
        self.progressed.emit(done / max(of, 1))

    def run(self) -> None:
        """Do the work, on whichever thread this is called."""
        try:
            result, is_result = self._work(self), True
        except Exception as error:  # noqa: BLE001 - handed to the window, which shows it
            result, is_result = error, False
        # Where the program has ended meanwhile, nobody is left to be told.
        with suppress(RuntimeError):
            self._ended.emit(result, is_result)

    def _tell(self, outcome: object, is_result: bool) -> None:
        _running.discard(self)
        self.deleteLater()
        if self._is_left:
            return
        if isinstance(outcome, Cancelled):
            self.stopped.emit()
        else:
            (self.finished if is_result else self.failed).emit(outcome)

    def _leave(self) -> None:
        self._is_left = self.is_cancelled = True


class _Runner(QRunnable):
    def __init__(self, task: Task) -> None:
        super().__init__()
        self._task = task

    def run(self) -> None:
        """Called by Qt on a thread of the pool."""
        self._task.run()
