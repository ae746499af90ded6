"""The JSON object of ``bottlenecks --json`` as plain values."""

from collections.abc import Sequence
from typing import Any

from strategy_planner.analysis.bottlenecks.ranking import Bottleneck, DelayEffect
from strategy_planner.analysis.bottlenecks.reasons import reasons
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan


def bottlenecks_json(
    plan: Plan, today: Schedule, delay: str, ranked: Sequence[Bottleneck], language: str
) -> dict[str, Any]:
    """The rank, worst first; ``finish`` is an instant.

    ``target`` is null where no target moves, and only there ``shift_days`` is 0; ``finish`` and
    the days are null where the target could not come at all. ``effects`` tells the same of every
    target that moves.
    """
    return {"delay": delay, "items": [_json(plan, today, one, language) for one in ranked]}


def _json(plan: Plan, today: Schedule, one: Bottleneck, language: str) -> dict[str, Any]:
    effect = one.effect
    return {
        "item": one.item,
        "target": effect and effect.target,
        "finish": effect.finish.isoformat() if effect and effect.finish else None,
        "past_days": 0 if effect is None else effect.past_days,
        "past_months": 0.0 if effect is None else effect.past_months,
        "shift_days": 0 if effect is None else effect.shift_days,
        "shift_months": 0.0 if effect is None else effect.shift_months,
        "effects": [_effect_json(effect) for effect in one.effects],
        "necessary": one.is_necessary,
        "spread_days": one.spread_days,
        "serves": one.serves,
        "must_start_by": one.must_start_by and one.must_start_by.isoformat(),
        "reason": " ".join(reason.into(language) for reason in reasons(plan, today, one)),
    }


def _effect_json(effect: DelayEffect) -> dict[str, Any]:
    return {
        "target": effect.target,
        "finish": effect.finish and effect.finish.isoformat(),
        "past_days": effect.past_days,
        "past_months": effect.past_months,
        "shift_days": effect.shift_days,
        "shift_months": effect.shift_months,
    }
