"""The problems of a plan: each rule where it speaks, and where it keeps silent."""

import datetime as dt
import re
from random import Random

import pytest

from analysis.random_edits import random_edit
from analysis.random_plans import random_plan
from analysis.test_chains import STATUS, link, node, vision
from analysis.test_golden_schedule import CASES, GoldenPlan
from strategy_planner.analysis.finding import WEIGHTS
from strategy_planner.analysis.findings import findings, found_after, found_in
from strategy_planner.analysis.rescheduling import rescheduled
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan

GATE = r.Gate(id="G", name="新規予算の概算要求", on=("08-31",), leads="7mo")
OBSTACLE = r.RegisterItem(id="O", kind="obstacle", title="Approval", touches=("A",))
LATE = {"target": dt.date(2020, 12, 31)}


def found(*records, status=STATUS):
    settings = r.PlanSettings(status_date=status, reference_date=status)
    plan = Plan.from_records([settings, *records])
    return findings(plan, schedule(plan))


def one(rule, *records, **options):
    """The only finding of a rule."""
    (finding,) = [one for one in found(*records, **options) if one.rule == rule]
    return finding


CASES_OF_RULES = {
    "target_late": [node("A", "12mo", **LATE)],
    "target_blocked": [node("A", target=dt.date(2030, 1, 1)), OBSTACLE],
    "limit_missed": [node("A", "12mo", not_after=dt.date(2020, 12, 31))],
    "window_missed": [node("A", "12mo", date="2020年内")],
    "item_late": [node("A", "12mo"), node("B", **LATE), link("A", "B")],
    "option_late": [
        node("A", "12mo"), node("B"), node("C", **LATE), r.Choice(id="K", node="C"),
        link("A", "C", choice="K", option="a"), link("B", "C", choice="K", option="b"),
    ],
    "aim_missed": [node("A", "12mo", date="2020年内目途")],
    "gate_request": [GATE, node("A", "12mo", gate="G")],
    "gate_closed": [r.Gate(id="G", opens=(dt.date(2019, 1, 1),)), node("A", gate="G")],
    "vision_without_date": [node("V", kind="vision"), node("A"), link("A", "V")],
    "vision_without_chain": [vision(), node("A")],
    "without_means": [node("S", kind="state")],
    "serves_nothing": [vision(), node("A")],
    "dropped_requirement": [node("X", status="dropped"), node("A"), link("X", "A")],
    "obstacle_without_resolver": [node("A"), OBSTACLE],
    "obstacle_on_begun": [node("A", actual_start=dt.date(2020, 1, 1)), OBSTACLE],
    "duplicate_number": [node("A"), r.Node(id="B", kind="action", number="A", title="B")],
    "begun_too_soon": [
        node("B", "12mo"), node("A", actual_start=dt.date(2020, 1, 1)), link("B", "A"),
    ],
    "started_without_day": [node("A", status="started")],
    "finish_not_recorded": [node("A", status="done")],
    "not_before_too_late": [node("A", not_before=dt.date(2026, 1, 1), target=dt.date(2025, 1, 1))],
    "window_passed": [node("A", "5y", date="2019年内", actual_start=dt.date(2019, 1, 1))],
    "vague_date": [node("A", date="早期に")],
}  # fmt: skip


@pytest.mark.parametrize("rule", CASES_OF_RULES)
def test_a_rule_speaks_with_its_items_in_both_languages(rule):
    finding = one(rule, *CASES_OF_RULES[rule])
    assert finding.items
    english, japanese = finding.message.into("en"), finding.message.into("ja")
    assert re.search("[ぁ-ん]", japanese)
    assert "{" not in english + japanese
    if rule not in {"duplicate_number", "obstacle_without_resolver"}:
        assert f"Title {finding.items[0]}" in english


@pytest.mark.parametrize("rule", CASES_OF_RULES)
def test_a_sound_plan_is_silent(rule):
    sound = [
        node("A", "12mo", date="2022年度内"), vision(), link("A", "V"),
        node("D", actual_finish=dt.date(2020, 1, 31)), link("D", "V"),
    ]  # fmt: skip
    assert rule not in {finding.rule for finding in found(*sound)}


def test_a_late_target_is_told_with_its_chain_and_days():
    plan = GoldenPlan({case["name"]: case for case in CASES}["A2_and_infeasible"]).plan
    first = findings(plan, schedule(plan))[0]
    assert (first.rule, first.severity) == ("target_late", "error")
    assert first.items == ("V", "MKT", "DEM", "RD")
    assert first.days == (dt.date(2031, 10, 1) - dt.date(2031, 1, 1)).days
    assert first.message.into("ja") == (
        "「V」は最早でも2031年9月30日となり、2030年12月31日に9か月遅れます。「RD」からの連鎖が決めています。"
    )


