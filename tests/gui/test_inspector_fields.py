"""Every field of every kind of record is written by its own editor and read back."""

import datetime as dt

import msgspec
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QInputMethodEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from strategy_planner.gui.inspector.combos import AlternativeInput, RecordInput, WordInput
from strategy_planner.gui.inspector.form import RecordForm
from strategy_planner.gui.inspector.lines import TextInput
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.fields import FIELDS, field
from strategy_planner.model.plan import Plan

DAY = dt.date(2030, 12, 31)
RECORDS = (
    r.PlanSettings(
        language="en", status_date=dt.date(2020, 4, 1), reference_date=dt.date(2020, 4, 1)
    ),
    r.Track(id="T", name="Research"),
    r.Organisation(id="O", name="Ministry"),
    r.Gate(id="G", name="Budget", on=("08-31",)),
    r.Node(id="V", kind="vision", number="V-001", title="Vision", date="2035"),
    r.Node(id="A", kind="action", number="A-001", title="Study"),
    r.Node(id="B", kind="action", number="A-002", title="Trial"),
    r.Node(id="C", kind="action", number="A-003", title="Survey"),
    r.Choice(id="CH", node="V", name="Way"),
    r.Choice(id="CH2", node="V", name="Other"),
    r.Link(id="L", prerequisite="A", dependent="V", relation="requires"),
    r.Link(id="M", prerequisite="B", dependent="V", relation="requires", choice="CH", option="b"),
    r.Pathway(id="P", name="Main"),
    r.Kpi(id="K", node="V", name="Share"),
    r.Kpi(id="K2", node="V", name="Cases"),
    r.Measurement(id="MS", kpi="K"),
    r.Contribution(id="CT", node="A", kpi="K"),
    r.RegisterItem(id="R", kind="risk", title="Delay"),
    r.Baseline(id="BL", name="First"),
    r.Review(id="RV", title="Yearly"),
    r.Draft(id="DR", name="Faster"),
    r.Translation(record="A", field="title", language="ja", text="調査"),
)
IDS = {
    "settings": "settings", "track": "T", "organisation": "O", "gate": "G", "node": "A",
    "link": "L", "choice": "CH2", "pathway": "P", "kpi": "K", "measurement": "MS",
    "contribution": "CT", "register": "R", "baseline": "BL", "review": "RV", "draft": "DR",
    "translation": "A/title/ja",
}  # fmt: skip
BY_EDITOR = {
    "text": ("Words", "Words"),
    "long": ("Two\nlines", "Two\nlines"),
    "title": ("A new title", "A new title"),
    "day": ("31 Dec 2030", DAY),
    "duration": ("18 months", "18mo"),
    "lag": ("-3 months", "-3mo"),
    "date": ("by 2030", "by 2030"),
    "number": ("1,200", 1200),
    "share": ("80 %", 0.8),
    "integer": ("3", 3),
    "texts": ("one, two", ("one", "two")),
    "days": ("31 Dec 2030, 2031-01-15", (DAY, dt.date(2031, 1, 15))),
    "references": ("A-002", ("B",)),
    "alternative": (("CH", "b"), "CH"),
}
BY_NAME = {
    ("node", "number"): ("X-9", "X-9"),
    ("node", "parent"): ("A-002", "B"),
    ("node", "optimistic"): ("6か月", "6mo"),
    ("node", "budget"): (["2021", "3,000"], ((2021, 3000),)),
    ("node", "pin"): (["12.5", "-40"], (12.5, -40)),
    ("link", "prerequisite"): ("Survey", "C"),
    ("link", "dependent"): ("A-003", "C"),
    ("choice", "node"): ("A-001", "A"),
    ("choice", "needed"): ("1", 1),
    ("kpi", "node"): ("A-001", "A"),
    ("kpi", "baseline"): (["", "10"], (None, 10)),
    ("kpi", "target"): (["31 Dec 2030", "25.5"], (DAY, 25.5)),
    ("kpi", "waypoints"): (["2025-03-31", "15"], ((dt.date(2025, 3, 31), 15),)),
    ("contribution", "node"): ("A-002", "B"),
    ("gate", "on"): ("08-31, 12-20", ("08-31", "12-20")),
    ("settings", "holidays"): ("JP", "JP"),
    ("settings", "language"): ("ja", "ja"),
    ("settings", "rules_off"): (["no_owner", "Later"], (r.RuleOff("no_owner", "Later"),)),
    ("settings", "quick_ranges"): (
        "Action=-20%,+80%; *=0%,+50%",
        (r.QuickRange(kind="action", low=-0.2, high=0.8), r.QuickRange(low=0, high=0.5)),
    ),
    ("settings", "conventions"): ({"early_months": "4"}, {"early_months": 4}),
    ("pathway", "chosen"): (("CH", "b"), {"CH": ("b",)}),
}
EVERY = [(record, found.name) for record, fields in FIELDS.items() for found in fields]


