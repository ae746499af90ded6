"""The table by mouse and keys: written, filled, pasted, arranged, and everything taken back."""

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from strategy_planner.analysis.item_filter import EVERYTHING, ItemFilter
from strategy_planner.bundled import bundled
from strategy_planner.gui.files import questions
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.table.model import NEW
from strategy_planner.gui.table.view import TableView
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.table.arrangement import Arrangement, Group
from strategy_planner.model import edits
from strategy_planner.model.records import Node

EXAMPLE = bundled("sample_projects", "worked_example.json")
KEY, HELD = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def table(one_window: MainWindow, qtbot: QtBot) -> TableView:
    one_window.workspace.set_language("en")
    one_window.activateWindow()
    qtbot.waitUntil(one_window.isActiveWindow)
    one_window.workspace.open(read_plan_json(EXAMPLE.read_bytes()))
    one_window.workspace.set_filter(EVERYTHING)
    qtbot.keyClick(one_window, KEY.Key_3, HELD.ControlModifier)
    view = one_window.table
    view.show_list("node")
    view.arrange(Arrangement())
    view.grid.horizontalScrollBar().setValue(0)
    view.setFocus()
    assert view.isVisible()
    return view


def node(table: TableView, number: str) -> Node:
    nodes = table.workspace.plan.nodes.values()
    return next(one for one in nodes if one.number == number)


def stand_on(table: TableView, number: str, key: str) -> None:
    column = [one.key for one in table.model.columns].index(key)
    table.grid.stand_on(table.model.row_of(node(table, number).id), column)


def select_to(table: TableView, down: int, right: int, qtbot: QtBot) -> None:
    for _ in range(down):
        qtbot.keyClick(table.grid, KEY.Key_Down, HELD.ShiftModifier)
    for _ in range(right):
        qtbot.keyClick(table.grid, KEY.Key_Right, HELD.ShiftModifier)


def editor(table: TableView) -> QWidget:
    found = table._editing.editor
    assert found is not None
    return found


def typed(table: TableView, qtbot: QtBot, text: str) -> QWidget:
    """The editor that typing on the grid has opened; the rest goes where the focus now is."""
    qtbot.keyClicks(table.grid, text[0])
    line = editor(table)
    qtbot.keyClicks(line, text[1:])
    return line


def press(
    table: TableView, qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier | None = None
) -> None:
    qtbot.keyClick(table.grid, key, held or HELD.NoModifier)


def paste(table: TableView, qtbot: QtBot, text: str, *, as_list: bool = False) -> None:
    QApplication.clipboard().setText(text)
    shift = HELD.ShiftModifier if as_list else HELD.NoModifier
    press(table, qtbot, KEY.Key_V, HELD.ControlModifier | shift)


# Writing


def test_typing_writes_and_enter_goes_down_through_a_typed_editor(
    table: TableView, qtbot: QtBot
) -> None:
    stand_on(table, "A-009", "duration")
    before = node(table, "A-009").duration
    row = table.grid.currentIndex().row()
    line = typed(table, qtbot, "2 years")
    assert isinstance(line, QLineEdit)
    assert line.text() == "2 years"
    qtbot.keyClick(line, KEY.Key_Return)
    assert node(table, "A-009").duration == "2y"
    assert table.grid.currentIndex().row() == row + 1
    assert table._editing.editor is None
    table.workspace.undo_stack.undo()
    assert node(table, "A-009").duration == before


def test_f2_tab_and_a_text_with_lines(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "title")
    press(table, qtbot, KEY.Key_F2)
    text = editor(table)
    assert isinstance(text, QPlainTextEdit)
    assert text.toPlainText() == table.model.text(table.grid.currentIndex().row(), 0)
    qtbot.keyClicks(text, "Another title")
    qtbot.keyClick(text, KEY.Key_Tab)
    assert table.grid.currentIndex().column() == 1
    assert "Another title" in table.model.text(table.grid.currentIndex().row(), 0)
    table.arrange(replace(table.arrangement, columns=("description", "kind")))
    stand_on(table, "A-009", "description")
    press(table, qtbot, KEY.Key_F2)
    qtbot.keyClicks(editor(table), "one")
    qtbot.keyClick(editor(table), KEY.Key_Return, HELD.AltModifier)
    qtbot.keyClicks(editor(table), "two")
    qtbot.keyClick(editor(table), KEY.Key_Return)
    assert table.model.text(table.model.row_of(node(table, "A-009").id), 1) == "one\ntwo"


