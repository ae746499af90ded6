"""The worked example: a marked illustration on top of the facts, that tells its story."""

import datetime as dt
from pathlib import Path

import pytest

from strategy_planner.analysis.schedule import schedule
from strategy_planner.interchange.plan_json import read_plan_json

VISION = "V-1"


@pytest.fixture(scope="module")
def plan():
    file = Path(__file__).resolve().parents[2] / "sample_projects" / "worked_example.json"
    return read_plan_json(file.read_bytes())


def dates(plan, pathway=None):
    return schedule(plan, pathway=pathway)


def slack(plan, item, pathway=None):
    return dates(plan, pathway).items[item].total_slack_days


def test_it_says_that_it_is_an_illustration(example):
    settings = example.document["settings"]
    assert "記入例" in settings["title"]
    assert "例示" in settings["description"]
    assert settings["draft"]


def test_the_facts_are_all_still_there(example, bio):
    planners = {
        "short",
        "notes",
        "tags",
        "track",
        "parent",
        "owner",
        "duration",
        "optimistic",
        "pessimistic",
        "status",
        "progress",
        "actual_start",
        "budget",
        "gate",
        "not_before",
        "change_type",
        "sufficiency",
        "name",
        "order",
        "color",
    }
    for record_id, (list_name, record) in bio.records.items():
        assert example.list_of(record_id) == list_name
        now = example[record_id]
        for field in record.keys() - planners:
            assert now[field] == record[field]
        assert set(record.get("tags", ())) <= set(now.get("tags", ()))
        assert record.get("notes", "") in now.get("notes", "")


def test_everything_added_is_marked(example, bio):
    added = {
        id_: (kind, record)
        for id_, (kind, record) in example.records.items()
        if id_ not in bio.records
    }
    for kind, record in added.values():
        if kind == "nodes":
            assert "例示" in record["tags"]
        elif kind == "links":
            assert record["basis"] == "planner"
            assert record["reason"].startswith("例示")
        elif kind not in {"tracks", "contributions"}:
            assert "例示" in str(record)
    for node in bio.document["nodes"]:
        filled = example[node["id"]].keys() - node.keys() - {"short", "notes"}
        assert not filled or "例示" in example[node["id"]]["tags"]


def test_every_kind_of_record_is_shown(example):
    shown = {
        "choices",
        "pathways",
        "kpis",
        "measurements",
        "contributions",
        "register",
        "gates",
        "reviews",
        "baselines",
    }
    assert all(example.document[name] for name in shown)
    assert {item["kind"] for item in example.document["register"]} == {
        "risk",
        "assumption",
        "obstacle",
        "signpost",
        "trend",
    }
    assert len(example.document["pathways"]) >= 3
    assert sum(pathway.get("active", False) for pathway in example.document["pathways"]) == 1
    assert {choice["needed"] for choice in example.document["choices"]} == {1, 2}


def test_one_option_takes_two_links_and_the_pathways_differ(example, plan):
    links = [link for link in example.document["links"] if link.get("option") == "既存活用"]
    assert {link["from"] for link in links} == {"A-10", "A-151"}
    finishes = {id_: dates(plan, id_).targets[VISION].finish for id_ in plan.pathways}
    assert len(set(finishes.values())) == len(finishes) == 3


def test_three_points_of_every_planned_duration(example):
    planned = [
        node
        for node in example.document["nodes"]
        if "duration" in node and node.get("status") != "done" and node["kind"] == "action"
    ]
    assert len(planned) > 20
    assert all({"optimistic", "pessimistic"} <= node.keys() for node in planned)


def test_area_five_is_eleven_months_late_in_the_active_pathway(plan):
    result = dates(plan)
    assert not result.feasible
    assert result.targets[VISION].target == dt.date(2030, 12, 31)
    assert result.targets[VISION].finish == dt.date(2031, 12, 7)
    assert result.targets[VISION].slack_days == -340
    assert result.items["MA-5"].state == "late"
    assert result.critical_chain == ("A-09", "A-11", "S-151", "MA-5", "S-103", VISION)


def test_area_five_has_four_years_and_a_half_with_the_existing_platforms(plan):
    assert slack(plan, "MA-5", "PW-OLD") == (dt.date(2031, 1, 1) - dt.date(2026, 6, 7)).days
    assert dates(plan, "PW-OLD").feasible
    assert dates(plan, "PW-OLD").items["A-11"].state == "dormant"


def test_the_other_materials_are_too_late(plan):
    result = dates(plan, "PW-CIRCLE")
    assert result.items["MA-2"].state == "late"
    assert not result.feasible


def test_the_areas_differ(plan):
    found = {number: slack(plan, f"MA-{number}") for number in (1, 2, 3, 6, 7)}
    assert found[3] == 25
    assert min(found.values()) == 25
    assert len(set(found.values())) == len(found)


@pytest.mark.parametrize("number", [4, 8, 9])
def test_some_areas_have_no_means(plan, number):
    into = plan.links_into(f"MA-{number}")
    assert not [link for link in into if link.relation != "informs"]
    assert plan.nodes[f"MA-{number}"].duration is None


def test_the_feasibility_study_hangs_on_the_budget_request_of_august(plan):
    study = dates(plan).items["A-15"]
    assert study.state == "critical"
    assert study.early_start == dt.date(2020, 4, 1)
    assert plan.gates[plan.nodes["A-15"].gate].on == ("08-31",)
    missed = schedule(plan, status_date=dt.date(2019, 9, 1))
    assert missed.items["A-15"].state in {"late", "blocked"}


def test_an_obstacle_without_a_resolver_does_not_stand_in_the_vision_s_way(plan):
    unresolved = [
        item
        for item in plan.register.values()
        if item.kind == "obstacle" and item.touches and not item.resolved_by
    ]
    assert unresolved
    result = dates(plan)
    for item in unresolved:
        assert {result.items[touched].state for touched in item.touches} == {"blocked"}
    assert result.targets[VISION].blocked_by == ()


def test_every_assumption_has_a_signpost(plan):
    watched = {
        touched
        for item in plan.register.values()
        if item.kind == "signpost"
        for touched in item.touches
    }
    assert {item.id for item in plan.register.values() if item.kind == "assumption"} <= watched


def test_what_is_done_or_begun_lies_before_the_status_date(plan):
    status_date = plan.settings.status_date
    begun = [node for node in plan.nodes.values() if node.has_begun]
    assert len(begun) >= 3
    for node in plan.nodes.values():
        for day in (node.actual_start, node.actual_finish):
            assert day is None or day <= status_date
