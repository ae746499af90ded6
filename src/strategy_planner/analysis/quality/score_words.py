"""Why the score is what it is, in words."""

from strategy_planner.analysis.quality.check import Outcome, Quality
from strategy_planner.language import Message, message

_MOST = 3


def score_in_words(quality: Quality) -> tuple[Message, ...]:
    """How the score is made, what of the plan is in order, and what costs most."""
    said = [
        message(
            "{passed} of {count} rules are kept.",
            passed=sum(one.is_passed for one in quality.outcomes), count=len(quality.outcomes),
        ),
        message(
            "Errors count three times, warnings twice, notes once. A rule that is kept gives all "
            "its points, an error none, any other the share of its cases that are in order."
        ),
    ]  # fmt: skip
    most = sorted(quality.outcomes, key=lambda one: -one.lost)[:_MOST]
    said += [
        message("−{points}: {title}", points=points_in_words(quality, one), title=one.rule.title)
        for one in most
        if one.lost
    ]
    if quality.off:
        said.append(message("Rules switched off do not count: {count}.", count=len(quality.off)))
    return tuple(said)


def points_in_words(quality: Quality, outcome: Outcome) -> str:
    """The points that a rule costs, with one decimal."""
    return f"{quality.points_lost(outcome):.1f}"