def test_what_cannot_be_read_stays_open_with_the_reason(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "duration")
    count = table.workspace.undo_stack.count()
    qtbot.keyClick(typed(table, qtbot, "soon"), KEY.Key_Return)
    line = editor(table)
    assert table.grid.bubble.isVisible()
    assert "soon" in line.text()
    assert table.grid.bubble.text() == line.accessibleDescription() != ""
    assert table.workspace.undo_stack.count() == count
    qtbot.keyClick(line, KEY.Key_Escape)
    assert table._editing.editor is None
    assert not table.grid.bubble.isVisible()


def test_a_date_tells_its_meaning_while_it_is_typed(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "date")
    press(table, qtbot, KEY.Key_F2)
    qtbot.keyClicks(editor(table), "FY2021")
    assert table.grid.bubble.isVisible()
    assert "2022" in table.grid.bubble.text()
    qtbot.keyClick(editor(table), KEY.Key_Return)
    assert node(table, "A-009").date == "FY2021"


def test_words_are_picked_by_their_letters(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "status")
    qtbot.keyClicks(table.grid, "d")
    box = editor(table)
    assert isinstance(box, QComboBox)
    assert box.currentText() == "Done"
    qtbot.keyClick(box, KEY.Key_Tab)
    assert node(table, "A-009").status == "done"


def test_composed_text_opens_the_editor_and_keeps_enter(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "date")
    QApplication.sendEvent(table.grid, QInputMethodEvent("れいわ", []))
    line = editor(table)
    qtbot.keyClick(line, KEY.Key_Return)
    assert table._editing.editor is line
    done = QInputMethodEvent("", [])
    done.setCommitString("令和3年")
    QApplication.sendEvent(line, done)
    qtbot.keyClick(line, KEY.Key_Return)
    assert node(table, "A-009").date == "令和3年"


