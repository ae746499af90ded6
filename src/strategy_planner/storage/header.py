"""The first hundred bytes of a project file, looked at before SQLite sees any of it.

The fields are those of the database header in the SQLite file format, section 1.3.
"""

import struct

from strategy_planner.language import message
from strategy_planner.storage.errors import Problem
from strategy_planner.storage.schema import FORMAT_VERSION

APPLICATION_ID = 0x53504C4E
"""``SPLN``: what marks a SQLite file as a project of this program."""

_MAGIC = b"SQLite format 3\0"
_HEADER_BYTES = 100
_ROLLBACK_JOURNAL = b"\x01\x01"
_LARGEST_PAGE = 65536


def format_version(data: bytes) -> int | None:
    """The version of the project format that the header names; None when it is no project."""
    if len(data) < _HEADER_BYTES or not data.startswith(_MAGIC):
        return None
    if _number(data, 68) != APPLICATION_ID:
        return None
    return _number(data, 60)


def header_problem(data: bytes, name: str) -> Problem | None:
    """Why these bytes cannot be opened as a project; None when SQLite may look at them."""
    return _not_a_project(data, name) or _not_whole(data, name)


def _not_a_project(data: bytes, name: str) -> Problem | None:
    if not data:
        said = message("{name} is empty: it has 0 bytes and holds no project.", name=name)
        return Problem("empty", "file", said)
    if len(data) < _HEADER_BYTES or not data.startswith(_MAGIC):
        said = message("{name} is not a Strategy Planner project file.", name=name)
        return Problem("not_a_project", "file", said)
    if _number(data, 68) != APPLICATION_ID:
        said = message(
            "{name} is a database of another program, not a Strategy Planner project.", name=name
        )
        return Problem("foreign", "file", said)
    version = _number(data, 60)
    if version > FORMAT_VERSION:
        said = message(
            "{name} was saved by a newer Strategy Planner (file format {version}; this one reads "
            "up to {known}). Update the program to open it.",
            name=name,
            version=version,
            known=FORMAT_VERSION,
        )
        return Problem("newer", "file", said)
    return None


def _not_whole(data: bytes, name: str) -> Problem | None:
    if data[18:20] != _ROLLBACK_JOURNAL:
        said = message(
            "{name} was left in a state in which part of it is in another file (write-ahead log). "
            "Ask for a copy that Strategy Planner saved.",
            name=name,
        )
        return Problem("write_ahead", "file", said)
    page_size = struct.unpack(">H", data[16:18])[0]
    page_size = _LARGEST_PAGE if page_size == 1 else page_size
    expected = page_size * _number(data, 28)
    if len(data) < expected:
        said = message(
            "{name} is cut off: {missing} of its {expected} bytes are missing. Fetch the file "
            "again or take a backup copy.",
            name=name,
            missing=expected - len(data),
            expected=expected,
        )
        return Problem("truncated", "file", said)
    return None


def _number(data: bytes, offset: int) -> int:
    return int.from_bytes(data[offset : offset + 4], "big")
