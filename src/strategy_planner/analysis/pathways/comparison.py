"""The named pathways side by side (SEMANTICS 5.1, 5.3)."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass

from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.decisions.calendar import DecisionCalendar, decision_calendar
from strategy_planner.analysis.pathways.necessity import necessary, no_regret
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import Schedule, TargetDates, schedule
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Node


@dataclass(frozen=True, slots=True)
class PathwayOutlook:
    """A pathway and what it leads to; ``finish`` is an instant, ``cost`` in the plan's unit.

    ``finish`` and ``slack_days`` are those of the dated vision with the least slack (4.6); None
    where it cannot come. ``chance`` is that of all dated visions in time, where it was computed.
    """

    id: str
    name: str | None
    chosen: Mapping[str, tuple[str, ...]]
    finish: dt.date | None
    slack_days: int | None
    cost: float | None
    chance: float | None
    late: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """All named pathways, and what holds whichever is taken. Everything in it is exact."""

    pathways: tuple[PathwayOutlook, ...]
    no_regret: tuple[str, ...]
    necessary: tuple[str, ...]
    calendar: DecisionCalendar


def compare_pathways(
    plan: Plan, today: Schedule, chances: Mapping[str, float | None] | None = None
) -> Comparison:
    """The comparison on the status date of ``today``, with chances by pathway where known."""
    known = chances or {}
    day = today.status_date
    outlooks = tuple(
        _outlook(plan, schedule(plan, status_date=day, pathway=id_), known.get(id_))
        for id_ in plan.pathways
    )
    nodes = [node for node in plan.nodes.values() if not node.is_dropped]
    with watched(nodes) as watch:
        network = compile_network(plan, day, {}, watch, today.network.reachings)
        always, without = no_regret(network, watch), necessary(network)
    ids = [node.id for node in network.nodes]
    return Comparison(
        pathways=outlooks,
        no_regret=tuple(ids[place] for place in sorted(always)),
        necessary=tuple(ids[place] for place in sorted(without)),
        calendar=decision_calendar(plan, today),
    )


def cost_of(node: Node) -> float | None:
    """What an item costs in the plan's unit: as given, else the sum of its budget by year."""
    if node.cost is not None:
        return node.cost
    return sum(amount for _, amount in node.budget) if node.budget else None


def _outlook(plan: Plan, found: Schedule, chance: float | None) -> PathwayOutlook:
    pathway = plan.pathways[found.pathway or ""]
    worst = _worst_vision(plan, found)
    counted = [plan.nodes[id_] for id_, one in found.items.items() if one.state != "dormant"]
    costs = [cost for cost in map(cost_of, counted) if cost is not None]
    return PathwayOutlook(
        id=pathway.id,
        name=pathway.name,
        chosen=pathway.chosen,
        finish=None if worst is None else worst.finish,
        slack_days=None if worst is None else worst.slack_days,
        cost=sum(costs) if costs else None,
        chance=chance,
        late=tuple(id_ for id_, dates in found.items.items() if dates.state == "late"),
    )


def _worst_vision(plan: Plan, found: Schedule) -> TargetDates | None:
    """The dated vision at the end of the critical chain, the last one where all are done."""
    visions = [one for id_, one in found.targets.items() if plan.nodes[id_].kind == "vision"]
    if not visions or any(one.finish is None for one in visions):
        return None
    if found.critical_chain:
        return found.targets[found.critical_chain[-1]]
    return max(visions, key=lambda one: one.finish or one.target)
