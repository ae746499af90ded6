"""The page of what is too late: the chain, its repairs, and making one as a step to undo."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.late import repairing
from strategy_planner.gui.answers.late.page import LatePage
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits


@pytest.fixture
def late_page(example_window: MainWindow, qtbot: QtBot) -> Iterator[LatePage]:
    example_window.answering.show("late")
    assert example_window.answering.panel is not None
    page = example_window.answering.panel.pages["late"]
    assert isinstance(page, LatePage)
    qtbot.waitUntil(lambda: not page.asking.is_busy)
    yield page
    example_window.answering.panel.put_away()


def tick(page: LatePage, row: int, qtbot: QtBot) -> None:
    """Tick a repair by the keyboard, and wait for what it would do."""
    repairs = page.repairing.list
    repairs.setFocus()
    repairs.setCurrentRow(row)
    qtbot.keyClick(repairs, Qt.Key.Key_Space)
    qtbot.waitUntil(page.repairing.make.isEnabled)


def test_the_vision_that_is_late_is_told_with_its_chain_and_repairs(late_page: LatePage) -> None:
    assert late_page.story is not None
    assert "11 months too late" in late_page.chains.item(0).text()
    assert late_page.steps.count() > 2
    assert late_page.repairing.list.count() > 2
    last = late_page.repairing.list.count() - 1
    offered = [late_page.repairing.list.item(row).text() for row in range(last + 1)]
    assert any("(by explicit decision only)" in words for words in offered)


def test_the_keyboard_comes_to_the_chains(late_page: LatePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(late_page.chains.hasFocus)


def test_a_step_of_the_chain_selects_its_item(late_page: LatePage, qtbot: QtBot) -> None:
    late_page.steps.setFocus()
    late_page.steps.setCurrentRow(0)
    qtbot.keyClick(late_page.steps, Qt.Key.Key_Down)
    assert late_page.story is not None
    assert late_page.workspace.selection == (late_page.story.steps[1].item,)


def test_a_repair_is_made_as_one_step_with_its_reason_and_taken_back(
    late_page: LatePage, qtbot: QtBot
) -> None:
    workspace = late_page.workspace
    tick(late_page, 0, qtbot)
    assert "in time" in late_page.repairing.effect.text()
    late_page.repairing.reason.setText("The minister asked for it.")
    late_page.repairing.decider.setText("Strategy council")
    before = workspace.undo_stack.index()
    qtbot.mouseClick(late_page.repairing.make, Qt.MouseButton.LeftButton)
    assert workspace.undo_stack.index() == before + 1
    assert workspace.schedule.feasible
    qtbot.waitUntil(lambda: not late_page.asking.is_busy)
    assert late_page.empty.text() == "Nothing is too late.\nIn time, with 25 days of slack"
    assert late_page.isAncestorOf(late_page.window().focusWidget())
    workspace.undo_stack.undo()
    qtbot.waitUntil(lambda: not late_page.asking.is_busy)
    assert not workspace.schedule.feasible
    assert late_page.story is not None


def test_the_history_keeps_who_decided_and_why(late_page: LatePage, qtbot: QtBot) -> None:
    tick(late_page, 0, qtbot)
    late_page.repairing.reason.setText("The minister asked for it.")
    late_page.repairing.decider.setText("Strategy council")
    with qtbot.waitSignal(late_page.workspace.changed) as made:
        late_page.repairing.make.click()
    change_set = made.args[0]
    assert change_set.reason == "The minister asked for it."
    assert change_set.decider == "Strategy council"


def test_an_edit_meanwhile_forbids_to_make_what_was_found_before(
    late_page: LatePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    tick(late_page, 0, qtbot)
    go_on = threading.Event()
    found = repairing.together

    def held(*args: object) -> object:
        go_on.wait(10)
        return found(*args)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(repairing, "together", held)
    late_page.workspace.do(edits.add_node(late_page.workspace.plan, "action", "Another"))
    assert not late_page.repairing.make.isEnabled()
    qtbot.waitUntil(lambda: not late_page.asking.is_busy)
    assert not late_page.repairing.make.isEnabled()
    go_on.set()
    qtbot.waitUntil(late_page.repairing.make.isEnabled)


def test_another_language_says_the_same(late_page: LatePage) -> None:
    late_page.workspace.set_language("ja")
    assert "11か月" in late_page.chains.item(0).text()
    assert late_page.repairing.make.text() == "適用"
