"""Parts of a plan on the map: storyline, focus, folded tracks, and links that say nothing new."""

from hypothesis import given, settings
from hypothesis import strategies as st

from map_checks import assert_routed, assert_tidy, laid_out, measure, sample
from map_windows import link, node, plan_of
from strategy_planner.analysis.schedule import schedule
from strategy_planner.bundled import bundled
from strategy_planner.interchange.plan_json import read_plan_json
from strategy_planner.layout.map import (
    EVERY_STEP,
    Scope,
    far_labels,
    map_layout,
    track_group,
)
from strategy_planner.layout.map.reduction import implied
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan


def ladder() -> Plan:
    """a → b → c → d → v, and beside it x, which only informs c."""
    steps = [link("a", "b"), link("b", "c"), link("c", "d"), link("d", "v")]
    return plan_of(*map(node, "abcdx"), *steps, link("x", "c", "informs"))


def test_the_storyline_is_what_the_vision_requires_and_nothing_else() -> None:
    plan = sample("worked_example")
    vision = next(one.id for one in plan.nodes.values() if one.kind == "vision")
    layout = laid_out(plan, scope=Scope(story=vision))
    assert_tidy(layout)
    assert_routed(layout)
    assert layout.wall is not None
    assert not layout.frames
    required = {vision}
    for _ in plan.nodes:
        required |= {
            one.prerequisite
            for one in plan.links.values()
            if one.relation == "requires" and one.dependent in required
        }
    assert set(layout.cards) <= required
    assert not any(card.dormant for card in layout.cards.values())
    assert layout.hidden_items == len(plan.nodes) - len(layout.cards) - 1


def test_where_nothing_is_required_yet_the_story_follows_what_contributes() -> None:
    plan = plan_of(node("a"), node("b"), link("a", "v", "contributes"), link("b", "a"))
    assert set(laid_out(plan, scope=Scope(story="v")).cards) == {"a", "b"}


def test_focus_goes_as_far_up_and_down_as_asked() -> None:
    plan = ladder()
    shown = {
        (up, down): set(laid_out(plan, scope=Scope(focus="c", up=up, down=down)).cards)
        for up, down in ((0, 0), (1, 0), (EVERY_STEP, 1))
    }
    assert shown == {(0, 0): {"c"}, (1, 0): {"b", "c"}, (EVERY_STEP, 1): {"a", "b", "c", "d"}}
    assert laid_out(plan, scope=Scope(focus="c", up=0, down=2)).wall is not None


def test_a_link_that_a_chain_says_already_is_hidden_and_counted() -> None:
    plan = plan_of(
        *map(node, "abc"), link("a", "b"), link("b", "c"), link("c", "v"), link("a", "c")
    )
    layout = laid_out(plan)
    assert layout.hidden_links == 1
    assert not any("a-c" in route.links for route in layout.routes)
    assert any("a-c" in route.links for route in laid_out(plan, all_links=True).routes)


def test_a_link_with_a_lag_or_an_option_is_never_hidden() -> None:
    chain = [*map(node, "abc"), link("a", "b"), link("b", "c"), link("c", "v")]
    lagged = plan_of(*chain, link("a", "c", lag="6mo"))
    chosen = plan_of(*chain, r.Choice(id="o", node="c"), link("a", "c", choice="o", option="x"))
    assert laid_out(lagged).hidden_links == 0
    assert laid_out(chosen).hidden_links == 0


@settings(max_examples=100, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] < e[1])))
def test_the_reduction_keeps_who_reaches_whom_and_leaves_nothing_over(
    pairs: set[tuple[int, int]],
) -> None:
    edges = {(str(a), str(b)) for a, b in pairs}
    kept = edges - implied(edges, edges)
    assert reach(kept) == reach(edges)
    assert all(reach(kept - {edge}) != reach(kept) for edge in kept)


def reach(edges: set[tuple[str, str]]) -> set[tuple[str, str]]:
    found = set(edges)
    while more := {(a, d) for a, b in found for c, d in edges if b == c} - found:
        found |= more
    return found


def test_a_folded_track_is_one_box_with_a_count() -> None:
    tracks = [r.Track(id="t", name="研究開発"), r.Track(id="u", name="制度")]
    items = [node("a", track="t"), node("b", track="u"), node("c", track="t")]
    plan = plan_of(*tracks, *items, link("a", "b"), link("b", "c"), link("c", "v"))
    layout = laid_out(plan, folded={track_group("t"): True})
    box = layout.frames[track_group("t")]
    assert (box.folded, box.count, "".join(box.lines)) == (True, 2, "研究開発")
    assert set(layout.cards) == {"b"}
    assert {(one.source, one.target) for one in layout.routes} == {
        (box.id, "b"),
        ("b", box.id),
        (box.id, "v"),
    }
    assert layout.columns["b"] != layout.columns[box.id]


def test_every_track_of_the_example_folds_and_the_map_stays_tidy() -> None:
    plan = sample("worked_example")
    for track in plan.tracks:
        layout = laid_out(plan, folded={track_group(track): True})
        assert_tidy(layout)
        assert not any(plan.nodes[id_].track == track for id_ in layout.cards)


def test_from_afar_important_titles_are_read_and_none_lies_over_another() -> None:
    plan = read_plan_json(bundled("sample_projects", "worked_example.json").read_bytes())
    dates = schedule(plan)
    layout = map_layout(plan, dates, "ja", measure)
    labels = far_labels(layout, dates, measure, 0.2)
    late = {card.brief for card in layout.cards.values() if card.severity == "late"}
    assert late & {label.text for label in labels}
    boxes = [label.box for label in labels]
    for index, one in enumerate(boxes):
        for other in boxes[index + 1 :]:
            beside = one.right <= other.x or other.right <= one.x
            assert beside or one.bottom <= other.y or other.bottom <= one.y
