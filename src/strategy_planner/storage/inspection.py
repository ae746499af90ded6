"""Looking at the bytes of a project file: what they hold, and everything that is wrong with them."""

import gc
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from strategy_planner.language import message
from strategy_planner.model.errors import PlanError
from strategy_planner.model.plan import Plan
from strategy_planner.model.records import Record
from strategy_planner.storage.content_hash import content_hash
from strategy_planner.storage.errors import Problem
from strategy_planner.storage.guard import guarded, unguarded
from strategy_planner.storage.header import format_version, header_problem
from strategy_planner.storage.reading import read_bytes
from strategy_planner.storage.rows import BadRow, read_records
from strategy_planner.storage.schema import FORMAT_VERSION, known_schema, migrate, schema_of

_MOST_LINES = 20


@dataclass(frozen=True, slots=True)
class Content:
    """A whole project, as it stands in a file."""

    project_id: str
    revision: int
    created_at: str
    image: bytes
    """The database in the current format, whatever the file's version was."""
    records: dict[str, dict[str, Record]]
    plan: Plan


@dataclass(frozen=True, slots=True)
class Inspection:
    """The content if nothing is wrong, and what is wrong."""

    format_version: int | None
    problems: tuple[Problem, ...]
    content: Content | None = None


def inspect(data: bytes, name: str) -> Inspection:
    """Look at everything that can be looked at; ``name`` is what the messages call the file."""
    version = format_version(data)
    refused = header_problem(data, name)
    if refused:
        return Inspection(version, (refused,))
    try:
        problems = _database_problems(data, name, version or 0)
        if any(problem.kind != "content" for problem in problems):
            return Inspection(version, tuple(problems))
        with _collector_at_rest():
            content, more = _content(data, name, version or 0)
    except (sqlite3.Error, UnicodeError) as error:
        return Inspection(version, (_damaged(name, str(error)),))
    problems += more
    return Inspection(version, tuple(problems), None if problems else content)


@contextmanager
def _collector_at_rest() -> Iterator[None]:
    """While a plan is built, hardly anything becomes garbage; looking for it costs a fifth."""
    was_at_work = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_at_work:
            gc.enable()


def read_and_inspect(path: Path) -> tuple[bytes, Inspection]:
    """The bytes of a file and what they hold.

    A passing fault of a disk or a network can look like damage, so a file is called damaged only
    when it reads the same twice.
    """
    data = read_bytes(path)
    found = inspect(data, path.name)
    if found.problems:
        again = read_bytes(path)
        if again != data:
            return again, inspect(again, path.name)
    return data, found


def _database_problems(data: bytes, name: str, version: int) -> list[Problem]:
    """What SQLite and the hash say, before anything in the file is taken for a plan.

    The schema is compared first: no expression that somebody else wrote is ever evaluated.
    """
    with closing(guarded(data)) as connection:
        found = schema_of(connection)
        if version < 1 or found != known_schema(version):
            return _schema_problems(name, found, version)
        lines = connection.execute("PRAGMA integrity_check").fetchmany(_MOST_LINES)
        problems = [_damaged(name, str(line)) for (line,) in lines if line != "ok"]
        if not problems:
            stored = connection.execute("SELECT content_hash FROM project").fetchall()
            if stored != [(content_hash(connection),)]:
                problems.append(_changed_content(name))
        return problems


def _schema_problems(
    name: str, found: Iterable[tuple[str, str, str]], version: int
) -> list[Problem]:
    known = known_schema(version) if version >= 1 else frozenset()
    differing = sorted({part[1] for part in known.symmetric_difference(found)})
    return [
        Problem(
            "schema",
            part[:80],
            message(
                "{name} is damaged: {table} is not as a project of file format {version} has it. "
                "Take a backup copy.",
                name=name,
                table=part[:80],
                version=version,
            ),
        )
        for part in differing[:_MOST_LINES] or ["sqlite_schema"]
    ]


def _damaged(name: str, detail: str) -> Problem:
    said = message(
        "{name} is damaged and was left as it is ({detail}). Take a backup copy.",
        name=name,
        detail=detail[:200],
    )
    return Problem("damaged", "file", said)


def _changed_content(name: str) -> Problem:
    said = message(
        "{name} is damaged: what it holds is not what was saved in it. Take a backup copy.",
        name=name,
    )
    return Problem("content", "file", said)


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands in the tables, before it is a plan."""

    project: tuple[str, int, str] | None
    records: dict[str, dict[str, Record]]
    bad: list[BadRow]
    numbering: dict[str, int]


def _content(data: bytes, name: str, version: int) -> tuple[Content | None, list[Problem]]:
    """The plan of a database that passed, upgraded in memory where it is of an older version."""
    if version < FORMAT_VERSION:
        with closing(unguarded(data)) as older:
            migrate(older, version)
            data = older.serialize()
    read = _tables(data)
    if read.bad:
        return None, [_bad_row(name, row) for row in read.bad[:_MOST_LINES]]
    every = (record for held in read.records.values() for record in held.values())
    try:
        plan = Plan.from_records(every, read.numbering)
    except PlanError as error:
        return None, [_broken_rule(name, error)]
    if read.project is None:
        return None, [_changed_content(name)]
    return Content(*read.project, data, read.records, plan), []


def _tables(data: bytes) -> _Read:
    with closing(guarded(data)) as connection:
        records, bad = read_records(connection)
        project = connection.execute("SELECT project_id, revision, created_at FROM project")
        given = connection.execute("SELECT letter, highest FROM numbering")
        return _Read(project.fetchone(), records, bad, dict(given.fetchall()))


def _bad_row(name: str, row: BadRow) -> Problem:
    said = message(
        "{name} is damaged: the {record} {id} holds a value that cannot be ({detail}).",
        name=name,
        record=row.name,
        id=row.key[:80],
        detail=row.reason[:200],
    )
    return Problem("value", f"{row.name} {row.key}"[:200], said)


def _broken_rule(name: str, error: PlanError) -> Problem:
    said = message(
        "{name} holds a plan that breaks a rule: {problem}", name=name, problem=error.message
    )
    return Problem("rule", ", ".join(error.ids)[:200], said)
