"""The commands as the contract words them, on small plans whose answers follow by hand."""

import json
from pathlib import Path
from typing import Any

import pytest

from strategy_planner.commands.main import main

CaptureText = pytest.CaptureFixture[str]


def plan_file(folder: Path, **lists: Any) -> Path:
    file = folder / "plan.json"
    document = {"format": "strategy-planner/plan", "version": 1, **lists}
    file.write_text(json.dumps(document), encoding="utf-8")
    return file


def date_of(capsys: CaptureText, text: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main(["date", text, "--reference", "2019-06-07", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_what_takes_no_time_is_not_shown_before_its_own_first_day(
    tmp_path: Path, capsys: CaptureText
) -> None:
    settings = {"status_date": "2020-01-01", "reference_date": "2020-01-01"}
    node = {"id": "a", "kind": "action", "title": "a", "not_before": "2020-05-01"}
    file = plan_file(tmp_path, settings=settings, nodes=[node])
    assert main(["schedule", str(file), "--language", "en"]) == 0
    out = capsys.readouterr().out
    assert out.count("2020-05-01") == 2
    assert "2020-04-30" not in out


def test_what_takes_no_time_starts_and_ends_on_one_day(tmp_path: Path, capsys: CaptureText) -> None:
    settings = {"status_date": "2020-01-01", "reference_date": "2020-01-01"}
    nodes = [
        {"id": "a", "kind": "action", "title": "a", "duration": "1mo"},
        {"id": "v", "kind": "vision", "title": "v", "date": "2030"},
    ]
    links = [{"id": "l", "from": "a", "to": "v", "relation": "requires"}]
    file = plan_file(tmp_path, settings=settings, nodes=nodes, links=links)
    assert main(["schedule", str(file), "--language", "en"]) == 0
    line = next(x for x in capsys.readouterr().out.splitlines() if x.startswith("V-001"))
    assert line.split()[2:6] == ["2020-01-31", "2020-01-31", "2030-12-31", "2030-12-31"]


@pytest.mark.parametrize("seconds", ["abc", "-1", "1e3", "99999999999999"])
def test_a_time_that_cannot_be_fixed_is_refused_in_one_line(
    seconds: str, tmp_path: Path, capsys: CaptureText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", seconds)
    target = tmp_path / "new.splan"
    assert main(["new", str(target)]) == 2
    err = capsys.readouterr().err
    assert seconds in err
    assert err.count("\n") == 1
    assert not target.exists()


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_verify_says_on_standard_error_that_a_file_is_no_project(
    options: list[str], tmp_path: Path, capsys: CaptureText
) -> None:
    file = tmp_path / "letter.splan"
    file.write_text("Dear colleague,", encoding="utf-8")
    assert main(["verify", str(file), *options]) == 2
    out, err = capsys.readouterr()
    assert "letter.splan" in err
    assert err.count("\n") == 1
    assert (json.loads(out)["ok"] is False) if options else out == ""


def test_a_unit_as_long_as_a_book_leaves_the_action_table_its_rows(tmp_path: Path) -> None:
    settings = {"money_unit": "億" * 100_000, "status_date": "2020-01-01"}
    nodes = [{"id": "a", "kind": "action", "title": "a"}]
    pack = tmp_path / "pack.pdf"
    file = plan_file(tmp_path, settings=settings, nodes=nodes)
    assert main(["brief", str(file), "-o", str(pack)]) == 0
    assert pack.read_bytes().startswith(b"%PDF")


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "firmness"),
    [
        ("within the year", "2019-01-01", "2019-12-31", "committed"),
        ("within the fiscal year", "2019-04-01", "2020-03-31", "committed"),
        ("by the end of the fiscal year", "2020-03-01", "2020-03-31", "committed"),
        ("year end", "2019-12-01", "2019-12-31", "committed"),
        ("March next year", "2020-03-01", "2020-03-31", "plain"),
        ("December last year", "2018-12-01", "2018-12-31", "plain"),
        ("early-2030s", "2030-01-01", "2034-12-31", "plain"),
    ],
)
def test_english_counts_years_from_the_day_of_writing_as_japanese_does(
    text: str, earliest: str, latest: str, firmness: str, capsys: CaptureText
) -> None:
    found = date_of(capsys, text)
    assert (found["earliest"], found["latest"]) == (earliest, latest)
    assert found["firmness"] == firmness


@pytest.mark.parametrize("text", ["mid-2030s", "2030年代半ば"])
def test_the_middle_of_a_decade_is_vague_in_both_languages(text: str, capsys: CaptureText) -> None:
    found = date_of(capsys, text)
    assert (found["earliest"], found["latest"]) == ("2033-01-01", "2036-12-31")
    assert (found["firmness"], found["convention"]) == ("vague", True)


@pytest.mark.parametrize("day", ["20250101", "2025-W01-1", "2025-1-1", "0999-01-01", "3000-01-01"])
def test_a_day_of_the_command_line_is_written_one_way(day: str, capsys: CaptureText) -> None:
    assert main(["date", "2030", "--reference", day]) == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_refusal_shows_no_control_characters(tmp_path: Path, capsys: CaptureText) -> None:
    node = {"id": "a", "kind": "action", "title": "a", "parent": "\u202ex\x07"}
    file = plan_file(tmp_path, nodes=[node])
    assert main(["schedule", str(file)]) == 2
    line = capsys.readouterr().err.rstrip("\n")
    assert line.isprintable()
    assert "nodes[0].parent" in line


@pytest.mark.parametrize("language", ["en", "ja"])
def test_a_missing_file_is_named_in_the_language_of_the_system(
    language: str, tmp_path: Path, capsys: CaptureText, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LANG", f"{language}.UTF-8")
    monkeypatch.delenv("LC_ALL", raising=False)
    assert main(["schedule", str(tmp_path / "none.json")]) == 2
    line = capsys.readouterr().err
    assert "none.json" in line
    assert "No such file" not in line


@pytest.mark.parametrize("country", ["ZZ", "", "jp "])
def test_a_country_without_known_holidays_is_refused_where_it_stands(
    country: str, tmp_path: Path, capsys: CaptureText
) -> None:
    file = plan_file(tmp_path, settings={"holidays": country})
    target = tmp_path / "plan.splan"
    assert main(["import", str(file), "-o", str(target)]) == 2
    err = capsys.readouterr().err
    assert "settings.holidays" in err
    assert err.count("\n") == 1
    assert not target.exists()


def test_an_item_that_fits_one_by_id_and_another_by_number_is_refused(
    tmp_path: Path, capsys: CaptureText
) -> None:
    nodes = [
        {"id": "A-002", "kind": "action", "title": "first"},
        {"id": "b", "kind": "action", "title": "second"},
        {"id": "A-003", "kind": "action", "title": "its id is its number"},
    ]
    file = plan_file(tmp_path, nodes=nodes)
    assert main(["why", str(file), "A-002"]) == 2
    assert "A-002, b" in capsys.readouterr().err
    assert main(["why", str(file), "A-003"]) == 0
    assert main(["why", str(file), "A-001"]) == 0


def made(folder: Path, **lists: Any) -> Path:
    """A plan with two ways to its vision, a KPI and two pathways."""
    settings = {"status_date": "2020-01-01", "reference_date": "2020-01-01", "language": "en"}
    action = {"kind": "action"}
    nodes = [
        {"id": "a", **action, "title": "Fast", "duration": "24mo", "cost": 5},
        {
            "id": "b",
            **action,
            "title": "First",
            "duration": "36mo",
            "budget": [[2020, 1], [2021, 2]],
        },
        {"id": "c", **action, "title": "Common", "duration": "6mo"},
        {"id": "v", "kind": "vision", "title": "Vision", "target": "2022-12-31"},
    ]
    links = [
        {"id": "l1", "from": "a", "to": "v", "relation": "requires", "choice": "w", "option": "x"},
        {"id": "l2", "from": "b", "to": "v", "relation": "requires", "choice": "w", "option": "y"},
        {"id": "l3", "from": "c", "to": "v", "relation": "requires"},
    ]
    return plan_file(
        folder,
        settings=settings,
        nodes=nodes,
        links=links,
        choices=[{"id": "w", "node": "v", "name": "Way"}],
        pathways=[{"id": "p", "name": "Slow", "chosen": {"w": ["y"]}}],
        kpis=[{"id": "k", "node": "v", "name": "Share", "unit": "%", "baseline": ["2018-01-01", 0],
               "target": ["2022-01-01", 40]}],
        measurements=[{"id": "m", "kpi": "k", "date": "2019-01-01", "value": 5}],
        **lists,
    )  # fmt: skip


def answer(capsys: CaptureText, *arguments: str) -> dict[str, Any]:
    capsys.readouterr()
    assert main([*arguments, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert isinstance(found, dict)
    return found


def test_pathways_side_by_side(tmp_path: Path, capsys: CaptureText) -> None:
    file = str(made(tmp_path))
    found = answer(capsys, "pathways", file)
    (slow,) = found["pathways"]
    assert slow == {
        "id": "p", "name": "Slow", "chosen": {"w": ["y"]}, "finish": "2023-01-01",
        "slack_days": 0, "cost": 3, "chance": None, "late": [],
    }  # fmt: skip
    assert (found["no_regret"], found["necessary"]) == (["c"], ["c"])
    assert (found["closed_options"], found["complete"]) == ([], True)
    assert main(["pathways", file, "--language", "en"]) == 0
    words = capsys.readouterr().out
    assert "Slow" in words
    assert "2022-12-31" in words
    assert "A-003 Common" in words


def test_the_decision_calendar(tmp_path: Path, capsys: CaptureText) -> None:
    file = str(made(tmp_path))
    one, two = answer(capsys, "decisions", file)["choices"]
    assert (one["choice"], one["item"], one["option"], one["state"]) == ("w", "v", "x", "open")
    assert (one["closes_on"], one["days_left"]) == ("2021-01-01", 366)
    assert (two["closes_on"], two["days_left"], two["signposts"]) == ("2020-01-01", 0, [])
    assert main(["decisions", file, "--language", "ja"]) == 0
    words = capsys.readouterr().out
    assert "2021年1月1日までに決定" in words
    assert "最初の案は2020年1月1日に選べなくなります" in words
    assert "未定" in words


def test_an_option_that_is_lost_is_told_as_past(tmp_path: Path, capsys: CaptureText) -> None:
    file = str(made(tmp_path))
    text = Path(file).read_text(encoding="utf-8").replace("2020-01-01", "2020-03-01")
    Path(file).write_text(text, encoding="utf-8")
    assert main(["decisions", file, "--language", "en"]) == 0
    words = capsys.readouterr().out
    assert "The first option closed on 1 Jan 2020" in words
    assert "No longer open" in words


def test_without_anything_uncertain_no_chance_is_claimed(
    tmp_path: Path, capsys: CaptureText
) -> None:
    assert main(["simulate", str(made(tmp_path)), "--language", "en"]) == 0
    words = capsys.readouterr().out
    row = next(line for line in words.splitlines() if line.startswith("V-001 Vision"))
    assert "not estimated" in row
    assert "%" not in row


def test_kpis_year_by_year(tmp_path: Path, capsys: CaptureText) -> None:
    file = str(made(tmp_path))
    found = answer(capsys, "kpis", file)["kpis"]["k"]
    assert [row["year"] for row in found["years"]] == [2017, 2018, 2019, 2020, 2021]
    assert found["years"][0]["on"] == "2018-03-31"
    assert found["years"][1]["measured"] == 5
    assert (found["progress"], found["elapsed"], found["grade"]) == (0.125, 0.25, "B")
    assert found["gap"] == -5
    assert found["reaches_target_on"] == "2026-01-01"
    assert main(["kpis", file, "--language", "en"]) == 0
    words = capsys.readouterr().out
    assert "Share [%]" in words
    assert "V-001 Vision" in words
    assert "B: behind (12% of the way, 25% of the time)" in words
    assert "Gap to the needed value: 5 short" in words
    assert "2019         22.5    –         11.2" in words


@pytest.mark.parametrize("command", ["pathways", "decisions", "kpis"])
def test_an_empty_plan_is_answered_in_words(
    command: str, tmp_path: Path, capsys: CaptureText
) -> None:
    file = str(plan_file(tmp_path))
    assert main([command, file, "--language", "ja"]) == 0
    assert capsys.readouterr().out.strip()
    assert answer(capsys, command, file)


def test_the_check_with_its_score(tmp_path: Path, capsys: CaptureText) -> None:
    file = str(made(tmp_path))
    found = answer(capsys, "check", file)
    assert 0 < found["score"] < 100
    one = next(one for one in found["findings"] if one["rule"] == "link_without_reason")
    assert one == {
        "rule": "link_without_reason", "severity": "warning", "items": ["l1", "v", "a"],
        "message": one["message"], "fix": one["fix"],
    }  # fmt: skip
    score = found["score"]
    assert main(["check", file, "--fail-under", str(score)]) == 0
    assert main(["check", file, "--fail-under", str(score + 1)]) == 1
    capsys.readouterr()
    assert main(["check", file, "--fail-under", "much"]) == 2
    assert "much" in capsys.readouterr().err
    assert main(["check", file, "--language", "en"]) == 0
    words = capsys.readouterr().out
    assert f"Score {score} of 100" in words
    assert "A-001 Fast" in words
