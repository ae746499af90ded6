"""Heights: in which order blocks stand in their columns, and at which y, so that links run straight.

A block is a card, a frame over several columns, or the place where a long link passes a column.
Sweeps put each block where its neighbours' ports are (barycentre, then weighted median), and an
isotonic regression per column keeps the blocks apart with the least displacement. Neighbours are
thus aligned by centre first, and crossings are reduced within that.
"""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import partial
from graphlib import TopologicalSorter
from itertools import pairwise

from strategy_planner.layout.map.blocks import Block, Pull, Tie
from strategy_planner.layout.map.clusters import close_gaps, shift_clusters
from strategy_planner.layout.map.ordering import crossings, with_few_crossings
from strategy_planner.layout.map.regression import Fit, Wish, fit_mean, fit_median, mean, middle

FIRM = 1e6
"""The weight of a block that must stay where it is."""
FAINT = 1e-3
"""The weight of staying in place, which only decides where nothing else does."""
TURN = 40.0
"""A link that turns costs as much as one that is longer by this."""
HEIGHT_PRICE = 4.0
FRAME_WEIGHT = 3
"""A link through a frame counts like one that crosses so many others."""
MOST_SWAPS = 8
KICKS = 80
"""So often the best order is disturbed to look for a better one."""
CROSSING = 1000.0
"""Two links that cross cost as much as one that is longer by this."""
NEAR = 110.0
"""A gap that is further away is no place for a new block; others make room then."""
EXACT = 1e-6


