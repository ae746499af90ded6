"""The JSON object of ``simulate --json`` (CONTRACT 2) as plain values."""

from typing import Any

from strategy_planner.analysis.simulation.by_year import YearChance, chances_by_year
from strategy_planner.analysis.simulation.raising import Raising
from strategy_planner.analysis.simulation.simulation import Simulation, TargetChances
from strategy_planner.model.plan import Plan


def simulation_json(plan: Plan, found: Simulation) -> dict[str, Any]:
    """Chances as shares of the runs, percentiles as instants on ISO days.

    ``chance_by_year`` holds for each target its chance by the last day of each fiscal year.
    """
    return {
        "samples": found.terms.samples,
        "seed": found.terms.seed,
        "targets": {id_: _target_json(one) for id_, one in found.targets.items()},
        "items": {
            id_: {"criticality": one.criticality, "sensitivity": one.sensitivity}
            for id_, one in found.items.items()
        },
        "quick_ranges": _ranges_json(found),
        "chance_by_year": {
            id_: [_year_json(year) for year in years]
            for id_, years in chances_by_year(plan, found).items()
        },
    }


def _ranges_json(found: Simulation) -> list[dict[str, Any]]:
    """The quick ranges that were used, each with the items whose durations it spread."""
    ranged, ids = found.uncertainty.ranged, list(found.items)
    return [
        {
            "track": one.track,
            "kind": one.kind,
            "low": one.low,
            "high": one.high,
            "items": [ids[place] for place, used in ranged.items() if used == one],
        }
        for one in dict.fromkeys(ranged.values())
    ]


def raising_json(found: Raising) -> dict[str, Any]:
    """What would raise the chance most: the value of the key ``raise``, shares of the runs.

    Each entry is an item that is made certain, or a risk that is averted; the other is null.
    """
    return {
        "target": found.target,
        "samples": found.samples,
        "chance": found.chance,
        "items": [
            {
                "item": one.item,
                "risk": one.risk,
                "chance": one.chance,
                "gain": one.gain,
                "standard_error": one.standard_error,
            }
            for one in found.gains
        ],
    }


def _year_json(one: YearChance) -> dict[str, Any]:
    return {
        "year": one.year,
        "on": one.on.isoformat(),
        "chance": one.chance,
        "standard_error": one.standard_error,
    }


def _target_json(one: TargetChances) -> dict[str, Any]:
    return {
        "chance_by_target": one.chance_by_target,
        **{
            name: day and day.isoformat()
            for name, day in (
                ("p10", one.p10),
                ("p50", one.p50),
                ("p80", one.p80),
                ("p90", one.p90),
            )
        },
        "chance_ever": one.chance_ever,
    }
