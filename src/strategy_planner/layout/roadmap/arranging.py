"""Which row each item of a roadmap stands in: by time, or by links and as still as possible."""

from collections.abc import Iterator, Sequence

from strategy_planner.layout.roadmap.lanes import Lane
from strategy_planner.layout.roadmap.memory import Places
from strategy_planner.layout.roadmap.options import RoadmapOptions
from strategy_planner.layout.roadmap.packing import Fitting, Need, Rows, rows_by_links, settled
from strategy_planner.layout.roadmap.rows import GAP, Placed, rows_by_time
from strategy_planner.model.plan import Plan

LaneOfItems = tuple[Lane, list[Placed]]


def arranged(
    plan: Plan,
    lanes: Sequence[LaneOfItems],
    fresh: set[str],
    places: Places,
    o: RoadmapOptions,
) -> list[tuple[Lane, list[list[Placed]]]]:
    """The rows of each lane. ``places`` has those of the same frame before and is brought up to
    date; ``fresh`` are the items that were placed anew since.
    """
    if o.rows == "by_time":
        return [(lane, rows_by_time(items, o)) for lane, items in lanes]
    if places.rows:
        found = list(_settled(lanes, fresh, dict(places.rows), GAP * o.unit))
    else:
        fittings = [_fittings(items) for _, items in lanes]
        found = list(rows_by_links(fittings, needs_of(plan), GAP * o.unit))
    places.rows = tuple((lane.id, rows) for (lane, _), rows in zip(lanes, found, strict=True))
    return [(lane, _filled(items, rows)) for (lane, items), rows in zip(lanes, found, strict=True)]


def needs_of(plan: Plan) -> Iterator[Need]:
    """The links by which rows come together: those that carry dates."""
    return (
        (link.prerequisite, link.dependent)
        for link in plan.links.values()
        if link.relation == "requires"
    )


def _settled(
    lanes: Sequence[LaneOfItems], fresh: set[str], before: dict[str, Rows], gap: float
) -> Iterator[Rows]:
    for lane, items in lanes:
        rows = before.get(lane.id, ())
        held = {item for row in rows for item in row}
        ids = {item.entry.id for item in items}
        if held == ids and not fresh & ids:
            yield rows
        else:
            yield settled(rows, _fittings(items), fresh.__contains__, gap)


def _fittings(items: Sequence[Placed]) -> list[Fitting]:
    return [Fitting(item.entry.id, item.extent) for item in items]


def _filled(items: Sequence[Placed], rows: Rows) -> list[list[Placed]]:
    by_id = {item.entry.id: item for item in items}
    return [[by_id[item] for item in row] for row in rows]
