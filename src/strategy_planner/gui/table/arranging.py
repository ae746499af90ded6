"""How what a planner asks of a column changes the arrangement of the table."""

from dataclasses import replace

from strategy_planner.layout.table.arrangement import Arrangement
from strategy_planner.layout.table.columns import columns_of


def clicked(arrangement: Arrangement, key: str, *, further: bool) -> Arrangement:
    """A click on a head: upward, downward, not at all; ``further`` keeps the other sortings."""
    now = dict(arrangement.sort)
    others = tuple(one for one in arrangement.sort if one[0] != key) if further else ()
    if key not in now:
        return replace(arrangement, sort=(*others, (key, False)))
    if not now[key]:
        kept = arrangement.sort if further else ((key, False),)
        sort = tuple((one, True if one == key else down) for one, down in kept)
        return replace(arrangement, sort=sort)
    return replace(arrangement, sort=others)


def switched(arrangement: Arrangement, key: str) -> Arrangement:
    """With a column or without it; a new one stands last."""
    keys = [column.key for column in arrangement.shown[1:]]
    if key not in keys:
        return replace(arrangement, columns=(*keys, key))
    kept = tuple(one for one in keys if one != key)
    only = {one: texts for one, texts in arrangement.only.items() if one != key}
    return replace(arrangement, columns=kept or (columns_of(arrangement.record)[0].key,), only=only)


def moved(arrangement: Arrangement, key: str, by: int) -> Arrangement:
    """With a column further to the left or the right; the first column stays."""
    keys = [column.key for column in arrangement.shown[1:]]
    if key not in keys:
        return arrangement
    place = keys.index(key)
    keys.insert(max(0, min(len(keys) - 1, place + by)), keys.pop(place))
    return replace(arrangement, columns=tuple(keys))


def filtered(arrangement: Arrangement, key: str, texts: frozenset[str] | None) -> Arrangement:
    """Only the rows with these texts in a column; all of them for None."""
    only = {one: kept for one, kept in arrangement.only.items() if one != key}
    return replace(arrangement, only=only if texts is None else {**only, key: texts})
