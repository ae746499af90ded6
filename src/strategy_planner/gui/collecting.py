"""Garbage is collected on the window's thread alone.

Python's collector runs on whichever thread happens to allocate. On a thread that lays out or saves
it would destroy widgets that were let go in a circle, and Qt ends the process when a widget dies
anywhere but on the window's own thread.
"""

import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer

INTERVAL_MS = 1_000


class Collector(QObject):
    """Looks now and then whether Python would collect by its own thresholds, and does it here."""

    def __init__(self, application: QCoreApplication) -> None:
        super().__init__(application)
        gc.disable()
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Collect the oldest generation that is due, and the younger ones with it."""
        due = [
            generation
            for generation, (count, most) in enumerate(
                zip(gc.get_count(), gc.get_threshold(), strict=True)
            )
            if count > most > 0
        ]
        if due:
            gc.collect(due[-1])


def collect_here(application: QCoreApplication) -> None:
    """Collect on this thread from now on, once for an application."""
    if application.findChild(Collector) is None:
        Collector(application)
