"""Moving whole parts to the left where the column before the wall would become too high."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from strategy_planner.layout.map.elements import FRAME_BAR, ROW_GAP
from strategy_planner.layout.map.structure import Structure

HIGH = 800.0
"""A column of up to this height is left as it is: it fits a screen."""
WORTH = 100.0
"""A part is moved only when the highest column becomes lower by this."""


def balance(
    structure: Structure,
    columns: dict[str, int],
    heights: Mapping[str, float],
    stay: frozenset[str],
) -> None:
    """Shift parts away from column 1 as long as the map becomes lower by it.

    Areas and what hangs together with them (``stay`` and its parts) keep their place at the wall.
    Their links to the wall run straight on through the column that they left.
    """
    load: dict[int, float] = defaultdict(float)
    parts = [part for part in _parts(structure) if any(columns.get(p) == 1 for p in part)]
    loads = [_load(structure, part, columns, heights) for part in parts]
    for each in loads:
        _add(load, each, 1.0)
    movable = [index for index, part in enumerate(parts) if not stay.intersection(part)]
    for index in sorted(movable, key=lambda i: -loads[i][1]):
        shifted = {column + 1: height for column, height in loads[index].items()}
        tried = defaultdict(float, load)
        _add(tried, loads[index], -1.0)
        _add(tried, shifted, 1.0)
        highest = max(load.values())
        if highest > HIGH and max(tried.values()) < highest - WORTH:
            load = tried
            for place in parts[index]:
                if place in columns:
                    columns[place] += 1


def _add(load: dict[int, float], part: Mapping[int, float], sign: float) -> None:
    for column, height in part.items():
        load[column] += sign * height


def _load(
    structure: Structure,
    part: Iterable[str],
    columns: Mapping[str, int],
    heights: Mapping[str, float],
) -> dict[int, float]:
    """How much height a part takes in each column."""
    load: dict[int, float] = defaultdict(float)
    framed: set[tuple[str, int]] = set()
    for place in part:
        if place not in columns:
            continue
        load[columns[place]] += heights[place] + ROW_GAP
        frame = structure.frame_of.get(place)
        if frame is not None and (frame, columns[place]) not in framed:
            framed.add((frame, columns[place]))
            load[columns[place]] += FRAME_BAR + 2 * ROW_GAP
    return load


def _parts(structure: Structure) -> list[list[str]]:
    """Cards, folded boxes and frames that hang together otherwise than through the wall."""
    near: dict[str, list[str]] = defaultdict(list)
    ties = [(edge.source, edge.target) for edge in structure.edges]
    ties += list(structure.frame_of.items())
    walled: set[str] = set()
    for source, target in ties:
        if target == structure.vision:
            walled.add(source)
        elif source != structure.vision:
            near[source].append(target)
            near[target].append(source)
    seen: set[str] = set()
    parts: list[list[str]] = []
    for start in [*structure.frames, *structure.cards, *structure.folded]:
        if start in seen:
            continue
        seen.add(start)
        part = [start]
        for here in part:
            fresh = [other for other in dict.fromkeys(near[here]) if other not in seen]
            seen.update(fresh)
            part.extend(fresh)
        if walled.intersection(part):
            parts.append(part)
    return parts
