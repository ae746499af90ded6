"""The interview by its keys: one question at a time, each answer an edit, a way back from each."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from strategy_planner.analysis.interview.walk import Stand
from strategy_planner.gui.interview.room import InterviewRoom
from strategy_planner.gui.interview.rows import Rows
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import records as r
from strategy_planner.model.answers import requirements
from strategy_planner.model.creation import create_plan
from strategy_planner.model.plan import Plan

NONE = Qt.KeyboardModifier.NoModifier
CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
Enter, Tab, Escape = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


def plan() -> Plan:
    """A vision, an area without means, and an action that serves nothing."""
    return create_plan(
        [
            r.PlanSettings(language="en"),
            r.Node(id="v", kind="vision", title="Clean air", date="2035"),
            r.Node(id="g", kind="area", title="Traffic", number="G-001"),
            r.Node(id="idle", kind="action", title="Build tram lines", duration="24mo"),
            r.Organisation(id="o", name="Ministry of Transport"),
            r.Link(id="gv", prerequisite="g", dependent="v", relation="requires"),
        ]
    )


@pytest.fixture
def window(
    one_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")
    one_window.activateWindow()
    qtbot.waitUntil(one_window.isActiveWindow)
    one_window.workspace.set_language("en")
    one_window.workspace.open(plan())
    one_window.workspace.select(["g"])
    qtbot.keyClick(one_window, Qt.Key.Key_I, CTRL)
    yield one_window
    one_window.workspace.set_language("en")
    if one_window.interviewing.is_on:
        one_window.interviewing.leave()


@pytest.fixture
def room(window: MainWindow) -> InterviewRoom:
    assert window.interviewing.is_on
    return window.interviewing.room


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(qtbot: QtBot, *keys: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    for key in keys:
        qtbot.keyClick(focused(), key, modifier)


def write(qtbot: QtBot, text: str, *keys: Qt.Key) -> None:
    qtbot.keyClicks(focused(), text)
    press(qtbot, *keys)


def compose(preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QApplication.sendEvent(focused(), event)


def held(room: InterviewRoom) -> Plan:
    return room.workspace.plan


def needs(room: InterviewRoom, item: str) -> list[str]:
    links = requirements(held(room), item)
    return [held(room).nodes[link.prerequisite].title for link in links]


def stand(room: InterviewRoom) -> Stand:
    assert room.conduct.stand is not None
    return room.conduct.stand


def test_five_questions_and_an_answer_to_each(room: InterviewRoom, qtbot: QtBot) -> None:
    assert stand(room) == Stand("means", "g")
    assert room.page.lead.text() == "For this to be true in 2035,"
    assert room.page.question.text() == "What must be true just before this?"
    write(qtbot, "Cars run on power", Enter)
    assert needs(room, "g") == ["Cars run on power"]
    press(qtbot, Enter)
    assert stand(room) == Stand("enough", "g")
    write(qtbot, "Fewer cars", Enter)
    press(qtbot, Enter)
    assert held(room).nodes["g"].sufficiency == "sufficient"
    assert stand(room) == Stand("obstacles", "g")
    write(qtbot, "No chargers", Enter)
    (obstacle,) = held(room).register
    assert held(room).register[obstacle].touches == ("g",)
    press(qtbot, Enter)
    assert stand(room) == Stand("remover", "g", obstacle)
    write(qtbot, "ministry of transport", Enter)
    write(qtbot, "Put up chargers", Enter)
    answered = held(room).register[obstacle]
    assert answered.owner == "o"
    (solution,) = answered.resolved_by
    assert held(room).nodes[solution].title == "Put up chargers"
    press(qtbot, Enter)
    assert stand(room) == Stand("deadline", "g")
    assert next(row.right for row in room.page.answers.shown) == "31 Dec 2035"
    write(qtbot, "18 months")
    assert room.page.told.text() == "Duration: 18 months"
    press(qtbot, Enter)
    write(qtbot, "around 2034", Enter)
    node = held(room).nodes["g"]
    assert (node.duration, node.date) == ("18mo", "around 2034")
    assert "1 Jul 2034" in [row.right for row in room.page.answers.shown]
    press(qtbot, Enter)
    assert stand(room).question == "means"
    assert held(room).nodes[stand(room).item].title == "Cars run on power"


def test_an_item_that_is_there_is_linked_with_tab(room: InterviewRoom, qtbot: QtBot) -> None:
    write(qtbot, "tram")
    assert [row.title for row in room.page.known.shown] == ["Build tram lines"]
    press(qtbot, Tab)
    assert needs(room, "g") == ["Build tram lines"]
    assert room.page.field.line.text() == ""
    write(qtbot, "Build tram lines", Enter)
    assert len(held(room).nodes) == 4


def test_a_link_that_closes_a_circle_is_refused_with_the_circle(
    window: MainWindow, room: InterviewRoom, qtbot: QtBot
) -> None:
    write(qtbot, "clean")
    press(qtbot, Tab)
    assert needs(room, "g") == []
    assert "circle" in room.page.told.text()
    assert "V-001 → G-001 → V-001" in room.page.told.text()
    assert room.page.field.line.accessibleDescription() == room.page.told.text()
    assert room.page.field.line.text() == "clean"
    assert not window.notice.isVisible()
    write(qtbot, "er")
    assert room.page.told.text() == ""


def test_the_switch_says_of_what_kind_an_answer_is(room: InterviewRoom, qtbot: QtBot) -> None:
    press(qtbot, Qt.Key.Key_Down, modifier=ALT)
    write(qtbot, "Toll", Enter)
    press(qtbot, Qt.Key.Key_Up, modifier=ALT)
    write(qtbot, "Quiet streets", Enter)
    kinds = {node.title: node.kind for node in held(room).nodes.values()}
    assert (kinds["Toll"], kinds["Quiet streets"]) == ("action", "state")


def test_any_one_of_the_answers_may_be_enough(room: InterviewRoom, qtbot: QtBot) -> None:
    for title in ("Rail", "Bicycles", "Ships"):
        write(qtbot, title, Enter)
    press(qtbot, Qt.Key.Key_G, modifier=CTRL)
    assert room.page.answers_note.text() == "any one of these is enough"
    assert all(row.joined for row in room.page.answers.shown)
    press(qtbot, Qt.Key.Key_G, modifier=CTRL)
    assert room.page.answers_note.text() == "2 of 3"
    press(qtbot, Qt.Key.Key_G, modifier=CTRL)
    assert not held(room).choices
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_G, modifier=CTRL)
    assert [link.option for link in requirements(held(room), "g")] == [None, None, "Ships"]


def test_deeper_into_an_answer_and_back_to_where_it_was_given(
    room: InterviewRoom, qtbot: QtBot
) -> None:
    write(qtbot, "Cars run on power", Enter)
    write(qtbot, "Fewer cars")
    press(qtbot, Enter, modifier=CTRL)
    fewer = stand(room).item
    assert held(room).nodes[fewer].title == "Fewer cars"
    assert [row.title for row in room.path.path.shown[:3]] == ["Clean air", "Traffic", "Fewer cars"]
    press(qtbot, Enter, Enter, Enter, Enter)
    assert stand(room) == Stand("means", "g")
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Enter, modifier=CTRL)
    assert held(room).nodes[stand(room).item].title == "Cars run on power"
    press(qtbot, Qt.Key.Key_Left, modifier=ALT)
    assert stand(room) == Stand("means", "g")


def test_a_reason_is_given_to_an_answer(room: InterviewRoom, qtbot: QtBot) -> None:
    write(qtbot, "Fewer cars", Enter)
    press(qtbot, Qt.Key.Key_B, modifier=CTRL)
    assert stand(room).question == "reason"
    write(qtbot, "streets are full", Enter)
    assert stand(room) == Stand("means", "g")
    (link,) = requirements(held(room), "g")
    assert link.reason == "streets are full"
    assert "because streets are full" in room.page.answers.shown[0].below


def test_an_answer_is_written_again(room: InterviewRoom, qtbot: QtBot) -> None:
    write(qtbot, "Fewer cras", Enter)
    write(qtbot, "Toll", Enter)
    press(qtbot, Qt.Key.Key_Down, Qt.Key.Key_F2)
    assert room.page.field.line.text() == "Fewer cras"
    write(qtbot, "Fewer cars", Enter)
    assert needs(room, "g") == ["Fewer cars", "Toll"]
    press(qtbot, Qt.Key.Key_F2, Escape)
    assert stand(room) == Stand("means", "g")
    write(qtbot, "Trams", Enter)
    assert needs(room, "g") == ["Fewer cars", "Toll", "Trams"]


def test_what_is_not_enough_is_kept_and_a_question_may_be_skipped(
    room: InterviewRoom, qtbot: QtBot
) -> None:
    press(qtbot, Enter)
    assert room.page.field.lit == "insufficient"
    press(qtbot, Qt.Key.Key_Right, modifier=ALT)
    assert held(room).nodes["g"].sufficiency is None
    press(qtbot, Qt.Key.Key_Left, modifier=ALT)
    press(qtbot, Qt.Key.Key_Down, modifier=ALT)
    press(qtbot, Enter)
    assert held(room).nodes["g"].sufficiency == "unchecked"


def test_a_date_that_says_nothing_stays_in_the_field_with_what_would_be_read(
    room: InterviewRoom, qtbot: QtBot
) -> None:
    press(qtbot, Enter, Enter, Enter)
    write(qtbot, "some day", Enter)
    assert held(room).nodes["g"].date is None
    assert room.page.field.line.text() == "some day"
    assert room.page.told.property("role") == "refusal"
    assert "some day" in room.page.told.text()


def test_undo_and_redo_are_at_hand_and_never_lose_the_place(
    room: InterviewRoom, qtbot: QtBot
) -> None:
    write(qtbot, "Fewer cars")
    press(qtbot, Enter, modifier=CTRL)
    write(qtbot, "Toll", Enter)
    write(qtbot, "half a word")
    press(qtbot, Qt.Key.Key_Z, modifier=CTRL)
    assert room.page.field.line.text() != "half a word"
    room.page.field.line.clear()
    press(qtbot, Qt.Key.Key_Z, modifier=CTRL)
    assert needs(room, stand(room).item) == []
    press(qtbot, Qt.Key.Key_Z, modifier=CTRL)
    assert stand(room) == Stand("means", "g")
    assert needs(room, "g") == []
    press(qtbot, Qt.Key.Key_Y, modifier=CTRL)
    assert needs(room, "g") == ["Fewer cars"]


def test_while_composing_the_deciding_keys_belong_to_the_input_method(
    window: MainWindow, room: InterviewRoom, qtbot: QtBot
) -> None:
    compose("くるま")
    press(qtbot, Enter, Tab, Escape, Qt.Key.Key_Up, Qt.Key.Key_Down)
    press(qtbot, Enter, modifier=CTRL)
    press(qtbot, Qt.Key.Key_Left, modifier=ALT)
    assert window.interviewing.is_on
    assert stand(room) == Stand("means", "g")
    assert focused() is room.page.field.line
    assert needs(room, "g") == []
    compose("", "車を減らす")
    press(qtbot, Enter)
    assert needs(room, "g") == ["車を減らす"]


def test_it_ends_with_what_is_open_and_goes_on_from_there(
    window: MainWindow, room: InterviewRoom, qtbot: QtBot
) -> None:
    press(qtbot, Enter, Enter)
    write(qtbot, "No chargers", Enter)
    (obstacle,) = held(room).register
    press(qtbot, Escape)
    assert room.conduct.stand is None
    headings = [row.title for row in room.closing.rows.shown if row.heading]
    assert headings == [
        "Goals and states without means",
        "Obstacles without an answer",
        "Actions that serve nothing",
        "Links without a reason",
    ]
    assert focused() is room.closing.rows
    press(qtbot, Qt.Key.Key_Down, Enter)
    assert stand(room) == Stand("remover", "g", obstacle)
    press(qtbot, Escape, Qt.Key.Key_Down, Enter)
    assert stand(room) == Stand("purpose", "idle")
    write(qtbot, "traffic", Tab)
    assert needs(room, "g") == ["Build tram lines"]
    assert room.conduct.stand is None
    assert "Actions that serve nothing" not in [row.title for row in room.closing.rows.shown]
    press(qtbot, Enter, modifier=SHIFT)
    assert not window.interviewing.is_on
    assert window.workspace.selection == ("g",)


def test_a_purpose_is_an_item_of_the_plan(room: InterviewRoom, qtbot: QtBot) -> None:
    room._turn_to(Stand("purpose", "idle"))
    write(qtbot, "something new", Enter)
    assert "Choose what needs it" in room.page.told.text()
    assert len(held(room).nodes) == 3


def test_escape_clears_then_ends_then_leaves_to_the_same_selection(
    window: MainWindow, room: InterviewRoom, qtbot: QtBot
) -> None:
    assert not window.menuBar().isVisible()
    assert not window.actions_.by_id["delete"].isEnabled()
    write(qtbot, "Fewer", Escape)
    assert room.page.field.line.text() == ""
    press(qtbot, Escape)
    press(qtbot, Qt.Key.Key_Left, modifier=ALT)
    assert stand(room) == Stand("means", "g")
    press(qtbot, Escape, Escape)
    assert not window.interviewing.is_on
    assert window.menuBar().isVisible()
    assert window.toolbar.isVisible()
    assert window.status.isVisible()
    assert window.workspace.selection == ("g",)
    assert window.actions_.by_id["delete"].isEnabled()
    assert window.views.isAncestorOf(focused())


def test_the_button_ends_and_then_leaves(
    window: MainWindow, room: InterviewRoom, qtbot: QtBot
) -> None:
    qtbot.mouseClick(room.head.leave, Qt.MouseButton.LeftButton)
    assert room.conduct.stand is None
    with qtbot.captureExceptions() as exceptions:
        qtbot.mouseClick(room.head.leave, Qt.MouseButton.LeftButton)
    assert exceptions == []
    assert not window.interviewing.is_on


def test_areas_and_the_path_are_ways_to_other_items(room: InterviewRoom, qtbot: QtBot) -> None:
    (area,) = room.path.stages.shown
    assert (area.title, area.said) == ("Traffic", "no means yet")
    room.path.path.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Enter)
    assert stand(room) == Stand("means", "v")
    assert focused() is room.page.field.line
    room.path.stages.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Enter)
    assert stand(room) == Stand("means", "g")


def test_beside_the_question_a_row_is_lit_only_while_the_keyboard_is_there(
    room: InterviewRoom, qtbot: QtBot
) -> None:
    room.path.stages.setFocus(Qt.FocusReason.TabFocusReason)
    assert room.path.stages.chosen == "g"
    room.page.field.setFocus()
    press(qtbot, Escape)
    sides = (room.path.path, room.path.stages, room.growth.open)
    assert [rows.chosen for rows in sides] == ["", "", ""]


def test_the_ways_on_and_back_work_from_the_answers_too(room: InterviewRoom, qtbot: QtBot) -> None:
    write(qtbot, "Fewer cars", Enter)
    press(qtbot, Tab)
    assert focused() is room.page.answers
    assert room.page.answers.chosen
    press(qtbot, Qt.Key.Key_Right, modifier=ALT)
    assert stand(room) == Stand("enough", "g")
    room.page.answers.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Left, modifier=ALT)
    assert stand(room) == Stand("means", "g")
    room.page.answers.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Enter, modifier=CTRL)
    assert held(room).nodes[stand(room).item].title == "Fewer cars"


def test_the_map_grows_with_each_answer(room: InterviewRoom, qtbot: QtBot) -> None:
    scene = room.growth.map.map_scene
    assert scene.items_by_id.keys() == {"v", "g"}
    write(qtbot, "Fewer cars", Enter)
    assert len(scene.items_by_id) == 3
    assert scene.items_by_id["g"].selected
    assert room.growth.map_note.text() == "1 new item, 0 minutes"


def test_it_speaks_the_window_s_language_from_one_moment_to_the_next(
    window: MainWindow, room: InterviewRoom, qtbot: QtBot
) -> None:
    write(qtbot, "Fewer")
    qtbot.keyClick(window, Qt.Key.Key_L, CTRL | SHIFT)
    assert room.page.question.text().replace("\n", "").startswith("その直前に、何が")
    assert room.head.name.text() == "逆算の面談"
    assert room.foot.hints[0] == ("Enter", "答えを加える")
    assert room.page.field.line.text() == "Fewer"
    assert room.page.field.sides[0].text() == "状態"


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size", [(1440, 900), (1280, 720)])
def test_the_question_has_room_at_every_size(
    window: MainWindow, room: InterviewRoom, percent: int, size: tuple[int, int]
) -> None:
    before = window.size()
    window.workspace.set_language("ja")
    window.resize(*size)
    window.deeds.set_text_size(percent)
    QApplication.processEvents()
    line = room.page.field.line
    assert line.isVisible()
    assert line.width() >= 300
    bottom = line.mapTo(room.page, line.rect().bottomLeft()).y()
    assert bottom <= room.page.viewport().height()
    assert room.page.question.fontMetrics().height() >= 40
    for words in room.page.question.text().splitlines():
        assert room.page.question.fontMetrics().horizontalAdvance(words) <= line.window().width()
    window.deeds.set_text_size(100)
    window.resize(before)


def test_everything_that_takes_the_keyboard_has_a_name(room: InterviewRoom, qtbot: QtBot) -> None:
    write(qtbot, "Fewer cars", Enter)
    for part in room.findChildren(QWidget):
        takes_keys = isinstance(part, (QPushButton, Rows)) or part is room.page.field.line
        if takes_keys and part.isVisible() and part.focusPolicy() != Qt.FocusPolicy.NoFocus:
            assert part.accessibleName() or part.text(), part
    spoken = room.page.field.line.accessibleName()
    assert spoken == "For this to be true in 2035, What must be true just before this?"
    assert room.head.steps.accessibleName() == "Question 1 of 5: Just before"
    assert room.page.answers.item(0).text().startswith("S-001 Fewer cars. by 31 Dec 2035")


def test_another_plan_ends_the_interview(window: MainWindow, room: InterviewRoom) -> None:
    window.workspace.open(plan())
    assert not window.interviewing.is_on


def test_an_empty_plan_has_nothing_to_be_asked_about(window: MainWindow, qtbot: QtBot) -> None:
    window.workspace.open(Plan())
    qtbot.keyClick(window, Qt.Key.Key_I, CTRL)
    assert window.interviewing.room.conduct.stand is None
    press(qtbot, Escape)
    assert not window.interviewing.is_on
