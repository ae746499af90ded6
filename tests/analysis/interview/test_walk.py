"""The walk of the interview: the order of its questions, its ways back, its open ends."""

import pytest

from strategy_planner.analysis.findings import findings
from strategy_planner.analysis.interview import places, walk
from strategy_planner.analysis.interview.matches import matching
from strategy_planner.analysis.interview.open_ends import OpenEnds, open_ends
from strategy_planner.analysis.interview.walk import Interview, Stand
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import answers, edits
from strategy_planner.model import records as r
from strategy_planner.model.creation import create_plan
from strategy_planner.model.plan import Plan


def ends_of(plan: Plan) -> OpenEnds:
    return open_ends(plan, findings(plan, schedule(plan)))


def link(source: str, target: str, **fields: str) -> r.Link:
    return r.Link(
        id=f"{source}-{target}",
        prerequisite=source,
        dependent=target,
        relation="requires",
        **fields,
    )


@pytest.fixture
def plan() -> Plan:
    """A vision that requires two areas; the first has a state without means."""
    return create_plan(
        [
            r.Node(id="v", kind="vision", title="Vision", date="2035"),
            r.Node(id="s", kind="state", title="State"),
            r.Node(id="g1", kind="area", title="First"),
            r.Node(id="g2", kind="area", title="Second"),
            r.Node(id="idle", kind="action", title="Idle"),
            link("g1", "v", reason="because"),
            link("g2", "v"),
            link("s", "g1"),
        ]
    )


def asked(interview: Interview, plan: Plan, most: int = 40) -> list[Stand]:
    """Every question, when each is passed on empty."""
    found: list[Stand] = []
    while interview.stand is not None and len(found) < most:
        found.append(interview.stand)
        interview = walk.go_on(interview, plan, ends_of(plan))
    return found


def test_open_ends_name_each_kind(plan: Plan) -> None:
    plan.apply(answers.name_obstacle(plan, "g1", "Law"))
    (obstacle,) = plan.register
    ends = ends_of(plan)
    assert ends.without_means == ("g2", "s")
    assert ends.unanswered == (obstacle,)
    assert ends.serving_nothing == ("idle",)
    assert ends.unreasoned == ("g2-v", "s-g1")
    assert ends.count == 6


def test_it_asks_five_questions_and_goes_to_areas_without_means_first(plan: Plan) -> None:
    stands = asked(walk.begin(plan, ends_of(plan), "v"), plan)
    assert [stand.item for stand in stands if stand.question == "means"] == ["v", "g2", "s"]
    assert [stand.question for stand in stands[:4]] == ["means", "enough", "obstacles", "deadline"]


def test_without_a_selection_it_begins_where_nothing_is_required(plan: Plan) -> None:
    assert walk.begin(plan, ends_of(plan)).stand == Stand("means", "g2")
    assert walk.begin(Plan(), ends_of(Plan())).stand is None


def test_it_asks_who_removes_each_obstacle_that_has_no_answer(plan: Plan) -> None:
    for title in ("Law", "Money", "People"):
        plan.apply(answers.name_obstacle(plan, "g1", title))
    law, money, people = plan.register
    plan.apply(answers.resolve_with_known(plan, money, "idle"))
    plan.apply(answers.make_responsible(plan, money, "Ministry"))
    stands = asked(walk.begin(plan, ends_of(plan), "g1"), plan, 6)
    assert stands[2:] == [
        Stand("obstacles", "g1"),
        Stand("remover", "g1", law),
        Stand("remover", "g1", people),
        Stand("deadline", "g1"),
    ]


def test_it_comes_back_to_the_question_left_to_go_deeper(plan: Plan) -> None:
    interview = walk.go_deeper(walk.begin(plan, ends_of(plan), "g1"), "s")
    interview = walk.ask_reason(interview, plan, "s-g1")
    stands = asked(interview, plan, 7)
    assert stands[:2] == [Stand("reason", "g1", "s-g1"), Stand("means", "s")]
    assert stands[5:] == [Stand("means", "g1"), Stand("enough", "g1")]


