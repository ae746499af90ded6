"""Which links carry lateness, and how much each link wants to be straight."""

from itertools import pairwise

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.layout.map.structure import Edge, Structure
from strategy_planner.model.plan import Plan


def late_links(plan: Plan, schedule: Schedule) -> frozenset[str]:
    """The driving links between items that are too late."""
    late = {id_ for id_, item in schedule.items.items() if item.state == "late"}
    chain = set(pairwise(schedule.critical_chain))
    found: set[str] = set()
    for link in plan.links.values():
        ends = (link.prerequisite, link.dependent)
        if ends[0] not in late or ends[1] not in late:
            continue
        driven = schedule.items[ends[1]].driven_by == link.id
        if driven or schedule.items[ends[0]].drives == link.id or ends in chain:
            found.add(link.id)
    return frozenset(found)


def driving_links(plan: Plan, schedule: Schedule, item: str) -> frozenset[str]:
    """The links that fix an item's dates: back to its first cause, and on to its dated end."""
    found: set[str] = set()
    for field, end in (("driven_by", "prerequisite"), ("drives", "dependent")):
        here: str | None = item
        while here is not None and here in schedule.items:
            link = plan.links.get(getattr(schedule.items[here], field) or "")
            if link is None or link.id in found:
                break
            found.add(link.id)
            here = getattr(link, end)
    return frozenset(found)


def link_weights(structure: Structure, plan: Plan, schedule: Schedule) -> list[float]:
    """Late chains before driving links, these before other requirements, these before the rest."""
    late = late_links(plan, schedule)
    return [
        max(_weight(edge, schedule, late, link.id) for link in edge.links)
        for edge in structure.edges
    ]


def _weight(edge: Edge, schedule: Schedule, late: frozenset[str], link_id: str) -> float:
    link = next(link for link in edge.links if link.id == link_id)
    if link_id in late:
        return 24.0
    if link.relation != "requires":
        return 1.0
    target = schedule.items.get(link.dependent)
    source = schedule.items.get(link.prerequisite)
    driving = (target is not None and target.driven_by == link_id) or (
        source is not None and source.drives == link_id
    )
    return 3.0 if driving else 2.0
