"""Quick ranges: how far durations without an estimate of their own spread, by track or kind."""

from collections.abc import Iterable

from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan


def range_for(node: r.Node, ranges: Iterable[r.QuickRange]) -> r.QuickRange | None:
    """The range of an item: that of its track, else of its kind, else the one for every item.

    Of several for the same the first counts.
    """
    of_kind = of_all = None
    for one in ranges:
        if one.track is not None:
            if one.track == node.track:
                return one
        elif one.kind is None:
            of_all = of_all or one
        elif one.kind == node.kind:
            of_kind = of_kind or one
    return of_kind or of_all


def set_quick_range(
    plan: Plan,
    low: r.Number,
    high: r.Number,
    *,
    track: str | None = None,
    kind: r.NodeKind | None = None,
) -> ChangeSet:
    """Keep a range for a track, for a kind, or for every item; −0.2 and 0.8 are −20 % and +80 %.

    It takes the place of the one for the same; without any width there is none any more.
    """
    ranges = list(plan.settings.quick_ranges)
    places = [place for place, one in enumerate(ranges) if (one.track, one.kind) == (track, kind)]
    wide = [r.QuickRange(track=track, kind=kind, low=low, high=high)] if low or high else []
    if places:
        ranges[places[0] : places[0] + 1] = wide
    else:
        ranges += wide
    change_set = set_fields(plan, "settings", "settings", quick_ranges=tuple(ranges))
    return ChangeSet(change_set.changes, message("Set the quick ranges"))
