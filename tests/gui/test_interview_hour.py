"""An hour of the interview by keys alone: from a vision to more than forty connected items."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.analysis.interview.walk import Stand
from strategy_planner.analysis.schedule import ItemDates, schedule
from strategy_planner.bundled import bundled
from strategy_planner.gui.interview.room import InterviewRoom
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import records as r
from strategy_planner.model.answers import requirements
from strategy_planner.model.creation import create_plan
from strategy_planner.model.plan import Plan

DAY = dt.date(2019, 6, 7)
ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


def bio_strategy() -> Plan:
    """What the vision of the worked example requires, with durations and dates, and no more.

    Every link to a choice is an option of its own, as answers of the interview are.
    """
    whole = read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())
    (vision,) = (node.id for node in whole.nodes.values() if node.kind == "vision")
    kept, front = {vision}, [vision]
    while front:
        needed = [link.prerequisite for link in requirements(whole, front.pop())]
        front += [id_ for id_ in needed if id_ not in kept]
        kept.update(needed)
    return create_plan(
        [
            r.PlanSettings(status_date=DAY, reference_date=DAY),
            *(
                r.Node(id=n.id, kind=n.kind, title=n.title, date=n.date, duration=n.duration)
                for n in whole.nodes.values()
                if n.id in kept
            ),
            *(choice for choice in whole.choices.values() if choice.node in kept),
            *(
                r.Link(
                    id=link.id,
                    prerequisite=link.prerequisite,
                    dependent=link.dependent,
                    relation="requires",
                    choice=link.choice,
                    option=link.choice and link.prerequisite,
                )
                for link in whole.links.values()
                if link.relation == "requires" and {link.prerequisite, link.dependent} <= kept
            ),
        ]
    )


class Operator:
    """Somebody at the keyboard who says of the bio strategy what it requires."""

    def __init__(self, qtbot: QtBot, room: InterviewRoom, wanted: Plan) -> None:
        self.qtbot, self.room, self.wanted = qtbot, room, wanted
        self.known: dict[str, str] = {}
        self.keys = 0

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.keys += 1
        target = QApplication.focusWidget()
        self.qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)

    def write(self, text: str) -> None:
        """As a Japanese input method commits it."""
        for preedit, commit in ((text, ""), ("", text)):
            event = QInputMethodEvent(preedit, [])
            event.setCommitString(commit)
            QApplication.sendEvent(QApplication.focusWidget(), event)

    @property
    def stand(self) -> Stand | None:
        return self.room.conduct.stand

    def tell(self, wanted: str) -> None:
        """Answer all questions of one item, and of all that it requires."""
        here = self.stand
        assert here is not None
        assert here.question == "means"
        self.known[wanted] = here.item
        links = requirements(self.wanted, wanted)
        new = [link.prerequisite for link in links if link.prerequisite not in self.known]
        for link in links:
            self.answer(link.prerequisite)
        for choice in {link.choice for link in links if link.choice}:
            for _ in range(self.wanted.choices[choice].effective_needed):
                self.press(Qt.Key.Key_G, CTRL)
        for child in new:
            node = self.wanted.nodes[child]
            if requirements(self.wanted, child) or node.date or node.duration:
                self.go_deeper(child)
                self.tell(child)
                assert self.stand == here
        self.press(Qt.Key.Key_Return)
        assert self.stand == Stand("enough", here.item)
        self.press(Qt.Key.Key_Return)
        assert self.stand == Stand("obstacles", here.item)
        self.press(Qt.Key.Key_Return)
        assert self.stand == Stand("deadline", here.item)
        self.date(wanted)
        self.press(Qt.Key.Key_Return)

    def answer(self, wanted: str) -> None:
        node, page = self.wanted.nodes[wanted], self.room.page
        self.write(node.title)
        if wanted in self.known:
            assert page.known.chosen == self.known[wanted]
            self.press(Qt.Key.Key_Tab)
            return
        codes = [code for code, _ in page.field.options]
        assert node.kind in codes
        while page.field.lit != node.kind:
            self.press(Qt.Key.Key_Down, ALT)
        self.press(Qt.Key.Key_Return)
        self.known[wanted] = self.room.conduct.latest

    def go_deeper(self, wanted: str) -> None:
        rows = [row.id for row in self.room.page.answers.shown]
        assert self.known[wanted] in rows
        while self.room.page.answers.chosen != self.known[wanted]:
            self.press(Qt.Key.Key_Down)
        self.press(Qt.Key.Key_Return, CTRL)

    def date(self, wanted: str) -> None:
        node = self.wanted.nodes[wanted]
        written = [node.duration.replace("mo", "か月")] if node.duration else []
        if node.kind != "vision" and node.date:
            written.append(node.date)
        for text in written:
            self.write(text)
            self.press(Qt.Key.Key_Return)


@pytest.fixture
def window(new_window: MainWindow) -> MainWindow:
    return new_window


def by_title(plan: Plan) -> dict[str, ItemDates]:
    dates = schedule(plan).items
    return {plan.nodes[id_].title: found for id_, found in dates.items()}


def requirements_by_title(plan: Plan) -> set[tuple[str, str, bool]]:
    return {
        (plan.nodes[one.prerequisite].title, plan.nodes[one.dependent].title, bool(one.choice))
        for one in plan.links.values()
    }


def test_the_bio_strategy_is_built_from_its_vision_by_keys_alone(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRATEGY_PLANNER_REDUCED_MOTION", "1")
    wanted = bio_strategy()
    (vision,) = (node for node in wanted.nodes.values() if node.kind == "vision")
    workspace = window.workspace
    only = r.Node(id="v", kind="vision", title=vision.title, date=vision.date)
    workspace.open(create_plan([wanted.settings, only]))
    begun = workspace.plan.copy()
    workspace.select(["v"])
    qtbot.keyClick(window, Qt.Key.Key_I, CTRL)
    assert window.interviewing.is_on
    operator = Operator(qtbot, window.interviewing.room, wanted)

    operator.tell(vision.id)

    plan = workspace.plan
    assert len(plan.nodes) == len(wanted.nodes) > 40
    assert requirements_by_title(plan) == requirements_by_title(wanted)
    kinds = {node.title: node.kind for node in wanted.nodes.values()}
    assert {node.title: node.kind for node in plan.nodes.values()} == kinds
    expected, found = by_title(wanted), by_title(plan)
    assert expected.keys() == found.keys()
    for title, dates in expected.items():
        same = found[title]
        assert (same.early_start, same.early_finish) == (dates.early_start, dates.early_finish)
        assert (same.late_start, same.late_finish) == (dates.late_start, dates.late_finish)
        assert (same.state, same.conditional) == (dates.state, dates.conditional)
    scene = window.interviewing.room.growth.map.map_scene
    assert "v" in scene.items_by_id
    assert {link.prerequisite for link in plan.links_into("v")} <= scene.items_by_id.keys()

    keys, edits = operator.keys, workspace.undo_stack.count()
    assert keys < 10 * len(plan.nodes)
    built = plan.copy()
    for _ in range(edits):
        operator.press(Qt.Key.Key_Z, CTRL)
    assert plan == begun
    assert operator.stand is not None
    assert operator.stand.item == "v"
    for _ in range(edits):
        operator.press(Qt.Key.Key_Y, CTRL)
    assert plan == built

    operator.press(Qt.Key.Key_Escape)
    assert operator.stand is None
    open_titles = [row.title for row in window.interviewing.room.closing.rows.shown]
    assert any("⑨ 木材活用大型建築" in title for title in open_titles)
    operator.press(Qt.Key.Key_Escape)
    assert not window.interviewing.is_on
    assert workspace.selection == ("v",)
