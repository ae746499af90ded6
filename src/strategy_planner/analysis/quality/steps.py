"""Rules on the way between today and the vision: lengths, steps, leaps, and how exact it is.

The expert's check B20 of DOMAIN 1.4, and its signs of mere forward planning.
"""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.analysis.limits import window_of
from strategy_planner.analysis.quality.rule import MEANS, Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import named, titled
from strategy_planner.calendars.working_days import WorkCalendar
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan

_YEAR = dt.timedelta(days=365)
_LEAP = 5 * _YEAR
_SOON = dt.timedelta(days=92)
_EXACT = {"day", "dekad", "month", "month_end"}


def _durations(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.kind == "action" and not node.is_done:
            yield (id_,), None if node.duration else message(
                "{item} has no duration and counts as if it took no time.", item=named(plan, id_)
            )  # fmt: skip


def _leaps(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Years between what an item with a promised date needs and the item itself."""
    for id_, dates in schedule.targets.items():
        needs = [
            schedule.items[link.prerequisite].early_finish
            for link in plan.links_into(id_)
            if link.relation == "requires" and link.prerequisite in schedule.items
        ]
        known = [day for day in needs if day is not None]
        if plan.nodes[id_].is_done or not known:
            continue
        gap = dates.target - max(known)
        yield (id_,), message(
            "The last step before {item} is over {years} years before its date.",
            item=named(plan, id_), years=gap.days // 365,
        ) if gap > _LEAP else None  # fmt: skip


def _long_actions(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    parents = {node.parent for node in plan.nodes.values()}
    for id_, dates in schedule.items.items():
        node = plan.nodes[id_]
        if node.kind != "action" or node.is_done or not node.duration:
            continue
        if dates.early_start is None or dates.early_finish is None:
            continue
        length = dates.early_finish - dates.early_start
        yield (id_,), message(
            "{item} takes {years} years without a step in which one could see how it goes.",
            item=named(plan, id_), years=length.days // 365,
        ) if length > _LEAP and id_ not in parents else None  # fmt: skip


def _first_steps(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    if not schedule.targets:
        return
    until = schedule.status_date + _YEAR
    begins = any(
        plan.nodes[id_].kind in MEANS
        and not plan.nodes[id_].is_done
        and dates.early_start is not None
        and dates.early_start <= until
        for id_, dates in schedule.items.items()
    )
    yield (), None if begins else message("Nothing is to begin within a year.")


def _far_dates(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        node = plan.nodes[id_]
        window = None if node.kind == "vision" else window_of(node, plan.settings)
        if window is None or window.latest is None or node.is_done:
            continue
        if window.latest - schedule.status_date > _LEAP:
            yield (id_,), message(
                "{item}: “{date}” is years away, and written as exactly as next month.",
                item=named(plan, id_), date=node.date,
            ) if window.precision in _EXACT else None  # fmt: skip


def _vague_dates(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """A vague date is no fault; one that nobody has looked at for a year, or that is due, is."""
    today, settings = schedule.status_date, plan.settings
    for id_ in schedule.items:
        node = plan.nodes[id_]
        window = window_of(node, settings)
        if window is None or window.firmness != "vague" or node.is_done or node.has_begun:
            continue
        read_on = node.date_read_on or settings.reference_date or today
        is_due = window.latest is not None and window.latest < today + _SOON
        is_due = is_due and read_on + _SOON < today
        yield (id_,), message(
            "{item}: “{date}” was written on {day} and has not been looked at since.",
            item=named(plan, id_), date=node.date, day=read_on,
        ) if is_due or read_on + _YEAR < today else None  # fmt: skip


def _closed_days(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    work = WorkCalendar(plan.settings.holidays)
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.kind not in {"milestone", "decision"} or node.is_done:
            continue
        for day in dict.fromkeys(d for d in (node.target, node.not_after) if d is not None):
            said: Message | None = None
            if not work.is_working(day):
                said = message("{item} falls on {day}, on which nobody works.",
                               item=named(plan, id_), day=day)  # fmt: skip
            yield (id_,), said


def _tracks(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    busy = {plan.nodes[id_].track for id_ in schedule.items if not plan.nodes[id_].is_done}
    for id_ in plan.tracks:
        yield (id_,), None if id_ in busy else message(
            "Nothing is left to do in “{title}”.", title=titled(plan, id_, "name")
        )  # fmt: skip


STEPS = (
    Rule(
        "duration_missing", "steps", "warning", 0.2, message("Actions without a duration"),
        message("Without durations latest dates come out too late."),
        message("Write the duration"), _durations,
    ),
    Rule(
        "leap_of_years", "steps", "note", 0.1, message("Years without a step"),
        message("Years without a step are years in which nobody can see whether it still works."),
        message("Add a milestone between"), _leaps,
    ),
    Rule(
        "long_action", "steps", "note", 0.1, message("Actions of many years"),
        message("Years without a step are years in which nobody can see whether it still works."),
        message("Add a milestone on the way"), _long_actions,
    ),
    Rule(
        "no_first_step", "steps", "warning", 0.0, message("No first step"),
        message("A vision that asks nothing of the next year stays a wish."),
        message("Ask what has to begin first"), _first_steps,
    ),
    Rule(
        "far_date_exact", "steps", "note", 0.0, message("Far dates written too exactly"),
        message("The far future cannot be known as exactly as next month."),
        message("Write the date more coarsely"), _far_dates,
    ),
    Rule(
        "vague_date_not_reviewed", "steps", "note", 0.0, message("Vague dates not looked at again"),
        message("Vague dates are kept as written, and looked at when they come near."),
        message("Write the date"), _vague_dates,
    ),
    Rule(
        "date_on_closed_day", "steps", "note", 0.0, message("Dates on closed days"),
        message("Meetings and decisions do not happen on holidays."),
        message("Change the day"), _closed_days,
    ),
    Rule(
        "silent_track", "steps", "note", 0.0, message("Silent tracks"),
        message("A track in which nothing is to be done may have been forgotten."),
        message("Add an item, or remove the track"), _tracks,
    ),
)  # fmt: skip
