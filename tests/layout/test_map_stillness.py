"""The map keeps still under small edits: an edit moves only what must move."""

from collections.abc import Iterable

import networkx as nx
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from large_plans import large_plan
from map_checks import assert_routed, assert_tidy, laid_out, sample, unpinned
from map_windows import link, node, plan_of
from strategies import PLAIN, plans
from strategy_planner.layout.map import MapLayout, track_group
from strategy_planner.model import edits
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

LANE = 10.0
"""What a link that passes a column takes above and below."""
STILL = 0.5
"""Less than this is no move that anybody sees."""


def moved(before: MapLayout, after: MapLayout) -> set[str]:
    return {
        id_
        for id_, box in before.boxes.items()
        if id_ in after.boxes
        and (
            abs(box.x - after.boxes[id_].x) > STILL
            or abs(box.middle - after.boxes[id_].middle) > STILL
        )
    }


def tied_plan(seed: int) -> Plan:
    """A plan in which everything leads to the vision."""
    plan = large_plan(40, seed)
    for id_ in plan.nodes:
        if id_ != "v" and not plan.links_out_of(id_):
            plan.apply(edits.connect(plan, id_, "v"))
    return plan


def edited(plan: Plan, change_set: ChangeSet) -> tuple[MapLayout, MapLayout]:
    """The map before and after an edit; the edit must fit the plan."""
    before = laid_out(plan)
    try:
        plan.apply(change_set)
    except PlanError:
        assume(False)
    return before, laid_out(plan, previous=before)


@settings(max_examples=25, deadline=None)
@given(plans(max_nodes=14, texts=PLAIN))
def test_without_a_change_nothing_moves(plan: Plan) -> None:
    plan = unpinned(plan)
    try:
        before = laid_out(plan)
    except PlanError:
        assume(False)
    after = laid_out(plan, previous=before)
    assert not moved(before, after)
    assert after.columns == before.columns


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.data())
def test_a_new_prerequisite_moves_nothing_that_stands_above_it(
    seed: int, data: st.DataObject
) -> None:
    plan = tied_plan(seed)
    asked = data.draw(st.sampled_from([id_ for id_ in plan.nodes if id_ != "v"]))
    change_set = edits.add_prerequisite(plan, asked, "新しい条件")
    before, after = edited(plan, change_set)
    assert_tidy(after)
    assert_routed(after)
    fresh = {change_set.changes[0].id} | {
        id_ for id_ in before.layers if before.layers[id_] != after.layers.get(id_)
    }
    places = [after.boxes[id_].y for id_ in fresh if id_ in after.boxes]
    lanes = [y for stop, y in after.stops.items() if stop not in before.stops]
    top = min([*places, *lanes]) - LANE
    for id_, box in before.boxes.items():
        if id_ not in fresh:
            assert after.boxes[id_].y > box.y - STILL
            if box.bottom <= top:
                assert after.boxes[id_].y == pytest.approx(box.y)


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.data())
def test_a_deletion_leaves_the_rest_at_its_height(seed: int, data: st.DataObject) -> None:
    plan = tied_plan(seed)
    gone = data.draw(st.sampled_from([id_ for id_ in plan.nodes if id_ != "v"]))
    before, after = edited(plan, edits.delete(plan, [gone]))
    assert_routed(after)
    for id_ in nx.ancestors(plan.graph, "v"):
        if after.layers[id_] == before.layers[id_]:
            assert after.boxes[id_].y >= before.boxes[id_].y - STILL


def share_moved(plan: Plan, sets: Iterable[ChangeSet]) -> float:
    """The mean share of items that small edits move, each from the same map."""
    before = laid_out(plan)
    shares: list[float] = []
    for change_set in sets:
        other = plan.copy()
        other.apply(change_set)
        after = laid_out(other, previous=before)
        assert_tidy(after)
        assert_routed(after)
        shares.append(len(moved(before, after)) / len(before.boxes))
    return sum(shares) / len(shares)


def test_on_the_worked_example_small_edits_move_hardly_anything() -> None:
    plan = sample("worked_example")
    cards = sorted(laid_out(plan).cards)[::6]
    additions = [edits.add_prerequisite(plan, id_, "新しい条件") for id_ in cards]
    titles = [edits.set_fields(plan, "node", id_, title="とても長い題名" * 5) for id_ in cards]
    cuts = [edits.delete(plan, [id_]) for id_ in sorted(plan.links)[::9]]
    assert share_moved(plan, additions) < 0.15
    assert share_moved(plan, titles) < 0.1
    assert share_moved(plan, cuts) < 0.05


def test_an_item_that_grows_keeps_its_middle_and_its_straight_links() -> None:
    plan = plan_of(*map(node, "abc"), link("a", "b"), link("b", "v"), link("c", "v"))
    change_set = edits.set_fields(plan, "node", "a", title="とても長い題名" * 4)
    before, after = edited(plan, change_set)
    assert after.boxes["a"].height > before.boxes["a"].height
    assert not moved(before, after)
    assert all(len(route.points) == 2 for route in after.routes)


def test_folding_and_opening_a_track_brings_everything_back_near_its_place() -> None:
    plan = sample("worked_example")
    track = next(iter(plan.tracks))
    before = laid_out(plan)
    folded = laid_out(plan, folded={track_group(track): True}, previous=before)
    assert_tidy(folded)
    again = laid_out(plan, previous=folded)
    assert_tidy(again)
    assert_routed(again)
