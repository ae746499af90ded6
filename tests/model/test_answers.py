"""Answers of the backward interview as change sets: each is one step, and each can be taken back."""

import msgspec
import pytest

from strategy_planner.model import answers
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.creation import create_plan
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan


@pytest.fixture
def plan() -> Plan:
    return create_plan([r.Node(id="v", kind="vision", title="Clean air", date="2035")])


def done(plan: Plan, change_set: ChangeSet) -> str:
    """Apply a set, see that its inverse takes it back, and give the id of its first change."""
    before = plan.copy()
    inverse = plan.apply(change_set)
    after = plan.copy()
    plan.apply(inverse)
    assert plan == before
    plan.apply(change_set)
    assert plan == after
    return change_set.changes[0].id


def titles(plan: Plan, node_id: str) -> list[str]:
    return [plan.nodes[link.prerequisite].title for link in answers.requirements(plan, node_id)]


def test_an_answer_is_an_item_and_its_link(plan: Plan) -> None:
    state = done(plan, answers.answer_with_new(plan, "v", "No exhaust", "state"))
    action = done(plan, answers.answer_with_new(plan, state, "Ban engines", "action"))
    assert plan.nodes[action].number == "A-001"
    assert titles(plan, state) == ["Ban engines"]
    done(plan, answers.answer_with_known(plan, "v", action))
    assert titles(plan, "v") == ["No exhaust", "Ban engines"]


def test_a_circle_is_refused_and_a_second_link_named(plan: Plan) -> None:
    state = done(plan, answers.answer_with_new(plan, "v", "No exhaust", "state"))
    with pytest.raises(PlanError, match="V-001 → S-001 → V-001"):
        plan.apply(answers.answer_with_known(plan, state, "v"))
    with pytest.raises(PlanError, match="S-001 No exhaust is an answer here already"):
        answers.answer_with_known(plan, "v", state)


def test_alternatives_take_up_new_answers_and_let_go_again(plan: Plan) -> None:
    for title in ("Rail", "Bicycles"):
        done(plan, answers.answer_with_new(plan, "v", title, "action"))
    links = [link.id for link in answers.requirements(plan, "v")]
    done(plan, answers.make_alternatives(plan, "v", links))
    done(plan, answers.answer_with_new(plan, "v", "Rail", "action"))
    (choice,) = plan.choices.values()
    options = [link.option for link in answers.requirements(plan, "v")]
    assert answers.common_choice(plan, "v") == choice.id
    assert options == ["Rail", "Bicycles", "Rail (2)"]
    done(plan, answers.need_each(plan, "v", links[:1]))
    assert answers.common_choice(plan, "v") is None
    done(plan, answers.answer_with_new(plan, "v", "Trams", "action"))
    assert [link.choice for link in answers.requirements(plan, "v")][-1] is None
    done(plan, answers.need_each(plan, "v", plan.links))
    assert not plan.choices


def test_a_choice_that_goes_is_forgotten_by_pathways_and_texts(plan: Plan) -> None:
    for title in ("Rail", "Bicycles"):
        plan.apply(answers.answer_with_new(plan, "v", title, "action"))
    plan.apply(answers.make_alternatives(plan, "v", plan.links))
    (choice,) = plan.choices
    plan = Plan.from_records(
        [
            *plan.every_record(),
            r.Pathway(id="p", chosen={choice: ("Rail", "Bicycles")}, active=True),
            r.Translation(record=f"{choice}:Rail", field="option", language="ja", text="鉄道"),
        ]
    )
    rail, bicycles = plan.links
    done(plan, answers.need_each(plan, "v", [rail]))
    assert plan.pathways["p"].chosen == {choice: ("Bicycles",)}
    done(plan, answers.need_each(plan, "v", [rail, bicycles]))
    assert plan.pathways["p"].chosen == {}
    assert not plan.translations


def test_making_alternatives_of_nothing_makes_no_choice(plan: Plan) -> None:
    assert answers.make_alternatives(plan, "v", []).changes == ()


def test_of_several_ways_one_more_is_needed_until_all_are(plan: Plan) -> None:
    for title in ("Rail", "Bicycles", "Trams"):
        plan.apply(answers.answer_with_new(plan, "v", title, "action"))
    needed = []
    for _ in range(4):
        done(plan, answers.need_one_more(plan, "v"))
        needed.append([choice.effective_needed for choice in plan.choices.values()])
    assert needed == [[1], [2], [], [1]]


def test_an_obstacle_gets_an_owner_and_what_resolves_it(plan: Plan) -> None:
    state = done(plan, answers.answer_with_new(plan, "v", "No exhaust", "state"))
    obstacle = done(plan, answers.name_obstacle(plan, state, "No chargers"))
    assert plan.register[obstacle].blocks
    done(plan, answers.meet_obstacle(plan, "v", obstacle))
    assert plan.register[obstacle].touches == (state, "v")
    assert answers.meet_obstacle(plan, "v", obstacle).changes == ()
    done(plan, answers.make_responsible(plan, obstacle, "Ministry of Transport"))
    (ministry,) = plan.organisations
    again = answers.make_responsible(plan, obstacle, "ministry of  ｔｒａｎｓｐｏｒｔ")
    assert again.changes == ()
    solution = done(plan, answers.resolve_with_new(plan, obstacle, "Build chargers", "action"))
    entry = plan.register[obstacle]
    assert (entry.owner, entry.resolved_by) == (ministry, (solution,))
    assert answers.resolve_with_known(plan, obstacle, solution).changes == ()
    with pytest.raises(PlanError, match="circle"):
        plan.apply(answers.resolve_with_known(plan, obstacle, "v"))


def test_what_resolves_stands_beside_what_is_held_back() -> None:
    plan = create_plan(
        [
            r.Track(id="t"),
            r.Node(id="g", kind="area", title="Area"),
            r.Node(id="s", kind="state", title="State", parent="g", track="t"),
            r.RegisterItem(id="o", kind="obstacle", touches=("s",)),
        ]
    )
    made = answers.resolve_with_new(plan, "o", "Solve", "action")
    node = plan.nodes[done(plan, made)]
    assert (node.parent, node.track) == ("g", "t")
    assert msgspec.structs.asdict(plan.register["o"])["resolved_by"] == (node.id,)