def test_it_goes_back_step_by_step(plan: Plan) -> None:
    first = walk.begin(plan, ends_of(plan), "v")
    second = walk.go_on(first, plan, ends_of(plan))
    third = walk.go_deeper(second, "g1")
    assert walk.go_back(third) == second
    assert walk.go_back(walk.go_back(third)) == first
    assert walk.go_back(first) == first
    assert walk.go_back(walk.end(third)) == third
    assert walk.end(walk.end(third)).before == third


def test_reasons_and_purposes_lead_to_the_next_of_their_kind(plan: Plan) -> None:
    start = walk.end(walk.begin(plan, ends_of(plan), "v"))
    reason = walk.turn_to(start, Stand("reason", "v", "g2-v"))
    assert asked(reason, plan) == [Stand("reason", "v", "g2-v"), Stand("reason", "g1", "s-g1")]
    purpose = walk.turn_to(start, Stand("purpose", "idle"))
    assert asked(purpose, plan) == [Stand("purpose", "idle")]


def test_what_was_taken_back_is_no_longer_stood_on(plan: Plan) -> None:
    first = walk.begin(plan, ends_of(plan), "v")
    deep = walk.go_deeper(walk.go_deeper(first, "g1"), "s")
    plan.apply(edits.delete(plan, ["s"]))
    assert walk.settled(deep, plan, ends_of(plan)) == walk.go_deeper(first, "g1")
    plan.apply(edits.delete(plan, ["v", "g1"]))
    assert walk.settled(deep, plan, ends_of(plan)).stand == Stand("means", "g2")


def test_the_path_runs_from_the_vision_to_the_item(plan: Plan) -> None:
    assert places.path_from_vision(plan, "s") == ("v", "g1", "s")
    assert places.path_from_vision(plan, "idle") == ("idle",)
    plan.apply(answers.name_obstacle(plan, "g1", "Law"))
    (obstacle,) = plan.register
    plan.apply(answers.resolve_with_known(plan, obstacle, "idle"))
    assert places.path_from_vision(plan, "idle") == ("v", "g1", "idle")


def test_stages_are_the_areas_else_what_the_vision_requires(plan: Plan) -> None:
    assert places.stages(plan) == ("g1", "g2")
    for area in ("g1", "g2"):
        plan.apply(edits.set_fields(plan, "node", area, kind="milestone"))
    assert places.stages(plan) == ("g1", "g2")
    plan.apply(edits.delete(plan, ["g2-v"]))
    assert places.stages(plan) == ("g1",)


def test_a_stage_is_done_when_it_was_called_sufficient(plan: Plan) -> None:
    assert places.progress(plan, ends_of(plan), "g2") == "open"
    assert places.progress(plan, ends_of(plan), "g1") == "begun"
    plan.apply(edits.set_fields(plan, "node", "g1", sufficiency="sufficient"))
    assert places.progress(plan, ends_of(plan), "g1") == "done"
    plan.apply(answers.name_obstacle(plan, "g1", "Law"))
    assert places.progress(plan, ends_of(plan), "g1") == "begun"
    plan.apply(edits.set_fields(plan, "node", "g2", status="done"))
    assert places.progress(plan, ends_of(plan), "g2") == "done"


def test_names_match_by_beginning_then_whole_then_words() -> None:
    names = [
        ("a", "Data for health"),
        ("b", "Health data platform"),
        ("c", "A health data law"),
        ("d", "機能性食品の科学的知見に基づく新たな表示の実現"),
        ("e", "Roads"),
    ]
    assert matching("health data", names) == ["b", "c", "a"]
    assert matching("機能性食品の科学的知見に", names) == ["d"]
    assert matching("ＤＡＴＡ", names, most=1) == ["a"]
    assert matching("  ", names) == []
