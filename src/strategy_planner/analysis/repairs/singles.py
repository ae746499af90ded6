"""All single repairs of a missed date, each tried: the passes say what it gains."""

from collections.abc import Iterable, Iterator

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.repairs.conditions import dropped_conditions, narrowings
from strategy_planner.analysis.repairs.obstacles import cleared_obstacles, taken_up_again
from strategy_planner.analysis.repairs.other_ways import other_ways
from strategy_planner.analysis.repairs.overlapping import overlaps
from strategy_planner.analysis.repairs.repair import Proposal, Repair
from strategy_planner.analysis.repairs.shortening import beyond_estimates, shortenings
from strategy_planner.analysis.repairs.starts import earlier_starts, extra_openings
from strategy_planner.analysis.repairs.steps import Step, steps_of
from strategy_planner.analysis.repairs.trial import Trial


def single_repairs(trial: Trial) -> list[Repair]:
    """Every single repair that gains something; below an optimistic estimate only where nothing
    else suffices. Moving the target is not among them.
    """
    steps = steps_of(trial)
    found = list(tried(trial, proposals(trial, steps)))
    if not trial.is_blocked and all(repair.leaves_days_short for repair in found):
        found += tried(trial, beyond_estimates(trial, steps))
    return found


def proposals(trial: Trial, steps: tuple[Step, ...]) -> Iterator[Proposal]:
    """What might repair the date by itself."""
    if not trial.is_blocked:
        yield from shortenings(trial, steps)
        yield from overlaps(trial, steps)
        yield from earlier_starts(trial, steps)
    yield from extra_openings(trial, steps)
    yield from other_ways(trial, steps)
    yield from cleared_obstacles(trial, steps)
    yield from taken_up_again(trial, steps)
    yield from dropped_conditions(trial, steps)
    yield from narrowings(trial, steps)


def tried(trial: Trial, candidates: Iterable[Proposal]) -> Iterator[Repair]:
    """The candidates that gain something, with what the passes say once they are made."""
    for proposal in candidates:
        repair = outcome(proposal, trial.shortage, trial.after(proposal.change_set))
        if repair is not None:
            yield repair


def outcome(proposal: Proposal, before: int, after: int) -> Repair | None:
    """A proposal with the shortages before and after it; None where it gains nothing."""
    if after >= before:
        return None
    return Repair(
        kind=proposal.kind,
        items=proposal.items,
        change_set=proposal.change_set,
        depth=proposal.depth,
        days=proposal.days,
        gains_days=None if before >= NEVER else before - after,
        leaves_days_short=max(0, after),
    )
