"""A chart in the window: seen in every width, described, copied."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QFont, QGuiApplication, QHelpEvent
from PySide6.QtWidgets import QApplication, QMenu, QToolTip
from pytestqt.qtbot import QtBot

from strategy_planner.gui.charts.view import ChartView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.layout.charts.bars import Bar, Bars, bars_chart, even_lines
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node

BARS = Bars(
    "Two items drive it.",
    "Correlation",
    (Bar("a", "A-001 Build", 0, 0.5, "+0.5"), Bar("b", "A-002 Test", 0, -0.2, "-0.2")),
    even_lines(-1, 1, 0.5, "{:.1f}"),
    0.0,
)


@pytest.fixture
def view(qtbot: QtBot) -> ChartView:
    made = ChartView(Workspace())
    made.workspace.setParent(made)
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.show_chart("Drivers", lambda *given: bars_chart(BARS, *given))
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_it_says_what_it_shows(view: ChartView) -> None:
    assert view.accessibleName() == "Drivers"
    assert view.accessibleDescription() == "Two items drive it."


def test_it_is_drawn_anew_for_another_width(view: ChartView) -> None:
    view.resize(500, view.height())
    assert view.chart is not None
    assert view.chart.picture.width < 500
    assert view.height() >= view.chart.picture.height


def test_larger_texts_make_it_larger(view: ChartView) -> None:
    before = view.height()
    large = QFont(view.font())
    large.setPixelSize(24)
    view.setFont(large)
    assert view.height() > 1.6 * before


def test_the_key_of_copying_takes_values_and_picture_along(view: ChartView, qtbot: QtBot) -> None:
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().splitlines()[1] == "A-001 Build\t+0.5"
    assert QGuiApplication.clipboard().image().width() > 600


def test_the_menu_offers_both_ways(view: ChartView) -> None:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(view, event)
    (menu,) = view.findChildren(QMenu)
    picture, values = menu.actions()[:2]
    values.trigger()
    assert not QGuiApplication.clipboard().mimeData().hasImage()
    picture.trigger()
    assert QGuiApplication.clipboard().mimeData().hasImage()
    menu.close()


def test_a_click_on_a_bar_selects_its_item(view: ChartView, qtbot: QtBot) -> None:
    work = view.workspace
    work.open(Plan.from_records([Node(id="b", kind="action", number="A-002", title="Test")]))
    assert view.chart is not None
    rows = [shape for shape in view.chart.picture.shapes if getattr(shape, "item", None) == "b"]
    middle = QPoint(20, round(rows[0].y + rows[0].height / 2) + 4)
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=middle)
    assert work.selection == ("b",)
    QApplication.sendEvent(view, QHelpEvent(QEvent.Type.ToolTip, middle, view.mapToGlobal(middle)))
    assert QToolTip.text() == "A-002 Test"
    work.select([])
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), QPoint(5, 5))
    QApplication.sendEvent(view, event)
    (menu,) = view.findChildren(QMenu)
    menu.actions()[-1].trigger()
    assert work.selection == ("b",)
    menu.close()


def test_without_a_chart_it_is_not_there(view: ChartView) -> None:
    view.show_chart("Drivers", None)
    assert view.isHidden()
    view.copy_values()
