"""Work beside the window: it tells on the window's thread, and outlives who asked for it."""

from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject, QThreadPool
from shiboken6 import Shiboken

from strategy_planner.gui import background
from strategy_planner.gui.background import Task


def test_the_result_comes_on_the_windows_thread(qtbot) -> None:
    where = []

    def work(_task: Task) -> str:
        where.append(current_thread() is main_thread())
        return "done"

    task = Task(work)
    task.finished.connect(lambda _result: where.append(current_thread() is main_thread()))
    with qtbot.waitSignal(task.finished) as told:
        task.start()
    assert told.args == ["done"]
    assert where == [False, True]


def test_what_went_wrong_is_told(qtbot) -> None:
    def work(_task: Task) -> None:
        raise ValueError("no")

    task = Task(work)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert str(told.args[0]) == "no"


@pytest.mark.parametrize("is_late", [False, True])
def test_nothing_is_told_to_an_owner_that_is_gone(qtbot, is_late) -> None:
    owner, leave, told = QObject(), Event(), []

    def work(task: Task) -> bool:
        leave.wait(10)
        return task.is_cancelled

    task = Task(work, owner)
    task.finished.connect(told.append)
    task.start()
    if is_late:
        # The result is on its way already when the owner goes.
        leave.set()
        QThreadPool.globalInstance().waitForDone()
    Shiboken.delete(owner)
    leave.set()
    qtbot.waitUntil(lambda: task not in background._running)
    assert told == []
    qtbot.waitUntil(lambda: not Shiboken.isValid(task))
