"""The map of a plan: structure, columns, heights, routes and texts brought together."""

from collections.abc import Mapping

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.language import say
from strategy_planner.layout.map.balance import balance
from strategy_planner.layout.map.bundles import manner_of
from strategy_planner.layout.map.chains import late_links, link_weights
from strategy_planner.layout.map.content import Reading, cards_of, count_text, title_lines
from strategy_planner.layout.map.elements import (
    CARD_WIDTH,
    CHANNEL,
    FOLDED_HEIGHT,
    FRAME_BAR,
    FRAME_PAD,
    PITCH,
    WALL_WIDTH,
    Box,
    Card,
    Frame,
    MapLayout,
    Route,
    Severity,
)
from strategy_planner.layout.map.layering import columns_of, without_scattered_frames
from strategy_planner.layout.map.overlays import choice_arcs, late_pills, make_room
from strategy_planner.layout.map.placement import place
from strategy_planner.layout.map.routing import Routing, points_of, route
from strategy_planner.layout.map.scope import WHOLE, Excerpt, Scope, excerpt
from strategy_planner.layout.map.structure import (
    IMAGES,
    LOOSE,
    Structure,
    structure_of,
    track_of_group,
)
from strategy_planner.layout.map.task import Placement, Task
from strategy_planner.layout.map.wall import wall_of
from strategy_planner.layout.shapes import Measure
from strategy_planner.model.plan import Plan
from strategy_planner.model.texts import text_of

LEAST_WALL = 520.0
BAR_SIZE = 13.0
BAR_INSET = 24.0
"""What the chevron and the right end take of a title bar."""
FARTHEST = 20_000.0
"""No pin is taken further away from the upper end of the wall than this."""


def map_layout(
    plan: Plan,
    schedule: Schedule,
    language: str,
    measure: Measure,
    *,
    folded: Mapping[str, bool] | None = None,
    all_links: bool = False,
    scope: Scope = WHOLE,
    previous: MapLayout | None = None,
) -> MapLayout:
    """Where everything stands on the map of ``plan``.

    ``folded`` says which groups a person folded (True) or opened (False); ``all_links`` shows
    also those that only inform or say nothing new; ``scope`` is the part of the plan that is
    wanted. With the ``previous`` layout of the same plan and scope, order and places are kept
    where the plan allows it, so that a small edit moves little.
    """
    reading = Reading(language, measure)
    late = late_links(plan, schedule)
    part = excerpt(plan, schedule, scope)
    structure = structure_of(part, folded or {}, all_links=all_links, kept=late)
    cards = cards_of(plan, schedule, reading, structure.cards)
    task = _task(plan, schedule, reading, part, structure, cards, previous)
    placement = place(task)
    routing = route(task, placement)
    if previous is not None:
        routing.keep_widths(previous.channels)
    make_room(plan, schedule, task, placement, routing, late, reading)
    boxes = {
        id_: Box(routing.left(placement.columns[id_]), placement.tops[id_], CARD_WIDTH, card.height)
        for id_, card in cards.items()
    }
    frames = _frames(plan, schedule, reading, task, placement, routing)
    routes = _routes(task, placement, routing, late)
    extent = _extent([*boxes.values(), *(frame.box for frame in frames.values())], routes)
    wall = None
    if structure.vision is not None:
        areas = [card.id for card in cards.values() if card.kind == "area"]
        box = Box(0.0, extent.y, WALL_WIDTH, extent.height)
        wall = wall_of(plan, schedule, reading, structure.vision, areas, box)
        extent = Box(extent.x, extent.y, WALL_WIDTH - extent.x, extent.height)
    return MapLayout(
        cards=cards,
        boxes=boxes,
        frames=frames,
        wall=wall,
        routes=routes,
        arcs=choice_arcs(plan, task, routes, boxes, reading),
        pills=late_pills(schedule, routes, reading),
        hidden_links=structure.hidden_links,
        hidden_items=len(plan.nodes) - len(part.nodes),
        extent=extent,
        stops=placement.stops,
        layers=task.columns | {frame: span[0] for frame, span in task.spans.items()},
        channels={number: channel.width for number, channel in routing.channels.items()},
        columns=placement.columns | {id_: at.first for id_, at in placement.frames.items()},
    )


