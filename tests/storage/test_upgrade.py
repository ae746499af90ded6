"""Files of older versions open whole, and are only rewritten when they are saved."""

import datetime as dt
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine

from strategy_planner.model import records as r
from strategy_planner.model.edits import add_node
from strategy_planner.storage import schema
from strategy_planner.storage.project_file import open_project, save_project
from strategy_planner.storage.tables import table
from strategy_planner.storage.verification import verify_file

FORMAT_1 = Path(__file__).parent / "fixtures" / "format_1.splan"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copy(FORMAT_1, tmp_path / "old.splan"))


def test_a_file_of_version_1_opens_with_all_that_it_holds(old: Path) -> None:
    opened = open_project(old)
    plan = opened.plan
    assert (opened.format_version, opened.revision) == (1, 4)
    assert opened.project_id == "6f0c9a52-3f0e-4d5e-9d3a-52d1f6f2a1b7"
    assert list(plan.nodes) == ["v", "a", "s"]
    assert plan.nodes["a"] == r.Node(
        id="a", kind="action", number="A-012", title="基盤整備", track="t1", owner="o1", gate="g1",
        date="2020年度目途", duration="18mo", success=1, cost=2.0, notes="𠮷野家",
    )  # fmt: skip
    assert [type(plan.nodes[id_].cost) for id_ in ("a", "s")] == [float, int]
    assert plan.nodes["s"].tags == ("データ", "連携")
    assert plan.links["l2"].option == "集中型"
    assert plan.pathways["p"].chosen == {"c": ("集中型",)}
    assert plan.kpis["k"].target == (dt.date(2030, 12, 31), 92.0)
    assert plan.register["r"].resolved_by == ("a",)
    assert plan.translations["v/title/en"].text == "Society in 2030"
    assert plan.settings.authors == ("内閣府",)


def test_the_numbers_that_were_given_are_counted_in_the_upgrade(old: Path) -> None:
    plan = open_project(old).plan
    assert plan.numbering == {"V": 1, "S": 3, "A": 12}
    added = add_node(plan, "action", "次").changes[-1].after
    assert isinstance(added, r.Node)
    assert added.number == "A-013"
    with closing(sqlite3.connect(old)) as connection:
        schema.migrate(connection, 1)
        counted = dict(connection.execute("SELECT letter, highest FROM numbering").fetchall())
    assert counted == {"V": 1, "S": 3, "A": 12}


def test_opening_does_not_rewrite_and_saving_does(old: Path) -> None:
    opened = open_project(old)
    assert old.read_bytes() == FORMAT_1.read_bytes()
    assert verify_file(old).format_version == 1
    saved = save_project(opened, opened.plan)
    assert saved.revision == 5
    again = open_project(old)
    assert (again.format_version, again.revision) == (schema.FORMAT_VERSION, 5)
    assert again.plan == opened.plan
    assert verify_file(old).ok


def test_an_upgraded_file_has_the_schema_of_a_new_one(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection:
        assert schema.schema_of(connection) == schema.known_schema(1)
        schema.migrate(connection, 1)
        assert schema.schema_of(connection) == schema.known_schema(schema.FORMAT_VERSION)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def _layout(connection: sqlite3.Connection) -> dict[str, Any]:
    """Columns, types, keys and references of every table, and whether it is STRICT."""
    tables = {
        name: strict
        for _, name, kind, _, _, strict in connection.execute("PRAGMA table_list")
        if kind == "table" and not name.startswith("sqlite_")
    }
    return {
        name: (
            strict,
            {
                (column, declared, bool(needed), key)
                for _, column, declared, needed, _, key in connection.execute(
                    f"PRAGMA table_info({name})"
                )
            },
            {
                (here, there, to)
                for _, _, there, here, to, *_ in connection.execute(
                    f"PRAGMA foreign_key_list({name})"
                )
            },
        )
        for name, strict in tables.items()
    }


def test_the_migrations_make_the_tables_that_sqlmodel_declares() -> None:
    declared = create_engine("sqlite://")
    table("node").metadata.create_all(declared)
    with closing(sqlite3.connect(":memory:")) as migrated, declared.connect() as connection:
        schema.migrate(migrated, 0)
        made, wanted = _layout(migrated), _layout(connection.connection.driver_connection)
    declared.dispose()
    for layout in (made, wanted):
        for name, (strict, columns, references) in layout.items():
            assert strict, name
            # SQLite lists an INTEGER PRIMARY KEY as one that may be NULL, and it never is.
            layout[name] = (1, {c for c in columns if c[:2] != ("id", "INTEGER")}, references)
    assert made == wanted


def test_every_field_of_every_record_has_a_column() -> None:
    for name, kind in r.RECORD_TYPES.items():
        columns = set(table(name).columns.keys())
        assert set(kind.__struct_fields__) <= columns
        assert columns - set(kind.__struct_fields__) <= {"id", "position"}


def test_the_tables_are_strict_about_types() -> None:
    with closing(sqlite3.connect(":memory:")) as connection:
        schema.migrate(connection, 0)
        for wrong in (
            "INSERT INTO kpi (id, position, execution) VALUES ('k', 1, 'yes')",
            "INSERT INTO kpi (id, position, reached_at) VALUES ('k', 1, '12')",
            "INSERT INTO track (id, position, \"order\") VALUES ('t', 1, 1.5)",
            "INSERT INTO node (id, position, kind) VALUES ('n', 1, 'area')",
        ):
            with pytest.raises(sqlite3.IntegrityError):
                connection.execute(wrong)
