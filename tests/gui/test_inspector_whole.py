"""The inspector's longer tasks: many items at once, links as claims, why, and an item's past."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from strategy_planner.gui.files.document import Document
from strategy_planner.gui.inspector.history_block import HistoryBlock
from strategy_planner.gui.inspector.node_page import NodePage
from strategy_planner.gui.inspector.several_page import SeveralPage
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.change_words import changes_in_words
from strategy_planner.model.fields import FIELDS
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of


def id_of(workspace: Workspace, number: str) -> str:
    return next(id_ for id_, node in workspace.plan.nodes.items() if node.number == number)


def select(window: MainWindow, *numbers: str) -> None:
    window.workspace.select([id_of(window.workspace, number) for number in numbers])


def texts(widget: object) -> str:
    return "\n".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


# Several items


def test_every_field_that_many_can_share_is_there(example_window: MainWindow) -> None:
    select(example_window, "A-028", "A-029", "A-011")
    page = example_window.inspector.page
    assert isinstance(page, SeveralPage)
    for section in page.sections.values():
        section.unfold()
    own = {"title", "short", "number", "pin"}
    assert set(page.editors) == {field.name for field in FIELDS["node"]} - own


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("date", "2024年度目途", "2024年度目途"),
        ("duration", "7 months", "7mo"),
        ("not_before", "2020-04-01", dt.date(2020, 4, 1)),
        ("progress", "40 %", 0.4),
        ("cost", "1,200", 1200),
    ],
)
def test_what_is_typed_is_written_to_all_in_one_step(
    example_window: MainWindow, qtbot: QtBot, name: str, typed: str, value: object
) -> None:
    workspace = example_window.workspace
    select(example_window, "A-028", "A-029")
    page = example_window.inspector.page
    for section in page.sections.values():
        section.unfold()
    line = page.editors[name].input
    line.setFocus()
    line.clear()
    line.insert(typed)
    qtbot.keyClick(line, Qt.Key.Key_Return)
    ids = [id_of(workspace, number) for number in ("A-028", "A-029")]
    assert [getattr(workspace.plan.nodes[id_], name) for id_ in ids] == [value, value]
    assert workspace.undo_stack.count() == 1
    workspace.undo_stack.undo()
    assert [getattr(workspace.plan.nodes[id_], name) for id_ in ids] != [value, value]


def test_items_that_differ_say_how_and_a_date_says_what_it_means(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    select(example_window, "A-011", "A-028", "V-001")
    page = example_window.inspector.page
    assert "The items differ: Action ×2, Vision ×1" in page.editors["kind"].meaning.text()
    line = page.editors["date"].input
    line.setFocus()
    qtbot.keyClicks(line, "FY2027")
    assert "31 Mar 2028" in page.editors["date"].meaning.text()
    qtbot.keyClick(line, Qt.Key.Key_Escape)


def test_texts_of_many_are_written_in_the_language_shown(example_window: MainWindow) -> None:
    workspace = example_window.workspace
    ids = [id_of(workspace, number) for number in ("A-011", "A-028")]
    workspace.do(edits.set_translation(workspace.plan, ids[0], "source", "en", "Old"))
    workspace.select(ids)
    page = example_window.inspector.page
    page.sections["texts"].unfold()
    editor = page.editors["source"]
    editor.input.setPlainText("Slide 12")
    editor.commit()
    assert workspace.plan.translations[f"{ids[0]}/source/en"].text == "Slide 12"


# Links as claims


def test_a_link_is_a_sentence_with_reason_evidence_and_assumption(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    select(example_window, "A-011")
    link = next(
        one for one in workspace.plan.links_out_of(id_of(workspace, "A-011"))
        if one.relation == "requires"
    )  # fmt: skip
    assumption = next(e.id for e in workspace.plan.register.values() if e.kind == "assumption")
    workspace.do(
        edits.set_fields(
            workspace.plan, "link", link.id,
            reason="Cohorts need data", evidence="moderate", assumption=assumption,
        )
    )  # fmt: skip
    workspace.set_language("ja")
    workspace.set_language("en")
    row = example_window.inspector.page.needed_by.list.rows[link.id]
    assert row.name.text().startswith("Needed for “Businesses use health data safely”")
    assert row.name.text().endswith(", because:")
    assert row.reason.input.toPlainText() == text_of(
        workspace.plan, workspace.plan.links[link.id], "reason", "en"
    )
    assert "Evidence: Moderate" in row.said.text()
    assert "Assumes: " in row.said.text()
    qtbot.mouseDClick(row.said, Qt.MouseButton.LeftButton)
    names = list(row.form.editors)
    assert names.index("evidence") < names.index("assumption") < names.index("relation")
    assert row.form.editors["evidence"].input.isVisible()


def test_the_reason_of_a_link_is_written_in_its_sentence(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    new = edits.add_prerequisite(workspace.plan, id_of(workspace, "A-011"))
    workspace.do(new)
    link = next(change.id for change in new.changes if change.record == "link")
    select(example_window, "A-011")
    row = example_window.inspector.page.needs.list.rows[link]
    field = row.reason.input
    assert field.placeholderText() == "because … (say why)"
    assert field.accessibleName() == f"Reason: {row.name.text()}"
    field.setFocus()
    qtbot.keyClicks(field, "Cohorts need data")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.toPlainText() == ""
    qtbot.keyClicks(field, "Cohorts need data")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert workspace.plan.links[link].reason == "Cohorts need data"
    assert row.name.text().endswith(", because:")
    assert field.hasFocus()
    workspace.undo_stack.undo()
    assert workspace.plan.links[link].reason is None
    assert field.toPlainText() == ""


# Why


def test_why_tells_the_chain_in_words_selects_it_and_keeps_the_page(
    example_window: MainWindow, qtbot: QtBot
) -> None:
    workspace = example_window.workspace
    select(example_window, "A-011")
    page = example_window.inspector.page
    qtbot.mouseClick(page.dates.why, Qt.MouseButton.LeftButton)
    assert example_window.inspector.page is page
    assert page.dates.chains.isVisible()
    chosen = {workspace.plan.nodes[id_].number for id_ in workspace.selection}
    assert {"A-009", "A-011", "S-151", "V-001"} <= chosen
    assert workspace.selection[0] == id_of(workspace, "A-011")
    qtbot.mouseClick(page.dates.why, Qt.MouseButton.LeftButton)
    assert workspace.selection == (id_of(workspace, "A-011"),)
    assert example_window.inspector.page is page
    assert page.dates.chains.isHidden()


def test_another_choice_of_several_shows_their_page_again(example_window: MainWindow) -> None:
    select(example_window, "A-011")
    example_window.deeds("why")
    assert isinstance(example_window.inspector.page, NodePage)
    select(example_window, "A-011", "A-028")
    assert isinstance(example_window.inspector.page, SeveralPage)


# The past


PLAN = Plan.from_records(
    [
        r.Organisation(id="o", name="METI"),
        r.Node(id="a", kind="action", number="A-001", title="Study"),
        r.Node(id="b", kind="action", number="A-002", title="Survey"),
    ]
)


def test_changes_are_told_field_by_field_from_what_to_what() -> None:
    plan = PLAN.copy()

    def told(change_set: object, id_: str = "a") -> list[str]:
        plan.apply(change_set)
        return changes_in_words(plan, change_set, id_, "en")

    assert told(edits.set_fields(plan, "node", "a", owner="o", duration="18mo")) == [
        "Duration: 18 months (was empty)",
        "Owner: METI (was empty)",
    ]
    assert told(edits.set_fields(plan, "node", "a", duration="2y")) == [
        "Duration: 18 months → 2 years"
    ]
    assert told(edits.set_fields(plan, "node", "a", owner=None)) == ["Owner: emptied (was METI)"]
    link = edits.connect(plan, "a", "b")
    assert told(link) == ["Linked: is needed for A-002 Survey"]
    assert changes_in_words(plan, link, "b", "en") == ["Linked: needs A-001 Study"]
    assert told(edits.set_translation(plan, "a", "title", "ja", "調査")) == [
        "Title (Japanese): 調査 (was empty)"
    ]
    assert changes_in_words(plan, link, "b", "ja") == ["つながり：A-001 調査 を必要とする"]
    assert told(edits.set_fields(plan, "node", "b", title="Other"), "a") == []


def test_the_past_of_an_item_comes_from_its_file_and_from_this_session(
    example_window: MainWindow, qtbot: QtBot, tmp_path
) -> None:
    workspace, document = example_window.workspace, example_window.document
    item = id_of(workspace, "A-028")
    document.start(workspace.plan.copy())
    workspace.do(edits.set_fields(workspace.plan, "node", item, cost=12))
    with qtbot.waitSignal(document.saved, timeout=20_000):
        document.save(tmp_path / "kept.splan")
    with qtbot.waitSignal(workspace.replaced, timeout=20_000):
        document.open(tmp_path / "kept.splan")
    workspace.do(edits.set_fields(workspace.plan, "node", item, cost=34))
    workspace.select([item])
    page = example_window.inspector.page
    page.sections["history"].unfold()
    block = page.sections["history"].body
    assert isinstance(block, HistoryBlock)
    said = [label.text() for label in block._parts]
    assert said[1::2] == ["Cost: 12 → 34", "Cost: 12 (was empty)"]
    workspace.undo_stack.undo()
    assert block._parts[1].text() == "Cost: 34 → 12"
    workspace.select([id_of(workspace, "A-029")])
    assert "Nothing is recorded" in texts(block)
    document.start(workspace.plan.copy())


def test_the_document_reads_a_files_past_once(qapp: object, qtbot: QtBot, tmp_path) -> None:
    workspace = Workspace(PLAN.copy())
    document = Document(workspace)
    assert document.past() == ()
    workspace.do(edits.set_fields(workspace.plan, "node", "a", title="New"))
    assert len(document.past()) == 1
    with qtbot.waitSignal(document.saved, timeout=20_000):
        document.save(tmp_path / "plan.splan")
    assert len(document.past()) == 1
