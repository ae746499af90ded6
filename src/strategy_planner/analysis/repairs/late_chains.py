"""The late chains of a plan, each with its ranked repairs (SEMANTICS 5.4)."""

import dataclasses
import datetime as dt
from dataclasses import dataclass

from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.repairs.harm import FAR_REACHING, harmed_by, missed_limits
from strategy_planner.analysis.repairs.moving import moved_target
from strategy_planner.analysis.repairs.needs import needs_of
from strategy_planner.analysis.repairs.obstacles import blocked_by
from strategy_planner.analysis.repairs.pairs import pairs
from strategy_planner.analysis.repairs.repair import Repair, rank
from strategy_planner.analysis.repairs.singles import single_repairs, tried
from strategy_planner.analysis.repairs.steps import driving_items
from strategy_planner.analysis.repairs.trial import Trial
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.analysis.wording import days_in_words, named
from strategy_planner.language import Message, message
from strategy_planner.model.plan import Plan

_INSUFFICIENT = 8
"""How many repairs that do not suffice by themselves are listed."""


@dataclass(frozen=True, slots=True)
class LateChain:
    """An item that misses a limit of its own: its target, ``not_after`` or binding date.

    ``limit`` is the last day that it should end on, ``reached`` the one it ends on at the
    earliest. ``items`` is its driving chain, first cause first. ``days_short`` is by how many
    days the limit is missed; None, like ``reached``, where the item cannot come at all, which is
    the work of ``blocked_by``; ``items`` then begins with what is blocked by itself. ``complete``
    is false where no single repair suffices and not each was tried as the first of a pair.
    """

    target: str
    limit: dt.date
    reached: dt.date | None
    items: tuple[str, ...]
    days_short: int | None
    blocked_by: tuple[str, ...]
    repairs: tuple[Repair, ...]
    complete: bool


def late_chains(plan: Plan, today: Schedule) -> tuple[LateChain, ...]:
    """All late chains on the status date of ``today`` and on the plan's active pathway.

    Those that cannot come go first, then the most days short, then in the plan's order. The
    repairs are tried on a copy; the plan stays as it is.
    """
    missed = missed_limits(today.network, today.early)
    if not missed:
        return ()
    copy, needs = plan.copy(), needs_of(plan)
    chains = [
        _chain(Trial(copy, today.network, today.early, target, needs), today) for target in missed
    ]
    return tuple(sorted(chains, key=lambda chain: -(chain.days_short or NEVER)))


def late_in_words(plan: Plan, chain: LateChain) -> Message:
    """By how much an item is too late, in one sentence."""
    item = named(plan, chain.target)
    if chain.days_short is None:
        return message("{item} cannot come; it should by {limit}", item=item, limit=chain.limit)
    return message(
        "{item} is {time} too late: {reached} at the earliest instead of {limit}",
        item=item, time=days_in_words(chain.days_short), reached=chain.reached,
        limit=chain.limit,
    )  # fmt: skip


def _chain(trial: Trial, today: Schedule) -> LateChain:
    singles = single_repairs(trial)
    combined: list[Repair] = []
    complete = True
    if all(repair.leaves_days_short for repair in singles):
        combined, complete = pairs(trial, singles)
    moved = moved_target(trial)
    last = list(tried(trial, [moved])) if moved is not None else []
    found = [_with_harm(repair, trial.plan, today) for repair in (*singles, *combined, *last)]
    ranked = sorted(found, key=rank)
    short = [repair for repair in ranked if repair.leaves_days_short][:_INSUFFICIENT]
    place = trial.network.index[trial.target]
    reason = _reason(trial).into(trial.plan.settings.language or "ja")
    return LateChain(
        target=trial.target,
        limit=dt.date.fromordinal(trial.network.limits[place].last - 1),
        reached=None if trial.is_blocked else _day_before(trial.early.finish[place]),
        items=driving_items(trial),
        days_short=None if trial.is_blocked else trial.shortage,
        blocked_by=tuple(blocked_by(trial)),
        repairs=tuple(
            _because(repair, reason)
            for repair in ranked
            if not repair.leaves_days_short or repair in short
        ),
        complete=complete,
    )


def _with_harm(repair: Repair, copy: Plan, today: Schedule) -> Repair:
    if repair.kind not in FAR_REACHING:
        return repair
    names = tuple((id_, named(copy, id_)) for id_ in harmed_by(copy, today, repair.change_set))
    return dataclasses.replace(repair, harms=names)


def _day_before(instant: int) -> dt.date:
    return dt.date.fromordinal(instant - 1)


def _reason(trial: Trial) -> Message:
    item = named(trial.plan, trial.target)
    if trial.is_blocked:
        return message("{item} could not come.", item=item)
    return message("{item} would have come {time} too late.",
                   item=item, time=days_in_words(trial.shortage))  # fmt: skip


def _because(repair: Repair, reason: str) -> Repair:
    return dataclasses.replace(
        repair, change_set=dataclasses.replace(repair.change_set, reason=reason)
    )
