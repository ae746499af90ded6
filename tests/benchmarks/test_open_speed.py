"""Opening a project of 10,000 items and 16,000 links, against reading its rows and nothing else."""

import random
import sqlite3
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan
from strategy_planner.storage.project_file import new_project, open_project, save_project

ITEMS, LINKS = 10_000, 16_000
WRITTEN = ["2020年度目途", "FY2025", "2031-05", "by 2040", None, None]


def large_plan() -> Plan:
    """Items with about as much in them as those of a real strategy."""
    chance = random.Random(1)
    nodes = [
        r.Node(
            id=f"n{one:05}-4d5e-9d3a-52d1f6f2a1b7",
            kind="action",
            number=f"A-{one:03}",
            title=f"健康医療データの連携基盤を整備する {one}",
            description="関係府省が連携し、利用の同意と標準を定めたうえで進める。" * 2,
            date=WRITTEN[one % len(WRITTEN)],
            duration="18mo",
            status="planned",
            cost=one * 1000,
            source="p.12",
            tags=("データ", "基盤"),
        )
        for one in range(ITEMS)
    ]
    pairs: set[tuple[int, int]] = set()
    while len(pairs) < LINKS:
        start, end = sorted(chance.sample(range(ITEMS), 2))
        pairs.add((start, end))
    links = [
        r.Link(
            id=f"l{one:05}-4d5e-9d3a-52d1f6f2a1b7",
            prerequisite=nodes[start].id,
            dependent=nodes[end].id,
            relation="requires",
            basis="planner",
        )
        for one, (start, end) in enumerate(sorted(pairs))
    ]
    settings = r.PlanSettings(title="大きな計画", reference_date=None)
    return Plan.from_records([settings, *nodes, *links])


def best_of(times: int, work: Callable[[], object]) -> float:
    """The least of several runs, in seconds: what the machine's other work adds is left out."""
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append(time.perf_counter() - start)
    return min(took)


def raw_rows(path: Path) -> list[tuple[object, ...]]:
    """The floor: every row of the two large tables, as sqlite3 gives them."""
    with closing(sqlite3.connect(path)) as connection:
        return [
            row
            for table in ("node", "link")
            for row in connection.execute(f"SELECT * FROM {table} ORDER BY position")  # noqa: S608 - names from above
        ]


@pytest.mark.benchmark
def test_opening_and_saving_ten_thousand_items(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = large_plan()
    path = tmp_path / "large.splan"
    new_project(path, plan)
    project = open_project(path)
    assert project.plan == plan
    opening = best_of(3, lambda: open_project(path))
    floor = best_of(3, lambda: raw_rows(path))

    change = set_fields(project.plan, "node", next(iter(plan.nodes)), title="新しい題")
    project.plan.apply(change)
    start = time.perf_counter()
    save_project(project, project.plan)
    saving = time.perf_counter() - start
    with capsys.disabled():
        sys.stdout.write(
            f"\nopen 10,000 items and 16,000 links: {opening:.2f} s, {opening / floor:.1f} x "
            f"raw rows ({floor:.3f} s); save one edit: {saving:.2f} s; "
            f"{path.stat().st_size / 1e6:.1f} MB\n"
        )
    assert opening <= 1.0
    assert saving <= 1.0