@pytest.fixture
def workspace(qapp):
    made = Workspace(Plan.from_records(RECORDS))
    made.set_language("en")
    made.forms = []  # Qt's children die with a parent that nobody holds
    return made


def editor_of(qtbot, workspace, record, name):
    form = RecordForm(workspace, record, IDS[record], only=(name,))
    workspace.forms.append(form)
    qtbot.addWidget(form)
    form.show()
    return form.editors[name]


def write(qtbot, line, text):
    """Type a text over what is there, and decide."""
    line.setFocus()
    line.selectAll()
    if isinstance(line, TextInput):
        line.insertPlainText(text)
        qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        return
    line.insert(text) if text else qtbot.keyClick(line, Qt.Key.Key_Delete)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def pick(combo, value):
    """Choose an entry as a click on it does."""
    place = combo.findData(value)
    assert place >= 0
    combo.setCurrentIndex(place)
    combo.activated.emit(place)


def put(qtbot, editor, written):
    """Write a value as a planner would, by the kind of editor."""
    kind = editor.field.editor
    if isinstance(editor.input, WordInput):
        pick(editor.input, written)
    elif kind == "rows":
        editor.input.add.click()
        cells = editor.input.rows[-1]
        for cell, text in list(zip(cells, written, strict=True))[:-1]:
            cell.insert(text)
        write(qtbot, cells[-1], written[-1])
    elif kind == "conventions":
        for name, text in written.items():
            write(qtbot, editor.input.cells[name], text)
    elif kind == "options":
        editor.input.boxes[written].click()
    elif isinstance(editor.input, AlternativeInput):
        pick(editor.input._choice, written[0])
        write(qtbot, editor.input._option, written[1])
    else:
        write(qtbot, editor.input.line if kind == "references" else editor.input, written)


def example(found):
    """What is written into a field, and the value it means."""
    if (found.record, found.name) in BY_NAME:
        return BY_NAME[found.record, found.name]
    if found.words is not None:
        value = list(found.words)[-1]
        if (found.record, found.name) == ("pathway", "active"):
            value = True
        return value, value
    if found.editor == "reference":
        value = {"track": "T", "organisation": "O", "gate": "G", "choice": "CH2", "kpi": "K2",
                 "register": "R", "baseline": "BL"}[found.of]  # fmt: skip
        return value, value
    return BY_EDITOR[found.editor]


@pytest.mark.parametrize(("record", "name"), EVERY)
def test_every_field_is_written_read_back_and_undone(qtbot, workspace, record, name):
    editor = editor_of(qtbot, workspace, record, name)
    before = editor.record
    written, value = example(field(record, name))
    put(qtbot, editor, written)
    assert editor.refusal.text() == ""
    assert getattr(editor.record, name) == value
    assert workspace.undo_stack.count() == 1
    assert editor.input.accessibleName() == editor.called.text()
    assert not editor.input.is_dirty()
    workspace.undo_stack.undo()
    assert editor.record == before
    restored = editor.input.take() if name != "choice" else before.choice
    assert restored == getattr(before, name)


def test_the_tables_name_every_field_that_can_be_edited():
    frozen = {"id", "values", "changes", "option", "record", "field"}
    for record, kind in r.RECORD_TYPES.items():
        named = {found.name for found in FIELDS[record]}
        all_fields = {found.name for found in msgspec.structs.fields(kind)}
        left_out = frozen | ({"language"} if record == "translation" else set())
        assert all_fields - named <= left_out
        assert named <= all_fields


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("duration", "soonish", "no duration"),
        ("date", "when pigs fly", "cannot be read as a date"),
        ("not_after", "2030", "not one day"),
        ("progress", "300 %", "out of range"),
        ("cost", "a lot", "no number"),
        ("parent", "Nowhere", "Nothing in this plan"),
        ("number", "A-12345678901234567890", "1 to 16 characters"),
    ],
)
def test_what_is_refused_stays_as_typed_with_the_reason(qtbot, workspace, name, text, words):
    editor = editor_of(qtbot, workspace, "node", name)
    before = editor.record
    write(qtbot, editor.input, text)
    assert words in editor.refusal.text()
    assert editor.refusal.isVisible()
    assert editor.input.text() == text
    assert editor.record == before
    assert workspace.undo_stack.count() == 0
    editor.refresh()
    assert editor.input.text() == text
    qtbot.keyClick(editor.input, Qt.Key.Key_Escape)
    assert editor.refusal.text() == ""
    assert editor.input.text() != text


def test_an_emptied_title_is_refused(qtbot, workspace):
    editor = editor_of(qtbot, workspace, "node", "title")
    editor.input.selectAll()
    qtbot.keyClick(editor.input, Qt.Key.Key_Delete)
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert "cannot be left empty" in editor.refusal.text()
    assert workspace.plan.nodes["A"].title == "Study"


