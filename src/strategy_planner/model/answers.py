"""The verbs by which answers of the backward interview become part of a plan.

Each returns one ChangeSet, so that one answer is one step of undo; nothing is changed here.
"""

from collections.abc import Iterable, Sequence

import msgspec

from strategy_planner.language import message
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change, ChangeSet, created, deleted, replaced
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import comparable


def requirements(plan: Plan, node_id: str) -> list[r.Link]:
    """The links by which an item requires others, in the plan's order."""
    into = {link.id for link in plan.links_into(node_id) if link.relation == "requires"}
    return [plan.links[id_] for id_ in plan.links if id_ in into]


def common_choice(plan: Plan, node_id: str) -> str | None:
    """The choice whose options are all that an item requires; None where some are always needed."""
    choices = {link.choice for link in requirements(plan, node_id)}
    return choices.pop() if len(choices) == 1 else None


def answer_with_new(plan: Plan, node_id: str, title: str, kind: r.NodeKind) -> ChangeSet:
    """A new item that must be true just before ``node_id``, and the link by which it is required.

    Where all that the item requires are options of one choice, it is one option more. The set's
    first change is the node, its second the link.
    """
    made = edits.add_prerequisite(plan, node_id, title, kind)
    return ChangeSet(_joining(plan, node_id, made.changes, title), made.label)


def answer_with_known(plan: Plan, node_id: str, prerequisite: str) -> ChangeSet:
    """An item of the plan that must be true just before ``node_id``; the set's change is the link.

    Raises PlanError where it is required already.
    """
    for link in requirements(plan, node_id):
        if link.prerequisite == prerequisite:
            raise PlanError(
                message(
                    "{item} is an answer here already.", item=item_name(plan.nodes[prerequisite])
                ),
                (prerequisite, link.id),
            )
    made = edits.connect(plan, prerequisite, node_id)
    return ChangeSet(
        _joining(plan, node_id, made.changes, plan.nodes[prerequisite].title), made.label
    )


def make_alternatives(plan: Plan, node_id: str, link_ids: Iterable[str]) -> ChangeSet:
    """Make requirements of an item options of its choice: at least one of them is enough.

    The item's first choice is used where it has one.
    """
    asked = [plan.links[id_] for id_ in link_ids]
    known = next((choice for choice in plan.choices.values() if choice.node == node_id), None)
    choice = known or r.Choice(id=edits.fresh_id(), node=node_id)
    taken = {link.option for link in plan.links.values() if link.choice == choice.id}
    changes: list[Change] = []
    for link in asked:
        if link.choice is None:
            option = _free_name(plan.nodes[link.prerequisite].title, taken)
            taken.add(option)
            joined = msgspec.structs.replace(link, choice=choice.id, option=option)
            changes.append(replaced(link, joined))
    if changes and known is None:
        changes.insert(0, created(choice))
    return ChangeSet(
        tuple(changes), message("Any one is enough for {item}", item=item_name(plan.nodes[node_id]))
    )


def need_each(plan: Plan, node_id: str, link_ids: Iterable[str]) -> ChangeSet:
    """Take requirements out of their choices: each of them is needed again.

    A choice that is left without options goes, and pathways forget what they chose of it.
    """
    leaving = [plan.links[id_] for id_ in link_ids if plan.links[id_].choice is not None]
    gone = {link.id for link in leaving}
    left = {link.choice for link in plan.links.values() if link.id not in gone}
    emptied = {link.choice for link in leaving if link.choice is not None} - left
    changes: list[Change] = [
        replaced(link, msgspec.structs.replace(link, choice=None, option=None)) for link in leaving
    ]
    for record in (*plan.pathways.values(), *plan.choices.values()):
        if record.key not in emptied:
            kept = _without(plan, record, gone | emptied)
            changes += [replaced(record, kept)] if kept != record else []
    changes += [
        deleted(text)
        for text in plan.translations.values()
        if text.record in emptied or any(text.record.startswith(f"{id_}:") for id_ in emptied)
    ]
    changes += [deleted(plan.choices[id_]) for id_ in plan.choices if id_ in emptied]
    return ChangeSet(
        tuple(changes), message("All are needed for {item}", item=item_name(plan.nodes[node_id]))
    )


def need_one_more(plan: Plan, node_id: str) -> ChangeSet:
    """One more of an item's requirements is needed than before, from any one on to all of them.

    Requirements that were all needed become alternatives of which any one is enough.
    """
    links = requirements(plan, node_id)
    ids, ways = [link.id for link in links], {link.option for link in links}
    choice = plan.choices.get(common_choice(plan, node_id) or "")
    if choice is None:
        return make_alternatives(plan, node_id, ids)
    if choice.effective_needed + 1 >= len(ways):
        return need_each(plan, node_id, ids)
    return edits.set_fields(plan, "choice", choice.id, needed=choice.effective_needed + 1)


