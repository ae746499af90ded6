"""Rules on what else could happen: assumptions, signposts, triggers, risks.

The expert's checks B14, B15 and B17 of DOMAIN 1.4.
"""

from collections.abc import Iterator

from strategy_planner.analysis.decisions.signposts import trigger_of
from strategy_planner.analysis.quality.rule import Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import listed, named, titled
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import RegisterItem, RegisterKind


def _of_kind(plan: Plan, kind: RegisterKind) -> Iterator[RegisterItem]:
    for item in plan.register.values():
        if item.kind == kind and item.effective_state != "closed":
            yield item


def _title(plan: Plan, item: RegisterItem) -> Message:
    return titled(plan, item.id, "title")


def _assumptions_watched(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    watched_ids = {id_ for post in _of_kind(plan, "signpost") for id_ in post.touches}
    for item in _of_kind(plan, "assumption"):
        is_watched = item.id in watched_ids or bool(watched_ids & set(item.touches))
        yield (item.id,), None if is_watched else message(
            "“{title}” is assumed, and no signpost watches it.", title=_title(plan, item)
        )  # fmt: skip


def _assumptions_broken(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    resting_on: dict[str | None, list[str]] = {}
    for link in plan.links.values():
        resting_on.setdefault(link.assumption, []).append(link.dependent)
    for item in _of_kind(plan, "assumption"):
        resting = [
            id_
            for id_ in dict.fromkeys((*item.touches, *resting_on.get(item.id, ())))
            if id_ in schedule.items and not plan.nodes[id_].is_done
        ]
        if not resting:
            continue
        yield (item.id, *resting), message(
            "“{title}” no longer holds; resting on it: {items}.",
            title=_title(plan, item), items=listed(named(plan, id_) for id_ in resting),
        ) if item.effective_state == "broken" else None  # fmt: skip


def _thresholds(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for item in _of_kind(plan, "signpost"):
        says_when = bool(item.trigger) or (item.kpi is not None and item.threshold is not None)
        yield (item.id,), None if says_when else message(
            "“{title}” is watched, but nobody has said at which value to act.",
            title=_title(plan, item),
        )  # fmt: skip


def _watchers(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for item in _of_kind(plan, "signpost"):
        yield (item.id,), None if item.owner else message(
            "Nobody is named who watches “{title}”.", title=_title(plan, item)
        )  # fmt: skip


def _triggers(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for item in _of_kind(plan, "signpost"):
        trigger = trigger_of(plan, item, schedule.status_date)
        if trigger is not None:
            yield (item.id,), message(
                "On its trend “{title}” passes its threshold on {tips}; "
                "the day to decide, {day}, is over.",
                title=_title(plan, item), tips=trigger.tips_on, day=trigger.decide_by,
            ) if trigger.decide_by < schedule.status_date else None  # fmt: skip


def _responses(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for item in _of_kind(plan, "risk"):
        yield (item.id,), None if item.response else message(
            "“{title}” has no response yet.", title=_title(plan, item)
        )  # fmt: skip


def _ties(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    used = {link.assumption for link in plan.links.values()}
    for kind in ("risk", "assumption", "obstacle"):
        for item in _of_kind(plan, kind):
            yield (item.id,), None if item.touches or item.id in used else message(
                "“{title}” touches nothing in the plan.", title=_title(plan, item)
            )  # fmt: skip


PRECAUTIONS = (
    Rule(
        "assumption_without_signpost", "robustness", "warning", 0.0,
        message("Assumptions that nobody watches"),
        message("An assumption that nobody watches fails unnoticed."),
        message("Add a signpost"), _assumptions_watched,
    ),
    Rule(
        "assumption_broken", "robustness", "error", 0.0, message("Broken assumptions"),
        message("What rests on a broken assumption has to be thought through again."),
        message("Go through what rests on it"), _assumptions_broken,
    ),
    Rule(
        "signpost_without_threshold", "robustness", "note", 0.0,
        message("Signposts without a threshold"),
        message("A signpost without a value to act on triggers nothing."),
        message("Write the threshold"), _thresholds,
    ),
    Rule(
        "signpost_without_owner", "robustness", "note", 0.2,
        message("Signposts that nobody watches"),
        message("A signpost that nobody reads warns nobody."),
        message("Name the owner"), _watchers,
    ),
    Rule(
        "trigger_due", "robustness", "warning", 0.0, message("Triggers that are due"),
        message("Once the lead time is gone, acting at the threshold comes too late."),
        message("Decide what it triggers"), _triggers,
    ),
    Rule(
        "risk_without_response", "robustness", "note", 0.2, message("Risks without a response"),
        message("A risk without a response is only a worry."),
        message("Write the response"), _responses,
    ),
    Rule(
        "entry_touches_nothing", "robustness", "note", 0.2,
        message("Risks, assumptions and obstacles that touch nothing"),
        message("What touches nothing cannot be followed into the plan when it happens."),
        message("Say what it touches"), _ties,
    ),
)  # fmt: skip
