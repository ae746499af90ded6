"""A first answer to an edit of a large plan: what is new at once, the tidy map a moment later."""

from collections.abc import Iterable
from dataclasses import replace

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.map.content import Reading, cards_of
from strategy_planner.layout.map.elements import (
    CARD_WIDTH,
    PITCH,
    ROW_GAP,
    Box,
    Card,
    MapLayout,
    Route,
)
from strategy_planner.model.changes import Change
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, Node

TURN = 14.0


def provisional(
    layout: MapLayout,
    plan: Plan,
    schedule: Schedule,
    before: Schedule,
    reading: Reading,
    changes: Iterable[Change],
) -> MapLayout:
    """The layout with new items beside what needs them and new links drawn straight away.

    Links may cross items in it; it stands only until the map is laid out anew.
    """
    boxes = {id_: box for id_, box in layout.boxes.items() if id_ in plan.nodes}
    stale = {id_ for id_ in boxes if schedule.items.get(id_) != before.items.get(id_)}
    added: list[Node] = []
    for change in changes:
        if isinstance(change.after, Node):
            if change.id in boxes:
                stale.add(change.id)
            elif change.before is None:
                added.append(change.after)
    cards = {id_: layout.cards[id_] for id_ in boxes}
    cards.update(cards_of(plan, schedule, reading, stale))
    cards.update(cards_of(plan, schedule, reading, [node.id for node in added]))
    for node in added:
        boxes[node.id] = _beside(layout, boxes, cards[node.id], plan)
    boxes = {id_: _grown(box, cards[id_]) for id_, box in boxes.items()}
    placed = replace(layout, cards=cards, boxes=boxes, arcs=(), pills=())
    return replace(placed, routes=_routes(placed, plan, changes))


def _grown(box: Box, card: Card) -> Box:
    return Box(box.x, box.y, box.width, card.height)


def _beside(layout: MapLayout, boxes: dict[str, Box], card: Card, plan: Plan) -> Box:
    """Left of the first item that needs it, at the nearest free height."""
    near = (layout.box_of(link.dependent) for link in plan.links_out_of(card.id))
    goal = next((box for box in near if box is not None), layout.extent)
    x = min(goal.x, 0.0) - PITCH
    wanted = goal.y if goal.height > 200.0 else goal.middle - card.height / 2
    taken = sorted(
        (box.y - ROW_GAP - card.height, box.bottom + ROW_GAP)
        for box in boxes.values()
        if box.x < x + CARD_WIDTH and x < box.right
    )
    down = up = wanted
    for top, bottom in taken:
        if top < down < bottom:
            down = bottom
    for top, bottom in reversed(taken):
        if top < up < bottom:
            up = top
    return Box(x, down if down - wanted <= wanted - up else up, CARD_WIDTH, card.height)


def _routes(layout: MapLayout, plan: Plan, changes: Iterable[Change]) -> tuple[Route, ...]:
    kept = [route for route in layout.routes if all(link in plan.links for link in route.links)]
    drawn = {link for route in kept for link in route.links}
    for change in changes:
        link = change.after
        if isinstance(link, Link) and link.id not in drawn:
            route = _straightaway(layout, link)
            if route is not None:
                kept.append(route)
    return tuple(kept)


def _straightaway(layout: MapLayout, link: Link) -> Route | None:
    source, target = layout.box_of(link.prerequisite), layout.box_of(link.dependent)
    if source is None or target is None or link.relation == "informs":
        return None
    is_wall = layout.wall is not None and link.dependent == layout.wall.id
    y1, y2 = source.middle, source.middle if is_wall else target.middle
    turn = max(source.right + 4.0, target.x - TURN)
    points = ((source.right, y1), (turn, y1), (turn, y2), (target.x, y2))
    return Route(
        links=(link.id,),
        source=link.prerequisite,
        target=link.dependent,
        points=points if y1 != y2 else (points[0], points[-1]),
        joins_at=turn,
        style=link.relation,
        late=False,
        dormant=False,
        inferred=link.basis == "inferred",
        label="",
    )
