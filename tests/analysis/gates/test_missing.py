"""What missing a gate costs, the golden budget gate, and the gate that plans are given."""

import datetime as dt
import json
from pathlib import Path

import pytest

from strategy_planner.analysis.findings import findings
from strategy_planner.analysis.gates.missing import gates_ahead, missed_gate
from strategy_planner.analysis.gates.words import gate_in_words
from strategy_planner.analysis.schedule import schedule
from strategy_planner.commands.main import main
from strategy_planner.model import records as r
from strategy_planner.model.errors import PlanError
from strategy_planner.model.gate_templates import add_budget_gate
from strategy_planner.model.plan import Plan

GOLDEN = json.loads(
    (Path(__file__).parents[2] / "golden" / "pathways_gates_triggers.json").read_text("utf-8")
)["budget_gate"]
STATUS = dt.date.fromisoformat(GOLDEN["status_date"])
WORKED_EXAMPLE = str(Path(__file__).parents[3] / "sample_projects" / "worked_example.splan")


def day(text):
    return dt.date.fromisoformat(text)


def with_budget_gate(*records, language="ja"):
    """A plan that was given the budget gate, on which every action waits."""
    settings = r.PlanSettings(status_date=STATUS, reference_date=STATUS, language=language)
    plan = Plan.from_records([settings])
    plan.apply(add_budget_gate(plan))
    gate = next(iter(plan.gates))
    gated = [
        r.Node(id=one.id, kind="action", title=one.title, duration=one.duration, gate=gate)
        if isinstance(one, r.Node) and one.kind == "action"
        else one
        for one in records
    ]
    return Plan.from_records([*plan.every_record(), *gated])


def study(*more, target):
    return with_budget_gate(
        r.Node(id="FS", kind="action", title="FS", duration="12mo"),
        r.Node(id="v", kind="vision", title="v", target=target),
        r.Link(id="l", prerequisite="FS", dependent="v", relation="requires"),
        *more,
    )


def missed(plan, item="FS"):
    return missed_gate(plan, schedule(plan), item)


@pytest.mark.parametrize("snap", GOLDEN["snap"])
def test_a_late_start_snaps_back_to_the_golden_opening(snap):
    """LS of the ungated work is the snap's; the gate lets it start on the April before."""
    ends = dt.date(day(snap["LS"]).year + 1, day(snap["LS"]).month, 1)
    plan = study(target=ends - dt.timedelta(days=1))
    item = schedule(plan).items["FS"]
    assert item.late_start.isoformat() == snap["latest_fy_start"]
    request = day(snap["request_deadline"])
    on_last_day = schedule(plan, status_date=request)
    assert missed_gate(plan, on_last_day, "FS").apply_by == request
    assert on_last_day.items["FS"].early_start.isoformat() == snap["latest_fy_start"]
    assert missed_gate(plan, on_last_day, "FS").moved[0].becomes_late


def test_the_golden_request_has_85_days_left_and_missing_it_costs_a_year():
    plan = study(target=day("2021-03-31"))
    one = missed(plan)
    assert (one.starts, one.apply_by) == (
        day(GOLDEN["start"]), day(GOLDEN["budget_request_deadline"]),
    )  # fmt: skip
    assert one.days_left == GOLDEN["days_left"]
    assert (one.starts_then, one.costs_days, one.finish_shift_days) == (day("2021-04-01"), 365, 365)
    (target,) = one.moved
    assert (target.slack_days, target.slack_then, target.becomes_late) == (0, -365, True)
    said = gate_in_words(plan, one)
    assert "costs 12 months" in said.into("en")
    assert "1月" not in said.into("ja")
    assert said.into("ja").endswith(
        "これを逃すと12か月遅れて着手は2021年4月1日となり、vが期限に12か月遅れます。"
    )
    finding = next(one for one in findings(plan, schedule(plan)) if one.rule == "gate_request")
    assert (finding.severity, finding.days) == ("warning", 85)
    assert finding.message == said


def test_with_slack_enough_the_target_is_still_in_time():
    plan = study(target=day("2023-03-31"))
    one = missed(plan)
    assert not one.hurts
    assert one.moved[0].slack_then == 365
    assert "v is still in time" in gate_in_words(plan, one).into("en")
    finding = next(one for one in findings(plan, schedule(plan)) if one.rule == "gate_request")
    assert finding.severity == "note"


