"""The hash of what a project file says, because SQLite keeps no check sum of its content."""

import hashlib
import sqlite3

import msgspec


def content_hash(connection: sqlite3.Connection) -> str:
    """BLAKE2b over all rows of all tables but the hash itself, as 64 hexadecimal digits.

    It depends on the values and their types alone, not on how SQLite lays them out nor on the
    format's version: a file is checked before it is upgraded.
    """
    encode = msgspec.msgpack.Encoder().encode
    digest = hashlib.blake2b(digest_size=32)
    for table, columns in sorted(_columns(connection).items()):
        digest.update(encode((table, columns)))
        selected = ", ".join(f'"{column}"' for column in columns)
        # The names come from the compared schema of this program, no text of a user among them.
        rows = connection.execute(f'SELECT {selected} FROM "{table}"')  # noqa: S608
        digest.update(b"".join(sorted(map(encode, rows))))
    return digest.hexdigest()


def _columns(connection: sqlite3.Connection) -> dict[str, list[str]]:
    columns: dict[str, list[str]] = {}
    for table, column in connection.execute(
        "SELECT t.name, c.name FROM sqlite_schema AS t, pragma_table_info(t.name) AS c "
        "WHERE t.type = 'table' ORDER BY t.name, c.cid"
    ):
        if column != "content_hash":
            columns.setdefault(table, []).append(column)
    return columns
