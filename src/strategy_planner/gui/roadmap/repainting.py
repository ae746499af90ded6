"""What an edit changes on the roadmap: the rows to paint again, or everything."""

from strategy_planner.layout.roadmap.picture import RoadmapLayout


def changed_strips(
    before: RoadmapLayout, after: RoadmapLayout
) -> tuple[tuple[float, float], ...] | None:
    """Top and bottom of the rows that differ; None where the frame around them does too."""
    if _frame(before) != _frame(after):
        return None
    half = after.parts.options.row / 2
    old, new = before.chart.by_id, after.chart.by_id
    centres = {
        stood.centre
        for id_ in old.keys() | new.keys()
        if old.get(id_) != new.get(id_)
        for stood in (old.get(id_), new.get(id_))
        if stood is not None
    }
    return tuple((centre - half, centre + half) for centre in sorted(centres))


def _frame(layout: RoadmapLayout) -> tuple[object, ...]:
    return (
        layout.chart.boxes,
        layout.chart.axis,
        layout.parts.options,
        layout.parts.foot,
        layout.routes,
        layout.notes,
        layout.tray,
        layout.height,
    )