def pin_for(layout: MapLayout, x: float, y: float) -> tuple[float, float]:
    """The pin of an item whose left upper corner was put at a place of the layout.

    The column that is nearest is counted in steps of the ordinary column, so that a pin holds
    when channels grow wider or narrower.
    """
    lefts = sorted({box.x for box in layout.boxes.values()}, reverse=True)
    lefts = lefts or [-PITCH]
    while lefts[-1] > x:
        lefts.append(lefts[-1] - PITCH)
    column = 1 + min(range(len(lefts)), key=lambda index: abs(lefts[index] - x))
    return -column * PITCH, round(y)


def _pinned_column(x: float) -> int:
    return round(min(FARTHEST, max(PITCH, -x)) / PITCH)


def _task(
    plan: Plan,
    schedule: Schedule,
    reading: Reading,
    part: Excerpt,
    structure: Structure,
    cards: Mapping[str, Card],
    previous: MapLayout | None,
) -> Task:
    least = {} if previous is None else _columns_held(previous)
    columns = columns_of(structure, least)
    if without_scattered_frames(structure, columns):
        columns = columns_of(structure, least)

    def bar(frame: str, width: int) -> float:
        count = len(structure.frames[frame])
        lines = _frame_title(plan, reading, frame, count, width * PITCH - CHANNEL)
        return FRAME_BAR + 17.0 * (len(lines) - 1)

    heights = {id_: card.height for id_, card in cards.items()}
    for group, members in structure.folded.items():
        lines = _frame_title(plan, reading, group, len(members), CARD_WIDTH - 2 * FRAME_PAD)
        heights[group] = FOLDED_HEIGHT + 17.0 * (len(lines) - 1)
    anchors = frozenset(
        id_
        for id_, card in cards.items()
        if card.kind in {"area", "vision"} and id_ not in structure.frame_of
    )
    pins = {id_: pin for id_ in cards if (pin := part.nodes[id_].pin) is not None}
    if previous is None or not previous.boxes:
        balance(structure, columns, heights, anchors.union(pins))
    columns.update((id_, _pinned_column(float(x))) for id_, (x, _) in pins.items())
    return Task(
        structure=structure,
        columns=columns,
        heights=heights,
        bar=bar,
        pins={id_: min(FARTHEST, max(-FARTHEST, float(y))) for id_, (_, y) in pins.items()},
        weights=link_weights(structure, plan, schedule),
        seed=_seed(plan, structure, heights, previous),
        seeded=previous is not None and bool(previous.boxes),
        stopped={} if previous is None else previous.stops,
        stood={} if previous is None else previous.columns,
        layers={} if previous is None else previous.layers,
        dormant=_dormant(plan, schedule),
        choices={link.id: link.choice for link in plan.links.values() if link.choice is not None},
        anchors=anchors,
    )


def _columns_held(previous: MapLayout) -> dict[str, int]:
    """The columns in which things stood; what hung on nothing may be linked anywhere."""
    linked = {end for route_ in previous.routes for end in (route_.source, route_.target)}
    return {place: at for place, at in previous.layers.items() if place in linked}


def _seed(
    plan: Plan,
    structure: Structure,
    heights: Mapping[str, float],
    previous: MapLayout | None,
) -> dict[str, float]:
    """Heights to begin with: those of the previous layout, else the order of the outline."""
    seed = {place: 60.0 * index for index, place in enumerate(_outline(plan))}
    seed[IMAGES] = -60.0
    seed[LOOSE] = 60.0 * len(seed)
    if previous is None:
        return seed
    known = {
        place: box.middle - heights[place] / 2 if place in heights else box.y
        for place in seed
        if (box := previous.box_of(place)) is not None
    }
    for node in plan.nodes:
        if node not in known:
            near = [
                known[other]
                for link in [*plan.links_out_of(node), *plan.links_into(node)]
                for other in (link.prerequisite, link.dependent)
                if other in known and other != structure.vision
            ]
            seed[node] = sum(near) / len(near) if near else 1e6
    return seed | known


def _outline(plan: Plan) -> list[str]:
    """All items, each after its outline parent, else in the plan's order."""
    children: dict[str | None, list[str]] = {}
    for node in plan.nodes.values():
        children.setdefault(node.parent, []).append(node.id)
    ordered: list[str] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        here = waiting.pop()
        ordered.append(here)
        waiting.extend(reversed(children.get(here, [])))
    return ordered


