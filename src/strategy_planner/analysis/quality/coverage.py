"""Rules on what is missing: owners, durations, KPIs, reviews, kinds of change, alternatives."""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.analysis.pathways.necessity import necessary
from strategy_planner.analysis.quality.rule import Case, Rule
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import named, titled
from strategy_planner.calendars.working_days import WorkCalendar
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan

_MEANS = {"action", "decision", "enabler", "milestone"}
_SOON = dt.timedelta(days=730)
_LEAP = dt.timedelta(days=5 * 365)
_MANY = 5
"""So many items that need one directly make it a point on which much rests."""
_ENOUGH_FOR_A_CHOICE = 10
_CHANGES = {
    "technology": message("No action or enabler changes technology."),
    "behaviour": message("No action or enabler changes behaviour."),
    "institution": message("No action or enabler changes institutions."),
}


def _owners(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    until = schedule.status_date + _SOON
    for id_, dates in schedule.items.items():
        node = plan.nodes[id_]
        if node.kind not in _MEANS or node.is_done or dates.state == "dormant":
            continue
        if dates.early_start is not None and dates.early_start <= until:
            yield (id_,), None if node.owner else message(
                "{item} is to begin within two years and has no owner.", item=named(plan, id_)
            )  # fmt: skip


def _durations(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_ in schedule.items:
        node = plan.nodes[id_]
        if node.kind == "action" and not node.is_done:
            yield (id_,), None if node.duration else message(
                "{item} has no duration and counts as if it took no time.", item=named(plan, id_)
            )  # fmt: skip


def _kpi_targets(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for id_, kpi in plan.kpis.items():
        yield (id_,), None if kpi.target is not None else message(
            "The target of “{title}” is still to be set.", title=titled(plan, id_, "name")
        )  # fmt: skip


def _kpi_baselines(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for id_, kpi in plan.kpis.items():
        if kpi.target is not None:
            has_day = kpi.baseline is not None and kpi.baseline[0] is not None
            yield (id_,), None if has_day else message(
                "“{title}” has a target but no baseline with a day, so its gap is unknown.",
                title=titled(plan, id_, "name"),
            )  # fmt: skip


def _vision_kpis(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    measured = {kpi.node for kpi in plan.kpis.values()}
    for id_ in schedule.items:
        if plan.nodes[id_].kind == "vision" and not plan.nodes[id_].is_done:
            yield (id_,), None if id_ in measured else message(
                "Nothing measures whether {item} comes true.", item=named(plan, id_)
            )  # fmt: skip


def _reviews(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    if plan.nodes:
        ahead = any(one.date and one.date >= schedule.status_date for one in plan.reviews.values())
        yield (), None if ahead else message("No review of the plan is planned.")


def _tracks(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    busy = {plan.nodes[id_].track for id_ in schedule.items if not plan.nodes[id_].is_done}
    for id_ in plan.tracks:
        yield (id_,), None if id_ in busy else message(
            "Nothing is left to do in “{title}”.", title=titled(plan, id_, "name")
        )  # fmt: skip


def _changes(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    means = [plan.nodes[id_] for id_ in schedule.items if plan.nodes[id_].kind in _MEANS]
    if not means:
        return
    found = {node.change_type for node in means}
    for kind, words in _CHANGES.items():
        yield (), None if kind in found else words


def _alternatives(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    if schedule.targets and len(plan.links) >= _ENOUGH_FOR_A_CHOICE:
        yield (), None if plan.choices else message("The plan holds no alternatives.")


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


def _single_points(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    with watched(schedule.network.nodes):
        without = necessary(schedule.network)
    for place, node in enumerate(schedule.network.nodes):
        if place not in without or node.kind not in _MEANS:
            continue
        count = sum(link.relation == "requires" for link in plan.links_out_of(node.id))
        yield (node.id,), message(
            "Much rests on {item}: {count} items need it directly, and nothing can replace it.",
            item=named(plan, node.id), count=count,
        ) if count >= _MANY else None  # fmt: skip


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


def _status_date(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    for id_, dates in schedule.targets.items():
        if plan.nodes[id_].kind == "vision" and not plan.nodes[id_].is_done:
            yield (id_,), message(
                "The status date {day} lies after the date of {item}.",
                day=schedule.status_date, item=named(plan, id_),
            ) if schedule.status_date > dates.target else None  # fmt: skip


COVERAGE = (
    Rule(
        "owner_missing", "warning", 0.1,
        message("What begins soon and belongs to nobody does not begin."),
        message("Name the owner"), _owners,
    ),
    Rule(
        "duration_missing", "warning", 0.2,
        message("Without durations latest dates come out too late."),
        message("Write the duration"), _durations,
    ),
    Rule(
        "kpi_to_be_set", "note", 0.5,
        message("A KPI to be set is a normal state, but not for ever."),
        message("Set the target"), _kpi_targets,
    ),
    Rule(
        "kpi_without_baseline", "warning", 0.0,
        message("Without a baseline nobody can say how far the target is."),
        message("Write the baseline"), _kpi_baselines,
    ),
    Rule(
        "vision_without_kpi", "note", 0.0,
        message("A vision that nothing measures cannot be followed up."),
        message("Add a KPI"), _vision_kpis,
    ),
    Rule(
        "no_review", "warning", 0.0,
        message("Without a next review a plan is not followed up."),
        message("Plan the next review"), _reviews,
    ),
    Rule(
        "silent_track", "note", 0.0,
        message("A track in which nothing is to be done may have been forgotten."),
        message("Add an item, or remove the track"), _tracks,
    ),
    Rule(
        "change_not_covered", "note", 0.0,
        message("Technology, behaviour and institutions have to change together."),
        message("Say of each action what it changes, or add what is missing"), _changes,
    ),
    Rule(
        "no_alternatives", "note", 0.0,
        message("Without alternatives there is nothing to decide, and nothing to fall back on."),
        message("Make a choice of links"), _alternatives,
    ),
    Rule(
        "leap_of_years", "note", 0.1,
        message("Years without a step are years in which nobody can see whether it still works."),
        message("Add a milestone between"), _leaps,
    ),
    Rule(
        "single_point_of_failure", "warning", 0.05,
        message("If one item fails on which much rests, much fails."),
        message("Add an alternative"), _single_points,
    ),
    Rule(
        "date_on_closed_day", "note", 0.0,
        message("Meetings and decisions do not happen on holidays."),
        message("Change the day"), _closed_days,
    ),
    Rule(
        "status_after_vision", "warning", 0.0,
        message("Of a vision whose date has passed no latest dates can be kept."),
        message("Write the date"), _status_date,
    ),
)  # fmt: skip
