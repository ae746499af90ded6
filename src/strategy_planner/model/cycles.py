"""The rule that nothing may need itself: the cycle that a link or an obstacle would close."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import networkx as nx

from strategy_planner.model.records import Link, RegisterItem

if TYPE_CHECKING:
    from strategy_planner.model.plan import Plan

Edge = tuple[str, str]


def link_edges(link: Link) -> Iterator[Edge]:
    """What a link adds to the graph that must stay free of cycles: nothing for ``informs``."""
    if link.relation != "informs":
        yield link.prerequisite, link.dependent


def obstacle_edges(plan: "Plan", item: RegisterItem) -> Iterator[Edge]:
    """Resolver → what waits for it: the touched node, or a touched link's end (SEMANTICS 3.7)."""
    if item.kind != "obstacle":
        return
    for touched in item.touches:
        link = plan.links.get(touched)
        waiting = touched if link is None else link.dependent
        if waiting in plan.nodes:
            yield from ((resolver, waiting) for resolver in item.resolved_by)


def find_cycle(plan: "Plan", new_edges: Iterable[Edge] | None = None) -> tuple[str, ...]:
    """The ids around a cycle, first and last the same, or nothing.

    With ``new_edges`` only cycles through them are looked for, which is quick for an edit.
    """
    obstacles = [edge for item in plan.register.values() for edge in obstacle_edges(plan, item)]
    if new_edges is not None:
        extra: dict[str, list[str]] = {}
        for resolver, waiting in obstacles:
            extra.setdefault(resolver, []).append(waiting)
        for start, end in new_edges:
            path = _path(plan, extra, end, start)
            if path:
                return (start, *path)
        return ()
    graph: nx.DiGraph[str] = nx.DiGraph()
    graph.add_nodes_from(plan.nodes)
    graph.add_edges_from(edge for link in plan.links.values() for edge in link_edges(link))
    graph.add_edges_from(obstacles)
    if nx.is_directed_acyclic_graph(graph):
        return ()
    edges = nx.find_cycle(graph)
    return (*(edge[0] for edge in edges), edges[-1][1])


def _path(plan: "Plan", extra: dict[str, list[str]], start: str, end: str) -> tuple[str, ...]:
    """The ids from start to end along links that count, or nothing."""
    came_from: dict[str, str | None] = {start: None}
    open_ends = [start]
    while open_ends:
        here = open_ends.pop()
        if here == end:
            return _walked(came_from, end)
        for nearby in (*_successors(plan, here), *extra.get(here, ())):
            if nearby not in came_from:
                came_from[nearby] = here
                open_ends.append(nearby)
    return ()


def _successors(plan: "Plan", node_id: str) -> Iterator[str]:
    for _, dependent, key in plan.graph.out_edges(node_id, keys=True):
        if plan.links[key].relation != "informs":
            yield dependent


def _walked(came_from: dict[str, str | None], end: str) -> tuple[str, ...]:
    path: list[str] = []
    here: str | None = end
    while here is not None:
        path.append(here)
        here = came_from[here]
    return tuple(reversed(path))
