"""The forward pass over a batch of runs at once (SEMANTICS 3, 6)."""

from collections.abc import Collection
from dataclasses import dataclass

import numpy as np

from strategy_planner.analysis.network import BEGUN, DONE, Network
from strategy_planner.analysis.simulation.calendar_sums import END, Floats
from strategy_planner.analysis.simulation.course import Course
from strategy_planner.analysis.simulation.demands import NEVER_COMES, NO_DEMAND, Asked, asked_of
from strategy_planner.analysis.simulation.draws import Drawn, Flags
from strategy_planner.analysis.simulation.lengths import Length, earlier, later


@dataclass(slots=True)
class Batch:
    """The early dates of all items in all runs of a batch, infinite for what never comes.

    ``asked`` holds what set them, and ``by_finish`` where a finish demand did.
    """

    country: str | None
    start: list[Floats]
    finish: list[Floats]
    asked: dict[int, Asked]
    by_finish: dict[int, Flags]


def run_batch(course: Course, drawn: Drawn) -> Batch:
    """Earliest dates of the items that are followed, prerequisites first."""
    count = len(course.network.nodes)
    batch = Batch(course.country, [NO_DEMAND] * count, [NO_DEMAND] * count, {}, {})
    for place in course.order:
        _come(course, drawn, batch, place)
    return batch


def run_again(course: Course, drawn: Drawn, before: Batch, changed: Collection[int]) -> Batch:
    """The same runs once something else was drawn for some items; ``before`` stays as it is.

    Only these items are computed anew, and what a changed date reaches.
    """
    network = course.network
    batch = Batch(
        before.country,
        before.start[:],
        before.finish[:],
        dict(before.asked),
        dict(before.by_finish),
    )
    reached = set(changed)
    for place in course.order:
        if place not in reached:
            continue
        _come(course, drawn, batch, place)
        if not (
            np.array_equal(batch.finish[place], before.finish[place])
            and np.array_equal(batch.start[place], before.start[place])
        ):
            reached.update(tie[1] for tie in network.out_of[place])
            reached.update(relief.touched for relief in network.reliefs.get(place, ()))
    return batch


def _come(course: Course, drawn: Drawn, batch: Batch, place: int) -> None:
    """The dates of one item, from those of what it waits for."""
    network = course.network
    phase = network.phase[place]
    if phase == DONE:
        batch.start[place] = np.array([float(network.actual_start[place])])
        batch.finish[place] = np.array([float(network.actual_finish[place])])
        return
    length = drawn.lengths[place]
    asked = batch.asked[place] = asked_of(
        batch,
        network.into[place],
        network.selections.get(place, ()),
        network.waits.get(place, ()),
        length,
    )
    if phase == BEGUN:
        start = np.array([float(network.actual_start[place])])
    else:
        start = _begin(course, place, asked, length)
    end = later(later(start, length), drawn.delays.get(place, ()))
    finish = _finish(network, batch, place, end)
    _settle(batch, place, start, finish, drawn.fails.get(place))


def _begin(course: Course, place: int, asked: Asked, length: Length) -> Floats:
    """When an item starts that has not begun (3.3)."""
    start = np.maximum(asked.start, course.first[place])
    if place in course.ends_from:
        start = np.maximum(start, earlier(np.array([course.ends_from[place]]), length))
    openings = course.openings.get(place)
    return start if openings is None else openings.take(np.searchsorted(openings, start))


def _finish(network: Network, batch: Batch, place: int, end: Floats) -> Floats:
    """When an item finishes whose work alone ends at ``end`` (3.3, 3.4), KPIs allowing."""
    if place in network.floors:
        end = np.maximum(end, network.floors[place])
    asked = batch.asked[place].finish
    begun = network.phase[place] == BEGUN
    if asked is not None:
        later_than_end = asked > end
        batch.by_finish[place] = (
            later_than_end & (asked >= network.status_date) if begun else later_than_end
        )
        end = np.maximum(end, asked)
    return np.maximum(end, network.status_date) if begun else end


def _settle(batch: Batch, place: int, start: Floats, finish: Floats, fails: Flags | None) -> None:
    """Keep the dates; what cannot finish, and what fails, never comes at all (3.7, 6.2)."""
    never = finish > END
    if fails is not None:
        never = never | fails
    if never.any():
        start = np.where(never, NEVER_COMES, start)
        finish = np.where(never, NEVER_COMES, finish)
    batch.start[place], batch.finish[place] = start, finish
