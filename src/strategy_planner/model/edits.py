"""The verbs by which a planner changes a plan. Each returns a ChangeSet and changes nothing."""

import uuid
from collections.abc import Iterable
from typing import Any

import msgspec

from strategy_planner.language import Message, message, message_plural
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change, ChangeSet, created, deleted, replaced
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.numbers import next_number
from strategy_planner.model.plan import Plan
from strategy_planner.model.references import references


def fresh_id() -> str:
    """A new record's id: UUID text, stable for ever."""
    return str(uuid.uuid4())


def add_node(
    plan: Plan,
    kind: r.NodeKind,
    title: str,
    *,
    before: str | None = None,
    **fields: Any,
) -> ChangeSet:
    """A new item of ``kind``, with the next number of its series; the set's last change.

    ``before`` names the node in front of which it stands in the plan's list; ``fields`` are
    fields of the record.
    """
    node = _new_node(plan, kind, title, fields)
    place = None if before is None else list(plan.nodes).index(before)
    return ChangeSet((created(node, place),), message("Add {number}", number=node.number))


def add_prerequisite(
    plan: Plan, node_id: str, title: str = "", kind: r.NodeKind | None = None, **fields: Any
) -> ChangeSet:
    """What must be true just before ``node_id``: a new item and the link by which it is required.

    Without ``kind`` the vision, an image and an area ask for a required state, everything else
    for an action. The set's first change is the node, its second the link.
    """
    dependent = _node(plan, node_id)
    if kind is None:
        kind = "state" if dependent.kind in {"vision", "image", "area"} else "action"
    if dependent.kind in {"state", "action", "milestone", "decision"}:
        fields = {"parent": dependent.parent, "track": dependent.track, **fields}
    node = _new_node(plan, kind, title, fields)
    link = r.Link(
        id=fresh_id(),
        prerequisite=node.id,
        dependent=node_id,
        relation="requires",
        basis="planner",
    )
    return ChangeSet(
        (created(node), created(link)),
        message(
            "Add {number}, needed for {dependent}",
            number=node.number,
            dependent=dependent.number or node_id,
        ),
    )


def add_dependent(
    plan: Plan, node_id: str, title: str = "", kind: r.NodeKind = "state", **fields: Any
) -> ChangeSet:
    """What ``node_id`` makes possible: a new item that requires it.

    The set's first change is the node, its second the link.
    """
    prerequisite = _node(plan, node_id)
    if prerequisite.kind != "vision":
        fields = {"parent": prerequisite.parent, "track": prerequisite.track, **fields}
    node = _new_node(plan, kind, title, fields)
    link = r.Link(
        id=fresh_id(),
        prerequisite=node_id,
        dependent=node.id,
        relation="requires",
        basis="planner",
    )
    return ChangeSet(
        (created(node), created(link)),
        message(
            "Add {number}, which needs {prerequisite}",
            number=node.number,
            prerequisite=prerequisite.number or node_id,
        ),
    )


def connect(
    plan: Plan,
    prerequisite: str,
    dependent: str,
    relation: r.Relation = "requires",
    **fields: Any,
) -> ChangeSet:
    """A new link from ``prerequisite`` to ``dependent``."""
    fields = {"basis": "planner", **fields}
    link = r.Link(
        id=fresh_id(), prerequisite=prerequisite, dependent=dependent, relation=relation, **fields
    )
    return ChangeSet(
        (created(link),),
        message(
            "Link {prerequisite} to {dependent}",
            prerequisite=_node(plan, prerequisite).number or prerequisite,
            dependent=_node(plan, dependent).number or dependent,
        ),
    )


def add_record(plan: Plan, record_name: str, **fields: Any) -> ChangeSet:
    """A new record of any kind but node and link (which have verbs of their own)."""
    del plan
    record = r.RECORD_TYPES[record_name](id=fresh_id(), **fields)
    return ChangeSet((created(record),), message("Add {item}", item=item_name(record)))


def set_fields(plan: Plan, record_name: str, record_id: str, **fields: Any) -> ChangeSet:
    """Other values for fields of one record; an empty set where they are as they were.

    A link's new type, lag or relation that cannot stand together is refused by the rules when it
    is applied.
    """
    before = _record(plan, record_name, record_id)
    after = msgspec.structs.replace(before, **fields)
    changes = () if after == before else (replaced(before, after),)
    return ChangeSet(changes, message("Edit {item}", item=item_name(before)))


