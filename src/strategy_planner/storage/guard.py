"""SQLite on bytes that somebody else may have made.

The bytes are a database in memory: no journal beside a file is obeyed, no lock is taken and
nothing can be written to the file. The settings follow "Defense Against The Dark Arts" of the
SQLite documentation (sqlite.org/security.html).
"""

import sqlite3
import sys
import time

SIZE_LIMIT = 256 * 1024 * 1024
"""Bytes; a larger file is not opened. A plan of 10,000 items has about 6 MB."""

_LIMITS = {
    sqlite3.SQLITE_LIMIT_LENGTH: SIZE_LIMIT,
    sqlite3.SQLITE_LIMIT_SQL_LENGTH: 100_000,
    sqlite3.SQLITE_LIMIT_COLUMN: 100,
    sqlite3.SQLITE_LIMIT_EXPR_DEPTH: 20,
    sqlite3.SQLITE_LIMIT_COMPOUND_SELECT: 3,
    sqlite3.SQLITE_LIMIT_FUNCTION_ARG: 8,
    sqlite3.SQLITE_LIMIT_ATTACHED: 0,
    sqlite3.SQLITE_LIMIT_LIKE_PATTERN_LENGTH: 100,
    sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER: 200,
    sqlite3.SQLITE_LIMIT_TRIGGER_DEPTH: 1,
    sqlite3.SQLITE_LIMIT_WORKER_THREADS: 0,
}
_SECONDS = 30.0
_STEPS_BETWEEN_LOOKS = 100_000
_READING = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ, sqlite3.SQLITE_TRANSACTION}
_PRAGMAS = {"integrity_check", "read_uncommitted"}
_FUNCTIONS = {"typeof"}


def guarded(image: bytes) -> sqlite3.Connection:
    """A read-only view of a database image; its statements may raise `sqlite3.DatabaseError`.

    A statement that runs for more than 30 s is interrupted.
    """
    connection = unguarded(image)
    for limit, value in _LIMITS.items():
        connection.setlimit(limit, value)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    if sys.version_info >= (3, 12):
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_DEFENSIVE)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_TRIGGER, False)
        connection.setconfig(sqlite3.SQLITE_DBCONFIG_ENABLE_VIEW, False)
    deadline = time.monotonic() + _SECONDS
    connection.set_progress_handler(lambda: int(time.monotonic() > deadline), _STEPS_BETWEEN_LOOKS)
    connection.set_authorizer(_reading_only)
    return connection


def unguarded(image: bytes) -> sqlite3.Connection:
    """A database in memory that starts as ``image``, to be written to: only bytes that passed."""
    # SQLAlchemy lets go of its hold when it is collected, in whatever thread that happens.
    connection = sqlite3.connect(":memory:", check_same_thread=False)
    if image:
        connection.deserialize(image)
    return connection


def _reading_only(
    action: int, first: str | None, second: str | None, _database: str | None, _trigger: str | None
) -> int:
    if action in _READING:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_PRAGMA and (first or "").lower() in _PRAGMAS:
        return sqlite3.SQLITE_OK
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FUNCTIONS:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_DENY
