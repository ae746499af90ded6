"""Where links enter an item: the weightiest at its middle, the others in order beside it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from strategy_planner.layout.map.elements import Stop
from strategy_planner.layout.map.task import Place, Placement, Task

WIDEST = 12.0
NARROWEST = 5.0
SMALL_TURN = 10.0
EDGE = 9.0
"""What stays free at the upper and lower end of an item's side."""


def ports_of(
    task: Task,
    edges: Sequence[int],
    ways: Mapping[int, list[Stop]],
    tops: Mapping[Place, float],
) -> dict[int, float]:
    """For each edge the distance of its entry from the middle of its target.

    Options of one choice stand side by side, so that one arc can go over them. Where too many
    links arrive, they share the middle.
    """
    incoming: dict[str, list[int]] = defaultdict(list)
    for index in edges:
        target = task.structure.edges[index].target
        if target != task.structure.vision:
            incoming[target].append(index)
    result: dict[int, float] = {}
    for target, indices in incoming.items():
        result.update(_spread(task, target, indices, ways, tops))
    return result


def straighten(task: Task, placement: Placement) -> None:
    """Move entries a little up or down where a link would otherwise turn for a few pixels."""
    into: dict[str, list[int]] = defaultdict(list)
    for index in placement.ways:
        target = task.structure.edges[index].target
        if target in placement.tops and index in placement.ports:
            into[target].append(index)
    for target, indices in into.items():
        reach = task.heights[target] / 2 - EDGE
        middle = placement.tops[target] + task.heights[target] / 2
        for index in indices:
            wanted = _comes_at(task, placement, index) - middle
            if abs(wanted) > reach or not 0.0 < abs(wanted - placement.ports[index]) <= SMALL_TURN:
                continue
            others = (placement.ports[other] for other in indices if other != index)
            if all(abs(wanted - other) >= NARROWEST for other in others):
                placement.ports[index] = wanted


def _comes_at(task: Task, placement: Placement, index: int) -> float:
    """The height at which an edge comes near to its target, in the finished placement."""
    way = placement.ways[index]
    if way:
        return placement.stops[way[-1]]
    source = task.structure.edges[index].source
    if source in placement.frames:
        return placement.frames[source].y + placement.frames[source].bar / 2
    return placement.tops[source] + task.heights[source] / 2


def _spread(
    task: Task,
    target: str,
    indices: Sequence[int],
    ways: Mapping[int, list[Stop]],
    tops: Mapping[Place, float],
) -> dict[int, float]:
    if len(indices) == 1 or target in task.spans:
        return dict.fromkeys(indices, 0.0)
    height = {index: _arrival(task, index, ways, tops) for index in indices}
    by_choice: dict[str, list[float]] = defaultdict(list)
    for index in indices:
        by_choice[_choice(task, index)].append(height[index])

    def rank(index: int) -> tuple[float, str, float, int]:
        choice = _choice(task, index)
        mean = sum(by_choice[choice]) / len(by_choice[choice])
        return (mean if choice[0] == "c" else height[index], choice, height[index], index)

    ranked = sorted(indices, key=rank)
    middle = (len(ranked) - 1) / 2
    main = max(
        range(len(ranked)), key=lambda at: (task.weights[ranked[at]], -abs(at - middle), -at)
    )
    reach = max(main, len(ranked) - 1 - main)
    step = min(WIDEST, (task.heights[target] / 2 - EDGE) / reach)
    if step < NARROWEST:
        step = 0.0
    return {index: (at - main) * step for at, index in enumerate(ranked)}


def _arrival(
    task: Task, index: int, ways: Mapping[int, list[Stop]], tops: Mapping[Place, float]
) -> float:
    """The height at which an edge comes near to its target."""
    if ways[index]:
        return tops[ways[index][-1]]
    source = task.structure.edges[index].source
    return tops[source] + (task.heights.get(source, 34.0)) / 2


def _choice(task: Task, index: int) -> str:
    """The choice of an edge, or for each plain one a name of its own."""
    link = task.structure.edges[index].links[0]
    return f"c{task.choices[link.id]}" if link.id in task.choices else f"p{index:06}"