def test_the_budget_request_is_told_while_it_can_be_made():
    """The golden budget gate: a start in April 2020 is asked for by the end of August 2019."""
    study = node("A", "12mo", gate="G", date="2020年度")
    day = dt.date(2019, 6, 7)
    finding = one("gate_request", GATE, study, status=day)
    assert (finding.days, finding.severity, finding.items) == (85, "warning", ("A", "G"))
    assert finding.message.into("ja") == (
        "A Title A：2020年4月1日の着手には、2019年8月31日までの「新規予算の概算要求」が必要です（あと85日）。"
        "これを逃すと12か月遅れて着手は2021年4月1日となり、終わりが期限に12か月遅れます。"
    )
    begun = node("A", "12mo", gate="G", actual_start=day)
    assert not [one for one in found(GATE, begun, status=day) if one.rule == "gate_request"]


def test_a_blocked_target_names_what_stands_in_the_way():
    finding = one("target_blocked", *CASES_OF_RULES["target_blocked"])
    assert finding.items == ("A", "O")
    assert finding.message.into("en") == (
        "A Title A cannot be reached: Approval must be resolved first."
    )


def test_a_closed_obstacle_and_a_dropped_option_are_no_problem():
    closed = r.RegisterItem(id="O", kind="obstacle", state="closed", touches=("A",))
    assert not [one for one in found(node("A"), closed) if "obstacle" in one.rule]
    records = [
        node("X", status="dropped"), node("B"), node("C"), r.Choice(id="K", node="C"),
        link("X", "C", choice="K", option="a"), link("B", "C", choice="K", option="b"),
    ]  # fmt: skip
    assert not [one for one in found(*records) if one.rule == "dropped_requirement"]


def test_start_start_is_kept_by_what_has_begun():
    day = dt.date(2020, 1, 1)
    records = [node("B", "12mo", actual_start=day), node("A", actual_start=day)]
    assert not [
        one for one in found(*records, link("B", "A", type="SS")) if one.rule == "begun_too_soon"
    ]
    assert one("begun_too_soon", *records, link("B", "A")).items == ("A", "B", "B-A")


@pytest.mark.parametrize("seed", range(40))
def test_the_heaviest_come_first_and_every_late_item_is_told(seed):
    plan = random_plan(Random(seed))
    result = schedule(plan)
    told = findings(plan, result)
    weights = [WEIGHTS[finding.severity] for finding in told]
    assert weights == sorted(weights)
    late = {i for i, item in result.items.items() if item.state == "late"}
    kinds = {"target_late", "item_late", "option_late", "limit_missed", "window_missed"}
    assert {one.items[0] for one in told if one.rule in kinds} >= late
    for finding in told:
        assert all(plan.find(id_) is not None for id_ in finding.items)
        assert finding.message.into("ja") != finding.message.into("en")


def test_an_empty_plan_has_no_problem():
    plan = Plan()
    assert findings(plan, schedule(plan)) == []


def edited(random, plan):
    """A random edit that the plan's rules and the years of a plan allow, made; None otherwise."""
    edit = random_edit(random, plan)
    try:
        undo = plan.apply(edit)
    except PlanError:
        return None
    try:
        schedule(plan)
    except PlanError:
        plan.apply(undo)
        return None
    return edit


@pytest.mark.parametrize("seed", range(0, 300, 100))
def test_after_an_edit_the_same_is_found_as_anew(seed):
    made = 0
    for one_seed in range(seed, seed + 100):
        random = Random(one_seed)
        plan = random_plan(random)
        now = schedule(plan)
        before = found_in(plan, now)
        for _ in range(8):
            edit = edited(random, plan)
            if edit is None:
                continue
            now = rescheduled(now, plan, edit.changes)
            before = found_after(before, plan, now, edit.changes)
            assert before.every == findings(plan, now), (one_seed, edit)
            made += now.since is not None
    assert made > 100


def test_what_an_edit_does_not_reach_is_not_looked_for_again():
    records = [node("A", "12mo", **LATE), node("B", "12mo", **LATE), node("S", kind="state")]
    plan = Plan.from_records([r.PlanSettings(status_date=STATUS, reference_date=STATUS), *records])
    now = schedule(plan)
    before = found_in(plan, now)
    edit = set_fields(plan, "node", "A", duration="18mo")
    plan.apply(edit)
    after = found_after(before, plan, rescheduled(now, plan, edit.changes), edit.changes)
    kept = {one.rule: one for one in before.every if "S" in one.items}
    assert all(one is kept[one.rule] for one in after.every if "S" in one.items)
    assert kept
