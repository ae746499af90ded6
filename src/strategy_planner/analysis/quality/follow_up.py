"""Rules on whether a plan can be followed up: KPIs, measurements, reviews.

The expert's check B19 of DOMAIN 1.4.
"""

import datetime as dt
from collections.abc import Iterator

from strategy_planner.analysis.kpis.forecast import known_on, measurements_of
from strategy_planner.analysis.quality.rule import ENDS, Case, Rule
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import named, titled
from strategy_planner.language import message
from strategy_planner.model.plan import Plan

_OLD = dt.timedelta(days=730)


def _targets(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for id_, kpi in plan.kpis.items():
        yield (id_,), None if kpi.target is not None else message(
            "The target of “{title}” is still to be set.", title=titled(plan, id_, "name")
        )  # fmt: skip


def _baselines(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for id_, kpi in plan.kpis.items():
        if kpi.target is not None:
            has_day = kpi.baseline is not None and kpi.baseline[0] is not None
            yield (id_,), None if has_day else message(
                "“{title}” has a target but no baseline with a day, so its gap is unknown.",
                title=titled(plan, id_, "name"),
            )  # fmt: skip


def _ties(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for id_, kpi in plan.kpis.items():
        node = plan.nodes.get(kpi.node or "")
        measures_an_end = node is not None and node.kind in ENDS
        yield (id_,), None if measures_an_end or kpi.execution else message(
            "“{title}” measures no vision, image, area or state.", title=titled(plan, id_, "name")
        )  # fmt: skip


def _measured(plan: Plan, schedule: Schedule) -> Iterator[Case]:
    """Of what has a known value; without one the baseline is what is missing."""
    measurements = measurements_of(plan)
    for id_, kpi in plan.kpis.items():
        days = [one.date for one in known_on(measurements[id_], schedule.status_date) if one.date]
        if kpi.baseline is not None and kpi.baseline[0] is not None:
            days.append(kpi.baseline[0])
        if kpi.target is not None and days:
            last = max(days)
            yield (id_,), message(
                "The last known value of “{title}” is from {day}.",
                title=titled(plan, id_, "name"), day=last,
            ) if last + _OLD < schedule.status_date else None  # fmt: skip


def _sources(plan: Plan, _schedule: Schedule) -> Iterator[Case]:
    for id_, one in plan.measurements.items():
        if one.kpi is not None:
            yield (id_, one.kpi), None if one.source else message(
                "A value of “{title}” has no source.", title=titled(plan, one.kpi, "name")
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


FOLLOW_UP = (
    Rule(
        "kpi_to_be_set", "follow_up", "note", 0.5, message("KPIs to be set"),
        message("A KPI to be set is a normal state, but not for ever."),
        message("Set the target"), _targets,
    ),
    Rule(
        "kpi_without_baseline", "follow_up", "warning", 0.0, message("KPIs without a baseline"),
        message("Without a baseline nobody can say how far the target is."),
        message("Write the baseline"), _baselines,
    ),
    Rule(
        "kpi_measures_no_end", "follow_up", "note", 0.0, message("KPIs that measure no end"),
        message("KPIs that hang on nothing make a flat list that says nothing of the vision."),
        message("Say what it measures"), _ties,
    ),
    Rule(
        "kpi_not_measured", "follow_up", "note", 0.2, message("KPIs with old values only"),
        message("A gap from old values is the gap of years ago."),
        message("Add a measurement"), _measured,
    ),
    Rule(
        "measurement_without_source", "follow_up", "note", 0.1,
        message("Measurements without a source"),
        message("A value without a source cannot be checked."),
        message("Name the source"), _sources,
    ),
    Rule(
        "vision_without_kpi", "follow_up", "note", 0.0, message("Visions that nothing measures"),
        message("A vision that nothing measures cannot be followed up."),
        message("Add a KPI"), _vision_kpis,
    ),
    Rule(
        "no_review", "follow_up", "warning", 0.0, message("No review ahead"),
        message("Without a next review a plan is not followed up."),
        message("Plan the next review"), _reviews,
    ),
)  # fmt: skip
