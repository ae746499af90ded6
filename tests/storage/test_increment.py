"""A save writes the rows that changed and no others."""

import datetime as dt
import re
import sqlite3
from collections import Counter

import pytest

from strategy_planner.language import message
from strategy_planner.model import records as r
from strategy_planner.model.changes import ChangeSet
from strategy_planner.model.edits import add_node, delete, set_fields
from strategy_planner.storage import increment
from strategy_planner.storage.history import HistoryEntry, read_history
from strategy_planner.storage.project_file import ProjectFile, open_project, save_project

ALWAYS = {"UPDATE project": 2}
"""The revision and the hash."""


class Watched(sqlite3.Connection):
    """A connection that remembers the writing statements that SQLite ran, row by row."""

    writes: list[str]
    written_rows: int

    def close(self) -> None:
        type(self).written_rows = self.total_changes
        super().close()


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Statement and table of every row that a save writes."""
    seen: list[str] = []

    def trace(statement: str) -> None:
        found = re.match(r"(INSERT INTO|UPDATE|DELETE FROM) (\w+)", statement)
        if found:
            seen.append(f"{found[1].split()[0]} {found[2]}")

    def watched(image: bytes) -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", factory=Watched)
        connection.deserialize(image)
        connection.set_trace_callback(trace)
        return connection

    monkeypatch.setattr(increment, "unguarded", watched)
    return seen


def counted(writes: list[str]) -> dict[str, int]:
    """What was written since the last look; as many statements as rows."""
    found = dict(Counter(writes))
    assert Watched.written_rows == len(writes)
    writes.clear()
    return found


def test_a_new_title_writes_one_row(project: ProjectFile, writes: list[str]) -> None:
    plan = project.plan
    change = set_fields(plan, "node", "a3", title="新しい施策")
    plan.apply(change)
    moment = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)
    saved = save_project(project, plan, [HistoryEntry(moment, change)])
    assert counted(writes) == ALWAYS | {"UPDATE node": 1, "INSERT history": 1}
    assert open_project(project.path).plan == plan
    assert [entry.at for entry in read_history(saved.image)] == [moment]


def test_a_new_item_writes_its_row_and_its_number(project: ProjectFile, writes: list[str]) -> None:
    project.plan.apply(add_node(project.plan, "action", "八つ目"))
    save_project(project, project.plan)
    assert counted(writes) == ALWAYS | {"INSERT node": 1, "INSERT numbering": 1}


def test_an_undone_deletion_comes_back_at_its_place(
    project: ProjectFile, writes: list[str]
) -> None:
    plan = project.plan
    order = list(plan.nodes)
    undo = plan.apply(delete(plan, ["a3"]))
    deleted = save_project(project, plan)
    assert counted(writes) == ALWAYS | {"DELETE node": 1, "DELETE link": 1}
    plan.apply(undo)
    save_project(deleted, plan)
    assert counted(writes) == ALWAYS | {"INSERT node": 1, "INSERT link": 1}
    assert list(open_project(project.path).plan.nodes) == order


def test_nothing_changed_writes_nothing(project: ProjectFile, writes: list[str]) -> None:
    before = project.path.stat()
    again = save_project(project, project.plan.copy())
    assert (again.revision, writes) == (project.revision, [])
    assert project.path.stat().st_mtime_ns == before.st_mtime_ns


def test_what_was_deleted_is_no_longer_in_the_file(project: ProjectFile) -> None:
    secret = "極秘の施策".encode()
    plan = project.plan
    plan.apply(set_fields(plan, "node", "a5", notes=secret.decode()))
    noted = save_project(project, plan)
    assert secret in project.path.read_bytes()
    plan.apply(set_fields(plan, "node", "a5", notes=None))
    save_project(noted, plan)
    assert secret not in project.path.read_bytes()


def test_history_keeps_who_when_why_and_the_whole_change(project: ProjectFile) -> None:
    plan = project.plan
    done = delete(plan, ["a2", "l4"])
    inner = message("the plan's settings")
    label = message("Add {number}", number=inner, day=dt.date(2030, 1, 2), count=3, other=1.5)
    decided = ChangeSet(done.changes, label, "予算がない", "局長")
    plan.apply(decided)
    moment = dt.datetime(2026, 11, 23, 9, 30, 5, tzinfo=dt.UTC)
    first = save_project(project, plan, [HistoryEntry(moment, decided)])
    more = set_fields(plan, "settings", "settings", title="二")
    plan.apply(more)
    save_project(first, plan, [HistoryEntry(moment, more)])
    kept = list(read_history(open_project(project.path).image))
    assert kept == [HistoryEntry(moment, decided), HistoryEntry(moment, more)]
    assert kept[0].change_set.label.into("ja") == label.into("ja")


def test_the_saved_records_are_not_the_plan_that_is_edited(project: ProjectFile) -> None:
    project.plan.apply(set_fields(project.plan, "node", "a1", title="edited"))
    held = project.saved["node"]["a1"]
    assert isinstance(held, r.Node)
    assert held.title == "施策1"
