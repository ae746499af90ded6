"""The panel of answers: it comes and goes, and works nothing out while it cannot be seen."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.pages import OFFERS
from strategy_planner.gui.answers.panel import AnswersPanel
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits


def opened(window: MainWindow, qtbot: QtBot) -> AnswersPanel:
    if not window.answering.is_shown:
        qtbot.keyClick(window, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    panel = window.answering.panel
    assert panel is not None
    return panel


def test_a_key_opens_it_and_escape_puts_it_away(example_window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(example_window, qtbot)
    assert panel.isVisible()
    assert example_window.actions_.by_id["answers"].isChecked()
    page = panel.pages[panel.shown_page]
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert panel.isHidden()
    assert not example_window.actions_.by_id["answers"].isChecked()


def test_the_keyboard_goes_on_to_the_view_when_it_is_put_away(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    example_window.answering.show("late")
    panel = example_window.answering.panel
    assert panel is not None
    qtbot.waitUntil(lambda: panel.isAncestorOf(example_window.focusWidget()))
    qtbot.mouseClick(panel.close_button, Qt.MouseButton.LeftButton)
    view = example_window.views.currentWidget()
    assert view is example_window.focusWidget() or view.isAncestorOf(example_window.focusWidget())


def test_every_page_opens_by_its_action_and_says_something(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    for offer in OFFERS:
        example_window.actions_.by_id[offer.id].trigger()
        panel = example_window.answering.panel
        assert panel is not None
        assert panel.shown_page == offer.id
        page = panel.pages[offer.id]
        qtbot.waitUntil(lambda page=page: page.answer is not None)


def test_the_problems_keep_their_heading_meanwhile_and_unfold_again(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    panel = opened(example_window, qtbot)
    panel.put_away()
    assert not example_window.problems.fold.isChecked()
    opened(example_window, qtbot)
    assert example_window.problems.fold.isChecked()
    panel.put_away()
    assert not example_window.problems.fold.isChecked()


def test_nothing_is_worked_out_while_it_is_hidden(example_window: MainWindow, qtbot: QtBot) -> None:
    panel = opened(example_window, qtbot)
    page = panel.show_page("late")
    qtbot.waitUntil(lambda: not page.asking.is_busy)
    panel.put_away()
    workspace = example_window.workspace
    with qtbot.assertNotEmitted(page.asking.answered, wait=200):
        workspace.do(edits.add_node(workspace.plan, "action", "Unseen"))
    opened(example_window, qtbot)
    panel.show_page("late")
    with qtbot.waitSignal(page.asking.answered):
        pass
    panel.put_away()


def test_it_takes_the_place_of_the_view_and_gives_it_back(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    panel = opened(example_window, qtbot)
    qtbot.mouseClick(panel.fill, Qt.MouseButton.LeftButton)
    assert not example_window.views.isVisible()
    panel.put_away()
    assert example_window.views.isVisible()


def test_the_page_that_was_open_comes_back_with_the_next_window(new_window: MainWindow) -> None:
    new_window.answering.show("late")
    new_window.answering.keep()
    other = MainWindow(new_window.workspace, new_window.preferences, new_window.windows)
    assert other.answering.panel is not None
    assert other.answering.panel.shown_page == "late"
    other.answering.panel.put_away()
    other.deleteLater()
