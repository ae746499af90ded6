"""The versions of the project format: numbered SQL migrations, and what each makes."""

import re
import sqlite3
from contextlib import closing
from functools import cache
from importlib.resources import files

FORMAT_VERSION = 5
"""The version that this program writes (``user_version`` of the file)."""

_SPACE = re.compile(r"\s+")

Schema = frozenset[tuple[str, str, str]]
"""Type, name and SQL of every table and index."""


@cache
def _migrations() -> dict[int, str]:
    folder = files("strategy_planner.storage") / "migrations"
    return {
        int(file.name[:4]): file.read_text("utf-8")
        for file in folder.iterdir()
        if file.name.endswith(".sql")
    }


def migrate(connection: sqlite3.Connection, version: int, to: int = FORMAT_VERSION) -> None:
    """Bring a database of an older ``version`` (0: an empty one) up to version ``to``."""
    for number in range(version + 1, to + 1):
        connection.executescript(
            f"BEGIN; {_migrations()[number]}\nPRAGMA user_version = {number}; COMMIT;"
        )


@cache
def known_schema(version: int) -> Schema:
    """What `schema_of` says of a whole file of this version.

    It is made by the migrations themselves, so a file that was upgraded and one that was made
    new are alike.
    """
    with closing(sqlite3.connect(":memory:")) as connection:
        migrate(connection, 0, version)
        return schema_of(connection)


def schema_of(connection: sqlite3.Connection) -> Schema:
    """The tables and indexes of a database, their SQL without regard to spacing."""
    rows = connection.execute("SELECT type, name, sql FROM sqlite_schema").fetchall()
    return frozenset(
        (str(kind), str(name), _SPACE.sub(" ", str(sql or "")).strip()) for kind, name, sql in rows
    )
