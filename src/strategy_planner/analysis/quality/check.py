"""All rules over a plan: what fails, by how much, and the score."""

from dataclasses import dataclass

from strategy_planner.analysis.finding import WEIGHTS, Severity
from strategy_planner.analysis.findings import findings
from strategy_planner.analysis.quality.aim import AIM
from strategy_planner.analysis.quality.alternatives import ALTERNATIVES
from strategy_planner.analysis.quality.calculated import calculated_rules, calculated_titles
from strategy_planner.analysis.quality.claims import CLAIMS
from strategy_planner.analysis.quality.follow_up import FOLLOW_UP
from strategy_planner.analysis.quality.ownership import OWNERSHIP
from strategy_planner.analysis.quality.precautions import PRECAUTIONS
from strategy_planner.analysis.quality.rule import THEMES, Case, Rule, Theme
from strategy_planner.analysis.quality.steps import STEPS
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.language import Message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RuleOff

_COUNTS: dict[Severity, int] = {"error": 3, "warning": 2, "note": 1}
"""How much a rule counts in the score."""
_BEST = 100
_OWN_RULES = (*AIM, *CLAIMS, *STEPS, *ALTERNATIVES, *PRECAUTIONS, *OWNERSHIP, *FOLLOW_UP)
TITLES: dict[str, Message] = {
    **calculated_titles(),
    **{rule.name: rule.title for rule in _OWN_RULES},
}
"""What breaks each rule, by the rule's name."""


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

    @property
    def weight(self) -> int:
        """How much the rule counts in the score."""
        return _COUNTS[self.rule.severity]

    @property
    def lost(self) -> float:
        """The part of the weight that is lost: none if passed, all of an error that is not."""
        if self.is_passed:
            return 0.0
        return self.weight * (1.0 if self.rule.severity == "error" else self.share)


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

    @property
    def by_theme(self) -> dict[Theme, tuple[Outcome, ...]]:
        """The outcomes of each theme that had something to look at."""
        found = {
            theme: tuple(o for o in self.outcomes if o.rule.theme == theme) for theme in THEMES
        }
        return {theme: outcomes for theme, outcomes in found.items() if outcomes}

    def points_lost(self, outcome: Outcome) -> float:
        """How many points of the score a rule costs."""
        return _BEST * outcome.lost / sum(one.weight for one in self.outcomes)


def check_quality(plan: Plan, schedule: Schedule) -> Quality:
    """The quality check of a plan (DOMAIN 1.4 and 2.3; in the manner of DCMA's 14 points)."""
    off = {one.rule for one in plan.settings.rules_off}
    outcomes = []
    for rule in _rules(plan, schedule):
        cases = [] if rule.name in off else list(rule.cases(plan, schedule))
        if cases:
            failing = tuple(case for case in cases if case[1] is not None)
            outcomes.append(Outcome(rule, len(cases), failing))
    outcomes.sort(key=lambda one: (one.is_passed, WEIGHTS[one.rule.severity], -one.lost))
    return Quality(tuple(outcomes), score_of(outcomes), plan.settings.rules_off)


def _rules(plan: Plan, schedule: Schedule) -> tuple[Rule, ...]:
    calculated = calculated_rules(plan, schedule, findings(plan, schedule))
    return (*calculated, *_OWN_RULES)


def score_of(outcomes: list[Outcome] | tuple[Outcome, ...]) -> int:
    """From 0 to 100, rounded down, so that only where no rule fails it is 100."""
    whole = sum(one.weight for one in outcomes)
    lost = sum(one.lost for one in outcomes)
    return int(_BEST * (1 - lost / whole) + 1e-9) if whole else _BEST
