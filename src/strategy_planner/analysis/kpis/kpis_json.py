"""The JSON object of ``kpis --json`` (CONTRACT 2) as plain values."""

from collections.abc import Mapping
from typing import Any

from strategy_planner.analysis.kpis.standing import KpiStanding


def kpis_json(standings: Mapping[str, KpiStanding]) -> dict[str, Any]:
    """Every KPI by its id, days in ISO form."""
    return {"kpis": {id_: _standing_json(standing) for id_, standing in standings.items()}}


def _standing_json(standing: KpiStanding) -> dict[str, Any]:
    reached = standing.reaches_target_on
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
    }
