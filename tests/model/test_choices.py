"""Choices made of links, changed and dissolved; pathways named and what they take."""

from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from map_windows import link, node, plan_of
from strategies import PLAIN, plans
from strategy_planner.model import choices, pathways
from strategy_planner.model import records as r
from strategy_planner.model.edits import add_record, set_translation
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from strategy_planner.model.changes import ChangeSet


def ways() -> Plan:
    """Four ways into a state, of which nothing is a choice yet."""
    return plan_of(
        *map(node, "abcd"), node("s", "state"), *(link(one, "s") for one in "abcd"), link("s", "v")
    )


def made(plan: Plan, *ids: str, needed: int = 1) -> str:
    plan.apply(choices.one_of(plan, ids, needed))
    return list(plan.choices)[-1]


def options(plan: Plan) -> dict[str, str | None]:
    return {one.prerequisite: one.option for one in plan.links.values() if one.dependent == "s"}


def test_selected_links_become_the_options_of_a_choice_called_after_what_they_need() -> None:
    plan = ways()
    undo = plan.apply(choices.one_of(plan, ["a-s", "b-s", "c-s"], 2))
    (choice,) = plan.choices.values()
    assert (choice.node, choice.needed, choice.name) == ("s", 2, "「項目s」の手段")
    assert options(plan) == {"a": "項目a", "b": "項目b", "c": "項目c", "d": None}
    plan.apply(undo)
    assert plan == ways()


@pytest.mark.parametrize("selected", [("a", "b", "s"), ("s", "b", "a"), ("b", "a")])
def test_items_mean_the_links_to_the_item_that_needs_them(selected: tuple[str, ...]) -> None:
    plan = ways()
    made(plan, *selected)
    assert {one for one, option in options(plan).items() if option} == {"a", "b"}


def test_links_beside_an_option_become_further_options_of_its_choice() -> None:
    plan = ways()
    choice = made(plan, "a", "b")
    plan.apply(choices.one_of(plan, ["b-s", "c-s"]))
    assert list(plan.choices) == [choice]
    assert options(plan) == {"a": "項目a", "b": "項目b", "c": "項目c", "d": None}


@pytest.mark.parametrize(
    ("selected", "why"),
    [
        (["a-s"], "at least two links"),
        (["a", "v"], "at least two links"),
        (["a-s", "s-v"], "different items"),
        (["a-s", "x-s"], "not required"),
    ],
)
def test_what_is_no_choice_is_refused_with_what_to_do(selected: list[str], why: str) -> None:
    helped = Plan.from_records([*ways().every_record(), node("x"), link("x", "s", "contributes")])
    with pytest.raises(PlanError, match=why):
        choices.one_of(helped, selected)


def test_two_links_together_are_one_option_and_apart_again_two() -> None:
    plan = ways()
    choice = made(plan, "a", "b", "c", needed=3)
    plan.apply(pathways.name_pathway(plan, "P"))
    (pathway,) = plan.pathways
    plan.apply(pathways.take_options(plan, pathway, {choice: ["項目a", "項目b", "項目c"]}))
    plan.apply(choices.together(plan, ["b-s", "c-s"]))
    assert options(plan)["c"] == "項目b"
    assert plan.choices[choice].needed == 2
    assert plan.pathways[pathway].chosen == {choice: ("項目a", "項目b")}
    with pytest.raises(PlanError, match="no choice"):
        choices.together(plan, ["a-s", "b-s", "c-s"])
    plan.apply(choices.apart(plan, choice, "項目b"))
    assert options(plan)["c"] == "項目c"


def test_a_plain_link_joins_an_option() -> None:
    plan = ways()
    made(plan, "a", "b")
    plan.apply(choices.together(plan, ["a-s", "d-s"]))
    assert options(plan)["d"] == "項目a"


def test_out_of_a_choice_of_two_nothing_is_left_to_choose() -> None:
    plan = ways()
    choice = made(plan, "a", "b", "c", needed=2)
    plan.apply(pathways.name_pathway(plan, "P"))
    (pathway,) = plan.pathways
    plan.apply(pathways.take_options(plan, pathway, {choice: ["項目a", "項目b"]}))
    plan.apply(choices.out_of_choice(plan, ["a-s"]))
    assert options(plan)["a"] is None
    assert plan.pathways[pathway].chosen == {}
    plan.apply(choices.out_of_choice(plan, ["b-s"]))
    assert not plan.choices
    assert set(options(plan).values()) == {None}


def test_a_link_in_two_options_stays_once_when_the_choice_is_dissolved() -> None:
    plan = plan_of(
        *map(node, "ab"), node("s", "state"), r.Choice(id="ch", node="s"),
        link("a", "s", choice="ch", option="one"),
        msgspec.structs.replace(link("a", "s", choice="ch", option="two"), id="twice"),
        link("b", "s", choice="ch", option="two"), link("s", "v"),
    )  # fmt: skip
    undo = plan.apply(choices.dissolve(plan, "ch"))
    assert set(plan.links) == {"a-s", "b-s", "s-v"}
    plan.apply(undo)
    assert "twice" in plan.links


