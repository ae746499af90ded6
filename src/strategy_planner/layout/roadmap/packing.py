"""Rows whose links run short and cross little: what follows each other stands side by side.

Within each lane items are first put into rows, each behind what it needs where there is room.
Then whole rows change places, toward the middle of what they are linked to and by exchanges of
neighbours, as long as the links become shorter (the heuristics of linear arrangement and of
layered drawing: barycentres, then adjacent exchange).
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heappop, heappush

from strategy_planner.layout.roadmap.spans import Span

_SWEEPS, _PASSES = 4, 6
_STEPS = 12_000
"""How many rows a pass may touch in all; a plan of thousands is content with fewer passes."""
_UPWARD = 4.0
"""How much worse a link is that runs up: sources stand above what needs them (VISUAL 6)."""

Need = tuple[str, str]
"""What is needed, and the item that needs it."""
Rows = tuple[tuple[str, ...], ...]
"""The items of a lane, row by row from the top, each row from left to right."""


@dataclass(frozen=True, slots=True)
class Fitting:
    """An item that seeks a row: what it covers, and its place in the order of time."""

    id: str
    extent: Span


def rows_by_links(
    lanes: Sequence[Sequence[Fitting]], needs: Iterable[Need], gap: float
) -> tuple[Rows, ...]:
    """The rows of each lane; no two items of a row come closer than ``gap``."""
    place = {item.id: index for index, lane in enumerate(lanes) for item in lane}
    known = [need for need in needs if need[0] in place and need[1] in place]
    before: dict[str, list[str]] = {}
    for source, target in known:
        before.setdefault(target, []).append(source)
    filled = [_filled(lane, before, gap) for lane in lanes]
    return _ordered(filled, known)


def length_of_links(lanes: Iterable[Rows], needs: Iterable[Need]) -> float:
    """How many rows all links span together; those that run up count more."""
    at = {
        item: index
        for index, row in enumerate(row for rows in lanes for row in rows)
        for item in row
    }
    return sum(
        _cost(at[target] - at[source]) for source, target in needs if source in at and target in at
    )


def _filled(
    lane: Sequence[Fitting], before: Mapping[str, list[str]], gap: float
) -> list[list[str]]:
    """Rows filled from left to right: behind what an item needs, else the one longest free."""
    rows: list[list[str]] = []
    ends: list[float] = []
    waiting: list[tuple[float, int]] = []
    row_of: dict[str, int] = {}
    for item in sorted(lane, key=lambda each: each.extent.left):
        left = item.extent.left - gap
        own = [row_of[source] for source in before.get(item.id, ()) if source in row_of]
        index = next((row for row in own if ends[row] <= left), None)
        if index is None:
            index = _longest_free(waiting, ends, left)
        if index is None:
            index = len(rows)
            rows.append([])
            ends.append(0.0)
        rows[index].append(item.id)
        ends[index] = item.extent.right
        row_of[item.id] = index
        heappush(waiting, (item.extent.right, index))
    return rows


def _longest_free(waiting: list[tuple[float, int]], ends: list[float], left: float) -> int | None:
    """The row that has ended first, if it ends before ``left``; rows that went on are let go."""
    while waiting and ends[waiting[0][1]] != waiting[0][0]:
        heappop(waiting)
    return heappop(waiting)[1] if waiting and waiting[0][0] <= left else None


def _ordered(lanes: list[list[list[str]]], needs: Sequence[Need]) -> tuple[Rows, ...]:
    """The rows of each lane in the order with the shortest links that was found."""
    arrangement = _Arrangement(lanes, needs)
    best, shortest = arrangement.order(), arrangement.cost()
    for _ in range(_SWEEPS if arrangement.passes == _PASSES else 1):
        arrangement.to_barycentres()
        arrangement.exchange()
        cost = arrangement.cost()
        if cost >= shortest:
            break
        best, shortest = arrangement.order(), cost
    return tuple(tuple(tuple(row) for row in rows) for rows in best)


class _Arrangement:
    """Rows that change places within their lanes, and the links between them."""

    def __init__(self, lanes: list[list[list[str]]], needs: Sequence[Need]) -> None:
        self._rows = [row for rows in lanes for row in rows]
        ends = list(_running(len(rows) for rows in lanes))
        self._lanes = list(zip([0, *ends], ends, strict=False))
        row_of = {item: index for index, row in enumerate(self._rows) for item in row}
        self._out: list[list[int]] = [[] for _ in self._rows]
        self._into: list[list[int]] = [[] for _ in self._rows]
        for source, target in needs:
            first, second = row_of[source], row_of[target]
            if first != second:
                self._out[first].append(second)
                self._into[second].append(first)
        self._at = list(range(len(self._rows)))
        self.passes = max(1, min(_PASSES, _STEPS // max(len(self._rows), 1)))
        self._order = list(range(len(self._rows)))

    def order(self) -> list[list[list[str]]]:
        """The rows of each lane from the top."""
        return [[self._rows[row] for row in self._order[first:last]] for first, last in self._lanes]

    def cost(self) -> float:
        """What all links cost together."""
        at = self._at
        return sum(
            _cost(at[other] - at[row]) for row, others in enumerate(self._out) for other in others
        )

    def to_barycentres(self) -> None:
        """Each row toward the middle of the rows that it is linked to; the unlinked stay."""
        at = self._at
        wanted = [
            sum(at[other] for other in linked) / len(linked) if linked else at[row]
            for row, linked in enumerate(map(_both, self._out, self._into))
        ]
        for first, last in self._lanes:
            self._put(first, sorted(self._order[first:last], key=lambda row: wanted[row]))

    def exchange(self) -> None:
        """Neighbours change places, as long as that shortens links."""
        for _ in range(self.passes):
            changed = False
            for first, last in self._lanes:
                for place in range(first, last - 1):
                    upper, lower = self._order[place], self._order[place + 1]
                    if self._gain(upper, lower) > 1e-9:
                        self._put(place, [lower, upper])
                        changed = True
            if not changed:
                return

    def _gain(self, upper: int, lower: int) -> float:
        """How much shorter links become when two neighbours change places.

        Each end moves by one row, so that only the side on which its links lie counts.
        """
        between = self._out[upper].count(lower) - self._out[lower].count(upper)
        return self._pull(upper, lower) - self._pull(lower, upper) - between * (_UPWARD - 1)

    def _pull(self, row: int, beside: int) -> float:
        """What links gain for each row further down; those to its neighbour ``beside`` apart."""
        at, here = self._at, self._at[row]
        pull = 0.0
        for other in self._out[row]:
            if other != beside:
                pull += 1.0 if at[other] > here else -_UPWARD
        for other in self._into[row]:
            if other != beside:
                pull += _UPWARD if at[other] > here else -1.0
        return pull

    def _put(self, first: int, rows: Sequence[int]) -> None:
        for place, row in enumerate(rows, first):
            self._order[place] = row
            self._at[row] = place


def settled(rows: Rows, lane: Sequence[Fitting], moved: Callable[[str], bool], gap: float) -> Rows:
    """Rows as they were, for a lane that has changed a little: what still fits stays.

    What ``moved`` and now meets a neighbour, and what is new, takes the nearest row with room, or
    a new one just below.
    """
    extents = {item.id: item.extent for item in lane}
    kept: list[list[str]] = []
    homeless: list[tuple[int, str]] = []
    for index, row in enumerate(rows):
        still = sorted((item for item in row if item in extents), key=moved)
        held: list[str] = []
        for item in still:
            if _has_room(extents[item], held, extents, gap):
                held.append(item)
            else:
                homeless.append((index, item))
        kept.append(held)
    seen = {item for row in rows for item in row}
    homeless += [(len(kept) - 1, item.id) for item in lane if item.id not in seen]
    for index, item in homeless:
        near = sorted(range(len(kept)), key=lambda row: abs(row - index))
        free = next((r for r in near if _has_room(extents[item], kept[r], extents, gap)), None)
        if free is None:
            kept.insert(index + 1, [item])
        else:
            kept[free].append(item)
    return tuple(tuple(sorted(row, key=lambda id_: extents[id_].left)) for row in kept if row)


def _has_room(extent: Span, row: Iterable[str], extents: Mapping[str, Span], gap: float) -> bool:
    wide = Span(extent.left - gap, extent.right + gap)
    return not any(wide.meets(extents[other]) for other in row)


def _cost(rows_down: int) -> float:
    return rows_down if rows_down >= 0 else -rows_down * _UPWARD


def _both(out: list[int], into: list[int]) -> list[int]:
    return out + into


def _running(lengths: Iterable[int]) -> Iterable[int]:
    total = 0
    for length in lengths:
        total += length
        yield total
