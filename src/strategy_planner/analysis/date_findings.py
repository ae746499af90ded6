"""Findings on dates: what is too late, what cannot come, what has to be asked for soon."""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.analysis.finding import Finding
from strategy_planner.analysis.gates.missing import SOON, MissedGate, missed_gate
from strategy_planner.analysis.gates.words import gate_in_words
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.limits import binds, window_of
from strategy_planner.analysis.openings import openings
from strategy_planner.analysis.schedule import ItemDates, Schedule, driving_chain
from strategy_planner.analysis.wording import days_in_words, listed, named, titled
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node

_REACH = 366
"""From how many days before its request deadline on a gate is told of."""
_ONE_DAY = dt.timedelta(days=1)


def target_findings(plan: Plan, schedule: Schedule) -> Iterator[Finding]:
    """What the passes say against what the whole plan was promised for."""
    for id_ in schedule.targets:
        yield from _target(plan, schedule, id_)


def date_findings(plan: Plan, schedule: Schedule, id_: str) -> Iterator[Finding]:
    """What the passes say against what one item was promised for."""
    item, node = schedule.items[id_], plan.nodes[id_]
    if item.state == "late" and id_ not in schedule.targets:
        yield _late(plan, schedule, node, item)
    if item.aim_missed_days is not None:
        yield _aim_missed(plan, schedule, node, item.aim_missed_days)
    if node.gate is not None:
        yield from _gate(plan, schedule, node, item)


def _target(plan: Plan, schedule: Schedule, id_: str) -> Iterator[Finding]:
    dates, item = schedule.targets[id_], schedule.items[id_]
    if item.state == "blocked":
        names = listed(_blockers(plan, dates.blocked_by))
        yield Finding(
            "target_blocked",
            "error",
            (id_, *dates.blocked_by),
            message(
                "{item} cannot be reached: {blockers} must be resolved first.",
                item=named(plan, id_), blockers=names,
            )
            if dates.blocked_by
            else message(
                "{item} cannot be reached: something that it needs has no opening left.",
                item=named(plan, id_),
            ),
        )  # fmt: skip
    elif dates.slack_days is not None and dates.slack_days < 0:
        chain = driving_chain(schedule, id_)
        yield Finding(
            "target_late",
            "error",
            (id_, *reversed(chain[:-1])),
            _too_late(plan, schedule, id_, dates.target, -dates.slack_days, chain),
            -dates.slack_days,
        )
    elif item.state == "late":
        yield _late(plan, schedule, plan.nodes[id_], item)


def _too_late(
    plan: Plan, schedule: Schedule, id_: str, target: dt.date, days: int, chain: tuple[str, ...]
) -> Message:
    values = {
        "item": named(plan, id_),
        "target": target,
        "day": early_last_day(plan, schedule, id_),
        "days": days_in_words(days),
    }
    if len(chain) > 1:
        return message(
            "{item} comes on {day} at the earliest, {days} after {target}; "
            "the chain from {first} decides.",
            **values, first=named(plan, chain[0]),
        )  # fmt: skip
    return message("{item} comes on {day} at the earliest, {days} after {target}.", **values)


def _blockers(plan: Plan, ids: tuple[str, ...]) -> Iterator[Message]:
    for id_ in ids:
        yield named(plan, id_) if id_ in plan.nodes else titled(plan, id_, "title")


def _late(plan: Plan, schedule: Schedule, node: Node, item: ItemDates) -> Finding:
    days = -(item.total_slack_days or 0)
    values = {
        "item": named(plan, node.id),
        "day": early_last_day(plan, schedule, node.id),
        "last": late_last_day(plan, schedule, node.id),
        "days": days_in_words(days),
    }
    place = schedule.network.index[node.id]
    misses_own = (
        schedule.late.limiter[place] is None
        and not item.conditional
        and schedule.early.finish[place] > schedule.network.limits[place].last
    )
    window = window_of(node, plan.settings)
    ids = (node.id, *reversed(driving_chain(schedule, node.id)[:-1]))
    if misses_own and window is not None and node.not_after is None and binds(window):
        return Finding(
            "window_missed", "error", ids,
            message("{item} misses “{date}”: it comes on {day} at the earliest, {days} too late.",
                    **values, date=node.date),
            days,
        )  # fmt: skip
    if misses_own:
        return Finding(
            "limit_missed", "error", ids,
            message("{item} must be finished by {last} and comes on {day} at the earliest, "
                    "{days} too late.", **values),
            days,
        )  # fmt: skip
    if item.conditional:
        return Finding(
            "option_late", "note", ids,
            message("{item} would have to be finished by {last} for its option, and comes on "
                    "{day} at the earliest; another option is needed.", **values),
            days,
        )  # fmt: skip
    return Finding(
        "item_late", "warning", ids,
        message("{item} has to be finished by {last} and comes on {day} at the earliest: "
                "{days} too late for what needs it.", **values),
        days,
    )  # fmt: skip


def _aim_missed(plan: Plan, schedule: Schedule, node: Node, days: int) -> Finding:
    return Finding(
        "aim_missed", "warning", (node.id,),
        message("{item} misses its aim “{date}” by {days}: it comes on {day} at the earliest.",
                item=named(plan, node.id), date=node.date, days=days_in_words(days),
                day=early_last_day(plan, schedule, node.id)),
        days,
    )  # fmt: skip


def _gate(plan: Plan, schedule: Schedule, node: Node, item: ItemDates) -> Iterator[Finding]:
    """The last day to apply for the latest start, or for the earliest where there is none."""
    assert node.gate is not None  # noqa: S101 - the caller asks for gated items
    place = schedule.network.index[node.id]
    gated = schedule.network.gates.get(place)
    if gated is None:
        return
    gate = titled(plan, node.gate, "name")
    if item.state == "blocked":
        limits = schedule.network.limits[place]
        first = max(schedule.network.status_date, limits.first)
        if gated.first_from(first, schedule.network.status_date) is None:
            yield Finding(
                "gate_closed", "error", (node.id, node.gate),
                message("{item} cannot start: “{gate}” has no opening left.",
                        item=named(plan, node.id), gate=gate),
            )  # fmt: skip
        return
    missed = missed_gate(plan, schedule, node.id, within_days=SOON)
    if missed is not None:
        yield _missed(plan, missed)
        return
    start = item.late_start or item.early_start
    windows = openings(plan.gates[node.gate], plan.settings.holidays)
    if start is None:
        return
    opening = windows.last_until(start.toordinal())
    if opening is None:
        return
    request = dt.date.fromordinal(windows.apply_by(opening))
    left = (request - schedule.status_date).days
    if 0 <= left <= _REACH:
        yield Finding(
            "gate_request", "warning" if left <= SOON else "note", (node.id, node.gate),
            message("{item}: to start on {start}, “{gate}” has to be applied for by {day} "
                    "({days} left).", item=named(plan, node.id), gate=gate,
                    start=dt.date.fromordinal(opening), day=request, days=days_in_words(left)),
            left,
        )  # fmt: skip


def _missed(plan: Plan, missed: MissedGate) -> Finding:
    """What missing the day to apply costs, told while it can still be met."""
    return Finding(
        "gate_request",
        "warning" if missed.hurts else "note",
        (missed.item, missed.gate, *(one.target for one in missed.moved)),
        gate_in_words(plan, missed),
        missed.days_left,
    )
