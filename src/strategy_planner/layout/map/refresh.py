"""A map after an edit that moves nothing: only what is written on it changes."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.map.chains import late_links
from strategy_planner.layout.map.content import Reading, cards_of
from strategy_planner.layout.map.elements import Card, MapLayout, Route, Wall
from strategy_planner.layout.map.overlays import late_pills
from strategy_planner.layout.map.wall import wall_of
from strategy_planner.model.changes import Change
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, Record

STILL = frozenset({"track", "organisation", "kpi", "measurement", "contribution", "gate", "review"})
"""Records whose edits move nothing on the map, unless a card grows by them."""
MOVING = ("kind", "parent", "pin", "status")
"""Fields of an item by which the map may have to be laid out anew."""


def refreshed(
    layout: MapLayout,
    plan: Plan,
    schedule: Schedule,
    before: Schedule,
    reading: Reading,
    changes: Iterable[Change],
) -> MapLayout | None:
    """The layout with its texts and states as they now are, or None when places may change."""
    touched: set[str] = set()
    for change in changes:
        if change.record == "node" and not _moves(change.before, change.after):
            touched.add(change.id)
        elif change.record not in STILL:
            return None
        else:
            touched.update(layout.cards)
    cards = _cards(layout, plan, schedule, before, reading, touched)
    if any(cards[id_].height != layout.cards[id_].height for id_ in cards):
        return None
    if any(frame in touched for frame in layout.frames):
        return None
    late = late_links(plan, schedule)
    routes = tuple(_route(route, late, schedule) for route in layout.routes)
    if any(old.dormant != new.dormant for old, new in zip(layout.routes, routes, strict=True)):
        return None
    return replace(
        layout,
        cards={**layout.cards, **cards},
        routes=routes,
        pills=late_pills(schedule, routes, reading),
        wall=_wall(layout, plan, schedule, reading),
    )


def _moves(before: Record | None, after: Record | None) -> bool:
    if not isinstance(before, Node) or not isinstance(after, Node):
        return True
    return any(getattr(before, field) != getattr(after, field) for field in MOVING)


def _cards(
    layout: MapLayout,
    plan: Plan,
    schedule: Schedule,
    before: Schedule,
    reading: Reading,
    touched: set[str],
) -> Mapping[str, Card]:
    """The cards that are other than before, by edit or by the passes."""
    moved_end = schedule.status_date != before.status_date or schedule.targets != before.targets
    ids = [
        id_
        for id_ in layout.cards
        if moved_end or id_ in touched or schedule.items.get(id_) != before.items.get(id_)
    ]
    return cards_of(plan, schedule, reading, ids)


def _route(route: Route, late: frozenset[str], schedule: Schedule) -> Route:
    is_late = any(link in late for link in route.links)
    item = schedule.items.get(route.source)
    asleep = item is None or item.state == "dormant"
    dormant = asleep if len(route.links) == 1 and asleep else route.dormant
    if is_late == route.late and dormant == route.dormant:
        return route
    return replace(route, late=is_late, dormant=dormant)


def _wall(layout: MapLayout, plan: Plan, schedule: Schedule, reading: Reading) -> Wall | None:
    if layout.wall is None:
        return None
    areas = [card.id for card in layout.cards.values() if card.kind == "area"]
    return wall_of(plan, schedule, reading, layout.wall.id, areas, layout.wall.box)