def set_translation(plan: Plan, record_id: str, field: str, language: str, text: str) -> ChangeSet:
    """The text of a field in another language; an empty text takes the translation away."""
    after = r.Translation(record=record_id, field=field, language=language, text=text)
    before = plan.translations.get(after.key)
    kept = after if text else None
    if before == kept:
        changes: tuple[Change, ...] = ()
    else:
        changes = (Change("translation", after.key, before, kept),)
    return ChangeSet(changes, message("Translate {item}", item=record_id))


def write_text(
    plan: Plan, record_name: str, record_id: str, field: str, text: str, language: str
) -> ChangeSet:
    """A text written over the one that is read in ``language``; what is said in another is kept.

    It becomes the translation where the record speaks the plan's own language and this is another,
    and the record's own words where it says nothing yet.
    """
    said = getattr(_record(plan, record_name, record_id), field)
    is_other = language != (plan.settings.language or "ja")
    if f"{record_id}/{field}/{language}" in plan.translations or (is_other and said):
        return set_translation(plan, record_id, field, language, text)
    return set_fields(plan, record_name, record_id, **{field: text})


def activate_pathway(plan: Plan, pathway_id: str | None) -> ChangeSet:
    """Make one pathway the active one, or none."""
    changes = [
        replaced(pathway, msgspec.structs.replace(pathway, active=None))
        for pathway in plan.pathways.values()
        if pathway.active and pathway.id != pathway_id
    ]
    if pathway_id is None:
        return ChangeSet(tuple(changes), message("Leave all choices open"))
    chosen = plan.pathways[pathway_id]
    if not chosen.active:
        changes.append(replaced(chosen, msgspec.structs.replace(chosen, active=True)))
    return ChangeSet(tuple(changes), message("Follow “{item}”", item=item_name(chosen)))


def move_in_outline(
    plan: Plan, node_id: str, parent: str | None, before: str | None = None
) -> ChangeSet:
    """Put an item under another parent and, where ``before`` is given, in front of that item."""
    node = _node(plan, node_id)
    moved = msgspec.structs.replace(node, parent=parent)
    label = message("Move {item}", item=item_name(node))
    if before is None:
        return ChangeSet(() if moved == node else (replaced(node, moved),), label)
    if before == node_id:
        return ChangeSet((), label)
    others = [id_ for id_ in plan.nodes if id_ != node_id]
    # Children, links and texts keep naming the id, so taking it out and putting it back is safe.
    return ChangeSet((deleted(node), created(moved, others.index(before))), label)


def delete(plan: Plan, ids: Iterable[str]) -> ChangeSet:
    """Delete records with all that cannot stand without them.

    Links, choices, KPIs, contributions, measurements and translations go along; children move up
    to the nearest remaining parent; what merely names a deleted record forgets it.
    """
    asked = list(dict.fromkeys(ids))
    gone = _with_dependants(plan, set(asked))
    kept: dict[str, Change] = {}
    removed: list[r.Record] = []
    for record in plan.every_record():
        if record.key in gone:
            removed.append(record)
            continue
        forgetful = _forget(plan, record, gone)
        if forgetful != record:
            kept[record.key] = replaced(record, forgetful)
    # Links first, so that at every moment each link's ends exist.
    removed.sort(key=lambda record: isinstance(record, r.Node))
    label = _deletion_label(plan, asked)
    return ChangeSet((*kept.values(), *map(deleted, removed)), label)


def _deletion_label(plan: Plan, ids: list[str]) -> Message:
    if len(ids) == 1:
        found = plan.find(ids[0])
        if found is not None:
            return message("Delete {item}", item=item_name(found[1]))
    return message_plural("Delete {count} item", "Delete {count} items", len(ids))


def _with_dependants(plan: Plan, ids: set[str]) -> set[str]:
    """``ids`` and every record that cannot stand without one of them."""
    gone = {id_ for id_ in ids if plan.find(id_) is not None}
    while True:
        more = {
            record.key
            for record in plan.every_record()
            if record.key not in gone and _falls_with(record, gone)
        } | set(_choices_left_short(plan, gone))
        if not more:
            return gone
        gone |= more


