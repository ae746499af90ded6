"""What a plan must satisfy (DESIGN 4): checked for what a change set touched, or for everything."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from strategy_planner.language import Message, message
from strategy_planner.model import records as r
from strategy_planner.model.changes import Change
from strategy_planner.model.cycles import Edge, find_cycle, link_edges, obstacle_edges
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import (
    check_record,
    item_name,
    refuse,
)
from strategy_planner.model.options import options_of
from strategy_planner.model.references import references

if TYPE_CHECKING:
    from strategy_planner.model.plan import Plan


def check_references(plan: "Plan", changes: Iterable[Change]) -> None:
    """Every id that a changed record names exists, and nothing names a deleted record."""
    gone: set[str] = set()
    for change in changes:
        held = plan.records(change.record).get(change.id)
        if held is None:
            gone.add(change.id)
        else:
            _check_references_of(plan, held)
    gone = {id_ for id_ in gone if plan.find(id_) is None}
    if gone:
        for record in plan.every_record():
            if _names_any(record, gone):
                _check_references_of(plan, record)


def check_every_reference(plan: "Plan") -> None:
    """Every id that any record names exists and is of the right kind."""
    for record in plan.every_record():
        _check_references_of(plan, record)


def check_all(plan: "Plan") -> None:
    """All rules over the whole plan; references are known to hold."""
    for record in plan.every_record():
        check_record(record, plan.settings)
    _check_outline(plan, plan.nodes)
    _check_no_link_twice(plan.links.values())
    _check_choices(plan, set(plan.choices))
    _refuse_cycle(plan, find_cycle(plan))


def check_changes(plan: "Plan", changes: Iterable[Change]) -> None:
    """The rules, where these changes could have broken them; references are known to hold."""
    changes = tuple(changes)
    held = [
        record
        for change in changes
        if (record := plan.records(change.record).get(change.id)) is not None
    ]
    for record in held:
        check_record(record, plan.settings)
    _check_dates_again(plan, changes)
    _check_outline(plan, [record.id for record in held if isinstance(record, r.Node)])
    _check_no_link_twice(_neighbours(plan, held))
    _check_choices(plan, set(_touched_choices(changes)))
    new_edges = list(_new_edges(plan, changes))
    many = 50
    if new_edges:
        _refuse_cycle(plan, find_cycle(plan, new_edges if len(new_edges) <= many else None))


def _check_references_of(plan: "Plan", record: r.Record) -> None:
    for field, id_, kind in references(record):
        found = plan.find(id_)
        if found is None or id_ == "settings":
            raise refuse(
                record, field, message("there is no record with the id {id}.", id=id_[:80])
            )
        if kind is not None and found[0] != kind:
            raise refuse(
                record,
                field,
                message("{id} is not a record of the kind “{kind}”.", id=id_, kind=kind),
            )
    if isinstance(record, r.Translation) and not _is_translatable(plan, record.record):
        raise refuse(
            record,
            "record",
            message("there is no record with the id {id}.", id=record.record[:80]),
        )


def _is_translatable(plan: "Plan", record_id: str) -> bool:
    """A record's id, ``settings``, or ``CHOICE:OPTION`` (ids may hold colons themselves)."""
    if plan.find(record_id) is not None:
        return True
    parts = record_id.split(":")
    return any(":".join(parts[:end]) in plan.choices for end in range(1, len(parts)))


def _names_any(record: r.Record, ids: set[str]) -> bool:
    if isinstance(record, r.Translation):
        return record.record in ids or any(record.record.startswith(f"{id_}:") for id_ in ids)
    return any(reference.id in ids for reference in references(record))


def _check_dates_again(plan: "Plan", changes: Iterable[Change]) -> None:
    for change in changes:
        before, after = change.before, change.after
        if (
            isinstance(before, r.PlanSettings)
            and isinstance(after, r.PlanSettings)
            and _dates_read_anew(before, after)
        ):
            for record in (*plan.nodes.values(), *plan.register.values()):
                check_record(record, plan.settings)


def _dates_read_anew(before: r.PlanSettings, after: r.PlanSettings) -> bool:
    return any(
        getattr(before, field) != getattr(after, field)
        for field in ("reference_date", "status_date", "fiscal_year_start", "conventions")
    )


def _check_outline(plan: "Plan", node_ids: Iterable[str]) -> None:
    sound: set[str] = set()
    for start in node_ids:
        walked: list[str] = []
        here: str | None = start
        while here is not None and here not in sound:
            if here in walked:
                raise PlanError(
                    message(
                        "{item} cannot stand under itself in the outline: {chain}.",
                        item=item_name(plan.nodes[start]),
                        chain=_chain(plan, (*walked, here)),
                    ),
                    (*walked, here),
                )
            walked.append(here)
            here = plan.nodes[here].parent
        sound.update(walked)


