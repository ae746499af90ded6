"""Rows: which items stand side by side, and how high each lane becomes."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from strategy_planner.layout.roadmap.axis import TimeAxis
from strategy_planner.layout.roadmap.entries import Entry
from strategy_planner.layout.roadmap.lanes import Lane
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.spans import (
    Geometry,
    Limits,
    Span,
    geometry,
    without_choice_words,
)
from strategy_planner.layout.roadmap.words import Wording, place_words
from strategy_planner.layout.shapes import Measure


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry along the axis, with its words; ``note`` numbers those that stand below."""

    entry: Entry
    geometry: Geometry
    wording: Wording
    said: str
    """The title, with the words of gate and choice where these have no room at their marks."""
    extent: Span
    """All that the item covers in its row."""
    note: int = 0

    @property
    def text(self) -> str:
        """The words that stand in the row."""
        return f"※{self.note}" if self.wording.side == "note" else self.said


GAP = 12.0
"""What two items of a row leave between them, in units."""
Row = tuple[Placed, ...]
LaneRows = tuple[Lane, tuple[Row, ...]]
LanesOfRows = tuple[LaneRows, ...]


def placed_by_lane(
    lanes: Sequence[Lane],
    entries: Iterable[Entry],
    axis: TimeAxis,
    limits: Limits,
    measure: Measure,
    o: RoadmapOptions,
    known: dict[str, Placed],
) -> tuple[tuple[tuple[Lane, list[Placed]], ...], set[str]]:
    """The items of each lane that has any, in the order of time, and which are placed anew.

    ``known`` holds what was placed in the same frame before, and is brought up to date.
    """
    by_lane: dict[str, list[Placed]] = {lane.id: [] for lane in lanes}
    fresh: set[str] = set()
    for entry in entries:
        before = known.get(entry.id)
        if before is None or before.entry is not entry:
            before = known[entry.id] = place_entry(entry, axis, limits, measure, o)
            fresh.add(entry.id)
        by_lane[entry.lane].append(before)
    return tuple((lane, by_lane[lane.id]) for lane in lanes if by_lane[lane.id]), fresh


def numbered_rows(filled: Iterable[tuple[Lane, Sequence[Sequence[Placed]]]]) -> LanesOfRows:
    """The rows with the notes numbered from top to bottom."""
    number = 0
    result: list[LaneRows] = []
    for lane, rows in filled:
        done: list[Row] = []
        for row in rows:
            items: list[Placed] = []
            for item in row:
                noted = item.wording.side == "note"
                number += noted
                items.append(replace(item, note=number) if noted else item)
            done.append(tuple(items))
        result.append((lane, tuple(done)))
    return tuple(result)


def place_entry(
    entry: Entry, axis: TimeAxis, limits: Limits, measure: Measure, o: RoadmapOptions
) -> Placed:
    """An entry on the axis, with room found for its words."""
    where = geometry(entry, axis, limits, measure, o)
    said = entry.label
    if entry.gate is not None and where.gate_words is None:
        said = f"{said} ({entry.gate[1]})"
    if entry.choice is not None and where.decide is not None and where.decide_words is None:
        said = f"{said} ({entry.choice.words})"
    wording = place_words(entry, said, where, limits, measure, o)
    if entry.choice is not None and where.decide_words is not None and wording.side == "note":
        # The title goes first: the day to decide is told with it.
        where = without_choice_words(where)
        said = f"{said} ({entry.choice.words})"
        wording = place_words(entry, said, where, limits, measure, o)
    return Placed(entry, where, wording, said, _extent(where, wording))


def _extent(where: Geometry, wording: Wording) -> Span:
    spans = [where.core, wording.words]
    spans += [span for span in (wording.pill, where.gate_words) if span is not None]
    spans += where.choice
    if where.reviews:
        spans.append(Span(where.reviews[0], where.reviews[-1]))
    return Span(min(span.left for span in spans), max(span.right for span in spans))


def rows_by_time(placed: Sequence[Placed], o: RoadmapOptions) -> list[list[Placed]]:
    """An item shares the first row with room that is not above its driver."""
    rows: list[list[Placed]] = []
    row_of: dict[str, int] = {}
    gap = GAP * o.unit
    for item in placed:
        extent = item.extent
        wide = Span(extent.left - gap, extent.right + gap)
        lowest = row_of.get(item.entry.after or "", 0)
        free = (
            index
            for index, row in enumerate(rows)
            if index >= lowest and not any(wide.meets(other.extent) for other in row)
        )
        index = next(free, len(rows))
        if index == len(rows):
            rows.append([])
        rows[index].append(item)
        row_of[item.entry.id] = index
    return rows


def notes_of(lane_rows: Iterable[LaneRows]) -> Mapping[int, Placed]:
    """The items whose titles stand below the chart, by number."""
    return {item.note: item for _, rows in lane_rows for row in rows for item in row if item.note}
