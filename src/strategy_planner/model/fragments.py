"""A part of a plan that is taken elsewhere: copied, pasted into the same or another plan, doubled.

A fragment is a plan of its own: some items with what belongs to them alone (the links and choices
between them, their KPIs with measurements and contributions, their translations), and the tracks,
organisations and gates that they name. What the rest of the plan says of them, register items and
pathways, stays behind.
"""

from collections.abc import Iterable, Mapping

import msgspec

from strategy_planner.language import Message, message_plural
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, created
from strategy_planner.model.edits import fresh_id
from strategy_planner.model.numbers import highest_numbers, next_number
from strategy_planner.model.plan import Plan
from strategy_planner.model.references import references
from strategy_planner.model.texts import label, text_of

SHARED = ("track", "organisation", "gate")
"""Records that several items name; pasting uses those that the plan has already."""


def fragment(plan: Plan, ids: Iterable[str]) -> Plan:
    """The items among ``ids`` with what belongs to them alone, as a plan."""
    chosen = set(ids) & set(plan.nodes)
    nodes = [_freed(plan, node, chosen) for node in plan.nodes.values() if node.id in chosen]
    links = [
        msgspec.structs.replace(link, assumption=None)
        for link in plan.links.values()
        if {link.prerequisite, link.dependent} <= chosen
    ]
    own = [
        record
        for name in ("kpi", "measurement", "contribution")
        for record in plan.records(name).values()
    ]
    kept: list[r.Record] = [*_shared(plan, nodes), *nodes, *links, *_choices(plan, links)]
    for record in own:
        held = {one.key for one in kept}
        named = [reference.id for reference in references(record)]
        if named and held.issuperset(named):
            kept.append(record)
    kept += _translations(plan, {record.key for record in kept})
    return Plan.from_records([r.PlanSettings(language=plan.settings.language), *kept])


def paste(plan: Plan, piece: Plan, parents: Mapping[str, str | None]) -> ChangeSet:
    """The records of a fragment as new ones of ``plan``, with fresh ids and numbers.

    ``parents`` gives the place in the outline of those items whose own parent is not among them,
    by their id in the fragment.
    """
    count = len(piece.nodes)
    return _pasted(
        plan, piece, parents, message_plural("Paste {count} item", "Paste {count} items", count)
    )


def duplicate(plan: Plan, ids: Iterable[str]) -> ChangeSet:
    """The same items once more, beside those that they are copies of in the outline."""
    piece = fragment(plan, ids)
    parents = {id_: plan.nodes[id_].parent for id_ in piece.nodes}
    count = len(piece.nodes)
    return _pasted(
        plan,
        piece,
        parents,
        message_plural("Duplicate {count} item", "Duplicate {count} items", count),
    )


def outline_text(plan: Plan, ids: Iterable[str], language: str) -> str:
    """Items as lines for a mail: number, title and date as written, indented by the outline."""
    chosen = set(ids)
    children: dict[str | None, list[r.Node]] = {}
    for node in plan.nodes.values():
        if node.id in chosen:
            children.setdefault(_parent_among(plan, node, chosen), []).append(node)
    lines: list[str] = []
    waiting = [(node, 0) for node in reversed(children.get(None, []))]
    while waiting:
        node, depth = waiting.pop()
        date = text_of(plan, node, "date", language) or (node.target and node.target.isoformat())
        brackets = "（{}）" if language == "ja" else " ({})"
        words = " ".join(label(plan, node.id, language).split())
        lines.append("    " * depth + words + (brackets.format(date) if date else ""))
        waiting += [(child, depth + 1) for child in reversed(children.get(node.id, []))]
    return "\n".join(lines)


def _parent_among(plan: Plan, node: r.Node, chosen: set[str]) -> str | None:
    parent = node.parent
    while parent is not None and parent not in chosen:
        parent = plan.nodes[parent].parent
    return parent


def _freed(plan: Plan, node: r.Node, chosen: set[str]) -> r.Node:
    """The item without a place of its own; its date goes on being read from the day it was."""
    read_on = node.date_read_on or (plan.settings.reference_date if node.date else None)
    parent = _parent_among(plan, node, chosen)
    return msgspec.structs.replace(node, parent=parent, pin=None, date_read_on=read_on)


def _shared(plan: Plan, nodes: Iterable[r.Node]) -> list[r.Record]:
    named = {id_ for node in nodes for id_ in (node.track, node.owner, node.gate)}
    return [
        record for name in SHARED for record in plan.records(name).values() if record.key in named
    ]


def _choices(plan: Plan, links: Iterable[r.Link]) -> list[r.Record]:
    """The choices of these links, needing no more options than came along."""
    options: dict[str, set[str | None]] = {}
    for link in links:
        if link.choice is not None:
            options.setdefault(link.choice, set()).add(link.option)
    kept: list[r.Record] = []
    for id_, found in options.items():
        choice = plan.choices[id_]
        short = choice.effective_needed > len(found)
        kept.append(msgspec.structs.replace(choice, needed=len(found)) if short else choice)
    return kept


def _translations(plan: Plan, held: set[str]) -> list[r.Record]:
    return [
        translation
        for translation in plan.translations.values()
        if translation.record in held or translation.record.split(":")[0] in held
    ]


def _pasted(
    plan: Plan, piece: Plan, parents: Mapping[str, str | None], label_: Message
) -> ChangeSet:
    at_home = _known_here(plan, piece)
    new = {record.key: at_home.get(record.key) or fresh_id() for record in piece.every_record()}
    numbering = dict(plan.numbering)
    made: list[r.Record] = []
    for record in piece.every_record():
        if isinstance(record, r.PlanSettings) or _owner(record) in at_home:
            continue
        copy = _renamed(record, new)
        if isinstance(copy, r.Node) and isinstance(record, r.Node):
            copy = msgspec.structs.replace(
                copy,
                number=next_number(copy.kind, numbering),
                parent=copy.parent if record.parent else parents.get(record.id),
            )
            highest_numbers(copy, numbering)
        made.append(copy)
    return ChangeSet(tuple(created(record) for record in made), label_)


def _owner(record: r.Record) -> str:
    """The record itself; of a translation the one that it belongs to."""
    return record.record if isinstance(record, r.Translation) else record.key


def _known_here(plan: Plan, piece: Plan) -> dict[str, str]:
    """Shared records of the fragment that the plan has: by id, or another one of the same name."""
    known: dict[str, str] = {}
    for name in SHARED:
        here = plan.records(name)
        named = {getattr(record, "name", None): id_ for id_, record in here.items()}
        for id_, record in piece.records(name).items():
            found = id_ if id_ in here else named.get(getattr(record, "name", None) or "")
            if found is not None:
                known[id_] = found
    return known


def _renamed(record: r.Record, new: Mapping[str, str]) -> r.Record:
    """The record under its new id, naming others by theirs."""
    if isinstance(record, r.Translation):
        head, colon, tail = record.record.partition(":")
        if record.record in new:
            head, colon, tail = record.record, "", ""
        return msgspec.structs.replace(record, record=new[head] + colon + tail)
    fields = {"from": "prerequisite", "to": "dependent"}
    named = {fields.get(field, field): new[id_] for field, id_, _ in references(record)}
    return msgspec.structs.replace(record, id=new[record.key], **named)
