"""Whatever is offered for whatever plan does what it promises, and is the least that does."""

import json
from math import inf
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.random_plans import random_plan
from analysis.repairs.repaired_plans import chains_of, document_of, make_in_json, shortage
from strategies import as_json
from strategy_planner.analysis.repairs.harm import FAR_REACHING
from strategy_planner.analysis.repairs.late_json import late_json
from strategy_planner.analysis.repairs.repair import BEYOND_ESTIMATE, rank
from strategy_planner.analysis.schedule import schedule
from strategy_planner.calendars.durations import parse_duration
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.model import edits
from strategy_planner.model.errors import PlanError

SEEDS = st.integers(0, 10**9)
ON_DATES_ALONE = {"shorten", "overlap", "start_now"}


def late_plan(seed):
    """A random plan and its late chains; no chains where its dates leave the calendar."""
    plan = random_plan(Random(seed))
    try:
        return plan, chains_of(plan)
    except PlanError:
        return plan, ()


@settings(deadline=None)
@given(SEEDS)
def test_each_repair_does_what_it_promises_and_undo_takes_it_back(seed):
    plan, chains = late_plan(seed)
    before = as_json(plan)
    for chain in chains:
        assert shortage(plan, chain.target) == chain.days_short
        for repair in chain.repairs:
            undo = plan.apply(repair.change_set)
            after = shortage(plan, chain.target)
            assert after is not None
            assert max(0, after) == repair.leaves_days_short
            if chain.days_short is None:
                assert repair.gains_days is None
            else:
                assert repair.gains_days == chain.days_short - after > 0
            plan.apply(undo)
            assert as_json(plan) == before


@settings(deadline=None)
@given(SEEDS)
def test_the_changes_made_in_the_plan_as_json_give_what_was_promised(seed):
    plan, chains = late_plan(seed)
    told = json.loads(json.dumps(late_json(chains, "ja")))
    for chain in told["chains"]:
        for repair in chain["repairs"]:
            document = make_in_json(document_of(plan), repair["changes"])
            again = read_plan_json(json.dumps(document).encode())
            after = shortage(again, chain["target"])
            assert max(0, after) == repair["leaves_days_short"]
            assert set(repair["items"]) <= set(plan.nodes)


def one_unit_less(plan, change):
    """The same change of a duration, a lag or a first day, one unit nearer to what it was."""
    if change.record == "link":
        lag = parse_duration(change.after.lag, signed=True)
        return edits.set_fields(plan, "link", change.id, lag=f"{lag.amount + 1}{lag.unit}")
    if change.before.duration != change.after.duration:
        length = parse_duration(change.after.duration)
        return edits.set_fields(
            plan, "node", change.id, duration=f"{length.amount + 1}{length.unit}"
        )
    return None


@settings(deadline=None)
@given(SEEDS)
def test_one_unit_less_would_not_do(seed):
    plan, chains = late_plan(seed)
    for chain in chains:
        for repair in chain.repairs:
            if repair.kind not in ON_DATES_ALONE:
                continue
            less = one_unit_less(plan, repair.change_set.changes[0])
            if less is None:
                continue
            undo = plan.apply(less)
            assert shortage(plan, chain.target) > repair.leaves_days_short
            plan.apply(undo)


@settings(deadline=None)
@given(SEEDS)
def test_what_suffices_comes_first_and_the_moved_target_last(seed):
    _, chains = late_plan(seed)
    for chain in chains:
        kinds = [repair.kind for repair in chain.repairs]
        assert kinds.count("move_target") == (0 if chain.days_short is None else 1)
        assert "move_target" not in kinds[:-1]
        assert [rank(repair) for repair in chain.repairs] == sorted(map(rank, chain.repairs))
        enough = [not repair.leaves_days_short for repair in chain.repairs[:-1]]
        assert enough == sorted(enough, reverse=True)


@settings(deadline=None)
@given(SEEDS)
def test_no_item_falls_below_its_optimistic_duration_unless_nothing_else_suffices(seed):
    random = Random(seed)
    plan = random_plan(random)
    for node in list(plan.nodes.values()):
        length = parse_duration(node.duration or "0d")
        least = f"{random.randint(0, length.amount)}{length.unit}"
        if node.duration:
            plan.apply(edits.set_fields(plan, "node", node.id, optimistic=least))
    try:
        chains = chains_of(plan)
    except PlanError:
        return
    for chain in chains:
        enough = [one for one in chain.repairs[:-1] if not one.leaves_days_short]
        deep = [one for one in enough if one.depth == BEYOND_ESTIMATE]
        if deep:
            assert all(one in deep or one.kind == "combine" for one in enough)
        for repair in chain.repairs:
            if repair.kind == "shorten" and repair.depth < BEYOND_ESTIMATE:
                (change,) = repair.change_set.changes
                assert change.before.optimistic == change.after.optimistic


@settings(deadline=None)
@given(SEEDS)
def test_what_a_repair_harms_is_told(seed):
    plan, chains = late_plan(seed)
    before = days_short(chains)
    for chain in chains:
        for repair in chain.repairs:
            undo = plan.apply(repair.change_set)
            after = days_short(chains_of(plan))
            plan.apply(undo)
            if repair.kind in FAR_REACHING:
                harmed = {id_ for id_, days in after.items() if days > before.get(id_, 0)}
                assert harmed == {id_ for id_, _ in repair.harms}


def days_short(chains):
    return {chain.target: inf if (days := chain.days_short) is None else days for chain in chains}


@settings(deadline=None)
@given(SEEDS)
def test_a_late_chain_stands_for_each_limit_of_its_own_that_is_missed(seed):
    plan, chains = late_plan(seed)
    try:
        found = schedule(plan)
    except PlanError:
        return
    missed = {
        id_
        for id_, target in found.targets.items()
        if (target.slack_days is not None and target.slack_days < 0)
        or (target.finish is None and found.items[id_].state == "blocked")
    }
    assert missed <= {chain.target for chain in chains}
    for chain in chains:
        # Without an opening early enough an item has no late dates, and misses its own all the same.
        assert found.items[chain.target].state in {"late", "blocked", "unanchored"}
        assert chain.items[-1] == chain.target


@pytest.mark.parametrize("language", ["ja", "en"])
def test_every_sentence_can_be_said(language):
    said = {
        repair.kind
        for seed in range(60)
        for chain in late_plan(seed)[1]
        for repair in chain.repairs
        if "{" not in repair.message.into(language)
    }
    assert len(said) >= 9
