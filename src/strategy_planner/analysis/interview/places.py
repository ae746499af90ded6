"""Where an item of the interview stands: on which path from the vision, in which area."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import Literal

from strategy_planner.analysis.interview.open_ends import OpenEnds
from strategy_planner.model.plan import Plan

Progress = Literal["done", "begun", "open"]
_CARRYING = {"requires", "contributes", "enables"}


def path_from_vision(plan: Plan, item: str) -> tuple[str, ...]:
    """The shortest path from a vision back to an item, both included.

    It runs along requirements and through what resolves an obstacle; where these lead to no
    vision, also along links that contribute or enable. Of an item that reaches no vision it is
    the item alone.
    """
    return _path(plan, item, {"requires"}) or _path(plan, item, _CARRYING) or (item,)


def _path(plan: Plan, item: str, relations: AbstractSet[str]) -> tuple[str, ...]:
    resolves = _resolved(plan)
    came_from: dict[str, str | None] = {item: None}
    front = [item]
    while front:
        following: list[str] = []
        for here in front:
            if plan.nodes[here].kind == "vision":
                return tuple(_walked(came_from, here))
            for nearby in _needing(plan, resolves, here, relations):
                if nearby not in came_from:
                    came_from[nearby] = here
                    following.append(nearby)
        front = following
    return ()


def stages(plan: Plan) -> tuple[str, ...]:
    """What the interview is led along: the areas, else what the vision requires directly.

    Areas that a vision requires, directly or not, count before all others, which may be no more
    than headings.
    """
    standing = [node for node in plan.nodes.values() if not node.is_dropped]
    areas = tuple(node.id for node in standing if node.kind == "area")
    if areas:
        needed = _required_by_visions(plan, directly=False)
        return tuple(id_ for id_ in areas if id_ in needed) or areas
    first = _required_by_visions(plan, directly=True)
    return tuple(node.id for node in standing if node.id in first)


def _required_by_visions(plan: Plan, *, directly: bool) -> set[str]:
    found: set[str] = set()
    front = [node.id for node in plan.nodes.values() if node.kind == "vision"]
    while front:
        links = [link for id_ in front for link in plan.links_into(id_)]
        new = {link.prerequisite for link in links if link.relation == "requires"} - found
        found |= new
        front = [] if directly else list(new)
    return found


def progress(plan: Plan, ends: OpenEnds, item: str) -> Progress:
    """How far the interview about an item has come.

    ``done`` says that it has means, that they were called sufficient, and that each obstacle in
    its way has an answer; ``open`` that it has no means yet.
    """
    node = plan.nodes[item]
    if node.is_done:
        return "done"
    means = any(link.relation == "requires" for link in plan.links_into(item))
    if item in ends.without_means or not means:
        return "open"
    unanswered = any(item in plan.register[id_].touches for id_ in ends.unanswered)
    return "done" if node.sufficiency == "sufficient" and not unanswered else "begun"


def _resolved(plan: Plan) -> dict[str, list[str]]:
    """What each resolver of an obstacle makes way for."""
    found: dict[str, list[str]] = {}
    for entry in plan.register.values():
        if entry.kind == "obstacle":
            for resolver in entry.resolved_by:
                found.setdefault(resolver, []).extend(entry.touches)
    return found


def _needing(
    plan: Plan, resolves: dict[str, list[str]], item: str, relations: AbstractSet[str]
) -> Iterator[str]:
    for link in plan.links_out_of(item):
        if link.relation in relations:
            yield link.dependent
    for touched in resolves.get(item, ()):
        held = plan.links.get(touched)
        waiting = touched if held is None else held.dependent
        if waiting in plan.nodes:
            yield waiting


def _walked(came_from: dict[str, str | None], vision: str) -> Iterable[str]:
    here: str | None = vision
    while here is not None:
        yield here
        here = came_from[here]
