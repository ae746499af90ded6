"""Which records a record speaks of."""

from collections.abc import Iterator
from typing import NamedTuple

from strategy_planner.model import records as r


class Reference(NamedTuple):
    """A field that names another record; ``kind`` is the record it must be, None for any."""

    field: str
    id: str
    kind: str | None


def references(record: r.Record) -> Iterator[Reference]:
    """Every id that ``record`` names, in the order of its fields."""
    match record:
        case r.PlanSettings():
            yield from _tracks_of_ranges(record)
        case r.Node():
            yield from _named(record, parent="node", track="track", owner="organisation")
            yield from _named(record, gate="gate")
        case r.Link():
            yield Reference("from", record.prerequisite, "node")
            yield Reference("to", record.dependent, "node")
            yield from _named(record, choice="choice", assumption="register")
        case r.Pathway():
            yield from (Reference("chosen", choice, "choice") for choice in record.chosen)
        case r.Choice() | r.Kpi():
            yield from _named(record, node="node")
        case r.Measurement():
            yield from _named(record, kpi="kpi")
        case r.Contribution():
            yield from _named(record, node="node", kpi="kpi")
        case r.RegisterItem():
            yield from _named(record, kpi="kpi")
            yield from (Reference("touches", id_, None) for id_ in record.touches)
            yield from (Reference("resolved_by", id_, "node") for id_ in record.resolved_by)
        case r.Review():
            yield from _named(record, baseline="baseline")
        case _:
            return


def _tracks_of_ranges(settings: r.PlanSettings) -> Iterator[Reference]:
    for one in settings.quick_ranges:
        if one.track is not None:
            yield Reference("quick_ranges", one.track, "track")


def _named(record: r.Record, **kinds: str) -> Iterator[Reference]:
    for field, kind in kinds.items():
        id_ = getattr(record, field)
        if id_ is not None:
            yield Reference(field, id_, kind)
