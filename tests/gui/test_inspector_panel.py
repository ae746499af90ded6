"""The inspector beside a plan: what it shows of a selection, and what can be done there."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QPushButton

from strategy_planner.bundled import bundled
from strategy_planner.gui.inspector.field_editor import FieldEditor
from strategy_planner.gui.inspector.node_page import NodePage
from strategy_planner.gui.inspector.panel import InspectorPanel
from strategy_planner.gui.inspector.plan_page import PlanPage
from strategy_planner.gui.inspector.record_page import RecordPage
from strategy_planner.gui.inspector.several_page import SeveralPage
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import edits
from strategy_planner.model.fields import FIELDS
from strategy_planner.model.gate_templates import budget_gate


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


def shown(page):
    """The texts that can be read on a page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if not label.isHidden())


def button(page, name):
    """The button of that accessible name or text."""
    return next(
        found
        for found in page.findChildren(QPushButton)
        if name in {found.text(), found.accessibleName()} and not found.isHidden()
    )


def type_into(qtbot, line, text):
    line.setFocus()
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_an_item_shows_its_dates_its_problem_and_its_links(panel, workspace):
    workspace.select(["A-11"])
    page = panel.page
    assert isinstance(page, NodePage)
    assert page.number.text() == "A-011"
    assert page.kind.text() == "Action"
    assert page.track.text() == "Data platforms"
    assert {name: value.text() for name, value in page.dates.values.items()} == {
        "late_start": "1 Jan 2020",
        "early_start": "7 Dec 2020",
        "early_finish": "6 Dec 2028",
        "late_finish": "31 Dec 2027",
        "slack": "11 months short (341 days)",
    }
    assert "Needed by 31 Dec 2027" in page.banner.sentence.text()
    assert "Begins after “Overall design and standardisation" in shown(page.needs)
    assert "contributes to" in shown(page.needed_by)


def test_every_field_of_an_item_is_on_its_page_once(panel, workspace):
    workspace.select(["A-11"])
    for section in panel.page.sections.values():
        section.unfold()
    names = [
        editor.field.name
        for editor in panel.page.findChildren(FieldEditor)
        if editor.field.record == "node"
    ]
    assert sorted(names) == sorted(field.name for field in FIELDS["node"])


def test_the_page_follows_edits_and_undo(panel, workspace):
    workspace.select(["A-11"])
    page = panel.page
    workspace.do(edits.set_fields(workspace.plan, "node", "A-11", duration="80mo", kind="enabler"))
    assert page.dates.form.editors["duration"].input.text() == "80 months"
    assert page.kind.text() == "Enabler"
    assert "of slack" in page.dates.values["slack"].text()
    assert panel.page is page
    workspace.undo_stack.undo()
    assert page.dates.form.editors["duration"].input.text() == "96 months"
    assert "short" in page.dates.values["slack"].text()


def test_why_unfolds_the_two_chains_and_each_step_leads_to_its_item(qtbot, panel, workspace):
    workspace.select(["A-11"])
    block = panel.page.dates
    assert block.chains.isHidden()
    block.why.click()
    qtbot.waitUntil(lambda: "Why not later" in shown(block.chains))
    words = shown(block.chains)
    assert words.index("Why not earlier") < words.index("Why not later")
    assert "V-001" in [found.text() for found in block.chains.findChildren(QPushButton)]
    button(block.chains, "A-009").click()
    assert workspace.selection == ("A-09",)
    assert panel.page.number.text() == "A-009"


def test_a_link_is_added_edited_and_deleted(qtbot, panel, workspace):
    workspace.select(["A-11"])
    block = panel.page.needs
    before = set(block.list.rows)
    type_into(qtbot, block.line, "A-012")
    (new,) = set(block.list.rows) - before
    link = workspace.plan.links[new]
    assert (link.dependent, link.relation) == ("A-11", "requires")
    assert workspace.plan.nodes[link.prerequisite].number == "A-012"
    assert block.line.text() == ""
    row = block.list.rows[new]
    row.edit.click()
    type_into(qtbot, row.form.editors["lag"].input, "2 months")
    assert workspace.plan.links[new].lag == "2mo"
    assert "2 months later" in row.name.text()
    row.delete.click()
    assert new not in workspace.plan.links
    assert set(block.list.rows) == before
    workspace.undo_stack.undo()
    assert new in block.list.rows


