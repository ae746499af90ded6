"""The page of the KPIs: chosen on all views, charted, explained, measured."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.kpis import answer
from strategy_planner.gui.answers.kpis.page import KpiPage
from strategy_planner.gui.inspector.record_list import RecordList
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node


@pytest.fixture
def kpi_page(example_window: MainWindow, qtbot: QtBot) -> Iterator[KpiPage]:
    example_window.answering.show("kpis")
    assert example_window.answering.panel is not None
    page = example_window.answering.panel.pages["kpis"]
    assert isinstance(page, KpiPage)
    qtbot.waitUntil(lambda: not page.asking.is_busy)
    yield page
    example_window.answering.panel.put_away()


def row_of(page: KpiPage, key: str) -> list[str]:
    page.table.go_to(key)
    row = page.table.currentRow()
    cells = (page.table.item(row, column) for column in range(page.table.columnCount()))
    return [cell.text() for cell in cells if cell is not None]


def test_those_behind_come_first_with_their_gap_in_words(kpi_page: KpiPage) -> None:
    first = kpi_page.table.item(0, 1)
    assert first is not None
    assert first.text() == "B: behind"
    cells = row_of(kpi_page, "K-101")
    assert "136 short" in cells
    assert "5,050 (31 Mar 2019)" in cells
    assert "3% / 8%" in cells


def test_a_kpi_without_a_target_is_to_be_set(kpi_page: KpiPage, qtbot: QtBot) -> None:
    cells = row_of(kpi_page, "K-0")
    assert cells.count("to be set") == 3
    kpi_page.table.setFocus()
    qtbot.keyClick(kpi_page.table, Qt.Key.Key_Return)
    assert "The target is to be set" in kpi_page.detail.reasons.text()
    assert kpi_page.detail.trajectory.accessibleDescription().endswith(": to be set")
    assert kpi_page.detail.wedges.isHidden()


def test_walking_selects_the_kpi_on_every_view_and_charts_it(
    kpi_page: KpiPage, qtbot: QtBot
) -> None:
    kpi_page.table.setFocus()
    kpi_page.table.setCurrentCell(0, 0)
    qtbot.keyClick(kpi_page.table, Qt.Key.Key_Down)
    key = kpi_page.table.current_key()
    assert kpi_page.workspace.selection == (key,)
    name = kpi_page.workspace.plan.kpis[key].name
    assert name is not None
    assert kpi_page.detail.trajectory.chart is not None
    assert kpi_page.detail.trajectory.isVisible()


def test_what_is_selected_elsewhere_is_looked_at(kpi_page: KpiPage) -> None:
    kpi_page.workspace.select(["K-102"])
    assert kpi_page.table.current_key() == "K-102"
    node = kpi_page.workspace.plan.kpis["K-101"].node
    assert node is not None
    kpi_page.workspace.select([node])
    key = kpi_page.table.current_key()
    assert kpi_page.workspace.plan.kpis[key].node == node


def test_the_reasons_tell_how_gap_and_forecast_were_computed(kpi_page: KpiPage) -> None:
    kpi_page.workspace.select(["K-101"])
    words = kpi_page.detail.reasons.text()
    assert "B: behind (3% of the way, 8% of the time)" in words
    assert "5,186 was needed then: 136 short." in words
    assert "+250 a year; business as usual goes on so." in words
    assert "2 actions add 4,553 to it by 31 Dec 2030" in words


def test_a_measurement_is_added_by_the_keyboard_and_taken_back(
    kpi_page: KpiPage, qtbot: QtBot
) -> None:
    workspace = kpi_page.workspace
    workspace.select(["K-101"])
    count = len(workspace.plan.measurements)
    kpi_page.measuring.day.setFocus()
    qtbot.keyClicks(kpi_page.measuring.day, "2019-05-31")
    kpi_page.measuring.value.setFocus()
    qtbot.keyClicks(kpi_page.measuring.value, "5,600")
    with qtbot.waitSignal(kpi_page.told):
        qtbot.keyClick(kpi_page.measuring.value, Qt.Key.Key_Return)
    assert len(workspace.plan.measurements) == count + 1
    qtbot.waitUntil(lambda: not kpi_page.asking.is_busy)
    assert "5,600 (31 May 2019)" in row_of(kpi_page, "K-101")
    assert row_of(kpi_page, "K-101")[1] == "A: on course"
    assert kpi_page.measuring.value.text() == ""
    workspace.undo_stack.undo()
    assert len(workspace.plan.measurements) == count


def test_measurements_are_mended_and_contributions_added_in_the_page(
    kpi_page: KpiPage, qtbot: QtBot
) -> None:
    workspace = kpi_page.workspace
    workspace.select(["K-101"])
    measured, added = kpi_page.detail.records.sections.values()
    assert measured.head.accessibleName() == "Measurements (2)"
    measured.unfold()
    assert isinstance(measured.body, RecordList)
    row = measured.body.rows["MS-02"]
    qtbot.mouseClick(row.delete, Qt.MouseButton.LeftButton)
    assert "MS-02" not in workspace.plan.measurements
    qtbot.waitUntil(lambda: not kpi_page.asking.is_busy)
    assert "4,900 (30 Sep 2018)" in row_of(kpi_page, "K-101")
    assert measured.head.accessibleName() == "Measurements (1)"
    added.unfold()
    assert isinstance(added.body, RecordList)
    qtbot.mouseClick(added.body.add, Qt.MouseButton.LeftButton)
    assert [one.kpi for one in workspace.plan.contributions.values()][-1] == "K-101"
    workspace.select(["K-102"])
    assert "MS-01" not in measured.body.rows
    assert "MS-03" in measured.body.rows


def test_a_value_that_is_no_number_stays_as_typed_with_the_reason(
    kpi_page: KpiPage, qtbot: QtBot
) -> None:
    kpi_page.workspace.select(["K-101"])
    kpi_page.measuring.value.setText("many")
    qtbot.mouseClick(kpi_page.measuring.add, Qt.MouseButton.LeftButton)
    assert kpi_page.measuring.refusal.text() == "“many” is no number."
    assert kpi_page.measuring.value.text() == "many"
    kpi_page.measuring.value.clear()
    qtbot.mouseClick(kpi_page.measuring.add, Qt.MouseButton.LeftButton)
    assert kpi_page.measuring.refusal.text() == "Write the measured value."


def test_an_edit_meanwhile_is_followed_once_its_answer_is_there(
    kpi_page: KpiPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, found = threading.Event(), answer.kpi_standings

    def held(*given: object) -> object:
        go_on.wait(10)
        return found(*given)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(answer, "kpi_standings", held)
    workspace = kpi_page.workspace
    workspace.do(edits.delete(workspace.plan, ["K-101"]))
    assert kpi_page.asking.is_busy
    assert row_of(kpi_page, "K-101")
    go_on.set()
    qtbot.waitUntil(lambda: not kpi_page.asking.is_busy)
    kpi_page.table.go_to("K-101")
    assert kpi_page.table.current_key() != "K-101"


def test_the_planner_lets_dates_follow_the_kpis_and_takes_it_back(
    kpi_page: KpiPage, qtbot: QtBot
) -> None:
    workspace, box = kpi_page.workspace, kpi_page.follow_box
    assert box.isEnabled()
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert workspace.plan.settings.kpi_dates is True
    qtbot.waitUntil(lambda: not kpi_page.asking.is_busy)
    assert box.isChecked()
    workspace.undo_stack.undo()
    qtbot.waitUntil(lambda: not kpi_page.asking.is_busy)
    assert not box.isChecked()


def test_a_plan_without_kpis_offers_to_begin(kpi_page: KpiPage, qtbot: QtBot) -> None:
    kpi_page.workspace.open(Plan.from_records([Node(id="v", kind="vision", title="Vision")]))
    qtbot.waitUntil(lambda: not kpi_page.asking.is_busy)
    assert kpi_page.empty.text() == "KPIs are to be set. Start with indicator, unit and baseline."
    qtbot.mouseClick(kpi_page.begin, Qt.MouseButton.LeftButton)
    (kpi,) = kpi_page.workspace.plan.kpis.values()
    assert kpi.node == "v"
    assert kpi_page.workspace.selection == (kpi.id,)
    qtbot.waitUntil(lambda: kpi_page.table.current_key() == kpi.id)


def test_another_language_says_the_same(kpi_page: KpiPage) -> None:
    kpi_page.workspace.select(["K-101"])
    kpi_page.workspace.set_language("ja")
    assert "136 不足" in row_of(kpi_page, "K-101")
    assert "必要でした" in kpi_page.detail.reasons.text()
    assert "の推移" in kpi_page.detail.trajectory.accessibleName()
