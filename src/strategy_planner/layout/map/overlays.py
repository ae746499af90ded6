"""Choice arcs and the words on late chains, with the room that they need."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.map.content import Reading, slack_words
from strategy_planner.layout.map.elements import Box, ChoiceArc, LatePill, Route
from strategy_planner.layout.map.routing import Routing, columns_in_use
from strategy_planner.layout.map.task import Placement, Task
from strategy_planner.model.choice_words import choice_words
from strategy_planner.model.plan import Plan

ARC_SETBACK = 22.0
PILL_HEIGHT = 22.0
PILL_SIZE = 12.0


def make_room(
    plan: Plan,
    schedule: Schedule,
    task: Task,
    placement: Placement,
    routing: Routing,
    late: frozenset[str],
    reading: Reading,
) -> None:
    """Widen the channels in which arcs and words stand, and measure the columns again."""
    for id_, index in _options(task).items():
        edge = task.structure.edges[index[0]]
        if edge.target not in placement.columns:
            continue
        channel = routing.channels.get(placement.columns[edge.target])
        if channel is not None:
            width = reading.measure(choice_words(plan, id_, reading.language), 11.0, 500) + 20
            channel.reserve = max(channel.reserve, ARC_SETBACK + 4.0)
            channel.least = max(channel.least, width + 18.0)
    _room_for_words(schedule, task, placement, routing, late, reading)
    routing.measure_columns(columns_in_use(placement))


def _room_for_words(
    schedule: Schedule,
    task: Task,
    placement: Placement,
    routing: Routing,
    late: frozenset[str],
    reading: Reading,
) -> None:
    """Widen a channel in which the late chain runs straight, unless it passes a whole column."""
    ways = [
        index
        for index, edge in enumerate(task.structure.edges)
        if index in routing.turns and any(link.id in late for link in edge.links)
    ]
    if not ways or any(placement.ways[index] for index in ways):
        return
    straight = [
        turn.channel
        for index in ways
        for turn in routing.turns[index]
        if turn.enters_at == turn.leaves_at
    ]
    slack = min((item.total_slack_days or 0 for item in schedule.items.values()), default=0)
    if straight:
        channel = routing.channels[min(straight)]
        channel.least = max(channel.least, _pill_width(slack, reading) + 36.0)


def _options(task: Task) -> dict[str, list[int]]:
    """For each choice the edges that are its options."""
    found: dict[str, list[int]] = defaultdict(list)
    for index, edge in enumerate(task.structure.edges):
        if edge.links[0].id in task.choices:
            found[task.choices[edge.links[0].id]].append(index)
    return found


def choice_arcs(
    plan: Plan,
    task: Task,
    routes: Iterable[Route],
    boxes: Mapping[str, Box],
    reading: Reading,
) -> tuple[ChoiceArc, ...]:
    """An arc for each choice at an item that is shown."""
    ends: dict[str, list[float]] = defaultdict(list)
    target: dict[str, Box] = {}
    for route in routes:
        choice = task.choices.get(route.links[0])
        if choice is not None and route.target in boxes:
            ends[choice].append(route.points[-1][1])
            target[choice] = boxes[route.target]
    return tuple(_arc(plan, id_, ys, target[id_], reading) for id_, ys in ends.items())


def _arc(plan: Plan, id_: str, ys: list[float], box: Box, reading: Reading) -> ChoiceArc:
    x = box.x - ARC_SETBACK
    text = choice_words(plan, id_, reading.language)
    width = reading.measure(text, 11.0, 500) + 18.0
    top, bottom = min(ys) - 13.0, max(ys) + 13.0
    pill = Box(x + 8.0 - width, bottom + 3.0, width, PILL_HEIGHT - 2.0)
    return ChoiceArc(id_, x, top, bottom, text, pill)


def late_pills(
    schedule: Schedule, routes: Iterable[Route], reading: Reading
) -> tuple[LatePill, ...]:
    """One pill for each late chain that has a straight piece long enough for its words."""
    chains = _chains([route for route in routes if route.late])
    pills: list[LatePill] = []
    for chain in chains:
        slack = min(
            (
                item.total_slack_days
                for route in chain
                for place in (route.source, route.target)
                if (item := schedule.items.get(place)) and item.total_slack_days is not None
            ),
            default=None,
        )
        if slack is None:
            continue
        text = slack_words(slack, reading.language)
        width = _pill_width(slack, reading)
        (x1, y), (x2, _) = max(
            (piece for route in chain for piece in _straight(route)),
            key=lambda piece: piece[1][0] - piece[0][0],
        )
        if x2 - x1 >= width + 24.0:
            centre = x1 + min((x2 - x1) / 2, 20.0 + width / 2)
            pills.append(
                LatePill(text, Box(centre - width / 2, y - PILL_HEIGHT / 2, width, PILL_HEIGHT))
            )
    return tuple(pills)


def _pill_width(slack: int, reading: Reading) -> float:
    return reading.measure(slack_words(slack, reading.language), PILL_SIZE, 700) + 38.0


def _straight(route: Route) -> Iterable[tuple[tuple[float, float], tuple[float, float]]]:
    for start, end in zip(route.points, route.points[1:], strict=False):
        if start[1] == end[1] and start[0] < end[0]:
            yield start, end


def _chains(late: list[Route]) -> list[list[Route]]:
    """Late routes that meet in an item."""
    chains: list[tuple[set[str], list[Route]]] = []
    for route in late:
        ends = {route.source, route.target}
        joined = [chain for chain in chains if chain[0] & ends]
        chains = [chain for chain in chains if not chain[0] & ends]
        merged = [route]
        for places, routes in joined:
            ends |= places
            merged += routes
        chains.append((ends, merged))
    return [routes for _, routes in chains]
