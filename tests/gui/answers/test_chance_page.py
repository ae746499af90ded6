"""The page of the chances: refined while one looks, drawn with its method, raised, spread."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from strategy_planner.gui.answers.chance import answer, raising
from strategy_planner.gui.answers.chance.page import ChancePage
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.model import edits
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, PlanSettings, Track


@pytest.fixture(autouse=True)
def _without_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody types meanwhile."""
    monkeypatch.setattr(answer, "REST_S", 0)


def opened(window: MainWindow) -> ChancePage:
    window.answering.show("chance")
    assert window.answering.panel is not None
    page = window.answering.panel.pages["chance"]
    assert isinstance(page, ChancePage)
    page.settings.runs.setCurrentIndex(0)
    return page


def wait(page: ChancePage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not page.asking.is_busy)


@pytest.fixture
def chance_page(example_window: MainWindow, qtbot: QtBot) -> Iterator[ChancePage]:
    page = opened(example_window)
    page.asking.ask()
    wait(page, qtbot)
    yield page
    wait(page, qtbot)
    assert example_window.answering.panel is not None
    example_window.answering.panel.put_away()


def cell(page: ChancePage, column: int) -> str:
    item = page.table.item(0, column)
    return item.text() if item is not None else ""


def test_each_target_has_its_chance_and_its_percentiles(chance_page: ChancePage) -> None:
    assert cell(chance_page, 0).startswith("V-001")
    assert cell(chance_page, 1) == "1%"
    assert cell(chance_page, 4) == "31 Dec 2030"
    assert cell(chance_page, 6) == "never"


def test_the_method_stands_with_the_figures(chance_page: ChancePage) -> None:
    said = "1,000 runs, seed 1. Durations: Beta-PERT."
    assert said in chance_page.state.text()
    chart = chance_page.detail.curve.chart
    assert chart is not None
    assert any(said in row[0] for row in chart.values)
    assert "standard error" in chance_page.detail.curve.accessibleDescription()


def test_the_strongest_driver_stands_first(chance_page: ChancePage) -> None:
    chart = chance_page.detail.drivers.chart
    assert chart is not None
    assert chart.values[1][0].startswith("A-011")


