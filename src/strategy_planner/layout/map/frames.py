"""The inside of frames: which columns they take, and how their members stand in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from strategy_planner.layout.map.blocks import Block, Pull, Tie
from strategy_planner.layout.map.elements import FRAME_PAD, ROW_GAP, Stop
from strategy_planner.layout.map.stacking import Stack
from strategy_planner.layout.map.task import Place, Span, Task

WIDEST_GRID = 4
TALLEST_FILLING = 3
LANE_MARGIN = 5.0


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a way between two places in neighbouring columns; the left one comes first."""

    left: Place
    right: Place
    left_port: float
    right_port: float
    weight: float


@dataclass(frozen=True, slots=True)
class OutsidePull:
    """A place inside whose port is linked with a height outside, counted from the frame's top."""

    place: Place
    port: float
    y: float
    weight: float


@dataclass(slots=True)
class Inside:
    """The inside of a frame: tops counted from the frame's top, and its whole height."""

    tops: dict[Place, float]
    bar: float
    height: float


def frame_spans(task: Task) -> dict[str, Span]:
    """The columns of each open frame."""
    linked = task.structure.linked()
    fed = {edge.target for edge in task.structure.edges}
    spans: dict[str, Span] = {}
    for frame, members in task.structure.frames.items():
        columns = [task.columns[member] for member in members if member in linked]
        loose = len(members) - len(columns)
        first = min(columns, default=min(task.columns[member] for member in members))
        width = max(columns) - first + 1 if columns else 1 if frame in fed else _grid_width(loose)
        while columns and ceil(loose / width) > TALLEST_FILLING and width < WIDEST_GRID:
            width += 1
        spans[frame] = (first, first + width - 1)
    return spans


def _grid_width(count: int) -> int:
    return count if count <= 3 else min(WIDEST_GRID, ceil(sqrt(count)))


def inside(
    task: Task,
    frame: str,
    stops: Sequence[Stop],
    pieces: Sequence[Piece],
    pulls: Sequence[OutsidePull],
    order: Mapping[Place, float],
) -> Inside:
    """Arrange the members of a frame: linked ones like a small map, the others below them.

    Sets the column of the members that hang on nothing in ``task.columns``.
    """
    first, last = task.spans[frame]
    bar = task.bar(frame, last - first + 1)
    ends = {place for piece in pieces for place in (piece.left, piece.right)}
    ends.update(pull.place for pull in pulls)
    linked = task.structure.linked()
    members = task.structure.frames[frame]
    places: list[Place] = [m for m in members if m in linked or m in ends]
    stood = order.get(frame) if task.is_known(frame) else None
    tops = stacked(task, [*places, *stops], pieces, pulls, order, shift=bar, stood=stood)
    fillers = [member for member in members if member not in tops]
    bottom = _fill(task, fillers, tops, task.spans[frame], bar)
    return Inside(tops, bar, bottom + FRAME_PAD)


def stacked(
    task: Task,
    places: Sequence[Place],
    pieces: Sequence[Piece],
    pulls: Sequence[OutsidePull],
    order: Mapping[Place, float],
    shift: float,
    stood: float | None = None,
) -> dict[Place, float]:
    """The tops of cards and stops that hang together, the uppermost at ``shift``.

    ``stood`` is the height at which the frame around them stood; they keep their distance from it.
    """
    if not places:
        return {}
    number = {place: index for index, place in enumerate(places)}
    blocks = [_block(task, place, order) for place in places]
    if not pieces and not task.seeded:
        _order_by_pulls(blocks, number, pulls)
    ties = [
        Tie(number[p.left], number[p.right], p.left_port, p.right_port, p.weight) for p in pieces
    ]
    drawn = [Pull(number[p.place], p.port, p.y, p.weight) for p in pulls]
    stack = Stack(blocks, ties, drawn)
    if task.seeded:
        stack.keep_still({number[place] for place in places if task.is_known(place)})
        above = min(block.y for block in blocks)
        top = above if stood is None else min(above, stood + shift)
    else:
        stack.settle((6,) if ties else (0,), 4 if ties else 0)
        top = min(block.y for block in blocks)
    return {place: blocks[number[place]].y - top + shift for place in places}


def _order_by_pulls(
    blocks: Sequence[Block], number: Mapping[Place, int], pulls: Sequence[OutsidePull]
) -> None:
    """Let members that hang on nothing inside stand in the order of what they face outside."""
    for pull in pulls:
        blocks[number[pull.place]].y = pull.y - pull.port


def _block(task: Task, place: Place, order: Mapping[Place, float]) -> Block:
    y = order.get(place, 0.0)
    if isinstance(place, Stop):
        return Block(0.0, place.column, place.column, y, LANE_MARGIN)
    column = task.columns[place]
    return Block(task.heights[place], column, column, y, ROW_GAP / 2)


def _fill(
    task: Task, fillers: Sequence[str], tops: dict[Place, float], span: Span, bar: float
) -> float:
    """Put what hangs on nothing under the rest, row by row from the left; gives the bottom."""
    columns = list(range(span[1], span[0] - 1, -1))
    floor = dict.fromkeys(columns, bar)
    for place, top in tops.items():
        column = place.column if isinstance(place, Stop) else task.columns[place]
        height = 0.0 if isinstance(place, Stop) else task.heights[place]
        floor[column] = max(floor[column], top + height + ROW_GAP)
    grid = not tops
    for start in range(0, len(fillers), len(columns)):
        row = fillers[start : start + len(columns)]
        line = max(task.heights[member] for member in row)
        for member in row:
            column = columns[row.index(member)] if grid else min(columns, key=lambda c: floor[c])
            task.columns[member] = column
            tops[member] = floor[column]
            floor[column] += (line if grid else task.heights[member]) + ROW_GAP
    return max(floor.values()) - ROW_GAP
