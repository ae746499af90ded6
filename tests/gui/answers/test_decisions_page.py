"""The page of the decision calendar: by fiscal year, why, what to watch, and the way out of none."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.decisions.page import DecisionsPage
from strategy_planner.gui.answers.sentences import SentenceList
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan


@pytest.fixture
def page(example_window: MainWindow, qtbot: QtBot) -> Iterator[DecisionsPage]:
    qtbot.keyClick(example_window, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert example_window.answering.panel is not None
    shown = example_window.answering.panel.pages["decisions"]
    assert isinstance(shown, DecisionsPage)
    qtbot.waitUntil(lambda: shown.answer is not None and not shown.asking.is_busy)
    yield shown
    example_window.answering.panel.put_away()


def texts(rows: SentenceList) -> list[str]:
    return [rows.item(row).text() for row in range(rows.count())]


def go_to(page: DecisionsPage, start: str, kind: str, qtbot: QtBot) -> None:
    """Walk down the calendar to the first deadline of a kind whose sentence holds ``start``."""
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    for _ in range(page.list.count()):
        found = page.deadline
        assert found is not None
        if found.kind == kind and start in page.list.currentItem().text():
            return
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    raise AssertionError(texts(page.list))


def test_the_deadlines_stand_under_their_fiscal_years(page: DecisionsPage) -> None:
    told = texts(page.list)
    heading = next(row for row, text in enumerate(told) if text.startswith("FY2019"))
    assert "15 Jun 2019, 8 days left" in told[heading + 1]
    assert any(text.startswith("FY2018") for text in told[:heading])


def test_the_keyboard_walks_over_the_headings(page: DecisionsPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    seen = set()
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    for _ in range(page.list.count()):
        assert page.deadline is not None
        seen.add(page.deadline.key)
        qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert len(seen) == len(page.answer.rows)


def test_an_option_that_closed_is_told_with_the_item_that_should_have_begun(
    page: DecisionsPage, qtbot: QtBot
) -> None:
    go_to(page, "“Build anew” is chosen and can no longer be begun in time", "option", qtbot)
    assert "11 months ago" in page.list.currentItem().text()
    steps = texts(page.steps)
    assert steps[0].startswith("A-009 ")
    assert "must begin by 1 Jul 2018" in steps[0]
    assert steps[-1].startswith("V-001 ")


def test_choosing_a_deadline_and_a_step_selects_their_items_on_every_view(
    page: DecisionsPage, qtbot: QtBot
) -> None:
    go_to(page, "“Build anew”", "option", qtbot)
    assert page.workspace.selection == ("S-151",)
    page.steps.setFocus()
    qtbot.mouseClick(
        page.steps.viewport(),
        Qt.MouseButton.LeftButton,
        pos=page.steps.visualItemRect(page.steps.item(0)).center(),
    )
    assert page.workspace.selection == ("A-09",)


def test_a_signpost_is_told_with_threshold_present_value_lead_and_trigger_value(
    page: DecisionsPage, qtbot: QtBot
) -> None:
    go_to(page, "“Plant-based”", "option", qtbot)
    (told,) = texts(page.signposts)
    for part in ("Threshold: 2.5", "Now 3.7", "24 months", "31 Mar 2021", "reads 3.1"):
        assert part in told


def test_a_day_to_apply_says_what_missing_it_costs(page: DecisionsPage, qtbot: QtBot) -> None:
    go_to(page, "A-015", "gate", qtbot)
    assert "31 Aug 2019, 85 days left" in page.list.currentItem().text()
    assert "Missing it costs 12 months" in page.list.currentItem().text()


def test_the_current_deadline_stays_current_when_the_plan_changes(
    page: DecisionsPage, qtbot: QtBot
) -> None:
    go_to(page, "A-015", "gate", qtbot)
    before = page.deadline
    assert before is not None
    workspace = page.workspace
    with qtbot.waitSignal(page.asking.answered):
        workspace.do(edits.set_fields(workspace.plan, "node", "A-15", title="Study"))
    assert page.deadline is not None
    assert page.deadline.key == before.key


def test_a_plan_without_deadlines_offers_a_decision(page: DecisionsPage, qtbot: QtBot) -> None:
    page.workspace.open(Plan())
    qtbot.waitUntil(page.add.isVisible)
    assert "Nothing has a last day yet" in page.empty.text()
    qtbot.mouseClick(page.add, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(page.list.isVisible)
    assert texts(page.list)[0] == "Without a last day"
    assert page.workspace.undo_stack.index() == 1


def test_every_row_is_high_enough_for_its_sentence_at_any_size(
    page: DecisionsPage, qtbot: QtBot
) -> None:
    for scale in (1.0, 2.0):
        page.set_text_scale(scale)
        qtbot.waitUntil(lambda: page.list.sizeHintForRow(0) > 0)
        for row in range(page.list.count()):
            item = page.list.item(row)
            box = page.list.visualItemRect(item)
            room = box.width() - 16 - page.list.iconSize().width()
            needed = page.list.fontMetrics().boundingRect(
                0, 0, room, 9999, Qt.TextFlag.TextWordWrap, item.text()
            )
            assert box.height() >= needed.height()


def test_another_language_says_the_same(page: DecisionsPage) -> None:
    page.workspace.set_language("ja")
    assert any(
        "選んだ「新規構築」は、今から着手しても間に合わない" in text for text in texts(page.list)
    )
    assert page.why_heading.text() == "なぜこの日まで？"


def test_a_mark_on_the_strip_leads_to_its_row(page: DecisionsPage, qtbot: QtBot) -> None:
    strip = page.strip.strip
    assert strip is not None
    mark = next(one for one in strip.marks if one.key == ("option", "S-151", "CH-DATA", "新規構築"))
    qtbot.mouseClick(
        page.strip, Qt.MouseButton.LeftButton, pos=QPoint(round(mark.x), round(mark.y))
    )
    assert "“Build anew” is chosen" in page.list.currentItem().text()
    assert page.workspace.selection == ("S-151",)
    place = QPoint(round(mark.x), round(mark.y))
    event = QHelpEvent(QEvent.Type.ToolTip, place, page.strip.mapToGlobal(place))
    QApplication.sendEvent(page.strip, event)
    assert "“Build anew” is chosen" in QToolTip.text()
    QToolTip.hideText()


def test_who_comes_from_an_item_finds_its_deadline(page: DecisionsPage, qtbot: QtBot) -> None:
    panel = page.window()
    assert isinstance(panel, MainWindow)
    assert panel.answering.panel is not None
    panel.answering.panel.put_away()
    page.workspace.select(["A-161"])
    panel.deeds.mend("decisions")
    assert page.deadline is not None
    assert page.deadline.item == "A-161"
    assert page.workspace.selection == ("A-161",)