def test_computed_cells_are_read_only_and_answer_at_once(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-011", "slack")
    press(table, qtbot, KEY.Key_F2)
    qtbot.keyClicks(table.grid, "5")
    assert table._editing.editor is None
    row, column = table.grid.currentIndex().row(), table.grid.currentIndex().column()
    assert table.model.text(row, column) == "11 months short"
    id_ = node(table, "A-011").id
    shorter = {"optimistic": None, "duration": "1mo", "pessimistic": None}
    table.workspace.do(edits.set_fields(table.workspace.plan, "node", id_, **shorter))
    assert "short" not in table.model.text(row, column)


# Many cells


def test_fill_down_clear_and_copy(table: TableView, qtbot: QtBot) -> None:
    table.arrange(replace(table.arrangement, only={"kind": frozenset({"Action"})}))
    table.grid.stand_on(0, 2)
    ids = [table.model.id_at(row) for row in range(3)]
    first = table.workspace.plan.nodes[str(ids[0])].status
    select_to(table, 2, 0, qtbot)
    press(table, qtbot, KEY.Key_D, HELD.ControlModifier)
    nodes = table.workspace.plan.nodes
    assert [nodes[str(id_)].status for id_ in ids] == [first] * 3
    press(table, qtbot, KEY.Key_Delete)
    assert [nodes[str(id_)].status for id_ in ids] == [None] * 3
    table.workspace.undo_stack.undo()
    table.workspace.undo_stack.undo()
    assert table.workspace.undo_stack.index() == 0
    table.grid.stand_on(0, 0)
    select_to(table, 1, 1, qtbot)
    press(table, qtbot, KEY.Key_C, HELD.ControlModifier)
    rows = [line.split("\t") for line in QApplication.clipboard().text().split("\n")]
    assert rows == [[table.model.text(row, column) for column in (0, 1)] for row in (0, 1)]


def test_a_block_from_a_spreadsheet_goes_in_as_one_step_and_makes_rows_beyond_the_end(
    table: TableView, qtbot: QtBot
) -> None:
    plan = table.workspace.plan
    count = len(plan.nodes)
    last = table.model.rowCount() - 2
    table.grid.stand_on(last, 0)
    paste(
        table,
        qtbot,
        'Last\tState to reach\tPlanned\r\nNew one\tAction\t\r\n"two\nlines"\tAction\tDone\r\n',
    )
    assert len(plan.nodes) == count + 2
    new = list(plan.nodes.values())[-2:]
    assert [one.title for one in new] == ["New one", "two lines"]
    assert [one.status for one in new] == [None, "done"]
    assert len({one.number for one in plan.nodes.values()}) == count + 2
    assert plan.nodes[str(table.model.id_at(last))].kind == "state"
    table.workspace.undo_stack.undo()
    assert len(plan.nodes) == count
    assert table.workspace.undo_stack.index() == 0


def test_a_block_is_refused_as_a_whole_with_row_and_column(
    table: TableView, qtbot: QtBot, one_window: MainWindow
) -> None:
    stand_on(table, "A-009", "date")
    before = node(table, "A-009").date
    paste(table, qtbot, "FY2020\t3 months\nFY2021\tlater")
    assert table.workspace.undo_stack.index() == 0
    assert node(table, "A-009").date == before
    words = one_window.notice.words.text()
    assert "Row 2" in words
    assert "Duration" in words
    paste(table, qtbot, "FY2020\t99999 months")
    assert "Row 1" in one_window.notice.words.text()
    stand_on(table, "A-011", "early_start")
    paste(table, qtbot, "2020-01-01")
    assert "follow from the plan" in one_window.notice.words.text()


def test_one_copied_cell_fills_the_selection(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "status")
    row = table.grid.currentIndex().row()
    select_to(table, 2, 0, qtbot)
    paste(table, qtbot, "done")
    ids = [str(table.model.id_at(place)) for place in range(row, row + 3)]
    assert {table.workspace.plan.nodes[id_].status for id_ in ids} == {"done"}


def test_a_list_becomes_an_outline_of_items(
    table: TableView, qtbot: QtBot, one_window: MainWindow
) -> None:
    plan = table.workspace.plan
    count = len(plan.nodes)
    table.grid.stand_on(table.model.rowCount() - 1, 0)
    assert table.model.id_at(table.grid.currentIndex().row()) == NEW
    paste(table, qtbot, "人材の育成\n　・研修\n　・留学\n　　① 米国\n制度の見直し\n")
    made = list(plan.nodes.values())[count:]
    assert [one.title for one in made] == ["人材の育成", "研修", "留学", "米国", "制度の見直し"]
    above = {one.id: one.title for one in made}
    assert [above.get(one.parent or "") for one in made] == [
        None, "人材の育成", "人材の育成", "留学", None,
    ]  # fmt: skip
    assert "5 items" in one_window.notice.words.text()
    table.workspace.undo_stack.undo()
    assert len(plan.nodes) == count


def test_rows_are_added_and_deleted(table: TableView, qtbot: QtBot) -> None:
    plan = table.workspace.plan
    count = len(plan.nodes)
    stand_on(table, "A-009", "title")
    press(table, qtbot, KEY.Key_Insert)
    qtbot.keyClicks(editor(table), "Beside it")
    qtbot.keyClick(editor(table), KEY.Key_Return)
    new = list(plan.nodes.values())[-1]
    assert (new.title, new.kind, new.track) == ("Beside it", "action", node(table, "A-009").track)
    table.grid.stand_on(table.model.row_of(new.id), 0)
    press(table, qtbot, KEY.Key_Delete, HELD.ControlModifier)
    assert len(plan.nodes) == count
    table.workspace.undo_stack.undo()
    assert len(plan.nodes) == count + 1


def test_the_empty_row_begins_a_record_once_it_says_enough(table: TableView, qtbot: QtBot) -> None:
    table.show_list("link")
    plan = table.workspace.plan
    count = len(plan.links)
    table.grid.stand_on(table.model.rowCount() - 1, 1)
    for number in ("A-009", "A-028"):
        qtbot.keyClick(typed(table, qtbot, number), KEY.Key_Tab)
    assert len(plan.links) == count + 1
    link = list(plan.links.values())[-1]
    assert (link.prerequisite, link.dependent) == (
        node(table, "A-009").id, node(table, "A-028").id,
    )  # fmt: skip
    assert (link.relation, link.basis) == ("requires", "planner")
    assert not table.model.draft


# Arranging


def test_a_click_on_a_head_sorts_and_an_edit_moves_no_row(table: TableView, qtbot: QtBot) -> None:
    keys = [one.key for one in table.model.columns]
    head, column = table.grid.head, keys.index("duration")
    table.grid.scrollTo(table.model.index(0, column))
    x = head.sectionViewportPosition(column) + 10
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
    assert table.arrangement.sort == (("duration", False),)
    order = list(table.model.rows)
    id_ = str(order[0])
    table.workspace.do(edits.set_fields(table.workspace.plan, "node", id_, duration="30y"))
    assert table.model.rows == order
    qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(x, 8))
    assert table.arrangement.sort == (("duration", True),)
    assert table.model.rows[0] == id_


