"""Where a record stands in its list, as a number that leaves room between neighbours.

A record that comes back to its place, or moves, gets a number between those of its neighbours, so
that no other row has to be written.
"""

from bisect import bisect_left
from collections.abc import Iterable, Mapping

_STEP = 1 << 20
_LARGEST = 1 << 62


def new_positions(order: Iterable[str], held: Mapping[str, int]) -> dict[str, int]:
    """The positions to be written so that the records stand in ``order``.

    ``held`` are the positions in the file. Records whose positions already rise stay; only where
    two neighbours leave no room, all are numbered anew.
    """
    keys = list(order)
    staying = _longest_rise(keys, held)
    placed: dict[str, int] = {}
    waiting: list[str] = []
    last = 0
    for key in keys:
        if key not in staying:
            waiting.append(key)
            continue
        if not _place(waiting, last, held[key], placed):
            return _anew(keys, held)
        waiting = []
        last = held[key]
    if not _place(waiting, last, last + _STEP * (len(waiting) + 1), placed) or last > _LARGEST:
        return _anew(keys, held)
    return placed


def _place(keys: list[str], after: int, before: int, placed: dict[str, int]) -> bool:
    """Spread ``keys`` evenly between two positions; False where there is no room."""
    gap = (before - after) // (len(keys) + 1)
    if keys and gap < 1:
        return False
    placed.update({key: after + gap * (index + 1) for index, key in enumerate(keys)})
    return True


def _anew(keys: list[str], held: Mapping[str, int]) -> dict[str, int]:
    numbered = {key: _STEP * (index + 1) for index, key in enumerate(keys)}
    return {key: position for key, position in numbered.items() if held.get(key) != position}


def _longest_rise(keys: list[str], held: Mapping[str, int]) -> frozenset[str]:
    """The most records that can stay where they are: a longest increasing subsequence."""
    tails: list[int] = []
    tail_keys: list[str] = []
    before: dict[str, str | None] = {}
    for key in keys:
        if key not in held or held[key] < 1:
            continue
        at = bisect_left(tails, held[key])
        before[key] = tail_keys[at - 1] if at else None
        tails[at : at + 1] = [held[key]]
        tail_keys[at : at + 1] = [key]
    staying: set[str] = set()
    here = tail_keys[-1] if tail_keys else None
    while here is not None:
        staying.add(here)
        here = before[here]
    return frozenset(staying)