def _dormant(plan: Plan, schedule: Schedule) -> frozenset[str]:
    """The links on ways that are not chosen, or whose items sleep or were dropped."""
    chosen = next((p.chosen for p in plan.pathways.values() if p.id == schedule.pathway), {})
    found: set[str] = set()
    for link in plan.links.values():
        asleep = schedule.items.get(link.prerequisite)
        passed_over = (
            link.choice in chosen and link.option not in chosen[link.choice]
            if link.choice is not None
            else False
        )
        if passed_over or asleep is None or asleep.state == "dormant":
            found.add(link.id)
    return frozenset(found)


def _frame_title(
    plan: Plan, reading: Reading, frame: str, count: int, width: float
) -> tuple[str, ...]:
    """The title in lines; an empty last one where the count finds no room behind the title."""
    if frame == LOOSE:
        title = say("Not linked with anything yet", reading.language)
    elif frame == IMAGES:
        title = say("Societal images", reading.language)
    elif (track := track_of_group(frame)) is not None:
        title = text_of(plan, plan.tracks[track], "name", reading.language) or track
    else:
        title = text_of(plan, plan.nodes[frame], "title", reading.language) or ""
    room = width - BAR_INSET
    lines = title_lines(title, None, room, BAR_SIZE, 700, reading.measure)
    tail = reading.measure(count_text(count, reading.language), 11.0, 400) + 10.0
    last = reading.measure(lines[-1], BAR_SIZE, 700) if lines else 0.0
    return lines if last + tail <= room else (*lines, "")


def _frames(
    plan: Plan,
    schedule: Schedule,
    reading: Reading,
    task: Task,
    placement: Placement,
    routing: Routing,
) -> dict[str, Frame]:
    frames: dict[str, Frame] = {}
    for id_, at in placement.frames.items():
        left = routing.left(at.last) - FRAME_PAD
        right = routing.edges[at.first] + FRAME_PAD
        width = (at.last - at.first + 1) * PITCH - CHANNEL
        frames[id_] = Frame(
            id=id_,
            lines=_frame_title(plan, reading, id_, len(task.structure.frames[id_]), width),
            count=len(task.structure.frames[id_]),
            folded=False,
            members=tuple(task.structure.frames[id_]),
            severity=_worst(schedule, task.structure.frames[id_]),
            box=Box(left, at.y, right - left, at.height),
        )
    for id_, members in task.structure.folded.items():
        frames[id_] = Frame(
            id=id_,
            lines=_frame_title(plan, reading, id_, len(members), CARD_WIDTH - 2 * FRAME_PAD),
            count=len(members),
            folded=True,
            members=tuple(members),
            severity=_worst(schedule, members),
            box=Box(
                routing.left(placement.columns[id_]),
                placement.tops[id_],
                CARD_WIDTH,
                task.heights[id_],
            ),
        )
    return frames


def _worst(schedule: Schedule, members: list[str]) -> Severity:
    states = [item for member in members if (item := schedule.items.get(member)) is not None]
    late = any(item.state in {"late", "blocked"} for item in states)
    return "late" if late else "plain"


def _routes(
    task: Task, placement: Placement, routing: Routing, late: frozenset[str]
) -> tuple[Route, ...]:
    routes: list[Route] = []
    for index in routing.turns:
        edge = task.structure.edges[index]
        ids = tuple(link.id for link in edge.links)
        manner = manner_of(task, edge)
        routes.append(
            Route(
                links=ids,
                source=edge.source,
                target=edge.target,
                points=points_of(task, placement, routing, index),
                joins_at=routing.joins_at(index),
                style=manner.style,
                late=any(id_ in late for id_ in ids),
                dormant=manner.dormant,
                inferred=manner.inferred,
                label=manner.label,
            )
        )
    return tuple(routes)


def _extent(boxes: list[Box], routes: tuple[Route, ...]) -> Box:
    """The space of items and links, at least as high as the wall needs."""
    ys = [y for route_ in routes for _, y in route_.points]
    xs = [x for route_ in routes for x, _ in route_.points]
    top = min([*(box.y for box in boxes), *ys], default=0.0)
    bottom = max([*(box.bottom for box in boxes), *ys], default=0.0)
    left = min([*(box.x for box in boxes), *xs, -PITCH])
    spare = max(0.0, LEAST_WALL - (bottom - top)) / 2
    return Box(left, top - spare, -left, bottom - top + 2 * spare)
