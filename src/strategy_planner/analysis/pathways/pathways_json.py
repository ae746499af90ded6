"""The JSON object of ``pathways --json`` (CONTRACT 2) as plain values."""

from typing import Any

from strategy_planner.analysis.pathways.comparison import Comparison, PathwayOutlook
from strategy_planner.analysis.schedule import Schedule


def pathways_json(comparison: Comparison, today: Schedule) -> dict[str, Any]:
    """The named pathways, and what was found over all choices, which is always complete."""
    return {
        "pathways": [_pathway_json(one) for one in comparison.pathways],
        "no_regret": list(comparison.no_regret),
        "necessary": list(comparison.necessary),
        "closed_options": [
            {"choice": option.choice, "option": option.option, "closed_on": day.isoformat()}
            for option, day in comparison.calendar.closed_before(today.status_date).items()
        ],
        "complete": True,
    }


def _pathway_json(one: PathwayOutlook) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "chosen": {choice: list(options) for choice, options in one.chosen.items()},
        "finish": one.finish and one.finish.isoformat(),
        "slack_days": one.slack_days,
        "cost": one.cost,
        "chance": one.chance,
        "late": list(one.late),
    }
