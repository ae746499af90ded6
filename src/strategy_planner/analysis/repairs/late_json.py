"""The JSON object of ``late --json`` (CONTRACT 2) as plain values."""

from collections.abc import Iterable
from typing import Any

from strategy_planner.analysis.repairs.changes_json import changes_json
from strategy_planner.analysis.repairs.late_chains import LateChain
from strategy_planner.analysis.repairs.repair import Repair


def late_json(chains: Iterable[LateChain], language: str) -> dict[str, Any]:
    """Every late chain with its ranked repairs, their sentences in ``language``.

    ``days_short`` and ``gains_days`` are null where the item cannot come at all: there is no
    number of days then, as there is no slack. ``blocked_by`` names what keeps it from coming,
    ``harms`` the items that would miss another date because of a repair, or miss it by more.
    """
    return {
        "chains": [
            {
                "target": chain.target,
                "items": list(chain.items),
                "days_short": chain.days_short,
                "blocked_by": list(chain.blocked_by),
                "repairs": [_repair_json(repair, language) for repair in chain.repairs],
                "complete": chain.complete,
            }
            for chain in chains
        ]
    }


def _repair_json(repair: Repair, language: str) -> dict[str, Any]:
    return {
        "kind": repair.kind,
        "items": list(repair.items),
        "message": repair.message.into(language),
        "gains_days": repair.gains_days,
        "leaves_days_short": repair.leaves_days_short,
        "harms": [id_ for id_, _ in repair.harms],
        "changes": changes_json(repair.change_set),
    }