def test_leaving_a_field_decides(qtbot, workspace):
    form = RecordForm(workspace, "node", "A", only=("duration", "cost"))
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    line = form.editors["duration"].input
    line.setFocus()
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, "2y")
    qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert workspace.plan.nodes["A"].duration == "2y"
    assert line.text() == "2 years"
    assert QApplication.focusWidget() is form.editors["cost"].input


def test_a_date_tells_what_it_means_while_it_is_typed(qtbot, workspace):
    editor = editor_of(qtbot, workspace, "node", "date")
    qtbot.keyClicks(editor.input, "FY2030")
    assert "31 Mar 2031" in editor.meaning.text()
    assert workspace.plan.nodes["A"].date is None
    qtbot.keyClicks(editor.input, "xyz")
    assert "cannot be read" in editor.meaning.text()


@pytest.mark.parametrize("name", ["title", "short"])
def test_enter_while_text_is_composed_belongs_to_the_input_method(qtbot, workspace, name):
    editor = editor_of(qtbot, workspace, "node", name)
    editor.input.selectAll()
    QApplication.sendEvent(editor.input, QInputMethodEvent("けんきゅう", []))
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert workspace.undo_stack.count() == 0
    composed = QInputMethodEvent()
    composed.setCommitString("研究")
    QApplication.sendEvent(editor.input, composed)
    assert workspace.undo_stack.count() == 0
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert getattr(workspace.plan.nodes["A"], name) == "研究"


def test_a_title_is_written_in_the_language_that_is_shown(qtbot, workspace):
    workspace.set_language("ja")
    editor = editor_of(qtbot, workspace, "node", "title")
    assert editor.input.toPlainText() == "調査"
    editor.input.selectAll()
    editor.input.insertPlainText("試行")
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert workspace.plan.nodes["A"].title == "Study"
    assert workspace.plan.translations["A/title/ja"].text == "試行"


def test_figures_lists_and_durations_are_read_in_japanese(qtbot, workspace):
    workspace.set_language("ja")
    for name, text, value in (
        ("duration", "1年6か月", "18mo"),
        ("cost", "１，２００", 1200),
        ("target", "令和12年12月31日", DAY),
        ("tags", "例示、重点", ("例示", "重点")),
    ):
        editor = editor_of(qtbot, workspace, "node", name)
        write(qtbot, editor.input, text)
        assert getattr(workspace.plan.nodes["A"], name) == value


def test_a_name_that_fits_two_records_is_asked_about(qtbot, workspace):
    editor = editor_of(qtbot, workspace, "node", "parent")
    assert isinstance(editor.input, RecordInput)
    write(qtbot, editor.input, "A-00")
    assert "could be 3 records" in editor.refusal.text()


def test_the_wheel_changes_no_pick(qtbot, workspace):
    editor = editor_of(qtbot, workspace, "node", "status")
    editor.input.setFocus()
    here = QPointF(5, 5)
    turn = QWheelEvent(
        here, here, QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(editor.input, turn)
    assert editor.input.currentData() is None
    assert workspace.undo_stack.count() == 0


def test_taking_an_offered_name_decides(qtbot, workspace):
    editor = editor_of(qtbot, workspace, "node", "parent")
    editor.window().activateWindow()
    editor.input.setFocus()
    qtbot.waitUntil(editor.input.hasFocus)
    qtbot.keyClicks(editor.input, "tri")
    completer = editor.input.completer()
    assert [completer.currentCompletion(), completer.completionCount()] == ["A-002 Trial", 1]
    completer.activated.emit(completer.currentCompletion())
    qtbot.waitUntil(lambda: workspace.plan.nodes["A"].parent == "B", timeout=1000)
    assert editor.input.text() == "A-002 Trial"


def test_enter_in_an_untouched_field_changes_nothing(qtbot, workspace):
    tags = ("one, with a comma",)
    editor = editor_of(qtbot, workspace, "node", "tags")
    workspace.plan.apply(set_fields(workspace.plan, "node", "A", tags=tags))
    editor.refresh()
    qtbot.keyClick(editor.input, Qt.Key.Key_Return)
    assert workspace.plan.nodes["A"].tags == tags


def test_a_refused_date_is_told_once_and_only_until_it_is_written_anew(qtbot, workspace):
    editor = editor_of(qtbot, workspace, "node", "date")
    write(qtbot, editor.input, "when pigs fly")
    assert editor.refusal.isVisible()
    assert not editor.meaning.isVisible()
    editor.input.selectAll()
    qtbot.keyClicks(editor.input, "FY2030")
    assert not editor.refusal.isVisible()
    assert editor.meaning.isVisible()
