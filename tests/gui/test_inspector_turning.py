"""Going from item to item: the page stays, what it shows and writes is the item selected."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from strategy_planner.bundled import bundled
from strategy_planner.gui.inspector.field_editor import FieldEditor
from strategy_planner.gui.inspector.node_page import NodePage
from strategy_planner.gui.inspector.panel import InspectorPanel
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json


@pytest.fixture(scope="module")
def example():
    return read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())


@pytest.fixture
def workspace(qapp, example):
    made = Workspace(example.copy())
    made.set_language("en")
    return made


@pytest.fixture
def panel(qtbot, workspace):
    made = InspectorPanel(workspace)
    qtbot.addWidget(made)
    made.resize(296, 900)
    made.show()
    return made


def id_of(workspace, number):
    return next(node.id for node in workspace.plan.nodes.values() if node.number == number)


def told(page):
    """All that a page tells: texts of labels, and what stands in the editors."""
    labels = [found.text() for found in page.findChildren(QLabel) if found.isVisibleTo(page)]
    values = {
        (editor.field.record, editor.record_id, editor.field.name): repr(editor.record)
        for editor in page.findChildren(FieldEditor)
        if editor.isVisible()
    }
    return sorted(labels), values


def unfold_all(page):
    for section in page.sections.values():
        section.unfold()


def test_a_page_that_turned_tells_what_a_new_one_tells(qtbot, panel, workspace):
    workspace.select([id_of(workspace, "A-011")])
    page = panel.page
    unfold_all(page)
    for number in ("V-001", "G-005", "A-009", "A-011"):
        other = id_of(workspace, number)
        workspace.select([other])
        assert panel.page is page
        fresh = NodePage(workspace, other, {})
        qtbot.addWidget(fresh)
        unfold_all(fresh)
        fresh.show()
        qtbot.waitUntil(lambda page=page, fresh=fresh: told(page) == told(fresh))
        fresh.hide()


def test_what_was_half_written_goes_to_the_item_it_was_written_for(qtbot, panel, workspace):
    first, second = id_of(workspace, "A-011"), id_of(workspace, "A-009")
    workspace.select([first])
    line = panel.page.dates.form.editors["duration"].input
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "7y")
    before = workspace.plan.nodes[second].duration
    workspace.select([second])
    assert workspace.plan.nodes[first].duration == "7y"
    assert workspace.plan.nodes[second].duration == before
    line.selectAll()
    qtbot.keyClicks(line, "20mo")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert workspace.plan.nodes[second].duration == "20mo"
    assert workspace.plan.nodes[first].duration == "7y"


def test_a_refusal_stays_with_the_item_that_was_refused(qtbot, panel, workspace):
    workspace.select([id_of(workspace, "A-011")])
    editor = panel.page.dates.form.editors["duration"]
    editor.input.selectAll()
    qtbot.keyClicks(editor.input, "soonish")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert editor.refusal.text()
    workspace.select([id_of(workspace, "A-009")])
    assert not editor.refusal.text()
    assert editor.input.text() != "soonish"


def test_what_cannot_be_written_on_leaving_an_item_is_told_to_the_window(qtbot, panel, workspace):
    workspace.select([id_of(workspace, "A-011")])
    editor = panel.page.dates.form.editors["duration"]
    editor.input.selectAll()
    qtbot.keyClicks(editor.input, "soonish")
    with qtbot.waitSignal(workspace.refused) as told_of:
        workspace.select([id_of(workspace, "A-009")])
    assert "soonish" in str(told_of.args[0])


def test_an_open_why_tells_the_chain_of_the_item_turned_to(panel, workspace):
    workspace.select([id_of(workspace, "A-011")])
    panel.page.dates.why.click()
    workspace.select([id_of(workspace, "A-001")])
    texts = [found.text() for found in panel.page.dates.chains.findChildren(QLabel)]
    assert any("A-001" in text for text in texts)


def test_the_page_begins_at_its_head(qtbot, panel, workspace):
    workspace.select([id_of(workspace, "A-011")])
    bar = panel.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    bar.setValue(bar.maximum())
    workspace.select([id_of(workspace, "A-009")])
    assert bar.value() == 0


def people_of(panel):
    section = panel.page.sections["people"]
    section.unfold()
    return section.body


def test_a_new_organisation_becomes_the_owner_in_one_step(qtbot, panel, workspace):
    item = id_of(workspace, "A-011")
    workspace.select([item])
    people = people_of(panel)
    before = workspace.plan.nodes[item].owner
    qtbot.keyClicks(people.new_owner, "Bio agency")
    qtbot.keyClick(people.new_owner, Qt.Key.Key_Return)
    owner = workspace.plan.nodes[item].owner
    assert workspace.plan.organisations[owner].name == "Bio agency"
    assert people.editors["owner"].input.currentText() == "Bio agency"
    assert people.new_owner.text() == ""
    workspace.undo_stack.undo()
    assert workspace.plan.nodes[item].owner == before
    assert owner not in workspace.plan.organisations


def test_an_organisation_that_is_known_is_not_added_again(qtbot, panel, workspace):
    item = id_of(workspace, "V-001")
    workspace.select([item])
    people = people_of(panel)
    known = next(iter(workspace.plan.organisations.values()))
    count = len(workspace.plan.organisations)
    people.new_owner.insert(known.name)  # QTest types ASCII only
    qtbot.keyClick(people.new_owner, Qt.Key.Key_Return)
    assert workspace.plan.nodes[item].owner == known.id
    assert len(workspace.plan.organisations) == count


def test_folded_sections_follow_too(panel, workspace):
    workspace.select([id_of(workspace, "A-011")])
    money = panel.page.sections["money"]
    money.unfold()
    money.head.setChecked(False)
    other = id_of(workspace, "A-009")
    workspace.select([other])
    assert money.body is None
    money.unfold()
    assert money.body.record_id == other


def test_rows_of_links_are_used_again_and_write_to_the_link_that_they_show(qtbot, panel, workspace):
    busy, quiet = id_of(workspace, "V-001"), id_of(workspace, "A-009")
    workspace.select([busy])
    list_ = panel.page.needs.list
    made = set(list_.rows.values())
    first = next(iter(list_.rows.values()))
    first.unfold()
    workspace.select([quiet])
    workspace.select([busy])
    assert set(list_.rows.values()) == made
    assert not any(row.edit.isChecked() for row in list_.rows.values())
    for link, row in list_.rows.items():
        assert row.record_id == row.reason.record_id == link
    link, row = list(list_.rows.items())[3]
    row.reason.input.setFocus()
    row.reason.input.selectAll()
    qtbot.keyClicks(row.reason.input, "it carries the rest")
    qtbot.keyClick(row.reason.input, Qt.Key.Key_Return)
    texts = [workspace.plan.links[link].reason]
    texts += [one.text for one in workspace.plan.translations.values() if one.record == link]
    assert "it carries the rest" in texts
