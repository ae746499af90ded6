"""Why an item stands where it does, in both languages."""

import datetime as dt
from random import Random

import pytest

from analysis.random_plans import random_plan
from analysis.test_golden_schedule import CASES, GoldenPlan
from strategy_planner.analysis.chains import critical_chain_to, why
from strategy_planner.analysis.schedule import schedule
from strategy_planner.analysis.schedule_json import schedule_json, why_json
from strategy_planner.model import records as r
from strategy_planner.model.plan import Plan

STATUS = dt.date(2020, 4, 1)
CASE = {case["name"]: case for case in CASES}


def node(id_, duration=None, **fields):
    kind = fields.pop("kind", "action")
    return r.Node(id=id_, kind=kind, number=id_, title=f"Title {id_}", duration=duration, **fields)


def link(start, end, **fields):
    return r.Link(
        id=f"{start}-{end}", prerequisite=start, dependent=end, relation="requires", **fields
    )


def vision(**fields):
    return node("V", kind="vision", target=dt.date(2030, 12, 31), **fields)


def asked(item, *records, language="en"):
    """``why --json`` of an item in a plan of these records."""
    settings = r.PlanSettings(status_date=STATUS, reference_date=STATUS)
    plan = Plan.from_records([settings, *records])
    return why_json(why(plan, schedule(plan), item), language)


def test_the_early_chain_runs_from_its_first_cause_to_the_item():
    early = asked("V", node("A", "12mo"), node("B", "6mo"), vision(), link("A", "B"),
                  link("B", "V"))["early"]  # fmt: skip
    assert early["date"] == "2021-10-01"
    assert [(step["item"], step["link"]) for step in early["chain"]] == [
        ("A", None), ("B", "A-B"), ("V", "B-V"),
    ]  # fmt: skip
    first, _, last = (step["message"] for step in early["chain"])
    assert first == (
        "A Title A: 31 Mar 2021 at the earliest; it can start on the status date, 1 Apr 2020."
    )
    assert last == "V Title V: 30 Sep 2021 at the earliest, after B Title B."


def test_the_late_chain_runs_from_the_item_to_the_dated_end():
    late = asked("A", node("A", "12mo"), node("B", "6mo"), vision(), link("A", "B"),
                 link("B", "V"))["late"]  # fmt: skip
    assert late["date"] == "2030-07-01"
    assert [(step["item"], step["link"]) for step in late["chain"]] == [
        ("A", "A-B"), ("B", "B-V"), ("V", None),
    ]  # fmt: skip
    assert late["chain"][0]["message"] == "A Title A: 30 Jun 2030 at the latest, for B Title B."
    assert late["chain"][2]["message"] == (
        "V Title V: 31 Dec 2030 at the latest; its target is 31 Dec 2030."
    )


def test_a_link_that_is_not_plain_is_named_with_its_lag():
    records = [node("A", "12mo"), node("B", "24mo"), vision(), link("B", "V"),
               link("A", "B", type="SS", lag="3mo")]  # fmt: skip
    assert asked("B", *records)["early"]["chain"][1]["message"] == (
        "B Title B: 30 Jun 2022 at the earliest, after A Title A (SS start-start, 3 months later)."
    )
    assert (
        "（SS 開始−開始、3か月後）"
        in asked("B", *records, language="ja")["early"]["chain"][1]["message"]
    )
    before = [*records[:-1], link("A", "B", lag="-1mo")]
    assert "(FS finish-start, 1 month before)" in asked("A", *before)["late"]["chain"][0]["message"]


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"not_before": dt.date(2022, 1, 1)}, "it may not start before 1 Jan 2022"),
        ({"date": "2022年度より"}, "by its date as written, “2022年度より”"),
        ({"gate": "G"}, "“Budget” opens on 1 Apr 2021, to be applied for by 31 Aug 2020"),
        (
            {"actual_start": dt.date(2019, 7, 1)},
            "30 Jun 2020 at the earliest; it began on 1 Jul 2019.",
        ),
        ({"actual_start": dt.date(2018, 7, 1)}, "and is not finished on the status date"),
        ({"actual_finish": dt.date(2020, 2, 29)}, "done on 29 Feb 2020"),
        ({"status": "done"}, "its finish is not recorded"),
        ({}, "it can start on the status date, 1 Apr 2020"),
    ],
)
def test_what_can_be_the_first_cause(fields, cause):
    gate = r.Gate(id="G", name="Budget", on=("08-31",), leads="7mo")
    early = asked("A", gate, node("A", "12mo", **fields))["early"]
    assert len(early["chain"]) == 1
    assert cause in early["chain"][0]["message"]
    assert early["text"] == early["chain"][0]["message"]


@pytest.mark.parametrize(
    ("fields", "cause"),
    [
        ({"target": dt.date(2025, 3, 31)}, "its target is 31 Mar 2025"),
        ({"not_after": dt.date(2025, 3, 31)}, "it may not end after 31 Mar 2025"),
        ({"date": "2024年度内"}, "by its date as written, “2024年度内”"),
        ({"not_after": dt.date(2026, 3, 30), "gate": "G"}, "by the last opening of “Budget”"),
    ],
)
def test_what_can_be_the_dated_end(fields, cause):
    gate = r.Gate(id="G", name="Budget", on=("08-31",), leads="7mo")
    late = asked("A", gate, node("A", "12mo", **fields))["late"]
    assert [(step["item"], step["link"]) for step in late["chain"]] == [("A", None)]
    assert cause in late["chain"][0]["message"]


