"""The JSON object of ``check --json`` (CONTRACT 2) as plain values."""

from typing import Any

from strategy_planner.analysis.quality.check import Outcome, Quality, score_of
from strategy_planner.analysis.quality.coverage_table import CHANGES, CoverageTable
from strategy_planner.analysis.quality.rule import THEMES


def check_json(quality: Quality, coverage: CoverageTable, language: str) -> dict[str, Any]:
    """The score, every finding in ``language``, each rule with what it looked at, and who changes
    what: the items by owner and kind of change.
    """
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
        "rules": [_rule_json(quality, one, language) for one in quality.outcomes],
        "themes": [
            {
                "theme": theme,
                "title": THEMES[theme].into(language),
                "score": score_of(outcomes),
                "points_lost": sum(quality.points_lost(one) for one in outcomes),
            }
            for theme, outcomes in quality.by_theme.items()
        ],
        "coverage": [
            {
                "owner": owner,
                **{change: list(coverage.of(owner, change)) for change in CHANGES},
                "not_said": list(coverage.of(owner, None)),
            }
            for owner in coverage.owners
        ],
        "off": [{"rule": one.rule, "reason": one.reason} for one in quality.off],
    }


def _rule_json(quality: Quality, one: Outcome, language: str) -> dict[str, Any]:
    return {
        "rule": one.rule.name,
        "theme": one.rule.theme,
        "severity": one.rule.severity,
        "title": one.rule.title.into(language),
        "checked": one.checked,
        "failing": len(one.failing),
        "limit": one.rule.limit,
        "passed": one.is_passed,
        "points_lost": quality.points_lost(one),
        "why": one.rule.why.into(language),
    }
