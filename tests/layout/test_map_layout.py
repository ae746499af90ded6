"""The map lays itself out tidily: nothing overlaps, links run straight and around, little moves."""

import dataclasses
from collections.abc import Iterable

import pytest
from hypothesis import assume, given, settings

from map_checks import assert_routed, assert_tidy, laid_out, measure, overlaps, sample, unpinned
from map_windows import link, node, plan_of
from strategies import PLAIN, plans
from strategy_planner.analysis.schedule import schedule
from strategy_planner.layout.map import (
    Box,
    MapLayout,
    Reading,
    map_layout,
    pin_for,
    provisional,
    refreshed,
)
from strategy_planner.layout.map.elements import PITCH, Wall
from strategy_planner.model import edits
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

SAMPLES = ["bio_strategy_2019", "quantum_innovation", "ai_strategy", "data_dfft_privacy"]


@settings(max_examples=60, deadline=None)
@given(plans(max_nodes=14, texts=PLAIN))
def test_any_plan_is_laid_out_tidily_and_always_the_same(plan: Plan) -> None:
    plan = unpinned(plan)
    try:
        dates = schedule(plan)
    except PlanError:
        assume(False)
    layout = map_layout(plan, dates, "ja", measure)
    assert_tidy(layout)
    assert_routed(layout)
    assert layout == map_layout(plan, dates, "ja", measure)
    again = map_layout(plan, dates, "ja", measure, previous=layout)
    assert_tidy(again)
    assert_routed(again)


@pytest.mark.parametrize("name", [*SAMPLES, "worked_example"])
@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_samples_are_tidy_and_show_everything(name: str, language: str) -> None:
    plan = sample(name)
    layout = map_layout(plan, schedule(plan), language, measure)
    assert_tidy(layout)
    assert_routed(layout)
    shown = set(layout.cards) | set(layout.frames)
    folded = {m for frame in layout.frames.values() if frame.folded for m in frame.members}
    assert layout.wall is not None
    assert shown | folded | {layout.wall.id} == set(plan.nodes) | {
        id_ for id_ in layout.frames if id_.startswith("~")
    }
    drawn = {id_ for route in layout.routes for id_ in route.links}
    assert len(drawn) + layout.hidden_links >= len(plan.links) - sum(
        plan.nodes[end].kind == "vision"
        for one in plan.links.values()
        for end in (one.prerequisite,)
    )


def test_titles_are_never_cut() -> None:
    plan = sample("bio_strategy_2019")
    layout = laid_out(plan)
    for card in layout.cards.values():
        assert "".join(card.lines).replace(" ", "") == card.name.replace(" ", "")


def test_a_page_of_text_as_a_title_is_shown_by_its_beginning() -> None:
    page = "長い文章" * 25_000
    plan = plan_of(node("a", title=page), node("g", "area", title=page), node("b", parent="g"))
    plan.apply(edits.set_fields(plan, "node", "v", title=page))
    layout = laid_out(plan)
    assert layout.cards["a"].height < 700
    assert layout.frames["g"].box.height < 900
    assert layout.wall is not None
    assert len(layout.wall.lines) < 60


def test_prerequisites_stand_left_of_what_needs_them() -> None:
    plan = sample("worked_example")
    layout = laid_out(plan)
    for route in layout.routes:
        source, target = layout.box_of(route.source), layout.box_of(route.target)
        assert source is not None
        assert target is not None
        assert source.right < target.x


def test_a_chain_runs_straight_into_the_vision() -> None:
    plan = plan_of(node("a"), node("b"), node("c"), link("a", "b"), link("b", "c"), link("c", "v"))
    layout = laid_out(plan)
    assert len({layout.boxes[id_].middle for id_ in "abc"}) == 1
    assert all(len(route.points) == 2 for route in layout.routes)
    assert layout.routes[-1].points[-1][0] == 0.0


def test_a_fork_keeps_its_middle_branch_straight_and_shares_its_trunk() -> None:
    ends = [node(f"e{i}") for i in range(3)]
    links = [link("a", end.id) for end in ends]
    plan = plan_of(node("a"), *ends, *links, *(link(end.id, "v") for end in ends))
    layout = laid_out(plan)
    middles = sorted(layout.boxes[end.id].middle for end in ends)
    assert layout.boxes["a"].middle == middles[1]
    bent = [route for route in layout.routes if route.source == "a" and len(route.points) > 2]
    assert len(bent) == 2
    assert len({route.points[1][0] for route in bent}) == 1


def test_a_long_link_goes_around_what_stands_between() -> None:
    plan = plan_of(
        node("a"),
        node("b"),
        node("c"),
        link("a", "b"),
        link("b", "c"),
        link("a", "c"),
        link("c", "v"),
        link("a", "v"),
    )
    assert_routed(laid_out(plan))


def test_links_that_inform_or_repeat_a_chain_are_counted_and_shown_on_demand() -> None:
    plan = plan_of(
        node("a"),
        node("b"),
        link("a", "b"),
        link("b", "v"),
        link("a", "v", "contributes"),
        link("b", "a2", "informs"),
        node("a2"),
    )
    layout = laid_out(plan)
    assert layout.hidden_links == 2
    assert len(layout.routes) == 2
    assert len(laid_out(plan, all_links=True).routes) == 4


