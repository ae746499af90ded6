"""Driving links on the roadmap: of the late chain, and of the selected item (VISUAL 6)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.rows import Placed
from strategy_planner.layout.shapes import Polygon, Polyline, Stroke
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link


@dataclass(frozen=True, slots=True)
class Route:
    """A link's way: down (or up) from its source, then along the target's row edge."""

    link: str
    points: tuple[tuple[float, float], ...]
    late: bool

    def meets(self, top: float, bottom: float) -> bool:
        """Whether any part of it lies between two heights."""
        heights = [y for _, y in self.points]
        return min(heights) <= bottom and max(heights) >= top

    def uprights(self) -> Iterator[tuple[float, float, float]]:
        """Its upright pieces as x, top and bottom."""
        for (x1, y1), (x2, y2) in pairwise(self.points):
            if x1 == x2:
                yield x1, min(y1, y2), max(y1, y2)


def shown_links(plan: Plan, schedule: Schedule, selected: str | None) -> dict[str, bool]:
    """The ids of the links to draw; True for those of a chain that is too late."""
    chain = schedule.critical_chain
    late = any(
        schedule.items[item].state in {"late", "blocked"}
        for item in chain
        if item in schedule.items
    )
    members = set(chain)
    shown = {
        link: True
        for item in chain
        if late
        and (link := schedule.items[item].driven_by) is not None
        and plan.links[link].prerequisite in members
    }
    if selected is not None and selected in schedule.items:
        for link in (
            *_walk(plan, schedule, selected, back=True),
            *_walk(plan, schedule, selected, back=False),
        ):
            shown.setdefault(link, False)
    return shown


def _walk(plan: Plan, schedule: Schedule, item: str, *, back: bool) -> Iterator[str]:
    """What drives an item, back to the first cause; or what it drives, to the dated end."""
    while True:
        dates = schedule.items[item]
        link = dates.driven_by if back else dates.drives
        if link is None:
            return
        yield link
        item = plan.links[link].prerequisite if back else plan.links[link].dependent


def driving_chain(plan: Plan, schedule: Schedule, item: str) -> tuple[str, ...]:
    """What drives an item and what it drives, from the first cause to the dated end."""
    back = [plan.links[link].prerequisite for link in _walk(plan, schedule, item, back=True)]
    on = [plan.links[link].dependent for link in _walk(plan, schedule, item, back=False)]
    return (*reversed(back), item, *on)


def routes(
    shown: Mapping[str, bool],
    links: Mapping[str, Link],
    centres: Mapping[str, tuple[Placed, float]],
    o: RoadmapOptions,
) -> tuple[Route, ...]:
    """The ways of the links whose ends both stand in the chart."""
    found = []
    for link_id, late in shown.items():
        link = links[link_id]
        if link.prerequisite in centres and link.dependent in centres:
            source, target = centres[link.prerequisite], centres[link.dependent]
            points = _points(link, source, target, o)
            if points:
                found.append(Route(link_id, points, late))
    return tuple(found)


def _points(
    link: Link, source: tuple[Placed, float], target: tuple[Placed, float], o: RoadmapOptions
) -> tuple[tuple[float, float], ...]:
    x1 = _end(source[0], at_finish=link.effective_type in {"FS", "FF"})
    x2 = _end(target[0], at_finish=link.effective_type in {"FF", "SF"})
    (y1, y2), half = (source[1], target[1]), o.bar / 2
    if y1 == y2:
        return ((x1, y1), (x2, y2)) if x2 > x1 + 8 * o.unit else ()
    down = 1 if y2 > y1 else -1
    leave, arrive = y1 + down * half, y2 - down * half
    if abs(x1 - x2) < 1.5 * o.unit:
        return ((x2, leave), (x2, arrive))
    lane = y2 - down * o.row / 2
    return ((x1, leave), (x1, lane), (x2, lane), (x2, arrive))


def _end(placed: Placed, *, at_finish: bool) -> float:
    """Where a link leaves or enters; of a late item the finish is the end of its hatch."""
    where = placed.geometry
    if placed.entry.look == "mark":
        return (where.bar.left + where.bar.right) / 2
    if not at_finish:
        return where.bar.left
    return where.late.right if where.late is not None else where.bar.right


def route_shapes(routes: Iterable[Route], o: RoadmapOptions) -> Shapes:
    """Lines with their arrow heads; the late chain in its colour and weight, on top."""
    shapes: list[Polyline | Polygon] = []
    for route in sorted(routes, key=lambda r: r.late):
        colour, width = ("late", 2.2) if route.late else ("link", 1.2)
        size = (6.0 if route.late else 5.0) * o.unit
        (x1, y1), (x2, y2) = route.points[-2:]
        if x1 == x2:
            turn = 1 if y2 > y1 else -1
            back = (x2, y2 - turn * size)
            head = ((x2 - size * 0.65, back[1]), (x2 + size * 0.65, back[1]), (x2, y2))
        else:
            back = (x2 - size, y2)
            head = ((back[0], y2 - size * 0.65), (back[0], y2 + size * 0.65), (x2, y2))
        line = (*route.points[:-1], back)
        shapes.append(Polyline(line, Stroke(colour, width * o.unit), 3 * o.unit, item=route.link))
        shapes.append(Polygon(head, colour, item=route.link))
    return tuple(shapes)
