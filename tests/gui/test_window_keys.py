"""The window without a mouse: every part one key away, and what cannot be done says why."""

import os
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.application import prepare
from strategy_planner.gui.files.questions import NewPlanDialog
from strategy_planner.gui.fonts import font
from strategy_planner.gui.map.motion import REDUCED
from strategy_planner.gui.problems.row import fitted
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model.creation import create_plan
from strategy_planner.model.records import Node

EXAMPLE = bundled("sample_projects", "worked_example.json")
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(
    one_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv(REDUCED, "0")
    one_window.preferences.reduced_motion = False
    one_window.workspace.set_language("en")
    one_window.activateWindow()
    one_window.show_view("map")
    one_window.workspace.open(read_plan_json(EXAMPLE.read_bytes()))
    yield one_window
    one_window.workspace.set_language("en")


def number_of(window: MainWindow, number: str) -> str:
    return next(node.id for node in window.workspace.plan.nodes.values() if node.number == number)


def has_keyboard(part: QWidget) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and (part is focus or part.isAncestorOf(focus))


def editor_in(window: MainWindow, qtbot: QtBot) -> QLineEdit:
    tree = window.outline.tree

    def visible() -> list[QLineEdit]:
        return [line for line in tree.findChildren(QLineEdit) if line.isVisible()]

    qtbot.waitUntil(lambda: len(visible()) == 1)
    return visible()[0]


@pytest.mark.parametrize(
    ("key", "part"),
    [
        (Qt.Key.Key_F5, "map"),
        (Qt.Key.Key_F6, "outline"),
        (Qt.Key.Key_F7, "inspector"),
        (Qt.Key.Key_F8, "problems"),
    ],
)
def test_each_part_is_one_key_away(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, part: str
) -> None:
    window.workspace.select([number_of(window, "A-011")])
    widget = getattr(window, part)
    qtbot.keyClick(window, key)
    qtbot.waitUntil(lambda: has_keyboard(widget))
    if part != "map":
        qtbot.keyClick(window, key, SHIFT)
        assert not widget.isVisible()
        qtbot.keyClick(window, key)
        assert widget.isVisible()


def test_problems_are_walked_from_anywhere(window: MainWindow, qtbot: QtBot) -> None:
    model = window.problems.model
    items = [model.item_of(model.index(row, 0)) for row in range(model.rowCount())]
    for item in items[:3]:
        qtbot.keyClick(window, Qt.Key.Key_F4)
        assert window.workspace.selection == (item,)
    qtbot.keyClick(window, Qt.Key.Key_F4, SHIFT)
    assert window.workspace.selection == (items[1],)
    for _ in range(2):
        qtbot.keyClick(window, Qt.Key.Key_F4, SHIFT)
    assert window.workspace.selection == (items[-1],)


def test_why_is_one_key_away(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.select([number_of(window, "A-011")])
    qtbot.keyClick(window, Qt.Key.Key_F9)
    qtbot.waitUntil(window.inspector.page.dates.chains.isVisible)
    assert has_keyboard(window.inspector.page.dates.why)


def test_the_chain_that_decides_is_selected_from_its_end(window: MainWindow) -> None:
    window.actions_.by_id["chain"].trigger()
    chain = window.workspace.schedule.critical_chain
    assert window.workspace.selection == tuple(reversed(chain))
    assert window.workspace.plan.nodes[window.workspace.selection[0]].kind == "vision"


def test_tab_in_a_title_goes_on_backward(window: MainWindow, qtbot: QtBot) -> None:
    plan, tree = window.workspace.plan, window.outline.tree
    asked = number_of(window, "A-011")
    window.workspace.select([asked])
    tree.setFocus()
    count = len(plan.nodes)
    qtbot.keyClick(tree, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor_in(window, qtbot), "Consent forms agreed")
    first = window.workspace.selection[0]
    qtbot.keyClick(editor_in(window, qtbot), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: len(plan.nodes) == count + 2)
    qtbot.keyClicks(editor_in(window, qtbot), "Law amended")
    qtbot.keyClick(editor_in(window, qtbot), Qt.Key.Key_Return)
    second = window.workspace.selection[0]
    qtbot.waitUntil(lambda: plan.nodes[second].title == "Law amended")
    assert plan.nodes[first].title == "Consent forms agreed"
    assert [link.prerequisite for link in plan.links_into(first)] == [second]
    assert first in [link.prerequisite for link in plan.links_into(asked)]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape, Qt.Key.Key_Return])
def test_a_new_item_without_a_title_was_not_meant(
    window: MainWindow, qtbot: QtBot, key: Qt.Key
) -> None:
    plan, tree = window.workspace.plan, window.outline.tree
    asked = number_of(window, "A-011")
    before = set(plan.nodes), set(plan.links)
    window.workspace.select([asked])
    tree.setFocus()
    qtbot.keyClick(tree, Qt.Key.Key_Tab)
    qtbot.keyClick(editor_in(window, qtbot), key)
    qtbot.waitUntil(lambda: (set(plan.nodes), set(plan.links)) == before)
    qtbot.waitUntil(lambda: window.workspace.selection == (asked,))