def test_groups_are_frames_and_fold_into_boxes_with_their_links() -> None:
    plan = plan_of(
        node("g", "area"),
        node("a", parent="g"),
        node("b", parent="g"),
        node("c"),
        link("a", "b"),
        link("b", "c"),
        link("c", "v"),
    )
    layout = laid_out(plan)
    assert layout.frames["g"].members == ("a", "b")
    assert not layout.frames["g"].folded
    folded = laid_out(plan, folded={"g": True})
    assert folded.frames["g"].folded
    assert "a" not in folded.cards
    assert {(route.source, route.target) for route in folded.routes} == {("g", "c"), ("c", "v")}


def test_a_parent_that_is_required_itself_is_an_item_and_no_frame() -> None:
    plan = plan_of(node("p", "area"), node("a", parent="p"), link("a", "p"), link("p", "v"))
    layout = laid_out(plan)
    assert "p" in layout.cards
    assert not layout.frames


def test_large_groups_without_links_are_folded() -> None:
    plan = plan_of(node("g", "area"), *(node(f"a{i}", parent="g") for i in range(30)))
    assert laid_out(plan).frames["g"].folded


def test_a_pin_is_kept_and_others_make_room() -> None:
    plan = plan_of(
        *(node(f"a{i}") for i in range(6)),
        *(link(f"a{i}", "v") for i in range(6)),
        node("p", pin=[-2 * PITCH, 300]),
    )
    layout = laid_out(plan)
    box = layout.boxes["p"]
    assert box.y == 300
    assert box.right < min(layout.boxes[f"a{i}"].x for i in range(6))
    assert_tidy(layout)
    dragged = laid_out(
        plan_of(
            *(node(f"a{i}") for i in range(5)),
            *(link(f"a{i}", "v") for i in range(5)),
            node("p", pin=[-PITCH, 100]),
        )
    )
    assert dragged.boxes["p"].y == 100
    assert_tidy(dragged)


def test_where_an_item_is_dropped_its_pin_brings_it_back_to() -> None:
    plan = plan_of(node("a"), node("b"), link("a", "b"), link("b", "v"))
    layout = laid_out(plan)
    box = layout.boxes["a"]
    plan.apply(edits.set_fields(plan, "node", "a", pin=pin_for(layout, box.x + 20, 240.0)))
    moved = laid_out(plan, previous=layout)
    assert moved.boxes["a"].x == box.x
    assert moved.boxes["a"].y == 240.0
    assert_routed(moved)


def column_orders(layout: MapLayout, ids: Iterable[str]) -> dict[float, list[str]]:
    columns: dict[float, list[str]] = {}
    for id_ in sorted(ids, key=lambda id_: layout.boxes[id_].y):
        columns.setdefault(layout.boxes[id_].x, []).append(id_)
    return columns


def test_a_small_edit_keeps_the_order_of_everything_else() -> None:
    plan = sample("worked_example")
    layout = laid_out(plan)
    target = next(route.target for route in layout.routes if route.target in layout.cards)
    plan.apply(edits.add_prerequisite(plan, target, "新しい条件"))
    after = laid_out(plan, previous=layout)
    kept = set(layout.boxes)
    before_orders = list(column_orders(layout, kept).values())
    after_orders = [
        [id_ for id_ in order if id_ in kept]
        for order in column_orders(after, after.boxes).values()
    ]
    same = sum(order in after_orders for order in before_orders)
    assert same >= len(before_orders) - 1
    still = sum(abs(after.boxes[id_].y - layout.boxes[id_].y) < 100 for id_ in kept)
    assert still > 0.8 * len(kept)


@pytest.mark.parametrize("length", ["1mo", "12mo", "14y"])
def test_a_refreshed_map_says_what_a_new_one_would(length: str) -> None:
    plan = sample("worked_example")
    before = schedule(plan)
    layout = map_layout(plan, before, "ja", measure)
    changed = next(node for node in plan.nodes.values() if node.number == "A-011")
    change_set = edits.set_fields(
        plan, "node", changed.id, duration=length, optimistic=None, pessimistic=None
    )
    plan.apply(change_set)
    after = schedule(plan)
    fresh = map_layout(plan, after, "ja", measure)
    kept = refreshed(layout, plan, after, before, Reading("ja", measure), change_set.changes)
    assert kept is not None
    assert kept.cards == fresh.cards
    assert kept.boxes == layout.boxes
    assert kept.wall is not None
    assert fresh.wall is not None
    assert without_place(kept.wall) == without_place(fresh.wall)
    late = {route.links for route in kept.routes if route.late}
    assert late == {route.links for route in fresh.routes if route.late}


def without_place(wall: Wall) -> Wall:
    """The wall wherever it stands."""
    return dataclasses.replace(wall, box=Box(0, 0, 0, 0))


