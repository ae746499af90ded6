"""Columns: the wall is 0, and each item stands one left of the nearest that needs it."""

from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from strategy_planner.layout.map.structure import Structure

Arc = tuple[str, str]


LONG = 4
"""Frames over more columns than this are drawn only when their members fill them."""


def columns_of(structure: Structure, least: Mapping[str, int]) -> dict[str, int]:
    """The column of each card and folded group: its longest path to what it serves.

    What stood further left in an earlier layout (``least``) stays there.

    A link of a frame holds for all its members: what the frame needs stands left of all of them.
    A frame whose links would contradict its members' own order is left out of the count.
    """
    own = [
        (edge.source, edge.target)
        for edge in structure.edges
        if edge.links[0].relation != "informs"
    ]
    places = [*structure.cards, *structure.folded]
    if structure.vision is not None:
        places.append(structure.vision)
    arcs = list(_expanded(own, structure))
    columns = _longest_paths(_all_places(places, structure), arcs, structure.vision, least)
    if columns is None:
        known = set(places)
        plain = [arc for arc in own if arc[0] in known and arc[1] in known]
        plain = _without_circles(plain)
        columns = _longest_paths(places, plain, structure.vision, least) or dict.fromkeys(places, 1)
    vision = structure.vision
    result = {place: 0 if place == vision else max(1, columns[place]) for place in places}
    _tighten(structure, result)
    _gather(structure, result)
    return result


def _tighten(structure: Structure, columns: dict[str, int]) -> None:
    """Move members that follow on others of their frame next to these, so that frames are short."""
    before: dict[str, list[str]] = {}
    for edge in structure.edges:
        before.setdefault(edge.target, []).append(edge.source)
    members = sorted(structure.frame_of, key=lambda member: -columns[member])
    for member in members:
        frame = structure.frame_of[member]
        sources = before.get(member, [])
        mates = any(structure.frame_of.get(source) == frame for source in sources)
        if mates and frame not in before and all(source in columns for source in sources):
            columns[member] = max(columns[member], min(columns[source] for source in sources) - 1)


def _gather(structure: Structure, columns: dict[str, int]) -> None:
    """Move chains that leave no frame to the left end of it, so that frames stay narrow."""
    outside: set[str] = set()
    near: dict[str, list[str]] = {}
    for edge in structure.edges:
        frames = [structure.frame_of.get(place) for place in (edge.source, edge.target)]
        if frames[0] is None or frames[0] != frames[1]:
            outside.update((edge.source, edge.target))
        else:
            near.setdefault(edge.source, []).append(edge.target)
            near.setdefault(edge.target, []).append(edge.source)
    for frame, members in structure.frames.items():
        if frame in outside and any(edge.target == frame for edge in structure.edges):
            continue
        chains = _chains(members, near)
        bound = [columns[m] for chain in chains if outside.intersection(chain) for m in chain]
        for chain in chains:
            if bound and not outside.intersection(chain):
                shift = max(0, max(bound) - max(columns[member] for member in chain))
                for member in chain:
                    columns[member] += shift


def _chains(members: list[str], near: dict[str, list[str]]) -> list[list[str]]:
    """The members that hang together within their frame."""
    seen: set[str] = set()
    chains: list[list[str]] = []
    for start in members:
        if start in seen:
            continue
        seen.add(start)
        chain = [start]
        for here in chain:
            fresh = [other for other in near.get(here, ()) if other not in seen]
            seen.update(fresh)
            chain.extend(fresh)
        chains.append(chain)
    return chains


def _all_places(places: list[str], structure: Structure) -> list[str]:
    return [
        *places,
        *(f"{side} {frame}" for frame in structure.frames for side in ("left", "right")),
    ]


def without_scattered_frames(structure: Structure, columns: Mapping[str, int]) -> bool:
    """Take away frames whose members do not hang together: long ones with few members in them.

    Their members then stand where their links want them. True where a frame was taken away.
    """
    fixed = structure.linked()
    scattered = [
        frame
        for frame, members in structure.frames.items()
        if frame not in fixed
        and (span := 1 + max(columns[m] for m in members) - min(columns[m] for m in members)) > LONG
        and len(members) < 2 * span
    ]
    for frame in scattered:
        for member in structure.frames.pop(frame):
            del structure.frame_of[member]
    return bool(scattered)


def _expanded(own: Iterable[Arc], structure: Structure) -> Iterable[Arc]:
    """Arcs in which a frame stands for its left side as a target, its right side as a source."""
    for source, target in own:
        yield (
            f"right {source}" if source in structure.frames else source,
            f"left {target}" if target in structure.frames else target,
        )
    for frame, members in structure.frames.items():
        for member in members:
            yield member, f"right {frame}"
            yield f"left {frame}", member


def _without_circles(arcs: Iterable[Arc]) -> list[Arc]:
    """The arcs without those that close a circle: folded groups may need each other."""
    after: dict[str, list[str]] = {}
    for source, target in arcs:
        after.setdefault(source, []).append(target)
    kept: list[Arc] = []
    done: set[str] = set()
    for start in list(after):
        open_: dict[str, Iterator[str]] = {} if start in done else {start: iter(after[start])}
        while open_:
            here = next(reversed(open_))
            try:
                target = next(open_[here])
            except StopIteration:
                done.add(here)
                del open_[here]
                continue
            if target not in open_:
                kept.append((here, target))
                if target not in done:
                    open_[target] = iter(after.get(target, ()))
    return kept


def _longest_paths(
    places: list[str], arcs: list[Arc], vision: str | None, least: Mapping[str, int]
) -> dict[str, int] | None:
    """Longest paths counted from the sinks; None where the arcs run in a circle.

    The sides of a frame take no column of their own: from a member to its frame is no step.
    """
    before: dict[str, list[str]] = {place: [] for place in places}
    open_ends = dict.fromkeys(places, 0)
    for source, target in arcs:
        before[target].append(source)
        open_ends[source] += 1
    column = {place: 0 if place == vision or open_ends[place] else 1 for place in places}
    column.update((place, max(column[place], least.get(place, 0))) for place in places)
    ready = deque(place for place in places if not open_ends[place])
    seen = 0
    while ready:
        target = ready.popleft()
        seen += 1
        for source in before[target]:
            step = 0 if source.startswith("left ") or target.startswith("right ") else 1
            column[source] = max(column[source], column[target] + step)
            open_ends[source] -= 1
            if not open_ends[source]:
                ready.append(source)
    return column if seen == len(places) else None
