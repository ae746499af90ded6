"""Moving together what hangs together: blocks in straight lines, and groups without other links.

Single blocks cannot leave a place from which every step makes one line straight and another one
bent. Their cluster, everything that is joined by straight pieces, can.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

from strategy_planner.layout.map.blocks import Block
from strategy_planner.layout.map.regression import Wish, middle

Near = Sequence[Sequence[tuple[int, float, float]]]
"""For each block its neighbours, with the shift at which the line is straight, and its weight."""
STRAIGHT = 0.5
ROUNDS = 3
ENDLESS = 1e9
WIDEST_BAND = 24.0
"""More than this is not left empty over the whole width."""


def shift_clusters(blocks: Sequence[Block], columns: Iterable[Sequence[int]], near: Near) -> None:
    """Move clusters to where their bent links are shortest, as far as there is room."""
    above, below = _beside(blocks, columns)
    for _ in range(ROUNDS):
        cluster_of = _joined(
            near,
            lambda here, other, shift: abs(blocks[other].y + shift - blocks[here].y) < STRAIGHT,
        )
        for members in _members(cluster_of, blocks):
            wishes = _wishes(blocks, members, near, cluster_of)
            if not wishes or any(blocks[index].pinned for index in members):
                continue
            wanted = middle(sorted(wishes), sum(weight for _, weight in wishes))
            if wanted < 0:
                step = -min(-wanted, _room(blocks, members, above, cluster_of))
            else:
                step = min(wanted, _room(blocks, members, below, cluster_of))
            for index in members:
                blocks[index].y += step


def close_gaps(blocks: Sequence[Block], columns: Iterable[Sequence[int]], near: Near) -> None:
    """Lift groups that have no links with others into the free space above them."""
    if not blocks:
        return
    group_of = _joined(near, lambda _here, _other, _shift: True)
    above, _ = _beside(blocks, columns)
    top = min(block.y for block in blocks)
    for members in _members(group_of, blocks):
        if any(blocks[index].pinned for index in members):
            continue
        up = _room(blocks, members, above, group_of)
        step = min(up, min(blocks[index].y for index in members) - top)
        for index in members:
            blocks[index].y -= step
    _close_bands(blocks)


def _close_bands(blocks: Sequence[Block]) -> None:
    """Narrow what is empty over the whole width; everything below moves up together."""
    if any(block.pinned for block in blocks):
        return
    ranked = sorted(blocks, key=lambda block: block.y)
    floor = ranked[0].y
    lift = 0.0
    for block in ranked:
        lift += max(0.0, block.y - lift - floor - WIDEST_BAND)
        block.y -= lift
        floor = max(floor, block.y + block.height)


def _joined(near: Near, joins: Callable[[int, int, float], bool]) -> list[int]:
    """For each block the smallest number of those that it is joined with."""
    group = [-1] * len(near)
    for start in range(len(near)):
        if group[start] >= 0:
            continue
        group[start] = start
        reached = [start]
        while reached:
            here = reached.pop()
            for other, shift, _ in near[here]:
                if group[other] < 0 and joins(here, other, shift):
                    group[other] = start
                    reached.append(other)
    return group


def _members(group_of: Sequence[int], blocks: Sequence[Block]) -> list[list[int]]:
    """The members of each group, the uppermost group first."""
    members: dict[int, list[int]] = defaultdict(list)
    for index, group in enumerate(group_of):
        members[group].append(index)
    return sorted(members.values(), key=lambda group: min(blocks[index].y for index in group))


def _wishes(
    blocks: Sequence[Block], members: Iterable[int], near: Near, cluster_of: Sequence[int]
) -> list[Wish]:
    """How far a cluster would have to move for each of its bent links to be straight."""
    return [
        (blocks[other].y + shift - blocks[index].y, weight)
        for index in members
        for other, shift, weight in near[index]
        if cluster_of[other] != cluster_of[index]
    ]


def _beside(
    blocks: Sequence[Block], columns: Iterable[Sequence[int]]
) -> tuple[list[list[int]], list[list[int]]]:
    """For each block the next ones above and below it in its columns."""
    above: list[list[int]] = [[] for _ in blocks]
    below: list[list[int]] = [[] for _ in blocks]
    for column in columns:
        ranked = sorted(column, key=lambda i: blocks[i].y)
        for upper, lower in pairwise(ranked):
            above[lower].append(upper)
            below[upper].append(lower)
    return above, below


def _room(
    blocks: Sequence[Block],
    members: Iterable[int],
    beside: Sequence[Sequence[int]],
    group_of: Sequence[int],
) -> float:
    """How far a group can move towards what is ``beside`` it, above or below."""
    room = ENDLESS
    for index in members:
        block = blocks[index]
        for other in beside[index]:
            if group_of[other] != group_of[index]:
                apart = blocks[other].margin + block.margin
                if blocks[other].y < block.y:
                    free = block.y - blocks[other].y - blocks[other].height - apart
                else:
                    free = blocks[other].y - block.y - block.height - apart
                room = min(room, free)
    return max(0.0, room)
