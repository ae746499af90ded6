"""A what-if is tried on every view, without the plan, its file or its history knowing of it."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.drafts.page import DraftsPage
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node
from strategy_planner.storage.project_file import open_project


def platform(plan: Plan) -> Node:
    return next(node for node in plan.nodes.values() if node.number == "A-011")


def shorten(window: MainWindow) -> None:
    plan = window.workspace.plan
    window.workspace.do(edits.set_fields(plan, "node", platform(plan).id, duration="72mo"))


@pytest.fixture
def tried_window(example_window: MainWindow) -> MainWindow:
    """The worked example while a shorter item is tried."""
    example_window.workspace.begin_draft("Faster platform")
    shorten(example_window)
    return example_window


def test_the_strip_says_what_it_is_and_where_it_leads_after_each_edit(
    tried_window: MainWindow,
) -> None:
    strip = tried_window.draft_strip
    assert strip.isVisible()
    assert "Faster platform" in strip.sentence.text()
    before, now = strip.answer.text().split(" → ")
    assert "11 months too late" in before
    assert now.startswith("In time")


def test_going_back_without_it_leaves_no_trace(tried_window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(tried_window.draft_strip.leave, Qt.MouseButton.LeftButton)
    workspace = tried_window.workspace
    assert platform(workspace.plan).duration == "96mo"
    assert not workspace.plan.drafts
    assert not tried_window.document.is_modified
    assert not workspace.undo_stack.canRedo()
    assert not tried_window.draft_strip.isVisible()


def test_keeping_it_makes_one_step_that_changes_no_date(
    tried_window: MainWindow, qtbot: QtBot
) -> None:
    qtbot.mouseClick(tried_window.draft_strip.keep, Qt.MouseButton.LeftButton)
    workspace = tried_window.workspace
    assert platform(workspace.plan).duration == "96mo"
    (draft,) = workspace.plan.drafts.values()
    assert draft.name == "Faster platform"
    assert workspace.undo_stack.index() == 1
    workspace.undo()
    assert not workspace.plan.drafts


def test_applying_it_is_one_step_to_undo(tried_window: MainWindow, qtbot: QtBot) -> None:
    workspace = tried_window.workspace
    shorter = edits.set_fields(workspace.plan, "node", platform(workspace.plan).id, title="Again")
    workspace.do(shorter)
    qtbot.mouseClick(tried_window.draft_strip.make, Qt.MouseButton.LeftButton)
    assert platform(workspace.plan).duration == "72mo"
    assert workspace.undo_stack.index() == 1
    workspace.undo()
    assert (platform(workspace.plan).duration, platform(workspace.plan).title != "Again") == (
        "96mo",
        True,
    )


def test_undo_ends_where_the_what_if_began(example_window: MainWindow) -> None:
    workspace = example_window.workspace
    workspace.do(edits.add_node(workspace.plan, "action", "Before it"))
    workspace.begin_draft("Try")
    shorten(example_window)
    workspace.undo()
    assert platform(workspace.plan).duration == "96mo"
    assert not example_window.actions_.by_id["undo"].isEnabled()
    workspace.undo()
    assert any(node.title == "Before it" for node in workspace.plan.nodes.values())
    workspace.leave_draft()
    assert example_window.actions_.by_id["undo"].isEnabled()


def test_nothing_that_is_tried_can_be_written_as_the_plan(example_window: MainWindow) -> None:
    tried_window, told = example_window, len(example_window.document.past())
    tried_window.workspace.begin_draft("Try")
    shorten(tried_window)
    for id_ in ("save", "save_as", "export_briefing", "export_json", "export_view"):
        assert not tried_window.actions_.by_id[id_].isEnabled()
    tried_window.workspace.leave_draft()
    assert len(tried_window.document.past()) == told
    assert tried_window.actions_.by_id["save"].isEnabled()


def test_a_kept_what_if_is_saved_with_the_plan(
    tried_window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    tried_window.draft_strip.keep_and_leave()
    with qtbot.waitSignal(tried_window.document.saved):
        tried_window.document.save(tmp_path / "plan.splan")
    plan = open_project(tmp_path / "plan.splan").plan
    assert [draft.name for draft in plan.drafts.values()] == ["Faster platform"]
    assert platform(plan).duration == "96mo"


def test_closing_the_plan_keeps_what_is_being_tried(
    tried_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []
    monkeypatch.setattr(
        "strategy_planner.gui.files.questions.ask_to_save",
        lambda *args: asked.append(args) or "stay",
    )
    assert not tried_window.filing.may_leave(then=lambda: None)
    assert asked
    assert len(tried_window.workspace.plan.drafts) == 1


@pytest.fixture
def drafts_page(tried_window: MainWindow, qtbot: QtBot) -> DraftsPage:
    tried_window.draft_strip.keep_and_leave()
    tried_window.answering.show("drafts")
    assert tried_window.answering.panel is not None
    page = tried_window.answering.panel.pages["drafts"]
    assert isinstance(page, DraftsPage)
    qtbot.waitUntil(lambda: not page.asking.is_busy, timeout=20_000)
    return page


def test_the_page_puts_plan_and_what_if_side_by_side(drafts_page: DraftsPage) -> None:
    table = drafts_page.comparison
    heads = [table.horizontalHeaderItem(column).text() for column in range(table.columnCount())]
    assert heads == ["", "The plan as it is", "Faster platform"]
    assert "11 months short" in table.item(0, 1).text()
    assert "short" not in table.item(0, 2).text()
    chance = table.item(1, 2).text()
    assert chance.endswith("%")


def test_the_chosen_what_if_says_what_it_changes_and_is_applied(
    drafts_page: DraftsPage, qtbot: QtBot
) -> None:
    drafts_page.comparison.setCurrentCell(0, 2)
    assert "96 months → 72 months" in drafts_page.changes.item(0).text()
    assert "at the earliest" in drafts_page.why.item(0).text()
    qtbot.mouseClick(drafts_page.make, Qt.MouseButton.LeftButton)
    assert platform(drafts_page.workspace.plan).duration == "72mo"
    assert not drafts_page.workspace.plan.drafts


def test_a_kept_what_if_is_gone_on_with_and_kept_under_its_name(
    drafts_page: DraftsPage, qtbot: QtBot
) -> None:
    workspace = drafts_page.workspace
    drafts_page.comparison.setCurrentCell(0, 2)
    qtbot.mouseClick(drafts_page.go_on, Qt.MouseButton.LeftButton)
    assert platform(workspace.plan).duration == "72mo"
    workspace.do(edits.set_fields(workspace.plan, "node", platform(workspace.plan).id, cost=7))
    workspace.drafting_changed.emit()
    drafts_page.window().draft_strip.keep_and_leave()
    (draft,) = workspace.plan.drafts.values()
    assert {change.field for change in draft.changes} == {"duration", "cost"}


def test_a_name_and_enter_begin_one(example_window: MainWindow, qtbot: QtBot) -> None:
    example_window.answering.show("drafts")
    assert example_window.answering.panel is not None
    page = example_window.answering.panel.pages["drafts"]
    assert isinstance(page, DraftsPage)
    page.title.setText("With more money")
    qtbot.keyClick(page.title, Qt.Key.Key_Return)
    drafting = example_window.workspace.drafting
    assert drafting is not None
    assert drafting.name == "With more money"
    qtbot.waitUntil(lambda: not page.asking.is_busy, timeout=20_000)
    heads = [page.comparison.horizontalHeaderItem(column).text() for column in (1, 2)]
    assert heads == ["The plan as it is", "With more money (being tried)"]
    assert page.comparison.item(1, 2).text().endswith("%")
    example_window.workspace.leave_draft()
    example_window.answering.panel.put_away()
