"""Checks whether a plan is a real backcast: named rules with limits, and a score."""

import argparse

from strategy_planner.analysis.finding import SEVERITIES
from strategy_planner.analysis.quality.check import (
    TITLES,
    Outcome,
    Quality,
    check_quality,
    score_of,
)
from strategy_planner.analysis.quality.check_json import check_json
from strategy_planner.analysis.quality.coverage_table import coverage_table
from strategy_planner.analysis.quality.rule import THEMES
from strategy_planner.analysis.schedule import schedule
from strategy_planner.commands.plan_files import (
    add_json,
    add_language,
    add_plan,
    print_json,
    read_plan,
)
from strategy_planner.commands.refusals import CallError
from strategy_planner.language import message, say

_BEST = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """``check FILE [--fail-under N] [--json]``."""
    add_plan(parser)
    parser.add_argument("--fail-under", metavar="N")
    add_json(parser)
    add_language(parser)


def run(options: argparse.Namespace) -> int:
    """Print the findings; 1 with a score under what ``--fail-under`` asks for."""
    least = _least(options.fail_under)
    plan = read_plan(options.file)
    dates = schedule(plan)
    quality = check_quality(plan, dates)
    if options.json:
        print_json(check_json(quality, coverage_table(plan, dates), options.language))
    else:
        print(_as_text(quality, options.language))
    return 1 if quality.score < least else 0


def _least(text: str | None) -> int:
    if text is None:
        return 0
    if not (text.isascii() and text.isdigit() and int(text) <= _BEST):
        raise CallError(
            message("“{text}” is no score; write a whole number from 0 to 100.", text=text[:40])
        )
    return int(text)


def _as_text(quality: Quality, language: str) -> str:
    failing = [one for one in quality.outcomes if one.failing]
    head = say("Score {score} of 100", language, score=quality.score)
    passed = say(
        "{passed} of {count} rules are kept", language,
        passed=sum(one.is_passed for one in quality.outcomes), count=len(quality.outcomes),
    )  # fmt: skip
    themes = [
        f"  {THEMES[theme].into(language)}: {score_of(outcomes)}"
        for theme, outcomes in quality.by_theme.items()
    ]
    blocks = ["\n".join([head, passed, *themes]), *(_rule(one, language) for one in failing)]
    if quality.off:
        lines = [f"  {_title(one.rule, language)}: {one.reason}" for one in quality.off]
        blocks.append("\n".join([say("Rules switched off", language), *lines]))
    return "\n\n".join(blocks)


def _title(rule: str, language: str) -> str:
    """What people call it, with the name by which `settings.rules_off` switches it off."""
    return f"{TITLES[rule].into(language)} [{rule}]" if rule in TITLES else rule


def _rule(one: Outcome, language: str) -> str:
    kept = say("within the limit", language) if one.is_passed else ""
    severity = SEVERITIES[one.rule.severity].into(language)
    count = say("{failing} of {checked}", language, failing=len(one.failing), checked=one.checked)
    title = _title(one.rule.name, language)
    head = f"{severity}: {title} ({', '.join(filter(None, (count, kept)))})"
    lines = [head, f"  {one.rule.why.into(language)}"]
    if one.rule.fix is not None:
        lines.append(f"  → {one.rule.fix.into(language)}")
    lines += [f"  - {said.into(language)}" for _, said in one.failing if said is not None]
    return "\n".join(lines)
