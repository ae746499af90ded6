"""The lanes of a roadmap: tracks, owners or areas, then what belongs to none."""

from collections.abc import Callable
from dataclasses import dataclass

from strategy_planner.language import message
from strategy_planner.layout.roadmap.options import Grouping
from strategy_planner.layout.theme import PLAIN_TRACK
from strategy_planner.layout.tracks import ordered_tracks, track_colours
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node
from strategy_planner.model.texts import text_of

TRACKLESS, OWNERLESS, AREALESS = "-items", "-unowned", "-elsewhere"
AREAS, IMAGES = "-areas", "-images"
"""Lane ids of what belongs to none; no record can have such an id."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A swimlane: the id of a track, an owner or an area, or one of the lanes of what has none."""

    id: str
    name: str
    track: int | None
    """Its track colour; None where the lane is no track."""


LaneOf = Callable[[Node], str]
"""The lane of an item."""


def lanes_of(plan: Plan, language: str, by: Grouping = "track") -> tuple[tuple[Lane, ...], LaneOf]:
    """All lanes from top to bottom, and which of them an item stands in."""
    if by == "owner":
        return _owner_lanes(plan, language), owner_lane
    if by == "area":
        found = _areas_served(plan)
        return _area_lanes(plan, language), lambda node: _area_lane(node, found)
    return _track_lanes(plan, language), track_lane


def track_lane(node: Node) -> str:
    """The lane by track; goals without a track stand below what leads to them."""
    if node.track is not None:
        return node.track
    return {"area": AREAS, "image": IMAGES}.get(node.kind, TRACKLESS)


def owner_lane(node: Node) -> str:
    """The lane by owner."""
    if node.owner is not None:
        return node.owner
    return {"area": AREAS, "image": IMAGES}.get(node.kind, OWNERLESS)


def _area_lane(node: Node, found: dict[str, str]) -> str:
    area = found.get(node.id)
    return area if area is not None else IMAGES if node.kind == "image" else AREALESS


def _areas_served(plan: Plan) -> dict[str, str]:
    """The area of each item: the one above it in the outline, else the nearest that it leads to."""
    areas = [node.id for node in plan.nodes.values() if node.kind == "area"]
    found = {area: area for area in areas}
    for node in plan.nodes.values():
        above = _area_above(plan, node)
        if above is not None:
            found.setdefault(node.id, above)
    reached = list(found)
    for item in reached:
        for link in plan.links_into(item):
            if link.relation != "informs" and link.prerequisite not in found:
                found[link.prerequisite] = found[item]
                reached.append(link.prerequisite)
    return found


def _area_above(plan: Plan, node: Node) -> str | None:
    parent = node.parent
    while parent is not None:
        above = plan.nodes[parent]
        if above.kind == "area":
            return above.id
        parent = above.parent
    return None


def _track_lanes(plan: Plan, language: str) -> tuple[Lane, ...]:
    colours = track_colours(plan)
    tracks = tuple(
        Lane(track.id, text_of(plan, track, "name", language) or track.id, colours[track.id])
        for track in ordered_tracks(plan)
    )
    rest = (
        (TRACKLESS, message("Without a track")),
        (AREAS, message("Goal areas")),
        (IMAGES, message("Images of society")),
    )
    return tracks + tuple(Lane(id_, name.into(language), PLAIN_TRACK) for id_, name in rest)


def _owner_lanes(plan: Plan, language: str) -> tuple[Lane, ...]:
    owners = tuple(
        Lane(owner.id, text_of(plan, owner, "name", language) or owner.id, None)
        for owner in plan.organisations.values()
    )
    rest = (
        (OWNERLESS, message("Without an owner")),
        (AREAS, message("Goal areas")),
        (IMAGES, message("Images of society")),
    )
    return owners + tuple(Lane(id_, name.into(language), None) for id_, name in rest)


def _area_lanes(plan: Plan, language: str) -> tuple[Lane, ...]:
    areas = tuple(
        Lane(node.id, _title(plan, node, language), None)
        for node in plan.nodes.values()
        if node.kind == "area"
    )
    rest = ((AREALESS, message("In no area")), (IMAGES, message("Images of society")))
    return areas + tuple(Lane(id_, name.into(language), None) for id_, name in rest)


def _title(plan: Plan, node: Node, language: str) -> str:
    """As short as the plan has it: a lane's column is narrow."""
    short = text_of(plan, node, "short", language)
    return short or text_of(plan, node, "title", language) or node.id
