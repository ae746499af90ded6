"""The JSON object of ``check --json`` (CONTRACT 2) as plain values."""

from typing import Any

from strategy_planner.analysis.quality.check import Outcome, Quality


def check_json(quality: Quality, language: str) -> dict[str, Any]:
    """The score, every finding in ``language``, and each rule with what it looked at."""
    return {
        "score": quality.score,
        "findings": [
            {
                "rule": one.rule.name,
                "severity": one.rule.severity,
                "items": list(items),
                "message": said.into(language),
                "fix": one.rule.fix and one.rule.fix.into(language),
            }
            for one in quality.outcomes
            for items, said in one.failing
            if said is not None
        ],
        "rules": [_rule_json(one, language) for one in quality.outcomes],
        "off": [{"rule": one.rule, "reason": one.reason} for one in quality.off],
    }


def _rule_json(one: Outcome, language: str) -> dict[str, Any]:
    return {
        "rule": one.rule.name,
        "severity": one.rule.severity,
        "checked": one.checked,
        "failing": len(one.failing),
        "limit": one.rule.limit,
        "passed": one.is_passed,
        "why": one.rule.why.into(language),
    }
