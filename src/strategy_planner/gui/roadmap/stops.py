"""Where the arrow keys go on a roadmap: from item to item, and along links."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.roadmap.chart import Stood
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.picture import RoadmapLayout
from strategy_planner.model.plan import Plan

Direction = Literal["up", "down", "left", "right"]


@dataclass(frozen=True, slots=True)
class Stop:
    """A thing on the picture that can be selected, with its box."""

    id: str
    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> tuple[float, float]:
        return self.x + self.width / 2, self.y + self.height / 2

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies on it."""
        return self.x <= x <= self.x + self.width and self.y <= y <= self.y + self.height


def stops_of(layout: RoadmapLayout) -> tuple[Stop, ...]:
    """Items in reading order, then the visions at the foot, then the undated."""
    return (*_items(layout), *_visions(layout), *_undated(layout))


def _items(layout: RoadmapLayout) -> Iterator[Stop]:
    o = layout.parts.options
    for stood in layout.chart.items:
        yield stop_of(stood, o)


def stop_of(stood: Stood, o: RoadmapOptions) -> Stop:
    """An item of the chart with all that it covers in its row."""
    extent = stood.placed.extent
    return Stop(stood.id, extent.left, stood.centre - o.row / 2, extent.width, o.row)


def _visions(layout: RoadmapLayout) -> Iterator[Stop]:
    height = layout.notes_top - layout.foot_top
    for vision in layout.parts.visions:
        yield Stop(vision.id, vision.x - height, layout.foot_top, 2 * height, height)


def _undated(layout: RoadmapLayout) -> Iterator[Stop]:
    for box in layout.tray:
        yield Stop(box.id, box.x, box.y, box.width, box.height)


def next_stop(stops: tuple[Stop, ...], current: str | None, direction: Direction) -> str | None:
    """The neighbour in a direction: in the same row, or the nearest in the next one."""
    if not stops:
        return None
    here = next((stop for stop in stops if stop.id == current), None)
    if here is None:
        return stops[0].id
    x, y = here.middle
    if direction in {"left", "right"}:
        turn = 1 if direction == "right" else -1
        row = [s for s in stops if abs(s.middle[1] - y) < 1 and (s.middle[0] - x) * turn > 0]
        return min(row, key=lambda s: abs(s.middle[0] - x)).id if row else None
    turn = 1 if direction == "down" else -1
    beyond = [s for s in stops if (s.middle[1] - y) * turn > 1]
    if not beyond:
        return None
    nearest = min(abs(s.middle[1] - y) for s in beyond)
    row = [s for s in beyond if abs(s.middle[1] - y) < nearest + 1]
    return min(row, key=lambda s: abs(s.x - here.x)).id


def linked(plan: Plan, schedule: Schedule, current: str, direction: Direction) -> str | None:
    """The item at the other end of a link: left to what is needed, right to what needs it.

    The driving link comes first; up and down go through the others at the same dependent.
    """
    if current not in plan.nodes:
        return None
    dates = schedule.items.get(current)
    driving = dates and (dates.driven_by if direction == "left" else dates.drives)
    if direction == "left":
        found = [link.prerequisite for link in plan.links_into(current)]
        first = plan.links[driving].prerequisite if driving else None
    elif direction == "right":
        found = [link.dependent for link in plan.links_out_of(current)]
        first = plan.links[driving].dependent if driving else None
    else:
        return _sibling(plan, current, 1 if direction == "down" else -1)
    shown = [item for item in found if item in schedule.items]
    return first if first in shown else next(iter(shown), None)


def _sibling(plan: Plan, current: str, step: int) -> str | None:
    """The next of the items that the same dependent needs."""
    link = next(iter(plan.links_out_of(current)), None)
    if link is None:
        return None
    family = [other.prerequisite for other in plan.links_into(link.dependent)]
    family = list(dict.fromkeys(family))
    return family[(family.index(current) + step) % len(family)]
