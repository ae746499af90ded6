"""What has a last day, in order, with the sentence that says it and the steps that say why."""

import datetime as dt
from random import Random

import pytest

from analysis.decisions.test_decision_calendar import SETTINGS, action, example_b, link
from analysis.random_plans import random_plan
from strategy_planner.analysis.decisions.calendar import decision_calendar
from strategy_planner.analysis.decisions.deadline_words import sentence
from strategy_planner.analysis.decisions.deadlines import Deadline, deadlines
from strategy_planner.analysis.decisions.reasons import reasons, taking_alone
from strategy_planner.analysis.decisions.watching import signpost_in_words, watched_until
from strategy_planner.analysis.schedule import schedule
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import (
    Gate,
    Kpi,
    Measurement,
    Node,
    Pathway,
    RegisterItem,
)

VISION = Node(id="V", kind="vision", title="V", target=dt.date(2023, 12, 31))
BUDGET = Gate(id="g", name="Budget", every="yearly", on=("08-31",), leads="7mo")


def found(plan: Plan) -> tuple[Deadline, ...]:
    passes = schedule(plan)
    return deadlines(plan, passes, decision_calendar(plan, passes))


def said(plan: Plan, deadline: Deadline, language: str = "en") -> str:
    passes = schedule(plan)
    calendar = decision_calendar(plan, passes)
    return sentence(plan, passes, calendar, deadline).into(language)


def why(plan: Plan, deadline: Deadline) -> list[tuple[str, str]]:
    passes = schedule(plan)
    steps = reasons(plan, passes, decision_calendar(plan, passes), deadline)
    return [(step.item, step.message.into("en")) for step in steps]


def of_kind(plan: Plan, kind: str) -> list[Deadline]:
    return [one for one in found(plan) if one.kind == kind]


def test_an_open_choice_has_its_decision_and_each_option_its_closing_in_order() -> None:
    rows = found(example_b())
    assert [(one.kind, one.day) for one in rows] == [
        ("option", dt.date(2021, 7, 1)),
        ("choice", dt.date(2022, 1, 1)),
        ("option", dt.date(2022, 1, 1)),
    ]
    assert rows[0].is_first_loss
    assert not rows[2].is_first_loss
    assert all(one.is_open for one in rows)


def test_an_option_closes_where_its_first_item_must_begin_and_the_late_chain_says_why() -> None:
    plan = example_b()
    steps = why(plan, found(plan)[0])
    assert [item for item, _ in steps] == ["B2", "B2", "C2", "V"]
    assert "B2 must begin by 1 Jul 2021" in steps[0][1]


def test_a_choice_says_when_fewer_options_than_needed_are_left() -> None:
    plan = example_b()
    ((item, words), *options) = why(plan, of_kind(plan, "choice")[0])
    assert item == "V"
    assert "1 of 2 options are needed. After 1 Jan 2022" in words
    assert [item for item, _ in options] == ["A1", "C2"]


def test_what_the_pathway_decided_is_no_longer_open_but_what_it_chose_must_begin() -> None:
    plan = example_b(Pathway(id="p", chosen={"c": ("two",)}, active=True))
    open_rows = [one for one in found(plan) if one.is_open]
    assert [(one.kind, one.option.option) for one in open_rows if one.option] == [("option", "two")]
    assert "which is chosen, must begin" in said(plan, open_rows[0])
    assert "is decided for two" in said(plan, of_kind(plan, "choice")[0])


def with_status(plan: Plan, day: dt.date) -> Plan:
    settings = type(SETTINGS)(status_date=day, reference_date=day)
    return Plan.from_records(
        settings if record is plan.settings else record for record in plan.every_record()
    )


def test_near_days_warn_and_passed_ones_say_so() -> None:
    plan = with_status(example_b(), dt.date(2021, 11, 1))
    first, choice, second = found(plan)
    assert first.is_missed
    assert "4 months ago: “two” can no longer be begun in time" in said(plan, first)
    assert choice.is_near
    assert second.is_near
    assert "61 days left" in said(plan, choice)
    assert "残り61日" in said(plan, choice, "ja")


