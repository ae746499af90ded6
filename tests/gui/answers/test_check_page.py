"""The page of the quality check: what finds something, mending it, switching rules off and on."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.check.page import CheckPage
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, RuleOff


@pytest.fixture
def check_page(example_window: MainWindow, qtbot: QtBot) -> Iterator[CheckPage]:
    qtbot.keyClick(example_window, Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    assert example_window.answering.panel is not None
    page = example_window.answering.panel.pages["check"]
    assert isinstance(page, CheckPage)
    settled(page, qtbot)
    yield page
    example_window.answering.panel.put_away()


def settled(page: CheckPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.answer is not None and not page.asking.is_busy)


def go_to_rule(page: CheckPage, rule: str, qtbot: QtBot) -> None:
    """Walk down the rules by the keyboard."""
    page.rules.list.setFocus()
    page.rules.list.setCurrentRow(0)
    for _ in range(page.rules.list.count()):
        if page.rules.list.current_key() == rule:
            break
        qtbot.keyClick(page.rules.list, Qt.Key.Key_Down)
    outcome = page.rules.detail.outcome
    assert outcome is not None
    assert outcome.rule.name == rule


def part(page: CheckPage, key: str, qtbot: QtBot) -> None:
    """Choose a part of the score, from the last one up."""
    page.parts.setFocus()
    qtbot.keyClick(page.parts, Qt.Key.Key_End)
    while page.parts.current_key() != key:
        qtbot.keyClick(page.parts, Qt.Key.Key_Up)


def test_the_score_stands_first_and_its_parts_below(check_page: CheckPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(check_page.parts.hasFocus)
    score = check_page.answer.quality.score
    assert check_page.parts.item(0).text() == f"Score {score} of 100"
    assert check_page.parts.item(1).text().startswith("Cast back from the vision\n")
    spoken = check_page.parts.item(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Warning: Cast back from the vision, ")
    part(check_page, "why", qtbot)
    said = [check_page.why.item(row).text() for row in range(check_page.why.count())]
    dearest = max(map(check_page.answer.quality.points_lost, check_page.answer.quality.outcomes))
    assert any(words.startswith(f"−{dearest:.1f}: ") for words in said)


def test_a_part_leaves_only_its_rules(check_page: CheckPage, qtbot: QtBot) -> None:
    every = check_page.rules.list.count()
    part(check_page, "who", qtbot)
    assert 0 < check_page.rules.list.count() < every
    check_page.rules.list.setCurrentRow(0)
    assert check_page.rules.list.current_key() == "owner_missing"


def test_a_finding_selects_its_record_on_every_view(check_page: CheckPage, qtbot: QtBot) -> None:
    go_to_rule(check_page, "without_means", qtbot)
    detail = check_page.rules.detail
    detail.list.setFocus()
    qtbot.keyClick(detail.list, Qt.Key.Key_Down)
    assert check_page.workspace.selection == detail.records[:1]
    assert detail.list.currentRow() == 1


def test_the_items_of_a_claim_are_ways_to_them(check_page: CheckPage, qtbot: QtBot) -> None:
    go_to_rule(check_page, "evidence_on_chain", qtbot)
    detail = check_page.rules.detail
    links = [one for one in detail.links.findChildren(QPushButton) if one.isVisible()]
    assert len(links) == 2
    qtbot.mouseClick(links[1], Qt.MouseButton.LeftButton)
    assert check_page.workspace.selection == detail.records[2:]


def test_the_tab_key_leads_from_the_score_to_the_fix(check_page: CheckPage, qtbot: QtBot) -> None:
    go_to_rule(check_page, "without_means", qtbot)
    detail = check_page.rules.detail
    check_page.parts.setFocus()
    for stop in (check_page.rules.list, detail.list, detail.fix, detail.ask_off):
        qtbot.keyClick(check_page.window().focusWidget(), Qt.Key.Key_Tab)
        assert stop.hasFocus()


def test_a_fix_goes_to_the_field_in_the_inspector(
    check_page: CheckPage, example_window: MainWindow, qtbot: QtBot
) -> None:
    go_to_rule(check_page, "owner_missing", qtbot)
    detail = check_page.rules.detail
    assert detail.fix.text() == "Name the owner"
    qtbot.mouseClick(detail.fix, Qt.MouseButton.LeftButton)
    assert check_page.workspace.selection == detail.records
    form = example_window.inspector
    qtbot.waitUntil(lambda: form.isAncestorOf(example_window.focusWidget() or check_page))


def test_a_fix_that_is_an_edit_is_one_step_and_its_title_is_written_next(
    check_page: CheckPage, example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = check_page.workspace
    go_to_rule(check_page, "without_means", qtbot)
    detail = check_page.rules.detail
    before, open_end = workspace.undo_stack.index(), detail.records[0]
    qtbot.mouseClick(detail.fix, Qt.MouseButton.LeftButton)
    assert workspace.undo_stack.index() == before + 1
    (new,) = workspace.selection
    assert [link.dependent for link in workspace.plan.links_out_of(new)] == [open_end]
    qtbot.waitUntil(
        lambda: example_window.inspector.isAncestorOf(example_window.focusWidget() or check_page)
    )
    settled(check_page, qtbot)
    assert open_end not in [key[0] for key in keys_of(check_page)]
    workspace.undo_stack.undo()
    settled(check_page, qtbot)
    assert open_end in [key[0] for key in keys_of(check_page)]


def keys_of(page: CheckPage) -> list[tuple[str, ...]]:
    outcome = page.rules.detail.outcome
    assert outcome is not None
    return [items for items, _ in outcome.failing]


def test_a_rule_is_switched_off_with_a_reason_and_on_again(
    check_page: CheckPage, qtbot: QtBot
) -> None:
    workspace, detail = check_page.workspace, check_page.rules.detail
    go_to_rule(check_page, "sufficiency_not_asked", qtbot)
    qtbot.mouseClick(detail.ask_off, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(detail.reason.field.hasFocus)
    qtbot.keyClick(detail.reason.field, Qt.Key.Key_Return)
    assert workspace.plan.settings.rules_off == ()
    qtbot.keyClicks(detail.reason.field, "Asked in autumn")
    qtbot.keyClick(detail.reason.field, Qt.Key.Key_Return)
    off = RuleOff("sufficiency_not_asked", "Asked in autumn")
    assert workspace.plan.settings.rules_off == (off,)
    settled(check_page, qtbot)
    assert "sufficiency_not_asked" not in [o.rule.name for o in check_page.answer.quality.outcomes]
    part(check_page, "off", qtbot)
    assert check_page.off.list.item(0).text().endswith("\nAsked in autumn")
    qtbot.mouseClick(check_page.off.switch_on, Qt.MouseButton.LeftButton)
    assert workspace.plan.settings.rules_off == ()
    settled(check_page, qtbot)
    assert check_page.off.meaning.text() == "No rule is switched off."


def test_escape_gives_up_the_reason_and_leaves_the_panel_open(
    check_page: CheckPage, qtbot: QtBot
) -> None:
    detail = check_page.rules.detail
    qtbot.mouseClick(detail.ask_off, Qt.MouseButton.LeftButton)
    qtbot.keyClick(detail.reason.field, Qt.Key.Key_Escape)
    assert detail.reason.isHidden()
    assert check_page.isVisible()


def test_what_is_wrong_with_dates_is_left_to_the_problems(
    check_page: CheckPage, example_window: MainWindow, qtbot: QtBot
) -> None:
    go_to_rule(check_page, "aim_missed", qtbot)
    detail = check_page.rules.detail
    assert detail.list.isHidden()
    assert detail.fix.text() == "To the problems"
    qtbot.mouseClick(detail.fix, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(example_window.problems.list.hasFocus)
    assert not example_window.problems.fold.isChecked()


def test_a_cell_of_the_table_selects_its_items(check_page: CheckPage, qtbot: QtBot) -> None:
    part(check_page, "coverage", qtbot)
    table, told = check_page.coverage.table, check_page.answer.coverage
    row = next(
        row for row, owner in enumerate(told.owners) if told.of(owner, "technology")
    )  # fmt: skip
    table.setFocus()
    table.setCurrentCell(row, 0)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert check_page.workspace.selection == told.of(told.owners[row], "technology")
    empty = next(row for row, owner in enumerate(told.owners) if not told.of(owner, "behaviour"))
    assert table.item(empty, 1).text() == "Nobody"


def test_an_empty_plan_has_nothing_to_check(check_page: CheckPage, qtbot: QtBot) -> None:
    check_page.workspace.open(Plan())
    settled(check_page, qtbot)
    assert check_page.empty.isVisible()
    assert "Begin with the vision" in check_page.empty.text()


def test_another_language_says_the_same(check_page: CheckPage) -> None:
    check_page.workspace.set_language("ja")
    assert check_page.parts.item(0).text().startswith("点数 ")
    assert check_page.rules.detail.ask_off.text() == "この規則を外す…"


def test_a_kind_of_change_that_is_missing_leads_to_the_table(
    check_page: CheckPage, qtbot: QtBot
) -> None:
    workspace = check_page.workspace
    technology = Node(id="a", kind="action", title="Act", change_type="technology")
    workspace.open(Plan.from_records([technology]))
    settled(check_page, qtbot)
    go_to_rule(check_page, "change_not_covered", qtbot)
    qtbot.mouseClick(check_page.rules.detail.fix, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(check_page.coverage.table.hasFocus)
    assert "Behaviour, Institutions" in check_page.coverage.verdict.text()