def test_first_figures_come_after_a_few_runs_and_are_refined(
    example_window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, refining = threading.Event(), answer.refining

    def held(*given: object) -> Iterator[object]:
        for found in refining(*given):  # type: ignore[arg-type] # passed on as they are
            yield found
            go_on.wait(10)

    monkeypatch.setattr(answer, "refining", held)
    page = opened(example_window)
    page.asking.ask()
    qtbot.waitUntil(lambda: page.answer is not None and page.answer.found.terms.samples == 500)
    assert page.asking.is_busy
    assert page.state.text().startswith("500 of 1,000 runs so far")
    go_on.set()
    wait(page, qtbot)
    assert page.answer.found.terms.samples == 1_000
    assert page.state.text().startswith("1,000 runs")


def test_an_edit_begins_anew_and_says_that_the_figures_are_older(
    chance_page: ChancePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, refining = threading.Event(), answer.refining

    def held(*given: object) -> Iterator[object]:
        go_on.wait(10)
        yield from refining(*given)  # type: ignore[arg-type] # passed on as they are

    monkeypatch.setattr(answer, "refining", held)
    workspace = chance_page.workspace
    before = cell(chance_page, 3)
    workspace.do(edits.set_fields(workspace.plan, "node", "A-11", pessimistic="200mo"))
    assert "being renewed" in chance_page.state.text()
    assert cell(chance_page, 3) == before
    go_on.set()
    wait(chance_page, qtbot)
    assert cell(chance_page, 3) != before
    assert "being renewed" not in chance_page.state.text()


def test_distribution_and_choices_are_settings_of_the_plan_and_undone(
    chance_page: ChancePage, qtbot: QtBot
) -> None:
    workspace, pick = chance_page.workspace, chance_page.settings.of_plan["distribution"]
    pick.setFocus()
    qtbot.keyClick(pick, Qt.Key.Key_Down)
    assert workspace.plan.settings.distribution == "triangular"
    wait(chance_page, qtbot)
    assert "Durations: Triangular." in chance_page.state.text()
    workspace.undo_stack.undo()
    assert pick.currentData() == "beta-pert"
    wait(chance_page, qtbot)
    assert "Beta-PERT" in chance_page.state.text()


def test_another_seed_is_another_draw(chance_page: ChancePage, qtbot: QtBot) -> None:
    chance_page.settings.seed.setValue(7)
    wait(chance_page, qtbot)
    assert "seed 7" in chance_page.state.text()
    chance_page.settings.seed.setValue(1)


def test_what_would_raise_the_chance_is_found_beside_the_window(
    chance_page: ChancePage, qtbot: QtBot
) -> None:
    part = chance_page.detail.raising
    qtbot.mouseClick(part.ask, Qt.MouseButton.LeftButton)
    assert part.stop.isVisibleTo(part)
    qtbot.waitUntil(lambda: part.found is not None)
    assert part.chart.chart is not None
    assert len(part.chart.chart.values) > 2
    assert "(+" in part.chart.chart.values[1][1]
    workspace = chance_page.workspace
    workspace.do(edits.add_node(workspace.plan, "action", "Another"))
    assert part.found is None
    assert part.chart.isHidden()


def test_it_can_be_stopped(
    chance_page: ChancePage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, found = threading.Event(), raising.what_raises_most
    ended = threading.Event()

    def held(*given: object) -> object:
        go_on.wait(10)
        try:
            return found(*given)  # type: ignore[arg-type] # passed on as they are
        finally:
            ended.set()

    monkeypatch.setattr(raising, "what_raises_most", held)
    part = chance_page.detail.raising
    part.ask.click()
    qtbot.mouseClick(part.stop, Qt.MouseButton.LeftButton)
    assert not part.is_busy
    assert part.ask.isVisibleTo(part)
    go_on.set()
    qtbot.waitUntil(ended.is_set)
    assert part.found is None


@pytest.fixture
def unestimated(chance_page: ChancePage, qtbot: QtBot) -> ChancePage:
    chance_page.workspace.open(
        Plan.from_records(
            [
                PlanSettings(status_date=None, language="en"),
                Node(id="v", kind="vision", number="V-001", title="Vision", date="2090"),
                Track(id="t", name="Research"),
                Node(id="a", kind="action", number="A-001", title="Do", duration="24mo", track="t"),
                Link(id="l", prerequisite="a", dependent="v", relation="requires"),
            ]
        )
    )
    wait(chance_page, qtbot)
    return chance_page


def test_a_plan_without_estimates_is_offered_quick_ranges(
    unestimated: ChancePage, qtbot: QtBot
) -> None:
    page, ranges = unestimated, unestimated.detail.ranges
    assert "Nothing in this plan is uncertain" in page.detail.uncertain.text()
    assert cell(page, 1) == "not estimated"
    assert page.detail.curve.isHidden()
    assert not page.detail.raising.ask.isEnabled()
    assert ranges.said.text().startswith("1 duration has no estimate")
    ranges.category.setCurrentIndex(ranges.category.findText("Research"))
    qtbot.mouseClick(ranges.spread, Qt.MouseButton.LeftButton)
    (kept,) = page.workspace.plan.settings.quick_ranges
    assert (kept.track, kept.low, kept.high) == ("t", -0.2, 0.8)
    wait(page, qtbot)
    assert "Research: −20 % to +80 %" in page.detail.uncertain.text()
    assert ranges.said.isHidden()
    assert page.detail.curve.isVisible()
    page.workspace.undo_stack.undo()
    assert page.workspace.plan.settings.quick_ranges == ()
    wait(page, qtbot)
    assert page.detail.curve.isHidden()


def test_a_plan_without_a_dated_target_says_so(chance_page: ChancePage, qtbot: QtBot) -> None:
    chance_page.workspace.open(Plan.from_records([Node(id="v", kind="vision", title="Vision")]))
    wait(chance_page, qtbot)
    assert chance_page.empty.text().startswith("No vision has a date")
    assert chance_page.empty.isVisible()


def test_another_language_says_the_same(chance_page: ChancePage) -> None:
    chance_page.workspace.set_language("ja")
    assert cell(chance_page, 4) == "2030年12月31日"
    assert "ベータPERT分布" in chance_page.state.text()
