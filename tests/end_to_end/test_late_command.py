"""`late` as people and scripts call it."""

import json
from pathlib import Path
from typing import Any

import pytest

from strategy_planner.commands.main import main

ROOT = Path(__file__).parents[2]
WORKED_EXAMPLE = ROOT / "sample_projects" / "worked_example.splan"
CaptureText = pytest.CaptureFixture[str]
SETTINGS = {"status_date": "2020-01-01", "reference_date": "2020-01-01"}


def plan_file(folder: Path, **lists: Any) -> Path:
    file = folder / "plan.json"
    document = {"format": "strategy-planner/plan", "version": 1, "settings": SETTINGS, **lists}
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def said(capsys: CaptureText, *arguments: object, code: int = 0) -> str:
    capsys.readouterr()
    assert main(["late", *map(str, arguments)]) == code
    out, err = capsys.readouterr()
    assert err == ""
    return out


def test_the_worked_example_tells_its_chain_and_repairs_in_both_languages(
    capsys: CaptureText,
) -> None:
    english = said(capsys, WORKED_EXAMPLE, "--language", "en")
    assert "is 11 months too late: 6 Dec 2031 at the earliest instead of 31 Dec 2030" in english
    assert "A-011" in english
    assert "1. Shorten A-011" in english
    last = english.rstrip().splitlines()[-1]
    assert "Move the date of V-001" in last
    assert "then in time." in last
    japanese = said(capsys, WORKED_EXAMPLE, "--language", "ja")
    assert "11か月不足" in japanese
    assert "間に合わせるには" in japanese
    assert len(japanese.splitlines()) == len(english.splitlines())


def test_whoever_makes_the_changes_in_the_exported_plan_gets_what_was_promised(
    tmp_path: Path, capsys: CaptureText
) -> None:
    exported = tmp_path / "plan.json"
    assert main(["export", str(WORKED_EXAMPLE), "-o", str(exported)]) == 0
    (chain,) = json.loads(said(capsys, exported, "--json"))["chains"]
    assert list(chain) == ["target", "items", "days_short", "blocked_by", "repairs", "complete"]
    lists = {"node": "nodes", "link": "links", "pathway": "pathways"}
    for repair in chain["repairs"]:
        document = json.loads(exported.read_text("utf-8"))
        for change in repair["changes"]:
            (record,) = [
                one for one in document[lists[change["record"]]] if one["id"] == change["id"]
            ]
            assert record.get(change["field"]) == change["before"]
            record[change["field"]] = change["after"]
            if change["after"] is None:
                del record[change["field"]]
        repaired = tmp_path / "repaired.json"
        repaired.write_text(json.dumps(document), encoding="utf-8")
        capsys.readouterr()
        assert main(["schedule", str(repaired), "--json"]) == 0
        target = json.loads(capsys.readouterr().out)["targets"][chain["target"]]
        assert -min(0, target["slack_days"]) == repair["leaves_days_short"]
        assert target["slack_days"] + chain["days_short"] == repair["gains_days"] or (
            repair["kind"] == "move_target"
        )


def test_it_fails_only_when_asked_to_and_something_is_too_late(
    tmp_path: Path, capsys: CaptureText
) -> None:
    said(capsys, WORKED_EXAMPLE)
    said(capsys, WORKED_EXAMPLE, "--fail", code=1)
    assert json.loads(said(capsys, WORKED_EXAMPLE, "--fail", "--json", code=1))["chains"]
    fine = plan_file(tmp_path, nodes=[{"id": "v", "kind": "vision", "title": "v", "date": "2030"}])
    assert said(capsys, fine, "--fail", "--language", "en") == (
        "Nothing is too late.\nNo chain leads to the vision yet\n"
    )
    assert said(capsys, fine, "--language", "ja") == (
        "すでに間に合わないものはありません。\nビジョンに至る連鎖がまだありません\n"
    )
    assert json.loads(said(capsys, fine, "--fail", "--json")) == {"chains": []}


def test_what_cannot_come_says_what_is_in_the_way(tmp_path: Path, capsys: CaptureText) -> None:
    file = plan_file(
        tmp_path,
        nodes=[{"id": "v", "kind": "vision", "title": "v", "date": "2030"}],
        register=[{"id": "o", "kind": "obstacle", "title": "Law", "touches": ["v"]}],
    )
    text = said(capsys, file, "--language", "en", "--fail", code=1)
    assert "V-001 v cannot come; it should by 31 Dec 2030" in text
    assert "as long as Law is in the way" in text
    assert "it can then come, in time." in text
    (chain,) = json.loads(said(capsys, file, "--json"))["chains"]
    assert chain["days_short"] is None
    assert chain["blocked_by"] == ["o"]
    assert chain["repairs"][0]["gains_days"] is None
    assert chain["repairs"][0]["leaves_days_short"] == 0
