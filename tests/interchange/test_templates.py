"""Templates: each opens, schedules, prints, and tells a planner what to write."""

import datetime as dt
import re

import pytest

from strategy_planner.analysis.findings import findings
from strategy_planner.analysis.schedule import schedule
from strategy_planner.briefing.pack import write_briefing
from strategy_planner.interchange.plan_json import read_plan_json, write_plan_json
from strategy_planner.interchange.templates import TEMPLATES, template_plan

DAY = dt.date(2026, 11, 24)
CREATED = dt.datetime(2026, 11, 24, tzinfo=dt.UTC)
JAPANESE = re.compile("[\u3040-\u30ff\u4e00-\u9fff]")
every_template = pytest.mark.parametrize("name", TEMPLATES)
both_languages = pytest.mark.parametrize("language", ["ja", "en"])


@every_template
@both_languages
def test_a_template_schedules_in_time_and_without_an_error(name: str, language: str) -> None:
    plan = template_plan(name, language, DAY)
    computed = schedule(plan)
    (target,) = computed.targets.values()
    assert target.slack_days is not None
    assert target.slack_days > 0
    assert target.blocked_by == ()
    assert len(computed.critical_chain) >= 4
    assert [f for f in findings(plan, computed) if f.severity == "error"] == []


@every_template
def test_the_vision_lies_as_far_ahead_whenever_one_begins(name: str) -> None:
    def years(day: dt.date) -> int:
        (target,) = schedule(template_plan(name, "ja", day)).targets.values()
        return target.target.year - day.year

    assert years(DAY) == years(dt.date(2033, 4, 1)) >= 6


@every_template
@both_languages
def test_every_item_says_what_to_write_and_no_guidance_is_printed(name: str, language: str) -> None:
    plan = template_plan(name, language, DAY)
    for node in plan.nodes.values():
        assert node.notes
        assert node.description is None
    texts = write_plan_json(plan)
    assert "{+" not in texts
    assert plan.settings.language == language
    if language == "en":
        assert JAPANESE.findall(texts) == []


@every_template
def test_a_template_goes_through_json_and_prints(name: str) -> None:
    plan = template_plan(name, "ja", DAY)
    assert read_plan_json(write_plan_json(plan).encode()).nodes == plan.nodes
    assert write_briefing(plan, schedule(plan), "ja", created=CREATED).startswith(b"%PDF-")


@every_template
def test_a_template_shows_the_whole_method(name: str) -> None:
    plan = template_plan(name, "ja", DAY)
    kinds = {node.kind for node in plan.nodes.values()}
    assert {"vision", "state", "action"} <= kinds
    assert "obstacle" in {item.kind for item in plan.register.values()}
    for item in plan.register.values():
        if item.kind == "obstacle":
            assert item.resolved_by
    assert any(kpi.note for kpi in plan.kpis.values())
