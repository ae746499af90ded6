"""The ways of links as points: straight through columns, turning in the channels between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from strategy_planner.layout.map.bundles import manner_of
from strategy_planner.layout.map.channels import (
    Channel,
    TrunkKey,
    channels_of,
    right_edges,
)
from strategy_planner.layout.map.elements import CARD_WIDTH, CORNER, FRAME_PAD
from strategy_planner.layout.map.structure import Edge
from strategy_planner.layout.map.task import Placement, Task

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Turn:
    """An edge in a channel: it comes at one height and leaves at another."""

    channel: int
    trunk: TrunkKey
    enters_at: float
    leaves_at: float


@dataclass(slots=True)
class Routing:
    """Turns of each edge, the channels, and where columns end at the right."""

    turns: dict[int, list[Turn]]
    channels: dict[int, Channel]
    edges: list[float]

    def measure_columns(self, columns: int) -> None:
        """Find the columns' places again after a channel was widened."""
        self.edges = right_edges(self.channels, columns, CARD_WIDTH)

    def keep_widths(self, widths: Mapping[int, float]) -> None:
        """Let channels be as wide as they were where they can, so that columns stay in place."""
        for number, width in widths.items():
            self.channels[number].held = width

    def left(self, column: int) -> float:
        """The left edge of the cards of a column."""
        return self.edges[column] - CARD_WIDTH

    def turn_x(self, turn: Turn) -> float:
        """Where the vertical of a turn stands; its channel begins at the column to the left."""
        channel = self.channels[turn.channel]
        trunk = channel.trunks[turn.trunk]
        return self.edges[turn.channel + 1] + channel.offset(max(0, trunk.track))

    def joins_at(self, index: int) -> float:
        """Where an edge comes to the line of its bundle: before its last vertical or behind it."""
        last = self.turns[index][-1]
        bend = CORNER + 1.0
        return self.turn_x(last) + (bend if last.trunk.arriving is None else -bend)


def route(task: Task, placement: Placement) -> Routing:
    """The turns of all edges, with trunks shared and channels as wide as they need."""
    turns = {
        index: list(_turns(task, placement, index, edge))
        for index, edge in enumerate(task.structure.edges)
        if edge.source != task.structure.vision
    }
    _share_last_turns(task, turns)
    channels = channels_of(
        (turn.channel, turn.trunk, turn.enters_at, turn.leaves_at)
        for way in turns.values()
        for turn in way
    )
    for frame in placement.frames.values():
        right, left = channels.get(frame.first - 1), channels.get(frame.last)
        if right is not None and right.tracks:
            right.lead = FRAME_PAD - 2.0
        if left is not None and left.tracks:
            left.reserve = FRAME_PAD - 2.0
    columns = columns_in_use(placement)
    return Routing(turns, channels, right_edges(channels, columns, CARD_WIDTH))


def _share_last_turns(task: Task, turns: dict[int, list[Turn]]) -> None:
    """Let edges of one bundle turn in one vertical before their target, and go on as one line.

    What leaves a source for several places keeps the vertical of its source; where it comes to the
    height of the bundle it joins it.
    """
    exits: dict[tuple[int, TrunkKey], set[float]] = defaultdict(set)
    for turn in chain.from_iterable(turns.values()):
        exits[turn.channel, turn.trunk].add(turn.leaves_at)
    bundles: dict[TrunkKey, list[int]] = defaultdict(list)
    for index, way in turns.items():
        edge, last = task.structure.edges[index], way[-1]
        if edge.target != task.structure.vision and len(exits[last.channel, last.trunk]) == 1:
            manner = manner_of(task, edge)
            key = TrunkKey(edge.target, last.leaves_at, manner.dormant, arriving=manner)
            bundles[key].append(index)
    for key, bundle in bundles.items():
        if len(bundle) > 1:
            for index in bundle:
                turns[index][-1] = replace(turns[index][-1], trunk=key)


def columns_in_use(placement: Placement) -> int:
    """The number of the leftmost column."""
    return max(
        [1, *placement.columns.values(), *(frame.last for frame in placement.frames.values())]
    )


def out_height(task: Task, placement: Placement, place: str) -> float:
    """The height of the port at which links leave a place."""
    if place in placement.frames:
        frame = placement.frames[place]
        return round(frame.y + frame.bar / 2, 3)
    return round(placement.tops[place] + task.heights[place] / 2, 3)


def _turns(task: Task, placement: Placement, index: int, edge: Edge) -> Iterable[Turn]:
    stops = placement.ways[index]
    asleep = all(link.id in task.dormant for link in edge.links)
    start = _right_column(placement, edge.source)
    here = out_height(task, placement, edge.source)
    channel = start - 1
    for stop in stops:
        y = round(placement.stops[stop], 3)
        yield Turn(channel, TrunkKey(edge.source, here, asleep), here, y)
        channel = stop.column if stop.column >= start else stop.column - 1
        here = y
    if edge.target == task.structure.vision:
        yield Turn(channel, TrunkKey(edge.source, here, asleep), here, here)
        return
    port = placement.ports.get(index, 0.0)
    into = round(out_height(task, placement, edge.target) + port, 3)
    yield Turn(channel, TrunkKey(edge.source, here, asleep), here, into)


def _right_column(placement: Placement, place: str) -> int:
    return placement.frames[place].first if place in placement.frames else placement.columns[place]


def points_of(task: Task, placement: Placement, routing: Routing, index: int) -> tuple[Point, ...]:
    """The corners of an edge's line, from the source's right edge to the target's left edge."""
    edge = task.structure.edges[index]
    source, target = edge.source, edge.target
    x = routing.edges[_right_column(placement, source)]
    points = [
        (
            x + (FRAME_PAD if source in placement.frames else 0.0),
            out_height(task, placement, source),
        )
    ]
    for turn in routing.turns[index]:
        at = routing.turn_x(turn)
        points += [(at, turn.enters_at), (at, turn.leaves_at)]
    if target == task.structure.vision:
        end = 0.0
    elif target in placement.frames:
        end = routing.left(placement.frames[target].last) - FRAME_PAD
    else:
        end = routing.left(placement.columns[target])
    points.append((end, points[-1][1]))
    return tuple(_corners(points))


def _corners(points: list[Point]) -> Iterable[Point]:
    """Only the points at which the line turns, and its ends."""
    kept: list[Point] = []
    for point in points:
        if kept and point == kept[-1]:
            continue
        while len(kept) > 1 and _in_line(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return kept


def _in_line(a: Point, b: Point, c: Point) -> bool:
    return a[0] == b[0] == c[0] or a[1] == b[1] == c[1]
