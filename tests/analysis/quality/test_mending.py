"""What the quality check offers to do: one edit, after which its rule has less to say."""

import datetime as dt

import pytest

from strategy_planner.analysis.quality.check import check_quality
from strategy_planner.analysis.quality.mending import mend
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

STATUS = dt.date(2020, 1, 1)
VISION = r.Node(id="v", kind="vision", title="Vision", target=dt.date(2030, 12, 31))
ACTION = r.Node(id="a", kind="action", title="Act", number="A-001")
REQUIRES = r.Link(id="l", prerequisite="a", dependent="v", relation="requires")


def entry(kind, **fields) -> r.RegisterItem:
    return r.RegisterItem(id="e", kind=kind, title="Entry", **fields)


CASES = {
    "no_vision": [ACTION],
    "vision_without_chain": [VISION],
    "without_means": [VISION, r.Node(id="s", kind="state", title="S")],
    "action_without_state": [VISION, ACTION, REQUIRES],
    "obstacle_without_resolver": [VISION, ACTION, entry("obstacle", touches=("a",))],
    "dropped_requirement": [VISION, REQUIRES,
                            r.Node(id="a", kind="action", title="A", status="dropped")],
    "duplicate_number": [ACTION, r.Node(id="b", kind="action", title="B", number="A-001")],
    "silent_track": [ACTION, r.Track(id="t", name="T")],
    "assumption_without_signpost": [VISION, entry("assumption", touches=("v",))],
    "vision_without_kpi": [VISION],
}  # fmt: skip


def found_by(rule: str, plan: Plan) -> list[tuple[str, ...]]:
    outcomes = check_quality(plan, schedule(plan)).outcomes
    return [items for one in outcomes if one.rule.name == rule for items, _ in one.failing]


@pytest.mark.parametrize("rule", CASES)
def test_an_offer_answers_its_finding_and_can_be_taken_back(rule: str) -> None:
    settings = r.PlanSettings(status_date=STATUS, reference_date=STATUS)
    plan = Plan.from_records([settings, *CASES[rule]])
    (finding,) = found_by(rule, plan)
    before = list(plan.every_record())
    offered = mend(plan, rule, finding)
    assert offered is not None
    inverse = plan.apply(offered)
    assert not found_by(rule, plan)
    plan.apply(inverse)
    assert list(plan.every_record()) == before


def test_a_state_between_leaves_the_claim_its_reason_and_its_place_in_a_choice() -> None:
    choice = r.Choice(id="c", node="v")
    link = r.Link(id="l", prerequisite="a", dependent="v", relation="requires",
                  choice="c", option="1", reason="so")  # fmt: skip
    plan = Plan.from_records([VISION, ACTION, choice, link])
    offered = mend(plan, "action_without_state", ("a", "v", "l"))
    assert offered is not None
    plan.apply(offered)
    kept = plan.links["l"]
    assert (kept.dependent, kept.choice, kept.reason) == ("v", "c", "so")
    (before,) = plan.links_into(kept.prerequisite)
    assert before.prerequisite == "a"


def test_what_only_a_planner_can_answer_has_no_offer() -> None:
    plan = Plan.from_records([VISION, ACTION, REQUIRES])
    assert mend(plan, "link_without_reason", ("l", "v", "a")) is None
