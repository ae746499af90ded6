"""Pairs of repairs, where no single one suffices."""

from collections.abc import Iterator, Sequence

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.repairs.obstacles import cleared_obstacles, taken_up_again
from strategy_planner.analysis.repairs.overlapping import overlaps
from strategy_planner.analysis.repairs.repair import DEPTH, Proposal, Repair, rank
from strategy_planner.analysis.repairs.shortening import own_shortenings, shortenings
from strategy_planner.analysis.repairs.singles import outcome
from strategy_planner.analysis.repairs.steps import steps_of
from strategy_planner.analysis.repairs.trial import Trial
from strategy_planner.language import message
from strategy_planner.model.changes import merged

_FIRSTS = 4
"""With how many repairs, beginning with those that gain most, a second one is looked for."""


def pairs(trial: Trial, singles: Sequence[Repair]) -> tuple[list[Repair], bool]:
    """Pairs that suffice, at most one for each first repair, and whether all firsts were tried.

    A second repair shortens, overlaps or unblocks. Where the item is blocked, a pair is also
    worth while when it merely brings it about.
    """
    firsts = list(_firsts(trial, singles))
    found: dict[frozenset[str], Repair] = {}
    for first in firsts[:_FIRSTS]:
        pair = _with_second(trial, first)
        if pair is not None:
            found.setdefault(frozenset(change.id for change in pair.change_set.changes), pair)
    return list(found.values()), len(firsts) <= _FIRSTS


def _firsts(trial: Trial, singles: Sequence[Repair]) -> Iterator[Proposal]:
    """What gains something alone, then what gains only together with another one."""
    for one in sorted(singles, key=rank):
        yield Proposal(one.kind, one.items, one.change_set, one.depth, one.days)
    steps = steps_of(trial)
    if trial.is_blocked:
        yield from cleared_obstacles(trial, steps)
        yield from taken_up_again(trial, steps)
        return
    own = own_shortenings(trial, steps)
    yield from sorted(own, key=lambda one: one.days)


def _with_second(trial: Trial, first: Proposal) -> Repair | None:
    """The pair of a repair with the least second one that makes it suffice."""
    with trial.made(first.change_set) as then:
        if then is None:
            return None
        only_unblock = trial.is_blocked and then.is_blocked
        for second in sorted(_seconds(then), key=lambda one: (one.depth, one.days)):
            after = then.after(second.change_set)
            if after <= 0 or (only_unblock and after < NEVER):
                return outcome(_pair(first, second), trial.shortage, after)
    return None


def _seconds(trial: Trial) -> Iterator[Proposal]:
    steps = steps_of(trial)
    if not trial.is_blocked:
        yield from shortenings(trial, steps, only_enough=True)
        yield from overlaps(trial, steps, only_enough=True)
    yield from cleared_obstacles(trial, steps)
    yield from taken_up_again(trial, steps)


def _pair(first: Proposal, second: Proposal) -> Proposal:
    label = message("{first}; besides: {second}",
                    first=first.change_set.label, second=second.change_set.label)  # fmt: skip
    return Proposal(
        "combine",
        tuple(dict.fromkeys((*first.items, *second.items))),
        merged((first.change_set, second.change_set), label),
        DEPTH["combine"],
        first.days + second.days,
    )
