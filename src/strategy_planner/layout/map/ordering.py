"""The order in each column with few crossings: barycentres, then sifting, until nothing gains.

Crossings between two columns are counted for each pair of places at once, as a matrix (Eades and
Wormald 1994 for the count, Matuszewski, Schönfeld and Molitor 1999 for sifting: one place after
the other is put where the count over both neighbouring columns is least).
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

Piece = tuple[int, int]
"""Two places in neighbouring columns that a link joins, the left one first."""
Columns = list[list[int]]
Matrix = NDArray[np.float64]

SHUFFLED = 6
"""So many neighbours change places at a kick."""
IDLE_KICKS = 15
"""After so many kicks that gained nothing no more are tried."""
KICKED_PASSES = 4
PASSES = 12
"""So often the columns are gone over from each beginning."""
FEW_PASSES = 2
MANY = 600
"""More places than this are gone over less often, and from one beginning."""
WIDE = 160
"""With a column of more places than this pairs are too many to be counted one by one."""


def with_few_crossings(
    columns: Sequence[Sequence[int]],
    pieces: Sequence[Piece],
    fixed: frozenset[int],
    kicks: int = 0,
) -> Columns:
    """The columns, each with the next to its right before it, in an order that crosses less.

    Places of ``fixed`` stand in several columns and keep their order among themselves. So many
    ``kicks`` shuffle a few neighbours and look whether the order that follows is better; the same
    columns always give the same order.
    """
    if _are_too_wide(columns):
        return [list(column) for column in columns]
    tangle = _Tangle(columns, pieces, fixed)
    best, least = tangle.order, tangle.crossings()
    start = best
    many = sum(map(len, columns)) > MANY
    for leftward in (None,) if many else (None, True, False):
        tangle.order = [list(column) for column in start]
        if leftward is not None:
            tangle.sort_by_barycentre(leftward=leftward)
            tangle.sort_by_barycentre(leftward=not leftward)
        found = tangle.settle(FEW_PASSES if many else PASSES)
        if found < least:
            best, least = [list(column) for column in tangle.order], found
    random = np.random.default_rng(len(pieces))
    idle = 0
    for _ in range(kicks if least else 0):
        if idle == IDLE_KICKS:
            break
        tangle.order = [list(column) for column in best]
        tangle.kick(random)
        found = tangle.settle(KICKED_PASSES)
        idle = 0 if found < least else idle + 1
        if found <= least:
            best, least = [list(column) for column in tangle.order], found
    return best


def crossings(columns: Sequence[Sequence[int]], pieces: Sequence[Piece]) -> float:
    """How many pairs of links cross between the columns in this order; 0 where it is not counted."""
    if _are_too_wide(columns):
        return 0.0
    return _Tangle(columns, pieces, frozenset()).crossings()


def _are_too_wide(columns: Sequence[Sequence[int]]) -> bool:
    return max(map(len, columns), default=0) > WIDE


class _Tangle:
    """The columns with the links between neighbouring ones."""

    def __init__(
        self, columns: Sequence[Sequence[int]], pieces: Sequence[Piece], fixed: frozenset[int]
    ) -> None:
        self.order: Columns = [list(column) for column in columns]
        self._fixed = fixed
        at: dict[int, list[int]] = {}
        for number, column in enumerate(columns):
            for place in column:
                at.setdefault(place, []).append(number)
        self._links: list[list[Piece]] = [[] for _ in columns]
        """For each column the pieces (place in it, place in the column to its right)."""
        for left, right in pieces:
            for number in at[left]:
                if number - 1 in at[right]:
                    self._links[number].append((left, right))

    def settle(self, passes: int) -> float:
        """Go over the columns back and forth until nothing gains; the crossings that are left."""
        least = self.crossings()
        best = [list(column) for column in self.order]
        idle = 0
        for number in range(passes):
            numbers = range(len(self.order))
            for column in numbers if number % 2 == 0 else reversed(numbers):
                self._sift(column)
            found = self.crossings()
            if found < least:
                least, best, idle = found, [list(column) for column in self.order], 0
            else:
                idle += 1
                if idle == 2:
                    break
                self.sort_by_barycentre(leftward=number % 2 == 0)
        self.order = best
        return least

    def kick(self, random: np.random.Generator) -> None:
        """Shuffle a few neighbours in three columns."""
        wide = [column for column in self.order if len(column) > 1]
        for _ in range(3 if wide else 0):
            column = wide[random.integers(len(wide))]
            start = int(random.integers(max(1, len(column) - SHUFFLED + 1)))
            part = column[start : start + SHUFFLED]
            random.shuffle(part)
            firm = iter([p for p in column[start : start + SHUFFLED] if p in self._fixed])
            part = [next(firm) if place in self._fixed else place for place in part]
            column[start : start + SHUFFLED] = part

    def crossings(self) -> float:
        """How many pairs of links cross."""
        return float(sum(self._between(number) for number in range(1, len(self.order))))

    def _between(self, number: int) -> float:
        """The crossings between a column and the one to its right."""
        joined = self._joined(number)
        if joined.size == 0:
            return 0.0
        above = np.zeros_like(joined)
        above[1:] = np.cumsum(joined, axis=0)[:-1]
        later = np.cumsum(above[:, ::-1], axis=1)[:, ::-1]
        return float((joined[:, :-1] * later[:, 1:]).sum())

    def _joined(self, number: int) -> Matrix:
        """Which places of a column are linked with which of the column to its right."""
        left, right = self.order[number], self.order[number - 1]
        row = {place: index for index, place in enumerate(left)}
        column = {place: index for index, place in enumerate(right)}
        joined = np.zeros((len(left), len(right)))
        for one, other in self._links[number]:
            joined[row[one], column[other]] += 1.0
        return joined

    def sort_by_barycentre(self, *, leftward: bool) -> None:
        """Put each column in the order of the means of what it is linked with on one side."""
        numbers = range(1, len(self.order)) if leftward else range(len(self.order) - 2, -1, -1)
        for number in numbers:
            joined = self._joined(number) if leftward else self._joined(number + 1).T
            count = joined.sum(axis=1)
            own = np.arange(len(count), dtype=float) * joined.shape[1] / max(1, len(count))
            mean = joined @ np.arange(joined.shape[1], dtype=float) / np.maximum(count, 1.0)
            wanted = np.where(count > 0, mean, own)
            self._arrange(number, wanted)

    def _arrange(self, number: int, wanted: Matrix) -> None:
        """Sort a column by heights wanted; fixed places keep their order among themselves."""
        column = self.order[number]
        ranked = [column[index] for index in np.argsort(wanted, kind="stable")]
        firm = iter([place for place in column if place in self._fixed])
        self.order[number] = [next(firm) if place in self._fixed else place for place in ranked]

    def _sift(self, number: int) -> None:
        """Put each place of a column where it crosses least, the others staying in their order."""
        column = self.order[number]
        if len(column) < 2:
            return
        cost = self._pair_costs(number)
        extra = cost - cost.T
        """What it costs more to have the first place of a pair above the second."""
        rank = list(range(len(column)))
        for place in range(len(column)):
            if column[place] in self._fixed or not extra[place].any():
                continue
            rank.remove(place)
            below = extra[rank, place].cumsum()
            at = int(below.argmin())
            rank.insert(at + 1 if below[at] < 0.0 else 0, place)
        self.order[number] = [column[index] for index in rank]

    def _pair_costs(self, number: int) -> Matrix:
        """The crossings of each pair of a column, the first above the second."""
        size = len(self.order[number])
        cost = np.zeros((size, size))
        sides = []
        if number > 0:
            sides.append(self._joined(number))
        if number + 1 < len(self.order):
            sides.append(self._joined(number + 1).T)
        for joined in sides:
            beyond = joined.sum(axis=1, keepdims=True) - np.cumsum(joined, axis=1)
            cost += beyond @ joined.T
        return cost
