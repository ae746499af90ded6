"""Habits people have: tips that stop, quiet notices, true keys, preferences, views as files."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from strategy_planner.bundled import bundled
from strategy_planner.gui.shell.actions import COMMANDS
from strategy_planner.gui.shell.keys_dialog import KeysDialog
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.preferences_dialog import PreferencesDialog
from strategy_planner.gui.shell.tips import TIPS, TOUR
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import edits

EXAMPLE = bundled("sample_projects", "worked_example.json")
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(new_window: MainWindow) -> MainWindow:
    new_window.workspace.open(read_plan_json(EXAMPLE.read_bytes()))
    return new_window


def number_of(window: MainWindow, number: str) -> str:
    return next(node.id for node in window.workspace.plan.nodes.values() if node.number == number)


def test_a_tip_is_shown_at_the_first_use_and_never_again(window: MainWindow, qtbot: QtBot) -> None:
    assert not window.tips.isVisible()
    window.workspace.select([number_of(window, "A-012")])
    assert window.tips.isVisible()
    assert "Tab" in window.tips.words.text()
    qtbot.mouseClick(window.tips.close_button, LEFT)
    window.workspace.select([number_of(window, "A-013")])
    assert not window.tips.isVisible()
    window.show_view("roadmap")
    assert window.tips.words.text() == TIPS["roadmap"].into("en")
    assert Preferences().tips_seen == {"need", "roadmap"}


def test_tips_can_be_switched_off(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.select([number_of(window, "A-012")])
    qtbot.mouseClick(window.tips.never, LEFT)
    assert not window.tips.isVisible()
    window.show_view("roadmap")
    assert not window.tips.isVisible()
    assert not Preferences().tips


def test_ten_minutes_around_go_step_by_step(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.open(read_plan_json(b'{"format": "strategy-planner/plan", "version": 1}'))
    with qtbot.waitSignal(window.workspace.replaced, timeout=20_000):
        qtbot.keyClick(window, Qt.Key.Key_F1, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(window.tips.isVisible)
    seen = []
    while window.tips.isVisible():
        seen.append(window.tips.words.text())
        qtbot.mouseClick(window.tips.next, LEFT)
    assert [text.split(":  ", 1)[1] for text in seen] == [step.into("en") for step in TOUR]
    assert len(window.workspace.plan.nodes) == 81


def test_a_deletion_is_told_with_the_way_back_instead_of_asked_about(
    window: MainWindow, qtbot: QtBot
) -> None:
    item = number_of(window, "A-012")
    window.workspace.select([item])
    window.outline.tree.setFocus()
    qtbot.keyClick(window.outline.tree, Qt.Key.Key_Delete)
    assert item not in window.workspace.plan.nodes
    assert QApplication.activeModalWidget() is None
    assert window.notice.isVisible()
    qtbot.mouseClick(window.notice.undo_button, LEFT)
    assert item in window.workspace.plan.nodes
    assert not window.notice.isVisible()
    assert not window.document.is_modified


def test_an_offer_to_undo_goes_when_something_else_was_done(window: MainWindow) -> None:
    workspace = window.workspace
    workspace.do(edits.delete(workspace.plan, [number_of(window, "A-012")]))
    assert window.notice.isVisible()
    workspace.do(edits.set_fields(workspace.plan, "node", "V-1", short="x"))
    assert not window.notice.isVisible()
    workspace.undo_stack.undo()
    workspace.undo_stack.undo()
    assert not window.notice.isVisible()


def test_no_two_actions_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys.split()]
    assert sorted(keys) == sorted(set(keys))


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_keys_are_those_that_the_actions_have(
    window: MainWindow, qtbot: QtBot, language: str
) -> None:
    window.workspace.set_language(language)
    shown: list[KeysDialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, KeysDialog)
        shown.append(dialog)
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    QTimer.singleShot(0, look)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    (dialog,) = shown
    for action in window.actions_.by_id.values():
        for keys in action.shortcuts():
            named = keys.toString(QKeySequence.SequenceFormat.NativeText)
            assert any(named in shown_keys for shown_keys, _ in dialog.rows)
    japanese = [text for _, text in dialog.rows if any("\u3040" <= c <= "\u9fff" for c in text)]
    assert (len(japanese) > 0.9 * len(dialog.rows)) == (language == "ja")


def test_preferences_work_at_once(window: MainWindow, qtbot: QtBot) -> None:
    dialog = PreferencesDialog(window.workspace, window.preferences, window)
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.language.setCurrentIndex(dialog.language.findData("ja"))
    dialog.language.activated.emit(dialog.language.currentIndex())
    assert window.workspace.language == "ja"
    assert dialog.heading.text() == "設定"
    dialog.scheme.activated.emit(dialog.scheme.findData("dark"))
    assert window.workspace.theme.scheme == "dark"
    dialog.text_size.activated.emit(dialog.text_size.findData(125))
    assert window.preferences.text_percent == 125
    qtbot.mouseClick(dialog.tips, LEFT, pos=dialog.tips.rect().center())
    again = Preferences()
    assert (again.language_choice, again.scheme_choice, again.tips) == ("ja", "dark", False)


@pytest.mark.parametrize(
    ("view", "ending"), [("map", ".svg"), ("roadmap", ".png"), ("map", ".csv")]
)
def test_the_view_in_front_is_exported_whole(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    view: str,
    ending: str,
) -> None:
    target = tmp_path / f"view{ending}"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(target), ""))
    )
    window.show_view(view)
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    with qtbot.waitSignal(window.document.exported, timeout=30_000):
        qtbot.keyClick(window, Qt.Key.Key_E, keys)
    assert target.name in window.notice.words.text()
    if ending == ".svg":
        root = ET.parse(target).getroot()  # noqa: S314 - it was written a line ago
        assert float(root.attrib["height"]) > 900
    elif ending == ".png":
        assert QImage(str(target)).width() == 3200
    else:
        assert target.read_text(encoding="utf-8-sig").count("\n") >= 81


def test_the_pathways_are_exported_as_a_picture(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "pathways.pdf"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", staticmethod(lambda *_a, **_k: (str(target), ""))
    )
    with qtbot.waitSignal(window.document.exported, timeout=30_000):
        window.actions_.by_id["export_pathways"].trigger()
    assert target.read_bytes().startswith(b"%PDF-1.7")
