"""Findings on what is tied to what: visions without date or chain, states without means."""

from collections.abc import Iterator

from strategy_planner.analysis.finding import Finding
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import listed, named, titled
from strategy_planner.language import message
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node, RegisterItem

_ENDS = {"state", "area", "image"}
_MEANS = {"action", "decision", "enabler", "milestone"}


def structure_findings(plan: Plan, schedule: Schedule, id_: str) -> Iterator[Finding]:
    """Where an item does not hold together with the others, whatever its dates."""
    node = plan.nodes[id_]
    if node.kind == "vision":
        yield from _vision(plan, schedule, node)
    elif node.kind in _ENDS:
        yield from _without_means(plan, schedule, node)
    elif node.kind in _MEANS and schedule.targets:
        yield from _serves_nothing(plan, schedule, node)


def plan_findings(plan: Plan, schedule: Schedule) -> Iterator[Finding]:
    """Where the plan does not hold together in more than one place."""
    yield from _dropped_requirements(plan, schedule)
    for item in plan.register.values():
        if item.blocks:
            yield from _obstacle(plan, schedule, item)
    yield from _duplicate_numbers(plan)


def _vision(plan: Plan, schedule: Schedule, node: Node) -> Iterator[Finding]:
    if node.is_done:
        return
    if node.id not in schedule.targets:
        yield Finding(
            "vision_without_date", "warning", (node.id,),
            message("{item} has no date, so no latest dates can be computed.",
                    item=named(plan, node.id)),
        )  # fmt: skip
    if not _is_tied(schedule, node.id):
        yield Finding(
            "vision_without_chain", "warning", (node.id,),
            message("No chain reaches {item} yet; say what it requires.",
                    item=named(plan, node.id)),
        )  # fmt: skip


def _without_means(plan: Plan, schedule: Schedule, node: Node) -> Iterator[Finding]:
    if not node.is_done and not _is_tied(schedule, node.id):
        yield Finding(
            "without_means", "warning", (node.id,),
            message("{item} has no means yet: nothing is required for it.",
                    item=named(plan, node.id)),
        )  # fmt: skip


def _is_tied(schedule: Schedule, node_id: str) -> bool:
    """Whether the item requires anything that still stands."""
    network = schedule.network
    place = network.index[node_id]
    return bool(network.into[place]) or any(
        option.ties for one in network.selections.get(place, ()) for option in one.options
    )


def _serves_nothing(plan: Plan, schedule: Schedule, node: Node) -> Iterator[Finding]:
    if schedule.items[node.id].state == "unanchored":
        yield Finding(
            "serves_nothing", "note", (node.id,),
            message("{item} leads to no dated end, so it has no latest date; "
                    "connect it to what needs it.", item=named(plan, node.id)),
        )  # fmt: skip


def _dropped_requirements(plan: Plan, schedule: Schedule) -> Iterator[Finding]:
    dropped = {node.id for node in plan.nodes.values() if node.is_dropped}
    if not dropped:
        return
    for link in plan.links.values():
        if link.relation != "requires" or link.prerequisite not in dropped:
            continue
        if link.dependent not in schedule.items or link.choice is not None:
            continue
        if plan.nodes[link.dependent].is_done:
            continue
        yield Finding(
            "dropped_requirement", "warning", (link.dependent, link.prerequisite, link.id),
            message("{item} requires {other}, which was dropped; remove the link or replace it.",
                    item=named(plan, link.dependent), other=named(plan, link.prerequisite)),
        )  # fmt: skip


def _obstacle(plan: Plan, schedule: Schedule, item: RegisterItem) -> Iterator[Finding]:
    waiting: list[str] = []
    begun: list[str] = []
    for touched in item.touches:
        link = plan.links.get(touched)
        if link is not None and link.relation != "requires":
            continue
        id_ = touched if link is None else link.dependent
        if id_ not in schedule.items or plan.nodes[id_].is_done:
            continue
        (begun if plan.nodes[id_].has_begun else waiting).append(id_)
    title = titled(plan, item.id, "title")
    alive = [id_ for id_ in item.resolved_by if id_ in schedule.items]
    if waiting and not alive:
        yield Finding(
            "obstacle_without_resolver", "error", (item.id, *waiting),
            message("Nothing resolves “{obstacle}”, so {items} cannot come; "
                    "name what resolves it.", obstacle=title,
                    items=listed(named(plan, id_) for id_ in waiting)),
        )  # fmt: skip
    for id_ in begun:
        yield Finding(
            "obstacle_on_begun", "warning", (id_, item.id),
            message("{item} has begun although “{obstacle}” still stands.",
                    item=named(plan, id_), obstacle=title),
        )  # fmt: skip


def _duplicate_numbers(plan: Plan) -> Iterator[Finding]:
    by_number: dict[str, list[str]] = {}
    for node in plan.nodes.values():
        if node.number is not None:
            by_number.setdefault(node.number, []).append(node.id)
    for number, ids in by_number.items():
        if len(ids) > 1:
            yield Finding(
                "duplicate_number", "warning", tuple(ids),
                message("The number {number} is given to {count} items; give each its own.",
                        number=number, count=len(ids)),
            )  # fmt: skip
