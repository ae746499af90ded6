"""An edit on a roadmap of 1,000 items until it is painted, against both passes alone."""

import datetime as dt
import random
import statistics
import sys
import time

import pytest
from PySide6.QtWidgets import QApplication

from strategy_planner.analysis.schedule import schedule
from strategy_planner.gui.roadmap.view import RoadmapView
from strategy_planner.gui.workspace import Workspace
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan

ITEMS, LINKS = 1_000, 1_600
DATES = ["2021年度目途", "2022年度内", "直ちに着手", None, None, None]
DAY = dt.date(2019, 6, 7)


def plan_of_thousand() -> Plan:
    chance = random.Random(1)
    nodes = [
        r.Node(
            id=f"n{index}",
            kind=chance.choice(["action", "state", "milestone", "area"]),
            number=f"A-{index:03}",
            title=f"健康医療関連データ基盤の構築 {index}",
            track=f"t{index % 8}",
            duration=chance.choice(["3mo", "8mo", "18mo", None]),
            date=chance.choice(DATES),
        )
        for index in range(ITEMS)
    ]
    pairs = set()
    while len(pairs) < LINKS:
        start = chance.randrange(ITEMS)
        end = start + chance.randint(1, 40)
        pairs.add((f"n{start}", f"n{end}" if end < ITEMS else "v"))
    links = [
        r.Link(id=f"l{index}", prerequisite=start, dependent=end, relation="requires")
        for index, (start, end) in enumerate(sorted(pairs))
    ]
    return Plan.from_records(
        [
            r.PlanSettings(status_date=DAY, reference_date=DAY),
            *(r.Track(id=f"t{index}", name=f"区分{index}") for index in range(8)),
            r.Node(id="v", kind="vision", number="V-001", title="ビジョン", date="2030年"),
            *nodes,
            *links,
        ]
    )


@pytest.mark.benchmark
def test_an_edit_is_painted_within_50_ms(qtbot, record_property, capsys):
    workspace = Workspace(plan_of_thousand())
    view = RoadmapView(workspace)
    qtbot.addWidget(view)
    view.resize(1140, 800)
    with qtbot.waitExposed(view):
        view.show()
    QApplication.processEvents()
    taken, floor = [], []
    for turn in range(24):
        edit = set_fields(workspace.plan, "node", f"n{turn * 40}", duration=f"{turn + 1}mo")
        begun = time.perf_counter()
        workspace.do(edit)
        view.canvas.viewport().repaint()
        taken.append(1000 * (time.perf_counter() - begun))
        begun = time.perf_counter()
        schedule(workspace.plan)
        floor.append(1000 * (time.perf_counter() - begun))
    middle, ratio = statistics.median(taken), statistics.median(taken) / statistics.median(floor)
    record_property("milliseconds", middle)
    record_property("ratio_to_both_passes", ratio)
    with capsys.disabled():
        sys.stdout.write(f"\nedit to painted roadmap: {middle:.1f} ms, {ratio:.1f} × both passes\n")
    assert middle <= 50
    assert ratio <= 10
