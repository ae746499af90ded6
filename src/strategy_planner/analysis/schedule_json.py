"""The JSON objects of ``schedule --json`` and ``why --json`` (CONTRACT 2) as plain values."""

from typing import Any

import msgspec

from strategy_planner.analysis.chains import Chain, Why
from strategy_planner.analysis.schedule import Schedule


def schedule_json(schedule: Schedule) -> dict[str, Any]:
    """Every item and target with ISO days; finishes are instants, targets last days."""
    return {
        "status_date": schedule.status_date.isoformat(),
        "pathway": schedule.pathway,
        "items": msgspec.to_builtins(dict(schedule.items)),
        "targets": {
            id_: {**msgspec.to_builtins(dates), "blocked_by": list(dates.blocked_by)}
            for id_, dates in schedule.targets.items()
        },
        "critical_chain": list(schedule.critical_chain),
    }


def why_json(why: Why, language: str) -> dict[str, Any]:
    """Both chains of an item, their sentences in ``language``."""
    return {
        "item": why.item,
        "early": _chain_json(why.early, language),
        "late": _chain_json(why.late, language),
    }


def _chain_json(chain: Chain, language: str) -> dict[str, Any]:
    return {
        "date": chain.date and chain.date.isoformat(),
        "chain": [
            {"item": step.item, "link": step.link, "message": step.message.into(language)}
            for step in chain.steps
        ],
        "text": chain.text.into(language),
    }
