"""`bottlenecks` as people and scripts call it."""

import json
import re
from pathlib import Path

import pytest

from strategy_planner.commands.main import main

WORKED_EXAMPLE = str(Path(__file__).parents[2] / "sample_projects" / "worked_example.splan")
CaptureText = pytest.CaptureFixture[str]


def said(capsys: CaptureText, *arguments: str) -> str:
    capsys.readouterr()
    assert main(["bottlenecks", *arguments]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_the_worked_example_names_its_bottlenecks_in_both_languages(capsys: CaptureText) -> None:
    english = said(capsys, WORKED_EXAMPLE, "--language", "en")
    first = english.splitlines()[:2]
    assert first[0].strip().startswith("1. A-009 ")
    assert "A delay of 24 months moves V-001" in first[1]
    assert "by 24 months, to 6 Dec 2033: 35 months after its date." in first[1]
    *_, still, method = english.splitlines()
    assert re.fullmatch(r"\d+ items move no target with this delay.", still)
    assert method == "Uncertain durations are not weighed; --samples 10000 weighs them."
    japanese = said(capsys, WORKED_EXAMPLE, "--language", "ja")
    assert "2033年12月6日" in japanese
    assert len(japanese.splitlines()) == len(english.splitlines())


def test_json_tells_every_item_and_the_delay_that_was_asked_for(capsys: CaptureText) -> None:
    found = json.loads(said(capsys, WORKED_EXAMPLE, "--delay", "6mo", "--json"))
    assert found["delay"] == "6mo"
    assert len(found["items"]) > 20
    first = found["items"][0]
    assert list(first) == [
        "item", "target", "finish", "past_days", "past_months", "shift_days", "shift_months",
        "effects", "necessary", "spread_days", "serves", "must_start_by", "reason",
    ]  # fmt: skip
    assert (first["shift_months"], first["spread_days"]) == (6, None)
    assert found["items"][-1]["target"] is None
    sampled = said(capsys, WORKED_EXAMPLE, "--samples", "200", "--json")
    assert any(one["spread_days"] for one in json.loads(sampled)["items"])


@pytest.mark.parametrize("delay", ["0mo", "soon", "-3mo"])
def test_a_delay_that_is_none_is_refused(delay: str, capsys: CaptureText) -> None:
    assert main(["bottlenecks", WORKED_EXAMPLE, f"--delay={delay}"]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1


def test_a_plan_without_targets_says_so(tmp_path: Path, capsys: CaptureText) -> None:
    file = tmp_path / "plan.json"
    file.write_text('{"format": "strategy-planner/plan", "version": 1}', encoding="utf-8")
    assert "no date that a delay could move" in said(capsys, str(file), "--language", "en")
    assert json.loads(said(capsys, str(file), "--json"))["items"] == []
