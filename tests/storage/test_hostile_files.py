"""What is no whole project gets one clear sentence and is never touched."""

import os
import sqlite3
import struct
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from small_project import names_in
from strategy_planner.storage import inspection, reading
from strategy_planner.storage.content_hash import content_hash
from strategy_planner.storage.errors import StorageError
from strategy_planner.storage.project_file import ProjectFile, open_project
from strategy_planner.storage.schema import FORMAT_VERSION
from strategy_planner.storage.verification import verify_file

Spoil = Callable[[Path], None]


def rewritten(change: Callable[[bytearray], object]) -> Spoil:
    """A spoiler that changes the bytes of the file."""

    def spoil(path: Path) -> None:
        data = bytearray(path.read_bytes())
        change(data)
        path.write_bytes(data)

    return spoil


def with_sql(*statements: str, hashed: bool = True) -> Spoil:
    """A spoiler that does to the file what somebody with SQLite could do."""

    def spoil(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection:
            for statement in statements:
                connection.execute(statement)
            if hashed:
                renewed = content_hash(connection)
                connection.execute("UPDATE project SET content_hash = ?", (renewed,))
            connection.commit()

    return spoil


def someone_elses(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE mail (id INTEGER)")
        connection.commit()


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def a_pipe(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def write_ahead(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")


CASES: dict[str, tuple[Spoil, str, int, str]] = {
    "no file": (Path.unlink, "missing", 2, "There is no file"),
    "a folder": (a_folder, "folder", 2, "is a folder"),
    "a pipe": (a_pipe, "special", 2, "is a device"),
    "zero bytes": (lambda path: path.write_bytes(b"") and None, "empty", 2, "is empty"),
    "a text": (
        lambda path: path.write_text("計画\n" * 100, "utf-8") and None,
        "not_a_project", 2, "is not a Strategy Planner project",
    ),
    "the magic alone": (
        lambda path: path.write_bytes(b"SQLite format 3\0") and None,
        "not_a_project", 2, "is not a Strategy Planner project",
    ),
    "someone else's": (someone_elses, "foreign", 2, "another program"),
    "a newer version": (
        rewritten(lambda data: struct.pack_into(">I", data, 60, 7)),
        "newer", 2,
        rf"newer Strategy Planner \(file format 7; this one reads up to {FORMAT_VERSION}\)",
    ),
    "version 0": (
        rewritten(lambda data: struct.pack_into(">I", data, 60, 0)), "schema", 1, "damaged",
    ),
    "cut off": (
        rewritten(lambda data: data.__delitem__(slice(len(data) // 2, None))),
        "truncated", 1, r"is cut off: (\d+) of its \d+ bytes",
    ),
    "write-ahead log": (write_ahead, "write_ahead", 1, "write-ahead"),
    "a page of zeros": (
        rewritten(lambda data: data.__setitem__(slice(4096 * 3, 4096 * 4), bytes(4096))),
        "damaged", 1, "is damaged",
    ),
    "no schema left": (
        rewritten(lambda data: data.__setitem__(slice(100, 4096), bytes(3996))),
        "damaged", 1, "is damaged",
    ),
    "a trigger": (
        with_sql("CREATE TRIGGER x AFTER UPDATE ON node BEGIN DELETE FROM link; END"),
        "schema", 1, "x is not as",
    ),
    "a view that never ends": (
        with_sql(
            "ALTER TABLE node RENAME TO hidden",
            "CREATE VIEW node AS WITH RECURSIVE r(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM r) "
            "SELECT x FROM r",
            hashed=False,
        ),
        "schema", 1, "is not as a project",
    ),
    "a table more": (with_sql("CREATE TABLE more (x)"), "schema", 1, "more is not as a project"),
    "a computed column": (
        with_sql("ALTER TABLE track ADD COLUMN z TEXT AS (hex(zeroblob(1000)))"),
        "schema", 1, "track is not as",
    ),
    "a row changed beside the program": (
        with_sql("UPDATE node SET title = 'x' WHERE id = 'a1'", hashed=False),
        "content", 1, "what it holds is not what was saved",
    ),
    "a row lost": (
        with_sql("DELETE FROM link WHERE id = 'l7'", hashed=False),
        "content", 1, "what it holds is not what was saved",
    ),
    "no project row": (with_sql("DELETE FROM project"), "content", 1, "is damaged"),
    "a kind that is none": (
        with_sql("UPDATE node SET kind = 'dream' WHERE id = 'a1'"), "value", 1, "the node a1 holds",
    ),
    "a day that is none": (
        with_sql("UPDATE node SET target = '2030-02-30' WHERE id = 'a1'"),
        "value", 1, "the node a1 holds",
    ),
    "a list that is none": (
        with_sql("UPDATE node SET tags = '[' WHERE id = 'a1'"), "value", 1, "the node a1 holds",
    ),
    "a list nested too deeply": (
        with_sql("UPDATE node SET tags = replace(printf('%100000s', ''), ' ', '[') WHERE id = 'a1'"),
        "value", 1, "the node a1 holds",
    ),
    "text that is no UTF-8": (
        with_sql("UPDATE node SET title = CAST(x'ff' AS TEXT) WHERE id = 'a1'", hashed=False),
        "damaged", 1, "is damaged",
    ),
    "a link to nothing": (
        with_sql("UPDATE link SET dependent = 'nobody' WHERE id = 'l1'"), "rule", 1, "nobody",
    ),
    "a circle": (
        with_sql("UPDATE link SET prerequisite = 'v', dependent = 'a1' WHERE id = 'l2'"),
        "rule", 1, "circle",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_one_sentence_and_the_file_is_untouched(project: ProjectFile, case: str) -> None:
    spoil, kind, exit_code, said = CASES[case]
    path = project.path
    spoil(path)
    before = path.read_bytes() if path.is_file() else None
    mtime = path.stat().st_mtime_ns if path.exists() else None
    beside = names_in(path.parent)
    with pytest.raises(StorageError, match=said) as refused:
        open_project(path)
    assert refused.value.kind == kind
    assert refused.value.path == path
    for language in ("en", "ja"):
        sentence = refused.value.message.into(language)
        assert "plan.splan" in sentence
        assert "\n" not in sentence
        assert len(sentence) < 600
    assert (path.read_bytes() if path.is_file() else None) == before
    assert (path.stat().st_mtime_ns if path.exists() else None) == mtime
    assert names_in(path.parent) == beside
    verified = verify_file(path)
    assert (verified.ok, verified.exit_code) == (False, exit_code)
    assert kind in {problem.kind for problem in verified.problems}


def test_verify_says_that_a_whole_file_is_whole(project: ProjectFile) -> None:
    verified = verify_file(project.path)
    assert (verified.ok, verified.exit_code, verified.format_version) == (True, 0, FORMAT_VERSION)
    assert verified.problems == ()


def test_verify_names_every_bad_row_with_its_place(project: ProjectFile) -> None:
    with_sql("UPDATE node SET kind = 'dream' WHERE id IN ('a1', 'a4')")(project.path)
    places = [problem.place for problem in verify_file(project.path).problems]
    assert places == ["node a1", "node a4"]


def test_verify_reads_the_history_too(project: ProjectFile) -> None:
    with_sql("INSERT INTO history (at, label, changes) VALUES ('yesterday', '{}', '[]')")(
        project.path
    )
    verified = verify_file(project.path)
    assert [(problem.kind, problem.place) for problem in verified.problems] == [
        ("value", "history")
    ]
    assert verified.exit_code == 1


def test_a_file_larger_than_any_project_is_not_read(project: ProjectFile) -> None:
    with pytest.raises(StorageError, match="larger than 0 MB") as refused:
        reading.read_bytes(project.path, limit=1000)
    assert refused.value.kind == "too_large"


@pytest.mark.parametrize("name", ["a\0b.splan", "x" * 300 + ".splan", "loop.splan"])
def test_names_that_no_file_can_have(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop.splan").symlink_to("loop.splan")
    with pytest.raises(StorageError) as refused:
        open_project(tmp_path / name)
    assert refused.value.kind == "unreadable"


def test_a_file_without_the_right_to_read_it(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused_open(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", refused_open)
    with pytest.raises(StorageError, match="no right to open it"):
        open_project(project.path)


def test_a_passing_read_fault_is_not_called_damage(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = project.path.read_bytes()
    answers = iter([whole[:5000] + bytes(len(whole) - 5000), whole])
    monkeypatch.setattr(inspection, "read_bytes", lambda _: next(answers))
    assert open_project(project.path).plan == project.plan


def test_a_journal_beside_the_file_is_not_obeyed(project: ProjectFile) -> None:
    journal = project.path.with_name("plan.splan-journal")
    journal.write_bytes(bytes.fromhex("d9d505f920a163d7") + bytes(504))
    assert open_project(project.path).plan == project.plan
    assert journal.exists()