def test_what_is_late_already_comes_later_still():
    plan = study(target=day("2020-03-31"))
    one = missed(plan)
    assert not one.moved[0].becomes_late
    assert one.hurts
    assert "later still, 24 months too late" in gate_in_words(plan, one).into("en")


def test_a_gate_without_a_later_opening_says_so():
    gate = r.Gate(id="g", name="Call", opens=(day("2019-09-01"),))
    plan = Plan.from_records([
        r.PlanSettings(status_date=STATUS, reference_date=STATUS), gate,
        r.Node(id="FS", kind="action", title="FS", duration="2mo", gate="g"),
    ])  # fmt: skip
    one = missed(plan)
    assert (one.starts_then, one.costs_days, one.hurts) == (None, None, True)
    assert gate_in_words(plan, one).into("en").endswith("There is no later opening.")


def test_what_has_begun_has_no_gate_or_cannot_come_misses_none():
    settings = r.PlanSettings(status_date=STATUS, reference_date=STATUS)
    gate = r.Gate(id="g", on=("08-31",), leads="7mo")
    begun = r.Node(id="b", kind="action", title="b", gate="g", actual_start=STATUS)
    free = r.Node(id="f", kind="action", title="f")
    dropped = r.Node(id="d", kind="action", title="d", gate="g", status="dropped")
    plan = Plan.from_records([settings, gate, begun, free, dropped])
    assert [missed(plan, id_) for id_ in "bfd"] == [None, None, None]
    assert gates_ahead(plan, schedule(plan)) == []


def test_the_next_day_to_apply_comes_first():
    settings = r.PlanSettings(status_date=STATUS, reference_date=STATUS)
    plan = Plan.from_records([
        settings, r.Gate(id="g", on=("12-20",)), r.Gate(id="h", on=("07-01",)),
        r.Node(id="a", kind="action", title="a", gate="g"),
        r.Node(id="b", kind="action", title="b", gate="h"),
    ])  # fmt: skip
    today = schedule(plan)
    assert [one.item for one in gates_ahead(plan, today)] == ["b", "a"]
    assert [one.item for one in gates_ahead(plan, today, within_days=30)] == ["b"]


@pytest.mark.parametrize(
    ("language", "name", "other"),
    [
        ("ja", "予算要求（概算要求）", "en"),
        ("en", "Budget request (for the next fiscal year)", "ja"),
    ],
)
def test_the_budget_gate_is_added_once_in_both_languages_and_undone(language, name, other):
    plan = Plan.from_records([r.PlanSettings(status_date=STATUS, language=language)])
    undo = plan.apply(add_budget_gate(plan))
    (gate,) = plan.gates.values()
    assert (gate.name, gate.every, gate.on, gate.leads) == (name, "yearly", ("08-31",), "7mo")
    assert f"{gate.id}/name/{other}" in plan.translations
    with pytest.raises(PlanError):
        add_budget_gate(plan)
    plan.apply(undo)
    assert (plan.gates, plan.translations) == ({}, {})


def test_the_commands_tell_it_where_it_fits(capsys):
    assert main(["decisions", WORKED_EXAMPLE, "--language", "en"]) == 0
    said = capsys.readouterr().out
    assert "Gates to apply for" in said
    assert "31 Aug 2019 (85 days left). Missing it costs 12 months" in said
    assert main(["decisions", WORKED_EXAMPLE, "--json"]) == 0
    gates = json.loads(capsys.readouterr().out)["gates"]
    assert [one["apply_by"] for one in gates] == sorted(one["apply_by"] for one in gates)
    assert {"2019-08-31"} < {one["apply_by"] for one in gates}
    assert main(["why", WORKED_EXAMPLE, "A-016", "--json"]) == 0
    (one,) = json.loads(capsys.readouterr().out)["gates"]
    assert one["days_left"] == 85
    assert main(["why", WORKED_EXAMPLE, "A-016", "--language", "ja"]) == 0
    assert "途中の窓口" in capsys.readouterr().out
