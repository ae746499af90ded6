"""The lanes of a roadmap: the tracks, then what belongs to none."""

from dataclasses import dataclass

from strategy_planner.language import message
from strategy_planner.layout.theme import PLAIN_TRACK
from strategy_planner.layout.tracks import ordered_tracks, track_colours
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node
from strategy_planner.model.texts import text_of

TRACKLESS, AREAS, IMAGES = "-items", "-areas", "-images"
"""Lane ids of what has no track; no record can have such an id."""


@dataclass(frozen=True, slots=True)
class Lane:
    """A swimlane: a track's id, or one of the lanes of what has none."""

    id: str
    name: str
    track: int
    """Its track colour."""


def lane_of(node: Node) -> str:
    """The lane of an item; goals without a track stand below what leads to them."""
    if node.track is not None:
        return node.track
    return {"area": AREAS, "image": IMAGES}.get(node.kind, TRACKLESS)


def lanes_of(plan: Plan, language: str) -> tuple[Lane, ...]:
    """All lanes from top to bottom."""
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
    return tracks + tuple(Lane(lane_id, name.into(language), PLAIN_TRACK) for lane_id, name in rest)