def _neighbours(plan: "Plan", held: Iterable[r.Record]) -> Iterator[r.Link]:
    ends = {(link.prerequisite, link.dependent) for link in held if isinstance(link, r.Link)}
    for start, end in ends:
        for key in plan.graph.get_edge_data(start, end, default={}):
            yield plan.links[str(key)]


def _check_no_link_twice(links: Iterable[r.Link]) -> None:
    seen: dict[tuple[str, str, str, str | None, str | None], str] = {}
    for link in links:
        place = (link.prerequisite, link.dependent, link.relation, link.choice, link.option)
        if place in seen:
            raise PlanError(
                message(
                    "{one} and {other} link the same two items in the same way; keep one of them.",
                    one=seen[place],
                    other=link.id,
                ),
                (link.id, seen[place]),
            )
        seen[place] = link.id


def _touched_choices(changes: Iterable[Change]) -> Iterator[str]:
    for change in changes:
        for side in (change.before, change.after):
            match side:
                case r.Link(choice=choice) if choice is not None:
                    yield choice
                case r.Choice():
                    yield side.id
                case r.Pathway():
                    yield from side.chosen


def _check_choices(plan: "Plan", choice_ids: set[str]) -> None:
    active = [pathway.id for pathway in plan.pathways.values() if pathway.active]
    if len(active) > 1:
        raise PlanError(
            message(
                "{one} and {other} are both active; at most one pathway is.",
                one=item_name(plan.pathways[active[0]]),
                other=item_name(plan.pathways[active[1]]),
            ),
            tuple(active),
        )
    if not choice_ids:
        return
    options = options_of(link for link in plan.links.values() if link.choice in choice_ids)
    for choice_id in sorted(choice_ids & plan.choices.keys()):
        _check_choice(plan.choices[choice_id], options.get(choice_id, {}))
    for pathway in plan.pathways.values():
        for choice_id in pathway.chosen.keys() & choice_ids:
            _check_chosen(pathway, plan.choices[choice_id], options.get(choice_id, {}))


def _check_choice(choice: r.Choice, options: dict[str, list[r.Link]]) -> None:
    for links in options.values():
        for link in links:
            if link.dependent != choice.node:
                raise refuse(
                    link,
                    "choice",
                    message("the links of a choice end at its item {node}.", node=choice.node),
                )
    if options and choice.effective_needed > len(options):
        raise refuse(
            choice,
            "needed",
            message(
                "{needed} options are needed, but there are only {count}.",
                needed=choice.effective_needed,
                count=len(options),
            ),
        )


def _check_chosen(pathway: r.Pathway, choice: r.Choice, options: dict[str, list[r.Link]]) -> None:
    if not options:
        return
    chosen = pathway.chosen[choice.id]
    for option in chosen:
        if option not in options:
            raise refuse(
                pathway,
                "chosen",
                message(
                    "{choice} has no option “{option}”.",
                    choice=item_name(choice),
                    option=option[:80],
                ),
            )
    if len(set(chosen)) < choice.effective_needed:
        raise refuse(
            pathway,
            "chosen",
            message(
                "{choice} needs at least {needed} of its options.",
                choice=item_name(choice),
                needed=choice.effective_needed,
            ),
        )


def _new_edges(plan: "Plan", changes: Iterable[Change]) -> Iterator[Edge]:
    """What the changes add to the graph that must stay free of cycles."""
    before: dict[str, r.Record | None] = {}
    for change in changes:
        before.setdefault(change.id, change.before)
    for id_, was in before.items():
        found = plan.find(id_)
        if found is None or _ties_the_same(was, found[1]):
            continue
        record = found[1]
        if isinstance(record, r.Link):
            yield from link_edges(record)
            for item in plan.register.values():
                if record.id in item.touches:
                    yield from obstacle_edges(plan, item)
        elif isinstance(record, r.RegisterItem):
            yield from obstacle_edges(plan, record)


def _ties_the_same(before: r.Record | None, after: r.Record) -> bool:
    """Whether a record adds nothing to the graph that it did not add before."""
    match before, after:
        case r.Link(), r.Link():
            ends = (before.prerequisite, before.dependent)
            return ends == (after.prerequisite, after.dependent) and before.relation != "informs"
        case r.RegisterItem(), r.RegisterItem():
            return before.kind == after.kind and (before.touches, before.resolved_by) == (
                after.touches,
                after.resolved_by,
            )
        case _:
            return False


def _refuse_cycle(plan: "Plan", cycle: tuple[str, ...]) -> None:
    if cycle:
        raise PlanError(
            message(
                "This would make a circle, and nothing can need itself: {chain}.",
                chain=_chain(plan, cycle),
            ),
            cycle,
        )


def _chain(plan: "Plan", ids: Iterable[str]) -> Message | str:
    names = [plan.nodes[id_].number or id_ for id_ in ids]
    longest = 12
    if len(names) > longest:
        names = [*names[: longest - 1], "…", names[-1]]
    return " → ".join(names)
