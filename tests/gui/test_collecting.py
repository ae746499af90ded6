"""Widgets that were let go die on the window's thread, whichever thread allocates."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject

from strategy_planner.gui.collecting import Collector, collect_here


class Circle(QObject):
    """Something of Qt that only the collector can let go."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def test_a_circle_dies_on_the_windows_thread(qapp, qtbot):
    collect_here(qapp)
    (collector,) = qapp.findChildren(Collector)
    gc.collect()
    died_on: list[int] = []
    weakref.finalize(Circle(), lambda: died_on.append(threading.get_ident()))

    def allocate() -> None:
        kept = [[[]] for _ in range(100_000)]
        del kept

    worker = threading.Thread(target=allocate)
    worker.start()
    worker.join()
    assert died_on == []
    kept = [[] for _ in range(5_000)]
    with qtbot.waitSignal(collector._timer.timeout):
        pass
    qtbot.waitUntil(lambda: died_on == [threading.get_ident()])
    assert len(kept) == 5_000


def test_there_is_one_collector_for_an_application(qapp):
    collect_here(qapp)
    collect_here(qapp)
    assert len(qapp.findChildren(Collector)) == 1
