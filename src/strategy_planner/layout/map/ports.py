"""Where links enter an item: the weightiest bundle at its middle, the others in order beside it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from strategy_planner.layout.map.bundles import Manner, manner_of
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

    Links that say the same share one entry. Options of one choice stand side by side, so that one
    arc can go over them. Where too many bundles arrive, they share the middle.
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
        for bundle in _bundles(task, indices).values():
            others = {placement.ports[index] for index in indices if index not in bundle}
            _straighten_bundle(task, placement, target, bundle, others)


def _straighten_bundle(
    task: Task, placement: Placement, target: str, bundle: Sequence[int], others: Iterable[float]
) -> None:
    """Move the entry of a bundle so that its weightiest link that nearly faces it runs straight."""
    reach = task.heights[target] / 2 - EDGE
    middle = placement.tops[target] + task.heights[target] / 2
    port = placement.ports[bundle[0]]
    for index in sorted(bundle, key=lambda index: -task.weights[index]):
        wanted = _comes_at(task, placement, index) - middle
        if abs(wanted) > reach or abs(wanted - port) > SMALL_TURN:
            continue
        if all(abs(wanted - other) >= NARROWEST for other in others):
            placement.ports.update(dict.fromkeys(bundle, wanted))
            return


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
    bundles = _bundles(task, indices)
    if len(bundles) == 1 or target in task.spans:
        return dict.fromkeys(indices, 0.0)
    height = {
        manner: sum(_arrival(task, index, ways, tops) for index in bundle) / len(bundle)
        for manner, bundle in bundles.items()
    }
    by_choice: dict[str, list[float]] = defaultdict(list)
    for manner in bundles:
        by_choice[manner.choice].append(height[manner])

    def rank(manner: Manner) -> tuple[float, str, float, int]:
        mean = sum(by_choice[manner.choice]) / len(by_choice[manner.choice])
        at = mean if manner.choice else height[manner]
        return at, manner.choice, height[manner], bundles[manner][0]

    ranked = [bundles[manner] for manner in sorted(bundles, key=rank)]
    middle = (len(ranked) - 1) / 2
    weight = [max(task.weights[index] for index in bundle) for bundle in ranked]
    main = max(range(len(ranked)), key=lambda at: (weight[at], -abs(at - middle), -at))
    reach = max(main, len(ranked) - 1 - main)
    step = min(WIDEST, (task.heights[target] / 2 - EDGE) / reach)
    if step < NARROWEST:
        step = 0.0
    return {index: (at - main) * step for at, bundle in enumerate(ranked) for index in bundle}


def _bundles(task: Task, indices: Iterable[int]) -> dict[Manner, list[int]]:
    """The edges that arrive at one target, those that share an entry together."""
    found: dict[Manner, list[int]] = defaultdict(list)
    for index in indices:
        found[manner_of(task, task.structure.edges[index])].append(index)
    return found


def _arrival(
    task: Task, index: int, ways: Mapping[int, list[Stop]], tops: Mapping[Place, float]
) -> float:
    """The height at which an edge comes near to its target."""
    if ways[index]:
        return tops[ways[index][-1]]
    source = task.structure.edges[index].source
    return tops[source] + (task.heights.get(source, 34.0)) / 2