def test_what_cannot_be_done_says_why(window: MainWindow) -> None:
    need = window.actions_.by_id["need"]
    window.workspace.select([])
    assert not need.isEnabled()
    assert "Select an item first." in need.toolTip()
    assert window.toolbar.need.toolTip() == need.toolTip()
    window.workspace.select([number_of(window, "A-011")])
    assert need.isEnabled()
    assert "Select" not in need.toolTip()
    assert "Ctrl+Z" not in window.actions_.by_id["undo"].toolTip()


def test_the_status_bar_switches_the_language_of_everything(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.status.language.text() == "English"
    qtbot.mouseClick(window.status.language, Qt.MouseButton.LeftButton)
    assert window.workspace.language == "ja"
    assert window.status.language.text() == "日本語"
    assert window.status.counts.text() == "81件　つながり109本"
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "キャンセル"
    assert Preferences().language == "ja"
    qtbot.mouseClick(window.status.language, Qt.MouseButton.LeftButton)
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_no_animation_is_remembered(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.actions_.by_id["still"].trigger()
    assert os.environ[REDUCED] == "1"
    monkeypatch.setenv(REDUCED, "0")
    another = MainWindow(Workspace(), Preferences())
    qtbot.addWidget(another)
    assert os.environ[REDUCED] == "1"
    assert another.actions_.by_id["still"].isChecked()


def test_a_long_problem_keeps_its_verdict(qapp: QApplication) -> None:
    prepare(qapp)
    metrics = QFontMetrics(font(12))
    name = message("Build the health and medical data platform with large cohorts and biobanks")
    sentence = message("{item} comes {days} days too late", item=name, days=340)
    whole = metrics.horizontalAdvance(sentence.into("en"))
    assert fitted(sentence, "en", metrics, whole) == sentence.into("en")
    short = fitted(sentence, "en", metrics, whole - 200)
    assert metrics.horizontalAdvance(short) <= whole - 200
    assert short.endswith("… comes 340 days too late")


def test_larger_texts_get_larger_icons_and_wider_docks(window: MainWindow) -> None:
    icons, width = window.toolbar.iconSize().width(), window.outline.width()
    window.deeds.set_text_size(150)
    assert window.toolbar.iconSize().width() == round(1.5 * icons)
    assert window.outline.width() > width
    assert window.status.height() == 39
    button = window.toolbar.need
    assert button.icon().actualSize(button.iconSize()).width() >= 1.5 * icons
    window.deeds.set_text_size(100)


def test_a_vision_and_its_first_step_by_keyboard_alone(window: MainWindow, qtbot: QtBot) -> None:
    def answer() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, NewPlanDialog)
        qtbot.waitUntil(dialog.vision.hasFocus)
        qtbot.keyClicks(dialog.focusWidget(), "Everybody has clean air")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        qtbot.keyClicks(dialog.focusWidget(), "2035")
        qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Return)

    QTimer.singleShot(0, answer)
    qtbot.keyClick(window, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(window.workspace.plan.nodes) == 81
    window = window.windows.all[-1]
    qtbot.addWidget(window)
    plan = window.workspace.plan
    (vision,) = plan.nodes.values()
    assert (vision.title, vision.date) == ("Everybody has clean air", "2035")
    tree = window.outline.tree
    qtbot.waitUntil(lambda: has_keyboard(tree))
    qtbot.keyClick(tree, Qt.Key.Key_Tab)
    qtbot.keyClicks(editor_in(window, qtbot), "Cars run without exhaust")
    qtbot.keyClick(editor_in(window, qtbot), Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: [n.title for n in plan.nodes.values()][1:] == ["Cars run without exhaust"]
    )
    (link,) = plan.links.values()
    assert link.dependent == vision.id
    window.workspace.undo_stack.setClean()


def test_opening_a_menu_leaves_the_buttons_their_words(window: MainWindow) -> None:
    window.actions_._draw("file")
    assert window.toolbar.export.text() == "Write the briefing pack"
    assert not window.actions_.by_id["save"].icon().isNull()
    window.workspace.set_language("ja")
    assert window.toolbar.export.text() == "資料を出力"


def test_another_plan_may_replace_one_that_was_edited(window: MainWindow, qtbot: QtBot) -> None:
    workspace = window.workspace
    workspace.open(create_plan([Node(id="v", kind="vision", title="Everybody has clean air")]))
    (vision,) = workspace.plan.nodes
    workspace.do(edits.add_prerequisite(workspace.plan, vision, "Cars run without exhaust"))
    with qtbot.captureExceptions() as exceptions:
        workspace.open(read_plan_json(EXAMPLE.read_bytes()))
    assert exceptions == []
    assert not workspace.undo_stack.canUndo()
    assert "11 months too late" in window.status.state.text()


def test_the_settings_of_the_plan_are_shown_also_where_the_inspector_was_put_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.workspace.select((number_of(window, "A-011"),))
    window.inspector.hide()
    qtbot.keyClick(window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    assert window.inspector.isVisible()
    assert window.workspace.selection == ()
    assert has_keyboard(window.inspector)
