"""Several windows: each plan in its own, preferences in all, and leaving them."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from strategy_planner.bundled import bundled
from strategy_planner.gui.files import questions
from strategy_planner.gui.inspector.lines import LineInput
from strategy_planner.gui.shell import preferences as preferences_module
from strategy_planner.gui.shell.preferences import Preferences
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits

EXAMPLE = bundled("sample_projects", "worked_example.splan")
AI = bundled("sample_projects", "ai_strategy.splan")
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(new_window: MainWindow) -> MainWindow:
    return new_window


def copied(source: Path, folder: Path, name: str) -> Path:
    return Path(shutil.copy(source, folder / name))


def opened(window: MainWindow, qtbot: QtBot, path: Path) -> MainWindow:
    window.filing.open_file(path)
    qtbot.waitUntil(lambda: window.windows.showing(path) is not None, timeout=10_000)
    found = window.windows.showing(path)
    assert found is not None
    return found


def changed(window: MainWindow) -> None:
    workspace = window.workspace
    vision = next(iter(workspace.plan.nodes))
    workspace.do(edits.set_fields(workspace.plan, "node", vision, short="x"))
    assert window.document.is_modified


def test_each_plan_has_its_window_and_a_file_is_open_once(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    one, two = copied(EXAMPLE, tmp_path, "one.splan"), copied(AI, tmp_path, "two.splan")
    assert opened(window, qtbot, one) is window
    other = opened(window, qtbot, two)
    assert other is not window
    assert other.isVisible()
    assert len(window.workspace.plan.nodes) == 81
    assert opened(other, qtbot, tmp_path / "." / "one.splan") is window
    assert len(window.windows.all) == 2
    changed(other)
    assert not window.document.is_modified


def test_a_new_window_begins_empty(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    opened(window, qtbot, copied(EXAMPLE, tmp_path, "one.splan"))
    qtbot.keyClick(window, Qt.Key.Key_N, CONTROL | Qt.KeyboardModifier.ShiftModifier)
    other = window.windows.all[-1]
    assert other is not window
    assert other.start_is_shown
    assert not other.holds_a_plan


def test_preferences_reach_every_window(window: MainWindow, qtbot: QtBot) -> None:
    other = window.windows.open(window)
    qtbot.mouseClick(window.status.language, Qt.MouseButton.LeftButton)
    assert {w.workspace.language for w in window.windows.all} == {"ja"}
    assert other.actions_.by_id["save"].text() == "保存"
    window.actions_.by_id["dark"].trigger()
    assert {w.workspace.theme.scheme for w in window.windows.all} == {"dark"}
    assert other.actions_.by_id["dark"].isChecked()
    height = other.status.height()
    window.deeds.set_text_size(150)
    assert other.status.height() == round(1.5 * height)


def test_language_and_scheme_follow_the_system_until_they_are_chosen(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.setattr(preferences_module, "_scheme_of_the_system", lambda: "dark")
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (window.workspace.language, window.workspace.theme.scheme) == ("ja", "dark")
    window.preferences.scheme_choice = "light"
    window.preferences.language_choice = "en"
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert (window.workspace.language, window.workspace.theme.scheme) == ("en", "light")
    again = Preferences()
    assert (again.language, again.scheme) == ("en", "light")


def test_closing_a_plan_closes_its_window_and_the_last_shows_the_start_page(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    opened(window, qtbot, copied(EXAMPLE, tmp_path, "one.splan"))
    other = opened(window, qtbot, copied(AI, tmp_path, "two.splan"))
    qtbot.keyClick(other, Qt.Key.Key_W, CONTROL)
    assert window.windows.all == [window]
    window.bring_forward()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_W, CONTROL)
    assert window.isVisible()
    assert window.start_is_shown
    assert not window.toolbar.isVisible()
    assert window.windowTitle() == "Strategy Planner[*]"
    assert not window.actions_.by_id["save"].isEnabled()
    opened(window, qtbot, tmp_path / "two.splan")
    assert window.toolbar.isVisible()
    assert window.actions_.by_id["save"].isEnabled()


@pytest.mark.parametrize("answer", ["discard", "stay", "save"])
def test_leaving_asks_each_window_that_has_changes(
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answer: str,
) -> None:
    asked: list[str] = []

    def ask(_workspace: Workspace, _parent: object, name: str) -> str:
        asked.append(name)
        return answer

    monkeypatch.setattr(questions, "ask_to_save", ask)
    one = opened(window, qtbot, copied(EXAMPLE, tmp_path, "one.splan"))
    two = opened(window, qtbot, copied(AI, tmp_path, "two.splan"))
    before = (tmp_path / "one.splan").read_bytes()
    changed(one)
    changed(two)
    qtbot.keyClick(two, Qt.Key.Key_Q, CONTROL)
    if answer == "stay":
        assert asked == ["two.splan"]
        assert window.windows.all == [one, two]
        return
    qtbot.waitUntil(lambda: window.windows.all == [], timeout=20_000)
    assert asked == ["two.splan", "one.splan"]
    saved = (tmp_path / "one.splan").read_bytes() != before
    assert saved == (answer == "save")


def drop(window: MainWindow, *urls: QUrl) -> None:
    data = QMimeData()
    data.setUrls(list(urls))
    enter = QDragEnterEvent(
        QPoint(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, enter)
    event = QDropEvent(
        QPointF(50, 50), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(window, event)


def test_dropped_files_open_each_in_its_window(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    files = [copied(EXAMPLE, tmp_path, "one.splan"), copied(AI, tmp_path, "two.splan")]
    plan = bundled("sample_projects", "quantum_innovation.json")
    drop(window, *(QUrl.fromLocalFile(str(file)) for file in [*files, plan]))
    qtbot.waitUntil(lambda: len(window.windows.all) == 3, timeout=20_000)
    qtbot.waitUntil(lambda: all(w.workspace.plan.nodes for w in window.windows.all))
    assert [w.document.path for w in window.windows.all] == [*files, None]


def test_what_is_no_plan_is_refused_in_a_sentence(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(questions, "tell", lambda *words: told.append(str(words[-1])))
    letter = tmp_path / "letter.docx"
    letter.write_text("Dear colleague,", encoding="utf-8")
    drop(window, QUrl.fromLocalFile(str(letter)))
    qtbot.waitUntil(lambda: len(told) == 1, timeout=10_000)
    assert "letter.docx" in told[0]
    drop(window, QUrl("https://example.org/plan.splan"))
    assert window.notice.isVisible()
    assert len(window.windows.all) == 1


def test_the_layout_is_remembered(window: MainWindow, qtbot: QtBot) -> None:
    window.actions_.by_id["problems"].trigger()
    assert not window.problems.isVisible()
    window.resize(1300, 800)
    window.docks.across.setSizes([300, 600, 400])
    sizes = window.docks.across.sizes()
    other = window.windows.open(window)
    other.close()
    window.close()
    again = MainWindow(Workspace(), Preferences())
    qtbot.addWidget(again)
    again.resize(1300, 800)
    again.show()
    assert not again.problems.isVisible()
    assert not again.actions_.by_id["problems"].isChecked()
    assert abs(again.docks.across.sizes()[0] - sizes[0]) <= 2


def test_a_window_and_a_file_come_back_in_the_view_in_which_they_were_left(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    one = opened(window, qtbot, copied(EXAMPLE, tmp_path, "one.splan"))
    qtbot.keyClick(one, Qt.Key.Key_3, CONTROL)
    two = opened(window, qtbot, copied(AI, tmp_path, "two.splan"))
    qtbot.keyClick(two, Qt.Key.Key_2, CONTROL)
    two.close()
    again = window.windows.open(window)
    assert again.shown_view == "roadmap"
    one.workspace.undo_stack.setClean()
    one.filing.close()
    again.filing.open_file(tmp_path / "one.splan")
    qtbot.waitUntil(lambda: again.document.path is not None, timeout=10_000)
    assert again.shown_view == "table"


def focused(window: MainWindow) -> QWidget:
    found = window.focusWidget()
    assert found is not None
    return found


def test_in_a_narrow_window_the_inspector_lies_over_the_views_until_escape(
    window: MainWindow, qtbot: QtBot
) -> None:
    assert window.inspector.isVisible()
    window.resize(1100, 800)
    assert not window.inspector.isVisible()
    window.map.canvas.setFocus()
    width = window.views.width()
    qtbot.keyClick(window, Qt.Key.Key_F7)
    assert window.inspector.isVisible()
    assert window.inspector.isAncestorOf(focused(window))
    assert window.views.width() == width
    assert window.docks.rail.button.isChecked()
    qtbot.keyClick(focused(window), Qt.Key.Key_Escape)
    assert not window.inspector.isVisible()
    assert focused(window) is window.map.canvas
    assert not window.docks.rail.button.isChecked()
    qtbot.mouseClick(window.docks.rail.button, Qt.MouseButton.LeftButton)
    assert window.inspector.isVisible()
    qtbot.mouseClick(window.docks.rail.button, Qt.MouseButton.LeftButton)
    assert not window.inspector.isVisible()


def test_escape_gives_up_what_is_typed_before_it_puts_the_inspector_away(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(1100, 800)
    qtbot.keyClick(window, Qt.Key.Key_F7)
    field = window.inspector.findChild(LineInput)
    assert field is not None
    field.setFocus()
    qtbot.keyClicks(field, "x")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert window.inspector.isVisible()
    assert not field.is_dirty()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert not window.inspector.isVisible()


def test_in_a_very_narrow_window_the_outline_unfolds_over_the_views_for_the_keyboard(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.map.canvas.setFocus()
    window.resize(900, 800)
    assert window.outline.width() < 100
    width = window.views.width()
    qtbot.keyClick(window, Qt.Key.Key_F6)
    qtbot.waitUntil(lambda: window.outline.width() >= 180)
    assert window.views.width() == width
    qtbot.keyClick(focused(window), Qt.Key.Key_Escape)
    assert focused(window) is window.map.canvas
    qtbot.waitUntil(lambda: window.outline.width() < 100)


def test_the_find_panel_keeps_the_outline_unfolded_in_a_very_narrow_window(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.map.canvas.setFocus()
    window.resize(900, 800)
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    qtbot.waitUntil(lambda: window.outline.width() >= 180)
    window.map.canvas.setFocus()
    window.resize(901, 800)
    assert window.outline.width() >= 180
    qtbot.keyClick(window, Qt.Key.Key_F, CONTROL)
    qtbot.keyClick(focused(window), Qt.Key.Key_Escape)
    window.map.canvas.setFocus()
    qtbot.waitUntil(lambda: window.outline.width() < 100)


def test_a_narrow_window_does_not_forget_how_the_wide_one_was_laid_out(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.docks.across.setSizes([300, 780, 360])
    window.resize(900, 800)
    window.resize(1440, 900)
    assert window.inspector.isVisible()
    assert window.docks.across.sizes()[::2] == [300, 360]
    window.resize(900, 800)
    window.close()
    again = MainWindow(Workspace(), Preferences())
    qtbot.addWidget(again)
    again.resize(1440, 900)
    again.show()
    assert again.inspector.isVisible()
    assert again.docks.across.sizes()[::2] == pytest.approx([300, 360], abs=2)


def test_a_window_that_is_taken_apart_without_being_closed_stays_quiet(
    window: MainWindow, qtbot: QtBot
) -> None:
    other = window.windows.open(window)
    window.windows.all.remove(other)
    delete(other.workspace.undo_stack)
    with qtbot.waitSignal(QGuiApplication.clipboard().dataChanged):
        QGuiApplication.clipboard().setText("x")
    other.deleteLater()
