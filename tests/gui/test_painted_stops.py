"""What the map and the roadmap paint, asked for as assistive technology asks."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea
from shiboken6 import Shiboken

from large_plans import large_plan
from strategy_planner.gui.map.view import MapView
from strategy_planner.gui.roadmap.view import RoadmapView
from strategy_planner.gui.shell.window import MainWindow
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import edits

NAME, ROLE = QAccessible.Text.Name, QAccessible.Role


@pytest.fixture(autouse=True)
def _listening() -> Iterator[None]:
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def stops(picture: QAbstractScrollArea) -> list[QAccessibleInterface]:
    """The painted children of a picture, in their order."""
    interface = QAccessible.queryAccessibleInterface(picture)
    assert interface.role() == ROLE.List
    children = [interface.child(place) for place in range(interface.childCount())]
    assert [interface.indexOfChild(child) for child in children] == list(range(len(children)))
    return [child for child in children if child.role() == ROLE.ListItem]


@pytest.fixture(params=["map", "roadmap"])
def picture(request: pytest.FixtureRequest, example_window: MainWindow) -> QAbstractScrollArea:
    example_window.show_view(request.param)
    canvas = example_window.map.canvas if request.param == "map" else example_window.roadmap.canvas
    canvas.setFocus()
    return canvas


def test_every_item_is_a_child_with_a_sentence(picture, example_window) -> None:
    told = [stop.text(NAME) for stop in stops(picture)]
    numbers = {node.number for node in example_window.workspace.plan.nodes.values()}
    if "Societal images. Folded: 4 items" in told:
        told.remove("Societal images. Folded: 4 items")
        numbers -= {"I-001", "I-002", "I-003", "I-004"}
    assert sorted(sentence.split()[0] for sentence in told) == sorted(numbers)
    (late,) = [sentence for sentence in told if sentence.startswith("V-001")]
    assert late.count(". ") >= 2


def test_the_keyboard_is_on_the_stop_that_a_key_led_to(picture, example_window) -> None:
    before = stops(picture)
    example_window.workspace.select((next(iter(example_window.workspace.plan.nodes)),))
    QTest.keyClick(picture, Qt.Key.Key_Left)
    (here,) = example_window.workspace.selection
    number = example_window.workspace.plan.nodes[here].number
    (focused,) = [stop for stop in stops(picture) if stop.state().focused]
    assert focused.text(NAME).split()[0] == number
    assert focused.state().selected
    assert QAccessible.queryAccessibleInterface(picture).focusChild() is focused
    assert [id(stop) for stop in stops(picture)] == [id(stop) for stop in before]
    example_window.problems.setFocus()


def test_a_stop_stands_where_it_is_painted(picture, example_window) -> None:
    here = next(iter(example_window.workspace.plan.nodes))
    example_window.workspace.select((here,))
    (chosen,) = [stop for stop in stops(picture) if stop.state().selected]
    assert not chosen.state().offscreen
    example_window.workspace.select(())
    middle = chosen.rect().center()
    assert QAccessible.queryAccessibleInterface(picture).childAt(middle.x(), middle.y()) is chosen
    port = picture.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=port.mapFromGlobal(middle))
    assert example_window.workspace.selection == (here,)


def test_a_stop_ends_with_its_item_and_comes_back_with_it(picture, example_window) -> None:
    work = example_window.workspace
    gone = next(id_ for id_, node in work.plan.nodes.items() if node.kind == "action")
    before = stops(picture)
    place = [stop.text(NAME).split()[0] for stop in before].index(work.plan.nodes[gone].number)
    work.do(edits.delete(work.plan, (gone,)))
    assert len(stops(picture)) == len(before) - 1
    assert before[place].state().invalid
    assert before[place].text(NAME) == ""
    assert before[place].rect().isEmpty()
    work.undo_stack.undo()
    assert not before[place].state().invalid
    assert len(stops(picture)) == len(before)


@pytest.mark.parametrize("kind", [MapView, RoadmapView])
def test_nothing_is_left_of_a_picture_that_was_closed(qapp, kind) -> None:
    view = kind(Workspace(large_plan(12)))
    view.canvas.workspace.setParent(view)
    view.show()
    interface = QAccessible.queryAccessibleInterface(view.canvas)
    kept = stops(view.canvas)
    Shiboken.delete(view)
    assert not Shiboken.isValid(interface)
    assert not any(Shiboken.isValid(stop) for stop in kept)
    del kept, interface
    gc.collect()
