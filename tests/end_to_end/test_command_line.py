"""The command line as people script it: results on standard output, one line when refused."""

import csv
import io
import json
import os
import subprocess
import sys
from itertools import product
from pathlib import Path

import pytest

from strategy_planner.commands.main import main

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "sample_projects"
NAMES = (
    "bio_strategy_2019",
    "quantum_innovation",
    "ai_strategy",
    "data_dfft_privacy",
    "worked_example",
)
CaptureText = pytest.CaptureFixture[str]


def json_of(capsys: CaptureText, *arguments: object) -> dict[str, object]:
    capsys.readouterr()
    assert main([*map(str, arguments), "--json"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    found = json.loads(out)
    assert isinstance(found, dict)
    return found


def refused(capsys: CaptureText, *arguments: object) -> str:
    capsys.readouterr()
    assert main([*map(str, arguments)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert "Traceback" not in err
    return err


@pytest.fixture
def project(tmp_path: Path) -> Path:
    file = tmp_path / "plan.splan"
    assert main(["new", str(file), "--sample", "worked_example"]) == 0
    return file


@pytest.mark.parametrize("name", NAMES)
def test_a_sample_goes_through_a_project_file_without_loss(name: str, tmp_path: Path) -> None:
    source = SAMPLES / f"{name}.json"
    project, target = tmp_path / "plan.splan", tmp_path / "plan.json"
    assert main(["import", str(source), "-o", str(project)]) == 0
    assert main(["export", str(project), "-o", str(target)]) == 0
    assert target.read_bytes() == source.read_bytes()


def test_a_list_is_exported_for_spreadsheets(tmp_path: Path) -> None:
    project, target = tmp_path / "plan.splan", tmp_path / "items.csv"
    assert main(["new", str(project), "--sample", "worked_example"]) == 0
    assert main(["export", str(project), "-o", str(target), "--language", "ja"]) == 0
    rows = list(csv.DictReader(io.StringIO(target.read_bytes().decode("utf-8-sig"), newline="")))
    by_number = {row["番号"]: row for row in rows}
    assert by_number["A-011"]["余裕"] == "11か月不足"
    assert by_number["A-011"]["種類"] == "施策"
    links = tmp_path / "links.csv"
    assert main(["export", str(project), "-o", str(links), "--list", "links"]) == 0
    assert "A-009" in links.read_text("utf-8-sig")


def test_the_schedule_has_the_shape_of_the_contract(project: Path, capsys: CaptureText) -> None:
    found = json_of(capsys, "schedule", project)
    assert set(found) == {"status_date", "pathway", "items", "targets", "critical_chain"}
    item = next(iter(found["items"].values()))
    assert set(item) == {
        "number", "early_start", "early_finish", "late_start", "late_finish",
        "total_slack_days", "free_slack_days", "state", "conditional", "aim_missed_days",
        "driven_by", "drives",
    }  # fmt: skip
    target = next(iter(found["targets"].values()))
    assert set(target) == {"target", "finish", "slack_days", "blocked_by"}


def test_a_status_date_and_a_pathway_hold_for_one_calculation(
    project: Path, capsys: CaptureText
) -> None:
    before = project.read_bytes()
    usual = json_of(capsys, "schedule", project)
    later = json_of(capsys, "schedule", project, "--status-date", "2021-04-01")
    assert later["status_date"] == "2021-04-01"
    assert later["items"] != usual["items"]
    assert project.read_bytes() == before
    assert "nobody" in refused(capsys, "schedule", project, "--pathway", "nobody")
    assert "2021-02-30" in refused(capsys, "schedule", project, "--status-date", "2021-02-30")


def test_why_answers_by_number_and_by_id(project: Path, capsys: CaptureText) -> None:
    schedule = json_of(capsys, "schedule", project)
    last = schedule["critical_chain"][-1]
    by_id = json_of(capsys, "why", project, last)
    by_number = json_of(capsys, "why", project, schedule["items"][last]["number"])
    assert by_id == by_number
    assert set(by_id) == {"item", "early", "late", "gates"}
    assert set(by_id["early"]) == {"date", "chain", "text"}
    assert by_id["early"]["chain"][0]["link"] is None
    assert by_id["early"]["chain"][-1]["item"] == last
    assert "Z-999" in refused(capsys, "why", project, "Z-999")


@pytest.mark.parametrize("language", ["ja", "en"])
def test_a_new_file_may_begin_from_a_template(
    tmp_path: Path, capsys: CaptureText, language: str
) -> None:
    assert main(["new", "--list", "--language", language]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert {how for _, _, how in rows} == {"--template", "--sample"}
    for name, title, how in rows:
        file = tmp_path / f"{name}.splan"
        assert main(["new", str(file), how, name, "--language", language]) == 0
        assert main(["schedule", str(file), "--language", language]) == 0
        assert title
    assert "national_strategy" in refused(capsys, "new", tmp_path / "x.splan", "--template", "no")
    refused(capsys, "new", tmp_path / "x", "--template", NAMES[0], "--sample", NAMES[0])
    assert not list(tmp_path.glob("x*"))


@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.parametrize("command", ["schedule", "why"])
def test_people_get_text(project: Path, capsys: CaptureText, language: str, command: str) -> None:
    item = ["A-011"] if command == "why" else []
    assert main([command, str(project), *item, "--language", language]) == 0
    out = capsys.readouterr().out
    assert "A-011" in out
    assert ("最早" in out or "なぜ" in out) == (language == "ja")


def test_a_date_means_what_it_says(capsys: CaptureText) -> None:
    found = json_of(capsys, "date", "2020年度目途", "--reference", "2019-06-07")
    assert found == {
        "text": "2020年度目途", "earliest": "2020-04-01", "latest": "2021-03-31",
        "precision": "fiscal_year", "role": "by", "firmness": "target", "convention": True,
        "warnings": [],
    }  # fmt: skip
    july = json_of(capsys, "date", "2020年度", "--fiscal-year-start", "7")
    assert july["earliest"] == "2020-07-01"
    assert "2030-12-31" in refused(capsys, "date", "2030年", "--reference", "then")
    refused(capsys, "date", "2030年", "--fiscal-year-start", "13")
    refused(capsys, "date", "whenever it suits")
    assert main(["date", "2030年", "--language", "ja"]) == 0
    assert "2030年" in capsys.readouterr().out


def test_the_pack_is_written_whole_and_the_same_twice(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1559865600")
    packs = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for pack in packs:
        assert main(["brief", str(project), "-o", str(pack), "--language", "ja"]) == 0
    assert packs[0].read_bytes() == packs[1].read_bytes()


def test_a_pack_with_unknown_pages_is_refused(
    project: Path, tmp_path: Path, capsys: CaptureText
) -> None:
    pack = tmp_path / "pack.pdf"
    assert "dreams" in refused(capsys, "brief", project, "-o", pack, "--sections", "cover,dreams")
    assert not pack.exists()


@pytest.mark.parametrize(
    ("view", "ending"),
    [*product(["map", "roadmap"], ["svg", "png"]), ("pathways", "svg"), ("pathways", "pdf")],
)
def test_a_view_is_exported_as_a_picture_without_a_display(
    project: Path, tmp_path: Path, ending: str, view: str
) -> None:
    target = tmp_path / f"picture.{ending}"
    target.write_text("an older one", encoding="utf-8")
    hidden = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
    code = (
        "import sys; from strategy_planner.commands.main import main; "
        f"code = main(['export', {str(project)!r}, '-o', {str(target)!r}, '--view', {view!r}]); "
        "sys.exit(code or ('PySide6' in sys.modules) * 8)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False,
        env={name: value for name, value in os.environ.items() if name not in hidden},
    )  # fmt: skip
    assert (answer.returncode, answer.stderr) == (8 if ending == "png" else 0, "")
    start = {"svg": b"<?xml", "png": b"\x89PNG", "pdf": b"%PDF-1.7"}[ending]
    assert target.read_bytes().startswith(start)
    assert [file.name for file in tmp_path.iterdir() if "picture" in file.name] == [target.name]


def test_verify_tells_whole_from_damaged_from_foreign(
    project: Path, tmp_path: Path, capsys: CaptureText
) -> None:
    assert json_of(capsys, "verify", project)["ok"] is True
    text = tmp_path / "text.splan"
    text.write_text("no project", encoding="utf-8")
    assert main(["verify", str(text), "--json"]) == 2
    assert json.loads(capsys.readouterr().out)["ok"] is False
    broken = tmp_path / "broken.splan"
    content = bytearray(project.read_bytes())
    content[8192:8400] = bytes(208)
    broken.write_bytes(content)
    assert main(["verify", str(broken), "--json"]) == 1
    assert json.loads(capsys.readouterr().out)["problems"]
    assert broken.read_bytes() == content


def foreign_files(folder: Path) -> dict[str, Path]:
    import sqlite3

    empty = folder / "empty.splan"
    empty.touch()
    text = folder / "text.splan"
    text.write_text("Dear colleague,", encoding="utf-8")
    other = folder / "other.splan"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE birds (name TEXT)")
    database.close()
    cut = folder / "cut.splan"
    cut.write_bytes((SAMPLES / "worked_example.splan").read_bytes()[:5000])
    wrong = folder / "wrong.json"
    wrong.write_text('{"format": "strategy-planner/plan", "version": 1, "x": 1}', encoding="utf-8")
    return {
        "nothing in it": empty, "a text": text, "another database": other, "cut off": cut,
        "a folder": folder, "not there": folder / "nowhere.splan", "wrong JSON": wrong,
    }  # fmt: skip


@pytest.mark.parametrize(
    "what",
    ["nothing in it", "a text", "another database", "cut off", "a folder", "not there",
     "wrong JSON"],
)  # fmt: skip
def test_what_is_no_plan_gets_one_sentence_and_stays_as_it_was(
    what: str, tmp_path: Path, capsys: CaptureText
) -> None:
    file = foreign_files(tmp_path)[what]
    before = file.read_bytes() if file.is_file() else None
    target = tmp_path / "out.pdf"
    assert file.name in refused(capsys, "schedule", file)
    assert file.name in refused(capsys, "brief", file, "-o", target)
    assert file.name in refused(capsys, "export", file, "-o", tmp_path / "out.json")
    assert file.name in refused(capsys, "import", file, "-o", tmp_path / "out.splan")
    assert not list(tmp_path.glob("out*"))
    assert before == (file.read_bytes() if file.is_file() else None)


def test_an_existing_file_is_not_replaced_unasked(
    project: Path, tmp_path: Path, capsys: CaptureText
) -> None:
    before = project.read_bytes()
    source = SAMPLES / "ai_strategy.json"
    assert "--force" in refused(capsys, "import", source, "-o", project)
    assert "--force" in refused(capsys, "new", project)
    assert project.read_bytes() == before
    assert main(["import", str(source), "-o", str(project), "--force"]) == 0
    assert project.read_bytes() != before


def test_calls_that_are_wrong_get_one_line(tmp_path: Path, capsys: CaptureText) -> None:
    refused(capsys, "schedule")
    refused(capsys, "schedule", "x", "--sideways")
    refused(capsys, "new")
    refused(capsys, "new", tmp_path / "a.splan", "--sample", "nobody")
    refused(capsys, "export", SAMPLES / "ai_strategy.json", "-o", tmp_path / "a.docx")
    refused(capsys, "new", tmp_path / "no" / "folder" / "a.splan")


def test_two_items_with_one_number_must_be_named_by_id(tmp_path: Path, capsys: CaptureText) -> None:
    nodes = [{"id": id_, "kind": "action", "number": "A-1", "title": id_} for id_ in "xy"]
    file = tmp_path / "plan.json"
    document = {"format": "strategy-planner/plan", "version": 1, "nodes": nodes}
    file.write_text(json.dumps(document), encoding="utf-8")
    line = refused(capsys, "why", file, "A-1")
    assert "x, y" in line
    assert main(["why", str(file), "x"]) == 0


def test_commands_need_no_display_and_never_import_qt() -> None:
    code = (
        "import sys; from strategy_planner.commands.main import main; "
        f"code = main(['schedule', {str(SAMPLES / 'worked_example.json')!r}, '--json']); "
        "heavy = {'PySide6', 'reportlab', 'sqlmodel', 'openpyxl'} & set(sys.modules); "
        "sys.exit(code or ','.join(heavy) or 0)"
    )
    answer = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False
    )
    assert (answer.returncode, answer.stderr) == (0, "")


def test_version(capsys: CaptureText) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--version"])
    assert end.value.code == 0
    assert capsys.readouterr().out.startswith("strategy-planner ")
