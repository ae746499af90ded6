"""Each problem has one way out, taken by mouse or by Enter, that ends where it can be mended."""

from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.decisions.page import DecisionsPage
from strategy_planner.gui.fonts import font
from strategy_planner.gui.inspector.node_page import NodePage
from strategy_planner.gui.inspector.record_page import RecordPage
from strategy_planner.gui.problems.ways import way_out
from strategy_planner.gui.shell.window import MainWindow


def row_of(window: MainWindow, rule: str) -> int:
    shown = window.problems.model.shown
    return next(row for row, finding in enumerate(shown) if finding.rule == rule)


def has_keyboard(part: object) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part in _over(focus))


def _over(widget: object) -> Iterator[object]:
    while (widget := widget.parent()) is not None:
        yield widget


def test_enter_on_an_item_without_means_leads_to_where_they_are_named(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    problems = example_window.problems.list
    index = example_window.problems.model.index(row_of(example_window, "without_means"), 0)
    problems.setFocus()
    problems.setCurrentIndex(index)
    qtbot.keyClick(problems, Qt.Key.Key_Return)
    page = example_window.inspector.page
    assert isinstance(page, NodePage)
    assert page.node_id == example_window.problems.model.item_of(index)
    assert has_keyboard(page.needs.line)


def test_a_click_on_the_action_goes_there_and_one_beside_it_only_selects(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    problems = example_window.problems.list
    row = row_of(example_window, "obstacle_without_resolver")
    index = example_window.problems.model.index(row, 0)
    problems.scrollTo(index)
    box = problems.visualRect(index)
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(problems.viewport(), left, pos=box.center())
    obstacle = example_window.problems.model.item_of(index)
    assert example_window.workspace.selection == (obstacle,)
    assert not has_keyboard(example_window.inspector)
    qtbot.mouseClick(problems.viewport(), left, pos=QPoint(box.right() - 30, box.center().y()))
    page = example_window.inspector.page
    assert isinstance(page, RecordPage)
    assert has_keyboard(page.form.editors["resolved_by"])


def test_why_opens_the_chain(example_window: MainWindow, qtbot: QtBot) -> None:
    problems = example_window.problems.list
    problems.setFocus()
    problems.setCurrentIndex(
        example_window.problems.model.index(row_of(example_window, "aim_missed"), 0)
    )
    qtbot.keyClick(problems, Qt.Key.Key_Return)
    page = example_window.inspector.page
    assert isinstance(page, NodePage)
    assert page.dates.chains.isVisible()


def test_a_rule_without_a_way_of_its_own_leads_to_its_item(example_window: MainWindow) -> None:
    example_window.workspace.select(["A-11"])
    example_window.deeds.mend(way_out("window_unknown")[1])
    assert has_keyboard(example_window.inspector)


def test_a_day_to_apply_leads_to_its_deadline(example_window: MainWindow, qtbot: QtBot) -> None:
    problems = example_window.problems.list
    problems.setFocus()
    row = row_of(example_window, "gate_request")
    item = example_window.problems.model.shown[row].items[0]
    problems.setCurrentIndex(example_window.problems.model.index(row, 0))
    qtbot.keyClick(problems, Qt.Key.Key_Return)
    panel = example_window.answering.panel
    assert panel is not None
    page = panel.pages["decisions"]
    assert isinstance(page, DecisionsPage)
    qtbot.waitUntil(lambda: page.deadline is not None)
    assert page.deadline is not None
    assert page.deadline.item == item
    panel.put_away()


def test_what_is_too_late_leads_to_its_repairs(example_window: MainWindow, qtbot: QtBot) -> None:
    problems = example_window.problems.list
    problems.setFocus()
    problems.setCurrentIndex(
        example_window.problems.model.index(row_of(example_window, "target_late"), 0)
    )
    qtbot.keyClick(problems, Qt.Key.Key_Return)
    panel = example_window.answering.panel
    assert panel is not None
    assert panel.shown_page == "late"
    panel.put_away()


def test_a_long_title_gives_way_to_its_short_form_in_the_outline(
    example_window: MainWindow,
) -> None:
    plan = example_window.workspace.plan
    node = next(one for one in plan.nodes.values() if one.number == "A-011")
    row = example_window.outline._row
    metrics = QFontMetrics(font(12))
    whole = row._fitting(node, metrics, 4000)
    narrow = row._fitting(node, metrics, 150)
    assert whole == "Build the health/medical data platform (large cohorts, biobanks)"
    assert narrow.startswith("Health")
    assert metrics.horizontalAdvance(narrow) <= 150
