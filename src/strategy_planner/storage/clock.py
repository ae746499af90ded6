"""The time that is written into a project file."""

import datetime as dt
import os


def now() -> dt.datetime:
    """This second in UTC, or the one that ``SOURCE_DATE_EPOCH`` fixes."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    if fixed.isascii() and fixed.isdigit():
        return dt.datetime.fromtimestamp(int(fixed), dt.UTC)
    return dt.datetime.now(dt.UTC).replace(microsecond=0)


def stamp(moment: dt.datetime) -> str:
    """``2026-11-23T17:30:00Z``: how a moment stands in the file."""
    return moment.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
