"""Findings on what is written of single items: progress, windows, dates that say little."""

from collections.abc import Iterator

from strategy_planner.analysis.finding import Finding
from strategy_planner.analysis.kpis.forecast import known_on, measurements_of
from strategy_planner.analysis.limits import binds, is_history, window_of
from strategy_planner.analysis.network import BEGUN, DONE, SS, WAITING
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import days_in_words, named, reached_value, titled
from strategy_planner.language import message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node


def progress_findings(plan: Plan, schedule: Schedule, id_: str) -> Iterator[Finding]:
    """What stands in an item's own fields and does not fit, or is missing."""
    place = schedule.network.index[id_]
    phase, node = schedule.network.phase[place], plan.nodes[id_]
    if phase == BEGUN:
        yield from _unfinished_prerequisites(plan, schedule, place)
    elif phase == WAITING and node.status == "started":
        yield Finding(
            "started_without_day", "note", (id_,),
            message("{item} is marked as started without the day on which it began, so it is "
                    "calculated as not begun.", item=named(plan, id_)),
        )  # fmt: skip
    elif phase == DONE and node.is_done and node.actual_finish is None:
        yield Finding(
            "finish_not_recorded", "note", (id_,),
            message("{item} is done, but the day of its finish is not recorded.",
                    item=named(plan, id_)),
        )  # fmt: skip
    if phase != DONE and (node.date is not None or node.target is not None):
        yield from _written(plan, schedule, node)


def kpi_findings(plan: Plan, schedule: Schedule) -> Iterator[Finding]:
    """KPIs that set no date though dates follow the KPIs."""
    measured = measurements_of(plan)
    for reaching in schedule.network.reachings:
        if reaching.day is not None:
            continue
        kpi = plan.kpis[reaching.kpi]
        said = {
            "item": named(plan, reaching.node),
            "kpi": titled(plan, kpi.id, "name"),
            "value": reached_value(plan, kpi.id),
        }
        yield Finding(
            "kpi_never_reached", "warning", (reaching.node, kpi.id),
            message("{item}: its KPI “{kpi}” never reaches {value} as things go, so its date does "
                    "not follow the KPI. Plan what adds to it, or write a newer measurement.",
                    **said)
            if known_on(measured[kpi.id], schedule.status_date) else
            message("{item}: nothing was measured for its KPI “{kpi}” yet, so nobody knows when "
                    "it reaches {value} and its date does not follow the KPI. Write what was "
                    "measured.", **said),
        )  # fmt: skip


def _unfinished_prerequisites(plan: Plan, schedule: Schedule, place: int) -> Iterator[Finding]:
    network = schedule.network
    node = network.nodes[place]
    for other, _, kind, _, link, _ in network.into[place]:
        phase = network.phase[other]
        if kind > SS or phase == DONE or (kind == SS and phase == BEGUN):
            continue
        names = {"item": named(plan, node.id), "other": named(plan, network.nodes[other].id)}
        yield Finding(
            "begun_too_soon", "warning", (node.id, network.nodes[other].id, link),
            message("{item} has begun, but {other}, which it requires, has not.", **names)
            if kind == SS else
            message("{item} has begun, but {other}, which it requires, is not finished.", **names),
        )  # fmt: skip


def _written(plan: Plan, schedule: Schedule, node: Node) -> Iterator[Finding]:
    window = window_of(node, plan.settings)
    last_days = [day for day in (node.target, window.latest if window else None) if day]
    if node.not_before is not None and last_days and node.not_before > min(last_days):
        days = (node.not_before - min(last_days)).days
        yield Finding(
            "not_before_too_late", "warning", (node.id,),
            message("{item} may not start before {day}, {days} after the date that it is "
                    "promised for, {target}.", item=named(plan, node.id), day=node.not_before,
                    days=days_in_words(days), target=min(last_days)),
            days,
        )  # fmt: skip
    if window is None or node.kind == "vision":
        return
    if binds(window) and is_history(node, window, schedule.status_date):
        assert window.latest is not None  # noqa: S101 - is_history() saw it
        yield Finding(
            "window_passed", "warning", (node.id,),
            message("{item} is still under way, and “{date}” is over; it no longer binds. "
                    "Write a new date.", item=named(plan, node.id), date=node.date),
            (schedule.status_date - window.latest).days,
        )  # fmt: skip
    if window.firmness == "vague":
        yield Finding(
            "vague_date", "note", (node.id,),
            message("{item}: “{date}” is too vague to calculate with.",
                    item=named(plan, node.id), date=node.date),
        )  # fmt: skip
