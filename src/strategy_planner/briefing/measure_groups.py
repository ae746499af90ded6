"""What the plan does, in a handful of groups: its pillars, else its tracks."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from strategy_planner.analysis.limits import window_of
from strategy_planner.briefing.action_table import MEASURES
from strategy_planner.briefing.edition import Edition
from strategy_planner.layout.theme import PLAIN_TRACK
from strategy_planner.layout.tracks import ordered_tracks, track_colours
from strategy_planner.model.records import Node, RegisterItem

_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """A pillar or a track with its measures; ``answers`` are the obstacles it takes up."""

    title: str
    short: str
    measures: tuple[Node, ...]
    answers: tuple[int, ...]
    colour: int
    description: str = ""


def measure_groups(edition: Edition) -> list[MeasureGroup]:
    """The areas that take up an obstacle, else those with measures under them, else the tracks."""
    areas, found = _areas(edition), obstacles(edition)
    answering = pillars(edition)
    if not answering:
        answering = [area for area in areas if _measures_under(edition, area)]
    if len(answering) > 1:
        return [_of_area(edition, found, area) for area in answering]
    return _of_tracks(edition)


def pillars(edition: Edition) -> list[Node]:
    """The areas that take up an obstacle: lines of work rather than goals; one alone is none."""
    found = obstacles(edition)
    answering = [area for area in _areas(edition) if _answers(found, area)]
    return answering if len(answering) > 1 else []


def goal_areas(edition: Edition) -> list[Node]:
    """The areas that are goals; where all of them are lines of work, all."""
    work = {area.id for area in pillars(edition)}
    return [area for area in _areas(edition) if area.id not in work] or _areas(edition)


def obstacles(edition: Edition) -> list[RegisterItem]:
    """The obstacles, those first that some item of the plan takes up."""
    found = [item for item in edition.plan.register.values() if item.kind == "obstacle"]
    areas = {n.id for n in edition.plan.nodes.values() if n.kind == "area"}
    return sorted(found, key=lambda item: not areas.intersection(item.resolved_by))


def span_of(edition: Edition, measures: Sequence[Node]) -> tuple[dt.date, dt.date] | None:
    """From the first to the last day (an instant) of what has a duration or a date as written."""
    spans = [span for node in measures if (span := _span(edition, node)) is not None]
    if not spans:
        return None
    return min(start for start, _ in spans), max(end for _, end in spans)


def _areas(edition: Edition) -> list[Node]:
    return [n for n in edition.plan.nodes.values() if n.kind == "area" and not n.is_dropped]


def _span(edition: Edition, node: Node) -> tuple[dt.date, dt.date] | None:
    dates = edition.dates(node)
    if dates is None or dates.state in {"dormant", "blocked"}:
        return None
    start, finish = dates.early_start, dates.early_finish
    if start is not None and finish is not None and start < finish:
        return start, finish
    window = window_of(node, edition.plan.settings)
    if window is None or window.latest is None:
        return None
    first = max(window.earliest or edition.schedule.status_date, edition.schedule.status_date)
    last = window.latest + _DAY
    return (first, last) if first < last else None


def _of_area(edition: Edition, found: Sequence[RegisterItem], area: Node) -> MeasureGroup:
    measures = _measures_under(edition, area)
    colours = track_colours(edition.plan)
    tracks = [node.track for node in measures if node.track is not None]
    colour = colours[max(tracks, key=tracks.count)] if tracks else PLAIN_TRACK
    return MeasureGroup(
        edition.item_title(area),
        edition.item_short(area),
        measures,
        _answers(found, area),
        colour,
        edition.text_if_translated(area, "description"),
    )


def _of_tracks(edition: Edition) -> list[MeasureGroup]:
    colours = track_colours(edition.plan)
    measures = [n for n in edition.plan.nodes.values() if _is_open_measure(n)]
    groups = []
    for track in ordered_tracks(edition.plan):
        own = tuple(node for node in measures if node.track == track.id)
        name = edition.text(track, "name")
        if own:
            groups.append(MeasureGroup(name, name, own, (), colours[track.id]))
    rest = tuple(node for node in measures if node.track not in edition.plan.tracks)
    if rest:
        name = edition.say("Other measures") if groups else edition.say("Measures")
        groups.append(MeasureGroup(name, name, rest, (), PLAIN_TRACK))
    return groups


def _answers(found: Sequence[RegisterItem], area: Node) -> tuple[int, ...]:
    return tuple(n for n, item in enumerate(found, start=1) if area.id in item.resolved_by)


def _measures_under(edition: Edition, area: Node) -> tuple[Node, ...]:
    """The open measures below an area in the outline, at any depth."""
    children: dict[str | None, list[Node]] = {}
    for node in edition.plan.nodes.values():
        children.setdefault(node.parent, []).append(node)
    found, waiting = [], list(reversed(children.get(area.id, [])))
    while waiting:
        node = waiting.pop()
        if _is_open_measure(node):
            found.append(node)
        waiting += reversed(children.get(node.id, []))
    return tuple(sorted(found, key=lambda node: node.is_done))


def _is_open_measure(node: Node) -> bool:
    return node.kind in MEASURES and not node.is_dropped
