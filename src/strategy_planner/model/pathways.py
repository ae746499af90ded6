"""The verbs that name pathways and say which options they take (SEMANTICS 5.1)."""

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from strategy_planner.language import Message, message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet, created, merged, replaced
from strategy_planner.model.edits import activate_pathway, fresh_id
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.options import options_of
from strategy_planner.model.plan import Plan


def active_pathway(plan: Plan) -> r.Pathway | None:
    """The pathway that is followed; None where all choices are left open."""
    return next((pathway for pathway in plan.pathways.values() if pathway.active), None)


def name_pathway(plan: Plan, name: str, like: str | None = None) -> ChangeSet:
    """A new pathway with what ``like`` has chosen, else the active one; it becomes active."""
    model = active_pathway(plan) if like is None else plan.pathways[like]
    chosen = {} if model is None else dict(model.chosen)
    new = r.Pathway(id=fresh_id(), name=name, chosen=chosen, active=True)
    label = message("Name the pathway “{name}”", name=name)
    return merged((activate_pathway(plan, None), ChangeSet((created(new),), label)), label)


def take_options(plan: Plan, pathway_id: str, taken: Mapping[str, Sequence[str]]) -> ChangeSet:
    """The options that a pathway takes, by choice; none of a choice leaves it open."""
    pathway = plan.pathways[pathway_id]
    options = options_of(plan.links.values())
    chosen = dict(pathway.chosen)
    for choice_id, names in taken.items():
        # In the order of the choice, so that the same options are always written alike.
        known = [name for name in options.get(choice_id, {}) if name in names]
        chosen[choice_id] = (*known, *(name for name in names if name not in known))
    after = msgspec.structs.replace(
        pathway, chosen={id_: chosen[id_] for id_ in plan.choices if chosen.get(id_)}
    )
    changes = () if after.chosen == pathway.chosen else (replaced(pathway, after),)
    return ChangeSet(changes, _label(plan, pathway, taken))


def take_links(plan: Plan, link_ids: Iterable[str]) -> ChangeSet:
    """Let the active pathway take the options of these links.

    What it took of the choice before is given up, as far as the choice does not need it. Raises
    PlanError without an active pathway, and where a choice that is open needs more options.
    """
    pathway = active_pathway(plan)
    links = [plan.links[id_] for id_ in link_ids if id_ in plan.links]
    if pathway is None:
        words = message("Follow a pathway first, or name one: only a pathway takes options.")
        raise PlanError(words, tuple(link.id for link in links))
    taken: dict[str, list[str]] = {}
    for choice_id, options in options_of(links).items():
        needed = plan.choices[choice_id].effective_needed
        before = [one for one in pathway.chosen.get(choice_id, ()) if one not in options]
        taken[choice_id] = [*options, *before[: max(0, needed - len(options))]]
        if len(taken[choice_id]) < needed:
            words = message(
                "“{choice}” needs {needed} of its options; select the links of as many.",
                choice=item_name(plan.choices[choice_id]), needed=needed,
            )  # fmt: skip
            raise PlanError(words, (choice_id,))
    if not taken:
        words = message("None of these links is an option of a choice.")
        raise PlanError(words, tuple(link.id for link in links))
    return take_options(plan, pathway.id, taken)


def _label(plan: Plan, pathway: r.Pathway, taken: Mapping[str, Sequence[str]]) -> Message:
    names = ", ".join(name for options in taken.values() for name in options)
    if names:
        return message("“{pathway}” takes {options}", pathway=item_name(pathway), options=names)
    choice = item_name(plan.choices[next(iter(taken))])
    return message("“{pathway}” leaves “{choice}” open", pathway=item_name(pathway), choice=choice)
