"""The JSON object of ``decisions --json`` (CONTRACT 2) as plain values."""

import datetime as dt
from typing import Any

from strategy_planner.analysis.decisions.calendar import ChoiceDates, DecisionCalendar, OptionDates


def decisions_json(calendar: DecisionCalendar) -> dict[str, Any]:
    """One entry for each option, in the plan's order, and the triggers of the signposts."""
    return {
        "choices": [
            _option_json(choice, option) for choice in calendar.choices for option in choice.options
        ],
        "triggers": [
            {
                "signpost": one.signpost,
                "tips_on": one.tips_on.isoformat(),
                "decide_by": one.decide_by.isoformat(),
                "value_then": one.value_then,
            }
            for one in calendar.triggers
        ],
    }


def _option_json(choice: ChoiceDates, option: OptionDates) -> dict[str, Any]:
    return {
        "choice": option.choice,
        "item": option.item,
        "option": option.option,
        "closes_on": _iso(option.closes_on),
        "days_left": option.days_left,
        "signposts": list(option.signposts),
        "state": option.state,
        "first_loss_on": _iso(choice.first_loss_on),
        "decide_by": _iso(choice.decide_by),
    }


def _iso(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()
