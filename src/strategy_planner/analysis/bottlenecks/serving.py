"""What lies after each item of a network: the targets, visions and KPIs that wait for it.

Sets are bit sets in whole numbers, as in `pathways.necessity`.
"""

from collections.abc import Mapping

from strategy_planner.analysis.network import BEGUN, DONE, FF, NOT_CHOSEN, Network
from strategy_planner.model.plan import Plan


def reach_of(network: Network, marks: Mapping[int, int]) -> list[int]:
    """For each item the marks of all that still wait for it, directly or not, itself left out."""
    reach = [0] * len(network.nodes)
    for place in reversed(network.order):
        found = 0
        for _, other, kind, _, _, counts in network.out_of[place]:
            phase = network.phase[other]
            if counts < NOT_CHOSEN and phase != DONE and (phase != BEGUN or kind >= FF):
                found |= reach[other] | marks.get(other, 0)
        for other, counts in network.reliefs.get(place, ()):
            if counts < NOT_CHOSEN and network.phase[other] not in {BEGUN, DONE}:
                found |= reach[other] | marks.get(other, 0)
        reach[place] = found
    return reach


def visions_and_kpis(plan: Plan, network: Network) -> dict[int, int]:
    """A mark of its own for each vision, and for each KPI at the item that it measures."""
    bearers = [node.id for node in network.nodes if node.kind == "vision"]
    bearers += [kpi.node for kpi in plan.kpis.values() if kpi.node in network.index]
    marks: dict[int, int] = {}
    for number, id_ in enumerate(bearers):
        place = network.index[id_]
        marks[place] = marks.get(place, 0) | 1 << number
    return marks
