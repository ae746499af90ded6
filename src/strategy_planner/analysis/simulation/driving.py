"""Which items are on the driving chain of a target in each run (SEMANTICS 4.6, 6.4)."""

from collections.abc import Iterator

import numpy as np

from strategy_planner.analysis.network import BEGUN, DONE, Network
from strategy_planner.analysis.simulation.batch import Batch
from strategy_planner.analysis.simulation.calendar_sums import Floats
from strategy_planner.analysis.simulation.course import Course
from strategy_planner.analysis.simulation.demands import Claim
from strategy_planner.analysis.simulation.draws import Flags


def on_driving_chain(course: Course, batch: Batch, target: int, arrives: Flags) -> dict[int, Flags]:
    """For each item that is on it in some run: where it is. Runs that never arrive have none."""
    network = course.network
    on = {target: arrives}
    for place in reversed(course.order):
        here = on.get(place)
        if here is None or network.phase[place] == DONE:
            continue
        for other, hit in _drivers(network, batch, place, here):
            on[other] = on[other] | hit if other in on else hit
    return on


def _drivers(
    network: Network, batch: Batch, place: int, here: Flags
) -> Iterator[tuple[int, Flags]]:
    """The prerequisites that set the dates of an item, and in which runs each of them does."""
    asked = batch.asked[place]
    by_finish = batch.by_finish.get(place)
    of_start = here & (asked.start == batch.start[place]) & (network.phase[place] != BEGUN)
    of_finish = None
    if by_finish is not None:
        of_start = of_start & ~by_finish
        of_finish = here & by_finish
    for claim in sorted(asked.claims, key=lambda claim: _precedence(network, claim)):
        if of_start.any():
            hit = of_start & _sets(claim.start, claim.start_through, asked.start)
            of_start = of_start & ~hit
            yield claim.other, hit
        if of_finish is not None and asked.finish is not None and claim.finish is not None:
            hit = of_finish & _sets(claim.finish, claim.finish_through, asked.finish)
            of_finish = of_finish & ~hit
            yield claim.other, hit


def _sets(value: Floats, through: tuple[Floats, ...], asked: Floats) -> Flags:
    found = value == asked
    for one in through:
        found = found & (one == asked)
    return np.asarray(found, dtype=np.bool_)


def _precedence(network: Network, claim: Claim) -> tuple[bool, tuple[str, str, str]]:
    """Links before resolvers, then by the other end's number and id (4.6)."""
    return claim.link is None, network.tie_key(claim.other, claim.link or "")
