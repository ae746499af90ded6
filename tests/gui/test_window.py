"""The window as a planner uses it, by keyboard and mouse."""

import datetime as dt
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.files import questions
from strategy_planner.gui.files.document import read_project
from strategy_planner.gui.pack.wish import Wish
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits

EXAMPLE = bundled("sample_projects", "worked_example.splan")


@pytest.fixture
def window(new_window: MainWindow) -> MainWindow:
    return new_window


@pytest.fixture
def example(window: MainWindow, qtbot: QtBot) -> MainWindow:
    with qtbot.waitSignal(window.document.renamed, timeout=10_000):
        window.document.open_copy(EXAMPLE)
    return window


def editor_in(widget: QWidget) -> QLineEdit:
    found = [line for line in widget.findChildren(QLineEdit) if line.isVisible()]
    assert len(found) == 1
    return found[0]


def number_of(window: MainWindow, number: str) -> str:
    return next(node.id for node in window.workspace.plan.nodes.values() if node.number == number)


def test_a_plan_from_nothing_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    window.filing.begin("Everybody has clean air", "2035")
    plan = window.workspace.plan
    vision = next(iter(plan.nodes))
    assert str(window.workspace.schedule.targets[vision].target) == "2035-12-31"
    tree = window.outline.tree
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: bool(tree.findChildren(QLineEdit)))
    qtbot.keyClicks(editor_in(tree), "Cars run without exhaust")
    qtbot.keyClick(editor_in(tree), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: plan.nodes[list(plan.nodes)[-1]].title == "Cars run without exhaust")
    assert len(plan.nodes) == 2
    link = next(iter(plan.links.values()))
    assert (link.dependent, link.relation) == (vision, "requires")
    assert plan.nodes[link.prerequisite].kind == "state"
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert list(plan.nodes) == [vision]


def test_a_vision_without_a_single_action_saves_draws_and_prints(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    window.filing.begin("空気がきれいである", "")
    for view in ("map", "roadmap"):
        window.show_view(view)
        assert not window.grab().isNull()
    with qtbot.waitSignal(window.document.saved, timeout=10_000):
        window.document.save(tmp_path / "plan.splan")
    with qtbot.waitSignal(window.document.exported, timeout=20_000):
        window.document.export_briefing(tmp_path / "pack.pdf", Wish())
    assert (tmp_path / "pack.pdf").read_bytes().startswith(b"%PDF-")


def test_while_text_is_composed_every_key_belongs_to_the_input_method(
    example: MainWindow, qtbot: QtBot
) -> None:
    example.workspace.set_language("ja")
    node_id = number_of(example, "A-011")
    example.workspace.select([node_id])
    before = example.workspace.plan.nodes[node_id].title
    example.outline.edit(node_id)
    tree = example.outline.tree
    qtbot.waitUntil(lambda: bool(tree.findChildren(QLineEdit)))
    editor = editor_in(tree)
    editor.clear()
    QApplication.sendEvent(editor, QInputMethodEvent("きばん", []))
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape):
        qtbot.keyClick(editor, key)
    assert editor.isVisible()
    assert example.workspace.plan.nodes[node_id].title == before
    assert len(example.workspace.plan.nodes) == 81
    decided = QInputMethodEvent()
    decided.setCommitString("基盤")
    QApplication.sendEvent(editor, decided)
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: example.workspace.plan.nodes[node_id].title == "基盤")


