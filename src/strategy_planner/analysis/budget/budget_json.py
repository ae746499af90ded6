"""The JSON object of ``budget --json`` as plain values."""

from typing import Any

from strategy_planner.analysis.budget.by_year import Budget, BudgetLine
from strategy_planner.model.plan import Plan


def budget_json(plan: Plan, found: Budget) -> dict[str, Any]:
    """Amounts in the plan's unit by fiscal year; what is unknown is null or named, never 0."""
    return {
        "unit": plan.settings.money_unit,
        "years": list(found.years),
        "items": {
            id_: {"years": _years(one.years), "undated": one.undated}
            for id_, one in found.items.items()
        },
        "total": _line(found.total),
        "tracks": [{"track": one.of, **_line(one)} for one in found.tracks],
        "owners": [{"owner": one.of, **_line(one)} for one in found.owners],
    }


def _line(one: BudgetLine) -> dict[str, Any]:
    return {
        "years": _years(one.years),
        "undated": one.undated,
        "total": one.total,
        "unknown": list(one.unknown),
    }


def _years(amounts: dict[int, Any]) -> dict[str, Any]:
    return {str(year): amount for year, amount in amounts.items()}
