"""Rules on what the plan claims: reasons, sufficiency, assumptions, signposts, evidence."""

from collections.abc import Iterator

from strategy_planner.analysis.quality.rule import Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import listed, named, titled
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Link, RegisterItem, RegisterKind

_ENDS = {"vision", "image", "area", "state"}


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


def _reviews_due(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for link in _requirements(plan):
        if link.review_on is not None:
            yield _records(link), message(
                "That {item} requires {other} was to be looked at again by {day}.",
                **_ends(plan, link), day=link.review_on,
            ) if link.review_on < schedule.status_date else None  # fmt: skip


def _records(link: Link) -> tuple[str, ...]:
    return link.id, link.dependent, link.prerequisite


def _ends(plan: Plan, link: Link) -> dict[str, Message]:
    return {"item": named(plan, link.dependent), "other": named(plan, link.prerequisite)}


def _sufficiency(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.kind in _ENDS and not node.is_done and plan.links_into(id_):
            asked = node.sufficiency in {"sufficient", "insufficient"}
            yield (id_,), None if asked else message(
                "Nobody has said yet whether what {item} needs is enough.", item=named(plan, id_)
            )  # fmt: skip


def _insufficient(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.sufficiency is not None and not node.is_done:
            yield (id_,), message(
                "What {item} needs is marked as not enough.", item=named(plan, id_)
            ) if node.sufficiency == "insufficient" else None  # fmt: skip


def _of_kind(plan: Plan, kind: RegisterKind) -> Iterator[RegisterItem]:
    for item in plan.register.values():
        if item.kind == kind and item.effective_state != "closed":
            yield item


def _assumptions_watched(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    watched = {id_ for post in _of_kind(plan, "signpost") for id_ in post.touches}
    for item in _of_kind(plan, "assumption"):
        is_watched = item.id in watched or bool(watched & set(item.touches))
        yield (item.id,), None if is_watched else message(
            "“{title}” is assumed, and no signpost watches it.",
            title=titled(plan, item.id, "title"),
        )  # fmt: skip


def _assumptions_broken(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for item in _of_kind(plan, "assumption"):
        resting = [
            id_
            for id_ in dict.fromkeys((*item.touches, *_resting_on(plan, item.id)))
            if id_ in schedule.items and not plan.nodes[id_].is_done
        ]
        if not resting:
            continue
        is_broken = item.effective_state == "broken"
        yield (item.id, *resting), message(
            "“{title}” no longer holds, and {items} rest on it.",
            title=titled(plan, item.id, "title"),
            items=listed(named(plan, id_) for id_ in resting),
        ) if is_broken else None  # fmt: skip


def _resting_on(plan: Plan, assumption: str) -> list[str]:
    return [link.dependent for link in plan.links.values() if link.assumption == assumption]


def _signposts(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for item in _of_kind(plan, "signpost"):
        says_when = bool(item.trigger) or (item.kpi is not None and item.threshold is not None)
        yield (item.id,), None if says_when else message(
            "“{title}” is watched, but nobody has said at which value to act.",
            title=titled(plan, item.id, "title"),
        )  # fmt: skip


def _risks(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for item in _of_kind(plan, "risk"):
        yield (item.id,), None if item.response else message(
            "“{title}” has no response yet.", title=titled(plan, item.id, "title")
        )  # fmt: skip


CLAIMS = (
    Rule(
        "link_without_reason", "warning", 0.1,
        message("A requirement without a reason cannot be argued before others."),
        message("Write the reason"), _reasons,
    ),
    Rule(
        "link_without_basis", "note", 0.2,
        message("What a source states and what the planner inferred must be told apart."),
        message("Say on what it rests"), _bases,
    ),
    Rule(
        "link_review_due", "note", 0.0,
        message("A claim that was to be looked at again may no longer hold."),
        message("Look at it again and write a new day"), _reviews_due,
    ),
    Rule(
        "sufficiency_not_asked", "note", 0.5,
        message("That each means is needed does not yet say that together they are enough."),
        message("Say whether it is enough"), _sufficiency,
    ),
    Rule(
        "means_insufficient", "warning", 0.0,
        message("Where the means are not enough, the vision is not reached by them."),
        message("Name the means"), _insufficient,
    ),
    Rule(
        "assumption_without_signpost", "warning", 0.0,
        message("An assumption that nobody watches fails unnoticed."),
        message("Add a signpost"), _assumptions_watched,
    ),
    Rule(
        "assumption_broken", "error", 0.0,
        message("What rests on a broken assumption has to be thought through again."),
        message("Go through what rests on it"), _assumptions_broken,
    ),
    Rule(
        "signpost_without_threshold", "note", 0.0,
        message("A signpost without a value to act on triggers nothing."),
        message("Write the threshold"), _signposts,
    ),
    Rule(
        "risk_without_response", "note", 0.2,
        message("A risk without a response is only a worry."),
        message("Write the response"), _risks,
    ),
)  # fmt: skip
