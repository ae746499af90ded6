"""What of a plan stands on its map: cards, frames around outline groups, and the links between."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from strategy_planner.layout.map.reduction import implied, says_order_only
from strategy_planner.layout.map.scope import Excerpt
from strategy_planner.model.records import Link, Node

FOLD_ABOVE = 12
"""A group of more items than this that hang on nothing is folded into a box."""
CROWDED = 60
"""From this many items on, every group that hangs on nothing is folded."""
LOOSE = "~loose"
"""The frame around items that belong to no group and hang on nothing; no id begins like this."""
IMAGES = "~images"
"""The frame around societal images that hang on nothing."""
HUGE = 1500
"""From this many items on, every group is folded until it is asked for."""


@dataclass(frozen=True, slots=True)
class Edge:
    """One line of the map: the links between two places (several where a group is folded)."""

    links: tuple[Link, ...]
    source: str
    target: str
    resolves: bool = False
    """Whether it leads from what resolves an obstacle to what the obstacle holds back."""


@dataclass(slots=True)
class Structure:
    """The places of a map by id: cards, open frames with their members, folded frames, the wall."""

    vision: str | None
    cards: list[str] = field(default_factory=list)
    frames: dict[str, list[str]] = field(default_factory=dict)
    folded: dict[str, list[str]] = field(default_factory=dict)
    frame_of: dict[str, str] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    hidden_links: int = 0

    def linked(self) -> set[str]:
        """The places at which a line ends."""
        return {place for edge in self.edges for place in (edge.source, edge.target)}


def structure_of(
    part: Excerpt,
    folded: Mapping[str, bool],
    *,
    all_links: bool = False,
    kept: frozenset[str] = frozenset(),
) -> Structure:
    """The structure of what is shown of a part.

    ``folded`` is what a person folded or unfolded by hand: groups of the outline by their id,
    tracks by `track_group`. Links that say nothing new are left out, but for those ``kept``,
    unless ``all_links`` are asked for.
    """
    result = Structure(part.wall)
    shown = list(part.links.values()) if all_links else _telling(part, kept)
    resolving = [link for edge in _resolving(part, {}) for link in edge.links]
    result.hidden_links = len(part.links) - len(shown)
    groups = _groups(part, [*shown, *resolving], result.vision)
    degree = Counter(
        end for link in [*shown, *resolving] for end in (link.prerequisite, link.dependent)
    )
    groups.update(_loose(part, groups, degree, result.vision))
    place_of = _fold_tracks(part, groups, folded, result)
    for group, members in groups.items():
        if _is_folded(group, members, degree, folded, len(part.nodes)):
            result.folded[group] = members
            place_of.update(dict.fromkeys(members, group))
        else:
            result.frames[group] = members
            result.frame_of.update(dict.fromkeys(members, group))
    result.cards = [
        node
        for node in part.nodes
        if node not in place_of and node not in groups and node != result.vision
    ]
    result.edges = _edges(shown, place_of) + _resolving(part, place_of)
    return result


def track_group(track: str) -> str:
    """The id under which a track is folded into one box; no record has it."""
    return f"~track {track}"


def track_of_group(group: str) -> str | None:
    """The track of a folded box; None for any other group."""
    return group.removeprefix("~track ") if group.startswith("~track ") else None


def _fold_tracks(
    part: Excerpt, groups: dict[str, list[str]], folded: Mapping[str, bool], result: Structure
) -> dict[str, str]:
    """Take the items of folded tracks out of their groups; gives the box of each.

    A group that is left without members goes into the box of its last one.
    """
    tracks = {track for group, is_folded in folded.items()
              if is_folded and (track := track_of_group(group)) is not None}  # fmt: skip
    place_of: dict[str, str] = {}
    for node in part.nodes.values():
        if node.track in tracks and node.id != result.vision and node.id not in groups:
            box = track_group(node.track or "")
            result.folded.setdefault(box, []).append(node.id)
            place_of[node.id] = box
    for group, members in list(groups.items()):
        left = [member for member in members if member not in place_of]
        if left:
            groups[group] = left
        else:
            del groups[group]
            if group in part.nodes:
                place_of[group] = place_of[members[-1]]
    return place_of


def _telling(part: Excerpt, kept: frozenset[str]) -> list[Link]:
    """The links that are shown at first.

    Informing ones are not, nor those that a chain of requirements says already.
    """
    links = part.links.values()
    required = {_ends(link) for link in links if link.relation == "requires"}
    soft = {_ends(link) for link in links if link.relation in {"contributes", "enables"}}
    plain = {_ends(link) for link in links if says_order_only(link)}
    touched = {id_ for item in part.register.values() for id_ in item.touches}
    said = (soft & required) | implied(required, soft)
    chained = implied(plain, plain)

    def tells(link: Link) -> bool:
        if link.relation == "informs":
            return False
        if link.relation != "requires":
            return _ends(link) not in said
        repeats = says_order_only(link) and _ends(link) in chained
        return not repeats or link.id in kept or link.id in touched

    return [link for link in links if tells(link)]


def _ends(link: Link) -> tuple[str, str]:
    return link.prerequisite, link.dependent


def _loose(
    part: Excerpt, groups: Mapping[str, list[str]], degree: Mapping[str, int], vision: str | None
) -> dict[str, list[str]]:
    """Items that hang on nothing and belong to no group; areas stand at the wall."""
    grouped = {member for members in groups.values() for member in members} | set(groups)
    found: dict[str, list[str]] = {IMAGES: [], LOOSE: []}
    for node in part.nodes.values():
        if node.id == vision or node.id in grouped or degree.get(node.id) or node.pin is not None:
            continue
        if node.kind not in {"vision", "area"}:
            found[IMAGES if node.kind == "image" else LOOSE].append(node.id)
    return {group: members for group, members in found.items() if len(members) > 1}


def _groups(part: Excerpt, shown: list[Link], vision: str | None) -> dict[str, list[str]]:
    """Outline parents that are drawn as frames, with the cards inside, in the plan's order.

    A parent that has links of its own to what is under it, or that requires or is required,
    is an item itself and stays a card.
    """
    children: dict[str, list[str]] = {}
    for node in part.nodes.values():
        if node.parent is not None:
            children.setdefault(node.parent, []).append(node.id)
    required = {
        end
        for link in shown
        if link.relation == "requires"
        for end in (link.prerequisite, link.dependent)
    }
    items = _self_linked(part, shown) | required | ({vision} if vision else set())
    group_of = {
        node.id: _nearest_group(part, node, children, items)
        for node in part.nodes.values()
        if node.id != vision
    }
    groups: dict[str, list[str]] = {}
    for node_id, group in group_of.items():
        pinned = part.nodes[node_id].pin is not None
        if group is not None and not pinned and (node_id not in children or node_id in items):
            groups.setdefault(group, []).append(node_id)
    return groups


def _self_linked(part: Excerpt, shown: list[Link]) -> set[str]:
    """Parents that are linked with something that stands under them."""
    found: set[str] = set()
    for link in shown:
        for inner, outer in (
            (link.prerequisite, link.dependent),
            (link.dependent, link.prerequisite),
        ):
            parent = part.nodes[inner].parent
            while parent is not None and parent != outer:
                parent = part.nodes[parent].parent
            if parent == outer:
                found.add(outer)
    return found


def _nearest_group(
    part: Excerpt, node: Node, children: Mapping[str, list[str]], items: set[str]
) -> str | None:
    parent = node.parent
    while parent is not None and (parent in items or parent not in children):
        parent = part.nodes[parent].parent
    return parent


def _is_folded(
    group: str,
    members: list[str],
    degree: Mapping[str, int],
    folded: Mapping[str, bool],
    size: int,
) -> bool:
    if group in folded:
        return folded[group]
    if size > HUGE:
        return True
    if any(degree.get(member) for member in members):
        return False
    return len(members) > (2 if size > CROWDED else FOLD_ABOVE)


def _resolving(part: Excerpt, place_of: Mapping[str, str]) -> list[Edge]:
    """The edges by which resolvers act on what an open obstacle holds back (SEMANTICS 3.7)."""
    edges: list[Edge] = []
    for item in part.register.values():
        if not item.blocks:
            continue
        for touched in item.touches:
            link = part.links.get(touched)
            held = touched if link is None else link.dependent
            if held not in part.nodes:
                continue
            for resolver in filter(part.nodes.__contains__, item.resolved_by):
                stands_for = Link(
                    id=f"{item.id}/{resolver}/{touched}",
                    prerequisite=resolver,
                    dependent=held,
                    relation="requires",
                )
                source, target = place_of.get(resolver, resolver), place_of.get(held, held)
                if source != target:
                    edges.append(Edge((stands_for,), source, target, resolves=True))
    return edges


def _edges(shown: list[Link], place_of: Mapping[str, str]) -> list[Edge]:
    """One edge for each link; links with a folded end share an edge with their like."""
    merged: dict[tuple[str, str, str], list[Link]] = {}
    for link in shown:
        source = place_of.get(link.prerequisite, link.prerequisite)
        target = place_of.get(link.dependent, link.dependent)
        if source == target:
            continue
        alone = source == link.prerequisite and target == link.dependent
        merged.setdefault((source, target, link.id if alone else ""), []).append(link)
    return [Edge(tuple(links), source, target) for (source, target, _), links in merged.items()]
