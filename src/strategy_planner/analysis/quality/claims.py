"""Rules on what the plan claims: reasons, bases, evidence, and claims that were overtaken.

The expert's checks B4 and B22 of DOMAIN 1.4.
"""

from collections.abc import Iterator
from itertools import pairwise

from strategy_planner.analysis.quality.rule import Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import named
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link

_WEAK = {None, "none", "weak"}


def _requirements(plan: Plan) -> Iterator[Link]:
    for link in plan.links.values():
        ends = (plan.nodes[link.prerequisite], plan.nodes[link.dependent])
        if link.relation == "requires" and not any(end.is_dropped for end in ends):
            yield link


def _reasons(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for link in _requirements(plan):
        yield _records(link), None if link.reason else message(
            "{item} requires {other}, and nobody has said why.", **_ends(plan, link)
        )  # fmt: skip


def _bases(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for link in _requirements(plan):
        yield _records(link), None if link.basis else message(
            "That {item} requires {other} is neither stated nor marked as inferred.",
            **_ends(plan, link),
        )  # fmt: skip


def _sources(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for link in _requirements(plan):
        if link.basis == "stated":
            ends = (plan.nodes[link.prerequisite], plan.nodes[link.dependent])
            yield _records(link), None if any(end.source for end in ends) else message(
                "That {item} requires {other} counts as stated, but neither names its source.",
                **_ends(plan, link),
            )  # fmt: skip


def _reviews_due(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for link in _requirements(plan):
        if link.review_on is not None:
            yield _records(link), message(
                "That {item} requires {other} was to be looked at again by {day}.",
                **_ends(plan, link), day=link.review_on,
            ) if link.review_on < schedule.status_date else None  # fmt: skip


def _evidence(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Only along the chain that decides: there a wrong claim moves the vision."""
    pairs = set(pairwise(schedule.critical_chain))
    for link in _requirements(plan):
        if (link.prerequisite, link.dependent) in pairs:
            yield _records(link), message(
                "The date of the vision hangs on {item} requiring {other}, "
                "for which there is little evidence.",
                **_ends(plan, link),
            ) if link.evidence in _WEAK else None  # fmt: skip


def _overtaken(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for link in _requirements(plan):
        if link.choice is None and plan.nodes[link.dependent].is_done:
            yield _records(link), None if plan.nodes[link.prerequisite].is_done else message(
                "{item} is done, but {other}, which it requires, is not.", **_ends(plan, link)
            )  # fmt: skip


def _records(link: Link) -> tuple[str, ...]:
    return link.id, link.dependent, link.prerequisite


def _ends(plan: Plan, link: Link) -> dict[str, Message]:
    return {"item": named(plan, link.dependent), "other": named(plan, link.prerequisite)}


CLAIMS = (
    Rule(
        "link_without_reason", "claims", "warning", 0.1, message("Requirements without a reason"),
        message("A requirement without a reason cannot be argued before others."),
        message("Write the reason"), _reasons,
    ),
    Rule(
        "link_without_basis", "claims", "note", 0.2, message("Requirements without a basis"),
        message("What a source states and what the planner inferred must be told apart."),
        message("Say on what it rests"), _bases,
    ),
    Rule(
        "stated_without_source", "claims", "note", 0.1, message("Stated, without a source"),
        message("What a source states can be checked only where its place is named."),
        message("Name the source"), _sources,
    ),
    Rule(
        "link_review_due", "claims", "note", 0.0, message("Requirements to be looked at again"),
        message("A claim that was to be looked at again may no longer hold."),
        message("Look at it again and write a new day"), _reviews_due,
    ),
    Rule(
        "evidence_on_chain", "claims", "note", 0.2,
        message("Little evidence on the chain that decides"),
        message("Where the date of the vision hangs on a claim, the claim needs evidence."),
        message("Say how strong the evidence is"), _evidence,
    ),
    Rule(
        "done_before_prerequisite", "claims", "warning", 0.0,
        message("Done without what it requires"),
        message("What was done without its prerequisite did not require it, or is not done."),
        message("Correct the link or the progress"), _overtaken,
    ),
)  # fmt: skip
