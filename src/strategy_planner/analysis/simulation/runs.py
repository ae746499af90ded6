"""Sets the runs of a plan up: what they follow, what they draw, and in which batches."""

from collections.abc import Iterator
from dataclasses import dataclass

from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.commitment import committed
from strategy_planner.analysis.simulation.course import Course, course_of
from strategy_planner.analysis.simulation.draws import Draws
from strategy_planner.analysis.simulation.terms import Terms
from strategy_planner.analysis.simulation.uncertainty import Uncertainty, read_uncertainty
from strategy_planner.model.plan import Plan

_BATCH = 2_700
"""The most runs that are computed at once."""
_FIRST_LOOKS = (500, 2_000, 10_000)


@dataclass(frozen=True, slots=True)
class Runs:
    """A plan before its first run; ``targets`` are the ids by the places of the network.

    ``draws`` goes on from batch to batch.
    """

    course: Course
    draws: Draws
    uncertainty: Uncertainty
    targets: dict[int, str]


def set_up(plan: Plan, today: Schedule, terms: Terms) -> Runs:
    """The runs from the status date and pathway of ``today`` toward all targets."""
    network = today.network
    if terms.choices == "commit":
        with watched(network.nodes) as watch:
            network = committed(network, today.early, watch)
    uncertainty = read_uncertainty(plan, network, terms.ranges)
    targets = {network.index[id_]: id_ for id_ in today.targets}
    return Runs(
        course_of(plan, network, today.status_date, uncertainty.estimates, targets),
        Draws(network, uncertainty, plan.settings.holidays, terms.seed, terms.distribution),
        uncertainty,
        targets,
    )


def looks(samples: int) -> list[int]:
    """After how many runs a result is worth looking at: 500, 2,000, 10,000, 50,000, ..., all."""
    found = [runs for runs in _FIRST_LOOKS if runs < samples]
    while found and found[-1] >= _FIRST_LOOKS[-1] and 5 * found[-1] < samples:
        found.append(5 * found[-1])
    return [*found, samples]


def batches(runs: int) -> Iterator[int]:
    """The sizes of batches that make up ``runs``, as even as can be."""
    parts = -(-runs // _BATCH)
    for part in range(parts):
        yield runs * (part + 1) // parts - runs * part // parts
