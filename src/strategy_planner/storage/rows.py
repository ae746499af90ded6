"""Records as rows and rows as records.

A field that is at its default is NULL. Lists and free-form values are JSON text; SQLite keeps
everything else as it is, so that what is read equals what was written to the last bit.
"""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, cast

import msgspec

from strategy_planner.model.records import RECORD_TYPES, Record

Row = dict[str, Any]
Records = Mapping[str, Mapping[str, Record]]
"""Records by kind (``node``, ...) and id, in the plan's order."""

_WHOLE_NUMBERS = range(-(2**63), 2**63)


class UnstorableError(Exception):
    """A value that no column can hold: a number beyond 64 bits, half a character, not a number."""

    def __init__(self, name: str, key: str, field: str) -> None:
        super().__init__(f"{name} {key}: {field}")
        self.name = name
        self.key = key
        self.field = field


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is no record."""

    name: str
    key: str
    reason: str


@dataclass(frozen=True, slots=True)
class _Field:
    column: str
    key: str
    is_flag: bool
    is_json: bool
    default: Any


@cache
def _fields(name: str) -> tuple[_Field, ...]:
    return tuple(
        _Field(
            column=field.name,
            key=field.encode_name,
            is_flag=_holds(field.type, msgspec.inspect.BoolType),
            is_json=_holds(
                field.type,
                msgspec.inspect.VarTupleType,
                msgspec.inspect.TupleType,
                msgspec.inspect.DictType,
            ),
            default=_default(field),
        )
        for field in msgspec.structs.fields(RECORD_TYPES[name])
    )


def _holds(annotation: Any, *kinds: type) -> bool:
    found = msgspec.inspect.type_info(annotation)
    if isinstance(found, msgspec.inspect.UnionType):
        return any(isinstance(one, kinds) for one in found.types)
    return isinstance(found, kinds)


def _default(field: msgspec.structs.FieldInfo) -> Any:
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return field.default


def key_columns(name: str) -> tuple[str, ...]:
    """The columns that make up the id of a record."""
    return ("record", "field", "language") if name == "translation" else ("id",)


def key_values(name: str, record: Record) -> Row:
    """The id of a record as its key columns."""
    columns = key_columns(name)
    if columns == ("id",):
        return {"id": record.key}
    return {column: getattr(record, column) for column in columns}


def to_row(name: str, record: Record) -> Row:
    """The columns of a record but its position. Raises UnstorableError."""
    row = key_values(name, record)
    plain = cast("dict[str, Any]", msgspec.to_builtins(record))
    for field in _fields(name):
        value = plain.get(field.key)
        if value is None or getattr(record, field.column) == field.default:
            row[field.column] = None
            continue
        try:
            row[field.column] = _stored(field, value)
        except (ValueError, RecursionError) as error:
            raise UnstorableError(name, record.key, field.key) from error
    return row


def _stored(field: _Field, value: Any) -> Any:
    if field.is_json:
        text = json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        text.encode()
        return text
    if field.is_flag:
        return int(value)
    if isinstance(value, str):
        value.encode()
    elif isinstance(value, int):
        if value not in _WHOLE_NUMBERS:
            raise ValueError
    elif value * 0 != 0:
        raise ValueError
    return value


def read_records(
    connection: sqlite3.Connection,
) -> tuple[dict[str, dict[str, Record]], list[BadRow]]:
    """All records of a project in the plan's order, and the rows that are none.

    The schema of the file has been compared with the known one before, so the rows can be read
    without SQLModel, which takes longer to load than most plans take to read.
    """
    records: dict[str, dict[str, Record]] = {}
    bad: list[BadRow] = []
    for name in RECORD_TYPES:
        keys = key_columns(name)
        records[name] = {}
        for row in connection.execute(_selection(name)):
            read = _record(name, row[len(keys) :])
            if isinstance(read, Record):
                records[name][read.key] = read
            else:
                bad.append(BadRow(name, "/".join(map(str, row[: len(keys)])), read))
    return records, bad


@cache
def _selection(name: str) -> str:
    """Key and fields of each row of a kind, in order; every name in it is the program's own."""
    keys = key_columns(name)
    columns = ", ".join(f'"{column}"' for column in (*keys, *(f.column for f in _fields(name))))
    order = ", ".join(f'"{column}"' for column in ("position", *keys))
    return f'SELECT {columns} FROM "{name}" ORDER BY {order}'  # noqa: S608 - no text of a user


def _record(name: str, values: Any) -> Record | str:
    """The record of a row, or why it is none."""
    plain: Row = {}
    try:
        for field, value in zip(_fields(name), values, strict=True):
            if value is not None:
                plain[field.key] = _plain(field, value)
        return msgspec.convert(plain, RECORD_TYPES[name])
    except (ValueError, RecursionError) as error:
        return str(error)


def _plain(field: _Field, value: Any) -> Any:
    if field.is_json:
        return json.loads(value)
    if field.is_flag and value in {0, 1}:
        return bool(value)
    return value