def test_a_link_that_would_close_a_circle_is_refused_in_place(qtbot, panel, workspace):
    workspace.select(["A-09"])
    block = panel.page.needs
    type_into(qtbot, block.line, "A-011")
    assert "circle" in block.refusal.text()
    assert block.line.text() == "A-011"
    assert workspace.undo_stack.count() == 0


def test_what_needs_an_item_is_added_the_other_way_round(qtbot, panel, workspace):
    workspace.select(["A-09"])
    type_into(qtbot, panel.page.needed_by.line, "A-015")
    link = list(workspace.plan.links.values())[-1]
    assert link.prerequisite == "A-09"
    assert workspace.plan.nodes[link.dependent].number == "A-015"


@pytest.mark.parametrize("record", ["kpi", "measurement", "contribution", "register", "choice"])
def test_records_at_an_item_are_added_unfolded_and_deleted(panel, workspace, record):
    workspace.select(["A-11"])
    section = panel.page.sections[record]
    section.unfold()
    before = dict(workspace.plan.records(record))
    kpi = edits.add_record(workspace.plan, "kpi", node="A-11", name="Users")
    if record == "measurement":
        workspace.do(kpi)
    section.body.add.click()
    (new,) = set(workspace.plan.records(record)) - set(before)
    row = section.body.rows[new]
    assert row.form is not None
    elsewhere = {"needed"} if record == "choice" else set()  # it stands among the options
    assert set(row.form.editors) >= {field.name for field in FIELDS[record]} - elsewhere
    row.delete.click()
    assert dict(workspace.plan.records(record)) == before


def test_a_translation_is_begun_and_written(qtbot, panel, workspace):
    workspace.do(edits.set_translation(workspace.plan, "A-11", "short", "en", ""))
    workspace.select(["A-11"])
    section = panel.page.sections["translations"]
    section.unfold()
    combo = section.body.add
    place = combo.findText("Short title (English)")
    combo.activated.emit(place)
    editor = section.body.list.rows["A-11/short/en"].form.editors["text"]
    editor.input.selectAll()
    editor.input.insertPlainText("Health data")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert workspace.plan.translations["A-11/short/en"].text == "Health data"


def test_with_nothing_selected_the_plan_can_be_edited(panel, workspace):
    assert isinstance(panel.page, PlanPage)
    assert "Select an item" in shown(panel.page)
    for record in ("track", "organisation", "gate", "review", "pathway"):
        section = panel.page.sections[record]
        section.unfold()
        before = set(workspace.plan.records(record))
        section.body.add.click()
        (new,) = set(workspace.plan.records(record)) - before
        section.body.rows[new].delete.click()
        assert set(workspace.plan.records(record)) == before


def test_the_budget_request_is_offered_as_long_as_the_plan_has_none(panel, workspace, qtbot):
    section = panel.page.sections["gate"]
    section.unfold()
    gates = section.body
    there = budget_gate(workspace.plan)
    if there is not None:
        assert gates.budget.isHidden()
        workspace.do(edits.delete(workspace.plan, [there.id]))
    assert not gates.budget.isHidden()
    before = workspace.undo_stack.count()
    qtbot.keyClick(gates.budget, Qt.Key.Key_Space)
    made = budget_gate(workspace.plan)
    assert (made.on, made.leads) == (("08-31",), "7mo")
    assert gates.rows[made.id].form.isVisible()
    assert gates.budget.isHidden()
    assert workspace.undo_stack.count() == before + 1
    workspace.undo_stack.undo()
    assert not gates.budget.isHidden()


