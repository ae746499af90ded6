"""What the inspector says of an item's dates: too late, no time taken, marks of origin."""

import datetime as dt

import pytest
from PySide6.QtGui import QColor, QPixmap

from strategy_planner.gui.inspector.banner import FindingBanner
from strategy_planner.gui.inspector.dates_block import ILLUSTRATION, DatesBlock
from strategy_planner.gui.inspector.mini_chart import MiniChart
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

RECORDS = (
    r.PlanSettings(status_date=dt.date(2020, 4, 1), reference_date=dt.date(2020, 4, 1)),
    r.Node(id="V", kind="vision", number="V-001", title="Vision", target=dt.date(2024, 12, 31)),
    r.Node(id="A", kind="action", number="A-001", title="Study", duration="6y"),
    r.Node(id="B", kind="action", number="A-002", title="Survey", duration="1y"),
    r.Node(id="G", kind="area", number="G-001", title="Alone"),
    r.Link(id="L", prerequisite="A", dependent="V", relation="requires"),
    r.Link(id="M", prerequisite="B", dependent="V", relation="requires"),
)


@pytest.fixture
def workspace(qapp):
    made = Workspace(Plan.from_records(RECORDS))
    made.set_language("en")
    return made


@pytest.fixture
def show(qtbot, workspace):
    def build(kind, node_id):
        widget = kind(workspace, node_id)
        qtbot.addWidget(widget)
        widget.resize(270, widget.sizeHint().height())
        widget.show()
        return widget

    return build


def set_node(workspace, node_id, **fields):
    assert workspace.do(edits.set_fields(workspace.plan, "node", node_id, **fields))


def colours_of(widget):
    picture = QPixmap(widget.size())
    widget.render(picture)
    image = picture.toImage()
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
    }


def test_an_item_that_comes_too_late_says_so_first_and_in_the_late_colour(show, workspace):
    banner = show(FindingBanner, "A")
    assert banner.verdict.text() == "Not in time"
    assert banner.amount.text() == "15 months short"
    assert banner.sentence.text().startswith("Finished on ")
    assert "days over)" in banner.sentence.text()
    assert "A-001" not in banner.sentence.text(), "its name stands above"
    assert workspace.theme.colour("lateWeak") in banner.styleSheet()
    set_node(workspace, "A", duration="2y")
    assert banner.isHidden()


def test_an_item_in_time_has_no_verdict(show, workspace):
    banner = show(FindingBanner, "G")
    assert not banner.verdict.isVisible()
    head = banner.fontMetrics().lineSpacing()
    assert banner.sentence.y() < head, "no empty line over the sentence"
    assert banner.isVisible()
    assert workspace.theme.colour("late") not in banner.styleSheet()


def test_what_takes_no_time_has_no_start_beside_the_day_it_is_met(show, workspace):
    block = show(DatesBlock, "V")
    assert block.values["early_start"].isHidden()
    assert block.labels["early_start"].isHidden()
    assert block.values["late_finish"].text() == "31 Dec 2024"
    alone = show(DatesBlock, "G")
    assert alone.values["early_start"].isHidden()
    set_node(workspace, "G", duration="1y")
    assert not alone.values["early_start"].isHidden()


def test_illustrations_and_conventions_are_marked(show, workspace):
    block = show(DatesBlock, "B")
    assert block.illustration.isHidden()
    assert block.convention.isHidden()
    set_node(workspace, "B", tags=(ILLUSTRATION,), date="早期")
    assert not block.illustration.isHidden()
    assert block.convention.isVisible()
    set_node(workspace, "B", date="2021")
    assert block.convention.isHidden()


def test_a_reason_stands_where_a_date_is_missing(show, workspace):
    block = show(DatesBlock, "G")
    assert "no latest date" in block.silence.text()
    assert block.silence.isVisible()
    workspace.do(edits.connect(workspace.plan, "G", "V"))
    assert block.silence.isHidden()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_lateness_is_hatched_in_the_late_colour_of_the_scheme(show, workspace, scheme):
    workspace.set_scheme(scheme)
    chart = show(MiniChart, "A")
    late = QColor(workspace.theme.colour("late")).name().upper()
    assert late in colours_of(chart)


def test_there_is_no_chart_of_one_day(show, workspace):
    assert show(DatesBlock, "G").chart.isHidden()
    assert show(DatesBlock, "B").chart.isVisible()
