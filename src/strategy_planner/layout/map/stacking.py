"""Heights: in which order blocks stand in their columns, and at which y, so that links run straight.

A block is a card, a frame over several columns, or the place where a long link passes a column.
Sweeps put each block where its neighbours' ports are (barycentre, then weighted median), and an
isotonic regression per column keeps the blocks apart with the least displacement. Neighbours are
thus aligned by centre first, and crossings are reduced within that.
"""

from collections.abc import Iterable, Sequence

from strategy_planner.layout.map.blocks import Block, Pull, Tie
from strategy_planner.layout.map.clusters import close_gaps, shift_clusters
from strategy_planner.layout.map.regression import Fit, Wish, fit_mean, fit_median, mean, middle

FIRM = 1e6
"""The weight of a block that must stay where it is."""
FAINT = 1e-3
"""The weight of staying in place, which only decides where nothing else does."""
TURN = 40.0
"""A link that turns costs as much as one that is longer by this."""
HEIGHT_PRICE = 4.0


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
        widest = max((block.last for block in blocks), default=0)
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
            self._find_heights(line_sweeps)
            found = self._cost()
            if best is None or found < best[0]:
                best = found, [block.y for block in self.blocks]
        if best is not None:
            self._put(best[1])
            self._put_elsewhere(tries, best[0], line_sweeps)

    def _put_elsewhere(self, tries: int, cost: float, line_sweeps: int) -> None:
        """Take the blocks with the longest bent links out of the order, and put them near these."""
        for index in sorted(range(len(self.blocks)), key=lambda i: (-self._bend(i), i))[:tries]:
            kept = [block.y for block in self.blocks]
            wishes = self._wishes(index, leftward=True, both=True)
            if not wishes or self.blocks[index].pinned:
                continue
            ranked = sorted(wishes)
            self.blocks[index].y = middle(ranked, sum(weight for _, weight in ranked))
            self._find_heights(line_sweeps)
            found = self._cost()
            if found < cost:
                cost = found
            else:
                self._put(kept)

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

    def _find_heights(self, sweeps: int) -> None:
        """Straighten lines in the order found."""
        self.pulls = [[] for _ in self.blocks]
        self._compact()
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
        return cost + HEIGHT_PRICE * (bottom - top)

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
            if keep_order:
                column.sort(key=lambda index: blocks[index].y + blocks[index].height / 2)
            else:
                aim = {i: mean(wishes[i]) + blocks[i].height / 2 for i in column}
                column.sort(key=lambda index: (aim[index], blocks[index].y))
            heights = fit([wishes[index] for index in column], self._offsets(column))
            for index, y in zip(column, heights, strict=True):
                if index not in placed:
                    blocks[index].y = y
            placed.update(index for index in column if blocks[index].last > blocks[index].first)
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
                block.y = _clear_of(pinned, block, max(block.y, low))
            for column in span:
                floor[column] = max(floor[column], block.y + block.height + block.margin)


def _clear_of(pinned: list[Block], block: Block, y: float) -> float:
    """The first height from ``y`` on at which a block meets nothing that is pinned."""
    for other in sorted(pinned, key=lambda each: each.y):
        apart = other.margin + block.margin
        beside = other.last < block.first or block.last < other.first
        if not beside and y < other.y + other.height + apart and other.y < y + block.height + apart:
            y = other.y + other.height + apart
    return y