class Stack:
    """Blocks and ties while they are put in order; ``y`` of the blocks is the result."""

    def __init__(
        self, blocks: list[Block], ties: Iterable[Tie], pulls: Iterable[Pull] = ()
    ) -> None:
        self.blocks = blocks
        self.to_right: list[list[tuple[int, float, float]]] = [[] for _ in blocks]
        self.to_left: list[list[tuple[int, float, float]]] = [[] for _ in blocks]
        self.pulls: list[list[Wish]] = [[] for _ in blocks]
        for tie in ties:
            shift = tie.right_port - tie.left_port
            self.to_right[tie.left].append((tie.right, shift, tie.weight))
            self.to_left[tie.right].append((tie.left, -shift, tie.weight))
        for pull in pulls:
            self.pulls[pull.block].append((pull.y - pull.port, pull.weight))
        self._has_pins = any(block.pinned for block in blocks)
        widest = max((block.last for block in blocks), default=0)
        self.pieces = [(i, other) for i, near in enumerate(self.to_right) for other, _, _ in near]
        """What may cross: links, and frames over several columns, which links should not run through."""
        for index, block in enumerate(blocks):
            self.pieces += [(index, index)] * (FRAME_WEIGHT if block.last > block.first else 0)
        self.columns: list[list[int]] = [[] for _ in range(widest + 1)]
        for index, block in enumerate(blocks):
            for column in range(block.first, block.last + 1):
                self.columns[column].append(index)

    def settle(self, order_sweeps: Sequence[int], line_sweeps: int, tries: int = 0) -> None:
        """Find the order, then the heights, and close the gaps that are left.

        Each number of ``order_sweeps`` is tried (0 keeps the order as it is), and the result with
        the least vertical length of links and the least height is taken. So many ``tries`` are
        made to find a better place for single blocks.
        """
        self._separate()
        if not any(self.to_right) and not any(self.pulls):
            self._compact()
            return
        start = [block.y for block in self.blocks]
        pulls = self.pulls
        best: tuple[float, list[float]] | None = None
        for count in order_sweeps:
            self.pulls = pulls
            self._put(start)
            self._find_order(count)
            if count and not any(pulls):
                self._untangle(0)
            self._find_heights(line_sweeps)
            found = self._cost()
            if best is None or found < best[0]:
                best = found, [block.y for block in self.blocks]
        if best is not None:
            self._put(best[1])
            cost = best[0]
            if tries and not any(pulls):
                cost = self._try(lambda: self._untangle(KICKS), cost, line_sweeps)
                cost = self._swap_frames(cost, line_sweeps)
            self._put_elsewhere(tries, cost, line_sweeps)

    def keep_still(self, known: Collection[int]) -> None:
        """Leave the ``known`` blocks where they stand, and find places for the others near by.

        A block is put where its links run straight, or into the nearest gap; where there is none
        near, what stands below makes room, as far as it must.
        """
        blocks = self.blocks
        placed = {i for i, block in enumerate(blocks) if i in known or block.pinned}
        waiting = [i for i in range(len(blocks)) if i not in placed]
        for index in sorted(waiting, key=lambda i: (blocks[i].first, blocks[i].y)):
            near = self.to_right[index] + self.to_left[index]
            wishes = [(blocks[o].y + shift, weight) for o, shift, weight in near if o in placed]
            wishes = sorted(wishes + self.pulls[index])
            if wishes:
                blocks[index].y = middle(wishes, sum(weight for _, weight in wishes))
            blocks[index].y = self._gap_near(index, placed)
            placed.add(index)
        self._separate()

    def _gap_near(self, index: int, placed: Collection[int]) -> float:
        """The nearest height at which a block meets nothing; its own where that is far away."""
        block, taken = self.blocks[index], []
        for column in range(block.first, block.last + 1):
            for other in (self.blocks[i] for i in self.columns[column] if i in placed):
                apart = other.margin + block.margin
                taken.append((other.y - block.height - apart, other.y + other.height + apart))
        up = down = block.y
        for top, bottom in sorted(taken):
            if top < down < bottom:
                down = bottom
        for top, bottom in sorted(taken, key=lambda each: -each[1]):
            if top < up < bottom:
                up = top
        nearest = down if down - block.y <= block.y - up else up
        return nearest if abs(nearest - block.y) <= NEAR else block.y

    def _swap_frames(self, cost: float, line_sweeps: int) -> float:
        """Let blocks over several columns that follow one another change places where it helps."""
        wide = [i for i, block in enumerate(self.blocks) if block.last > block.first]
        wide.sort(key=lambda i: self.blocks[i].y)
        for upper, lower in list(pairwise(wide))[:MOST_SWAPS]:
            if not (self.blocks[upper].pinned or self.blocks[lower].pinned):
                cost = self._try(partial(self._swap, upper, lower), cost, line_sweeps)
        return cost

    def _swap(self, one: int, other: int) -> None:
        a, b = self.blocks[one], self.blocks[other]
        a.y, b.y = b.y, a.y
        self._untangle(0)

    def _try(self, change: Callable[[], None], cost: float, line_sweeps: int) -> float:
        """Change the order, and keep that where it makes the map better; gives the cost then."""
        kept = [block.y for block in self.blocks]
        change()
        self._find_heights(line_sweeps)
        found = self._cost()
        if found < cost:
            return found
        self._put(kept)
        return cost

    def _put_elsewhere(self, tries: int, cost: float, line_sweeps: int) -> None:
        """Take the blocks with the longest bent links out of the order, and put them near these."""
        for index in sorted(range(len(self.blocks)), key=lambda i: (-self._bend(i), i))[:tries]:
            wishes = sorted(self._wishes(index, leftward=True, both=True))
            if not wishes or self.blocks[index].pinned:
                continue
            wanted = middle(wishes, sum(weight for _, weight in wishes))
            cost = self._try(partial(setattr, self.blocks[index], "y", wanted), cost, line_sweeps)

    def _bend(self, index: int) -> float:
        """The vertical length of a block's links, by weight."""
        y = self.blocks[index].y
        near = self.to_right[index] + self.to_left[index]
        return sum(weight * abs(self.blocks[other].y + shift - y) for other, shift, weight in near)

    def _put(self, heights: Sequence[float]) -> None:
        for block, y in zip(self.blocks, heights, strict=True):
            block.y = y

    def _find_order(self, sweeps: int) -> None:
        odd = sweeps % 2
        for sweep in range(sweeps):
            both = sweep >= sweeps - 2
            self._sweep(fit_mean, leftward=sweep % 2 == odd, both=both, keep_order=False)

    def _untangle(self, kicks: int) -> None:
        """Change the order in the columns where links then cross less."""
        blocks = self.blocks
        columns = [sorted(column, key=lambda i: (blocks[i].y, i)) for column in self.columns]
        fixed = frozenset(i for i, b in enumerate(blocks) if b.last > b.first or b.pinned)
        self.columns = with_few_crossings(columns, self.pieces, fixed, kicks)
        self._push_down(from_top=True)

    def _push_down(self, *, from_top: bool) -> None:
        """Part what overlaps, in the order of the columns; from the top, or as far as it must."""
        above: dict[int, list[int]] = {}
        for column in self.columns:
            for upper, lower in pairwise(column):
                above.setdefault(lower, []).append(upper)
        order = TopologicalSorter({i: above.get(i, ()) for i in range(len(self.blocks))})
        floor = [0.0 if from_top else -1e9] * len(self.columns)
        for index in order.static_order():
            block = self.blocks[index]
            span = range(block.first, block.last + 1)
            low = max(floor[number] for number in span) + block.margin
            if not block.pinned and (from_top or low > block.y):
                block.y = low
            for number in span:
                floor[number] = max(floor[number], block.y + block.height + block.margin)

    def _find_heights(self, sweeps: int) -> None:
        """Straighten lines in the order found."""
        self.pulls = [[] for _ in self.blocks]
        self._compact()
        for column in self.columns:
            column.sort(key=lambda index: (self.blocks[index].y, index))
        for sweep in range(sweeps):
            both = sweep >= sweeps - 2
            self._sweep(fit_median, leftward=sweep % 2 == 0, both=both, keep_order=True)
        near = [[*right, *left] for right, left in zip(self.to_right, self.to_left, strict=True)]
        shift_clusters(self.blocks, self.columns, near)
        close_gaps(self.blocks, self.columns, near)

    def _cost(self) -> float:
        """Vertical length of links by weight, what they turn, and the height of the whole."""
        blocks = self.blocks
        cost = 0.0
        for index, near in enumerate(self.to_right):
            y = blocks[index].y
            for other, shift, weight in near:
                off = abs(blocks[other].y + shift - y)
                cost += weight * (off + (TURN if off > 1.0 else 0.0))
        top = min(block.y for block in blocks)
        bottom = max(block.y + block.height for block in blocks)
        columns = [sorted(column, key=lambda i: blocks[i].y) for column in self.columns]
        return cost + HEIGHT_PRICE * (bottom - top) + CROSSING * crossings(columns, self.pieces)

    def _wishes(self, index: int, *, leftward: bool, both: bool) -> list[Wish]:
        near = self.to_right[index] if leftward else self.to_left[index]
        wishes = [(self.blocks[other].y + shift, weight) for other, shift, weight in near]
        if both or not wishes:
            far = self.to_left[index] if leftward else self.to_right[index]
            fade = 1.0 if both else 0.2
            wishes += [
                (self.blocks[other].y + shift, weight * fade) for other, shift, weight in far
            ]
        return wishes + self.pulls[index]

    def _sweep(self, fit: Fit, *, leftward: bool, both: bool, keep_order: bool) -> None:
        """Visit the columns one way and place each block by the neighbours already placed."""
        placed: set[int] = set()
        blocks = self.blocks
        for column in self.columns if leftward else reversed(self.columns):
            wishes: dict[int, list[Wish]] = {}
            for index in column:
                block = blocks[index]
                if block.pinned or index in placed:
                    wishes[index] = [(block.y, FIRM)]
                else:
                    wishes[index] = self._wishes(index, leftward=leftward, both=both)
                    wishes[index].append((block.y, FAINT))
            if keep_order and self._has_pins:
                column.sort(key=lambda index: blocks[index].y + blocks[index].height / 2)
            elif not keep_order:
                aim = {i: mean(wishes[i]) + blocks[i].height / 2 for i in column}
                column.sort(key=lambda index: (aim[index], blocks[index].y))
            heights = fit([wishes[index] for index in column], self._offsets(column))
            for index, y in zip(column, heights, strict=True):
                if index not in placed:
                    blocks[index].y = y
            placed.update(index for index in column if blocks[index].last > blocks[index].first)
        if keep_order and not self._has_pins:
            self._push_down(from_top=False)
        else:
            self._separate()

    def _offsets(self, column: Sequence[int]) -> list[float]:
        """The distances of the blocks of a column from its top when they stand close together."""
        offsets: list[float] = []
        offset = 0.0
        before: Block | None = None
        for index in column:
            block = self.blocks[index]
            if before is not None:
                offset += before.height + before.margin + block.margin
            offsets.append(offset)
            before = block
        return offsets

    def _compact(self) -> None:
        """Let everything rise as far as the order in the columns allows."""
        blocks = self.blocks
        floor = [0.0] * len(self.columns)
        for index in self._downward():
            block = blocks[index]
            span = range(block.first, block.last + 1)
            if not block.pinned:
                block.y = max(floor[column] for column in span) + block.margin
            for column in span:
                floor[column] = max(floor[column], block.y + block.height + block.margin)

    def _downward(self) -> list[int]:
        """All blocks from top to bottom; tall ones by their upper part."""
        blocks = self.blocks
        return sorted(
            range(len(blocks)), key=lambda i: (blocks[i].y + min(blocks[i].height, 40.0) / 2, i)
        )

    def _separate(self) -> None:
        """Push down what overlaps, from top to bottom; what is pinned stays."""
        blocks = self.blocks
        floor = [-1e9] * len(self.columns)
        pinned = [block for block in blocks if block.pinned]
        for index in self._downward():
            block = blocks[index]
            span = range(block.first, block.last + 1)
            if not block.pinned:
                low = max(floor[column] for column in span) + block.margin
                block.y = _clear_of(pinned, block, low if low > block.y + EXACT else block.y)
            for column in span:
                floor[column] = max(floor[column], block.y + block.height + block.margin)


def _clear_of(pinned: list[Block], block: Block, y: float) -> float:
    """The first height from ``y`` on at which a block meets nothing that is pinned."""
    for other in sorted(pinned, key=lambda each: each.y):
        apart = other.margin + block.margin
        beside = other.last < block.first or block.last < other.first
        below, above = other.y + other.height + apart, other.y - block.height - apart
        if not beside and above + EXACT < y < below - EXACT:
            y = other.y + other.height + apart
    return y
