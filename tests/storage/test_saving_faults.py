"""At every instant the name points at a whole file: the old one or the new one."""

import errno
import json
import os
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from faults import Faults, failing_with
from small_project import files_beside, names_in
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan
from strategy_planner.storage import increment, replacing
from strategy_planner.storage.errors import StorageError
from strategy_planner.storage.guard import unguarded
from strategy_planner.storage.project_file import (
    ProjectFile,
    new_project,
    open_project,
    save_as,
    save_project,
)
from strategy_planner.storage.verification import verify_file

STEPS = ["open", "read", "open", "write", "flush", "fsync", "chmod", "open", "read", "replace"]
"""What a save asks of the system until the new file has its name."""


def edited(project: ProjectFile) -> Plan:
    project.plan.apply(set_fields(project.plan, "settings", "settings", title="new"))
    return project.plan


@pytest.mark.parametrize("for_good", [False, True])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_a_fault_at_any_step_leaves_the_old_file_whole(
    project: ProjectFile, number: int, for_good: bool
) -> None:
    before = project.path.read_bytes()
    plan = edited(project)
    for step in range(len(STEPS)):
        faults = Faults(step, failing_with(number), for_good=for_good)
        with faults.at_work(), pytest.raises(StorageError) as refused:
            save_project(project, plan)
        assert faults.points[: step + 1] == STEPS[: step + 1]
        assert project.path.read_bytes() == before
        assert "plan.splan" in refused.value.message.into("ja")
        if not for_good:
            assert files_beside(project) == ["plan.splan"]
    for left in project.path.parent.glob(".splan-*"):
        left.unlink()
    save_project(project, plan)
    assert open_project(project.path).plan.settings.title == "new"


@pytest.mark.parametrize("step", range(len(STEPS), len(STEPS) + 3))
def test_a_fault_after_the_change_of_name_is_no_failed_save(
    project: ProjectFile, step: int
) -> None:
    faults = Faults(step, failing_with(errno.EIO))
    with faults.at_work():
        saved = save_project(project, edited(project))
    assert faults.fired
    assert saved.durable is (faults.points[step] == "unlink")
    assert open_project(project.path).plan.settings.title == "new"
    assert verify_file(project.path).ok


def test_a_whole_save_asks_for_these_steps_and_is_durable(project: ProjectFile) -> None:
    faults = Faults(999, failing_with(errno.EIO))
    with faults.at_work():
        saved = save_project(project, edited(project))
    assert faults.points == [*STEPS, "unlink", "open", "fsync"]
    assert saved.durable


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process that it forked")
def test_a_kill_at_any_step_leaves_a_whole_file(tmp_path: Path) -> None:
    here = Path(__file__).parent
    run = subprocess.run(
        [sys.executable, here / "killed_saves.py", tmp_path],
        capture_output=True, text=True, check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([*sys.path, str(here.parent)])},
    )  # fmt: skip
    found = json.loads(run.stdout)
    assert len(found) == len(STEPS) + 4
    assert all(state["whole"] for state in found)
    assert [state["title"] for state in found] == ["old"] * len(STEPS) + ["new"] * 4
    assert found[-1]["to_the_end"]
    assert sum(state["beside"] for state in found) > 0


def test_what_a_killed_save_left_behind_is_removed_when_it_is_old(project: ProjectFile) -> None:
    old, fresh = (project.path.with_name(f".splan-{name}.saving") for name in ("old", "fresh"))
    for file in (old, fresh):
        file.write_bytes(b"half")
    an_hour_ago = time.time() - 4000
    os.utime(old, (an_hour_ago, an_hour_ago))
    save_project(project, edited(project))
    assert files_beside(project) == [".splan-fresh.saving", "plan.splan"]


def test_a_full_disk_inside_sqlite(project: ProjectFile, monkeypatch: pytest.MonkeyPatch) -> None:
    def small(image: bytes) -> sqlite3.Connection:
        connection = unguarded(image)
        connection.execute(f"PRAGMA max_page_count = {len(image) // 4096}")
        return connection

    before = project.path.read_bytes()
    monkeypatch.setattr(increment, "unguarded", small)
    project.plan.apply(set_fields(project.plan, "node", "a1", notes="長" * 100_000))
    with pytest.raises(StorageError, match="the disk is full") as refused:
        save_project(project, project.plan)
    assert refused.value.kind == "full"
    assert project.path.read_bytes() == before
    assert files_beside(project) == ["plan.splan"]


@pytest.mark.skipif(sys.platform == "win32", reason="POSIX limits the size of a file")
def test_a_limit_of_the_system_on_the_size_of_a_file(project: ProjectFile) -> None:
    import resource

    before = project.path.read_bytes()
    plan = edited(project)
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, allowed[1]))
    try:
        with pytest.raises(StorageError, match="the disk is full"):
            save_project(project, plan)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)
    assert project.path.read_bytes() == before
    assert files_beside(project) == ["plan.splan"]