def test_a_pathway_is_followed_and_left(panel, workspace):
    section = panel.page.sections["pathway"]
    section.unfold()
    followed = [p.id for p in workspace.plan.pathways.values() if p.active]
    other = next(id_ for id_ in workspace.plan.pathways if id_ not in followed)
    section.body.rows[other].follow.click()
    assert [p.id for p in workspace.plan.pathways.values() if p.active] == [other]
    assert section.body.rows[other].said.text() == "Followed now"
    section.body.rows[other].follow.click()
    assert not any(p.active for p in workspace.plan.pathways.values())


def test_a_selected_link_shows_its_form(panel, workspace):
    link = next(iter(workspace.plan.links))
    workspace.select([link])
    assert isinstance(panel.page, RecordPage)
    assert set(panel.page.form.editors) == {field.name for field in FIELDS["link"]}
    panel.page.delete.click()
    assert link not in workspace.plan.links
    assert isinstance(panel.page, PlanPage)


def test_several_items_are_written_at_once(qtbot, panel, workspace):
    ids = ["A-11", "A-09"]
    workspace.select(ids)
    page = panel.page
    assert isinstance(page, SeveralPage)
    assert page.count.text() == "2 records are selected"
    assert page.editors["owner"].meaning.text() == (
        "The items differ: Ministry of Health, Labour and Welfare ×1, Cabinet Office ×1"
    )
    combo = page.editors["status"].input
    combo.setCurrentIndex(combo.findData("started"))
    combo.activated.emit(combo.currentIndex())
    assert [workspace.plan.nodes[id_].status for id_ in ids] == ["started", "started"]
    own = {id_: set(workspace.plan.nodes[id_].tags) for id_ in ids}
    shared = set.intersection(*own.values())
    line = page.editors["tags"].input
    line.selectAll()
    type_into(qtbot, line, "urgent")
    for id_ in ids:
        assert set(workspace.plan.nodes[id_].tags) == (own[id_] - shared) | {"urgent"}
    assert workspace.undo_stack.count() == 2


def test_the_panel_speaks_the_language_shown(panel, workspace):
    workspace.select(["A-11"])
    workspace.set_language("ja")
    page = panel.page
    assert page.kind.text() == "施策"
    assert page.title.editors["title"].input.toPlainText().startswith("健康医療関連データ基盤")
    assert page.dates.values["slack"].text() == "11か月不足（341日）"
    for section in page.sections.values():
        section.unfold()
    words = [editor.called.text() for editor in page.findChildren(FieldEditor)]
    assert not [text for text in words if text.isascii() and text != "KPI"]


def test_what_is_half_written_is_kept_for_its_item_when_another_is_selected(
    qtbot, panel, workspace
):
    workspace.select(["A-11"])
    line = panel.page.dates.form.editors["duration"].input
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, "7y")
    workspace.select(["A-09"])
    assert workspace.plan.nodes["A-11"].duration == "7y"
    assert panel.page.number.text() == "A-009"


def test_a_hidden_panel_catches_up_when_it_is_shown(panel, workspace):
    panel.hide()
    workspace.select(["A-11"])
    assert isinstance(panel.page, PlanPage)
    panel.show()
    assert isinstance(panel.page, NodePage)


def test_what_is_unfolded_stays_unfolded_for_the_next_item(panel, workspace):
    workspace.select(["A-11"])
    panel.page.sections["money"].unfold()
    workspace.select(["A-09"])
    assert panel.page.sections["money"].head.isChecked()
    assert not panel.page.sections["classes"].head.isChecked()


def test_another_plan_replaces_everything(panel, workspace, example):
    workspace.select(["A-11"])
    workspace.open(example.copy())
    assert isinstance(panel.page, PlanPage)


def test_a_deleted_item_leaves_the_plan_on_show(panel, workspace):
    workspace.select(["A-11"])
    workspace.do(edits.delete(workspace.plan, ["A-11"]))
    assert isinstance(panel.page, PlanPage)
    workspace.undo_stack.undo()
    workspace.select(["A-11"])
    assert panel.page.needs.list.rows


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("width", [260, 420])
def test_nothing_is_wider_than_the_panel(qtbot, panel, workspace, language, width):
    workspace.set_language(language)
    workspace.select(["A-11"])
    for section in panel.page.sections.values():
        section.unfold()
    panel.page.dates.why.click()
    panel.resize(width, 900)
    qtbot.waitUntil(lambda: panel.width() == width)
    assert panel.page.width() <= width


