"""The page of the bottlenecks: the rank, the months of delay, what it does to each target."""

import datetime as dt
from collections.abc import Iterator

import msgspec
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.bottlenecks.page import BottlenecksPage
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan


@pytest.fixture
def rank_page(example_window: MainWindow, qtbot: QtBot) -> Iterator[BottlenecksPage]:
    qtbot.keyClick(example_window, Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
    assert example_window.answering.panel is not None
    page = example_window.answering.panel.pages["bottlenecks"]
    assert isinstance(page, BottlenecksPage)
    settled(page, qtbot)
    yield page
    page.delay.setText("24")
    example_window.answering.panel.put_away()


def settled(page: BottlenecksPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.answer is not None and not page.asking.is_busy)


def two_targets() -> Plan:
    """An action of a year that two promises wait for: one close, one far."""
    day = dt.date(2020, 1, 1)
    ends = [
        r.Node(id="near", kind="vision", title="Near", number="V-001", target=dt.date(2021, 6, 30)),
        r.Node(id="far", kind="vision", title="Far", number="V-002", target=dt.date(2030, 6, 30)),
    ]
    act = r.Node(id="a", kind="action", title="Act", number="A-001", duration="12mo")
    links = [
        r.Link(id=end.id + "-a", prerequisite="a", dependent=end.id, relation="requires")
        for end in ends
    ]
    return Plan.from_records([r.PlanSettings(status_date=day, reference_date=day),
                              *ends, act, *links])  # fmt: skip


def test_the_worst_stands_first_with_the_reason(rank_page: BottlenecksPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(rank_page.list.hasFocus)
    first = rank_page.list.item(0).text()
    assert first.startswith("1. ")
    assert "V-001 comes 24 months later" in first
    assert rank_page.chosen == rank_page.answer.items[0]
    assert rank_page.detail.effects.count() == 1
    assert "A delay of 24 months moves V-001" in rank_page.detail.effects.item(0).text()
    assert rank_page.detail.chart.isVisible()


def test_walking_the_rank_selects_on_every_view(rank_page: BottlenecksPage, qtbot: QtBot) -> None:
    rank_page.list.setFocus()
    qtbot.keyClick(rank_page.list, Qt.Key.Key_Down)
    second = rank_page.answer.items[1]
    assert rank_page.workspace.selection == (second.item,)
    assert rank_page.chosen == second


def test_the_arrow_keys_in_the_field_ask_for_another_delay(
    rank_page: BottlenecksPage, qtbot: QtBot
) -> None:
    rank_page.delay.setFocus()
    qtbot.keyClick(rank_page.delay, Qt.Key.Key_Up)
    settled(rank_page, qtbot)
    assert rank_page.answer.months == 30
    assert "V-001 comes 30 months later" in rank_page.list.item(0).text()


def test_what_is_no_number_of_months_changes_nothing(
    rank_page: BottlenecksPage, qtbot: QtBot
) -> None:
    rank_page.delay.setFocus()
    rank_page.delay.selectAll()
    qtbot.keyClicks(rank_page.delay, "0")
    assert not rank_page.asking.is_busy
    qtbot.keyClick(rank_page.delay, Qt.Key.Key_Tab)
    assert rank_page.delay.text() == "24"


def test_the_effect_on_each_target_is_told_the_missed_one_first(
    rank_page: BottlenecksPage, qtbot: QtBot
) -> None:
    rank_page.workspace.open(two_targets())
    settled(rank_page, qtbot)
    effects = rank_page.detail.effects
    told = [effects.item(row).text() for row in range(effects.count())]
    assert "V-001 Near by 24 months" in told[0]
    assert "after its date" in told[0]
    assert "V-002 Far by 24 months" in told[1]
    assert told[1].endswith("still in time.")
    qtbot.mouseClick(
        effects.viewport(), Qt.MouseButton.LeftButton,
        pos=effects.visualItemRect(effects.item(0)).center(),
    )  # fmt: skip
    assert rank_page.workspace.selection == ("near",)


def test_the_weight_of_uncertain_durations_comes_with_what_it_rests_on(
    rank_page: BottlenecksPage, qtbot: QtBot
) -> None:
    plan = two_targets()
    rank_page.workspace.open(plan)
    settled(rank_page, qtbot)
    assert rank_page.detail.method.isHidden()
    rank_page.workspace.do(
        edits.set_fields(plan, "node", "a", optimistic="6mo", pessimistic="36mo")
    )
    settled(rank_page, qtbot)
    assert rank_page.detail.method.text().startswith("10,000 runs, seed 1.")
    assert "Its uncertain duration moves the date by about" in rank_page.detail.reasons.text()


def test_an_edit_ranks_anew(rank_page: BottlenecksPage, qtbot: QtBot) -> None:
    workspace = rank_page.workspace
    workspace.open(two_targets())
    settled(rank_page, qtbot)
    workspace.do(edits.delete(workspace.plan, ["near"]))
    settled(rank_page, qtbot)
    assert rank_page.detail.effects.count() == 1


def test_a_plan_without_a_promised_date_says_so(rank_page: BottlenecksPage, qtbot: QtBot) -> None:
    plan = two_targets()
    rank_page.workspace.open(
        Plan.from_records(
            msgspec.structs.replace(one, target=None) if isinstance(one, r.Node) else one
            for one in plan.every_record()
        )
    )
    settled(rank_page, qtbot)
    assert rank_page.empty.isVisible()
    assert "no date that a delay could move" in rank_page.empty.text()


def test_another_language_says_the_same(rank_page: BottlenecksPage) -> None:
    rank_page.workspace.set_language("ja")
    assert "V-001は24か月遅れ" in rank_page.list.item(0).text()
    assert rank_page.unit.text() == "か月"
