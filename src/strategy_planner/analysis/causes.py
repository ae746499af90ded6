"""The outermost causes of dates, in words: status date, limit, date as written, gate, target."""

import datetime as dt

from strategy_planner.analysis.blocking import blockers
from strategy_planner.analysis.last_days import early_last_day, late_last_day
from strategy_planner.analysis.limits import ANY_TIME, NEVER, binds, window_of
from strategy_planner.analysis.network import BEGUN, DONE, Reaching
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.spans import later
from strategy_planner.analysis.wording import listed, named, reached_value, titled
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node


def early_cause(plan: Plan, schedule: Schedule, node_id: str) -> Message:
    """Why an item that no link drives is not earlier."""
    network = schedule.network
    place = network.index[node_id]
    node = network.nodes[place]
    said: dict[str, object] = {
        "item": named(plan, node_id),
        "day": early_last_day(plan, schedule, node_id),
    }
    reaching = network.reaching_of(node_id)
    if reaching is not None and _is_set_by(schedule, place, reaching):
        return _by_kpi(plan, reaching, said)
    if network.phase[place] == DONE:
        if node.actual_finish is not None:
            return message("{item}: done on {day}.", **said)
        return message("{item}: done; its finish is not recorded and counts as {day}.", **said)
    status = schedule.status_date
    if network.phase[place] == BEGUN:
        return _begun(schedule, place, said)
    start = dt.date.fromordinal(schedule.early.start[place])
    first = network.limits[place].first
    gate = network.gates.get(place)
    if gate is not None and start > status and start.toordinal() > first and node.gate:
        request = dt.date.fromordinal(gate.apply_by(start.toordinal()))
        return message(
            "{item}: {day} at the earliest; “{gate}” opens on {start}, to be applied for by "
            "{request}.", **said, gate=titled(plan, node.gate, "name"), start=start,
            request=request,
        )  # fmt: skip
    if first != ANY_TIME and first >= status.toordinal() and first == start.toordinal():
        if node.not_before == start:
            return message("{item}: {day} at the earliest; it may not start before {start}.",
                           **said, start=start)  # fmt: skip
        return message("{item}: {day} at the earliest, by its date as written, “{date}”.",
                       **said, date=node.date)  # fmt: skip
    return message("{item}: {day} at the earliest; it can start on the status date, {start}.",
                   **said, start=status)  # fmt: skip


def _is_set_by(schedule: Schedule, place: int, reaching: Reaching) -> bool:
    """Whether a KPI sets the early finish of an item that no link drives."""
    node = schedule.network.nodes[place]
    if node.is_done or reaching.day is None:
        return False
    return schedule.early.finish[place] == reaching.day.toordinal() + 1


def _by_kpi(plan: Plan, reaching: Reaching, said: dict[str, object]) -> Message:
    values = {
        **said,
        "kpi": titled(plan, reaching.kpi, "name"),
        "value": reached_value(plan, reaching.kpi),
        "reached": reaching.day,
    }
    if reaching.is_met:
        return message("{item}: true since {day}; its KPI “{kpi}” was measured on {reached} and "
                       "had come to {value}.", **values)  # fmt: skip
    if reaching.is_helped:
        return message("{item}: {day} at the earliest; its KPI “{kpi}” reaches {value} on "
                       "{reached} at the present trend and with what actions add.",
                       **values)  # fmt: skip
    return message("{item}: {day} at the earliest; its KPI “{kpi}” reaches {value} on {reached} "
                   "at the present trend.", **values)  # fmt: skip


def _begun(schedule: Schedule, place: int, said: dict[str, object]) -> Message:
    network = schedule.network
    start = network.nodes[place].actual_start
    due = later(network.actual_start[place], network.length[place])
    if due < network.status_date:
        return message(
            "{item}: {day} at the earliest; it began on {start} and is not finished on the "
            "status date.", **said, start=start,
        )  # fmt: skip
    return message("{item}: {day} at the earliest; it began on {start}.", **said, start=start)


def late_cause(plan: Plan, schedule: Schedule, node_id: str) -> Message:
    """Why an item that no dependent limits is not later."""
    network = schedule.network
    place = network.index[node_id]
    node, limits = network.nodes[place], network.limits[place]
    said = {"item": named(plan, node_id), "day": late_last_day(plan, schedule, node_id)}
    if schedule.late.finish[place] < limits.last and node.gate:
        return message("{item}: {day} at the latest, by the last opening of “{gate}” in time.",
                       **said, gate=titled(plan, node.gate, "name"))  # fmt: skip
    if limits.last == limits.target:
        target = dt.date.fromordinal(limits.target - 1)
        if node.target == target:
            return message("{item}: {day} at the latest; its target is {target}.",
                           **said, target=target)  # fmt: skip
        return message("{item}: {day} at the latest; its target is “{date}”.",
                       **said, date=node.date)  # fmt: skip
    if _is_written(plan, node, limits.last):
        return message("{item}: {day} at the latest, by its date as written, “{date}”.",
                       **said, date=node.date)  # fmt: skip
    return message("{item}: {day} at the latest; it may not end after {limit}.",
                   **said, limit=node.not_after)  # fmt: skip


def no_early_date(plan: Plan, schedule: Schedule, node_id: str) -> Message:
    """Why a blocked item has no early date (SEMANTICS 3.6 to 3.8)."""
    place = schedule.network.index[node_id]
    found = blockers(schedule.network, schedule.early, place)
    if not found:
        return message("{item} cannot come: something that it needs has no opening left.",
                       item=named(plan, node_id))  # fmt: skip
    names = listed(
        named(plan, id_) if id_ in plan.nodes else titled(plan, id_, "title")
        for id_ in (*plan.register, *plan.nodes)
        if id_ in found
    )
    return message("{item} cannot come as long as {blockers} is in the way.",
                   item=named(plan, node_id), blockers=names)  # fmt: skip


def no_late_date(plan: Plan, schedule: Schedule, node_id: str) -> Message:
    """Why an item has no late date (SEMANTICS 4.3, 4.5)."""
    item = named(plan, node_id)
    state = schedule.items[node_id].state
    if state == "done":
        return message("{item} is done; nothing limits it any more.", item=item)
    if state == "dormant":
        return message("{item} serves only options that the pathway did not choose.", item=item)
    place = schedule.network.index[node_id]
    if plan.nodes[node_id].gate and _is_limited(schedule, place):
        return message("{item} has no latest date: no opening of its gate is early enough.",
                       item=item)  # fmt: skip
    return message("{item} has no latest date: it leads to no dated end.", item=item)


def _is_limited(schedule: Schedule, place: int) -> bool:
    """Whether there is a limit at all, which then is the gate's to fail."""
    own = schedule.network.limits[place].last
    return own < NEVER or schedule.late.limiter[place] is not None


def _is_written(plan: Plan, node: Node, last: int) -> bool:
    window = window_of(node, plan.settings)
    return (
        window is not None
        and binds(window)
        and (node.not_after is None or node.not_after.toordinal() + 1 != last)
    )
