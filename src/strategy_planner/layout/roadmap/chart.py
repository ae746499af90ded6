"""Lanes and rows at their heights: the chart between header and foot, whole or in part."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from strategy_planner.layout.marks import Shapes
from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.roadmap.bars import Pen, bar_shapes, word_shapes
from strategy_planner.layout.roadmap.frame import (
    LaneBox,
    first_row_centre,
    lane_height,
    lane_lines,
)
from strategy_planner.layout.roadmap.links import Route
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.rows import LaneRows, Placed
from strategy_planner.layout.shapes import Measure


@dataclass(frozen=True, slots=True)
class Stood:
    """An item at its final place."""

    placed: Placed
    box: LaneBox
    centre: float

    @property
    def id(self) -> str:
        return self.placed.entry.id


@dataclass(frozen=True, slots=True)
class Chart:
    """Items at their places, in reading order, and the lanes that they stand in."""

    axis: TimeAxis
    options: RoadmapOptions
    boxes: tuple[LaneBox, ...]
    items: tuple[Stood, ...]
    lines: tuple[float, ...]
    """The x of the status date, of the visions, and of where the scale of time changes."""
    by_id: dict[str, Stood] = field(compare=False)

    @property
    def top(self) -> float:
        return self.options.header

    @property
    def bottom(self) -> float:
        return self.boxes[-1].bottom if self.boxes else self.top

    def bar_of(self, stood: Stood, ground: str | None = None) -> Shapes:
        """The bar of an item with its corridor and lateness, on its lane's ground or another."""
        return bar_shapes(self._pen(stood, ground))

    def words_of(
        self, stood: Stood, routes: Sequence[Route] = (), ground: str | None = None
    ) -> Shapes:
        """Marks and words of an item; lines that pass behind them give way."""
        crossed = [*self.lines, *_uprights_at(stood.centre, routes)]
        return word_shapes(self._pen(stood, ground), crossed)

    def _pen(self, stood: Stood, ground: str | None) -> Pen:
        behind = ground or stood.box.ground(self.options)
        return Pen(stood.placed, stood.centre, stood.placed.entry.track, behind, self.options)


def stand(
    lane_rows: Sequence[LaneRows],
    axis: TimeAxis,
    lines: tuple[float, ...],
    measure: Measure,
    o: RoadmapOptions,
) -> Chart:
    """Put lanes under each other below the header, and the rows into their lanes."""
    top, boxes, items = o.header, [], []
    for index, (lane, rows) in enumerate(lane_rows):
        names = lane_lines(lane, measure, o)
        height = lane_height(len(names), len(rows), o)
        box = LaneBox(lane, names, top, height, index % 2 == 0)
        boxes.append(box)
        centre = first_row_centre(box, o)
        for row in rows:
            items += [Stood(placed, box, centre) for placed in row]
            centre += o.row
        top += height
    return Chart(axis, o, tuple(boxes), tuple(items), lines, {item.id: item for item in items})


def _uprights_at(centre: float, routes: Sequence[Route]) -> Iterator[float]:
    for route in routes:
        for x, top, bottom in route.uprights():
            if top < centre < bottom:
                yield x