def _falls_with(record: r.Record, gone: set[str]) -> bool:
    match record:
        case r.Link():
            return bool({record.prerequisite, record.dependent, record.choice} & gone)
        case r.Choice():
            return record.node in gone
        case r.Kpi() | r.Contribution():
            return bool({record.node, getattr(record, "kpi", None)} & gone)
        case r.Measurement():
            return record.kpi in gone
        case r.Translation():
            return record.record in gone or any(record.record.startswith(f"{id_}:") for id_ in gone)
        case _:
            return False


def _choices_left_short(plan: Plan, gone: set[str]) -> Iterable[str]:
    """Choices whose last link goes: an empty choice would only be noise."""
    touched = {plan.links[id_].choice for id_ in gone if id_ in plan.links} - {None} - gone
    left = {link.choice for link in plan.links.values() if link.id not in gone}
    return [choice for choice in touched if choice is not None and choice not in left]


def _forget(plan: Plan, record: r.Record, gone: set[str]) -> r.Record:
    """``record`` without its mentions of what goes."""
    match record:
        case r.Pathway():
            return forget_chosen(plan, record, gone)
        case r.Choice():
            return forget_options(plan, record, gone)
        case r.RegisterItem() if gone & {*record.touches, *record.resolved_by}:
            record = msgspec.structs.replace(
                record,
                touches=tuple(id_ for id_ in record.touches if id_ not in gone),
                resolved_by=tuple(id_ for id_ in record.resolved_by if id_ not in gone),
            )
        case r.PlanSettings() if record.quick_ranges:
            left = tuple(one for one in record.quick_ranges if one.track not in gone)
            record = msgspec.structs.replace(record, quick_ranges=left)
        case r.Node() if record.parent in gone:
            record = msgspec.structs.replace(record, parent=_parent_left(plan, record, gone))
        case _:
            pass
    lost = {
        field: None
        for field, id_, _ in references(record)
        if id_ in gone and field not in {"touches", "resolved_by", "quick_ranges"}
    }
    return msgspec.structs.replace(record, **lost) if lost else record


def _parent_left(plan: Plan, node: r.Node, gone: set[str]) -> str | None:
    parent = node.parent
    while parent is not None and parent in gone:
        parent = plan.nodes[parent].parent
    return parent


def _options_left(plan: Plan, choice_id: str, gone: set[str]) -> set[str]:
    return {
        link.option
        for link in plan.links.values()
        if link.choice == choice_id and link.option is not None and link.id not in gone
    }


def forget_options(plan: Plan, choice: r.Choice, gone: set[str]) -> r.Choice:
    """The choice, needing no more options than are left to it."""
    if not any(plan.links[id_].choice == choice.id for id_ in gone if id_ in plan.links):
        return choice
    left = len(_options_left(plan, choice.id, gone))
    if left and choice.effective_needed > left:
        return msgspec.structs.replace(choice, needed=left)
    return choice


def forget_chosen(plan: Plan, pathway: r.Pathway, gone: set[str]) -> r.Pathway:
    """The pathway without choices and options that go; too few left leave the choice open."""
    chosen: dict[str, tuple[str, ...]] = {}
    for choice_id, options in pathway.chosen.items():
        if choice_id in gone:
            continue
        choice = plan.choices[choice_id]
        left = _options_left(plan, choice_id, gone)
        had_links = bool(_options_left(plan, choice_id, set()))
        kept = tuple(option for option in options if option in left or not had_links)
        if len(set(kept)) >= forget_options(plan, choice, gone).effective_needed:
            chosen[choice_id] = kept
    return pathway if chosen == pathway.chosen else msgspec.structs.replace(pathway, chosen=chosen)


def _new_node(plan: Plan, kind: r.NodeKind, title: str, fields: dict[str, Any]) -> r.Node:
    number = fields.pop("number", None) or next_number(kind, plan.numbering)
    return r.Node(id=fresh_id(), kind=kind, number=number, title=title, **fields)


def _node(plan: Plan, node_id: str) -> r.Node:
    if node_id not in plan.nodes:
        raise PlanError(message("There is no item {id} in this plan.", id=node_id), (node_id,))
    return plan.nodes[node_id]


def _record(plan: Plan, record_name: str, record_id: str) -> r.Record:
    record = plan.records(record_name).get(record_id)
    if record is None:
        raise PlanError(message("There is no item {id} in this plan.", id=record_id), (record_id,))
    return record
