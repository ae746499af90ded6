"""All rules over a plan: what fails, by how much, and the score."""

from dataclasses import dataclass

from strategy_planner.analysis.finding import WEIGHTS, Severity
from strategy_planner.analysis.findings import findings
from strategy_planner.analysis.quality.calculated import calculated_rules
from strategy_planner.analysis.quality.claims import CLAIMS
from strategy_planner.analysis.quality.coverage import COVERAGE
from strategy_planner.analysis.quality.rule import Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RuleOff

_COUNTS: dict[Severity, int] = {"error": 3, "warning": 2, "note": 1}
"""How much a rule counts in the score."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A rule that had something to look at: how many cases, and those that fail."""

    rule: Rule
    checked: int
    failing: tuple[Case, ...]

    @property
    def share(self) -> float:
        """The share of the cases that fail."""
        return len(self.failing) / self.checked

    @property
    def is_passed(self) -> bool:
        """Whether no more fail than the rule allows."""
        return self.share <= self.rule.limit


@dataclass(frozen=True, slots=True)
class Quality:
    """The outcomes, heaviest first, and the rules that the planner has switched off, with why.

    ``score`` is from 0 to 100: a rule that is passed gives all, an error that is not nothing, any
    other the share of its cases that are in order; errors count three times, warnings twice. 100
    for an empty plan.
    """

    outcomes: tuple[Outcome, ...]
    score: int
    off: tuple[RuleOff, ...]


def check_quality(plan: Plan, schedule: Schedule) -> Quality:
    """The quality check of a plan (DOMAIN 1.4 and 2.3; in the manner of DCMA's 14 points)."""
    off = {one.rule for one in plan.settings.rules_off}
    rules = (*calculated_rules(findings(plan, schedule)), *CLAIMS, *COVERAGE)
    outcomes = []
    for rule in rules:
        cases = [] if rule.name in off else list(rule.cases(plan, schedule))
        if cases:
            failing = tuple(case for case in cases if case[1] is not None)
            outcomes.append(Outcome(rule, len(cases), failing))
    outcomes.sort(key=lambda one: (one.is_passed, WEIGHTS[one.rule.severity]))
    return Quality(tuple(outcomes), _score(outcomes), plan.settings.rules_off)


def _score(outcomes: list[Outcome]) -> int:
    counts = [_COUNTS[one.rule.severity] for one in outcomes]
    if not counts:
        return 100
    reached = sum(count * _kept(one) for count, one in zip(counts, outcomes, strict=True))
    # Rounded down, so that only a plan without any failing rule has 100.
    return int(100 * reached / sum(counts) + 1e-9)


def _kept(one: Outcome) -> float:
    if one.is_passed:
        return 1.0
    return 0.0 if one.rule.severity == "error" else 1.0 - one.share
