"""What is the same in every run of a simulation: the network and what its own dates demand."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from strategy_planner.analysis.limits import ends_from
from strategy_planner.analysis.network import Network
from strategy_planner.analysis.simulation.calendar_sums import END, Floats
from strategy_planner.analysis.simulation.upstream import upstream_of
from strategy_planner.model.plan import Plan


@dataclass(frozen=True, slots=True)
class Course:
    """What is the same in every run: the network, the items to follow in an order in which
    prerequisites come first, the openings of gates, and the windows in which the end must lie.

    ``openings`` are instants, the last one infinite. ``ends_from`` is the earliest finish that a
    window of an item whose duration varies allows (2.2).
    """

    network: Network
    order: Sequence[int]
    openings: dict[int, Floats]
    first: list[float]
    ends_from: dict[int, float]
    country: str | None


def course_of(
    plan: Plan,
    network: Network,
    status_date: dt.date,
    varied: Iterable[int],
    targets: Iterable[int],
) -> Course:
    """The course toward ``targets``, with the items whose duration varies from run to run."""
    first = [float(max(network.status_date, limits.first)) for limits in network.limits]
    ends: dict[int, float] = {}
    for place in varied:
        node = network.nodes[place]
        end = ends_from(node, plan.settings, status_date)
        if end is not None:
            ends[place] = float(end)
            own = node.not_before.toordinal() if node.not_before else network.status_date
            first[place] = float(max(network.status_date, own))
    openings = {
        place: np.array(
            [*(day for day in gate.starts_from(network.status_date) if day < END), np.inf]
        )
        for place, gate in network.gates.items()
    }
    order = upstream_of(network, targets)
    return Course(network, order, openings, first, ends, plan.settings.holidays)
