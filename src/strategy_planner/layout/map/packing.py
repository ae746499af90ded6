"""Parts that hang on nothing else are packed into free space, as near to the top as they fit."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import log

ASPECT = 1.6
"""The shape of a map that fills a screen."""

Interval = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a unit goes: its rightmost column and its top."""

    column: int
    top: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A part of the map of so many columns, with its height and the space it wants around.

    ``before`` is where it stood until now, and stays where that is still free.
    """

    width: int
    height: float
    gap: float
    before: Spot | None = None


@dataclass(slots=True)
class Taken:
    """What is occupied: heights in columns, and in channels (left of the column of that number)."""

    columns: dict[int, list[Interval]] = field(default_factory=lambda: defaultdict(list))
    channels: dict[int, list[Interval]] = field(default_factory=lambda: defaultdict(list))

    def copy(self) -> "Taken":
        """The same, to be filled further."""
        columns = defaultdict(list, {key: list(held) for key, held in self.columns.items()})
        return Taken(columns, self.channels)

    @property
    def width(self) -> int:
        return max((column for column, held in self.columns.items() if held), default=0)

    @property
    def bottom(self) -> float:
        return max((end for held in self.columns.values() for _, end in held), default=0.0)


def pack(taken: Taken, units: Sequence[Unit], pitch: float) -> list[Spot]:
    """Spots for ``units`` beside and below what is ``taken``.

    So many columns are used that the whole comes near to a screen's shape. Of places of one
    height the one nearest to the wall is used, so that the map stays together.
    """
    least = max([1, taken.width, *(unit.width for unit in units)])
    best: tuple[float, list[Spot]] | None = None
    for count in range(least, max(least, 8) + 1):
        filled = taken.copy()
        spots = [_put(filled, unit, count) for unit in units]
        shape = (filled.width + 0.7) * pitch / max(filled.bottom, 300.0)
        miss = abs(log(shape / ASPECT))
        if best is None or miss < best[0] - 1e-9:
            best = miss, spots
    return best[1] if best is not None else []


def _put(taken: Taken, unit: Unit, count: int) -> Spot:
    """Take the place that a unit had, else the highest free one within so many columns."""
    best = unit.before
    if best is None or _first_fit(taken, unit, best.column, best.top) != best.top:
        starts = range(1, count - unit.width + 2)
        spots = [Spot(start, _first_fit(taken, unit, start)) for start in starts]
        best = min(spots, key=lambda spot: spot.top)
    for column in range(best.column, best.column + unit.width):
        taken.columns[column].append((best.top, best.top + unit.height))
    return best


def _first_fit(taken: Taken, unit: Unit, start: int, top: float = 0.0) -> float:
    columns = range(start, start + unit.width)
    inside = (taken.channels[column] for column in range(start, start + unit.width - 1))
    held = [*(taken.columns[column] for column in columns), *inside]
    return _free_from(sorted(interval for each in held for interval in each), unit, top)


def _free_from(intervals: Iterable[Interval], unit: Unit, top: float) -> float:
    """The first height from ``top`` on at which a unit meets none of the sorted intervals."""
    for begin, end in intervals:
        if begin >= top + unit.height + unit.gap:
            break
        top = max(top, end + unit.gap)
    return top
