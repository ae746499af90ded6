"""What a save writes: the rows of the records that are not as the file has them, and no others."""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from strategy_planner.model.records import RECORD_TYPES, Record
from strategy_planner.storage.content_hash import content_hash
from strategy_planner.storage.guard import unguarded
from strategy_planner.storage.history import HistoryEntry, history_row
from strategy_planner.storage.positions import new_positions
from strategy_planner.storage.rows import (
    Records,
    Row,
    key_columns,
    key_values,
    to_row,
)

if TYPE_CHECKING:
    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True)
class Increment:
    """What has changed in one kind of record since the file was read or written."""

    name: str
    removed: tuple[Record, ...]
    added: tuple[Record, ...]
    changed: tuple[Record, ...]
    order: Mapping[str, Record] | None
    """All records in the plan's order; None where none came, went or moved."""

    @property
    def is_empty(self) -> bool:
        """Nothing of this kind has to be written."""
        return not (self.removed or self.added or self.changed or self.order is not None)


@dataclass(frozen=True, slots=True)
class NextState:
    """All that one save writes."""

    increments: tuple[Increment, ...]
    records: Records
    """What the file will then hold."""
    numbering: Mapping[str, int]
    history: Sequence[HistoryEntry]
    project: Row
    """Columns of the project's row, without the hash."""


def increments(saved: Records, wanted: Records) -> tuple[Increment, ...]:
    """The differences, kind by kind. Records that are the same object need no second look."""
    found = (_increment(name, saved.get(name, {}), wanted[name]) for name in RECORD_TYPES)
    return tuple(one for one in found if not one.is_empty)


def _increment(name: str, saved: Mapping[str, Record], wanted: Mapping[str, Record]) -> Increment:
    reordered = list(saved) != list(wanted)
    return Increment(
        name,
        removed=tuple(record for key, record in saved.items() if key not in wanted),
        added=tuple(record for key, record in wanted.items() if key not in saved),
        changed=tuple(
            record
            for key, record in wanted.items()
            if key in saved and not _same(saved[key], record)
        ),
        order=wanted if reordered else None,
    )


def _same(one: Record, other: Record) -> bool:
    """Equal as JSON: 1 and 1.0 are equal numbers, but a plan that says one keeps it."""
    return one is other or (
        one == other and msgspec.msgpack.encode(one) == msgspec.msgpack.encode(other)
    )


def written(image: bytes, state: NextState) -> bytes:
    """The image of the project file with ``state`` in it, made in one transaction.

    Raises UnstorableError, or the errors of `sqlite3` when SQLite has no room.
    """
    with closing(unguarded(image)) as raw:
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA secure_delete = ON")
        with _transaction(raw) as connection:
            for increment in state.increments:
                _write_records(connection, increment)
            _write_numbering(connection, state.numbering)
            _append_history(connection, state.history)
            _write_project(connection, raw, state.project)
        return raw.serialize()


@contextmanager
def _transaction(raw: sqlite3.Connection) -> "Iterator[Connection]":
    from strategy_planner.storage.tables import engine_on

    with engine_on(raw).begin() as connection:
        yield connection


def _write_records(connection: "Connection", increment: Increment) -> None:
    from sqlalchemy import insert

    from strategy_planner.storage.tables import table

    name = increment.name
    _delete(connection, name, increment.removed)
    positions = _positions(connection, increment)
    added = [
        {**to_row(name, record), "position": positions.pop(record.key)}
        for record in increment.added
    ]
    if added:
        connection.execute(insert(table(name)), added)
    _update(connection, name, [to_row(name, record) for record in increment.changed])
    if increment.order is not None:
        moved = [(increment.order[key], place) for key, place in positions.items()]
        rows = [{**key_values(name, record), "position": place} for record, place in moved]
        _update(connection, name, rows)


def _positions(connection: "Connection", increment: Increment) -> dict[str, int]:
    from sqlalchemy import select

    from strategy_planner.storage.tables import table

    if increment.order is None:
        return {}
    held = table(increment.name)
    keys = [held.c[column] for column in key_columns(increment.name)]
    rows = connection.execute(select(*keys, held.c.position))
    return new_positions(increment.order, {"/".join(row[:-1]): row[-1] for row in rows})


def _delete(connection: "Connection", name: str, records: Sequence[Record]) -> None:
    from sqlalchemy import bindparam, delete

    from strategy_planner.storage.tables import table

    if records:
        held = table(name)
        where = [held.c[column] == bindparam(f"key_{column}") for column in key_columns(name)]
        keys = [_renamed(key_values(name, record)) for record in records]
        connection.execute(delete(held).where(*where), keys)


def _update(connection: "Connection", name: str, rows: Sequence[Row]) -> None:
    from sqlalchemy import bindparam, update

    from strategy_planner.storage.tables import table

    if rows:
        held = table(name)
        keys = key_columns(name)
        where = [held.c[column] == bindparam(f"key_{column}") for column in keys]
        connection.execute(
            update(held).where(*where),
            [
                {**{c: v for c, v in row.items() if c not in keys}, **_renamed(row, keys)}
                for row in rows
            ],
        )


def _renamed(row: Row, columns: Sequence[str] | None = None) -> Row:
    return {f"key_{column}": row[column] for column in columns or row}


def _write_numbering(connection: "Connection", numbering: Mapping[str, int]) -> None:
    from sqlalchemy import select
    from sqlalchemy.dialects.sqlite import insert

    from strategy_planner.storage.tables import table

    held = table("numbering")
    known: dict[str, int] = {row.letter: row.highest for row in connection.execute(select(held))}
    risen = [
        {"letter": letter, "highest": highest}
        for letter, highest in numbering.items()
        if highest > known.get(letter, 0)
    ]
    if risen:
        given = insert(held)
        connection.execute(
            given.on_conflict_do_update(
                index_elements=["letter"], set_={"highest": given.excluded.highest}
            ),
            risen,
        )


def _append_history(connection: "Connection", history: Sequence[HistoryEntry]) -> None:
    from sqlalchemy import insert

    from strategy_planner.storage.tables import table

    if history:
        connection.execute(insert(table("history")), [history_row(entry) for entry in history])


def _write_project(connection: "Connection", raw: sqlite3.Connection, project: Row) -> None:
    from sqlalchemy import func, insert, select, update

    from strategy_planner.storage.tables import table

    held = table("project")
    if connection.scalar(select(func.count()).select_from(held)):
        connection.execute(update(held).values(project))
    else:
        connection.execute(insert(held), [{"id": 1, "content_hash": "", **project}])
    connection.execute(update(held).values(content_hash=content_hash(raw)))
