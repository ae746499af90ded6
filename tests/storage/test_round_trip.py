"""What is saved is what is opened: every record, field, type and place."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from small_project import files_beside
from strategies import as_json, plans
from strategy_planner.model import records as r
from strategy_planner.model.edits import set_fields
from strategy_planner.model.plan import Plan
from strategy_planner.storage.errors import StorageError
from strategy_planner.storage.project_file import (
    ProjectFile,
    new_project,
    open_project,
    save_as,
    save_project,
)
from strategy_planner.storage.schema import FORMAT_VERSION
from strategy_planner.storage.verification import verify_file

SHARED_FOLDER = settings(
    max_examples=60,
    deadline=None,
    # Each example overwrites the one file of the test's folder.
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@SHARED_FOLDER
@given(plans())
def test_a_plan_comes_back_byte_for_byte(tmp_path: Path, plan: Plan) -> None:
    made = new_project(tmp_path / "p.splan", plan, overwrite=True)
    opened = open_project(made.path)
    assert as_json(opened.plan) == as_json(plan)
    assert opened.plan.numbering == plan.numbering
    assert (opened.project_id, opened.revision) == (made.project_id, 1)
    assert verify_file(made.path).ok


@SHARED_FOLDER
@given(plans(), plans())
def test_saving_any_plan_over_any_other_leaves_exactly_the_later(
    tmp_path: Path, earlier: Plan, later: Plan
) -> None:
    made = new_project(tmp_path / "p.splan", earlier, overwrite=True)
    saved = save_project(made, later)
    opened = open_project(made.path)
    assert as_json(opened.plan) == as_json(later)
    assert opened.revision == saved.revision
    for letter, highest in earlier.numbering.items():
        assert opened.plan.numbering[letter] >= highest


def test_an_integer_that_becomes_a_fraction_is_a_change(project: ProjectFile) -> None:
    records = [
        r.Node(id="a1", kind="action", title="x", cost=1.0) if record.key == "a1" else record
        for record in project.plan.every_record()
    ]
    save_project(project, Plan.from_records(records))
    cost = open_project(project.path).plan.nodes["a1"].cost
    assert isinstance(cost, float)


def test_a_very_long_text_comes_back(project: ProjectFile) -> None:
    text = "長い説明\u202e\0🧬" * 20_000
    project.plan.apply(set_fields(project.plan, "node", "a1", description=text))
    save_project(project, project.plan)
    assert open_project(project.path).plan.nodes["a1"].description == text


def test_a_highest_number_is_remembered_when_its_item_is_gone(tmp_path: Path) -> None:
    plan = Plan.from_records([r.PlanSettings()], {"A": 31})
    made = new_project(tmp_path / "p.splan", plan)
    assert open_project(made.path).plan.numbering == {"A": 31}


def test_save_as_takes_the_plan_and_leaves_the_first_file(project: ProjectFile) -> None:
    before = project.path.read_bytes()
    other = save_as(project, project.plan, project.path.with_name("other.splan"))
    assert project.path.read_bytes() == before
    assert (other.project_id, other.revision) == (project.project_id, 2)
    assert open_project(other.path).plan == project.plan


def test_save_as_works_when_the_first_file_is_gone(project: ProjectFile) -> None:
    project.path.unlink()
    other = save_as(project, project.plan, project.path.with_name("other.splan"))
    assert open_project(other.path).plan == project.plan


def test_save_as_on_its_own_name_still_sees_what_others_did(project: ProjectFile) -> None:
    mine, theirs = open_project(project.path), open_project(project.path)
    save_project(theirs, Plan.from_records([r.PlanSettings(title="theirs")]))
    with pytest.raises(StorageError) as refused:
        save_as(mine, Plan(), project.path, overwrite=True)
    assert refused.value.kind == "changed"


def test_an_existing_file_is_replaced_only_when_asked(project: ProjectFile) -> None:
    before = project.path.read_bytes()
    for make in (
        lambda: new_project(project.path, Plan()),
        lambda: save_as(
            new_project(project.path.with_name("b.splan"), Plan()), Plan(), project.path
        ),
    ):
        with pytest.raises(StorageError) as refused:
            make()
        assert refused.value.kind == "exists"
    assert project.path.read_bytes() == before
    new_project(project.path, Plan(), overwrite=True)
    assert not open_project(project.path).plan.nodes


def test_source_date_epoch_fixes_every_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1559865600")
    files = [tmp_path / name for name in ("one.splan", "two.splan")]
    for file in files:
        new_project(file, Plan(), project_id="6f0c9a52-3f0e-4d5e-9d3a-52d1f6f2a1b7")
    assert files[0].read_bytes() == files[1].read_bytes()
    with closing(sqlite3.connect(files[0])) as connection:
        stamps = connection.execute("SELECT created_at, saved_at FROM project").fetchone()
    assert stamps == ("2019-06-07T00:00:00Z", "2019-06-07T00:00:00Z")


def test_a_link_is_followed_and_the_mode_is_kept(project: ProjectFile) -> None:
    project.path.chmod(0o640)
    link = project.path.with_name("link.splan")
    link.symlink_to(project.path.name)
    save_project(open_project(link), Plan.from_records([r.PlanSettings(title="via link")]))
    assert link.is_symlink()
    assert open_project(project.path).plan.settings.title == "via link"
    assert project.path.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize(
    ("fields", "said"),
    [({"cost": 2**63}, "cost"), ({"tags": ("\ud800",)}, "tags")],
)
def test_a_value_that_no_column_holds_is_named(
    project: ProjectFile, fields: dict[str, object], said: str
) -> None:
    before = project.path.read_bytes()
    plan = Plan.from_records([r.Node(id="n1", kind="action", title="x", **fields)])
    with pytest.raises(StorageError, match=f"node n1 .*{said}") as refused:
        save_project(project, plan)
    assert refused.value.kind == "unstorable"
    assert project.path.read_bytes() == before


def test_not_a_number_inside_a_free_value_is_refused(project: ProjectFile) -> None:
    plan = Plan.from_records([r.Baseline(id="b", values={"a": float("nan")})])
    with pytest.raises(StorageError, match=r"baseline b .*values"):
        save_project(project, plan)


def test_the_file_is_one_sqlite_file_without_write_ahead_log(project: ProjectFile) -> None:
    assert files_beside(project) == ["plan.splan"]
    with closing(sqlite3.connect(project.path)) as connection:
        for pragma, value in [
            ("application_id", 0x53504C4E),
            ("user_version", FORMAT_VERSION),
            ("journal_mode", "delete"),
            ("integrity_check", "ok"),
        ]:
            assert connection.execute(f"PRAGMA {pragma}").fetchone() == (value,)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
