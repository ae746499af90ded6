"""How a planner has each table laid out, kept between two starts."""

import json
from typing import Any

from strategy_planner.layout.table.arrangement import Arrangement
from strategy_planner.layout.table.columns import columns_of, groupings

Widths = dict[str, int]


def as_text(arrangement: Arrangement, widths: Widths) -> str:
    """Columns, widths, sorting and grouping; filters are not kept, for they hide rows unseen."""
    return json.dumps(
        {
            "columns": list(arrangement.columns),
            "sort": [list(one) for one in arrangement.sort],
            "group": arrangement.group,
            "widths": widths,
        }
    )


def from_text(record: str, text: str) -> tuple[Arrangement, Widths]:
    """What was kept, without what no longer is there; how it is at first for anything else."""
    try:
        kept = json.loads(text)
    except ValueError:
        kept = {}
    if not isinstance(kept, dict):
        kept = {}
    known = {column.key for column in columns_of(record)}
    columns = [key for key in _texts(kept.get("columns")) if key in known]
    group = kept.get("group")
    arrangement = Arrangement(
        record,
        tuple(dict.fromkeys(columns)),
        tuple(_sorting(kept.get("sort"), known)),
        group if isinstance(group, str) and group in groupings(record) else "",
    )
    return arrangement, _widths(kept.get("widths"), known)


def _texts(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str)] if isinstance(value, list) else []


def _sorting(value: Any, known: set[str]) -> list[tuple[str, bool]]:
    pairs = value if isinstance(value, list) else []
    return [
        (pair[0], pair[1])
        for pair in pairs
        if isinstance(pair, list) and len(pair) == 2 and pair[0] in known
        and isinstance(pair[1], bool)
    ]  # fmt: skip


def _widths(value: Any, known: set[str]) -> Widths:
    if not isinstance(value, dict):
        return {}
    least, most = 40, 1200
    return {
        key: width
        for key, width in value.items()
        if key in known and isinstance(width, int) and least <= width <= most
    }
