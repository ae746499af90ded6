"""What a repair of one date does to other dates."""

from strategy_planner.analysis.forward import EarlyDates
from strategy_planner.analysis.limits import NEVER
from strategy_planner.analysis.network import DONE, Network
from strategy_planner.analysis.repairs.repair import Kind
from strategy_planner.analysis.rescheduling import early_after
from strategy_planner.analysis.schedule import Schedule
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

FAR_REACHING: frozenset[Kind] = frozenset({"take_option", "take_up_again", "combine"})
"""Kinds that may make something come later: they ask for something that was not asked before."""


def missed_limits(network: Network, early: EarlyDates) -> dict[str, int]:
    """By how many days each item misses a limit of its own; `NEVER` for what cannot come."""
    return {
        network.nodes[place].id: NEVER if finish >= NEVER else finish - limits.last
        for place, (limits, finish) in enumerate(zip(network.limits, early.finish, strict=True))
        if limits.last < min(finish, NEVER) and network.phase[place] != DONE
    }


def harmed_by(plan: Plan, today: Schedule, change_set: ChangeSet) -> tuple[str, ...]:
    """The items that would miss a limit of their own, or miss it by more, once changes are made.

    ``plan`` is a copy to try them on; it is as before afterwards.
    """
    before = missed_limits(today.network, today.early)
    undo = plan.apply(change_set)
    try:
        after = missed_limits(*early_after(today.network, today.early, plan, change_set.changes))
    except PlanError:
        return ()
    finally:
        plan.apply(undo)
    return tuple(id_ for id_, days in after.items() if days > before.get(id_, 0))