def test_selecting_anywhere_selects_everywhere(example: MainWindow, qtbot: QtBot) -> None:
    row = example.problems.model.index(0, 0)
    rect = example.problems.list.visualRect(row)
    qtbot.mouseClick(example.problems.list.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
    chosen = example.workspace.selection[0]
    assert chosen == example.problems.model.item_of(row)
    current = example.outline.tree.currentIndex()
    assert example.outline.model.id_at(current) == chosen
    qtbot.keyClick(example.outline.tree, Qt.Key.Key_Down)
    assert example.workspace.selection[0] != chosen


def test_the_outline_speaks_what_the_pictures_show(example: MainWindow) -> None:
    model = example.outline.model
    index = model.index_of(number_of(example, "A-011"))
    spoken = str(index.data(Qt.ItemDataRole.AccessibleTextRole))
    for word in ("A-011", "Earliest", "Latest", "Late by", "Needs: A-009"):
        assert word in spoken


def test_outline_rows_follow_edits_without_a_reset(example: MainWindow, qtbot: QtBot) -> None:
    workspace, model = example.workspace, example.outline.model
    child = number_of(example, "A-011")
    parent = workspace.plan.nodes[child].parent
    assert parent is not None
    with qtbot.assertNotEmitted(model.modelReset):
        workspace.do(edits.delete(workspace.plan, [parent]))
        assert not model.index_of(parent).isValid()
        assert model.id_at(model.parent(model.index_of(child))) == "V-1"
        workspace.undo_stack.undo()
        assert model.id_at(model.parent(model.index_of(child))) == parent
        workspace.do(edits.move_in_outline(workspace.plan, child, None, before="V-1"))
        assert not model.parent(model.index_of(child)).isValid()
    for node_id in workspace.plan.nodes:
        assert model.id_at(model.index_of(node_id)) == node_id


def test_a_refused_edit_is_told_at_the_foot_and_changes_nothing(example: MainWindow) -> None:
    workspace = example.workspace
    chain = workspace.schedule.critical_chain
    assert not workspace.do(edits.connect(workspace.plan, chain[-1], chain[0]))
    assert example.notice.isVisible()
    assert "circle" in example.notice.words.text()
    assert not example.document.is_modified


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_language_changes_without_a_restart(example: MainWindow, language: str) -> None:
    example.workspace.set_language("en" if language == "ja" else "ja")
    example.workspace.set_language(language)
    words = [action.text() for action in example.actions_.by_id.values()]
    words += [example.status.state.text(), example.status.counts.text()]
    words += [example.problems.heading.text(), example.outline.heading.name.text()]
    japanese = [word for word in words if any("\u3040" <= c <= "\u9fff" for c in word)]
    if language == "ja":
        assert len(japanese) > len(words) * 0.9
    else:
        assert [word for word in japanese if "English" not in word] == []


def test_undo_names_what_it_takes_back(example: MainWindow) -> None:
    workspace = example.workspace
    workspace.do(edits.set_fields(workspace.plan, "node", "V-1", short="x"))
    assert "V-001" in example.actions_.by_id["undo"].text()
    workspace.undo_stack.undo()
    assert not example.actions_.by_id["undo"].isEnabled()
    assert "V-001" in example.actions_.by_id["redo"].text()


def test_following_another_pathway_answers_at_once(example: MainWindow) -> None:
    workspace = example.workspace
    assert not workspace.schedule.feasible
    combo = example.toolbar.pathways
    other = next(
        row for row in range(combo.count())
        if combo.itemData(row) and not workspace.plan.pathways[combo.itemData(row)].active
    )  # fmt: skip
    before = workspace.schedule.items
    combo.setCurrentIndex(other)
    combo.activated.emit(other)
    assert workspace.plan.pathways[combo.itemData(other)].active
    assert workspace.schedule.items != before
    workspace.undo_stack.undo()
    assert workspace.schedule.items == before


def test_save_reopen_and_save_only_when_there_is_something(
    example: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "plan.splan"
    example.workspace.do(edits.set_fields(example.workspace.plan, "node", "V-1", short="短い題名"))
    assert example.isWindowModified()
    with qtbot.waitSignal(example.document.saved, timeout=10_000):
        example.document.save(file)
    assert not example.isWindowModified()
    assert file.name in example.windowTitle()
    with qtbot.waitSignal(example.document.renamed, timeout=10_000):
        example.document.open(file)
    assert example.workspace.plan.nodes["V-1"].short == "短い題名"
    assert not example.document.is_modified


def test_a_file_changed_underneath_is_never_replaced(
    example: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "plan.splan"
    with qtbot.waitSignal(example.document.saved, timeout=10_000):
        example.document.save(file)
    theirs = EXAMPLE.read_bytes()
    file.write_bytes(theirs)
    asked: list[str] = []

    def answer(_workspace: Workspace, _parent: QWidget, sentence: str) -> bool:
        asked.append(sentence)
        return False

    monkeypatch.setattr(questions, "ask_to_save_elsewhere", answer)
    example.workspace.do(edits.set_fields(example.workspace.plan, "node", "V-1", short="x"))
    with qtbot.waitSignal(example.document.failed, timeout=10_000):
        example.document.save()
    assert len(asked) == 1
    assert file.name in asked[0]
    assert file.read_bytes() == theirs
    assert example.document.is_modified


def test_what_is_no_project_leaves_the_plan_on_screen(
    example: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell", lambda *words: told.append(str(words[-1])))
    file = tmp_path / "letter.splan"
    file.write_text("Dear colleague,", encoding="utf-8")
    with qtbot.waitSignal(example.document.failed, timeout=10_000):
        example.document.open(file)
    assert len(told) == 1
    assert "letter.splan" in told[0]
    assert len(example.workspace.plan.nodes) == 81


@pytest.mark.parametrize("answer", ["save", "discard", "stay"])
def test_unsaved_changes_are_asked_about(
    example: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
) -> None:
    file = tmp_path / "plan.splan"
    monkeypatch.setattr(questions, "ask_to_save", lambda *_: answer)
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(file), ""))
    )
    example.workspace.do(edits.set_fields(example.workspace.plan, "node", "V-1", short="x"))
    example.close()
    if answer == "save":
        qtbot.waitUntil(lambda: not example.isVisible(), timeout=10_000)
        assert file.exists()
    elif answer == "discard":
        assert not example.isVisible()
        assert not file.exists()
    else:
        assert example.isVisible()
        assert not file.exists()


def test_the_question_about_unsaved_changes_has_verbs(
    example: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    example.workspace.set_language("ja")
    seen: list[str] = []

    def look(box: QMessageBox) -> int:
        seen.extend(button.text() for button in box.buttons())
        return 0

    monkeypatch.setattr(QMessageBox, "exec", look)
    assert questions.ask_to_save(example.workspace, example, "計画") == "stay"
    assert set(seen) == {"保存する", "保存しない", "戻る"}


def test_the_briefing_pack_is_exported_from_the_window(
    example: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "pack.pdf"
    with qtbot.waitSignal(example.document.exported, timeout=30_000):
        example.document.export_briefing(file, Wish(language="en"))
    assert file.read_bytes().startswith(b"%PDF-")
    assert "pack.pdf" in example.notice.words.text()


def test_text_grows_to_twice_its_size(example: MainWindow) -> None:
    before = example.outline.tree.visualRect(example.outline.model.index(0, 0)).height()
    example.deeds.set_text_size(200)
    after = example.outline.tree.visualRect(example.outline.model.index(0, 0)).height()
    assert after >= 1.9 * before
    assert example.preferences.text_percent == 200
    example.deeds.set_text_size(100)


def test_every_control_has_a_name_and_a_place_in_the_tab_order(example: MainWindow) -> None:
    from PySide6.QtGui import QAccessible
    from PySide6.QtWidgets import QAbstractButton, QAbstractItemView, QComboBox

    nameless = []
    for widget in example.findChildren(QWidget):
        if not widget.isVisible() or widget.focusPolicy() == Qt.FocusPolicy.NoFocus:
            continue
        if not isinstance(widget, QAbstractButton | QAbstractItemView | QComboBox | QLineEdit):
            continue
        if widget.objectName().startswith("qt_"):
            continue
        interface = QAccessible.queryAccessibleInterface(widget)
        if not interface.text(QAccessible.Text.Name):
            nameless.append(widget)
    assert nameless == []


def test_dropping_rows_reorders_the_outline(example: MainWindow) -> None:
    model = example.outline.model
    node_id = number_of(example, "A-011")
    index = model.index_of(node_id)
    data = model.mimeData([index])
    under = model.index_of(number_of(example, "G-001"))
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, -1, under)
    assert example.workspace.plan.nodes[node_id].parent == number_of(example, "G-001")


def test_the_roadmap_and_the_map_are_one_key_away(example: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(example, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert example.views.currentWidget() is example.roadmap
    qtbot.keyClick(example, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert example.views.currentWidget() is example.map


def test_the_status_bar_says_what_the_plans_state_is(example: MainWindow) -> None:
    assert "11 months too late" in example.status.state.text()
    example.workspace.set_language("ja")
    assert "11か月" in example.status.state.text()
    assert str(dt.date(2019, 6, 7).year) in example.status.day.text()


def test_folded_problems_leave_their_heading(example: MainWindow, qtbot: QtBot) -> None:
    panel = example.problems
    qtbot.mouseClick(panel.fold, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert not panel.list.isVisible()
    assert panel.heading.isVisible()
    qtbot.mouseClick(panel.fold, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert panel.list.isVisible()


def test_text_of_a_planner_is_never_markup(example: MainWindow) -> None:
    workspace = example.workspace
    hostile = "<b>R&D</b> <img src='/etc/passwd'>"
    node_id = number_of(example, "A-011")
    workspace.set_language("ja")
    workspace.do(edits.set_fields(workspace.plan, "node", node_id, title=hostile))
    index = example.outline.model.index_of(node_id)
    assert index.data() == hostile
    assert "&lt;b&gt;R&amp;D" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert not workspace.do(edits.connect(workspace.plan, node_id, node_id))
    workspace.do(edits.set_fields(workspace.plan, "node", node_id, short="x"))
    assert "R&&D" in example.actions_.by_id["undo"].text()
    for label in (example.notice.words, example.status.state, example.status.chosen):
        assert label.textFormat() == Qt.TextFormat.PlainText


def test_the_lanes_chosen_for_the_roadmap_are_remembered(example: MainWindow, qtbot: QtBot) -> None:
    example.show_view("roadmap")
    example.roadmap.ribbon.lanes.setFocus()
    qtbot.keyClick(example.roadmap.ribbon.lanes, Qt.Key.Key_Down)
    assert example.roadmap.habits.lanes == "owner"
    later = MainWindow(Workspace(), Preferences())
    assert later.roadmap.habits.lanes == "owner"
    later.close()
    later.deleteLater()


def test_the_menu_of_the_roadmap_reaches_the_actions_of_the_window(example: MainWindow) -> None:
    example.show_view("roadmap")
    id_ = number_of(example, "A-015")
    example.workspace.select([id_])
    example.roadmap.asked.emit("delete")
    assert id_ not in example.workspace.plan.nodes
    example.workspace.undo_stack.undo()
    assert id_ in example.workspace.plan.nodes


@pytest.mark.parametrize("way", ["save", "close"])
def test_a_half_written_field_is_in_the_plan_that_is_saved_or_left(
    example: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, way: str
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(questions, "ask_to_save", lambda *_: asked.append("asked") or "discard")
    file = tmp_path / "plan.splan"
    with qtbot.waitSignal(example.document.renamed, timeout=10_000):
        example.document.save(file)
    item = next(node.id for node in example.workspace.plan.nodes.values() if node.number == "A-011")
    example.workspace.select((item,))
    field = example.inspector.page.dates.form.editors["duration"].input
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, "7y")
    if way == "save":
        with qtbot.waitSignal(example.document.rested, timeout=10_000):
            qtbot.keyClick(example, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
        assert read_project(file).plan.nodes[item].duration == "7y"
        assert field.hasFocus()
    else:
        example.close()
        assert asked == ["asked"]
    assert example.workspace.plan.nodes[item].duration == "7y"
