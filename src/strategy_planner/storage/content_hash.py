"""The hash of what a project file says, because SQLite keeps no check sum of its content."""

import hashlib
import sqlite3
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable


def content_hash(connection: sqlite3.Connection) -> str:
    """BLAKE2b over all rows of all tables but the hash itself, as 64 hexadecimal digits.

    It depends on the values and their types alone, not on how SQLite lays them out nor on the
    format's version: a file is checked before it is upgraded.
    """
    encode = msgspec.msgpack.Encoder().encode
    digest = hashlib.blake2b(digest_size=32)
    named = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"
    for (table,) in connection.execute(named).fetchall():
        # The names come from the compared schema of this program, no text of a user among them.
        cursor = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608 - see above
        columns = [column[0] for column in cursor.description]
        rows: Iterable[tuple[object, ...]] = cursor
        if table == "project":
            own = columns.index("content_hash")
            rows = (row[:own] + row[own + 1 :] for row in cursor)
        digest.update(encode((table, columns)))
        digest.update(b"".join(sorted(map(encode, rows))))
    return digest.hexdigest()