def test_groups_fold_by_key_and_are_stepped_over(table: TableView, qtbot: QtBot) -> None:
    table.ribbon.groups.setCurrentIndex(table.ribbon.groups.findData("track"))
    table.ribbon.groups.activated.emit(table.ribbon.groups.currentIndex())
    heading = table.model.rows[0]
    assert isinstance(heading, Group)
    whole = table.model.rowCount()
    table.grid.stand_on(0, 0)
    press(table, qtbot, KEY.Key_Return)
    assert table.model.rowCount() == whole - heading.count
    press(table, qtbot, KEY.Key_Space)
    assert table.model.rowCount() == whole
    table.grid.stand_on(heading.count, 1)
    press(table, qtbot, KEY.Key_Return)
    assert table.grid.currentIndex().row() == heading.count + 2


def test_filters_by_text_and_by_value_and_the_way_back(table: TableView, qtbot: QtBot) -> None:
    qtbot.keyClicks(table.ribbon.filter, "a-011")
    qtbot.waitUntil(lambda: table.model.count == 1)
    qtbot.keyClick(table.ribbon.filter, KEY.Key_Escape)
    qtbot.waitUntil(lambda: table.model.count == len(table.workspace.plan.nodes))
    popup = table.arranger.filter_by_value(table.model.columns[1])
    popup.none.click()
    assert table.model.count == 0
    assert table.empty.isVisible()
    popup.list.item(0).setCheckState(Qt.CheckState.Checked)
    assert table.model.count == 1
    popup.close()
    popup = table.arranger.filter_by_value(table.model.columns[1])
    popup.none.click()
    popup.close()
    qtbot.mouseClick(table.empty.clear, Qt.MouseButton.LeftButton)
    assert table.model.count == len(table.workspace.plan.nodes)
    assert not table.empty.isVisible()


def test_columns_are_chosen_moved_and_remembered(table: TableView, one_window: MainWindow) -> None:
    table.arranger.with_column("hide", table.model.columns[1])
    table.arranger.with_column("switch cost", table.model.columns[1])
    table.arranger.with_column("left", table.model.columns[-1])
    keys = [one.key for one in table.model.columns]
    assert keys[0] == "title"
    assert keys[-2] == "cost"
    assert "kind" not in keys
    table.grid.head.moveSection(2, 1)
    QApplication.processEvents()
    moved = [one.key for one in table.model.columns]
    assert moved[1:3] == [keys[2], keys[1]]
    other = TableView(one_window.workspace, Preferences())
    assert [one.key for one in other.model.columns] == moved
    other.deleteLater()


# Together with the rest


def test_selection_is_shared_both_ways(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "kind")
    assert table.workspace.selection == (node(table, "A-009").id,)
    select_to(table, 1, 0, qtbot)
    assert len(table.workspace.selection) == 2
    table.workspace.select([node(table, "A-011").id])
    assert table.model.id_at(table.grid.currentIndex().row()) == node(table, "A-011").id
    assert table.grid.currentIndex().column() == 1


def test_the_names_stay_while_the_rest_is_scrolled(table: TableView, qtbot: QtBot) -> None:
    press(table, qtbot, KEY.Key_End)
    bar = table.grid.horizontalScrollBar()
    assert bar.value() == bar.maximum() > 0
    assert table.grid.names.isVisible()
    place = QPoint(40, table.grid.head.height() + table.grid.rowHeight(0) * 2 + 5)
    qtbot.mouseClick(table.grid.names, Qt.MouseButton.LeftButton, pos=place)
    assert (table.grid.currentIndex().row(), table.grid.currentIndex().column()) == (2, 0)
    assert bar.value() == bar.maximum()
    press(table, qtbot, KEY.Key_F2)
    assert bar.value() == 0
    assert not table.grid.names.isVisible()
    qtbot.keyClick(editor(table), KEY.Key_Escape)


