"""Which part of a plan is shown: all of it, the spine to one vision, or what is around an item."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

import msgspec

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node, RegisterItem

EVERY_STEP = 99
"""As far up or down as links lead."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a planner wants to see.

    ``story`` is the vision whose causal spine is shown. ``focus`` is an item that is shown with
    what it needs (``up`` steps backward) and with what needs it (``down`` steps forward). With
    neither the whole plan is shown.
    """

    story: str | None = None
    focus: str | None = None
    up: int = 2
    down: int = 1

    @property
    def is_whole(self) -> bool:
        """Whether nothing is left out."""
        return self.story is None and self.focus is None


WHOLE = Scope()


@dataclass(slots=True)
class Excerpt:
    """The part of a plan that is shown, as far as the structure of a map asks for it."""

    nodes: Mapping[str, Node]
    links: Mapping[str, Link]
    register: Mapping[str, RegisterItem]
    wall: str | None
    """The vision that is the wall; further ones stand before it as cards."""
    _into: dict[str, list[Link]] = field(default_factory=dict)

    def links_into(self, node: str) -> list[Link]:
        """The links by which something that is shown leads to ``node``."""
        if not self._into:
            for link in self.links.values():
                self._into.setdefault(link.dependent, []).append(link)
        return self._into.get(node, [])


def excerpt(plan: Plan, schedule: Schedule, scope: Scope) -> Excerpt:
    """The items and links within ``scope``.

    A part is shown without outline and pins: they say where things stand on the whole map.
    """
    if scope.story in plan.nodes:
        shown = spine(plan, schedule, scope.story or "")
    elif scope.focus in plan.nodes:
        shown = around(plan, scope.focus or "", scope.up, scope.down)
    else:
        first = next((node.id for node in plan.nodes.values() if node.kind == "vision"), None)
        return Excerpt(plan.nodes, plan.links, plan.register, first)
    nodes = {
        id_: msgspec.structs.replace(node, parent=None, pin=None)
        for id_, node in plan.nodes.items()
        if id_ in shown
    }
    links = {
        link.id: link
        for link in plan.links.values()
        if link.prerequisite in shown and link.dependent in shown
    }
    visions = [id_ for id_, node in nodes.items() if node.kind == "vision"]
    wall = scope.story if scope.story in nodes else next(iter(visions), None)
    return Excerpt(nodes, links, plan.register, wall)


def spine(plan: Plan, schedule: Schedule, vision: str) -> set[str]:
    """The vision and all that it requires, directly or through others, on the ways chosen.

    What requires nothing yet is followed to what contributes to it or enables it.
    """

    def needed(item: str) -> Iterable[str]:
        links = [link for link in plan.links_into(item) if link.relation != "informs"]
        required = [link for link in links if link.relation == "requires"]
        for link in required or links:
            dates = schedule.items.get(link.prerequisite)
            if dates is not None and dates.state != "dormant":
                yield link.prerequisite

    return _reached(vision, needed, EVERY_STEP)


def around(plan: Plan, item: str, up: int, down: int) -> set[str]:
    """The item, what it needs within ``up`` links, and what needs it within ``down`` links.

    Links that only inform do not count.
    """

    def needed(here: str) -> Iterable[str]:
        return (one.prerequisite for one in plan.links_into(here) if one.relation != "informs")

    def needing(here: str) -> Iterable[str]:
        return (one.dependent for one in plan.links_out_of(here) if one.relation != "informs")

    return _reached(item, needed, up) | _reached(item, needing, down)


def _reached(start: str, near: Callable[[str], Iterable[str]], steps: int) -> set[str]:
    found, edge = {start}, [start]
    for _ in range(steps):
        edge = [other for here in edge for other in dict.fromkeys(near(here)) if other not in found]
        if not edge:
            break
        found.update(edge)
    return found