def name_obstacle(plan: Plan, node_id: str, title: str) -> ChangeSet:
    """A new obstacle that stands in the way of an item; the set's change is the register item."""
    return edits.add_record(
        plan, "register", kind="obstacle", title=title, state="open", touches=(node_id,)
    )


def meet_obstacle(plan: Plan, node_id: str, obstacle_id: str) -> ChangeSet:
    """An obstacle of the register stands in the way of one item more."""
    touches = plan.register[obstacle_id].touches
    if node_id in touches:
        return ChangeSet((), message("Edit {item}", item=item_name(plan.register[obstacle_id])))
    return edits.set_fields(plan, "register", obstacle_id, touches=(*touches, node_id))


def make_responsible(plan: Plan, obstacle_id: str, name: str) -> ChangeSet:
    """Who can remove an obstacle: the organisation of that name, a new one where there is none."""
    known = organisation_named(plan, name)
    if known is not None:
        return edits.set_fields(plan, "register", obstacle_id, owner=known)
    organisation = r.Organisation(id=edits.fresh_id(), name=name)
    named = edits.set_fields(plan, "register", obstacle_id, owner=organisation.id)
    return ChangeSet((created(organisation), *named.changes), named.label)


def resolve_with_new(plan: Plan, obstacle_id: str, title: str, kind: r.NodeKind) -> ChangeSet:
    """A new item that removes an obstacle, in the outline beside the first item that it touches.

    The set's first change is the node.
    """
    obstacle = plan.register[obstacle_id]
    beside = next((plan.nodes[id_] for id_ in obstacle.touches if id_ in plan.nodes), None)
    fields = {}
    if beside is not None and beside.kind in {"state", "action", "milestone", "decision"}:
        fields = {"parent": beside.parent, "track": beside.track}
    made = edits.add_node(plan, kind, title, **fields)
    (node,) = made.changes
    resolved = _resolved_by(plan, obstacle_id, node.id)
    return ChangeSet((node, *resolved.changes), resolved.label)


def resolve_with_known(plan: Plan, obstacle_id: str, node_id: str) -> ChangeSet:
    """An item of the plan removes an obstacle; an empty set where it does already."""
    return _resolved_by(plan, obstacle_id, node_id)


def rewrite(plan: Plan, record_id: str, title: str, language: str) -> ChangeSet:
    """Another title for an item or an obstacle, in the language in which it is read."""
    found = plan.find(record_id)
    if found is None or found[0] not in {"node", "register"}:
        return ChangeSet((), message("Edit {item}", item=record_id))
    return edits.write_text(plan, found[0], record_id, "title", title, language)


def organisation_named(plan: Plan, name: str) -> str | None:
    """The organisation of a name, whatever the width and case of its letters."""
    asked = comparable(name)
    known = plan.organisations.values()
    return next((one.id for one in known if comparable(one.name or "") == asked), None)


def _resolved_by(plan: Plan, obstacle_id: str, node_id: str) -> ChangeSet:
    obstacle = plan.register[obstacle_id]
    label = message("Answer {item}", item=item_name(obstacle))
    if node_id in obstacle.resolved_by:
        return ChangeSet((), label)
    answered = msgspec.structs.replace(obstacle, resolved_by=(*obstacle.resolved_by, node_id))
    return ChangeSet((replaced(obstacle, answered),), label)


def _joining(plan: Plan, node_id: str, changes: Sequence[Change], title: str) -> tuple[Change, ...]:
    """The changes with their new link an option of the choice to which all others belong."""
    choice = common_choice(plan, node_id)
    link = changes[-1].after
    if choice is None or not isinstance(link, r.Link):
        return tuple(changes)
    taken = {other.option for other in plan.links.values() if other.choice == choice}
    option = _free_name(title, taken)
    joined = msgspec.structs.replace(link, choice=choice, option=option)
    return (*changes[:-1], created(joined))


def _free_name(title: str, taken: set[str | None]) -> str:
    """A name for an option that no other option of the choice has."""
    name, count = title, 1
    while name in taken:
        count += 1
        name = f"{title} ({count})"
    return name


def _without(plan: Plan, record: r.Record, gone: set[str]) -> r.Record:
    match record:
        case r.Pathway():
            return edits.forget_chosen(plan, record, gone)
        case r.Choice():
            return edits.forget_options(plan, record, gone)
        case _:
            return record