def test_a_map_is_not_merely_refreshed_when_things_move() -> None:
    plan = plan_of(node("a"), node("b"), link("a", "b"), link("b", "v"))
    before = schedule(plan)
    layout = map_layout(plan, before, "ja", measure)
    for change_set in (
        edits.add_prerequisite(plan, "a"),
        edits.connect(plan, "a", "v"),
        edits.delete(plan, ["a"]),
        edits.set_fields(plan, "node", "a", pin=(-400, 10)),
        edits.set_fields(plan, "node", "a", title="とても長い題名" * 6),
    ):
        other = plan.copy()
        other.apply(change_set)
        reading = Reading("ja", measure)
        assert (
            refreshed(layout, other, schedule(other), before, reading, change_set.changes) is None
        )


def test_a_first_answer_shows_what_is_new_beside_what_needs_it() -> None:
    plan = plan_of(node("a"), node("b"), node("c"), link("a", "b"), link("b", "v"), link("c", "v"))
    before = schedule(plan)
    layout = map_layout(plan, before, "ja", measure)
    change_set = edits.add_prerequisite(plan, "b", "新しい条件")
    new = change_set.changes[0].id
    plan.apply(change_set)
    reading = Reading("ja", measure)
    answer = provisional(layout, plan, schedule(plan), before, reading, change_set.changes)
    assert answer.boxes[new].right < answer.boxes["b"].x
    assert all(
        not overlaps(answer.boxes[new], box) for id_, box in answer.boxes.items() if id_ != new
    )
    assert any(route.source == new and route.target == "b" for route in answer.routes)
    gone = edits.delete(plan, ["a"])
    dates = schedule(plan)
    plan.apply(gone)
    answer = provisional(answer, plan, schedule(plan), dates, reading, gone.changes)
    assert "a" not in answer.cards
    assert all("a" not in {route.source, route.target} for route in answer.routes)


def test_a_choice_has_an_arc_in_words() -> None:
    options = [link(f"a{i}", "t", choice="c", option=f"o{i}") for i in range(3)]
    records = [*(node(f"a{i}") for i in range(3)), node("t", "state"), *options, link("t", "v")]
    one = laid_out(plan_of(*records, r.Choice(id="c", node="t")))
    two = laid_out(plan_of(*records, r.Choice(id="c", node="t", needed=2)))
    assert [arc.text for arc in one.arcs] == ["いずれか1つ"]
    assert [arc.text for arc in two.arcs] == ["3つのうち2つ"]
    arc = one.arcs[0]
    ends = [route.points[-1][1] for route in one.routes if route.target == "t"]
    assert arc.top < min(ends) <= max(ends) < arc.bottom
    assert arc.x < one.boxes["t"].x


def test_a_late_chain_is_drawn_late_and_says_by_how_much() -> None:
    plan = plan_of(
        node("a", duration="13y"),
        node("b", "state"),
        link("a", "b"),
        link("b", "v"),
        node("x"),
        link("x", "v"),
    )
    layout = laid_out(plan)
    late = {route.source for route in layout.routes if route.late}
    assert late == {"a", "b"}
    assert len(layout.pills) == 1
    assert "不足" in layout.pills[0].text
    assert layout.wall is not None
    assert layout.wall.severity == "late"


def test_what_resolves_an_obstacle_leads_to_what_it_holds_back() -> None:
    obstacle = r.RegisterItem(id="o", kind="obstacle", touches=("b",), resolved_by=("a",))
    plan = plan_of(node("a"), node("b"), link("b", "v"), obstacle)
    layout = laid_out(plan)
    route = next(route for route in layout.routes if route.source == "a")
    assert (route.target, route.style) == ("b", "resolves")
    assert layout.boxes["a"].middle == layout.boxes["b"].middle
    assert layout.boxes["a"].right < layout.boxes["b"].x
    assert layout.cards["b"].badges == (("obstacle", False),)
    plan.apply(edits.set_fields(plan, "register", "o", state="closed"))
    assert all(route.style != "resolves" for route in laid_out(plan).routes)


def test_a_vision_alone_stands_as_a_wall() -> None:
    layout = laid_out(plan_of())
    assert layout.wall is not None
    assert layout.wall.box.x == 0.0
    assert layout.wall.box.height > 300
    assert not layout.cards


def test_a_plan_without_anything_has_an_empty_map() -> None:
    layout = laid_out(Plan())
    assert layout.wall is None
    assert not layout.cards
    assert not layout.routes


@pytest.mark.parametrize(
    ("fields", "note"),
    [
        ({"status": "done"}, "完了"),
        ({"status": "dropped"}, "中止"),
        ({}, "余裕12年"),
    ],
)
def test_the_head_of_a_card_says_how_it_stands(fields: dict[str, object], note: str) -> None:
    layout = laid_out(plan_of(node("a", **fields), link("a", "v")))
    assert layout.cards["a"].note == note


def test_an_area_that_nothing_brings_about_says_so() -> None:
    layout = laid_out(plan_of(node("g", "area"), link("g", "v")))
    assert layout.cards["g"].note == "手段未定"
    assert layout.wall is not None
    assert {line.state: line.count for line in layout.wall.outlook}["none"] == 1
