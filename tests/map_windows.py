"""The map in a window of its own, for tests: small plans, and what pointer and keys do to it."""

import datetime as dt
from collections.abc import Iterator

import msgspec
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from strategy_planner.gui.map import MapView
from strategy_planner.gui.map.items import Side
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

DAY = dt.date(2019, 6, 7)


def node(id_: str, kind: str = "action", **fields: object) -> r.Node:
    return msgspec.convert(
        {"id": id_, "kind": kind, "title": f"項目{id_}", "number": id_.upper(), **fields}, r.Node
    )


def link(source: str, target: str, relation: str = "requires", **fields: object) -> r.Link:
    return msgspec.convert(
        {"id": f"{source}-{target}", "from": source, "to": target, "relation": relation, **fields},
        r.Link,
    )


def plan_of(*records: r.Record) -> Plan:
    vision = node("v", "vision", target="2030-12-31")
    return Plan.from_records(
        [r.PlanSettings(status_date=DAY, reference_date=DAY), vision, *records]
    )


def chain() -> Plan:
    return plan_of(node("a"), node("b"), node("c"), link("a", "b"), link("b", "v"), link("c", "v"))


def opened(qtbot: QtBot, plan: Plan, language: str = "ja") -> MapView:
    workspace = Workspace(plan)
    workspace.set_language(language)
    view = MapView(workspace)
    workspace.setParent(view)
    qtbot.addWidget(view)
    view.resize(1000, 640)
    with qtbot.waitExposed(view):
        view.show()
    view.activateWindow()
    view.canvas.setFocus()
    QApplication.processEvents()
    return view


def centre(view: MapView, id_: str) -> QPoint:
    box = view.canvas.map_scene.items_by_id[id_].box
    return view.canvas.mapFromScene(QPointF(box.x + box.width / 2, box.middle))


def port(view: MapView, id_: str, side: Side = "right") -> QPoint:
    item = view.canvas.map_scene.items_by_id[id_]
    return view.canvas.mapFromScene(item.mapToScene(item.port_at(side)))


def press(view: MapView, key: Qt.Key, keys: Qt.KeyboardModifier | None = None) -> None:
    target = view.canvas.editor if view.canvas.editor.isVisible() else view.canvas
    QTest.keyClick(target, key, keys or Qt.KeyboardModifier.NoModifier)


def draw(view: MapView, start: QPoint, end: QPoint) -> Iterator[None]:
    """Press, go half-way, arrive; then the caller looks, and the button is let go."""
    port_ = view.canvas.viewport()
    QTest.mouseMove(port_, start)
    QTest.mousePress(port_, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(port_, (start + end) / 2)
    QTest.mouseMove(port_, end)
    yield
    QTest.mouseRelease(port_, Qt.MouseButton.LeftButton, pos=end)