def test_a_dissolved_choice_is_forgotten_by_texts_and_register() -> None:
    plan = plan_of(
        *map(node, "ab"), node("s", "state"), r.Choice(id="ch", node="s"),
        link("a", "s", choice="ch", option="one"), link("b", "s", choice="ch", option="two"),
        r.RegisterItem(id="sign", kind="signpost", touches=("ch", "a")),
        r.Translation(record="ch:one", field="option", language="en", text="One"),
        r.Translation(record="ch", field="name", language="en", text="Ways"),
    )  # fmt: skip
    undo = plan.apply(choices.dissolve(plan, "ch"))
    assert not plan.choices
    assert not plan.translations
    assert plan.register["sign"].touches == ("a",)
    plan.apply(undo)
    assert len(plan.translations) == 2


def test_needing_more_options_leaves_a_pathway_open_that_took_fewer() -> None:
    plan = ways()
    choice = made(plan, "a", "b", "c")
    plan.apply(pathways.name_pathway(plan, "P"))
    plan.apply(pathways.take_links(plan, ["b-s"]))
    plan.apply(choices.need_of(plan, choice, 2))
    assert plan.choices[choice].needed == 2
    assert next(iter(plan.pathways.values())).chosen == {}
    plan.apply(add_record(plan, "choice", node="v"))
    drawn = list(plan.choices)[-1]
    plan.apply(choices.need_of(plan, drawn, 3))
    assert plan.choices[drawn].needed == 3
    with pytest.raises(PlanError, match="only 3"):
        plan.apply(choices.need_of(plan, choice, 4))


def test_an_option_is_called_otherwise_everywhere_and_in_another_language_beside() -> None:
    plan = ways()
    choice = made(plan, "a", "b")
    plan.apply(set_translation(plan, f"{choice}:項目a", "option", "en", "Way A"))
    plan.apply(pathways.name_pathway(plan, "P"))
    plan.apply(pathways.take_links(plan, ["a-s"]))
    plan.apply(choices.rename_option(plan, choice, "項目a", "第一案", "ja"))
    assert options(plan)["a"] == "第一案"
    assert next(iter(plan.pathways.values())).chosen == {choice: ("第一案",)}
    assert plan.translations[f"{choice}:第一案/option/en"].text == "Way A"
    plan.apply(choices.rename_option(plan, choice, "第一案", "First way", "en"))
    assert plan.translations[f"{choice}:第一案/option/en"].text == "First way"
    with pytest.raises(PlanError, match="would be called"):
        choices.rename_option(plan, choice, "第一案", "項目b", "ja")


def test_a_new_pathway_begins_where_the_active_one_stands_and_is_followed() -> None:
    plan = ways()
    choice = made(plan, "a", "b")
    plan.apply(pathways.name_pathway(plan, "P"))
    plan.apply(pathways.take_links(plan, ["a-s"]))
    plan.apply(pathways.name_pathway(plan, "Q"))
    first, second = plan.pathways.values()
    assert (first.active, second.active) == (None, True)
    assert second.chosen == {choice: ("項目a",)}
    plan.apply(pathways.take_links(plan, ["b-s"]))
    assert plan.pathways[second.id].chosen == {choice: ("項目b",)}
    plan.apply(pathways.take_options(plan, second.id, {choice: ()}))
    assert plan.pathways[second.id].chosen == {}
    assert plan.pathways[first.id].chosen == {choice: ("項目a",)}


def test_of_two_needed_options_the_new_one_replaces_one_and_alone_it_is_too_few() -> None:
    plan = ways()
    choice = made(plan, "a", "b", "c", needed=2)
    with pytest.raises(PlanError, match="pathway first"):
        pathways.take_links(plan, ["a-s"])
    plan.apply(pathways.name_pathway(plan, "P"))
    with pytest.raises(PlanError, match="needs 2"):
        pathways.take_links(plan, ["a-s"])
    plan.apply(pathways.take_links(plan, ["a-s", "b-s"]))
    plan.apply(pathways.take_links(plan, ["c-s"]))
    assert next(iter(plan.pathways.values())).chosen == {choice: ("項目a", "項目c")}


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_whatever_the_verbs_allow_the_rules_allow_and_undo_takes_back(data: st.DataObject) -> None:
    plan = data.draw(plans(max_nodes=8, texts=PLAIN))
    assume(plan.nodes)
    picked = data.draw(st.lists(st.sampled_from([*plan.nodes, *plan.links]), max_size=4))
    verbs: list[Callable[[], ChangeSet]] = [
        lambda: choices.one_of(plan, picked),
        lambda: choices.together(plan, picked),
        lambda: choices.out_of_choice(plan, picked),
        lambda: pathways.take_links(plan, picked),
    ]
    for choice in plan.choices:
        named = [one.option for one in plan.links.values() if one.choice == choice]
        verbs.append(lambda choice=choice: choices.dissolve(plan, choice))
        verbs += [
            lambda choice=choice, name=name: choices.apart(plan, choice, name or "")
            for name in named
        ]
        verbs += [
            lambda choice=choice, name=name: choices.rename_option(
                plan, choice, name or "", "x", "ja"
            )
            for name in named
        ]
    before = plan.copy()
    for verb in verbs:
        try:
            change_set = verb()
        except PlanError:
            continue
        plan.apply(plan.apply(change_set))
        assert plan == before