def test_a_gate_has_the_day_that_is_planned_and_the_last_one_in_time() -> None:
    plan = Plan.from_records([SETTINGS, VISION, BUDGET, action("A", 12, gate="g"), link("A", "V")])
    planned, last = found(plan)
    assert (planned.kind, planned.day) == ("gate", dt.date(2020, 8, 31))
    assert (last.kind, last.day) == ("last_gate", dt.date(2021, 8, 31))
    assert "Missing it costs 12 months" in said(plan, planned)
    assert why(plan, last)[0][1].endswith("by 31 Aug 2021 may begin on 1 Apr 2022.")
    assert why(plan, planned)[-1][0] == "A"


def test_a_gate_that_opens_only_once_says_that_there_is_no_later_opening() -> None:
    once = Gate(id="g", name="Call", opens=(dt.date(2020, 8, 31),))
    plan = Plan.from_records([SETTINGS, VISION, once, action("A", 12, gate="g"), link("A", "V")])
    (only,) = found(plan)
    assert "There is no later opening" in said(plan, only)


def test_what_has_begun_is_not_applied_for_any_more() -> None:
    begun = action("A", 12, gate="g", actual_start=dt.date(2019, 4, 1))
    assert not found(Plan.from_records([SETTINGS, VISION, BUDGET, begun, link("A", "V")]))


def test_decisions_stand_at_their_latest_day_and_without_one_last() -> None:
    plan = Plan.from_records(
        [
            SETTINGS,
            VISION,
            Node(id="D", kind="decision", title="D"),
            Node(id="E", kind="decision", title="E"),
            Node(id="F", kind="decision", title="F", actual_finish=dt.date(2019, 1, 1)),
            link("D", "V"),
        ]
    )
    assert [(one.item, one.day) for one in found(plan)] == [
        ("D", dt.date(2023, 12, 31)),
        ("E", None),
    ]
    assert "no date depends on it yet" in said(plan, found(plan)[1])
    assert why(plan, found(plan)[1])[0][1] == "E has no latest date: it leads to no dated end."


def watched() -> Plan:
    return example_b(
        Kpi(id="k", name="Price", unit="times", baseline=(dt.date(2018, 1, 1), 4.0)),
        Measurement(id="m", kpi="k", date=dt.date(2020, 1, 1), value=3.5),
        RegisterItem(
            id="s", kind="signpost", title="Price", touches=("c",), kpi="k", threshold=3.0,
            lead="12mo",
        ),
        RegisterItem(id="u", kind="signpost", title="Talk", touches=("c",)),
    )  # fmt: skip


def test_a_signpost_has_the_day_on_which_its_trend_has_to_be_acted_on() -> None:
    plan = watched()
    (one,) = of_kind(plan, "signpost")
    assert one.item == "V"
    assert "3.25 times" in said(plan, one)
    told = [words for _, words in why(plan, one)]
    assert told[0].startswith("“Price” passes 3 times on")
    assert told[1].startswith("To act takes 12 months")
    assert told[2] == "It tells of one, two."


def test_what_is_watched_is_told_with_all_that_is_known_of_it() -> None:
    plan = watched()
    passes = schedule(plan)
    calendar = decision_calendar(plan, passes)
    choice = of_kind(plan, "choice")[0]
    assert watched_until(plan, calendar, choice) == ("s", "u")
    price, talk = (
        [line.into("en") for line in signpost_in_words(plan, passes, calendar, id_)]
        for id_ in ("s", "u")
    )
    assert price[:4] == [
        "Price", "Threshold: 3 times.", "Now 3.5 times (1 Jan 2020).",
        "Lead time to act: 12 months.",
    ]  # fmt: skip
    assert "reads 3.25 times" in price[4]
    assert talk == [
        "Talk", "The threshold is to be set.",
        "Its present value is not measured: no KPI is named.",
    ]  # fmt: skip


@pytest.mark.parametrize("seed", range(0, 200, 2))
def test_the_item_that_closes_an_option_must_begin_on_that_very_day(seed: int) -> None:
    try:
        plan = random_plan(Random(seed))
        passes = schedule(plan)
    except PlanError:
        return
    calendar = decision_calendar(plan, passes)
    for one in deadlines(plan, passes, calendar):
        assert sentence(plan, passes, calendar, one).into("ja")
        steps = reasons(plan, passes, calendar, one)
        assert steps
        if one.option is not None and one.option.closes_on is not None:
            alone = schedule(taking_alone(plan, passes, one.option))
            assert alone.items[steps[0].item].late_start == one.day