def test_a_hidden_table_computes_nothing_and_catches_up(
    table: TableView, one_window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    one_window.show_view("map")
    asked: list[str] = []
    monkeypatch.setattr(table.model, "follow", lambda _: asked.append("follow"))
    change_set = edits.add_node(table.workspace.plan, "action", "Made elsewhere")
    table.workspace.do(change_set)
    assert asked == []
    one_window.show_view("table")
    assert table.model.row_of(change_set.changes[0].id) >= 0


def test_cells_are_spoken_as_sentences_and_every_list_can_be_shown(table: TableView) -> None:
    stand_on(table, "A-011", "slack")
    spoken = table.grid.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("A-011")
    assert spoken.endswith("Slack: 11 months short")
    for place in range(table.ribbon.lists.count()):
        record = table.ribbon.lists.itemData(place)
        table.show_list(record)
        assert table.model.count == len(table.workspace.plan.records(record))
        table.grid.viewport().repaint()
    table.show_list("node")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_largest_text_leaves_the_ribbon_its_room(
    table: TableView, one_window: MainWindow, language: str
) -> None:
    one_window.workspace.set_language(language)
    one_window.deeds.set_text_size(200)
    QApplication.processEvents()
    for part in (table.ribbon.columns, table.ribbon.add, table.ribbon.groups, table.ribbon.lists):
        assert part.width() >= part.minimumSizeHint().width()
        assert table.ribbon.rect().contains(part.mapTo(table.ribbon, part.rect().bottomRight()))
    one_window.deeds.set_text_size(100)
    one_window.workspace.set_language("en")


def test_a_new_row_that_is_given_up_at_once_was_not_meant(table: TableView, qtbot: QtBot) -> None:
    for record in ("node", "kpi"):
        table.show_list(record)
        count = len(table.workspace.plan.records(record))
        press(table, qtbot, KEY.Key_Insert)
        assert len(table.workspace.plan.records(record)) == count + 1
        qtbot.keyClick(editor(table), KEY.Key_Escape)
        assert len(table.workspace.plan.records(record)) == count
    table.show_list("node")


def test_an_editor_goes_with_its_row(table: TableView, qtbot: QtBot) -> None:
    stand_on(table, "A-009", "date")
    press(table, qtbot, KEY.Key_F2)
    assert table._editing.editor is not None
    id_ = node(table, "A-009").id
    table.workspace.do(edits.delete(table.workspace.plan, [id_]))
    assert table._editing.editor is None
    assert table.model.row_of(id_) == -1


def test_the_table_is_exported_as_it_stands(
    table: TableView,
    one_window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    target = tmp_path / "items.csv"
    monkeypatch.setattr(questions, "file_to_write", lambda *_: target)
    table.arrange(replace(table.arrangement, text="A-011", columns=("owner", "slack")))
    with qtbot.waitSignal(one_window.document.exported):
        one_window.actions_.by_id["export_table"].trigger()
    rows = list(csv.reader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline="")))
    assert rows[0] == ["Number", "Title", "Owner", "Slack"]
    assert [row[0] for row in rows[1:]] == ["A-011"]
    assert rows[1][3] == "11 months short"


def test_the_filter_of_the_window_holds_for_items_and_is_taken_off(
    table: TableView, qtbot: QtBot
) -> None:
    workspace = table.workspace
    visions = sum(one.kind == "vision" for one in workspace.plan.nodes.values())
    workspace.set_filter(ItemFilter(kinds=frozenset({"vision"})))
    assert table.model.count == visions
    row = table.model.id_at(0)
    workspace.do(edits.set_fields(workspace.plan, "node", str(row), kind="state"))
    assert table.model.id_at(0) == row
    table.show_list("link")
    assert table.model.count == len(workspace.plan.links)
    table.show_list("node")
    assert table.model.count == visions - 1
    workspace.set_filter(ItemFilter(kinds=frozenset({"vision"}), owners=frozenset({"nobody"})))
    qtbot.mouseClick(table.empty.clear, Qt.MouseButton.LeftButton)
    assert table.model.count == len(workspace.plan.nodes)