@pytest.mark.parametrize(
    ("number", "kind", "said"),
    [
        (errno.ENOSPC, "full", "the disk is full"),
        (errno.EROFS, "read_only_folder", "nothing may be written in the folder"),
        (errno.EACCES, "read_only_folder", "nothing may be written in the folder"),
        (errno.EIO, "unwritable", "was not saved: Input/output error"),
    ],
)
def test_each_fault_has_its_sentence(
    project: ProjectFile, number: int, kind: str, said: str
) -> None:
    with (
        Faults(STEPS.index("write") - 1, failing_with(number)).at_work(),
        pytest.raises(StorageError, match=said) as refused,
    ):
        save_project(project, edited(project))
    assert refused.value.kind == kind


def test_a_read_only_file_is_not_replaced(project: ProjectFile) -> None:
    project.path.chmod(0o444)
    before = project.path.read_bytes()
    with pytest.raises(StorageError, match="is read-only") as refused:
        save_project(project, edited(project))
    assert refused.value.kind == "read_only"
    assert project.path.read_bytes() == before
    assert files_beside(project) == ["plan.splan"]


def test_a_folder_that_is_not_there(project: ProjectFile) -> None:
    nowhere = project.path.parent / "nowhere" / "p.splan"
    for save in (
        lambda: new_project(nowhere, Plan()),
        lambda: save_as(project, project.plan, nowhere),
    ):
        with pytest.raises(StorageError, match=r"the folder .*nowhere is not there"):
            save()
    project.path.unlink()
    project.path.parent.rmdir()
    with pytest.raises(StorageError, match="is not there") as refused:
        save_project(project, edited(project))
    assert refused.value.kind == "no_folder"


@pytest.mark.parametrize("name", ["folder", "pipe", "a\0b", "x" * 300])
def test_a_target_that_can_be_no_file(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(StorageError):
        new_project(tmp_path / name, Plan(), overwrite=True)
    assert names_in(tmp_path) == ["folder", "pipe"]


def held_by_windows(times: int) -> "tuple[list[float], object]":
    real, pauses = os.replace, list[float]()

    def replace(source: Path, target: Path) -> None:
        if len(pauses) < times:
            error = PermissionError(errno.EACCES, "in use")
            error.winerror = 32  # type: ignore[attr-defined] # as Windows sets it
            raise error
        real(source, target)

    return pauses, replace


def test_a_file_that_a_scanner_holds_for_a_moment_is_saved(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses, replace = held_by_windows(3)
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(replacing.time, "sleep", pauses.append)
    save_project(project, edited(project))
    assert len(pauses) == 3
    assert open_project(project.path).plan.settings.title == "new"


def test_a_file_that_is_held_for_long_is_given_up_after_2500_ms(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    pauses, replace = held_by_windows(999)
    monkeypatch.setattr(os, "replace", replace)
    monkeypatch.setattr(replacing.time, "sleep", pauses.append)
    with pytest.raises(StorageError, match="used by another program") as refused:
        save_project(project, edited(project))
    assert refused.value.kind == "in_use"
    assert 2.4 < sum(pauses) < 2.6
    assert files_beside(project) == ["plan.splan"]


def test_what_others_saved_is_reported_and_kept(project: ProjectFile) -> None:
    mine, theirs = open_project(project.path), open_project(project.path)
    theirs.plan.apply(set_fields(theirs.plan, "node", "a1", title="theirs"))
    save_project(theirs, theirs.plan)
    before = project.path.read_bytes()
    with pytest.raises(StorageError, match=r"revision 2, you opened 1") as refused:
        save_project(mine, edited(mine))
    assert refused.value.kind == "changed"
    assert project.path.read_bytes() == before
    assert files_beside(project) == ["plan.splan"]


def test_a_change_in_the_last_moment_is_seen(
    project: ProjectFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Plan()
    write = replacing._write

    def slow_write(temporary: Path, content: bytes, target: Path) -> None:
        write(temporary, content, target)
        monkeypatch.setattr(replacing, "_write", write)
        new_project(project.path, other, overwrite=True)

    monkeypatch.setattr(replacing, "_write", slow_write)
    with pytest.raises(StorageError, match="something else than the project") as refused:
        save_project(project, edited(project))
    assert refused.value.kind == "changed"
    assert open_project(project.path).plan == other
    assert files_beside(project) == ["plan.splan"]


def test_a_file_that_was_moved_away_is_not_made_again(project: ProjectFile) -> None:
    moved = project.path.rename(project.path.with_name("moved.splan"))
    with pytest.raises(StorageError, match="no longer where it was opened") as refused:
        save_project(project, edited(project))
    assert refused.value.kind == "gone"
    assert files_beside(project) == [moved.name]
