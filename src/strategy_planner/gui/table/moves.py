"""What comes and goes between two lists of rows, as runs of neighbours."""

from collections.abc import Iterable
from typing import NamedTuple

from strategy_planner.layout.table.arrangement import Group, Row

Run = tuple[int, int]


class Runs(NamedTuple):
    """First and last place of each run: of what goes in the old list, what comes in the new."""

    going: list[Run]
    coming: list[Run]


def runs_between(old: list[Row], new: list[Row]) -> Runs | None:
    """The runs that lead from one list to the other; None where rows that stay change order."""
    before, after = [_key(row) for row in old], [_key(row) for row in new]
    were, are = set(before), set(after)
    if [key for key in before if key in are] != [key for key in after if key in were]:
        return None
    return Runs(
        _runs(place for place, key in enumerate(before) if key not in are),
        _runs(place for place, key in enumerate(after) if key not in were),
    )


def _key(row: Row) -> tuple[bool, str]:
    return (True, row.value) if isinstance(row, Group) else (False, row)


def _runs(places: Iterable[int]) -> list[Run]:
    runs: list[Run] = []
    for place in places:
        if runs and runs[-1][1] == place - 1:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs
