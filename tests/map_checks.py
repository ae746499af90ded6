"""What every layout of a map must fulfil, and maps laid out without a screen."""

from itertools import combinations, pairwise

import msgspec
import pytest

from strategy_planner.analysis.schedule import schedule
from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.map import Box, MapLayout, map_layout
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan


def measure(text: str, size: float, weight: int) -> float:
    """Wide characters as wide as they are high, others a little more than half."""
    return size * sum(1.0 if ord(c) > 0x2E80 else 0.57 for c in text) * (1 + weight / 10_000)


def laid_out(plan: Plan, **options: object) -> MapLayout:
    return map_layout(plan, schedule(plan), "ja", measure, **options)  # type: ignore[arg-type] # any options


def sample(name: str) -> Plan:
    return read_plan_json(bundled("sample_projects", f"{name}.json").read_bytes())


def overlaps(a: Box, b: Box) -> bool:
    return a.x < b.right and b.x < a.right and a.y < b.bottom and b.y < a.bottom


def assert_tidy(layout: MapLayout) -> None:
    boxes = layout.boxes
    for (one, a), (other, b) in combinations(boxes.items(), 2):
        assert not overlaps(a, b), (one, other)
    for a, b in combinations(layout.frames.values(), 2):
        assert not overlaps(a.box, b.box), (a.id, b.id)
    for frame in layout.frames.values():
        for id_, box in boxes.items():
            if id_ in frame.members:
                assert frame.box.x <= box.x
                assert box.right <= frame.box.right
                assert frame.box.y < box.y
                assert box.bottom < frame.box.bottom
            else:
                assert not overlaps(frame.box, box), (frame.id, id_)
    if layout.wall is not None:
        assert all(box.right < layout.wall.box.x for box in boxes.values())


def assert_routed(layout: MapLayout) -> None:
    """Right-angled, from edge to edge, and through no item."""
    for route in layout.routes:
        for (x1, y1), (x2, y2) in pairwise(route.points):
            assert x1 == x2 or y1 == y2, route
            piece = Box(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
            for id_, box in layout.boxes.items():
                inner = Box(box.x + 0.5, box.y + 0.5, box.width - 1, box.height - 1)
                assert not overlaps(piece, inner), (route.source, route.target, id_)
        start, end = layout.box_of(route.source), layout.box_of(route.target)
        assert start is not None
        assert end is not None
        assert route.points[0][0] == pytest.approx(start.right)
        assert route.points[-1][0] == pytest.approx(end.x)
        assert end.y <= route.points[-1][1] <= end.bottom


def unpinned(plan: Plan) -> Plan:
    return Plan.from_records(
        msgspec.structs.replace(record, pin=None) if isinstance(record, r.Node) else record
        for record in plan.every_record()
    )
