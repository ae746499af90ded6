"""The part of a plan around where the interview stands, as a plan of its own to be drawn."""

from collections.abc import Collection, Iterable, Iterator, Mapping

import msgspec

from strategy_planner.analysis.interview.places import path_from_vision
from strategy_planner.model import records as r
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.references import references

MOST = 24
"""Items in an excerpt: as many as a small picture can show."""


def around(plan: Plan, item: str, most: int = MOST) -> set[str]:
    """The path from the vision to an item, and what is nearest to the item: first what it needs,
    then what that needs, then what stands beside it on the path.
    """
    path = path_from_vision(plan, item)
    kept = dict.fromkeys(path)
    front = [item]
    for _ in range(2):
        front = [id_ for one in front for id_ in _needed(plan, one)]
        kept.update(dict.fromkeys(front))
    for step in reversed(path[:-1]):
        kept.update(dict.fromkeys(_needed(plan, step)))
    return set(list(kept)[: max(most, len(path))])


def excerpt(plan: Plan, ids: set[str]) -> Plan:
    """A plan of these items with what belongs to them; nothing in it names what is left out.

    It is there to be drawn: without pins and outline, which place items in the whole, and without
    pathways, whose choice the schedule of the whole plan tells already.
    """
    there = {"settings", *ids, *plan.tracks, *plan.organisations, *plan.gates}
    there |= {id_ for id_, choice in plan.choices.items() if choice.node in ids}
    there |= {id_ for id_, kpi in plan.kpis.items() if kpi.node in ids}
    links = {link.id for id_ in ids for link in plan.links_into(id_) if link.prerequisite in ids}
    there |= links
    there |= {id_ for id_, entry in plan.register.items() if there & set(entry.touches)}
    kept = [record for record in _named(plan, there, links) if record.key in there]
    kept += [text for text in plan.translations.values() if text.record in there]
    options = options_of(plan.links[id_] for id_ in links)
    return Plan.from_records(_within(record, there, options) for record in kept)


def _named(plan: Plan, there: set[str], links: set[str]) -> Iterator[r.Record]:
    """The records of an excerpt, without walking through all that the plan has."""
    yield plan.settings
    for name in ("track", "organisation", "gate", "choice", "kpi", "register"):
        yield from plan.records(name).values()
    yield from (plan.nodes[id_] for id_ in plan.nodes if id_ in there)
    yield from (plan.links[id_] for id_ in links)


def _within(record: r.Record, there: set[str], options: Mapping[str, Collection[str]]) -> r.Record:
    """A record that forgets what is not in the excerpt."""
    match record:
        case r.Node():
            record = msgspec.structs.replace(record, parent=None, pin=None)
        case r.Choice():
            left = max(1, len(options.get(record.id, ())))
            needed = min(record.effective_needed, left)
            record = msgspec.structs.replace(record, needed=needed)
        case r.RegisterItem():
            record = msgspec.structs.replace(
                record,
                touches=tuple(id_ for id_ in record.touches if id_ in there),
                resolved_by=tuple(id_ for id_ in record.resolved_by if id_ in there),
            )
        case r.Translation():
            return record
        case _:
            pass
    lost = {field: None for field, id_, _ in references(record) if id_ not in there}
    return msgspec.structs.replace(record, **lost) if lost else record


def _needed(plan: Plan, item: str) -> Iterable[str]:
    for link in plan.links_into(item):
        if link.relation != "informs":
            yield link.prerequisite
    for entry in plan.register.values():
        if entry.kind == "obstacle" and item in entry.touches:
            yield from entry.resolved_by