def test_the_chart_is_painted_in_the_colours_of_the_scheme(panel, workspace):
    workspace.select(["A-11"])
    chart = panel.page.dates.chart

    def colours():
        picture = QPixmap(chart.size())
        picture.fill(Qt.GlobalColor.transparent)
        chart.render(picture)
        image = picture.toImage()
        return {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }

    light = workspace.theme.colour("late").lower()
    assert light in colours()
    workspace.set_scheme("dark")
    assert workspace.theme.colour("late").lower() in colours()


def test_an_item_without_dates_tells_why(panel, workspace):
    workspace.do(edits.set_fields(workspace.plan, "node", "A-11", status="dropped"))
    workspace.select(["A-11"])
    block = panel.page.dates
    assert {value.text() for value in block.values.values()} == {"—"}
    assert "was dropped" in block.silence.text()
    assert block.chart.isHidden()


def test_the_date_of_a_review_is_the_status_date(panel, workspace):
    panel.page.sections["review"].unfold()
    panel.page.sections["review"].body.add.click()
    review = list(workspace.plan.reviews.values())[-1]
    assert review.date == dt.date(2019, 6, 7)


def test_tab_goes_through_the_page_as_it_is_read(qtbot, panel, workspace):
    workspace.select(["A-11"])
    panel.activateWindow()
    section = panel.page.sections["money"]
    section.unfold()
    panel.page.sections["people"].unfold()
    section.head.setFocus()
    qtbot.waitUntil(section.head.hasFocus)
    passed = []
    cells = section.body.editors["budget"].input.rows[0]
    panel._order_tabs()
    for _ in range(3):
        qtbot.keyClick(panel.focusWidget() or section.head, Qt.Key.Key_Tab)
        passed.append(panel.focusWidget())
    assert passed == [section.body.editors["cost"].input, *cells]


def test_writing_one_figure_of_a_row_keeps_the_place_in_the_next(qtbot, panel, workspace):
    workspace.select(["A-11"])
    panel.activateWindow()
    panel.page.sections["money"].unfold()
    year, amount = panel.page.sections["money"].body.editors["budget"].input.rows[0]
    year.setFocus()
    qtbot.waitUntil(year.hasFocus)
    year.selectAll()
    qtbot.keyClicks(year, "2020")
    panel._order_tabs()
    qtbot.keyClick(year, Qt.Key.Key_Tab)
    assert workspace.plan.nodes["A-11"].budget[0] == (2020, 3000)
    assert amount.hasFocus()
    qtbot.keyClicks(amount, "3500")
    qtbot.keyClick(amount, Qt.Key.Key_Return)
    assert workspace.plan.nodes["A-11"].budget[0] == (2020, 3500)


def test_larger_texts_reach_the_title(panel, workspace):
    workspace.select(["A-11"])
    title = panel.page.title.editors["title"].input
    assert title.font().pixelSize() == 14
    panel.set_text_scale(1.5)
    assert title.font().pixelSize() == 21


def test_a_title_wraps_within_its_field_at_every_width(qtbot, panel, workspace):
    workspace.set_language("ja")
    workspace.select(["A-11"])
    title = panel.page.title.editors["title"].input

    def fits():
        layout = title.document().firstBlock().layout()
        lines = [layout.lineAt(place) for place in range(layout.lineCount())]
        assert max(line.naturalTextWidth() for line in lines) <= title.viewport().width()
        bottom = title.blockBoundingGeometry(title.document().lastBlock()).bottom()
        assert bottom <= title.viewport().height()

    for width in (296, 262, 410, 285):
        panel.resize(width, 900)
        qtbot.waitUntil(lambda width=width: panel.width() == width)
        qtbot.waitUntil(fits)
