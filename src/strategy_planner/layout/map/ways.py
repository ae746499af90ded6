"""The way of each edge through the columns, as stops at which it passes; trunks are shared.

An edge from column 4 to column 1 passes columns 3 and 2. Edges of one source share the stops that
they have in common, so that they leave as one trunk. A stop inside a frame's columns belongs to
that frame, and so no way crosses the cards of a frame that it has nothing to do with.
"""

from strategy_planner.layout.map.elements import Stop
from strategy_planner.layout.map.structure import Edge
from strategy_planner.layout.map.task import Span, Task


def passed_columns(source: int, target: int) -> range:
    """The columns between; a way that runs back also passes the columns of its ends."""
    return range(source - 1, target, -1) if source > target else range(source, target + 1)


def stops_of(task: Task, edge: Edge) -> list[Stop]:
    """The stops of an edge, from its source to its target."""
    structure = task.structure
    start = _span(task, edge.source)[0]
    end = 0 if edge.target == structure.vision else _span(task, edge.target)[1]
    frames = [
        frame
        for place in (edge.source, edge.target)
        if (frame := structure.frame_of.get(place)) is not None
    ]
    asleep = all(link.id in task.dormant for link in edge.links)
    return [
        Stop(edge.source, column, _holder(column, frames, task.spans), asleep)
        for column in passed_columns(start, end)
    ]


def _span(task: Task, place: str) -> Span:
    if place in task.spans:
        return task.spans[place]
    return task.columns[place], task.columns[place]


def _holder(column: int, frames: list[str], spans: dict[str, Span]) -> str | None:
    for frame in frames:
        if spans[frame][0] <= column <= spans[frame][1]:
            return frame
    return None
