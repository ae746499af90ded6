"""When the targets come if one item takes longer: one run of the forward pass for each item.

The runs are computed side by side, as those of a simulation are, so that a whole plan costs about
as much as a batch of it.
"""

from collections.abc import Callable, Iterator, Sequence

import numpy as np

from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.simulation.batch import run_batch
from strategy_planner.analysis.simulation.calendar_sums import Floats
from strategy_planner.analysis.simulation.course import Course, course_of
from strategy_planner.analysis.simulation.draws import Drawn
from strategy_planner.analysis.simulation.lengths import Length, Step, fixed_step, length_of
from strategy_planner.calendars.durations import Duration
from strategy_planner.model.plan import Plan

Progress = Callable[[int, int], None]
"""Told how many of how many items are done; what it raises stops the work."""
_DATES_AT_ONCE = 4_000_000


def finishes_if_delayed(
    plan: Plan,
    today: Schedule,
    items: Sequence[int],
    targets: Sequence[int],
    delay: Duration,
    progress: Progress | None = None,
) -> dict[int, Floats]:
    """For each target its finish, an instant, if each of ``items`` alone took ``delay`` longer.

    Items and targets are places of the network; the finish is infinite where the target could
    then not come at all.
    """
    course = course_of(plan, today.network, today.status_date, items, targets)
    found: dict[int, list[Floats]] = {target: [] for target in targets}
    done = 0
    for part in _parts(items, len(course.order)):
        batch = run_batch(course, _drawn(course, part, delay))
        for target in targets:
            found[target].append(np.broadcast_to(batch.finish[target], (len(part),)))
        done += len(part)
        if progress is not None:
            progress(done, len(items))
    return {target: np.concatenate(parts or [np.zeros(0)]) for target, parts in found.items()}


def _parts(items: Sequence[int], followed: int) -> Iterator[Sequence[int]]:
    size = max(1, _DATES_AT_ONCE // max(1, followed))
    for begin in range(0, len(items), size):
        yield items[begin : begin + size]


def _drawn(course: Course, items: Sequence[int], delay: Duration) -> Drawn:
    """Run for run one item that takes longer, everything else as in the passes."""
    lengths = [length_of(span, course.country) for span in course.network.length]
    more = fixed_step(delay, course.country)
    for run, place in enumerate(items):
        amount = np.zeros(len(items))
        amount[run] = more.amount
        lengths[place] = _longer(lengths[place], Step(amount, more.family, more.work))
    return Drawn(lengths, {}, {}, {})


def _longer(length: Length, more: Step) -> Length:
    """The sum of both, as one amount where they are of one family (SEMANTICS 1.3)."""
    if length and length[-1].family == more.family:
        *before, last = length
        return (*before, Step(last.amount + more.amount, more.family, more.work))
    return (*length, more)
