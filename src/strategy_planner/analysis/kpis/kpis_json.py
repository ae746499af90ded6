"""The JSON object of ``kpis --json`` (CONTRACT 2) as plain values."""

from collections.abc import Mapping
from typing import Any

from strategy_planner.analysis.kpis.standing import KpiStanding
from strategy_planner.analysis.kpis.wedge import Wedge, wedge_of
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Kpi


def kpis_json(plan: Plan, standings: Mapping[str, KpiStanding]) -> dict[str, Any]:
    """Every KPI by its id, days in ISO form.

    ``wedge`` tells by fiscal year where business as usual leads, what each action adds and what
    is still missing; null where no value is known.
    """
    return {
        "kpis": {id_: _standing_json(plan.kpis[id_], one) for id_, one in standings.items()},
    }


def _standing_json(kpi: Kpi, standing: KpiStanding) -> dict[str, Any]:
    reached = standing.reaches_target_on
    wedge = wedge_of(kpi, standing)
    return {
        "years": [
            {
                "year": row.year,
                "on": row.on.isoformat(),
                "needed": row.needed,
                "measured": row.measured,
                "forecast": row.forecast,
                "trend": row.trend,
            }
            for row in standing.years
        ],
        "progress": standing.progress,
        "elapsed": standing.elapsed,
        "gap": standing.gap,
        "grade": standing.grade,
        "reaches_target_on": reached and reached.isoformat(),
        "wedge": wedge and _wedge_json(wedge),
    }


def _wedge_json(wedge: Wedge) -> dict[str, Any]:
    return {
        "actions": list(wedge.actions),
        "contributions": list(wedge.contributions),
        "years": [
            {
                "year": row.year,
                "on": row.on.isoformat(),
                "business_as_usual": row.business_as_usual,
                "parts": list(row.parts),
                "expected": row.expected,
                "needed": row.needed,
                "missing": row.missing,
            }
            for row in wedge.years
        ],
    }
