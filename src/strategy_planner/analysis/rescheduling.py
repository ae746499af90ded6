"""Both passes once more after an edit, where the edit reaches."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace

from strategy_planner.analysis.backward import backward_again, backward_pass
from strategy_planner.analysis.compilation import compile_network
from strategy_planner.analysis.forward import EarlyDates, forward_again, forward_pass
from strategy_planner.analysis.kpis.reaching import follows_kpis
from strategy_planner.analysis.network import Network
from strategy_planner.analysis.range_check import watched
from strategy_planner.analysis.recompilation import added_items, recompiled, touched_items
from strategy_planner.analysis.schedule import Schedule, pathway_named, schedule, summed_up
from strategy_planner.model.changes import Change
from strategy_planner.model.creation import today
from strategy_planner.model.plan import Plan


def rescheduled(before: Schedule, plan: Plan, changes: Sequence[Change]) -> Schedule:
    """What `schedule` says of a plan, from what it said of it before these changes were made.

    Only the touched items are read anew; from them the forward pass goes downstream and the
    backward pass upstream for as long as dates change. Where the changes reach everything, and
    where dates follow KPIs, both passes are done as a whole. Raises PlanError as `schedule` does.
    """
    taken = pathway_named(plan, None)
    touched = touched_items(plan, changes)
    same_day = before.status_date == (plan.settings.status_date or today())
    if touched is None or not same_day or follows_kpis(plan):
        return schedule(plan)
    chosen = taken.chosen if taken else {}
    same_pathway = before.pathway == (taken.id if taken else None)
    if not touched and same_pathway and (before.all_options is None) == (not chosen):
        return replace(before, since=frozenset())
    nodes = before.network.nodes + added_items(before.network, plan, touched)
    with watched(nodes) as watch:
        network = recompiled(before.network, plan, chosen, touched, watch)
        places = {network.index[id_] for id_ in touched}
        near = _needs(before.network, places) | _needs(network, places)
        served = {other for place in places for other in network.serves(place)}
        early, moved = forward_again(network, before.early, places | served, watch)
        late, others = backward_again(network, before.late, places | near, watch)
        all_options = None
        if chosen and before.all_options is not None:
            all_options, also = backward_again(
                network, before.all_options, places | near, watch, all_options=True
            )
            others |= also
        elif chosen:
            all_options = backward_pass(network, watch, all_options=True)
        if (all_options is None) != (before.all_options is None):
            others.update(range(len(network.nodes)))
        moved |= places
        stale = moved | others | near | _needs(network, moved)
    known = before.items.known_but(sorted(stale))
    since = frozenset(network.nodes[place].id for place in stale)
    return summed_up(plan, taken, network, early, late, all_options, known, since)


def early_after(
    network: Network,
    early: EarlyDates,
    plan: Plan,
    changes: Sequence[Change],
    within: frozenset[int] | None = None,
) -> tuple[Network, EarlyDates]:
    """Network and early dates of a plan on its active pathway, from those before the changes.

    Only items of ``within``, where it is given, are kept up to date. Raises PlanError as
    `schedule` does.
    """
    taken = pathway_named(plan, None)
    chosen = taken.chosen if taken else {}
    touched = touched_items(plan, changes)
    if touched is None:
        day = dt.date.fromordinal(network.status_date)
        with watched([node for node in plan.nodes.values() if not node.is_dropped]) as watch:
            whole = compile_network(plan, day, chosen, watch, network.reachings)
            return whole, forward_pass(whole, watch)
    if within is not None:
        touched = {id_ for id_ in touched if network.index.get(id_) in within}
    with watched(network.nodes + added_items(network, plan, touched)) as watch:
        new = recompiled(network, plan, chosen, touched, watch)
        places = [new.index[id_] for id_ in touched]
        return new, forward_again(new, early, places, watch, within)[0]


def _needs(network: Network, places: Collection[int]) -> set[int]:
    """What any of these items may come to need; new ones need nothing yet."""
    count = len(network.nodes)
    return {other for place in places if place < count for other in network.needs(place)}
