"""Columns and heights of everything on the map.

Frames are arranged from the inside, then everything outside with the frames as blocks, then the
frames again, drawn by what they are linked with outside, and the outside once more. Parts that
have no way to the wall are arranged by themselves and packed into the space that is left.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from strategy_planner.layout.map.blocks import Block, Tie
from strategy_planner.layout.map.elements import PITCH, ROW_GAP, Stop
from strategy_planner.layout.map.frames import (
    LANE_MARGIN,
    Inside,
    OutsidePull,
    Piece,
    frame_spans,
    inside,
)
from strategy_planner.layout.map.packing import Spot, Taken, Unit, pack
from strategy_planner.layout.map.ports import ports_of, straighten
from strategy_planner.layout.map.stacking import Stack
from strategy_planner.layout.map.task import FramePlace, Place, Placement, Span, Task
from strategy_planner.layout.map.ways import stops_of

FRAME_MARGIN = 8.0
LARGE = 400
"""Parts of more places than this are arranged in two rounds instead of three."""
TRIES = 6
"""So many single places are tried for a better map."""
STRAIGHT = 3.0
"""How much more than others a piece in the middle of a long way wants to be straight."""


@dataclass(slots=True)
class Part:
    """Top-level places that hang together, with their edges and what became of them."""

    places: list[str]
    edges: list[int] = field(default_factory=list)
    tops: dict[Place, float] = field(default_factory=dict)
    insides: dict[str, Inside] = field(default_factory=dict)


def place(task: Task) -> Placement:
    """Place everything of the task."""
    task.spans = frame_spans(task)
    result = Placement()
    result.ways = {index: stops_of(task, edge) for index, edge in enumerate(task.structure.edges)}
    anchored, loose = parts_of(task)
    for part in [anchored, *loose]:
        _arrange(task, part, result, is_anchored=part is anchored)
    _pack(task, anchored, loose, result)
    straighten(task, result)
    return result


def parts_of(task: Task) -> tuple[Part, list[Part]]:
    """What hangs on the wall, and each other part; folded boxes that hang on nothing come last."""
    structure = task.structure
    holder = structure.frame_of
    tops = [*structure.frames, *(c for c in structure.cards if c not in holder), *structure.folded]
    near: dict[str, list[str]] = defaultdict(list)
    walled = set(task.anchors) | set(task.pins)
    for edge in structure.edges:
        source = holder.get(edge.source, edge.source)
        if edge.target == structure.vision:
            walled.add(source)
            continue
        if edge.source == structure.vision:
            continue
        target = holder.get(edge.target, edge.target)
        near[source].append(target)
        near[target].append(source)
    anchored = Part([])
    loose: list[Part] = []
    part_of: dict[str, Part] = {}
    for start in sorted(tops, key=lambda top: task.seed.get(top, 0.0)):
        if start in part_of:
            continue
        group = _reached(start, near)
        part = anchored if walled.intersection(group) else Part([])
        if part is not anchored:
            loose.append(part)
        part.places.extend(group)
        part_of.update(dict.fromkeys(group, part))
    for index, edge in enumerate(structure.edges):
        if edge.source != structure.vision:
            part_of[holder.get(edge.source, edge.source)].edges.append(index)
    loose.sort(key=lambda part: len(part.places) == 1 and part.places[0] in structure.folded)
    return anchored, loose


def _reached(start: str, near: dict[str, list[str]]) -> list[str]:
    found = {start: None}
    queue = [start]
    while queue:
        for other in near[queue.pop()]:
            if other not in found:
                found[other] = None
                queue.append(other)
    return list(found)


def _arrange(task: Task, part: Part, result: Placement, *, is_anchored: bool) -> None:
    """Heights within a part; leaves the ports of its edges in ``result``."""
    frames = [place for place in part.places if place in task.spans]
    stops = {stop for index in part.edges for stop in result.ways[index]}
    outer_stops = sorted(stop for stop in stops if stop.frame is None)
    inner_stops: dict[str, list[Stop]] = {frame: [] for frame in frames}
    for stop in sorted(stops - set(outer_stops), key=lambda stop: stop[:2]):
        inner_stops[stop.frame or ""].append(stop)
    order: dict[Place, float] = {}
    order.update(task.seed)
    if task.seeded:
        order.update(_stops_between(task, part, result))
        order.update(dict(task.stopped.items()))
    rounds = 3 if frames and len(part.edges) < LARGE and not task.seeded else 2
    for number in range(rounds):
        pieces = _pieces(task, part, result)
        within, between = _sorted_out(task, pieces)
        pulls = _pulls(between, part, task) if number else {}
        for frame in frames:
            part.insides[frame] = inside(
                task, frame, inner_stops[frame], within[frame], pulls.get(frame, []), order
            )
        _outside(
            task,
            part,
            outer_stops,
            between,
            order,
            first=number == 0,
            is_anchored=is_anchored,
        )
        order.update(part.tops)
        result.ports.update(ports_of(task, part.edges, result.ways, part.tops))


def _stops_between(task: Task, part: Part, result: Placement) -> dict[Place, float]:
    """Heights of stops to begin with: on the way from their source to the mean of its targets."""
    heights: dict[Place, list[float]] = defaultdict(list)
    for index in part.edges:
        edge, way = task.structure.edges[index], result.ways[index]
        start = task.seed.get(edge.source, 0.0)
        end = start if edge.target == task.structure.vision else task.seed.get(edge.target, start)
        for number, stop in enumerate(way, start=1):
            share = number / (len(way) + 1)
            heights[stop].append(start + (end - start) * share)
    return {stop: sum(ys) / len(ys) for stop, ys in heights.items()}


def _pieces(task: Task, part: Part, result: Placement) -> list[Piece]:
    """The pieces of all ways of a part, those of a shared trunk once with their weights added."""
    joined: dict[tuple[Place, Place], tuple[float, float, float]] = {}
    for index in part.edges:
        edge = task.structure.edges[index]
        way: list[Place] = [edge.source, *result.ways[index]]
        if edge.target != task.structure.vision:
            way.append(edge.target)
        for left, right in pairwise(way):
            weight = task.weights[index]
            if isinstance(left, Stop) and isinstance(right, Stop):
                weight *= STRAIGHT
            out = port(task, left)
            into = port(task, right) + (
                0.0 if isinstance(right, Stop) else result.ports.get(index, 0.0)
            )
            old = joined.get((left, right))
            joined[left, right] = (out, into, weight + (old[2] if old else 0.0))
    pieces: list[Piece] = []
    for (left, right), (out, into, weight) in joined.items():
        if column(task, left) > column(task, right):
            pieces.append(Piece(left, right, out, into, weight))
        elif column(task, left) < column(task, right):
            pieces.append(Piece(right, left, into, out, weight))
    return pieces


def column(task: Task, place: Place) -> int:
    """The column of a place, of a frame its right one."""
    if isinstance(place, Stop):
        return place.column
    return task.spans[place][0] if place in task.spans else task.columns[place]


def port(task: Task, place: Place) -> float:
    """The distance of the outgoing port from the top of a place."""
    if isinstance(place, Stop):
        return 0.0
    if place in task.spans:
        first, last = task.spans[place]
        return task.bar(place, last - first + 1) / 2
    return task.heights[place] / 2


def holder(task: Task, place: Place) -> str | None:
    """The frame in which a place stands."""
    return place.frame if isinstance(place, Stop) else task.structure.frame_of.get(place)


def _sorted_out(task: Task, pieces: Iterable[Piece]) -> tuple[dict[str, list[Piece]], list[Piece]]:
    """Pieces within each frame, and those between frames, free cards and stops."""
    within: dict[str, list[Piece]] = defaultdict(list)
    between: list[Piece] = []
    for piece in pieces:
        frame = holder(task, piece.left)
        if frame is not None and frame == holder(task, piece.right):
            within[frame].append(piece)
        else:
            between.append(piece)
    return within, between


def _pulls(between: Iterable[Piece], part: Part, task: Task) -> dict[str, list[OutsidePull]]:
    """What the outside of each frame asks of its members, by the heights found so far."""
    pulls: dict[str, list[OutsidePull]] = defaultdict(list)
    for piece in between:
        left, right = holder(task, piece.left), holder(task, piece.right)
        if left is not None:
            y = part.tops[piece.right] + piece.right_port - part.tops[left]
            pulls[left].append(OutsidePull(piece.left, piece.left_port, y, piece.weight))
        if right is not None:
            y = part.tops[piece.left] + piece.left_port - part.tops[right]
            pulls[right].append(OutsidePull(piece.right, piece.right_port, y, piece.weight))
    return pulls


def _outside(
    task: Task,
    part: Part,
    stops: Sequence[Stop],
    between: Iterable[Piece],
    order: dict[Place, float],
    *,
    first: bool,
    is_anchored: bool,
) -> None:
    """Heights of the frames, free cards and outer stops of a part, and of all in the frames."""
    places: list[Place] = [*part.places, *stops]
    number = {place: index for index, place in enumerate(places)}
    blocks = [_block(task, part, place, order) for place in places]
    ties: list[Tie] = []
    for piece in between:
        left, left_port = _outer(task, part, piece.left, piece.left_port)
        right, right_port = _outer(task, part, piece.right, piece.right_port)
        ties.append(Tie(number[left], number[right], left_port, right_port, piece.weight))
    stack = Stack(blocks, ties)
    if task.seeded:
        stack.keep_still({number[place] for place in places if task.is_known(place)})
    else:
        stack.settle(*_sweeps(part, first=first))
    held = any(block.pinned for block in blocks) or (task.seeded and is_anchored)
    lift = 0.0 if held else min((block.y for block in blocks), default=0.0)
    for place in places:
        y = blocks[number[place]].y - lift
        part.tops[place] = y
        if isinstance(place, str) and place in part.insides:
            for member, top in part.insides[place].tops.items():
                part.tops[member] = y + top


def _sweeps(part: Part, *, first: bool) -> tuple[tuple[int, ...], int, int]:
    """How often order and heights are gone over, and places tried: less where there is much."""
    large = len(part.edges) > LARGE
    if not first:
        return (0,), 4 if large else 8, 0
    return ((6,), 4, 0) if large else ((2, 4, 7, 15), 8, TRIES)


def _outer(task: Task, part: Part, place: Place, port_height: float) -> tuple[Place, float]:
    frame = holder(task, place)
    if frame is None:
        return place, port_height
    return frame, port_height + part.insides[frame].tops[place]


def _block(task: Task, part: Part, place: Place, order: dict[Place, float]) -> Block:
    y = order.get(place, 0.0)
    if isinstance(place, Stop):
        return Block(0.0, place.column, place.column, y, LANE_MARGIN)
    if place in task.spans:
        return Block(part.insides[place].height, *task.spans[place], y, FRAME_MARGIN)
    at = task.columns[place]
    if place in task.pins:
        return Block(task.heights[place], at, at, task.pins[place], ROW_GAP / 2, pinned=True)
    return Block(task.heights[place], at, at, y, ROW_GAP / 2)


def _pack(task: Task, anchored: Part, loose: list[Part], result: Placement) -> None:
    """Bring the parts together and write the result."""
    units = [_unit(task, part) for part in loose]
    spots = pack(_taken(task, anchored, result), units, PITCH)
    _write(task, anchored, 0, 0.0, result)
    for part, spot in zip(loose, spots, strict=True):
        _write(task, part, spot.column - _first(task, part), spot.top, result)


def _taken(task: Task, part: Part, result: Placement) -> Taken:
    """The space that a part takes, with the verticals of its links."""
    taken = Taken()
    for place, (first, last), bottom in _reaches(task, part):
        for at in range(first, last + 1):
            taken.columns[at].append((part.tops[place], bottom))
    for piece in _pieces(task, part, result):
        ends = (
            part.tops[piece.left] + piece.left_port,
            part.tops[piece.right] + piece.right_port,
        )
        taken.channels[column(task, piece.right)].append((min(ends), max(ends)))
    return taken


def _reaches(task: Task, part: Part) -> Iterable[tuple[Place, Span, float]]:
    """For each place of a part its columns and its lower end."""
    for place, y in part.tops.items():
        if isinstance(place, str) and place in task.spans:
            yield place, task.spans[place], y + part.insides[place].height
        else:
            at = column(task, place)
            yield place, (at, at), y + (0.0 if isinstance(place, Stop) else task.heights[place])


def _first(task: Task, part: Part) -> int:
    return min(column(task, place) for place in part.tops)


def _unit(task: Task, part: Part) -> Unit:
    reaches = list(_reaches(task, part))
    framed = any(place in task.spans for place in part.places)
    gap = 2 * FRAME_MARGIN if framed else ROW_GAP + FRAME_MARGIN
    last = max(span[1] for _, span, _ in reaches)
    height = max(end for _, _, end in reaches)
    return Unit(last - _first(task, part) + 1, height, gap, _stood(task, part))


def _stood(task: Task, part: Part) -> Spot | None:
    """Where a part stood in the earlier layout, by the first of its places that stood there."""
    for place in part.places:
        if task.is_known(place) and place in task.stood and place in task.seed:
            aside = task.stood[place] - column(task, place)
            return Spot(_first(task, part) + aside, task.seed[place] - part.tops[place])
    return None


def _write(task: Task, part: Part, aside: int, down: float, result: Placement) -> None:
    """Write a part's places, shifted by columns and downward."""
    for place, y in part.tops.items():
        if isinstance(place, Stop):
            result.stops[place._replace(column=place.column + aside)] = y + down
        elif place in task.spans:
            first, last = task.spans[place]
            inner = part.insides[place]
            result.frames[place] = FramePlace(
                first + aside, last + aside, y + down, inner.bar, inner.height
            )
        else:
            result.columns[place] = task.columns[place] + aside
            result.tops[place] = y + down
    for index in part.edges:
        result.ways[index] = [
            stop._replace(column=stop.column + aside) for stop in result.ways[index]
        ]
