"""What missing a gate costs as plain values, for ``why --json`` and ``decisions --json``."""

from typing import Any

from strategy_planner.analysis.gates.missing import MissedGate
from strategy_planner.analysis.gates.words import gate_in_words
from strategy_planner.model.plan import Plan


def gate_json(plan: Plan, one: MissedGate, language: str) -> dict[str, Any]:
    """Days in ISO form, starts as first days; null where there is no later opening."""
    return {
        "item": one.item,
        "gate": one.gate,
        "apply_by": one.apply_by.isoformat(),
        "days_left": one.days_left,
        "starts": one.starts.isoformat(),
        "starts_then": one.starts_then and one.starts_then.isoformat(),
        "costs_days": one.costs_days,
        "finish_shift_days": one.finish_shift_days,
        "slack_then": one.slack_then,
        "moved": [
            {
                "target": target.target,
                "slack_days": target.slack_days,
                "slack_then": target.slack_then,
                "shift_days": target.shift_days,
            }
            for target in one.moved
        ],
        "text": gate_in_words(plan, one).into(language),
    }
