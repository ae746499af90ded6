"""Which links a selection of links or of items means, when a choice is to be made of it."""

from collections.abc import Iterable, Sequence

from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.field_checks import item_name
from strategy_planner.model.plan import Plan


def meant_links(plan: Plan, ids: Iterable[str]) -> list[r.Link]:
    """The selected links; of items, the links by which one item requires the others.

    That item may be selected with the others, or is the only one that needs all of them. Raises
    PlanError where there is no such item, and for links by which nothing is required.
    """
    chosen = list(dict.fromkeys(ids))
    links = [plan.links[id_] for id_ in chosen if id_ in plan.links]
    if not links:
        links = _between(plan, [id_ for id_ in chosen if id_ in plan.nodes])
    for link in links:
        if link.relation != "requires":
            words = message(
                "{one} is not required for {other}; only what is required can be an option.",
                one=item_name(plan.nodes[link.prerequisite]),
                other=item_name(plan.nodes[link.dependent]),
            )
            raise PlanError(words, (link.id,))
    return links


def end_of(plan: Plan, links: Sequence[r.Link]) -> r.Node:
    """The one item into which all these links lead."""
    ends = dict.fromkeys(link.dependent for link in links)
    if len(ends) > 1:
        one, other, *_ = (item_name(plan.nodes[id_]) for id_ in ends)
        words = message(
            "These links lead into different items, {one} and {other}; "
            "the options of a choice lead into the same one.",
            one=one, other=other,
        )  # fmt: skip
        raise PlanError(words, tuple(ends))
    if not ends:
        needs_at_least_two(links)
    return plan.nodes[next(iter(ends))]


def can_be_options(plan: Plan, ids: Iterable[str]) -> bool:
    """Whether a selection means links into one item that do not all belong to one choice yet."""
    try:
        links = meant_links(plan, ids)
        end_of(plan, links)
        needs_at_least_two(links)
    except PlanError:
        return False
    return any(link.choice is None for link in links)


def needs_at_least_two(links: Sequence[r.Link]) -> None:
    """Refuse what is too little for a choice."""
    if len(links) < 2:
        words = message(
            "Select at least two links into the same item, or the items from which they come."
        )
        raise PlanError(words, tuple(link.id for link in links))


def _between(plan: Plan, nodes: Sequence[str]) -> list[r.Link]:
    for end in nodes:
        others = [id_ for id_ in nodes if id_ != end]
        found = _required(plan, others, end)
        if found:
            return found
    ends = {link.dependent for id_ in nodes for link in plan.links_out_of(id_)}
    shared = [found for end in sorted(ends) if (found := _required(plan, nodes, end))]
    if len(shared) == 1:
        return shared[0]
    words = (
        message("Several items need all of these; select with them the one that is meant.")
        if shared
        else message(
            "Select at least two links into the same item, or the items from which they come."
        )
    )
    raise PlanError(words, tuple(nodes))


def _required(plan: Plan, nodes: Sequence[str], end: str) -> list[r.Link]:
    """The links by which ``end`` requires each of ``nodes``; none where it does not need one."""
    found: list[r.Link] = []
    for id_ in nodes:
        links = [
            link
            for link in plan.links_out_of(id_)
            if link.dependent == end and link.relation == "requires"
        ]
        if not links:
            return []
        found += links
    return found