def test_a_vision_whose_date_is_written_is_limited_by_it():
    late = asked("V", node("V", kind="vision", date="2030年"))["late"]
    assert late["date"] == "2031-01-01"
    assert late["text"] == "V Title V: 31 Dec 2030 at the latest; its target is “2030年”."


def test_a_resolver_stands_in_both_chains_without_a_link():
    obstacle = r.RegisterItem(
        id="O", kind="obstacle", title="Approval", touches=("A",), resolved_by=("R",)
    )
    records = [node("R", "24mo"), node("A", "12mo"), vision(), link("A", "V"), obstacle]
    early = asked("V", *records)["early"]
    assert [(step["item"], step["link"]) for step in early["chain"]] == [
        ("R", None), ("A", None), ("V", "A-V"),
    ]  # fmt: skip
    late = asked("R", *records)["late"]
    assert [(step["item"], step["link"]) for step in late["chain"]] == [
        ("R", None), ("A", "A-V"), ("V", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("item", "side", "reason"),
    [
        ("A", "early", "A Title A cannot come as long as Approval is in the way."),
        ("B", "early", "B Title B cannot come as long as Approval is in the way."),
        ("G1", "early", "has no opening left"),
        ("C", "late", "it leads to no dated end"),
        ("D", "late", "D Title D is done"),
        ("N", "late", "serves only options that the pathway did not choose"),
        ("X", "early", "X Title X was dropped"),
        ("X", "late", "X Title X was dropped"),
    ],
)
def test_without_a_date_the_text_says_why(item, side, reason):
    records = [
        node("A"), node("B"), node("C"), node("D", status="done"), node("M"), node("N"), vision(),
        node("X", status="dropped"), node("G1", gate="G"),
        r.Gate(id="G", opens=(dt.date(2019, 1, 1),)),
        link("A", "B"), link("D", "V"),
        link("M", "V", choice="K", option="a"), link("N", "V", choice="K", option="b"),
        r.Choice(id="K", node="V"), r.Pathway(id="P", chosen={"K": ("a",)}, active=True),
        r.RegisterItem(id="O", kind="obstacle", title="Approval", touches=("A",)),
    ]  # fmt: skip
    chain = asked(item, *records)[side]
    assert chain["date"] is None
    assert chain["chain"] == []
    assert reason in chain["text"]


def test_titles_are_said_in_the_language_of_the_reader():
    title = r.Translation(record="A", field="title", language="en", text="Shared data")
    records = [node("A", "1y"), vision(), link("A", "V"), title]
    assert "A Shared data: 31 Mar 2021" in asked("V", *records)["early"]["text"]
    japanese = asked("V", *records, language="ja")["early"]
    assert "A Title A：最早2021年3月31日" in japanese["text"]


def test_a_title_is_text_and_never_a_pattern():
    records = [r.Node(id="A", kind="action", title="{day} 50% {0}", duration="1y")]
    assert "{day} 50% {0}" in asked("A", *records)["early"]["text"]


def test_a_chain_can_be_asked_for_any_item():
    plan = GoldenPlan(CASE["A_and_feasible"]).plan
    found = schedule(plan)
    assert critical_chain_to(plan, found, "DEM") == ("RD", "DEM")
    assert critical_chain_to(plan, found, "DB") == ("DES", "DB")


@pytest.mark.parametrize("seed", range(60))
def test_both_chains_agree_with_the_schedule(seed):
    plan = random_plan(Random(seed))
    found = schedule(plan)
    for id_, item in found.items.items():
        told = why(plan, found, id_)
        assert (told.early.date, told.late.date) == (item.early_finish, item.late_finish)
        assert bool(told.early.steps) == (item.early_finish is not None)
        assert bool(told.late.steps) == (item.late_finish is not None)
        if told.early.steps:
            assert tuple(s.item for s in told.early.steps) == critical_chain_to(plan, found, id_)
            assert (told.early.steps[0].link, told.early.steps[-1].item) == (None, id_)
        if told.late.steps:
            assert told.late.steps[0].item == id_
            assert told.late.steps[-1].link is None
        for step in (*told.early.steps, *told.late.steps):
            assert step.message.into("ja") != step.message.into("en")


def test_the_json_of_a_schedule_holds_every_key_of_the_contract():
    result = schedule_json(schedule(GoldenPlan(CASE["A_and_feasible"]).plan))
    assert list(result) == ["status_date", "pathway", "items", "targets", "critical_chain"]
    assert result["items"]["RD"] == {
        "number": None,
        "early_start": "2020-04-01",
        "early_finish": "2024-04-01",
        "late_start": "2022-01-01",
        "late_finish": "2026-01-01",
        "total_slack_days": 640,
        "free_slack_days": 0,
        "state": "ok",
        "conditional": False,
        "aim_missed_days": None,
        "driven_by": None,
        "drives": "RD-DEM-",
    }
    assert result["targets"]["V"] == {
        "target": "2030-12-31",
        "finish": "2029-04-01",
        "slack_days": 640,
        "blocked_by": [],
    }
    assert result["critical_chain"] == ["RD", "DEM", "MKT", "V"]
